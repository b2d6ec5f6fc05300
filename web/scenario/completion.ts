/**
 * What may be written at a place of a scenario's text, and what stands there: keys and values from the schema, names from the scenario
 * itself. Plain data for an editor; it knows no editor.
 */
import { collectionAt, collectionOfKeys } from './names.ts';
import type { Collection } from './names.ts';
import type { Path, SchemaNode, SchemaTree } from './schema-tree.ts';
import { cursorIn, parsed, pathAt, placeOf, plainOf, valueAt } from './yaml-place.ts';
import type { Span } from './yaml-place.ts';
import { quoted } from './yaml-edit.ts';

export interface Suggestion {
  readonly label: string;
  /** What is written. */
  readonly insert: string;
  readonly kind: 'key' | 'value' | 'name';
  /** The standard value, or the range. */
  readonly detail: string;
  /** The schema's description, in English; empty: it has none. */
  readonly description: string;
}

export interface Suggestions {
  readonly from: number;
  readonly to: number;
  readonly list: readonly Suggestion[];
}

/** null: nothing is known of this place. */
export function suggestionsAt(schema: SchemaTree, text: string, offset: number): Suggestions | null {
  const cursor = cursorIn(text, offset);
  if (cursor === null) return null;
  const { path, isKey, from, to, hasColon } = cursor;
  // The word being written stands for no key of its own.
  const data = plainOf(parsed(text.slice(0, from) + text.slice(to)));
  const list = isKey
    ? keysAt(schema, path, data, text.slice(from, to), hasColon)
    : valuesAt(schema, path, data);
  return list.length === 0 ? null : { from, to, list };
}

function keysAt(
  schema: SchemaTree,
  path: Path,
  data: unknown,
  written: string,
  hasColon: boolean,
): readonly Suggestion[] {
  const node = schema.at(path);
  if (node === undefined) return [];
  const present = keysOf(valueAt(data, path)).filter((key) => key !== written);
  const collection = collectionOfKeys(path);
  const names = collection === null ? [] : namesOf(data, collection);
  const ending = hasColon ? '' : ': ';
  return [
    ...names
      .filter((name) => !present.includes(name))
      .map((name) => ({
        label: name,
        insert: `${quoted(name)}${ending}`,
        kind: 'name' as const,
        detail: collection ?? '',
        description: '',
      })),
    ...schema
      .properties(node)
      .filter(({ key }) => !present.includes(key))
      .map(({ key, node: child }) => ({
        label: key,
        insert: `${key}${ending}`,
        kind: 'key' as const,
        detail: detailOf(schema, child),
        description: child.description ?? '',
      })),
  ];
}

function valuesAt(schema: SchemaTree, path: Path, data: unknown): readonly Suggestion[] {
  const node = schema.at(path);
  if (node === undefined) return [];
  const collection = collectionAt(path);
  const names = collection === null ? [] : namesOf(data, collection);
  const standard = standardText(node);
  const words = schema.choices(node);
  const others = standard === null ? words : [standard, ...words.filter((word) => word !== standard)];
  return [
    ...names.map((name) => ({
      label: name,
      insert: quoted(name),
      kind: 'name' as const,
      detail: collection ?? '',
      description: '',
    })),
    ...others.map((word) => ({
      label: word,
      insert: word,
      kind: 'value' as const,
      detail: word === standard ? '=' : '',
      description: node.description ?? '',
    })),
    // A map begins with its keys: `{ lognormal: ... }`.
    ...schema.properties(node).map(({ key, node: child }) => ({
      label: `{ ${key}: }`,
      insert: `{ ${key}:  }`,
      kind: 'key' as const,
      detail: detailOf(schema, child),
      description: child.description ?? '',
    })),
  ];
}

export interface Explained {
  readonly path: Path;
  readonly place: Span;
  readonly description: string;
  readonly detail: string;
}

/** What the key or value at the place means; null: nothing is known of it. */
export function explainedAt(schema: SchemaTree, text: string, offset: number): Explained | null {
  const document = parsed(text);
  const found = pathAt(document, offset);
  if (found === null) return null;
  const node = schema.at(found.path);
  const place = placeOf(document, found.path);
  if (node?.description === undefined || place === null) return null;
  return { path: found.path, place, description: node.description, detail: detailOf(schema, node) };
}

/** "30s · 0s to 10m": the standard value, then the range. */
export function detailOf(schema: SchemaTree, node: SchemaNode): string {
  const choices = schema.choices(node);
  const range =
    schema.range(node) ?? (choices.length > 0 && choices.length <= 8 ? choices.join(' | ') : null);
  return [standardText(node), range].filter((part) => part !== null).join(' · ');
}

/** The standard value as it would be written; null: there is none. */
export function standardText(node: SchemaNode): string | null {
  const { default: standard } = node;
  if (standard === undefined) return null;
  return typeof standard === 'string' ? standard : JSON.stringify(standard);
}

export function namesOf(data: unknown, collection: Collection): readonly string[] {
  return keysOf(valueAt(data, [collection]));
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
