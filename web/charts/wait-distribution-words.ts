/** What the wait distribution says: its finding, a bin read out, and all bins as a table. It draws nothing. */
import { msg, str } from '@lit/localize';
import type { FrameSide } from '../../reports/frame.ts';
import { formatLength, type Numbers } from '../../reports/format.ts';
import { numberCell, textCell, type Cell, type ChartTable } from './chart-table.ts';
import { countText, NOTHING, stepText } from './plan.ts';
import type { ReadOut } from './read-out.ts';
import { callersOf, closedBins, isOfAllCalls, totalOf, type Bin } from './wait-bins.ts';
import { distributionNames, type DistributionParts } from './wait-distribution-plan.ts';

/** "Of all calls 66% at once, 81% within 60 s; 3% take a callback": of whom, for a service level counts others. */
export function distributionSentence({ now }: DistributionParts, numbers: Numbers): string {
  const { waits, callsPerDay } = now;
  const total = waits === null ? 0 : totalOf(waits);
  if (waits === null || !(total > NOTHING)) return msg('Nobody has called yet.');
  const whole = (share: number): string => numbers.percent(share, 0);
  const atOnce = whole(waits.atOnce / total);
  const chose = waits.bins.reduce((sum, { optedIn }) => sum + optedIn, 0) / total;
  const left = whole(waits.bins.reduce((sum, { abandoned }) => sum + abandoned, 0) / total);
  // Bins tell it when the threshold is one of their edges; a service level has a formula of its own.
  const isEdge = waits.within !== null && waits.bins.some(({ to }) => to === waits.within);
  const whose = isOfAllCalls(waits, callsPerDay) ? msg('Of all calls') : msg('Of calls not sent away');
  if (!isEdge) return msg(str`${whose} ${atOnce} answered at once; ${left} abandon`);
  const until = waits.bins.filter(({ to }) => to !== null && to <= waits.within!);
  const within = whole(until.reduce((sum, { answered }) => sum + answered, waits.atOnce) / total);
  const threshold = formatLength(numbers, waits.within);
  return chose > NOTHING
    ? msg(str`${whose} ${atOnce} at once, ${within} within ${threshold}; ${whole(chose)} take a callback`)
    : msg(str`${whose} ${atOnce} at once, ${within} within ${threshold}; ${left} abandon`);
}

function shareName({ waits, callsPerDay }: FrameSide): string {
  return waits === null || isOfAllCalls(waits, callsPerDay)
    ? msg('of all calls')
    : msg('of calls not sent away');
}

const PARTS = ['answered', 'optedIn', 'abandoned'] as const;

export function distributionReadOut(
  { now, ghost }: DistributionParts,
  numbers: Numbers,
  index: number,
): ReadOut | null {
  const { waits } = now;
  const bin = waits === null ? undefined : closedBins(waits)[index];
  if (waits === null || bin === undefined) return null;
  const total = totalOf(waits);
  const share = (callers: number, of: number): string => numbers.percent(callers / of, 1);
  const was = ghost?.waits?.bins.find(({ from, to }) => from === bin.from && to === bin.to);
  return {
    heading: rangeText(bin, numbers),
    rows: [
      ...PARTS.map((part) => ({ name: distributionNames[part](), value: share(bin[part], total) })),
      { name: shareName(now), value: share(callersOf(bin), total), isMain: true },
      ...(was === undefined
        ? []
        : [{ name: distributionNames.ghost(), value: share(callersOf(was), totalOf(ghost!.waits!)) }]),
    ],
  };
}

function rangeText({ from, to }: Bin, numbers: Numbers): string {
  const start = stepText(numbers, from);
  return to === null ? msg(str`longer than ${start}`) : msg(str`${start} to ${stepText(numbers, to)}`);
}

export function distributionTable({ now }: DistributionParts, numbers: Numbers): ChartTable | null {
  const { waits } = now;
  if (waits === null) return null;
  const total = totalOf(waits) || 1;
  const count = (value: number): Cell => numberCell(value, (each) => countText(numbers, each));
  const share = (value: number): Cell => numberCell(value / total, (each) => numbers.percent(each, 1));
  return {
    columns: [
      msg('Wait'),
      msg('Answered a day'),
      msg('Chose a callback a day'),
      msg('Abandoned a day'),
      isOfAllCalls(waits, now.callsPerDay) ? msg('Share of all calls') : msg('Share of calls not sent away'),
    ],
    rows: [
      [textCell(msg('at once')), count(waits.atOnce), count(0), count(0), share(waits.atOnce)],
      ...waits.bins.map((bin) => [
        textCell(rangeText(bin, numbers)),
        ...PARTS.map((part) => count(bin[part])),
        share(callersOf(bin)),
      ]),
    ],
  };
}
