/**
 * A suite file (`*.suite.yaml`): which scenario, changed how, and what is expected of it. In: its text, and the host's way to the
 * scenario. Out: the scenario ready to be simulated, or everything that is wrong with either, each with its place. It opens no
 * file and refuses to know how anything is checked.
 *
 *     scenario: ../library/helpdesk.yaml
 *     set: [agents.seniors.count=9]
 *     seed: 7
 *     days: 10           # of the recorded baseline
 *     daysAtMost: 3200   # until which the expectations must be decided
 *     expect:
 *       - { kpi: serviceLevel, queue: support, between: [78%, 84%] }
 */
import type { ReadFile } from './files.ts';
import { nearestName } from './nearest.ts';
import { Findings, severityOf, type Problem, type ProblemPath } from './problems.ts';
import { readCompleted, readScenario, type ReadResult } from './read.ts';
import { Source } from './source.ts';

/** A suite that was read and found right. */
export interface Suite {
  readonly name: string | null;
  /** As written in the suite; null: the file is itself the scenario. */
  readonly scenario: string | null;
  readonly set: readonly string[];
  /** What the suite itself says; null: nothing. */
  readonly seed: number | null;
  readonly days: number | null;
  readonly daysAtMost: number | null;
  /** With the suite's changes and expectations, and its seed. */
  readonly ready: Extract<ReadResult, { readonly ok: true }>;
  /** The text of the scenario, as written. */
  readonly text: string;
}

/** A problem, and which of the two files it is in. */
export interface SuiteProblem extends Problem {
  readonly in: 'suite' | 'scenario';
}

export type SuiteResult =
  | { readonly ok: true; readonly suite: Suite; readonly warnings: readonly SuiteProblem[] }
  | { readonly ok: false; readonly problems: readonly SuiteProblem[] };

/** The scenario that a suite names: its text, and the files that it names in turn. */
export interface OpenedScenario {
  readonly text: string;
  readonly files?: ReadFile | undefined;
}

const KEYS = ['name', 'description', 'scenario', 'set', 'seed', 'days', 'daysAtMost', 'expect'] as const;

/** A scenario file by itself is a suite of what it expects. */
export function suiteOfScenario(text: string, files?: ReadFile): SuiteResult {
  const result = readScenario(text, { files });
  const told = (problems: readonly Problem[]): SuiteProblem[] =>
    problems.map((problem) => ({ ...problem, in: 'scenario' }));
  if (!result.ok) return { ok: false, problems: told(result.problems) };
  const nothing = { scenario: null, set: [], seed: null, days: null, daysAtMost: null };
  const suite = { ...nothing, name: result.setup.name, ready: result, text };
  return { ok: true, suite, warnings: told(result.warnings) };
}

/** @param open the scenario of that path, relative to the suite; undefined: there is none */
export function readSuite(text: string, open: (path: string) => OpenedScenario | undefined): SuiteResult {
  const parsed = Source.parse(text);
  if (!parsed.ok)
    return { ok: false, problems: parsed.problems.map((problem) => ({ ...problem, in: 'suite' })) };
  const { source } = parsed;
  const findings = new Findings();
  const told = new SuiteShape(
    source.toPlain(findings, () => false),
    findings,
  );
  const opened = told.scenario === null ? undefined : open(told.scenario);
  if (told.scenario !== null && opened === undefined)
    findings.add('E-FILE', ['scenario'], { file: told.scenario, why: 'missing' });
  const placed = (): SuiteProblem[] =>
    findings.all.map(({ code, path, params, at }) => ({
      code,
      severity: severityOf(code),
      path,
      params,
      ...source.placeOf(path, at),
      in: 'suite',
    }));
  if (opened === undefined) return { ok: false, problems: placed() };
  const set = [...told.set, ...(told.seed === null ? [] : [`seed=${told.seed}`])];
  const result = readCompleted(
    opened.text,
    (written) => (told.expect === undefined ? written : { ...(written as object), expect: told.expect }),
    { set, files: opened.files },
  );
  const problems = result.ok ? result.warnings : result.problems;
  const all = [...placed(), ...problems.map((problem) => inItsFile(problem, told, source))];
  if (!result.ok || all.some(({ severity }) => severity === 'error')) return { ok: false, problems: all };
  const { name, scenario, seed, days, daysAtMost } = told;
  const suite = { name, scenario, set: told.set, seed, days, daysAtMost, ready: result, text: opened.text };
  return { ok: true, suite, warnings: all };
}

/** What the suite expects, or sets, is wrong in the suite; the rest is the scenario's. */
function inItsFile(problem: Problem, told: SuiteShape, source: Source): SuiteProblem {
  if (problem.path[0] === 'expect' && told.expect !== undefined)
    return { ...problem, ...source.placeOf(problem.path, 'value'), in: 'suite' };
  const at = problem.set === null ? -1 : told.set.indexOf(problem.set);
  if (at < 0) return { ...problem, in: 'scenario' };
  return { ...problem, ...source.placeOf(['set', at], 'value'), set: null, in: 'suite' };
}

/** The plain data of a suite, key by key; what is wrong is said and left out. */
class SuiteShape {
  readonly name: string | null;
  readonly scenario: string | null;
  readonly set: readonly string[];
  readonly seed: number | null;
  readonly days: number | null;
  readonly daysAtMost: number | null;
  /** As written: it is checked where the scenario's own would be. */
  readonly expect: unknown;
  readonly #findings: Findings;

  constructor(plain: unknown, findings: Findings) {
    this.#findings = findings;
    const map = new Map(Object.entries((plain ?? {}) as Readonly<Record<string, unknown>>));
    for (const key of map.keys()) {
      if ((KEYS as readonly string[]).includes(key)) continue;
      const nearest = nearestName(key, KEYS);
      const params = { key, known: KEYS, ...(nearest === undefined ? {} : { nearest }) };
      findings.add('E-KEY', [key], params, 'key');
    }
    this.name = this.#text(['name'], map.get('name'));
    void this.#text(['description'], map.get('description'));
    this.scenario = this.#text(['scenario'], map.get('scenario'));
    if (!map.has('scenario')) findings.add('E-MISSING', ['scenario'], { key: 'scenario' });
    const set = map.get('set') ?? [];
    if (!Array.isArray(set)) this.#wrong(['set'], 'list', set);
    const settings: readonly unknown[] = Array.isArray(set) ? set : [];
    this.set = settings.flatMap((setting, at) => this.#text(['set', at], setting) ?? []);
    this.seed = this.#whole('seed', map.get('seed'), 0, 4_294_967_295);
    this.days = this.#whole('days', map.get('days'), 1, 1_000_000);
    this.daysAtMost = this.#whole('daysAtMost', map.get('daysAtMost'), 2, 1_000_000);
    this.expect = map.get('expect');
  }

  #text(path: ProblemPath, value: unknown): string | null {
    if (value === undefined) return null;
    if (typeof value === 'string' && value !== '') return value;
    this.#wrong(path, 'text', value);
    return null;
  }

  #whole(key: string, value: unknown, min: number, max: number): number | null {
    if (value === undefined) return null;
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      this.#wrong([key], 'whole', value);
      return null;
    }
    if (value >= min && value <= max) return value;
    const params = { value: String(value), min: String(min), max: String(max), unit: 'whole' };
    this.#findings.add('E-RANGE', [key], params);
    return null;
  }

  #wrong(path: ProblemPath, expected: string, value: unknown): void {
    this.#findings.add('E-TYPE', path, { expected, found: kindOf(value) });
  }
}

/** The kinds that `found` of E-TYPE knows. */
function kindOf(value: unknown): string {
  if (value === null || value === '') return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'flag';
  return typeof value === 'number' ? 'number' : 'map';
}
