/** Where keys lead a cursor along the places of a chart. They know no chart. */

/** Bins of one Page key. */
const PAGE = 4;

/** Arrows one bin, Page four, Home and End the ends; null: another key. */
export function movedBy(key: string, index: number | null, count: number): number | null {
  const from = index ?? (key === 'ArrowLeft' || key === 'ArrowDown' || key === 'PageDown' ? count : -1);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: from + 1,
    ArrowUp: from + 1,
    ArrowLeft: from - 1,
    ArrowDown: from - 1,
    PageUp: from + PAGE,
    PageDown: from - PAGE,
    Home: 0,
    End: count - 1,
  };
  const wanted = steps[key];
  return wanted === undefined ? null : Math.min(count - 1, Math.max(0, wanted));
}
