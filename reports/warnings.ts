/**
 * What a reader should know before he believes a number: too few days, somebody left over at the end, an interruption. It reads
 * a finished report and changes nothing in it.
 */
import { numbersOf } from './format.ts';
import type { KpiRow, Report, ReportWarning } from './schema.ts';

/** Student's t is wide below, and the normal shape of a mean not to be relied on. */
const DAYS_ENOUGH = 10;

/** What there is was simulated, but somebody asked for more. */
export function interruptedWarning({
  simulated,
  asked,
}: Pick<Report['days'], 'simulated' | 'asked'>): ReportWarning {
  const [done, wanted] = [simulated, asked].map((days) => NUMBERS.plain(days, 0));
  const text = `Interrupted after ${done} of ${wanted} days; the numbers are of those days.`;
  return { code: 'interrupted', text, parameters: { simulated, asked } };
}
const NUMBERS = numbersOf('en-GB');

/** @param tellsIntervals whether single queues are told by interval */
export function warningsOf(report: Report, tellsIntervals: boolean): ReportWarning[] {
  const warnings: ReportWarning[] = [];
  const warn = (code: string, parameters: ReportWarning['parameters'], text: string): number =>
    warnings.push({ code, text, parameters });
  const { days } = report;
  if (days.ended === 'stopped') warnings.push(interruptedWarning(days));
  const n = report.headline[0]?.n ?? 0;
  const { antithetic, blocks } = report.analysis;
  const replicate = { blockDays: days.blockDays, ...(antithetic ? { pairs: 1 } : {}) };
  const [what, whats] = antithetic
    ? ['pair of days', 'pairs of days']
    : days.blockDays > 1
      ? ['block of days', 'blocks of days']
      : ['day', 'days'];
  if (n === 0) warn('no-days', {}, 'No day was simulated.');
  else if (n === 1)
    warn(
      'one-day',
      replicate,
      `One ${what} alone tells nothing about chance: there are no intervals. Simulate more days.`,
    );
  else if (n < DAYS_ENOUGH)
    warn(
      'few-days',
      { n, ...replicate, enough: DAYS_ENOUGH },
      `${n} ${whats} make rough intervals; ${DAYS_ENOUGH} or more are better.`,
    );
  for (const { kind, simulated } of days.kinds)
    if (simulated === 1 && days.simulated > 1)
      warn('kind-once', { kind }, `The kind of day "${kind}" came once: its own numbers have no interval.`);
  const [worst] = blocks.filter(({ isCorrelated }) => isCorrelated).toSorted((a, b) => b.z - a.z);
  if (worst !== undefined) {
    const correlation = Number(worst.correlation.toFixed(2));
    warn(
      'blocks-correlated',
      { correlation, blockDays: days.blockDays },
      `The blocks of days still hang together (neighbours correlate by ${correlation}), so the intervals are too narrow. Simulate more days: the blocks grow with them.`,
    );
  }
  if (!tellsIntervals)
    warn('no-intervals', {}, 'So many queues and intervals: only all queues together are told by interval.');
  const waiting = row(report, 'K-32', 'liveAtEnd');
  if ((waiting?.mean ?? 0) > 0)
    warn(
      'waiting-at-end',
      { perDay: waiting!.mean! },
      `${perDay(waiting)} callers a day were still waiting when the day ended.`,
    );
  const open = row(report, 'K-32', 'callbacksAtEnd');
  if ((open?.mean ?? 0) > 0)
    warn(
      'callbacks-open',
      { perDay: open!.mean! },
      `${perDay(open)} callbacks a day were still owed when the day ended.`,
    );
  warnings.push(...unserved(report));
  return warnings;
}

/** RT-08: they never enter the queue, so no number of the queue itself shows them. */
function unserved(report: Report): ReportWarning[] {
  return report.kpis.flatMap((each) => {
    const { id, stat, queue, kind, interval } = each;
    if (id !== 'K-06' || stat !== 'queue-without-agents') return [];
    if (queue === null || kind !== null || interval !== null || !each.mean) return [];
    const text = `${perDay(each)} calls a day were closed at once at "${queue}", for no agent serves that queue; they are not among the offered.`;
    return [{ code: 'queue-without-agents', text, parameters: { perDay: each.mean, queue } }];
  });
}

function row(report: Report, id: string, stat: string): KpiRow | undefined {
  return report.kpis.find(
    (each) => each.id === id && each.stat === stat && each.queue === null && each.kind === null,
  );
}

function perDay(each: KpiRow | undefined): string {
  const mean = each?.mean ?? 0;
  return mean >= 10 ? String(Math.round(mean)) : String(Number(mean.toPrecision(2)));
}
