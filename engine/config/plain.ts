/**
 * The nodes of a YAML text as plain data of JSON's kind: aliases followed, depth and unfolding bounded, reserved keys, repeated
 * keys, control characters and numbers that are none refused. It knows nothing of what a scenario says.
 */
import type { Alias, Node, Pair, YAMLMap } from 'yaml';
import { isAlias, isCollection, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Findings, ProblemPath } from './problems.ts';
import { unwanted } from './text-size.ts';

export const maxDepth = 64;
/** How many values the aliases of a file may unfold to. */
const maxUnfolded = 20_000;
export const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** One walk over the nodes: aliases are followed, bounds kept, values made plain. */
export class PlainWalk {
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

/** The text of a key as it was written. */
export function keyText(pair: Pair): string {
  const key = pair.key;
  if (!isScalar(key)) return key === null ? '' : '?';
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

/** The entry of a map under a key. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  // The last of several equal keys is the one a finding about a repeated key means.
  return map.items.findLast((pair) => isPair(pair) && keyText(pair) === key);
}
