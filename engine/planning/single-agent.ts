/**
 * One agent with any handle time, calls at random, served in order of arrival: M/G/1. The mean and the variance of the wait are
 * formulas of three moments (Pollaczek 1930, Khinchine 1932); how likely a wait beyond t is follows from an integral equation.
 * Several agents are in general-handle.ts.
 *
 * Any unit of time will do, the same for the rate, the law and the answers.
 */
import type { Law } from '../kernel/distributions.ts';
import { ConstantHandle } from './constant-handle.ts';
import { limitedMoment, rawMoment } from './law-moments.ts';

export interface SingleAgent {
  /** Share of time the agent is busy; also the share of callers who do not start at once. */
  readonly occupancy: number;
  readonly pWait: number;
  /** Over all callers, those served at once included. */
  readonly meanWait: number;
  readonly varWait: number;
  /** Callers waiting, averaged over time. */
  readonly meanQueue: number;
}

/**
 * With λ arrivals and moments m1, m2, m3 of the handle time, ρ = λ m1: E[W] = λ m2 / (2 (1-ρ)),
 * Var[W] = λ m3 / (3 (1-ρ)) + E[W]² (Takács 1962).
 *
 * @throws {RangeError} when the agent cannot keep up (ρ >= 1): there is no steady state
 */
export function singleAgent(arrivalRate: number, handle: Law): SingleAgent {
  const occupancy = occupancyOf(arrivalRate, handle);
  const idle = 1 - occupancy;
  const meanWait = (arrivalRate * rawMoment(handle, 2)) / (2 * idle);
  return {
    occupancy,
    pWait: occupancy,
    meanWait,
    varWait: (arrivalRate * rawMoment(handle, 3)) / (3 * idle) + meanWait ** 2,
    meanQueue: arrivalRate * meanWait,
  };
}

/**
 * P(W > t), within about 1e-9 absolute for smooth laws and 1e-7 for laws with steps.
 *
 * F(t) = P(W > t) solves F(t) = λ ∫_t^∞ B(u) du + λ ∫_0^t B(u) F(t-u) du with B the tail of the handle time, since the wait is a
 * geometric sum of residual handle times (Beneš 1957). A constant handle time has a series of its own, used instead.
 *
 * @throws {RangeError} when the agent cannot keep up
 */
export function singleAgentWaitTail(arrivalRate: number, handle: Law, t: number): number {
  const occupancy = occupancyOf(arrivalRate, handle);
  if (t < 0) return 1;
  if (t === 0) return occupancy;
  if (handle.law === 'constant') return new ConstantHandle(arrivalRate, handle.value, 1).waitTail(t);
  // Each doubling takes a quarter of the error h²; what Romberg's table gains more is good until the law's own kinks show.
  let row: readonly number[] = [];
  for (let steps = STEPS_MIN; steps <= STEPS_MAX; steps *= 2) {
    const next = [volterra(arrivalRate, handle, t, steps)];
    for (let k = 0; k < Math.min(row.length, ORDERS_MAX); k++)
      next.push(next[k]! + (next[k]! - row[k]!) / (4 ** (k + 1) - 1));
    const last = row.at(-1);
    row = next;
    if (last !== undefined && Math.abs(row.at(-1)! - last) < CLOSE) break;
  }
  return Math.min(1, Math.max(0, row.at(-1)!));
}

// 8,000 steps take about 50 ms and leave 1e-8 where the law has kinks.
const STEPS_MIN = 250;
const STEPS_MAX = 8000;
const ORDERS_MAX = 2;
const CLOSE = 1e-10;

/**
 * The equation on a grid: F is taken as straight between grid points, the tail of the law is integrated exactly (product
 * integration: Linz 1985, Analytical and Numerical Methods for Volterra Equations, §8), so steps of the law do no harm.
 */
function volterra(arrivalRate: number, handle: Law, t: number, steps: number): number {
  const h = t / steps;
  const mean = rawMoment(handle, 1);
  // Weights of F at the near and at the far end of each step of the lag u.
  const near = new Float64Array(steps);
  const far = new Float64Array(steps);
  const free = new Float64Array(steps + 1);
  let area = 0;
  let lever = 0;
  free[0] = arrivalRate * mean;
  for (let i = 0; i < steps; i++) {
    const nextArea = limitedMoment(handle, 1, (i + 1) * h);
    const nextLever = limitedMoment(handle, 2, (i + 1) * h) / 2;
    const all = nextArea - area;
    const late = (nextLever - lever) / h - i * all;
    near[i] = arrivalRate * (all - late);
    far[i] = arrivalRate * late;
    free[i + 1] = arrivalRate * (mean - nextArea);
    area = nextArea;
    lever = nextLever;
  }
  const tail = new Float64Array(steps + 1);
  tail[0] = free[0];
  for (let n = 1; n <= steps; n++) {
    let sum = free[n]! + far[0]! * tail[n - 1]!;
    for (let i = 1; i < n; i++) sum += near[i]! * tail[n - i]! + far[i]! * tail[n - i - 1]!;
    tail[n] = sum / (1 - near[0]!);
  }
  return tail[steps]!;
}

function occupancyOf(arrivalRate: number, handle: Law): number {
  const occupancy = arrivalRate * rawMoment(handle, 1);
  if (!(arrivalRate >= 0 && occupancy < 1))
    throw new RangeError(`One agent cannot keep up: an occupancy of ${occupancy} has no steady state.`);
  return occupancy;
}
