/**
 * The calculators against a pack that was computed by another program, with other methods where there are any. Each number of a case
 * is asserted on its own, within the tolerance of the case.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validate } from '../../workers/tandem.ts';

const result = await validate(readFileSync(new URL('second.json', import.meta.url), 'utf8'), {
  mode: 'calculators',
  workers: 0,
});

describe.each(result.cases)('$id', ({ numbers }) => {
  test('is answered by a calculator', () => {
    expect(numbers.length).toBeGreaterThan(0);
  });

  test.each(numbers)('$name is $expected', ({ calculator }) => {
    expect(calculator).toMatchObject({ isWithin: true });
  });
});
