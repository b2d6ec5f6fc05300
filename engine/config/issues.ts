/**
 * Zod's issues as findings of ours, and the data without what they are about, so that the checks that compare
 * options with each other can still run over the rest and everything is reported at once.
 */
import { nearestName } from './nearest.ts';
import type { Finding, Findings, ProblemCode, ProblemParameters, ProblemPath } from './problems.ts';
import { scenarioSchema } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
/** A hostile file with a mistake in every line is not reported line by line. */
const maxFindings = 300;
const maxRounds = 40;

export interface Checked {
  /** Without what was refused; null if nothing is left. */
  readonly scenario: Scenario | null;
  /** Paths that were taken out: nobody should miss them. */
  readonly removed: readonly ProblemPath[];
}

/** Checks plain data against the schema; says everything that is wrong and returns the rest. */
export function checkShape(plain: unknown, findings: Findings): Checked {
  const data: unknown = JSON.parse(JSON.stringify(plain));
  const removed: ProblemPath[] = findings.all.map((finding) => finding.path);
  for (let round = 0; round < maxRounds; round++) {
    const result = scenarioSchema.safeParse(data);
    if (result.success) return { scenario: result.data, removed };
    const issues = result.error.issues;
    const found = issues.slice(0, maxFindings).flatMap((issue) => translate(issue, [], data));
    for (const finding of found) {
      // What a removal of an earlier round, or a misspelt key, left incomplete is no news.
      const isConsequence =
        removed.some((path) => startsWith(path, finding.path)) ||
        (finding.code === 'E-ONE-OF' &&
          found.some(({ code, path }) => code === 'E-KEY' && startsWith(path, finding.path)));
      if (!isConsequence) findings.add(finding.code, finding.path, finding.params, finding.at);
    }
    // So many mistakes are no scenario with mistakes in it.
    if (issues.length > maxFindings || found.length >= maxFindings) return { scenario: null, removed };
    for (const finding of found) {
      const path = remove(data, finding.path);
      if (!path) return { scenario: null, removed };
      removed.push(path);
    }
  }
  return { scenario: null, removed };
}

export function startsWith(path: ProblemPath, start: ProblemPath): boolean {
  return start.length <= path.length && start.every((step, index) => step === path[index]);
}

/** Takes out the value, or the nearest surrounding one that has a key of its own (a list does not keep a hole). */
function remove(data: unknown, path: ProblemPath): ProblemPath | undefined {
  let keep = -1;
  let holder: unknown = data;
  for (const [index, step] of path.entries()) {
    if (typeof holder !== 'object' || holder === null) break;
    if (!Array.isArray(holder) && step in holder) keep = index;
    holder = (holder as Record<string | number, unknown>)[step];
  }
  if (keep < 0) return undefined;
  const cut = path.slice(0, keep + 1);
  let parent = data as Record<string | number, unknown>;
  for (const step of cut.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
  delete parent[cut.at(-1) ?? ''];
  return cut;
}

function valueAt(data: unknown, path: ProblemPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function translate(issue: Issue, base: ProblemPath, data: unknown): Finding[] {
  const path: ProblemPath = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? '?' : step))];
  switch (issue.code) {
    case 'custom': {
      const { code, ...params } = (issue.params ?? {}) as { code: ProblemCode } & ProblemParameters;
      return [{ code, path, params, at: 'value' }];
    }
    case 'unrecognized_keys':
      return issue.keys.slice(0, maxFindings).map((key) => unknownKey(key, issue.message, path));
    case 'invalid_key':
      return issue.issues.flatMap((inner) =>
        translate(inner, path, data).map((finding) => ({ ...finding, path, at: 'key' as const })),
      );
    case 'invalid_union':
      return translateUnion(issue, path, data);
    case 'invalid_value': {
      const value = valueAt(data, path);
      if (value === undefined) return [missing(path)];
      return [choiceFinding(path, value, issue.values.map(String))];
    }
    default: {
      const value = valueAt(data, path);
      if (value === undefined) return [missing(path)];
      return [wrongType(path, issue.message, value)];
    }
  }
}

function missing(path: ProblemPath): Finding {
  return { code: 'E-MISSING', path, params: { key: String(path.at(-1) ?? '') }, at: 'key' };
}

function unknownKey(key: string, message: string, path: ProblemPath): Finding {
  const known = message.startsWith('@keys ') ? message.slice(6).split(' ') : [];
  const nearest = nearestName(key, known);
  const params = { key, known, ...(nearest === undefined ? {} : { nearest }) };
  return { code: 'E-KEY', path: [...path, key], params, at: 'key' };
}

function choiceFinding(path: ProblemPath, value: unknown, options: readonly string[]): Finding {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return wrongType(path, '@text', value);
  }
  const found = String(value);
  const nearest = nearestName(found, options);
  const params = { value: found, options, ...(nearest === undefined ? {} : { nearest }) };
  return { code: 'E-CHOICE', path, params, at: 'value' };
}

function wrongType(path: ProblemPath, message: string, value: unknown): Finding {
  const expected = message.startsWith('@') ? (message.slice(1).split(' ')[0] ?? 'map') : 'map';
  return {
    code: 'E-TYPE',
    path,
    params: { expected: expected === 'keys' ? 'map' : expected, found: kindOf(value) },
    at: 'value',
  };
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'object':
      return 'map';
    case 'string':
      return 'text';
    case 'boolean':
      return 'flag';
    default:
      return 'number';
  }
}

/** Of several ways to write a value, the one the writer meant: that of the right kind with the fewest mistakes. */
function translateUnion(
  issue: Issue & { code: 'invalid_union' },
  path: ProblemPath,
  data: unknown,
): Finding[] {
  const value = valueAt(data, path);
  if (value === undefined) return [missing(path)];
  const isWrongKind = (inner: Issue) =>
    inner.path.length === 0 && ['invalid_type', 'invalid_union', 'invalid_value'].includes(inner.code);
  const fitting = issue.errors.filter((branch) => !branch.some(isWrongKind));
  const [best] = fitting.toSorted((a, b) => mistakes(a) - mistakes(b));
  if (best) return best.flatMap((inner) => translate(inner, path, data));
  // A union inside a union: the inner one knows better what was meant.
  const inner = issue.errors
    .flat()
    .find((candidate) => candidate.code === 'invalid_union' && candidate.path.length === 0);
  if (inner?.code === 'invalid_union' && unionFits(inner)) return translateUnion(inner, path, data);
  const options = issue.errors.flat().flatMap((candidate) => {
    return candidate.code === 'invalid_value' && candidate.path.length === 0
      ? candidate.values.map(String)
      : [];
  });
  if (options.length > 0 && typeof value === 'string') {
    // Words are one way to say it; a map is another.
    const finding = choiceFinding(path, value, options);
    return [{ ...finding, params: { ...finding.params, ...otherKeys(issue) } }];
  }
  return [wrongType(path, issue.message, value)];
}

function unionFits(issue: Issue & { code: 'invalid_union' }): boolean {
  return issue.errors.some(
    (branch) => !branch.some((inner) => inner.path.length === 0 && inner.code !== 'custom'),
  );
}

function mistakes(branch: readonly Issue[]): number {
  return branch.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length * 2 : 1),
    0,
  );
}

/** The keys of the map that could stand here instead of a word. */
function otherKeys(issue: Issue & { code: 'invalid_union' }): { keys?: readonly string[] } {
  const map = issue.errors
    .flat()
    .find((inner) => inner.code === 'invalid_type' && inner.expected === 'object');
  return map?.message.startsWith('@map ') === true ? { keys: map.message.slice(5).split(' ') } : {};
}
