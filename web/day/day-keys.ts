/** Space plays and pauses, comma and period go one event back and forward; not in fields, and not where letters are switched off (WCAG 2.1.4). */

export interface DayKeys {
  readonly isOn: () => boolean;
  readonly toggle: () => void;
  readonly step: (by: 1 | -1) => void;
}

/** Returns how to stop listening. */
export function listenToDayKeys({ isOn, toggle, step }: DayKeys): () => void {
  const heard = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isOn()) return;
    const target = event.composedPath()[0];
    if (
      !(target instanceof Element) ||
      target.closest('input, select, textarea, dialog, [contenteditable]') !== null
    )
      return;
    if (event.key === ',') step(-1);
    else if (event.key === '.') step(1);
    else if (event.key === ' ' && target.closest('button, a, summary') === null) toggle();
    else return;
    event.preventDefault();
  };
  addEventListener('keydown', heard);
  return () => removeEventListener('keydown', heard);
}
