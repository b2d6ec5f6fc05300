/** Undo, redo, drags as one step; and links that carry the whole work. */
import { describe, expect, it } from 'vitest';
import { deflateRawSync } from 'node:zlib';
import { hashOf, linkedFrom, linkedOf, partsOf } from './link.ts';
import { AIM, pinAsBaseline, workOn } from './work.ts';
import type { Work } from './work.ts';
import { WorkStore } from './work-store.ts';

const turn =
  (...set: string[]) =>
  (work: Work): Work => ({ ...work, now: { ...work.now, set } });

describe('the work', () => {
  it('is undone and redone step by step, and a new edit forgets what was undone', () => {
    const store = new WorkStore(workOn('text'));
    store.edit(turn('a=1'));
    store.edit(turn('a=1', 'b=2'));
    store.undo();
    expect(store.value?.now.set).toEqual(['a=1']);
    store.undo();
    expect(store.history.value).toEqual({ canUndo: false, canRedo: true });
    store.redo();
    expect(store.value?.now.set).toEqual(['a=1']);
    store.edit(turn('c=3'));
    expect(store.history.value).toEqual({ canUndo: true, canRedo: false });
  });

  it('takes a drag as one step, and the next drag of the same slider as another', () => {
    const store = new WorkStore(workOn('text'));
    for (const value of [1, 2, 3]) store.edit(turn(`a=${value}`), 'a');
    store.endGesture();
    for (const value of [4, 5]) store.edit(turn(`a=${value}`), 'a');
    store.undo();
    expect(store.value?.now.set).toEqual(['a=3']);
    store.undo();
    expect(store.value?.now.set).toEqual([]);
  });

  it('opens another scenario as a step that can be undone', () => {
    const store = new WorkStore(workOn('one'));
    store.open(workOn('two'));
    store.undo();
    expect(store.value?.now.text).toBe('one');
  });

  it('is not changed by pinning what is the baseline already', () => {
    const work = workOn('text');
    expect(pinAsBaseline(work)).toBe(work);
    const tuned = turn('a=1')(work);
    expect(pinAsBaseline(tuned).baseline).toBe(tuned.now);
  });
});

describe('a link', () => {
  const work: Work = {
    ...turn('queues.support.callback.offerFirst=15s')(workOn('name: Désk\n'.repeat(200))),
    seed: 7,
    note: 'n',
    variants: [{ id: '1', name: 'Late', note: '', scenario: { text: 'other', set: [] } }],
  };
  const linked = {
    work,
    aim: { ...AIM, halfWidth: null, queue: 'support', abandonMost: 0.04 },
    version: '1.2.3',
  };

  it('brings back all of the work and the aim, letter for letter', async () => {
    const { view, packed } = partsOf(`#${await hashOf('day', linked)}`);
    expect(view).toBe('day');
    expect(packed).toMatch(/^[\w.-]+$/);
    expect(await linkedFrom(packed!)).toEqual(linked);
  });

  it('says a repeated text once', async () => {
    const once = await hashOf('tune', linked);
    expect(once.length).toBeLessThan(600);
  });

  it('that is damaged, cut short or of another form is none', async () => {
    const { packed } = partsOf(`#${await hashOf('tune', linked)}`);
    expect(await linkedFrom(packed!.slice(0, -9))).toBeNull();
    expect(await linkedFrom(packed!.replace('1.', '9.'))).toBeNull();
    expect(await linkedFrom('1.!!!')).toBeNull();
    expect(await linkedFrom('1.')).toBeNull();
  });

  it('that unpacks to more than a scenario can be is refused before it fills the memory', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url');
    expect(bomb.length).toBeLessThan(100_000);
    expect(await linkedFrom(`1.${bomb}`)).toBeNull();
  });

  it('takes only values that make sense from what somebody wrote', () => {
    const strange = linkedOf({
      version: 3,
      work: { now: { text: 'x', set: ['a=1', 5] }, seed: -1, variants: [{ id: 1 }, null], note: {} },
      aim: { days: 1e9, halfWidth: 7, formula: 'z', queue: 4, abandonMost: '5%' },
    });
    expect(strange).toEqual({ work: workOn('x'), aim: AIM, version: '' });
    expect(linkedOf({ work: { now: { set: [] } } })).toBeNull();
    const twin = { id: 'a', name: 'A', scenario: { text: 'x', set: [] } };
    const twins = linkedOf({ work: { now: { text: 'x' }, variants: [twin, twin] } });
    expect(twins?.work.variants.map(({ id }) => id)).toEqual(['1', '2']);
    expect(linkedOf(null)).toBeNull();
  });
});
