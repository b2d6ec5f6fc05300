/**
 * A fit as plain data: what `tandem fit --json` writes and the page is drawn from. Dates are ISO, clocks `08:00`, lengths seconds,
 * shares fractions of 1; null stands where there is no number.
 */
import { clockText, dateText, weekdayNames } from '../engine/index.ts';
import type { Fit } from '../engine/index.ts';

export interface FitReport {
  readonly format: 'tandem-fit';
  /** Version of Tandem. */
  readonly tandem: string;
  /** The file the data came from, as it was named. */
  readonly file: string;
  /** What to type to get the same. */
  readonly command: string;
  /** The scenario. */
  readonly scenario: string;
  readonly fit: Fit;
}

/** As JSON: the same fit, with days as dates and clocks as people write them. */
export function fitJson(report: FitReport): string {
  const { fit, ...rest } = report;
  const { source, kinds, closed, pairs, days, ...others } = fit;
  const { firstDay, lastDay, ...told } = source;
  const weekdays = (list: readonly number[]) => list.map((weekday) => weekdayNames[weekday]);
  const plain = {
    ...rest,
    source: { ...told, first: dateText(firstDay), last: dateText(lastDay) },
    kinds: kinds.map((kind) => ({
      ...kind,
      weekdays: weekdays(kind.weekdays),
      from: clockText(kind.from * 1000),
      to: clockText(kind.to * 1000),
    })),
    closed: weekdays(closed),
    pairs: pairs.map((pair) => ({ ...pair, weekdays: weekdays(pair.weekdays) })),
    days: days.map(({ day, ...each }) => ({ date: dateText(day), ...each })),
    ...others,
  };
  // JSON has no Infinity: an endless shape is null.
  return `${JSON.stringify(plain, null, 2)}\n`;
}
