/**
 * Interleaved measuring: every subject once a round, in turn, so that a machine that slows down slows all of
 * them; medians over the rounds. CPU time of this process, not the clock on the wall.
 */

import { execFileSync } from 'node:child_process';
import { median } from '../../engine/kernel/kernel.bench.ts';

export interface Subject {
  readonly name: string;
  /** Does a fixed piece of work; how many units of it. May be asked for many times. */
  run(): number;
  /** CPU seconds of the last run, if the subject knows better (another program). */
  seconds?(): number;
}

/** Units per CPU second by subject, median of the rounds after the warm-up. */
export function measure(subjects: readonly Subject[], rounds: number, warmUp = 1): Map<string, number> {
  const rates = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const subject of subjects) {
      const before = process.cpuUsage();
      const units = subject.run();
      const { user, system } = process.cpuUsage(before);
      const seconds = subject.seconds?.() ?? (user + system) / 1e6;
      if (round >= 0) rates.get(subject.name)!.push(units / seconds);
    }
  }
  return new Map([...rates].map(([name, all]) => [name, median(all)]));
}

interface Line {
  readonly sec: number;
  readonly n: number;
}

/** Another program that prints one JSON line: `n` units in `sec` seconds of CPU time. */
export function outside(name: string, program: string, args: readonly string[], environment = {}): Subject {
  let last: Line = { sec: 1, n: 0 };
  return {
    name,
    run() {
      const env = { ...process.env, ...environment };
      last = JSON.parse(execFileSync(program, args, { encoding: 'utf8', env })) as Line;
      return last.n;
    },
    seconds: () => last.sec,
  };
}
