import { describe, expect, test } from 'vitest';
import type { RuleSetup } from '../config/setup.ts';
import { targetOf } from './route.ts';
import { agent, Desk, entry, queue, routing } from './testing/desk.ts';

const split = (...percents: readonly number[]): RuleSetup => ({
  when: [],
  targets: percents.map((percent, index) => ({ queue: index, percent })),
  overflow: null,
});

describe('a split by percentages', () => {
  test.each([
    [[60, 40], 0, 0],
    [[60, 40], 0.599999, 0],
    [[60, 40], 0.6, 1],
    [[60, 40], 0.999999, 1],
    [[10, 20, 30, 25, 15], 0.0999, 0],
    [[10, 20, 30, 25, 15], 0.1001, 1],
    [[10, 20, 30, 25, 15], 0.2999, 1],
    [[10, 20, 30, 25, 15], 0.3001, 2],
    [[10, 20, 30, 25, 15], 0.5999, 2],
    [[10, 20, 30, 25, 15], 0.6001, 3],
    [[10, 20, 30, 25, 15], 0.8499, 3],
    [[10, 20, 30, 25, 15], 0.8501, 4],
    [[33.3, 33.3, 33.4], 1 - 2 ** -53, 2],
  ])('RT-06: of %j the number %d draws target %i', (percents, luck, expected) => {
    expect(targetOf(split(...percents), luck)).toBe(expected);
  });

  const PERCENTS = [10, 20, 30, 25, 15];
  /** The queue each caller is put into. */
  function drawn(
    callers: number,
    { seed = 1, day = 0, before = [] as readonly RuleSetup[] } = {},
  ): readonly number[] {
    const desk = new Desk(
      routing({
        queues: PERCENTS.map((_, index) => queue(`q${index}`)),
        agents: [agent('ana', { queues: PERCENTS.map((_, index) => index) })],
        entries: [entry('main', { rules: [...before, split(...PERCENTS)] })],
      }),
      { seed, day },
    );
    return Array.from({ length: callers }, (_, caller) => {
      const call = desk.call(caller, { caller });
      const { queueIndex } = desk.view(call);
      desk.hangUp(caller, call);
      return queueIndex;
    });
  }

  test('RT-06, GEN-08: the shares are those asked for (chi-squared with 4 degrees of freedom)', () => {
    const calls = 20_000;
    const counts = PERCENTS.map(() => 0);
    for (const index of drawn(calls)) counts[index]! += 1;
    const chi2 = PERCENTS.reduce((sum, percent, index) => {
      const expected = (calls * percent) / 100;
      return sum + (counts[index]! - expected) ** 2 / expected;
    }, 0);
    expect(chi2).toBeLessThan(18.47); // p = 0.001
  });

  test('GEN-08: the same seed and day draw the same, another seed or day draws otherwise', () => {
    const first = drawn(200);
    expect(drawn(200)).toEqual(first);
    expect(drawn(200, { seed: 2 })).not.toEqual(first);
    expect(drawn(200, { day: 1 })).not.toEqual(first);
  });

  test('GEN-08: each caller has a draw of his own: who else calls does not move it', () => {
    const all = drawn(100);
    const desk = new Desk(
      routing({
        queues: PERCENTS.map((_, index) => queue(`q${index}`)),
        agents: [agent('ana', { queues: PERCENTS.map((_, index) => index) })],
        entries: [entry('main', { rules: [split(...PERCENTS)] })],
      }),
    );
    expect(desk.view(desk.call(0, { caller: 77 })).queueIndex).toBe(all[77]);
    expect(desk.view(desk.call(1, { caller: 3 })).queueIndex).toBe(all[3]);
  });

  test('GEN-08: a caller without a number is drawn for as well, by his turn', () => {
    const setup = routing({
      queues: [queue('a'), queue('b')],
      agents: [agent('ana', { queues: [0, 1] })],
      entries: [entry('main', { rules: [split(50, 50)] })],
    });
    const run = (): readonly number[] => {
      const desk = new Desk(setup);
      return Array.from({ length: 40 }, (_, at) => desk.view(desk.call(at, { caller: -1 })).queueIndex);
    };
    expect(new Set(run())).toEqual(new Set([0, 1]));
    expect(run()).toEqual(run());
  });
});
