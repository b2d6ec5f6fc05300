/**
 * The text of a scenario (YAML or JSON) into a scenario and its setup, or into everything that is wrong with it,
 * each with its code and place. Never throws for bad input, opens no file: what a scenario names is asked of the host.
 */
import { checkScenario } from './check-scenario.ts';
import { compile } from './compile.ts';
import { ScenarioFiles } from './files.ts';
import type { ReadFile } from './files.ts';
import { checkShape } from './issues.ts';
import { Findings, severityOf } from './problems.ts';
import type { Finding, Problem } from './problems.ts';
import { namedCollections } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import { quotedSetting } from './settings.ts';
import type { Setup } from './setup.ts';
import { Source } from './source.ts';

export interface ReadOptions {
  /** The text of a file the scenario names, or undefined. */
  readonly files?: ReadFile | undefined;
  /** Changes as `path=value`, applied in order: `queues.support.callback.offerFirst=15s`. */
  readonly set?: readonly string[] | undefined;
}

export type ReadResult =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      readonly setup: Setup;
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const maxProblems = 300;

/** Adds to the data as written, before they are checked, what whoever writes them has no need to say. */
export type Complete = (written: unknown, findings: Findings) => unknown;

export function readScenario(text: string, options: ReadOptions = {}): ReadResult {
  return read(text, options, (written) => written);
}

/** As `readScenario`, of a text that leaves out what `complete` adds: the header of a script. */
export function readCompleted(text: string, complete: Complete, options: ReadOptions = {}): ReadResult {
  return read(text, options, complete);
}

function read(text: string, options: ReadOptions, complete: Complete): ReadResult {
  const parsed = Source.parse(text);
  if (!parsed.ok) return { ok: false, problems: parsed.problems };
  const { source } = parsed;
  const refused = (options.set ?? []).flatMap((setting) => {
    const stranger = source.strangerOf(setting, namedCollections);
    if (stranger) return [stranger];
    return source.change(setting) ? [] : [badSetting(setting)];
  });
  const findings = new Findings();
  const plain = complete(source.toPlain(findings, isNamedCollection), findings);
  const { scenario, removed } = checkShape(plain, findings);
  const files = new ScenarioFiles(options.files);
  let setup: Setup | undefined;
  if (scenario) {
    checkScenario(scenario, plain, removed, findings);
    // Files are read only for a scenario that is right by itself.
    if (refused.length === 0 && !hasErrors(findings)) setup = compile(scenario, files, findings);
  }
  const problems = [...refused, ...placed(findings.all, source)];
  if (scenario && setup && !hasErrors(findings)) return { ok: true, scenario, setup, warnings: problems };
  return { ok: false, problems };
}

function hasErrors(findings: Findings): boolean {
  return findings.all.some((finding) => severityOf(finding.code) === 'error');
}

/** Places, in the order of the file; errors of a `--set` come first. */
function placed(findings: readonly Finding[], source: Source): Problem[] {
  return findings
    .slice(0, maxProblems)
    .map(({ code, path, params, at }) => ({
      code,
      severity: severityOf(code),
      path,
      params,
      ...source.placeOf(path, at),
    }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function badSetting(setting: string): Problem {
  const quoted = quotedSetting(setting);
  const params = quoted === undefined ? { setting } : { setting, quoted };
  return { code: 'E-SET', severity: 'error', path: [], line: 0, column: 0, set: setting, params };
}

/** Whether the keys of the map at this path are names somebody gave. */
function isNamedCollection(path: readonly (string | number)[]): boolean {
  const last = path.at(-1);
  if (path.length === 1) return namedCollections.has(String(last));
  return path.length === 3 && path[0] === 'kinds' && (last === 'demand' || last === 'agents');
}
