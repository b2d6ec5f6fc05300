/**
 * The points of a sweep: every combination of the values, each the scenario with its settings, or why a point is no scenario. It
 * refuses to know what a setting means and simulates nothing.
 */
import { pathText, readScenario } from '../engine/index.ts';
import type { ReadResult } from '../engine/index.ts';
import { problemText } from '../reports/problem-text.ts';
import { settingsDiff } from '../reports/settings-diff.ts';
import type { ReadyScenario, RunOptions } from './run.ts';
import { mostPoints, variedOf } from './varied.ts';
import type { Varied } from './varied.ts';

export type Read = (settings: readonly string[]) => ReadResult;

/** Files that a scenario names are read once, not once for each point. */
export function readerOf(text: string, { files, set = [] }: Pick<RunOptions, 'files' | 'set'>): Read {
  const known = new Map<string, string | undefined>();
  const remembered = (name: string): string | undefined => {
    if (!known.has(name)) known.set(name, files?.(name));
    return known.get(name);
  };
  return (settings) => readScenario(text, { files: remembered, set: [...set, ...settings] });
}

/** What is wrong is added to the problems. */
export function variedAll(vary: readonly string[], problems: string[]): Varied[] {
  if (vary.length === 0 || vary.length > 2)
    problems.push(`A sweep varies one or two settings, not ${vary.length}.`);
  const varied = vary.flatMap((written) => variedOf(written, problems) ?? []);
  const count = varied.reduce((product, { values }) => product * values.length, 1);
  if (count > mostPoints)
    problems.push(`${count} points are too many; ${mostPoints} are the most. Take larger steps.`);
  const [one, other] = varied;
  if (one && one.path === other?.path) problems.push(`${one.path} is varied twice.`);
  return varied;
}

export interface Point {
  readonly at: readonly number[];
  readonly ready: ReadyScenario;
}

/** All combinations, the first setting slowest. */
export function pointsOf(varied: readonly Varied[], read: Read, problems: string[]): Point[] {
  const grid = varied.reduce<readonly (readonly number[])[]>(
    (before, { values }) => before.flatMap((at) => values.map((_, index) => [...at, index])),
    [[]],
  );
  const wrong = new Map<string, Set<string>>();
  const points = grid.flatMap((at): Point[] => {
    const settings = varied.map(({ path, values }, which) => `${path}=${values[at[which]!]!.text}`);
    const result = read(settings);
    if (result.ok) return [{ at, ready: result }];
    for (const problem of result.problems) {
      const path = problem.path.length > 0 ? ` ${pathText(problem.path)}` : '';
      const line = `${problem.code}${path}: ${problemText(problem)}`;
      // Of two settings the one that is wrong is named, else the point.
      const place = problem.set ?? settings.join(', ');
      wrong.set(line, (wrong.get(line) ?? new Set()).add(place));
    }
    return [];
  });
  const lines = [...wrong].map(([line, places]) => pointProblem(line, [...places]));
  problems.push(...lines.slice(0, PROBLEMS_SHOWN));
  if (lines.length > PROBLEMS_SHOWN) problems.push(`And ${lines.length - PROBLEMS_SHOWN} more of the kind.`);
  return points;
}

const PROBLEMS_SHOWN = 20;

/** Of one point with its value; what is the same for all values is about the path, which the line names. */
function pointProblem(line: string, places: readonly string[]): string {
  return places.length === 1 ? `${places[0]}: ${line}` : line;
}

/** What the scenario itself says of a setting. Its path as it was read is what differs between two points that differ in it alone. */
export function homeOf(
  base: ReadyScenario,
  points: readonly Point[],
  which: number,
  written: string,
): { readonly base: string | null; readonly standard: string | null } {
  const [first] = points;
  const other = points.find(({ at }) =>
    at.every((index, setting) => (setting === which) === (index !== first?.at[setting])),
  );
  if (first === undefined) return { base: null, standard: null };
  const [own] = other ? settingsDiff(first.ready.scenario, other.ready.scenario) : [];
  const path = own?.path ?? written;
  const home = [first, ...(other ? [other] : [])]
    .flatMap(({ ready }) => settingsDiff(base.scenario, ready.scenario))
    .find((change) => change.path === path);
  return { base: home?.baseline ?? null, standard: home?.standard ?? null };
}
