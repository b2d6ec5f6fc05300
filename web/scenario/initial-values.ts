/**
 * What a setting or a thing begins with when it is added: its standard value, else the least that the engine takes, with names the scenario
 * has. It changes no text.
 */
import { standardText } from './completion.ts';
import { collectionAt } from './names.ts';
import type { Collection } from './names.ts';
import type { Path, SchemaNode, SchemaTree } from './schema-tree.ts';
import { quoted } from './yaml-edit.ts';
import { valueAt } from './yaml-place.ts';

/** Something to begin with that the engine takes, or says of in a sentence why it does not. */
export function initialOf(schema: SchemaTree, data: unknown, path: Path, node: SchemaNode): string {
  const standard = standardText(node);
  if (standard !== null) return typeof node.default === 'string' ? quoted(standard) : standard;
  const collection = collectionAt(path);
  if (collection !== null) return quoted(keysIn(data, collection)[0] ?? '-');
  const alternatives = schema.alternatives(node);
  const map = alternatives.find(({ type }) => type === 'object');
  const [word] = schema.choices(node);
  const kind = alternatives.map((each) => each['x-kind']).find((each) => each !== undefined);
  if (kind !== undefined && kind in BEGINNINGS) return BEGINNINGS[kind as keyof typeof BEGINNINGS];
  if (alternatives.some(({ type }) => type === 'integer' || type === 'number'))
    return String(alternatives.find(({ minimum }) => minimum !== undefined)?.minimum ?? 1);
  if (map !== undefined) return mapOf(schema, data, path, map);
  if (word !== undefined) return word;
  return alternatives.some(({ type }) => type === 'array') ? '[]' : '""';
}

const BEGINNINGS = {
  length: '1m',
  share: '80%',
  clock: '08:00',
  date: '2026-01-05',
  percent: '40%',
} as const;

/** What a map cannot be without; arrivals and days of a new thing are at least plausible. */
function mapOf(schema: SchemaTree, data: unknown, path: Path, node: SchemaNode): string {
  const last = path.at(-1);
  if (last === 'arrivals') return '{ perHour: 60 }';
  if (last === 'when') return '{ workItemLimit: 5 }';
  const required = schema.properties(node).filter(({ isRequired }) => isRequired);
  const entries = required.map(
    ({ key, node: child }) => `${key}: ${requiredOf(schema, data, [...path, key], child)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function requiredOf(schema: SchemaTree, data: unknown, path: Path, node: SchemaNode): string {
  const initial = initialOf(schema, data, path, node);
  // A shift that begins and ends at the same time is none.
  if (initial === BEGINNINGS.clock && path.at(-1) === 'to') return '16:00';
  return collectionAt(path) !== null && schema.itemNode(node) !== undefined ? `[${initial}]` : initial;
}

export function keysIn(data: unknown, collection: Collection): readonly string[] {
  const value = valueAt(data, [collection]);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
