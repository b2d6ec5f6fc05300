/**
 * Small changes of the text of a scenario: a value, a key, a thing more or less. Only the characters concerned change, so comments, the
 * layout and the cursor stay where they are. What a change means is checked afterwards by the engine, like typing. It knows no schema.
 */
import { isCollection, isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { Path } from './schema-tree.ts';
import { nodeAt, parsed } from './yaml-place.ts';

export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Changes do not overlap; places are those of the text before. */
export function changed(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((a, b) => b.from - a.from)
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

/** The one change that makes the second text of the first. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}

/** Whether YAML takes it for one value that can stand anywhere on a line. */
export function isValue(written: string): boolean {
  if (written.trim() === '' || written.includes('\n')) return false;
  const document = parseDocument(`[ ${written} ]`, { logLevel: 'silent' });
  return document.errors.length === 0 && isSeq(document.contents) && document.contents.items.length === 1;
}

/** A text as YAML writes it on a line: quoted where it must be. */
export function quoted(value: string): string {
  const plain = stringify(value, { lineWidth: 0 }).trimEnd();
  if (!plain.includes('\n') && isValue(plain) && !/[,[\]{}]/.test(plain)) return plain;
  return JSON.stringify(value);
}

/** Writes a value, as YAML on one line; maps missing on the way are made. null: the path leads through something that is no map. */
export function setAt(text: string, path: Path, value: string): readonly TextChange[] | null {
  const document = parsed(text);
  const { node, pair } = nodeAt(document, path);
  if (pair !== null || node !== null) return replaced(text, node, pair, value);
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const holder = depth === 0 ? document.contents : nodeAt(document, path.slice(0, depth)).node;
    const holderPair = depth === 0 ? null : nodeAt(document, path.slice(0, depth)).pair;
    const isEmpty = holder === null || (isScalar(holder) && holder.value === null);
    if (isEmpty && holderPair === null && depth > 0) continue;
    const [step = '', ...rest] = path.slice(depth);
    const nested = rest.reduceRight<string>((inner, key) => `{ ${keyText(key)}: ${inner} }`, value);
    if (isMap(holder)) return addedToMap(text, holder, keyText(step), nested);
    if (isSeq(holder)) return addedToList(text, holder, nested);
    if (!isEmpty) return null;
    if (depth === 0) return [{ from: text.length, to: text.length, insert: `${keyText(step)}: ${nested}\n` }];
    return replaced(text, holder, holderPair, `{ ${keyText(step)}: ${nested} }`);
  }
  return null;
}

function keyText(step: string | number): string {
  return quoted(String(step));
}

function replaced(text: string, node: Node | null, pair: Pair | null, value: string): readonly TextChange[] {
  const isNothing = node === null || (isScalar(node) && node.value === null && node.source === '');
  if (isNothing) {
    const end = (isScalar(pair?.key) ? pair.key.range?.[1] : undefined) ?? 0;
    const colon = text.indexOf(':', end);
    return [{ from: colon + 1, to: colon + 1, insert: ` ${value}` }];
  }
  const [from, to] = node.range ?? [0, 0, 0];
  // A block begins on its own line: the value moves up behind the colon.
  const lead = isScalar(pair?.key) ? text.indexOf(':', pair.key.range?.[1] ?? 0) + 1 : from;
  const isOnNextLine = text.slice(lead, from).includes('\n');
  return isOnNextLine
    ? [{ from: lead, to: trimmedEnd(text, lead, to), insert: ` ${value}` }]
    : [{ from, to: trimmedEnd(text, from, to), insert: value }];
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

function addedToMap(text: string, map: YAMLMap, key: string, value: string): readonly TextChange[] {
  if (map.flow) return addedInside(text, map, `${key}: ${value}`);
  const first = map.items[0]?.key;
  const start = isScalar(first) ? (first.range?.[0] ?? 0) : 0;
  return addedLine(text, map, start - lineStart(text, start), `${key}: ${value}`);
}

function addedToList(text: string, list: YAMLSeq, value: string): readonly TextChange[] {
  if (list.flow) return addedInside(text, list, value);
  const start = list.range?.[0] ?? 0;
  return addedLine(text, list, start - lineStart(text, start), `- ${value}`);
}

/** Before the closing bracket. */
function addedInside(text: string, collection: YAMLMap | YAMLSeq, entry: string): readonly TextChange[] {
  const [from = 0, to = 0] = collection.range ?? [];
  const close = to - 1;
  const end = trimmedEnd(text, from + 1, close);
  const isEmpty = collection.items.length === 0;
  const isMapping = isMap(collection);
  if (isEmpty) return [{ from: from + 1, to: close, insert: isMapping ? ` ${entry} ` : entry }];
  const hasComma = text[end - 1] === ',';
  return [{ from: end, to: end, insert: hasComma ? ` ${entry},` : `, ${entry}` }];
}

/** A line after the last one of a block. */
function addedLine(
  text: string,
  block: YAMLMap | YAMLSeq,
  indent: number,
  entry: string,
): readonly TextChange[] {
  const [from = 0] = block.range ?? [];
  const end = contentEnd(block, from);
  const lineEnd = text.indexOf('\n', Math.max(end - 1, 0));
  const at = lineEnd === -1 ? text.length : lineEnd;
  return [{ from: at, to: at, insert: `\n${' '.repeat(indent)}${entry}` }];
}

/** Where the last thing of a block ends; a block's own range goes on over the comments behind it. */
function contentEnd(node: unknown, least: number): number {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1);
    const key = isScalar(last?.key) ? (last.key.range?.[1] ?? least) : least;
    return contentEnd(last?.value, key);
  }
  if (isSeq(node) && !node.flow) return contentEnd(node.items.at(-1), least);
  const { range } = (node ?? {}) as Partial<Node>;
  return Math.max(least, range?.[1] ?? least);
}

/** Takes a setting or a thing out, with the comment lines directly above it; a map it leaves empty is left as `{}`. */
export function removeAt(text: string, path: Path): readonly TextChange[] | null {
  const document = parsed(text);
  const { node, pair } = nodeAt(document, path);
  const holder = path.length === 1 ? document.contents : nodeAt(document, path.slice(0, -1)).node;
  if ((node === null && pair === null) || !isCollection(holder)) return null;
  const items: readonly unknown[] = holder.items;
  if (items.length === 1 && path.length > 1) {
    const above = nodeAt(document, path.slice(0, -1));
    return replaced(text, above.node, above.pair, isMap(holder) ? '{}' : '[]');
  }
  const item = pair ?? node;
  const place = items.indexOf(item);
  const from = (isScalar(pair?.key) ? pair.key.range?.[0] : node?.range?.[0]) ?? 0;
  const end = contentEnd(pair?.value ?? node, isScalar(pair?.key) ? (pair.key.range?.[1] ?? from) : from);
  if (holder.flow === true) return [removedInside(text, items, place, from, end)];
  return [removedLines(text, from, end, isSeq(holder))];
}

function removedInside(
  text: string,
  items: readonly unknown[],
  place: number,
  from: number,
  end: number,
): TextChange {
  if (place < items.length - 1) {
    const comma = text.indexOf(',', end);
    const after = /^\s*/.exec(text.slice(comma + 1))?.[0].length ?? 0;
    return { from, to: comma + 1 + after, insert: '' };
  }
  return { from: text.lastIndexOf(',', from), to: end, insert: '' };
}

function removedLines(text: string, start: number, end: number, isItem: boolean): TextChange {
  const at = isItem ? text.lastIndexOf('-', start) : start;
  // In `- when: ...` the first key stands behind the dash: only the key goes, the dash stays for the next.
  const lead = text.slice(lineStart(text, at), at);
  const lineEnd = text.indexOf('\n', Math.max(end - 1, at));
  const to = lineEnd === -1 ? text.length : lineEnd + 1;
  if (lead.includes('-')) {
    const next = /^\s*/.exec(text.slice(to))?.[0].length ?? 0;
    return { from: at, to: to + next, insert: '' };
  }
  let from = lineStart(text, at);
  while (from > 0) {
    const above = lineStart(text, from - 1);
    if (!new RegExp(`^${lead}#`).test(text.slice(above, from))) break;
    from = above;
  }
  return { from, to, insert: '' };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
