/**
 * The lines of a case in the result of a validation: each expected number with what its calculator and its simulation came to, and
 * whether it passes. It does no work of its own.
 */
import { calculated, flatNumbers } from '../engine/index.ts';
import type { Case, Plan, Verdict } from '../engine/index.ts';
import type { ValidationNumber } from '../reports/validation.ts';

/** What is known of a case. */
export interface Known {
  readonly plan: Plan | null;
  /** What the calculator gave, by path; null: it was not asked yet. */
  readonly calculator: ReadonlyMap<string, number> | null;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Whether an interval must be as narrow as the pack asks. */
  readonly asksWidth: boolean;
  readonly isDone: boolean;
}

export function linesOf(each: Case, known: Known): ValidationNumber[] {
  const simulated = new Map(known.verdicts);
  const lines: ValidationNumber[] = [];
  const flat = flatNumbers(each.expected);
  for (const [name, expected] of flat) {
    // Some numbers are simulated under another name: whole days as a share, a printed one by the number beside its interval.
    const names = [name, `${name} as a share`, publishedName(name)];
    const found = names.map((key) => simulated.get(key)).find((verdict) => verdict !== undefined);
    for (const key of names) simulated.delete(key);
    const isPrinted = each.family === 'published' && !name.startsWith('ownExact');
    if (isPrinted && found === undefined) continue;
    lines.push(lineOf(each, known, name, expected, found, isPrinted));
  }
  for (const name of known.plan?.unknown ?? [])
    if (lines.every((line) => line.name !== name))
      lines.push(lineOf(each, known, name, valueAt(flat, name), undefined, true));
  for (const verdict of simulated.values())
    lines.push(lineOf(each, known, verdict.name, verdict.expected, verdict, true));
  return lines;
}

/** @param isOnlySimulated no calculator is asked: results printed by others, coverage of intervals */
function lineOf(
  each: Case,
  known: Known,
  name: string,
  expected: number,
  found: Verdict | undefined,
  isOnlySimulated: boolean,
): ValidationNumber {
  const { plan, isDone } = known;
  const calculator = isOnlySimulated ? null : calculatorOf(each, known, name, expected);
  const simulation = found === undefined ? null : simulationOf(found, known.asksWidth);
  const isUnknown = plan?.unknown.includes(name) === true;
  const note = isUnknown ? 'no simulated number of this name is known' : (plan?.calculated.get(name) ?? null);
  const isRight =
    (calculator === null || calculator.isWithin) &&
    (simulation === null || (simulation.isNear && simulation.isNarrow)) &&
    !isUnknown;
  const verdict = isDone ? (isRight ? 'pass' : 'fail') : 'unfinished';
  return { name, expected, calculator, simulation, note, verdict };
}

function calculatorOf(
  { tolerance }: Case,
  { calculator }: Known,
  name: string,
  expected: number,
): ValidationNumber['calculator'] {
  if (calculator === null) return null;
  const found = calculator.get(name);
  const judged = calculated(tolerance.calculator, name, expected, found ?? Number.NaN);
  return {
    value: finite(judged.value),
    isUnbounded: found !== undefined && !Number.isFinite(found),
    error: finite(judged.error),
    allowed: judged.allowed,
    isWithin: judged.isWithin,
  };
}

const valueAt = (flat: ReadonlyMap<string, number>, name: string): number =>
  flat.get(name) ?? flat.get(`${name}.published`) ?? flat.get(`${name}.value`) ?? 0;

/** The value of a printed number that has an interval beside it. */
const publishedName = (name: string): string => name.replace(/\.(?:published|value)$/, '');

function simulationOf(found: Verdict, asksWidth: boolean): ValidationNumber['simulation'] {
  return {
    estimate: finite(found.estimate),
    halfWidth: finite(found.half),
    halfWidthAsked: found.widest,
    standardError: finite(found.standardError),
    replicates: found.n,
    z: found.z === null ? null : finite(found.z),
    firstZ: found.firstZ === null ? null : finite(found.firstZ),
    firstEstimate: found.firstEstimate === null ? null : finite(found.firstEstimate),
    range: found.range === null ? null : [...found.range],
    margin: found.margin === null ? null : finite(found.margin),
    isNear: found.isNear,
    isNarrow: found.isNarrow || !asksWidth,
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
