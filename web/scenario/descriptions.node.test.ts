import { expect, it } from 'vitest';
import { scenarioJsonSchema } from '../../engine/index.ts';
import { frenchSchema } from '../i18n/fr-schema.ts';

function sentencesIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { description } = node as { readonly description?: unknown };
  const own = typeof description === 'string' ? [description] : [];
  return [...own, ...Object.values(node).flatMap(sentencesIn)];
}

it('every sentence of the schema has its French, and no French is left of one that was changed', () => {
  const said = new Set(sentencesIn(scenarioJsonSchema()));
  expect(Object.keys(frenchSchema).sort()).toEqual([...said].sort());
});
