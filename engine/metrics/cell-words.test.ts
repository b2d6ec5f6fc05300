import { expect, it } from 'vitest';
import { cellWords } from './cell-words.ts';
import { kpisOf, termsOf } from './kpis.ts';

const cells = new Set(
  (['exclude', 'atOptIn', 'atConnect'] as const)
    .flatMap((callbackInSL) => kpisOf({ callbackInSL }))
    .flatMap((kpi) => {
      if (kpi.form === 'quantile') return [kpi.sample];
      if (kpi.form === 'maximum') return [kpi.cell];
      return [kpi.numerator, kpi.denominator].flatMap((sum) => termsOf(sum).map(({ cell }) => cell));
    }),
);

it.each([...cells])('says what counts in %s', (cell) => {
  expect(cellWords(cell)).toMatch(/^[a-z].*[^.]$/);
});

it('knows no cell that no formula uses', () => {
  expect(cellWords('constructor')).toBeUndefined();
  expect(cellWords('movedQueue')).toBeUndefined();
});
