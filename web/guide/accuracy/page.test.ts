/**
 * The page of the measured accuracy is what the generator makes of the figures that are kept, the figures reach their aims, and the
 * first runs of each model, played again, give the same counts: figures of an older engine are found out.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accuracyModels, coverageOf, FIRST_RUNS } from '../../../engine/index.ts';
import type { Coverage } from '../../../engine/index.ts';
import { accuracyPage, missed, type Measured } from './page.ts';

const kept = new URL('measured.json', import.meta.url);
const measured = JSON.parse(readFileSync(kept, 'utf8')) as Measured;

/** Counts only; widths differ in their last digits when sums are made in another order. */
const firstOf = ({ model, method, name, firstHits }: Coverage) => ({ model, method, name, firstHits });

describe('the page of the measured accuracy', () => {
  it('is made of the figures that are kept (else: npm run accuracy)', () => {
    const { path, text } = accuracyPage(measured);
    expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(text);
  });

  it('has every model, measured 2,000 times, and reaches its aims', () => {
    for (const { id, methods, truths, runs = 2000 } of accuracyModels()) {
      const rows = measured.coverage.filter(({ model }) => model === id);
      expect(rows).toHaveLength(methods.length * truths.length);
      for (const row of rows) expect(row.runs).toBe(runs);
    }
    expect(missed(measured)).toEqual([]);
  });

  it('says which rows miss their aims', () => {
    const [row] = measured.coverage;
    const [gain] = measured.gains;
    const poor = { coverage: [{ ...row!, hits: 1800 }], gains: [{ ...gain!, paired: 3, controls: 1.5 }] };
    expect(missed(poor)).toHaveLength(3);
  });

  // The longer ones are played by `npm run accuracy` alone.
  const quick = accuracyModels().filter(({ id }) => ['erlang-a', 'm-g-1', 'day-of-ten'].includes(id));
  it.each(quick)(
    'tells of $id what its first runs give when they are played again (else: npm run accuracy)',
    async (model) => {
      const again = await coverageOf(model, FIRST_RUNS);
      expect(again.map(firstOf)).toEqual(
        measured.coverage.filter(({ model: id }) => id === model.id).map(firstOf),
      );
    },
  );
});
