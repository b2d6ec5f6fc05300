/** Who can stand side by side. */
import { describe, expect, it } from 'vitest';
import type { FrameSide } from '../../reports/frame.ts';
import { cheapestOf, verdictOfSide } from './compare-answer.ts';
import { workOn } from '../state/work.ts';
import type { Work } from '../state/work.ts';
import { changesOf, chosenOf, sidesOf } from './sides.ts';

const words = { baseline: 'Baseline', now: 'Now' };
const base = workOn('text');
const tuned: Work = { ...base, now: { text: 'text', set: ['a=1'] } };
const variant = (id: string, ...set: string[]) => ({
  id,
  name: id,
  note: '',
  scenario: { text: 'text', set },
});
const ids = (work: Work): string[] => sidesOf(work, words).map(({ id }) => id);

describe('sides', () => {
  it('are the baseline, what is tuned now and the variants', () => {
    expect(ids({ ...tuned, variants: [variant('x', 'b=2')] })).toEqual(['baseline', 'now', 'variant x']);
  });

  it('have no scenario twice: what is tuned is not compared with itself', () => {
    expect(ids(base)).toEqual(['baseline']);
    expect(ids({ ...tuned, variants: [variant('x', 'a=1')] })).toEqual(['baseline', 'variant x']);
  });

  it('are at most four, and a choice of what is no longer there is forgotten', () => {
    const work = { ...tuned, variants: ['p', 'q', 'r', 's'].map((id) => variant(id, id)) };
    const all = sidesOf(work, words);
    expect(chosenOf(all, null)).toHaveLength(4);
    expect(chosenOf(all, ['variant s', 'gone', 'baseline']).map(({ id }) => id)).toEqual([
      'baseline',
      'variant s',
    ]);
  });

  it('say what they change of the first, unless they have a text of their own', () => {
    const [first, now] = sidesOf(tuned, words);
    expect(changesOf(now!, first!)).toEqual(['a=1']);
    expect(changesOf({ ...now!, scenario: { text: 'other', set: [] } }, first!)).toBeNull();
  });
});

describe('the answer of a comparison', () => {
  const side = (
    level: readonly [number, number],
    lost: readonly [number, number],
    cost: number | null,
  ): FrameSide =>
    ({
      target: 0.8,
      serviceLevels: { a: estimate(level) },
      measures: { abandonRate: estimate(lost), cost: cost === null ? null : estimate([cost, cost]) },
    }) as unknown as FrameSide;
  const estimate = ([low, high]: readonly [number, number]) => ({ mean: (low + high) / 2, low, high, n: 30 });

  it('meets when all its targets are met with the whole interval, and misses when one is missed', () => {
    expect(verdictOfSide(side([0.81, 0.83], [0.03, 0.04], 1), 'a', 0.05)).toBe('met');
    expect(verdictOfSide(side([0.81, 0.83], [0.04, 0.06], 1), 'a', 0.05)).toBe('unsure');
    expect(verdictOfSide(side([0.81, 0.83], [0.06, 0.07], 1), 'a', 0.05)).toBe('missed');
  });

  it('is the cheapest of those that meet, and nobody where none does', () => {
    const sides = [
      side([0.7, 0.75], [0, 0.1], 1),
      side([0.81, 0.83], [0, 0.01], 900),
      side([0.9, 0.95], [0, 0.01], 800),
    ];
    expect(cheapestOf(sides, ['missed', 'met', 'met'])).toBe(2);
    expect(cheapestOf(sides, ['missed', 'unsure', 'missed'])).toBeNull();
  });
});
