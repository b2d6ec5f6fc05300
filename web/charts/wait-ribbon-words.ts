/** What the wait ribbon says: its finding in a sentence, an interval read out, and all of it as a table. It draws nothing. */
import { msg, str } from '@lit/localize';
import { formatSeconds, formatShare, type Numbers } from '../../reports/format.ts';
import { intervalText } from './day-places.ts';
import { volumeNames } from './day-volume-plan.ts';
import { numberCell, textCell, type ChartTable } from './chart-table.ts';
import { countText } from './plan.ts';
import type { Reading, ReadOut } from './read-out.ts';
import { ribbonNames, type RibbonParts } from './wait-ribbon-plan.ts';

/** "At 17:00, 8 callers in 10 wait less than 3 min 01 s. Today it is 3 min 41 s.": of the interval with the longest wait. */
export function ribbonSentence({ now, ghost }: RibbonParts, numbers: Numbers): string {
  const { series } = now;
  let worst = -1;
  for (const [index, value] of series.p80.entries())
    if (Number.isFinite(value) && (worst < 0 || value > series.p80[worst]!)) worst = index;
  if (worst < 0) return msg('Nobody has called yet.');
  const wait = series.p80[worst]!;
  // Below a second a number would be a false precision.
  if (wait < 1) return msg('8 callers in 10 are answered at once, all day.');
  const start = series.starts[worst] ?? '';
  const clock = start.replace(/\+\d+$/, '');
  const was = ghost?.series.p80[ghost.series.starts.indexOf(start)] ?? NaN;
  const now8 = formatSeconds(numbers, wait);
  if (!Number.isFinite(was)) return msg(str`At ${clock}, 8 callers in 10 wait less than ${now8}.`);
  const then = formatSeconds(numbers, was);
  return msg(str`At ${clock}, 8 callers in 10 wait less than ${now8}. Baseline: ${then}.`);
}

export function ribbonReadOut({ now, ghost }: RibbonParts, numbers: Numbers, index: number): ReadOut {
  const { series, intervalSeconds } = now;
  const { agents, calls, required } = volumeNames(now);
  const wait = (value: number | undefined): string => seconds(numbers, value);
  const count = (value: number | undefined): string =>
    value === undefined || Number.isNaN(value) ? numbers.absent : countText(numbers, value);
  const rows: Reading[] = [
    { name: ribbonNames.half(), value: wait(series.p50[index]) },
    {
      name: ribbonNames.eight(),
      value: wait(series.p80[index]),
      isMain: true,
      detail: between(numbers, series.p80Low[index], series.p80High[index]),
    },
    { name: ribbonNames.most(), value: wait(series.p95[index]) },
  ];
  if (ghost !== null) rows.push({ name: ribbonNames.ghost(), value: wait(ghost.series.p80[index]) });
  rows.push(
    { name: calls, value: count(series.offered[index]) },
    { name: agents, value: count(series.planned[index]) },
  );
  if (required !== undefined) rows.push({ name: required, value: count(series.required[index]) });
  return { heading: intervalText(series.starts, intervalSeconds, index), rows };
}

function seconds(numbers: Numbers, value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? numbers.absent : formatSeconds(numbers, value);
}

function between(numbers: Numbers, low: number | undefined, high: number | undefined): string | undefined {
  if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high)) return undefined;
  return msg(str`${formatSeconds(numbers, Math.max(0, low))} to ${formatSeconds(numbers, high)}`);
}

export function ribbonTable({ now, ghost }: RibbonParts, numbers: Numbers): ChartTable {
  const { series, intervalSeconds } = now;
  const { agents, calls, required } = volumeNames(now);
  const wait = (value: number | undefined) => numberCell(value, (each) => formatSeconds(numbers, each));
  const share = (value: number | undefined) => numberCell(value, (each) => formatShare(numbers, each));
  const count = (value: number | undefined) => numberCell(value, (each) => countText(numbers, each));
  return {
    columns: [
      msg('Interval'),
      calls,
      agents,
      ...(required === undefined ? [] : [required]),
      'P50',
      'P80',
      msg('P80 from'),
      msg('P80 to'),
      'P95',
      ...(ghost === null ? [] : [msg('Baseline P80')]),
      msg('Service level'),
    ],
    rows: series.starts.map((_, at) => [
      textCell(intervalText(series.starts, intervalSeconds, at)),
      count(series.offered[at]),
      count(series.planned[at]),
      ...(required === undefined ? [] : [count(series.required[at])]),
      wait(series.p50[at]),
      wait(series.p80[at]),
      wait(series.p80Low[at]),
      wait(series.p80High[at]),
      wait(series.p95[at]),
      ...(ghost === null ? [] : [wait(ghost.series.p80[at])]),
      share(series.serviceLevel[at]),
    ]),
  };
}
