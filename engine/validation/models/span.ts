/**
 * How long a model is played so that it has forgotten its empty start: the relaxation time of the queue, and from it separate days
 * with a warm-up, or one long run in blocks. It knows rates and means only.
 */
import { MalformedError, ParamsError, type Params } from '../params.ts';

/** How a steady state is reached. */
export interface Span {
  /** The section `days` of the scenario. */
  readonly days: string;
  /** Long runs: days in a block, the replicate of the statistics. Separate days have none. */
  readonly blockDays?: number;
  /** Seconds before the end in which what does not come after closing would still matter. */
  readonly tail: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;
/** Eight relaxation times: what is left of the start is e^-8, a three-thousandth. */
const WARM_UP = 8;
const TAIL = 3;
/** A longer warm-up is paid once for a long run rather than every day. */
const LONGEST_WARM_UP = 3 * HOUR;

/**
 * Independent days as replicates: the warm-up and then four times as long, at least four hours. A system with a warm-up of more than
 * three hours is one long run, in blocks of eight relaxation times or more.
 *
 * @param relaxation in seconds
 */
export function steady(relaxation: number): Span {
  const warmUp = Math.max(1, Math.ceil((WARM_UP * relaxation) / 60));
  if (!Number.isFinite(warmUp)) throw new MalformedError('there is no steady state');
  const tail = Math.max(1200, TAIL * relaxation);
  if (warmUp > LONGEST_WARM_UP) {
    const blockDays = Math.ceil(warmUp / DAY);
    if (blockDays > 400) throw new ParamsError('the steady state is reached in years only');
    return {
      days: `from: 00:00, to: 24:00, interval: 24h, continuous: true, warmUp: ${24 * blockDays}h`,
      blockDays,
      tail,
    };
  }
  const to = Math.min(DAY, warmUp + Math.max(4 * HOUR, 4 * warmUp));
  return { days: `from: 00:00, to: ${clock(to)}, interval: ${to}m, warmUp: ${warmUp}m`, tail };
}

export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * Relaxation time of M/M/c in seconds: 1 / (sqrt(c mu) - sqrt(lambda))^2 (Cohen 1982), in heavy traffic longer by
 * (1 + cv^2) / 2 for other handle times. Never shorter than a handle time.
 */
export function relaxationOf(arrivals: number, agents: number, handle: number, cv = 1): number {
  const room = Math.sqrt((agents * 3600) / handle) - Math.sqrt(arrivals);
  if (room <= 0) return Infinity;
  return Math.max(handle, (3600 / (room * room)) * Math.max(1, (1 + cv * cv) / 2));
}

/** With patience a queue is forgotten as fast as callers leave it. */
export function relaxation(
  arrivals: number,
  agents: number,
  handle: number,
  wait: number | null,
  cv = 1,
): number {
  const full = relaxationOf(arrivals, agents, handle, cv);
  return wait === null ? full : Math.min(full, Math.max(handle, wait));
}

/** The greatest length of which all periods are multiples, in whole seconds. */
function commonStep(durations: readonly number[]): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return durations.reduce(divisor);
}

export interface Periods {
  readonly days: string;
  /** Calls expected in each step. */
  readonly expected: readonly number[];
  /** What holds in each step, of a value by period. */
  readonly byStep: (values: readonly number[]) => number[];
}

/** A day of periods with rates of their own, from empty to empty. */
export function periodsOf(periods: readonly Params[], durationOf: (period: Params) => number): Periods {
  const durations = periods.map(durationOf);
  const total = durations.reduce((sum, each) => sum + each, 0);
  if (durations.length === 0 || durations.some((each) => !(each > 0) || each % 60 !== 0))
    throw new ParamsError('periods are of whole minutes');
  if (total > DAY * 60) throw new ParamsError('the periods are longer than a day');
  const step = commonStep(durations);
  const byStep = (values: readonly number[]): number[] =>
    values.flatMap((value, at) => Array.from({ length: durations[at]! / step }, () => value));
  const rates = periods.map((each) => (each.number('arrivalsPerHour') * step) / 3600);
  return {
    days: `from: 00:00, to: ${clock(total / 60)}, interval: ${step / 60}m`,
    expected: byStep(rates),
    byStep,
  };
}
