import { describe, expect, test } from 'vitest';
import { Choosing } from './choosing.ts';
import type { Choice } from './curves.ts';
import type { Sums } from './watch-cells.ts';

/** Arms by what was lost of a hundred calls; B's own callers by entry. */
const sumsOf = (abandoned: number, ofB = 0): Sums =>
  ({
    of: (what: string, where?: object) => (what === 'calls' ? 100 : where === undefined ? abandoned : ofB),
  }) as unknown as Sums;

const lost = (where?: { entry: number }) => ({
  terms: (sums: Sums) => [sums.of('abandoned', where), sums.of('calls', where)],
  value: ([N, D]: readonly number[]) => N! / D!,
});

const choice: Choice = {
  name: 'best',
  expected: 2,
  settings: [1, 2, 3],
  objective: lost(),
  limit: null,
};

/** What all arms have in common on a day: much, beside what tells them apart. */
const days = Array.from({ length: 100 }, (_, day) => ({
  shared: 20 + 10 * Math.sin(day),
  own: Math.cos(7 * day) / 5,
}));

describe('the best of several scenarios', () => {
  test('is decided on paired differences, when single values are not sure at all', () => {
    const choosing = new Choosing(choice);
    for (const { shared, own } of days)
      choosing.add([sumsOf(shared + 1 + own), sumsOf(shared), sumsOf(shared + 2 - own)]);
    const verdict = choosing.verdict();
    expect(verdict).toMatchObject({ estimate: 2, isNear: true, isNarrow: true });
    // A difference of 1 with a spread of cos / 5, which is 0.14, over 100 days: about 70 standard errors.
    expect(verdict.margin).toBeGreaterThan(50);
  });

  test('is undecided where two are alike, and then contradicts nothing', () => {
    const choosing = new Choosing(choice);
    for (const { shared, own } of days)
      choosing.add([sumsOf(shared + 5 * own), sumsOf(shared + 0.01), sumsOf(shared + 2)]);
    expect(choosing.verdict()).toMatchObject({ isNear: true, isNarrow: false });
  });

  test('is another one than expected when that is sure', () => {
    const choosing = new Choosing({ ...choice, expected: 1 });
    for (const { shared, own } of days)
      choosing.add([sumsOf(shared + 1 + own), sumsOf(shared), sumsOf(shared + 2 - own)]);
    expect(choosing.verdict()).toMatchObject({ estimate: 2, isNear: false, isNarrow: true });
  });

  test('keeps a limit, which must be sure too', () => {
    const limit = { quantity: lost({ entry: 1 }), atMost: 0.11 };
    const limited = new Choosing({ ...choice, expected: 3, limit });
    const unsure = new Choosing({ ...choice, expected: 3, limit });
    for (const { shared, own } of days) {
      const arms = [
        sumsOf(shared + 1, 20 + own),
        sumsOf(shared + own, 13 + own),
        sumsOf(shared + 2, 10 + own),
      ];
      limited.add(arms);
      unsure.add([...arms.slice(0, 2), sumsOf(shared + 2, 11 - 0.01 + 5 * own)]);
    }
    expect(limited.verdict()).toMatchObject({ estimate: 3, isNear: true, isNarrow: true });
    expect(unsure.verdict().isNarrow).toBe(false);
  });
});
