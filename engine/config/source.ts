/**
 * The text of a scenario: parsed (YAML 1.2, and so JSON), bounded against hostile files, changed by `--set`, turned
 * into plain data, and asked where a path stands. It knows nothing of what a scenario says. Nothing here throws
 * for a bad text, and no text keeps it busy for long: size, number of parts, depth and aliases are counted.
 */
import type { Document, ParsedNode } from 'yaml';
import { LineCounter, isAlias, isCollection, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Node, Pair, YAMLMap } from 'yaml';
import type { Findings, Problem, ProblemCode, ProblemParameters, ProblemPath } from './problems.ts';
import { severityOf } from './problems.ts';
import { applySetting } from './settings.ts';

/** A scenario of 500 queues is a tenth of this; the YAML parser takes about 2 s for 1 MB of small parts. */
const maxCharacters = 1_000_000;
/**
 * Lines, commas and colons, and apart from them quotes, brackets and other signs of YAML: what the parser's time
 * really depends on, about 20 us each.
 */
const maxParts = 60_000;
const maxDepth = 64;
/** Brackets that are never closed, or signs of lists in one line: far beyond any text, soon enough for the parser. */
const maxOpen = 1000;
/** How many values the aliases of a file may unfold to. */
const maxUnfolded = 20_000;
const maxSyntaxProblems = 20;

const reservedKeys = new Set(['__proto__', 'constructor', 'prototype']);
// Control characters, and the marks that make a text read differently from what it says (CVE-2021-42574).
const unwanted = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

/** Where a path stands in the text, from 1; or the `--set` it comes from. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly set: string | null;
}

export type SourceResult =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export class Source {
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;
  /** Nodes that were put there by a `--set`. */
  readonly #set = new Map<unknown, string>();
  /** What each alias means; filled by the walk, because the library looks through the whole text for each. */
  readonly #targets = new Map<unknown, unknown>();

  private constructor(document: Document.Parsed, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  static parse(text: string): SourceResult {
    const hostile = hostileText(text);
    if (hostile) return { ok: false, problems: [hostile] };
    const lines = new LineCounter();
    let document: Document.Parsed;
    try {
      document = parseDocument(text, {
        lineCounter: lines,
        // Our own walk finds repeated keys; the parser compares each with each.
        uniqueKeys: false,
        prettyErrors: false,
        // 'silent' would let a second document pass.
        logLevel: 'error',
        version: '1.2',
      });
    } catch {
      return { ok: false, problems: [problemAt('E-DEPTH', 1, 1, { limit: maxDepth })] };
    }
    const complaints = [...document.errors, ...document.warnings].slice(0, maxSyntaxProblems);
    const problems = complaints.map((complaint) => {
      const { line, col } = lines.linePos(complaint.pos[0]);
      return complaint.code === 'RESOURCE_EXHAUSTION'
        ? problemAt('E-DEPTH', line, col, { limit: maxDepth })
        : problemAt('E-SYNTAX', line, col, { detail: complaint.message });
    });
    // In YAML 1.1 08:00 is the number 480: such a file would say something else than it seems to.
    if (document.directives?.yaml.explicit && document.directives.yaml.version !== '1.2') {
      problems.push(problemAt('E-SYNTAX', 1, 1, { detail: 'This is YAML 1.1; scenarios are YAML 1.2.' }));
    }
    if (problems.length === 0 && !isMap(document.contents)) {
      problems.push(problemAt('E-TYPE', 1, 1, { expected: 'map', found: 'nothing to read' }));
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, source: new Source(document, lines) };
  }

  /** Applies one `path=value`; false if it cannot be. */
  change(setting: string): boolean {
    return applySetting(this.#document, setting, (node) => this.#set.set(node, setting));
  }

  /** Plain data of JSON's kind, and the findings of the walk. What is refused is left out. */
  toPlain(findings: Findings, isNamed: (path: ProblemPath) => boolean): unknown {
    return new PlainWalk(this.#targets, findings, isNamed).value(this.#document.contents, []);
  }

  /** The place of a path; of a missing one, the place of the nearest thing around it. */
  placeOf(path: ProblemPath, at: 'key' | 'value'): Place {
    let node: unknown = this.#document.contents;
    let place = this.#placeOfNode(node) ?? { line: 1, column: 1, set: null };
    for (const [index, step] of path.entries()) {
      const holder = isAlias(node) ? this.#targets.get(node) : node;
      let next: unknown;
      let key: unknown;
      if (isMap(holder)) {
        const pair = pairOf(holder, String(step));
        if (!pair) return place;
        key = pair.key;
        next = pair.value;
      } else if (isSeq(holder) && typeof step === 'number' && step < holder.items.length) {
        next = holder.items[step];
      } else return place;
      const isLast = index === path.length - 1;
      const keyPlace = this.#placeOfNode(key);
      const valuePlace = this.#placeOfNode(next);
      // What is missing inside is best shown at the name of what surrounds it.
      const shown = isLast && at === 'value' ? (valuePlace ?? keyPlace) : (keyPlace ?? valuePlace);
      const set = place.set ?? this.#set.get(next) ?? null;
      place = set === null ? (shown ?? place) : { line: 0, column: 0, set };
      node = next;
    }
    return place;
  }

  #placeOfNode(node: unknown): Place | undefined {
    const set = this.#set.get(node);
    if (set !== undefined) return { line: 0, column: 0, set };
    const range = (node as Partial<ParsedNode> | null | undefined)?.range;
    if (!range) return undefined;
    if (isScalar(node) && node.value === null && range[0] === range[1]) return undefined;
    const { line, col } = this.#lines.linePos(range[0]);
    return { line, column: col, set: null };
  }
}

/** One walk over the nodes: aliases are followed, bounds kept, values made plain. */
class PlainWalk {
  readonly #targets: Map<unknown, unknown>;
  readonly #findings: Findings;
  readonly #isNamed: (path: ProblemPath) => boolean;
  readonly #open = new Set<unknown>();
  /** The last node of each anchor so far, in the order of the text. */
  readonly #anchors = new Map<string, unknown>();
  /** How many aliases we are inside of, and what they have unfolded to so far. */
  #aliases = 0;
  #unfolded = 0;

  constructor(targets: Map<unknown, unknown>, findings: Findings, isNamed: (path: ProblemPath) => boolean) {
    this.#targets = targets;
    this.#findings = findings;
    this.#isNamed = isNamed;
  }

  value(node: unknown, path: ProblemPath): unknown {
    if (this.#aliases > 0 && ++this.#unfolded > maxUnfolded) {
      if (this.#unfolded === maxUnfolded + 1)
        this.#findings.add('E-ALIAS', path.slice(0, 1), { limit: maxUnfolded }, 'key');
      return undefined;
    }
    if (path.length > maxDepth) {
      this.#findings.add('E-DEPTH', path.slice(0, maxDepth), { limit: maxDepth });
      return undefined;
    }
    if (isAlias(node)) return this.#alias(node, path);
    const anchor = this.#aliases === 0 ? (node as Partial<Node> | null)?.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, node);
    if (isMap(node)) return this.#map(node, path);
    if (isSeq(node)) return node.items.map((item, index) => this.value(item, [...path, index]));
    if (isScalar(node)) return this.#scalar(node.value, node.source, path);
    return null;
  }

  #alias(alias: Alias, path: ProblemPath): unknown {
    // Inside what an alias stands for, anchors were seen before.
    const target = this.#targets.get(alias) ?? this.#anchors.get(alias.source);
    if (target === undefined || this.#open.has(target)) {
      this.#findings.add('E-ALIAS', path, { name: alias.source });
      return undefined;
    }
    this.#targets.set(alias, target);
    this.#open.add(target);
    this.#aliases++;
    const value = this.value(target, path);
    this.#aliases--;
    this.#open.delete(target);
    return value;
  }

  #map(map: YAMLMap, path: ProblemPath): Record<string, unknown> {
    const plain: Record<string, unknown> = {};
    const keys = new Set<string>();
    this.#open.add(map);
    for (const pair of map.items) {
      const key = keyText(pair);
      const here = [...path, key];
      if (reservedKeys.has(key)) this.#findings.add('E-PROTO', here, { key }, 'key');
      else if (unwanted.test(key)) this.#findings.add('E-CONTROL', here, {}, 'key');
      else if (isCollection(pair.key) || isAlias(pair.key)) {
        this.#findings.add('E-TYPE', here, { expected: 'name', found: 'map' }, 'key');
      } else if (keys.has(key)) {
        this.#findings.add(this.#isNamed(path) ? 'E-NAME-DUP' : 'E-KEY-DUP', here, { name: key }, 'key');
      } else {
        const value = this.value(pair.value, here);
        // `support:` with nothing under it is a queue with every setting at its default.
        if (value !== undefined) plain[key] = value === null && this.#isNamed(path) ? {} : value;
      }
      keys.add(key);
    }
    this.#open.delete(map);
    return plain;
  }

  #scalar(value: unknown, source: string | undefined, path: ProblemPath): unknown {
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) {
        this.#findings.add('E-RANGE', path, { value: String(value) });
        return undefined;
      }
      // +33123456789 and 0123 are telephone numbers, 08 an hour: as numbers they would lose a figure.
      return source !== undefined && /^(?:\+\d|0\d)\d*$/.test(source) ? source : value;
    }
    if (typeof value === 'string' && unwanted.test(value)) {
      this.#findings.add('E-CONTROL', path);
      return undefined;
    }
    return value;
  }
}

function keyText(pair: Pair): string {
  const key = pair.key;
  if (!isScalar(key)) return key === null ? '' : '?';
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  // The last of several equal keys is the one a finding about a repeated key means.
  return map.items.findLast((pair) => isPair(pair) && keyText(pair) === key);
}

/** Refuses in one look what would take the parser long. */
function hostileText(text: string): Problem | undefined {
  if (text.length > maxCharacters) {
    return problemAt('E-SIZE', 1, 1, { what: 'characters', value: text.length, limit: maxCharacters });
  }
  const size = measure(text);
  if (size.open > maxOpen) return problemAt('E-DEPTH', 1, 1, { limit: maxDepth });
  const parts = Math.max(size.parts, size.signs);
  if (parts > maxParts) {
    return problemAt('E-SIZE', 1, 1, { what: 'parts', value: parts, limit: maxParts });
  }
  const control = unwanted.exec(text);
  if (control) {
    const before = text.slice(0, control.index).split('\n');
    const found = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    return problemAt('E-CONTROL', before.length, (before.at(-1)?.length ?? 0) + 1, { found });
  }
  return undefined;
}

interface Size {
  /** Line ends, commas, colons. */
  parts: number;
  /** Other signs that mean something to YAML. */
  signs: number;
  /** The most brackets open at once, or list signs that begin one line; quotes and comments are not understood. */
  open: number;
}

function measure(text: string): Size {
  const size = { parts: 0, signs: 0, open: 0 };
  let depth = 0;
  let dashes = 0;
  for (const character of text) {
    if (character === '\n') dashes = 0;
    if ('\n,:'.includes(character)) size.parts++;
    else if ('[]{}"\'&*!|>?#%@`'.includes(character)) size.signs++;
    if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && depth > 0) depth--;
    else if (character === '-' || character === '?') dashes++;
    else if (character !== ' ') dashes = 0;
    size.open = Math.max(size.open, depth, dashes);
  }
  return size;
}

function problemAt(code: ProblemCode, line: number, column: number, params: ProblemParameters): Problem {
  return { code, severity: severityOf(code), path: [], line, column, set: null, params };
}
