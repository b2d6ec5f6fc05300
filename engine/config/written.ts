/**
 * The text of a scenario with changes written into it: only the places that change are touched, so that comments, order and layout stay
 * as their writer left them. Each step is checked by reading it back; what cannot be written in place (an alias, a list that grows) is
 * written anew by the YAML library, which keeps comments but not every line break. It knows no option of a scenario.
 */
import type { Document, Pair, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { pairOf } from './plain.ts';
import { Findings } from './problems.ts';
import { namedCollections } from './scenario.ts';
import { applySetting, parseSetting } from './settings.ts';
import { Source } from './source.ts';

/**
 * YAML stays YAML and JSON stays JSON. A change that cannot be applied is left out, as it is when a scenario is read; a text that is no
 * YAML comes back as it is.
 *
 * @param set changes as `--set` takes them, in order
 */
export function writtenText(text: string, set: readonly string[]): string {
  const refused = changed(text, set)?.refused ?? set;
  const applied = set.filter((setting) => !refused.includes(setting));
  return allSpliced(text, applied) ?? applied.reduce(withChange, text);
}

/** All changes in place, read back once; undefined: not all of them go so. */
function allSpliced(text: string, set: readonly string[]): string | undefined {
  let written: string | undefined = text;
  const isJson = isJsonText(text);
  for (const setting of set) {
    const { steps, value } = parseSetting(setting) ?? { steps: [], value: '' };
    const [first = ''] = valueTexts(value, isJson);
    written = spliced(written, steps, { value: first, isJson });
    if (written === undefined) return undefined;
  }
  return meaningOf(written) === meaningOf(text, set) ? written : undefined;
}

/** One change, each way to write it read back. */
function withChange(text: string, setting: string): string {
  const wanted = meaningOf(text, [setting]);
  const { steps, value } = parseSetting(setting) ?? { steps: [], value: '' };
  const isJson = isJsonText(text);
  for (const way of valueTexts(value, isJson)) {
    const written = spliced(text, steps, { value: way, isJson });
    if (written !== undefined && meaningOf(written) === wanted) return written;
  }
  const document = parseDocument(text, { uniqueKeys: false });
  applySetting(document, setting, () => undefined);
  return document.toString({ lineWidth: 0 });
}

/** The text as read, with changes on top. */
function changed(
  text: string,
  set: readonly string[],
): { source: Source; refused: readonly string[] } | undefined {
  const parsed = Source.parse(text);
  if (!parsed.ok) return undefined;
  const { source } = parsed;
  const refused = set.filter((each) => source.strangerOf(each, namedCollections) || !source.change(each));
  return { source, refused };
}

/** What a reader takes from the text, in the order of its keys; undefined: nothing. */
function meaningOf(text: string, set: readonly string[] = []): string | undefined {
  const data = changed(text, set)?.source.toPlain(new Findings(), () => false);
  return data === undefined ? undefined : JSON.stringify(data);
}

function isJsonText(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

/** Ways to write a value, best first: as it was given, then in quotes, for a text whose signs mean something where it goes. */
function valueTexts(value: string, isJson: boolean): string[] {
  const { contents } = parseDocument(value);
  const quoted = isScalar(contents) ? [JSON.stringify(contents.source ?? String(contents.value))] : [];
  return isJson ? [JSON.stringify(contents), ...quoted] : [value, ...quoted];
}

// ---------------------------------------------------------------- in place

interface Written {
  readonly value: string;
  /** Keys stand in quotes, too. */
  readonly isJson: boolean;
}

/** Undefined: not without writing more than this place anew. */
function spliced(text: string, steps: readonly string[], written: Written): string | undefined {
  let holder: unknown = parseDocument(text, { uniqueKeys: false }).contents;
  for (const [at, step] of steps.entries()) {
    const rest = steps.slice(at + 1);
    if (isMap(holder)) {
      const pair = pairOf(holder, step);
      if (!pair) return inserted(text, holder, step, nested(rest, written), written.isJson);
      if (rest.length === 0 || isEmpty(pair.value)) return replaced(text, pair, nested(rest, written));
      holder = pair.value;
    } else if (isSeq(holder)) {
      const item: unknown = holder.items[Number(step)];
      if (rest.length === 0) return replacedNode(text, item, written.value);
      holder = item;
    } else return undefined;
  }
  return undefined;
}

/** `{ callback: { offerFirst: 15s } }` for the steps that are still missing. */
function nested(steps: readonly string[], { value, isJson }: Written): string {
  return steps.reduceRight((inner, step) => `{ ${keyAs(step, isJson)}: ${inner} }`, value);
}

const keyAs = (step: string, isJson: boolean): string =>
  !isJson && /^[a-z][\w ]*\w$/i.test(step) && !/^(?:null|true|false)$/i.test(step)
    ? step
    : JSON.stringify(step);

type Range = Document.Parsed['range'];

/** Where a node stands; undefined for one with an anchor or a tag, which others may need. */
function rangeOf(node: unknown): Range | undefined {
  const { range, anchor, tag } = (node ?? {}) as { range?: Range; anchor?: string; tag?: string };
  return anchor === undefined && tag === undefined ? range : undefined;
}

const isEmpty = (node: unknown): boolean => node === null || (isScalar(node) && node.value === null);

function replaced(text: string, pair: Pair, value: string): string | undefined {
  const range = rangeOf(pair.value);
  if (!range) return undefined;
  const [start, end] = range;
  // `support:` with nothing behind it.
  if (start === end) return `${text.slice(0, start).replace(/:\s*$/, ':')} ${value}${text.slice(end)}`;
  const [, colon = start] = (pair.key as { range?: Range }).range ?? [];
  // What was a block of lines comes up to its key, unless a comment stands between.
  const isBlock = isBlockNode(pair.value) && /^:\s*$/.test(text.slice(colon, start));
  if (!isBlock) return replacedNode(text, pair.value, value);
  return `${text.slice(0, colon)}: ${value}${lineEndOf(text, start, end)}${text.slice(end)}`;
}

function replacedNode(text: string, node: unknown, value: string): string | undefined {
  const range = rangeOf(node);
  if (!range) return undefined;
  const [start, end] = range;
  return `${text.slice(0, start)}${value}${lineEndOf(text, start, end)}${text.slice(end)}`;
}

/** The line break that a block of lines ends with. */
const lineEndOf = (text: string, start: number, end: number): string =>
  /\r?\n$/.exec(text.slice(start, end))?.[0] ?? '';

const isBlockNode = (node: unknown): boolean =>
  isScalar(node) ? String(node.type).startsWith('BLOCK') : (isMap(node) || isSeq(node)) && node.flow !== true;

// ---------------------------------------------------------------- a new key

function inserted(
  text: string,
  map: YAMLMap,
  step: string,
  value: string,
  isJson: boolean,
): string | undefined {
  const entry = `${keyAs(step, isJson)}: ${value}`;
  const range = rangeOf(map);
  if (!range) return undefined;
  const last = map.items.at(-1);
  if (map.flow !== true) return last && asNewLine(text, map, last, entry);
  if (!last) return `${text.slice(0, range[0])}{ ${entry} }${text.slice(range[1])}`;
  const end = endOf(last);
  const start = (last.key as { range?: Range }).range?.[0];
  if (end === undefined || start === undefined) return undefined;
  // Where the last key has a line of its own, so has the new one.
  const indent = text.slice(lineStart(text, start), start);
  const gap = /^\s+$/.test(indent) ? `${eolOf(text)}${indent}` : ' ';
  return `${text.slice(0, end)},${gap}${entry}${text.slice(end)}`;
}

function asNewLine(text: string, map: YAMLMap, last: Pair, entry: string): string | undefined {
  const end = endOf(last);
  const first = (map.items[0]?.key as { range?: Range } | undefined)?.range?.[0];
  const begin = (last.key as { range?: Range }).range?.[0];
  if (end === undefined || first === undefined || begin === undefined) return undefined;
  const eol = eolOf(text);
  const indent = ' '.repeat(first - lineStart(text, first));
  const isLineEnd = text[end - 1] === '\n';
  const next = isLineEnd ? end : text.indexOf('\n', end) + 1;
  const place = next > 0 ? next : text.length;
  const before = text.slice(0, place);
  // Sections of a file that are parted by blank lines stay so.
  const isSpaced = indent === '' && /\n\s*\n(?:#.*\n)*$/.test(text.slice(0, lineStart(text, begin)));
  const gap = `${before.endsWith('\n') ? '' : eol}${isSpaced ? eol : ''}`;
  return `${before}${gap}${indent}${entry}${eol}${text.slice(place)}`;
}

/** Where the last thing of an entry ends, comments behind it not counted. */
function endOf(pair: Pair): number | undefined {
  let node: unknown = pair.value;
  while (isBlockNode(node) && !isScalar(node)) {
    const last: unknown = (node as YAMLMap).items.at(-1);
    const value = isMap(node) ? (last as Pair).value : last;
    if (value === null) return (last as Pair<{ range?: Range }>).key.range?.[1];
    node = value;
  }
  const { range } = (node ?? pair.key) as { range?: Range };
  return range?.[1];
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
