/**
 * New names in the text of a scenario: of a thing wherever the scenario speaks of it, of a key that was misspelt. Only the characters of the
 * names change. Whether a name is allowed is the engine's business.
 */
import { isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { collectionAt, collectionOfKeys } from './names.ts';
import type { Collection } from './names.ts';
import type { Path } from './schema-tree.ts';
import { quoted } from './yaml-edit.ts';
import type { TextChange } from './yaml-edit.ts';
import { nodeAt, parsed, pathAt } from './yaml-place.ts';
import type { Parsed } from './yaml-place.ts';

/** Renames a thing, and everywhere the scenario speaks of it by its name. */
export function renameAt(text: string, path: Path, name: string): readonly TextChange[] | null {
  const document = parsed(text);
  const { pair } = nodeAt(document, path);
  if (!isScalar(pair?.key) || pair.key.range === null || pair.key.range === undefined) return null;
  const [collection, before] = path;
  const own = changeOf(pair.key, name);
  const others = path.length === 2 ? mentions(document, collection as Collection, String(before)) : [];
  return [own, ...others.map((node) => changeOf(node, name))].filter((each) => each !== null);
}

/** Renames the key that stands at a place of the text, and nothing else. */
export function renameKeyAt(text: string, line: number, column: number, name: string): TextChange | null {
  const start = text.split('\n', line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const found = pathAt(parsed(text), start + column - 1);
  if (found === null) return null;
  const { pair } = nodeAt(parsed(text), found.path);
  return isScalar(pair?.key) ? changeOf(pair.key, name) : null;
}

function changeOf(node: Node, name: string): TextChange | null {
  const [from, to] = node.range ?? [];
  return from === undefined || to === undefined ? null : { from, to, insert: quoted(name) };
}

/** The scalars that name a thing of the collection. */
function mentions(document: Parsed, collection: Collection, name: string): readonly Node[] {
  const found: Node[] = [];
  // A callback profile written in a queue and a demand named otherwise are no mentions: their places differ.
  const walk = (node: unknown, path: Path): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const isMention = collectionOfKeys(path) === collection && String(key.value) === name;
        if (isMention && !isForeignDemand(path, value)) found.push(key);
        walk(value, [...path, String(key.value)]);
      }
    } else if (isSeq(node)) node.items.forEach((item, at) => walk(item, [...path, at]));
    else if (isScalar(node) && collectionAt(path) === collection && String(node.value) === name)
      found.push(node);
  };
  walk(document.contents, []);
  return found;
}

/** A demand that says its queue or workstream itself only happens to be called like a queue. */
function isForeignDemand(path: Path, value: unknown): boolean {
  return (
    path.length === 1 &&
    path[0] === 'demand' &&
    isMap(value) &&
    (value.has('queue') || value.has('workstream'))
  );
}

/** A name like this one that is still free: "support 2". */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '');
  for (let number = 2; ; number++) {
    const name = `${stem} ${number}`;
    if (!taken.includes(name)) return name;
  }
}
