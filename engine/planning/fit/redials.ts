/**
 * Who calls again: of callers who hung up or got a busy tone, the share whose next call comes within a window, and how long they
 * take. Beside it the same share of those who were answered, for people call again for other reasons too. It needs to know callers.
 */
import type { CallRecords } from './records.ts';

export interface Redials {
  readonly rates: RedialRates;
  /** By row: this call is a redial, which a simulation makes by itself. */
  readonly isRedial: Uint8Array;
}

export interface RedialRates {
  /** Seconds. */
  readonly window: number;
  readonly afterAbandon: RedialRate;
  readonly afterBlocked: RedialRate;
  /** What happens without a reason to redial. */
  readonly afterAnswer: RedialRate;
  /** Mean seconds until they call again, corrected for the window's end; null where nobody did. */
  readonly meanDelay: number | null;
  /** Whether more of the lost call again than of the answered, beyond chance; else nobody is taken for a redialler. */
  readonly isMore: boolean;
  /** Calls that are one. */
  readonly redials: number;
}

export interface RedialRate {
  /** With a caller known, and the window over before the data end. */
  readonly calls: number;
  readonly again: number;
  readonly share: number;
}

const DAY = 86_400;

/** null: the file does not name its callers, or does not say who was lost. */
export function redialsOf(records: CallRecords, window: number): Redials | null {
  const { rows, caller, outcome } = records;
  const at = (row: number): number => records.day[row]! * DAY + records.second[row]!;
  const known = Array.from({ length: rows }, (_, row) => row).filter((row) => caller[row]! >= 0);
  if (known.length === 0 || !outcome.some((each) => each === 'abandoned' || each === 'blocked')) return null;
  known.sort((a, b) => caller[a]! - caller[b]! || at(a) - at(b) || a - b);
  const end = known.reduce((last, row) => Math.max(last, at(row)), 0);
  const isRedial = new Uint8Array(rows);
  const rates = { abandoned: [0, 0], blocked: [0, 0], answered: [0, 0] };
  const delays: number[] = [];
  for (const [place, row] of known.entries()) {
    const ended = outcome[row]!;
    if (ended !== 'abandoned' && ended !== 'blocked' && ended !== 'answered') continue;
    // He can call again only once he has left.
    const wait = records.wait[row]!;
    const left = at(row) + (Number.isNaN(wait) ? 0 : wait);
    const next = known[place + 1];
    const isSame = next !== undefined && caller[next] === caller[row];
    const delay = isSame ? at(next) - left : Infinity;
    const isAgain = delay >= 0 && delay <= window;
    if (isAgain && next !== undefined && ended !== 'answered') isRedial[next] = 1;
    if (left + window > end) continue;
    rates[ended][0]! += 1;
    if (!isAgain) continue;
    rates[ended][1]! += 1;
    if (ended !== 'answered') delays.push(delay);
  }
  const rate = ([calls = 0, again = 0]: readonly number[]): RedialRate => ({
    calls,
    again,
    share: calls > 0 ? again / calls : 0,
  });
  const [lost, answered] = [sumOf(rates.abandoned, rates.blocked), sumOf(rates.answered)];
  const isMore = excessOf(lost, answered) > SURELY;
  if (!isMore) isRedial.fill(0);
  return {
    rates: {
      isMore,
      window,
      afterAbandon: rate(rates.abandoned),
      afterBlocked: rate(rates.blocked),
      afterAnswer: rate(rates.answered),
      meanDelay: delays.length === 0 ? null : truncatedMean(delays, window),
      redials: isRedial.reduce((sum, each) => sum + each, 0),
    },
    isRedial,
  };
}

/** Standard deviations: one in 700 by chance. */
const SURELY = 3;

function sumOf(...pairs: readonly (readonly number[])[]): readonly [calls: number, again: number] {
  return [
    pairs.reduce((sum, [calls = 0]) => sum + calls, 0),
    pairs.reduce((sum, [, again = 0]) => sum + again, 0),
  ];
}

/** z of two shares with their common variance; Infinity where there is nothing to compare with. */
function excessOf([calls, again]: readonly [number, number], [of, by]: readonly [number, number]): number {
  if (calls === 0 || again === 0) return 0;
  if (of === 0) return Infinity;
  const common = (again + by) / (calls + of);
  return (again / calls - by / of) / Math.sqrt(common * (1 - common) * (1 / calls + 1 / of));
}

/**
 * Mean of an exponential law of which only values below the window are seen: m - w / (e^(w/m) - 1) is the mean of those (Deemer and
 * Votaw 1955). Beyond half the window their mean tells nothing of what comes after it, and it is taken as it is.
 */
function truncatedMean(delays: readonly number[], window: number): number {
  const seen = Math.max(1, delays.reduce((sum, delay) => sum + delay, 0) / delays.length);
  if (seen >= 0.45 * window) return seen;
  let mean = seen;
  for (let step = 0; step < 100; step++) mean = seen + window / Math.expm1(window / mean);
  return mean;
}
