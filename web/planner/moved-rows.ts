/**
 * Which rows of "What moved" stand there without asking, and in what order: the headline's measures that moved, then others that moved,
 * then headline measures within chance, and last what it costs. What prints as no change is left out. Words and drawing are elsewhere.
 */
import type { MovedMeasure } from '../../workers/workbench/api.ts';
import type { Writer } from './measure-text.ts';

/** The measures of the headline, and how long a callback takes. */
const HEADLINE = new Set([
  'K-01 share',
  'K-05 share',
  'K-02 mean',
  'K-11 acceptance',
  'K-15 mean',
  'K-09 share',
]);
/** As many as stand beside the distribution. */
const FIRST_MOST = 6;

export interface MovedRows {
  readonly first: readonly MovedMeasure[];
  /** One press away. */
  readonly rest: readonly MovedMeasure[];
}

/** @param shown the queue that is shown; null: all together. Rows are the surest first, and stay so in each part. */
export function movedRows(
  moved: readonly MovedMeasure[],
  shown: string | null,
  writer: Pick<Writer, 'isNothing'>,
): MovedRows {
  const rows = moved.filter(
    ({ queue, unit, difference }) =>
      (queue === null || queue === shown) && !writer.isNothing(unit, difference.mean),
  );
  // A cost is of the whole centre, whichever queue is shown.
  const costs = rows.filter(({ isExact }) => isExact);
  const measured = rows.filter(({ isExact }) => !isExact);
  const isShown = ({ queue, group }: MovedMeasure): boolean => group === null && queue === shown;
  const rankOf = (row: MovedMeasure): number => {
    const isHeadline = isShown(row) && HEADLINE.has(keyOf(row));
    if (row.isWithinChance) return isHeadline ? 3 : 4;
    return isHeadline ? 0 : isShown(row) ? 1 : 2;
  };
  const ordered = measured.toSorted((one, other) => rankOf(one) - rankOf(other));
  const room = FIRST_MOST - costs.length;
  const first = ordered.filter((row) => rankOf(row) < 4).slice(0, room);
  return { first: [...first, ...costs], rest: ordered.filter((row) => !first.includes(row)) };
}

/** Formulas of the service level are one measure. */
function keyOf({ id, stat }: MovedMeasure): string {
  return `${id.replace(/^(K-01)[a-f]$/, '$1')} ${stat}`;
}
