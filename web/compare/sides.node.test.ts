/** Who can stand side by side. */
import { describe, expect, it } from 'vitest';
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
