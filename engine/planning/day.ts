/**
 * A whole day from empty to empty: arrivals and staff by period, patience, callers who leave at once when nobody is
 * free. Expected totals by following the exact chain through the day (Grassmann 1977; Ingolfsson et al. 2007, "A survey
 * and experimental comparison of service level approximation methods for nonstationary M(t)/M/s(t) queueing systems").
 * Within a period the rates are constant.
 *
 * Staff that drops: agents finish the call in hand, and nobody new is started until fewer are busy than there are.
 * After the last period nobody new comes and its staff stays until all is done. The share served in time is in
 * day-served-within.ts.
 */
import type { Moves, State } from './chain.ts';
import { chainOf, ChainError, meanOver } from './chain.ts';
import { timeUntilEnd } from './chain-absorbing.ts';
import { over } from './chain-transient.ts';
import { leavingRate } from './team.ts';
import { notNegative, positive, share, whole } from './traffic.ts';

export interface DayPeriod {
  readonly durationSec: number;
  readonly arrivalsPerHour: number;
  readonly agents: number;
}

export interface Day {
  readonly periods: readonly DayPeriod[];
  readonly meanHandleSec: number;
  /** null: endless. */
  readonly meanPatienceSec: number | null;
  /** Share of the callers who leave at once where no agent is free. */
  readonly balkProbability: number;
}

/** Expected over the day and the time after closing until all is done. */
export interface DayTotals {
  readonly arrivals: number;
  /** Those who leave unserved, balks included. */
  readonly abandons: number;
  readonly balks: number;
  readonly queueTimeSec: number;
  readonly agentBusySec: number;
}

/** How likely the day is in which state at a moment: busy agents, waiting callers. */
export interface Moment {
  readonly states: readonly State[];
  readonly weights: Float64Array;
}

export interface Weighted {
  readonly state: State;
  readonly weight: number;
}

/** Before opening. */
export const EMPTY: Moment = { states: [[0, 0]], weights: Float64Array.of(1) };

/** Callers lost at the end of the line that is kept, as a share of all: far below the tolerances. */
const LOST_MAX = 1e-13;
const LINE_MAX = 100_000;
/** States less likely than this are dropped where one period ends. */
const NEGLIGIBLE = 1e-25;

/**
 * @throws {RangeError} without periods, or naming the argument
 * @throws {ChainError} where calls are left at the end that nobody will answer or give up
 */
export function dayTotals(day: Day): DayTotals {
  return withLongEnoughLine(day, (line) => {
    const totals = { arrivals: 0, balks: 0, queueTimeSec: 0, agentBusySec: 0 };
    let lost = 0;
    let moment = EMPTY;
    for (const period of day.periods) {
      const arrivals = period.arrivalsPerHour / 3600;
      const part = playPeriod(day, period, staffed(moment, period.agents), line, period.durationSec);
      const full = part.mean(([busy]) => (busy! >= period.agents ? 1 : 0));
      totals.arrivals += arrivals * period.durationSec;
      totals.balks += arrivals * day.balkProbability * full;
      totals.queueTimeSec += part.mean(([, waiting]) => waiting!);
      totals.agentBusySec += part.mean(([busy]) => busy!);
      lost += arrivals * part.mean(([, waiting]) => (waiting === line ? 1 : 0));
      moment = part.end;
    }
    const rest = runOut(day, moment);
    totals.queueTimeSec += rest.queueTimeSec;
    totals.agentBusySec += rest.agentBusySec;
    const gaveUp = totals.queueTimeSec * leavingRate(day.meanPatienceSec);
    return { result: { ...totals, abandons: gaveUp + totals.balks }, lost };
  });
}

/** Plays with a line of so many places, and longer ones until the callers it turns away no longer count. */
export function withLongEnoughLine<Result>(
  day: Day,
  play: (line: number) => { readonly result: Result; readonly lost: number },
): Result {
  checkDay(day);
  const arrivals = day.periods.reduce(
    (sum, each) => sum + (each.arrivalsPerHour * each.durationSec) / 3600,
    0,
  );
  for (let line = likelyLine(day); line <= LINE_MAX; line *= 2) {
    const { result, lost } = play(line);
    if (lost <= LOST_MAX * Math.max(1, arrivals)) return result;
  }
  throw new ChainError(`The queue of the day grows beyond ${LINE_MAX}.`);
}

/**
 * Where the line is hardly ever longer: the longest of the day if calls were a steady flow, and 7.5 standard deviations
 * of what comes and goes within a patience.
 */
function likelyLine({ periods, meanHandleSec, meanPatienceSec, balkProbability }: Day): number {
  const whole = periods.reduce((sum, { durationSec }) => sum + durationSec, 0);
  let longest = 0;
  let spread = 0;
  let queue = 0;
  for (const { durationSec, arrivalsPerHour, agents } of periods) {
    const [come, go] = [(arrivalsPerHour / 3600) * (1 - balkProbability), agents / meanHandleSec];
    queue =
      meanPatienceSec === null
        ? queue + (come - go) * durationSec
        : queue - ((come - go) * meanPatienceSec - queue) * Math.expm1(-durationSec / meanPatienceSec);
    queue = Math.max(0, queue);
    longest = Math.max(longest, queue);
    spread = Math.max(spread, (come + go) * Math.min(whole, meanPatienceSec ?? Infinity));
  }
  return Math.ceil(longest + 7.5 * Math.sqrt(spread)) + 20;
}

export interface Played {
  /** All that can be met in that time. */
  readonly states: readonly State[];
  readonly end: Moment;
  /** Integral over the time played of the mean of a value of the state. */
  mean(value: (state: State) => number): number;
}

/** Some seconds of a period from the moment on. */
export function playPeriod(day: Day, period: DayPeriod, from: Moment, line: number, seconds: number): Played {
  const chain = chainOf(from.states, movesOf(day, period.agents, period.arrivalsPerHour / 3600, line));
  const begin = new Float64Array(chain.states.length);
  begin.set(from.weights);
  const { end, time } = over(chain, begin, seconds);
  const kept = chain.states.map((_, at) => at).filter((at) => end[at]! > NEGLIGIBLE);
  return {
    states: chain.states,
    end: momentOf(kept.map((at) => ({ state: chain.states[at]!, weight: end[at]! }))),
    mean: (value) => meanOver(chain, time, value),
  };
}

function movesOf(day: Day, agents: number, arrivals: number, line: number): Moves {
  const leave = leavingRate(day.meanPatienceSec);
  return ([busy, waiting], to) => {
    if (busy! < agents) to([busy! + 1, waiting!], arrivals);
    else if (waiting! < line) to([busy!, waiting! + 1], arrivals * (1 - day.balkProbability));
    const startsNext = waiting! > 0 && busy! <= agents;
    to(startsNext ? [busy!, waiting! - 1] : [busy! - 1, waiting!], busy! / day.meanHandleSec);
    to([busy!, waiting! - 1], waiting! * leave);
  };
}

/** Agents who come take those who wait; agents who go are gone when their call is. */
export function staffed({ states, weights }: Moment, agents: number): Moment {
  return momentOf(
    states.map(([busy, waiting], at) => {
      const start = Math.max(0, Math.min(waiting!, agents - busy!));
      return { state: [busy! + start, waiting! - start], weight: weights[at]! };
    }),
  );
}

/** States that are met more than once are one, with all their weight. */
export function momentOf(parts: readonly Weighted[]): Moment {
  const byName = new Map<string, { readonly state: State; weight: number }>();
  for (const { state, weight } of parts) {
    const known = byName.get(state.join());
    if (known === undefined) byName.set(state.join(), { state, weight });
    else known.weight += weight;
  }
  const all = [...byName.values()];
  return { states: all.map(({ state }) => state), weights: Float64Array.from(all, ({ weight }) => weight) };
}

/** After closing, until the last call is done. */
function runOut(day: Day, moment: Moment): { readonly queueTimeSec: number; readonly agentBusySec: number } {
  const agents = day.periods.at(-1)!.agents;
  // The fullest states first: then all moves lead to states that come later.
  const order = moment.states.map((_, at) => at);
  const totalOf = (at: number): number => moment.states[at]![0]! + moment.states[at]![1]!;
  order.sort((one, other) => totalOf(other) - totalOf(one));
  const chain = chainOf(
    order.map((at) => moment.states[at]!),
    movesOf(day, agents, 0, Infinity),
  );
  const stuck = chain.states.find(([busy, waiting], at) => chain.exit[at] === 0 && busy! + waiting! > 0);
  if (stuck !== undefined)
    throw new ChainError(
      'Calls wait after closing, with nobody to answer them and no end to their patience.',
    );
  const begin = new Float64Array(chain.states.length);
  for (const [place, at] of order.entries()) begin[place] = moment.weights[at]!;
  const time = timeUntilEnd(chain, begin);
  return {
    queueTimeSec: meanOver(chain, time, ([, waiting]) => waiting!),
    agentBusySec: meanOver(chain, time, ([busy]) => busy!),
  };
}

function checkDay({ periods, meanHandleSec, meanPatienceSec, balkProbability }: Day): void {
  if (periods.length === 0) throw new RangeError('A day needs a period.');
  for (const { durationSec, arrivalsPerHour, agents } of periods) {
    positive('durationSec', durationSec);
    notNegative('arrivalsPerHour', arrivalsPerHour);
    whole('agents', agents, 0);
  }
  positive('meanHandleSec', meanHandleSec);
  if (meanPatienceSec !== null) positive('meanPatienceSec', meanPatienceSec);
  share('balkProbability', balkProbability);
}
