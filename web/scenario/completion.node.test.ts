import { describe, expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../engine/index.ts';
import { explainedAt, suggestionsAt } from './completion.ts';
import { SchemaTree } from './schema-tree.ts';

const schema = new SchemaTree(scenarioJsonSchema());

/** Labels where the bar stands. */
function labelsAt(marked: string): readonly string[] {
  const at = marked.indexOf('|');
  const found = suggestionsAt(schema, marked.replace('|', ''), at);
  return found?.list.map(({ label }) => label) ?? [];
}

describe('completion', () => {
  it('offers the keys of the map the line belongs to, without those it has', () => {
    const labels = labelsAt('queues:\n  support:\n    ringTimeout: 18s\n    ov|\n');
    expect(labels).toContain('overflow');
    expect(labels).not.toContain('ringTimeout');
    expect(labelsAt('qu|')).toContain('queues');
    expect(labelsAt('days: { from: 08:00, c| }\n')).toContain('count');
  });
  it('offers the words a value may be, the standard one first', () => {
    expect(labelsAt('queues:\n  a:\n    onMissed: |\n')[0]).toBe('rona');
    expect(labelsAt('queues: { a: { overflow: [{ when: |, do: endCall }] } }')).toContain('outOfHours');
    expect(labelsAt('days: { continuous: | }')).toEqual(['false', 'true']);
  });
  it('offers the names of the scenario where a name is meant', () => {
    const text = (rest: string) => `queues: { sales: {}, "late desk": {} }\nshifts: { early: {} }\n${rest}`;
    expect(labelsAt(text('agents: { team: { queues: [sales, |] } }'))).toEqual(['sales', 'late desk']);
    expect(labelsAt(text('agents: { team: { shifts: { | } } }'))).toContain('early');
    expect(labelsAt(text('demand:\n  |\n'))).toEqual(['sales', 'late desk']);
  });
  it('knows the alternatives of a law, behind a reference of the schema', () => {
    expect(labelsAt('demand: { a: { talk: { logn| } } }')).toContain('lognormal');
    expect(labelsAt('demand: { a: { talk: { lognormal: { | } } } }')).toEqual(
      expect.arrayContaining(['mean', 'cv']),
    );
  });
  it('offers nothing in a comment and for a key nobody knows', () => {
    expect(labelsAt('# que|')).toEqual([]);
    expect(labelsAt('nonsense:\n  a|\n')).toEqual([]);
  });
  it('writes a colon behind a key that has none', () => {
    const found = suggestionsAt(schema, 'se', 2)?.list.find(({ label }) => label === 'seed');
    expect(found?.insert).toBe('seed: ');
    const before = suggestionsAt(schema, 'se: 4', 2)?.list.find(({ label }) => label === 'seed');
    expect(before?.insert).toBe('seed');
  });
});

describe('an explanation', () => {
  const text = 'queues:\n  support:\n    callback: { offerFirst: 30s }\n';
  it('tells what a key means, from its key and from its value', () => {
    for (const word of ['offerFirst', '30s']) {
      const found = explainedAt(schema, text, text.indexOf(word) + 1);
      expect(found?.path).toEqual(['queues', 'support', 'callback', 'offerFirst']);
      expect(found?.description).not.toBe('');
      expect(found?.detail).toContain('0s to 10m');
    }
  });
  it('is silent on names and empty places', () => {
    expect(explainedAt(schema, text, text.indexOf('support') + 1)).toBeNull();
    expect(explainedAt(schema, text, text.length)).toBeNull();
  });
});
