/**
 * Several agents, any handle time: M/G/c. Exact where the law allows it (constant, or made of exponential phases); for any other
 * law there is no exact answer in use, and the approximations that the trade knows are given under their own names. Two moments
 * of the handle time are all they look at.
 *
 * Any unit of time will do, the same for the rate, the law and the answers.
 */
import type { Law } from '../kernel/distributions.ts';
import { ConstantHandle } from './constant-handle.ts';
import { erlangC } from './erlang.ts';
import { rawMoment, squaredVariation } from './law-moments.ts';
import { phaseTypeAgents } from './phase-type-agents.ts';
import type { ManyAgents } from './phase-type-agents.ts';
import { phasesOf } from './phase-type.ts';

/** The exact answer; null when the law has none in use. @throws {RangeError} when the agents cannot keep up */
export function generalHandle(arrivalRate: number, handle: Law, agents: number): ManyAgents | null {
  if (handle.law === 'constant') {
    const { occupancy, pWait, meanQueue, meanWait } = new ConstantHandle(arrivalRate, handle.value, agents);
    return { occupancy, pWait, meanQueue, meanWait };
  }
  const phases = phasesOf(handle);
  return phases && phaseTypeAgents(arrivalRate, phases, agents);
}

export interface Approximation extends ManyAgents {
  readonly name: 'Lee-Longton' | 'Allen-Cunneen' | 'Kimura' | 'Cosmetatos';
  readonly source: string;
  /** Where it may be trusted. */
  readonly validity: string;
}

/**
 * The share of callers who wait is taken from Erlang C by all four: it hardly depends on the law (Tijms 2003, §9.6).
 * With W(exp) and W(const) the mean waits of M/M/c and M/D/c, and v the squared coefficient of variation:
 *
 * - Lee-Longton: (1 + v)/2 W(exp)
 * - Allen-Cunneen: the same with (va + v)/2, va the squared variation of the times between calls, and Sakasegawa's closed formula
 *   in place of Erlang C
 * - Kimura: (1 + v) / (2 v / W(exp) + (1 - v) / W(const))
 * - Cosmetatos: v W(exp) + (1 - v) W(const), here with the exact W(const)
 *
 * @param arrivalVariation va; 1 when calls come at random. Only Allen-Cunneen looks at it
 * @throws {RangeError} when the agents cannot keep up
 */
export function generalHandleApproximations(
  arrivalRate: number,
  handle: Law,
  agents: number,
  arrivalVariation = 1,
): readonly Approximation[] {
  const mean = rawMoment(handle, 1);
  const constant = new ConstantHandle(arrivalRate, mean, agents);
  const v = squaredVariation(handle);
  const { occupancy } = constant;
  const pWait = erlangC(arrivalRate * mean, agents);
  const random = (pWait * mean) / (agents * (1 - occupancy));
  const of = (
    name: Approximation['name'],
    meanWait: number,
    source: string,
    validity: string,
    waits = pWait,
  ): Approximation => ({
    name,
    occupancy,
    pWait: waits,
    meanQueue: arrivalRate * meanWait,
    meanWait,
    source,
    validity,
  });
  const sakasegawa = occupancy ** (Math.sqrt(2 * (agents + 1)) - 1);
  return [
    of(
      'Lee-Longton',
      ((1 + v) / 2) * random,
      'Lee and Longton 1959, Operational Research Quarterly 10, 56-69',
      'exact for one agent and for exponential handle times; a few per cent off at 5 agents or more when busy',
    ),
    of(
      'Allen-Cunneen',
      ((arrivalVariation + v) / 2) * ((sakasegawa * mean) / (agents * (1 - occupancy))),
      'Allen 1990, Probability, Statistics and Queueing Theory, §5.3.3; Sakasegawa 1977',
      'occupancy above about 0.7; also for arrivals that are not random',
      sakasegawa,
    ),
    of(
      'Kimura',
      random === 0 ? 0 : (1 + v) / ((2 * v) / random + (1 - v) / constant.meanWait),
      'Kimura 1986, Management Science 32, 644-655',
      'variation up to 1: about 1 % off; not for v above 1 when few agents are idle most of the time',
    ),
    of(
      'Cosmetatos',
      v * random + (1 - v) * constant.meanWait,
      'Cosmetatos 1976, Operational Research Quarterly 27, 615-620; Tijms 2003, §9.6.2',
      'v up to 2: about 2 % off; may fall below 0 when v is far above 1',
    ),
  ];
}
