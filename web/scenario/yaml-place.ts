/**
 * Between places in the text of a scenario and paths in it: what the cursor is on, where a setting stands, what it says. Reads the text as
 * far as it can be read, for it is being written. It knows no schema.
 */
import { isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { Path, Step } from './schema-tree.ts';

export type Parsed = Document.Parsed;

export interface Span {
  readonly from: number;
  readonly to: number;
}

export function parsed(text: string): Parsed {
  // The engine's worker says what is wrong; here only the shape is wanted.
  return parseDocument(text, { uniqueKeys: false, logLevel: 'silent', strict: false });
}

/** A scenario as plain data, as far as it can be read. */
export function plainOf(document: Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 }) as unknown;
  } catch {
    return null;
  }
}

export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<Step, unknown>)[step] : undefined,
    data,
  );
}

/** The node at the path, and the pair that holds it when it is in a map. */
export function nodeAt(
  document: Parsed,
  path: Path,
): { readonly node: Node | null; readonly pair: Pair | null } {
  let node: unknown = document.contents;
  let pair: Pair | null = null;
  for (const step of path) {
    pair = null;
    if (isMap(node)) {
      pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) ?? null;
      node = pair?.value ?? null;
    } else if (isSeq(node) && typeof step === 'number') node = node.items[step] ?? null;
    else return { node: null, pair: null };
    if (node === null && pair === null) return { node: null, pair: null };
  }
  return { node: node as Node | null, pair };
}

/** Where a setting stands, its key and its value; null: the text does not say it. */
export function placeOf(document: Parsed, path: Path): Span | null {
  const { node, pair } = nodeAt(document, path);
  const from = isScalar(pair?.key) ? pair.key.range?.[0] : node?.range?.[0];
  const to = node?.range?.[1] ?? (isScalar(pair?.key) ? pair.key.range?.[1] : undefined);
  return from === undefined || to === undefined ? null : { from, to };
}

/** The innermost setting that holds the place. */
export function pathAt(
  document: Parsed,
  offset: number,
): { readonly path: Path; readonly isKey: boolean } | null {
  let found: { path: Path; isKey: boolean } | null = null;
  visit(document, {
    Scalar(key, node, ancestors) {
      const [from, to] = node.range ?? [0, -1];
      if (offset < from || offset > to) return undefined;
      found = { path: pathOf(ancestors, node), isKey: key === 'key' };
      return visit.BREAK;
    },
  });
  return found;
}

/** The path of a visited scalar; of a key, that of its setting. */
function pathOf(ancestors: readonly unknown[], node: Node): Path {
  const steps: Step[] = [];
  ancestors.forEach((ancestor, at) => {
    if (isPair(ancestor) && isScalar(ancestor.key)) steps.push(String(ancestor.key.value));
    if (isSeq(ancestor)) steps.push(ancestor.items.indexOf(ancestors[at + 1] ?? node));
  });
  return steps;
}

/** Stands where the cursor is while the text is read; nobody writes that. */
const MARK = 'cursorstandshere';

export interface Cursor {
  /** Of the map a key is written in, or of the value being written. */
  readonly path: Path;
  readonly isKey: boolean;
  /** The word being written, as far as it goes. */
  readonly from: number;
  readonly to: number;
  /** Whether a colon already follows the word. */
  readonly hasColon: boolean;
}

/** What is being written at the cursor; null: nothing that has a place, such as a comment. */
export function cursorIn(text: string, offset: number): Cursor | null {
  const lineFrom = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineFrom, offset);
  if (/(^|\s)#/.test(before)) return null;
  const word = /[^\s,:{}[\]"']*$/.exec(before)?.[0] ?? '';
  const from = offset - word.length;
  const rest = /^[^\s,:{}[\]"'\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const to = offset + rest.length;
  const hasColon = /^[ \t]*:(?=\s|$)/.test(text.slice(to));
  const isLineStart = /^[ \t]*(?:- +)*$/.test(text.slice(lineFrom, from));
  // A word alone on a line is a key that has no colon yet, or a value: the first fits nearly always.
  const endings = isLineStart && !hasColon ? [':', ''] : [''];
  for (const ending of endings) {
    const found = markedIn(parsed(`${text.slice(0, from)}${MARK}${ending}${text.slice(to)}`));
    if (found !== null) return { ...found, from, to, hasColon };
  }
  return null;
}

function markedIn(document: Parsed): { path: Path; isKey: boolean } | null {
  let found: { path: Path; isKey: boolean } | null = null;
  visit(document, {
    Scalar(key, node, ancestors) {
      if (typeof node.value !== 'string' || !node.value.includes(MARK)) return undefined;
      const path = pathOf(ancestors, node);
      const isKey = key === 'key';
      found = { path: isKey ? path.slice(0, -1) : path, isKey };
      return visit.BREAK;
    },
  });
  return found;
}
