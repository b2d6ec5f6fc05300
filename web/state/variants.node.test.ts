import { describe, expect, it } from 'vitest';
import {
  duplicated,
  freeVariantName,
  loaded,
  noted,
  removed,
  renamed,
  updated,
  withVariant,
} from './variants.ts';
import { workOn } from './work.ts';

const work = withVariant(withVariant(workOn('name: A'), 'As it is'), 'Late offer', 'from Ana', {
  text: 'name: A',
  set: ['days.count=5'],
});

describe('variants', () => {
  it('keep what is tuned under a name, and number a name that is taken', () => {
    expect(work.variants.map(({ name }) => name)).toEqual(['As it is', 'Late offer']);
    expect(withVariant(work, 'Late offer').variants[2]?.name).toBe('Late offer 2');
    expect(freeVariantName(work.variants, '  ')).toBe('A');
  });
  it('are loaded without touching baseline, seed and the others', () => {
    const after = loaded(work, '2');
    expect(after.now.set).toEqual(['days.count=5']);
    expect(after.baseline).toBe(work.baseline);
    expect(after.variants).toBe(work.variants);
  });
  it('take a new name only when it is free', () => {
    expect(renamed(work, '2', ' Early ').variants[1]?.name).toBe('Early');
    expect(renamed(work, '2', 'As it is')).toBe(work);
    expect(renamed(work, '2', ' ')).toBe(work);
  });
  it('are copied behind the original with an id of their own', () => {
    const copies = duplicated(work, '1').variants;
    expect(copies.map(({ name }) => name)).toEqual(['As it is', 'As it is 2', 'Late offer']);
    expect(new Set(copies.map(({ id }) => id)).size).toBe(3);
  });
  it('are noted, overwritten and removed one at a time', () => {
    expect(noted(work, '1', 'why').variants.map(({ note }) => note)).toEqual(['why', 'from Ana']);
    expect(updated(loaded(work, '2'), '1').variants[0]?.scenario.set).toEqual(['days.count=5']);
    expect(removed(work, '1').variants.map(({ name }) => name)).toEqual(['Late offer']);
    expect(removed(work, 'none')).toBe(work);
  });
});
