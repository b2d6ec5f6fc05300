/**
 * How much a time average over a long run varies: what decides how long a simulation must be (Whitt 1989, "Planning
 * queueing simulations", Management Science 35; Asmussen and Glynn 2007, "Stochastic Simulation", chapter IV).
 */
import type { Chain, State } from './chain.ts';
import { Elimination } from './chain-elimination.ts';
import { assertIrreducible } from './chain-steady.ts';
import { meanOver } from './chain.ts';

export interface LongRun {
  readonly mean: number;
  /** The limit of T x Var(average over T seconds), in seconds times the square of the unit of the value. */
  readonly asymptoticVariance: number;
}

/**
 * Mean and asymptotic variance 2 sum p (f - m) g of a value f of the state, where Q g = -(f - m).
 * @throws {ChainError} where the chain has no single steady state
 */
export function longRun(chain: Chain, value: (state: State) => number): LongRun {
  assertIrreducible(chain);
  const elimination = new Elimination(chain);
  const distribution = elimination.steadyState();
  const mean = meanOver(chain, distribution, value);
  const excess = Float64Array.from(chain.states, (state) => value(state) - mean);
  const bias = elimination.bias(excess);
  let sum = 0;
  for (let at = 0; at < excess.length; at++) sum += distribution[at]! * excess[at]! * bias[at]!;
  return { mean, asymptoticVariance: 2 * sum };
}
