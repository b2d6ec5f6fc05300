import { describe, expect, test } from 'vitest';
import { OptionError } from './stopping.ts';
import { PackError, validate } from './validate.ts';
import type { ValidateOptions, ValidateProgress } from './validate.ts';

/** 2 erlang on 3 lines: B = 4/19. */
const loss = {
  id: 'loss',
  family: 'erlang-b',
  params: { offeredErlang: 2, lines: 3 },
  expected: { pBlock: 4 / 19, carriedErlang: 30 / 19 },
  tolerance: { calculator: { rel: 1e-8 }, simulation: { z: 3.5, maxRelHalfWidth: 0.2 } },
};
const packOf = (...cases: readonly object[]): string => JSON.stringify({ pack: 'small', cases });

describe('a validation', () => {
  test('tells how far it is, and ends with every case done', async () => {
    const told: ValidateProgress[] = [];
    const result = await validate(packOf(loss, { ...loss, id: 'again' }), {
      workers: 0,
      mode: 'quick',
      onProgress: (progress) => told.push(progress),
    });
    expect(result).toMatchObject({ ended: 'done', passed: true, summary: { cases: { pass: 2 } } });
    expect(told.at(-1)).toMatchObject({ cases: 2, casesDone: 2, current: null });
    expect(told.at(-1)!.calls).toBe(result.summary.calls);
    // Each case has luck of its own.
    const [first, second] = result.cases.map(({ numbers }) => numbers[0]!.simulation!.estimate);
    expect(first).not.toBe(second);
  });

  test('that is stopped says of the rest that it is unfinished, and does not pass', async () => {
    const controller = new AbortController();
    const result = await validate(packOf(loss, { ...loss, id: 'rest' }), {
      workers: 0,
      mode: 'quick',
      signal: controller.signal,
      onProgress: ({ casesDone }) => {
        if (casesDone === 1) controller.abort();
      },
    });
    expect(result).toMatchObject({ ended: 'stopped', passed: false });
    expect(result.cases.map(({ verdict }) => verdict)).toEqual(['pass', 'unfinished']);
  });

  test('of another seed has other luck', async () => {
    const estimates = await Promise.all(
      [1, 1, 2].map(async (seed) => {
        const { cases } = await validate(packOf(loss), { workers: 0, mode: 'quick', seed });
        return cases[0]!.numbers[0]!.simulation!.estimate;
      }),
    );
    expect(estimates[1]).toBe(estimates[0]);
    expect(estimates[2]).not.toBe(estimates[0]);
  });

  test('never lets a number pass that should be simulated and is not known', async () => {
    const odd = { ...loss, expected: { ...loss.expected, pMoonlight: 0.5 } };
    const { cases, passed } = await validate(packOf(odd), { workers: 0, mode: 'quick' });
    expect(passed).toBe(false);
    expect(cases[0]!.numbers.at(-1)).toMatchObject({
      name: 'pMoonlight',
      simulation: null,
      note: 'no simulated number of this name is known',
      verdict: 'fail',
    });
  });

  test('of a case that asks for no simulation is decided by its calculator', async () => {
    const searched = {
      id: 'lines',
      family: 'erlang-b',
      params: { offeredErlang: 20, maxBlocking: 0.01 },
      expected: { lines: 30 },
      tolerance: { calculator: { abs: 0 }, simulation: null },
    };
    const { cases, passed } = await validate(packOf(searched), { workers: 0 });
    expect(passed).toBe(true);
    expect(cases[0]!.numbers).toMatchObject([{ name: 'lines', simulation: null, verdict: 'pass' }]);
  });

  test('refuses a broken pack and senseless options, all that is wrong at once', async () => {
    await expect(validate('{}')).rejects.toThrow(PackError);
    const options = { seed: -1, workers: 5000, families: ['erlang-c'], mood: 'good' } as ValidateOptions;
    await expect(validate(packOf(loss), options)).rejects.toThrow(OptionError);
    const error = (await validate(packOf(loss), options).catch((thrown: unknown) => thrown)) as OptionError;
    expect(error.problems).toHaveLength(4);
  });
});
