import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, elements, everyChart, PLAIN, textsOf } from './chart.suite.ts';
import { headSteps, type HeadStepsParts } from './head-steps.ts';

const words = { needed: 'Needed', atWorkNow: 'At work now', erlangA: 'Erlang A' };
const heads = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0, max: 4000, noNaN: true }));

const example: HeadStepsParts = {
  starts: ['08:00', '08:30', '09:00', '09:30'],
  needed: [4, 6, 8, 5],
  atWorkNow: [5, 5, 5, 5],
  erlangA: [4, 6, 9, 6],
  words,
};

everyChart('heads by interval', {
  draw: headSteps,
  example,
  parts: fc.integer({ min: 1, max: 50 }).chain((length) => {
    const row = fc.array(heads, { minLength: length, maxLength: length });
    return fc.record({
      starts: fc.constant(Array.from({ length }, (_, at) => clockOf(480 + 30 * at))),
      needed: row,
      atWorkNow: row,
      erlangA: fc.option(row),
      words: fc.constant(words),
    });
  }),
});

describe('heads by interval', () => {
  it('says on hovering what is needed and at work now in each interval', () => {
    const titles = elements(headSteps(example, PLAIN)!).filter(({ tagName }) => tagName === 'TITLE');
    expect(titles.map(({ textContent }) => textContent)).toContain('09:00: Needed 8, At work now 5');
  });

  it('leaves Erlang out of key and plot where it has nothing to say', () => {
    expect(textsOf(headSteps({ ...example, erlangA: null }, PLAIN)!)).not.toContain('Erlang A');
  });

  it('draws nothing for a day without intervals', () => {
    expect(headSteps({ ...example, starts: [], needed: [], atWorkNow: [], erlangA: null }, PLAIN)).toBeNull();
  });
});
