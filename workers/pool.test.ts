import { afterAll, describe, expect, it, vi } from 'vitest';
import { SimulationError } from './course.ts';
import type { Outcome, ThreadSource, Work } from './course.ts';
import { simulateDays } from './pool.ts';
import type { ToWorker } from './simulation-api.ts';
import { deskSetup } from './testing/desk.ts';
import { NodeThread } from './platform/node.ts';
import { clearShelf } from './shelf.ts';
import type { Thread, ThreadListener } from './thread.ts';

// Threads start slowly where the machine is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

// Threads run the built bundle: `npm test` builds it first.
afterAll(clearShelf);

interface Seen {
  readonly outcome: Outcome;
  /** By day and setup: the record as text (a deep comparison of so many numbers takes seconds). */
  readonly days: readonly (readonly string[])[];
}

async function simulate(work: Partial<Work>): Promise<Seen> {
  const days: string[][] = [];
  const outcome = await simulateDays({
    setups: [deskSetup()],
    seed: 7,
    days: 20,
    ...work,
    onDay: (day, results) => {
      expect(day).toBe(days.length);
      days.push(results.map(({ record }) => record.join()));
      return work.onDay?.(day, results) ?? true;
    },
  });
  return { outcome, days };
}

/** A real thread that dies when it is handed the day named, so many times in all. */
function mortal(day: number, deaths: number): ThreadSource & { readonly died: () => number } {
  let died = 0;
  class Mortal implements Thread {
    readonly #thread = new NodeThread();
    #listener: ThreadListener | null = null;

    post(message: ToWorker): void {
      const isFatal = message.say === 'simulate' && message.tasks.some((task) => task.day === day);
      this.#thread.post(message);
      if (!isFatal || died >= deaths) return;
      died++;
      this.#thread.listen(null);
      this.#thread.end();
      setTimeout(() => this.#listener?.died(new Error('killed by the test')), 5);
    }

    listen(listener: ThreadListener | null): void {
      this.#listener = listener;
      this.#thread.listen(listener);
    }

    keepAlive(): void {}

    end(): void {
      this.#thread.end();
    }
  }
  return {
    take: () => new Mortal(),
    giveBack: (thread) => thread.end(),
    died: () => died,
  };
}

describe('simulateDays', () => {
  it('gives the same records in day order for 1, 2 and 5 workers', async () => {
    const alone = await simulate({ workers: 1 });
    expect(new Set(alone.days.flat()).size).toBe(20);
    expect(alone.outcome).toEqual({ days: 20, ended: 'allDays' });
    for (const workers of [2, 5]) expect(await simulate({ workers })).toEqual(alone);
  });

  it('gives the same records without threads', async () => {
    expect(await simulate({ workers: 0 })).toEqual(await simulate({ workers: 1 }));
  });

  it('gives two setups of one run the same days as each alone', async () => {
    const other = deskSetup(['agents.seniors.count=9']);
    const both = await simulate({ setups: [deskSetup(), other], workers: 2, days: 8 });
    const first = await simulate({ workers: 1, days: 8 });
    const second = await simulate({ setups: [other], workers: 1, days: 8 });
    expect(both.days).toEqual(first.days.map((day, at) => [...day, ...(second.days[at] ?? [])]));
  });

  it('gives a long run the same days whatever the number of workers', async () => {
    const setups = [deskSetup(['days.continuous=true'])];
    const alone = await simulate({ setups, workers: 1, days: 12 });
    expect(alone.outcome.days).toBe(12);
    expect(await simulate({ setups, workers: 3, days: 12 })).toEqual(alone);
  });

  it('ends at the day the caller says is enough, at the same one for any number of workers', async () => {
    for (const workers of [0, 1, 3]) {
      const { outcome, days } = await simulate({ workers, onDay: (day) => day < 11 });
      expect(outcome).toEqual({ days: 12, ended: 'enough' });
      expect(days).toHaveLength(12);
    }
  });

  it('does the days of a worker that dies again, and nothing twice', async () => {
    const whole = await simulate({ workers: 1 });
    for (const deaths of [1, 2]) {
      const threads = mortal(9, deaths);
      expect(await simulate({ workers: 2, threads })).toEqual(whole);
      expect(threads.died()).toBe(deaths);
    }
  });

  it('goes through a long run again when its worker dies', async () => {
    const setups = [deskSetup(['days.continuous=true'])];
    const whole = await simulate({ setups, workers: 1, days: 12 });
    expect(await simulate({ setups, workers: 1, days: 12, threads: mortal(9, 1) })).toEqual(whole);
  });

  it('gives up on a day that kills every worker, and names it', async () => {
    const failure = await simulate({ workers: 1, threads: mortal(9, 99) }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SimulationError);
    expect(failure).toMatchObject({ seed: 7 });
    expect((failure as SimulationError).message).toMatch(
      /3 workers died: killed by the test \(seed 7, day \d+\)/,
    );
  });

  it('says on which day and at what instant the engine contradicted itself', async () => {
    const setup = deskSetup();
    // No checked scenario has a calendar that names a kind of day that is not there.
    const broken = { ...setup, world: { ...setup.world, calendar: [0, 0, 9] } };
    for (const workers of [0, 2]) {
      const failure = await simulate({ workers, setups: [broken] }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(SimulationError);
      expect(failure).toMatchObject({ seed: 7, day: 2 });
      expect((failure as SimulationError).message).toMatch(/\(seed 7, day 2, \d+ ms after the start\)$/);
    }
  });

  it('does not mind a failure on a day that is not reached in the end', async () => {
    const setup = deskSetup();
    const broken = { ...setup, world: { ...setup.world, calendar: [0, 0, 9] } };
    for (const workers of [0, 2]) {
      const { outcome } = await simulate({ workers, setups: [broken], onDay: (day) => day < 1 });
      expect(outcome).toEqual({ days: 2, ended: 'enough' });
    }
  });

  it('hands on what the caller throws', async () => {
    const broken = () => {
      throw new RangeError('no such cell');
    };
    for (const workers of [0, 2])
      await expect(simulate({ workers, onDay: broken })).rejects.toThrow(RangeError);
  });

  it('stops when the signal says so, with the days joined so far', async () => {
    for (const workers of [0, 1, 2]) {
      const controller = new AbortController();
      const { outcome, days } = await simulate({
        workers,
        days: 100_000,
        signal: controller.signal,
        onDay: (day) => {
          if (day === 20) controller.abort();
          return true;
        },
      });
      expect(outcome.ended).toBe('stopped');
      expect(outcome.days).toBe(days.length);
      expect(days.length).toBe(21);
    }
  });

  it('does nothing when the signal was given before', async () => {
    const signal = AbortSignal.abort();
    expect((await simulate({ workers: 1, signal })).outcome).toEqual({ days: 0, ended: 'stopped' });
  });

  it('keeps only so many days in flight while the first one is missing', async () => {
    // A source whose first thread sits on its days until the others can do no more.
    const asked: number[] = [];
    const held: (() => void)[] = [];
    let isHolding = true;
    let threads = 0;
    class Slow implements Thread {
      readonly #thread = new NodeThread();
      readonly #isFirst = threads++ === 0;

      post(message: ToWorker): void {
        if (message.say === 'simulate') asked.push(...message.tasks.map((task) => task.day));
        const pass = () => this.#thread.post(message);
        if (message.say === 'simulate' && this.#isFirst && isHolding) held.push(pass);
        else pass();
      }

      listen(listener: ThreadListener | null): void {
        this.#thread.listen(listener);
      }

      keepAlive(): void {}

      end(): void {
        this.#thread.end();
      }
    }
    const source = { take: () => new Slow(), giveBack: (thread: Thread) => thread.end() };
    const run = simulate({ workers: 2, days: 100, threads: source });
    const isBlocked = () => asked.length === 16;
    while (!isBlocked()) await new Promise((resolve) => setTimeout(resolve, 20));
    // Nothing more comes, however long one waits: day 0 is missing.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, day) => day));
    isHolding = false;
    for (const pass of held) pass();
    expect((await run).outcome.days).toBe(100);
  });
});
