/**
 * The text of a scenario: parsed (YAML 1.2, and so JSON), bounded against hostile files, changed by `--set`, turned
 * into plain data, and asked where a path stands. It knows nothing of what a scenario says. Nothing here throws
 * for a bad text, and no text keeps it busy for long: size, number of parts, depth and aliases are counted.
 */
import type { Document, ParsedNode } from 'yaml';
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { nearestName } from './nearest.ts';
import { PlainWalk, keyText, maxDepth, pairOf, reservedKeys } from './plain.ts';
import type { Findings, Problem, ProblemCode, ProblemParameters, ProblemPath } from './problems.ts';
import { severityOf } from './problems.ts';
import { applySetting, parseSetting } from './settings.ts';
import { hostilityOf } from './text-size.ts';

const maxSyntaxProblems = 20;

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
    const hostile = hostileProblem(text);
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

  /**
   * The finding of a `path=value` that would give a new name in one of these maps of names: with a slip of the
   * pen it would make a queue that nobody calls instead of changing the one that is meant.
   */
  strangerOf(setting: string, collections: ReadonlySet<string>): Problem | undefined {
    const [what, name] = parseSetting(setting)?.steps ?? [];
    if (what === undefined || name === undefined || !collections.has(what)) return undefined;
    const root = this.#document.contents;
    let holder = isMap(root) ? pairOf(root, what)?.value : undefined;
    if (isAlias(holder)) holder = holder.resolve(this.#document);
    const known = isMap(holder) ? holder.items.map(keyText) : [];
    // A reserved name is refused as such when the data are made.
    if (known.includes(name) || reservedKeys.has(name)) return undefined;
    const nearest = nearestName(name, known);
    const params = { what, name, known: known.slice(0, 20), ...(nearest === undefined ? {} : { nearest }) };
    const place = { path: [what, name], line: 0, column: 0, set: setting };
    return { code: 'E-REF', severity: 'error', params, ...place };
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

function hostileProblem(text: string): Problem | undefined {
  const hostility = hostilityOf(text);
  if (!hostility) return undefined;
  switch (hostility.code) {
    case 'E-SIZE': {
      const { what, value, limit } = hostility;
      return problemAt('E-SIZE', 1, 1, { what, value, limit });
    }
    case 'E-DEPTH':
      return problemAt('E-DEPTH', 1, 1, { limit: maxDepth });
    case 'E-CONTROL': {
      const before = text.slice(0, hostility.index).split('\n');
      const column = (before.at(-1)?.length ?? 0) + 1;
      return problemAt('E-CONTROL', before.length, column, { found: hostility.found });
    }
  }
}

function problemAt(code: ProblemCode, line: number, column: number, params: ProblemParameters): Problem {
  return { code, severity: severityOf(code), path: [], line, column, set: null, params };
}
