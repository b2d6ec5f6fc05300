/**
 * Which numbers of a suite moved since they were recorded: day by day where the sums of the recorded days are kept, else as of two
 * independent runs. It plays nothing and knows no digests.
 */
import { recordedDifference, studentQuantile } from '../engine/index.ts';
import type { RecordedDifference } from '../engine/index.ts';
import type { BaselineData, BaselineNumber, BaselineRecord } from '../reports/baseline.ts';
import type { MovedNumber } from '../reports/suite.ts';
import type { PlayedNumber } from './baseline-days.ts';

/** Those that moved beyond chance, the surest first. A number that there is no longer is another version's affair. */
export function movedNumbers(
  data: BaselineData,
  record: BaselineRecord | null,
  numbers: readonly PlayedNumber[],
  risk: number,
): MovedNumber[] {
  const now = new Map(numbers.map((each) => [keyOf(each.number), each]));
  const each = risk / Math.max(1, data.numbers.length);
  const moved = data.numbers.flatMap((before, at) => {
    const after = now.get(keyOf(before));
    if (after === undefined) return [];
    const sums = record?.sums[at];
    const scale = before.unit === 's' ? 1000 : 1;
    const found =
      sums === undefined
        ? unpaired(before, after.number, each)
        : scaled(recordedDifference(sums, after.sums, each), scale);
    if (!found.hasMoved) return [];
    const { id, stat, unit, queue, group } = before;
    const { was, is, difference, halfwidth } = found;
    const sureness = Math.abs(difference ?? Infinity) / Math.max(halfwidth ?? 0, Number.MIN_VALUE);
    return [{ number: { id, stat, unit, queue, group, was, is, difference, halfwidth }, sureness }];
  });
  return moved.toSorted((a, b) => b.sureness - a.sureness).map(({ number }) => number);
}

const keyOf = ({ id, stat, queue, group }: BaselineNumber): string =>
  JSON.stringify([id, stat, queue, group]);

function scaled({ hasMoved, ...values }: RecordedDifference, scale: number): RecordedDifference {
  const told = (value: number | null): number | null => (value === null ? null : value / scale);
  const { was, is, difference, halfwidth } = values;
  return {
    was: told(was),
    is: told(is),
    difference: told(difference),
    halfwidth: told(halfwidth),
    hasMoved,
  };
}

/** Without the sums of the days: as two independent runs, which is on the wide side. */
function unpaired(before: BaselineNumber, after: BaselineNumber, risk: number): RecordedDifference {
  const [was, is] = [before.mean, after.mean];
  if (was === null || is === null)
    return { was, is, difference: null, halfwidth: null, hasMoved: was !== is };
  const difference = is - was;
  const [one, other] = [before.standardError, after.standardError];
  const n = Math.min(before.n, after.n);
  if (one === null || other === null || n < 2)
    return { was, is, difference, halfwidth: null, hasMoved: false };
  const halfwidth = studentQuantile(1 - risk / 2, n - 1) * Math.hypot(one, other);
  return { was, is, difference, halfwidth, hasMoved: Math.abs(difference) > halfwidth };
}
