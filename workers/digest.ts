/** The digests of a scenario's days: what tells whether two machines, two versions or two settings behave the same. */
import { totalDigest } from '../engine/index.ts';
import type { ReadOptions } from '../engine/index.ts';
import { simulateDays } from './pool.ts';
import { planOf } from './run.ts';
import type { RunOptions, ScenarioSource } from './run.ts';

export interface DigestOptions
  extends ReadOptions, Pick<RunOptions, 'seed' | 'days' | 'workers' | 'signal'> {}

export interface Digest {
  readonly seed: number;
  /** Of each day, from day 0 on: 16 hexadecimal figures. */
  readonly days: readonly string[];
  /** How many commands each day had. */
  readonly commands: readonly number[];
  /** Of all days together. */
  readonly total: string;
}

const digestOptions = {
  seed: true,
  days: true,
  workers: true,
  signal: true,
  files: true,
  set: true,
} as const satisfies Record<keyof DigestOptions, true>;

/**
 * A digest of every command of each day, with its time, in order. The same scenario, seed and version give the same digests on any
 * machine and in any JavaScript engine.
 *
 * @param source as for `run`
 * @throws {ScenarioError} when the scenario has errors
 * @throws {OptionError} when an option makes no sense
 * @throws {SimulationError} when the engine contradicts itself
 */
export async function digest(source: ScenarioSource, options: DigestOptions = {}): Promise<Digest> {
  const { setup, seed, days } = planOf(source, options, Object.keys(digestOptions));
  const digests: string[] = [];
  const commands: number[] = [];
  await simulateDays({
    setups: [setup],
    seed,
    days,
    digests: true,
    workers: options.workers,
    signal: options.signal,
    onDay: (_, [result]) => {
      digests.push(result?.digest?.digest ?? '');
      commands.push(result?.digest?.commands ?? 0);
      return true;
    },
  });
  return { seed, days: digests, commands, total: totalDigest(digests) };
}
