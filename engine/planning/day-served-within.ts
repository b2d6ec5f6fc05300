/**
 * How many callers of a day are served within so many seconds, staff changes included: each caller who has to wait is
 * followed through the calls ahead. It plays the day of day.ts again and cuts it where a caller's seconds begin to
 * reach into another period.
 */
import { chainOf } from './chain.ts';
import type { Chain, State } from './chain.ts';
import { after, expectedAfter } from './chain-transient.ts';
import type { Day, DayPeriod, Moment, Weighted } from './day.ts';
import { EMPTY, momentOf, playPeriod, staffed, withLongEnoughLine } from './day.ts';
import { integral } from './quadrature.ts';
import { leavingRate } from './team.ts';
import { notNegative } from './traffic.ts';

/**
 * Expected number of the day's callers who are served after waiting at most `withinSec`.
 * @throws {RangeError} for a negative time
 */
export function dayServedWithin(day: Day, withinSec: number): number {
  notNegative('withinSec', withinSec);
  return withLongEnoughLine(day, (line) => {
    let served = 0;
    let lost = 0;
    let moment = EMPTY;
    let start = 0;
    for (const [at, period] of day.periods.entries()) {
      const arrivals = period.arrivalsPerHour / 3600;
      moment = staffed(moment, period.agents);
      // Callers of the last seconds wait on under the staff of the next period.
      const end = start + period.durationSec;
      const isLastStaff = day.periods.slice(at).every(({ agents }) => agents === period.agents);
      const cut = isLastStaff ? end : Math.max(start, end - withinSec);
      const early = playPeriod(day, period, moment, line, cut - start);
      served += arrivals * early.mean(servedUnder(day, period.agents, early.states, withinSec));
      lost += arrivals * early.mean(([, waiting]) => (waiting === line ? 1 : 0));
      moment = early.end;
      if (cut < end) {
        const from = moment;
        const shareAt = (seconds: number): number => {
          const seen = playPeriod(day, period, from, line, seconds).end;
          return servedLater(day, at, seen, end - cut - seconds, withinSec);
        };
        served += arrivals * integral(shareAt, 0, end - cut, kinks(day.periods, at, end - cut, withinSec));
        const late = playPeriod(day, period, moment, line, end - cut);
        lost += arrivals * late.mean(([, waiting]) => (waiting === line ? 1 : 0));
        moment = late.end;
      }
      start = end;
    }
    return { result: served, lost };
  });
}

/** Where, in the last seconds of a period, a caller's time begins to reach the end of a later one. */
function kinks(periods: readonly DayPeriod[], at: number, length: number, withinSec: number): number[] {
  let later = length;
  return periods.slice(at + 1).map(({ durationSec }) => (later += durationSec) - withinSec);
}

/** Of callers who find the state of the moment, the share served in time, by the staff from period `at` on. */
function servedLater(day: Day, at: number, seen: Moment, leftOfPeriod: number, withinSec: number): number {
  let served = 0;
  const waiting: Weighted[] = [];
  const { agents } = day.periods[at]!;
  for (const [place, state] of seen.states.entries()) {
    if (state[0]! < agents) served += seen.weights[place]!;
    else waiting.push({ state, weight: seen.weights[place]! * (1 - day.balkProbability) });
  }
  let now = momentOf(waiting);
  let left = withinSec;
  let length = leftOfPeriod;
  for (let period = at; now.states.length > 0; period++) {
    const isLast = period === day.periods.length - 1;
    const seconds = isLast ? left : Math.min(left, length);
    const chain = aheadOf(day, day.periods[period]!.agents, now.states);
    const begin = new Float64Array(chain.states.length);
    begin.set(now.weights);
    const end = after(chain, begin, seconds);
    served += end[chain.indexOf(SERVED)!]!;
    left -= seconds;
    if (left <= 0) break;
    const next = day.periods[period + 1]!;
    length = next.durationSec;
    const kept: Weighted[] = [];
    for (const [place, state] of chain.states.entries()) {
      const [busy, ahead] = state as [number, number];
      if (busy < 0) continue;
      const free = Math.max(0, next.agents - busy);
      if (ahead < free) served += end[place]!;
      else kept.push({ state: [busy + free, ahead - free], weight: end[place]! });
    }
    now = momentOf(kept);
  }
  return served;
}

/** The chance to be served in time by one staff, from each state that a caller may find. */
function servedUnder(
  day: Day,
  agents: number,
  states: readonly State[],
  withinSec: number,
): (state: State) => number {
  const full = states.filter(([busy]) => busy! >= agents);
  if (full.length === 0) return () => 1;
  const chain = aheadOf(day, agents, full);
  const isServed = new Float64Array(chain.states.length);
  isServed[chain.indexOf(SERVED)!] = 1;
  const chance = expectedAfter(chain, isServed, withinSec);
  return (state) => (state[0]! < agents ? 1 : (1 - day.balkProbability) * chance[chain.indexOf(state)!]!);
}

const SERVED: State = [-1, 0];
const GONE: State = [-1, 1];

/** A caller's wait: agents busy, callers ahead. Who comes later does not matter. */
function aheadOf(day: Day, agents: number, starts: readonly State[]): Chain {
  const leave = leavingRate(day.meanPatienceSec);
  return chainOf([...starts, SERVED], ([busy, ahead], to) => {
    if (busy! < 0) return;
    const done = busy! / day.meanHandleSec;
    // Too many at work still: an agent who is done goes.
    if (busy! > agents) to([busy! - 1, ahead!], done);
    else if (ahead === 0) to(SERVED, done);
    else to([busy!, ahead! - 1], done);
    to([busy!, ahead! - 1], ahead! * leave);
    to(GONE, leave);
  });
}
