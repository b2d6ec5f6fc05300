/**
 * The keyboard map of the page. Undo and redo work everywhere but in a text that has its own; single letters only outside fields, and not
 * at all where the reader switched them off (WCAG 2.1.4). Keys of one chart or of the day's playback belong to those.
 */
import type { Bench } from '../state/contexts.ts';
import { VIEWS } from '../state/route.ts';
import { pinAsBaseline } from '../state/work.ts';

export interface KeyActions {
  readonly help: () => void;
  readonly find: () => void;
}

/** Returns how to stop listening. */
export function listenToKeys(bench: Bench, actions: KeyActions): () => void {
  const heard = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey) return;
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey) undoOrRedo(event, bench, target);
    else if (bench.preferences.value.hasKeys && !isField(target) && !isInDialog(event))
      single(event, bench, actions);
  };
  addEventListener('keydown', heard);
  return () => removeEventListener('keydown', heard);
}

function undoOrRedo(event: KeyboardEvent, bench: Bench, target: EventTarget | undefined): void {
  const key = event.key.toLowerCase();
  const isRedo = (key === 'z' && event.shiftKey) || key === 'y';
  if ((key !== 'z' && key !== 'y') || isText(target)) return;
  event.preventDefault();
  if (isRedo) bench.work.redo();
  else bench.work.undo();
}

function single(event: KeyboardEvent, bench: Bench, actions: KeyActions): void {
  const { run, work } = bench;
  const view = VIEWS[Number(event.key) - 1];
  if (view !== undefined) location.hash = `#${view}`;
  else if (event.key === '?') actions.help();
  else if (event.key === '/') actions.find();
  else if (event.key === 'b' || event.key === 'B') work.edit(pinAsBaseline);
  else if (event.key === 'Escape' && bench.route.value.view === 'tune') {
    if (run.isComputing) run.stop();
    else if (run.value.phase === 'stopped') run.resume();
    else return;
  } else return;
  event.preventDefault();
}

/** Where letters are typed or chosen by. */
function isField(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return isText(target) || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** A text has an undo of its own; a slider has none. */
function isText(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement)
    return !['range', 'checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}

function isInDialog(event: KeyboardEvent): boolean {
  return event.composedPath().some((each) => each instanceof HTMLDialogElement && each.open);
}
