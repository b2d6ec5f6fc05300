/**
 * The plan of a case: which scenarios are played and which of their numbers are compared. A slider's curve is taken apart into the cases
 * it slides over. It plays nothing and judges nothing.
 */
import { expectedNumbers, paramsOf, type Case } from './case.ts';
import { choiceOf, curveCases } from './curves.ts';
import { modelOf } from './models.ts';
import { MAIN, type Model } from './models/model.ts';
import type { Check, Plan, Play } from './plan.ts';
import { isShareOfCallers, quantityOf, watchOptionsOf, whyCalculated } from './quantities.ts';
import { publishedNumbers } from './quantities/published.ts';
import type { Found } from './quantities/quantity.ts';
import { runsOf } from './runs.ts';

/**
 * The plan of a case; null: nothing of it is simulated.
 * @throws {ParamsError} where the parameters make no scenario
 */
export function planOf(each: Case): Plan | null {
  // What only approximates the truth is no judge of a simulation.
  if (each.tolerance.simulation === null || each.kind === 'approximation') return null;
  const points = curveCases(each);
  if (points !== null) return planOfCurve(each, points);
  // A search is one over calculated values.
  if (each.kind === 'optimum') return null;
  if (each.family === 'output-analysis') return runsOf(each);
  const model = Object.hasOwn(CALCULATOR_ONLY, each.family) ? null : modelOf(each);
  if (model === null) return null;
  return each.family === 'published' ? planOfPublished(each, model) : planOfCase(each, model, '');
}

/** Families that have a calculator only, and why. */
export const CALCULATOR_ONLY: Readonly<Record<string, string>> = {
  'erlang-c-staffing': 'a search over calculated values',
  'erlang-a-staffing': 'a search over calculated values',
  'callback-separate': 'no rule of routing reserves agents',
  fit: 'an estimate from given data',
};

/** Families of campaigns and searches that are not part of this version. */
export const UNSUPPORTED: Readonly<Record<string, string>> = {
  dialler: 'outbound campaigns are not simulated yet',
  'tune-pacing': 'outbound campaigns are not simulated yet',
  optimise: 'the optimiser is not there yet',
};

interface Named {
  readonly name: string;
  readonly expected: number;
  readonly found: Found;
}

function planOfCase(each: Case, model: Model, prefix: string): Plan {
  const named: Named[] = [];
  const calculated = new Map<string, string>();
  const unknown: string[] = [];
  for (const [name, expected] of expectedNumbers(each)) {
    const why = whyCalculated(name);
    const found = why === null ? quantityOf(each, name, expected) : null;
    if (found !== null)
      named.push({ name: prefix + (found.as ?? name), expected: found.value ?? expected, found });
    else if (why === null) unknown.push(prefix + name);
    else calculated.set(prefix + name, why);
  }
  return { plays: playsOf(model, named, 0), calculated, unknown };
}

/** A play for each scenario that is asked for. */
function playsOf(model: Model, named: readonly Named[], least: number): Play[] {
  const scenarios = [...new Set(named.map(({ found }) => found.scenario ?? onlyScenario(model)))];
  return scenarios.map((name) => {
    const mine = named.filter(({ found }) => (found.scenario ?? onlyScenario(model)) === name);
    const checks = mine.map(({ name: of, expected, found }) => checkOf(of, expected, found, 0));
    return {
      name,
      scenarios: [model.scenarios[name]!],
      blockDays: model.blockDays ?? 1,
      watch: watchOptionsOf(
        checks.map(({ quantity }) => quantity),
        model.tail,
      ),
      checks,
      choices: [],
      runs: null,
      least,
    };
  });
}

const onlyScenario = (model: Model): string =>
  MAIN in model.scenarios ? MAIN : Object.keys(model.scenarios)[0]!;

function checkOf(name: string, expected: number, found: Found, arm: number): Check {
  const { quantity, reference = null } = found;
  return { name, expected, quantity, arm, isShare: isShareOfCallers(name), reference };
}

/** Where the points are to be ordered they are played side by side with the same luck, otherwise one by one. */
function planOfCurve(each: Case, points: readonly Case[]): Plan {
  const plans = points.map((point, at) => {
    const model = modelOf(point);
    return model === null ? EMPTY : planOfCase(point, model, `curve[${at}].`);
  });
  const calculated = new Map(plans.flatMap((plan) => [...plan.calculated]));
  const unknown = plans.flatMap((plan) => [...plan.unknown]);
  const plays = plans.flatMap((plan, at) =>
    plan.plays.map((play) => ({ ...play, name: `curve[${at}] ${play.name}` })),
  );
  const choices = choiceOf(each, points);
  const [first] = plays;
  if (choices.length === 0 || first === undefined) return { plays, calculated, unknown };
  const checks = plays.flatMap((play, arm) => play.checks.map((check) => ({ ...check, arm })));
  const quantities = [
    ...checks.map(({ quantity }) => quantity),
    ...choices.flatMap(({ objective, limit }) =>
      limit === null ? [objective] : [objective, limit.quantity],
    ),
  ];
  const side: Play = {
    ...first,
    name: 'side by side',
    scenarios: plays.flatMap((play) => play.scenarios),
    watch: watchOptionsOf(quantities, (first.watch.tail ?? 0) / 1000),
    checks,
    choices,
  };
  return { plays: [side], calculated, unknown };
}

const EMPTY: Plan = { plays: [], calculated: new Map(), unknown: [] };

/** As many days as those who printed the numbers. */
function planOfPublished(each: Case, model: Model): Plan {
  const { numbers, unknown } = publishedNumbers(each);
  const named = numbers.map((number) => ({ name: number.name, expected: number.value, found: number }));
  return { plays: playsOf(model, named, replicationsOf(each)), calculated: new Map(), unknown };
}

function replicationsOf(each: Case): number {
  const printed = each.expected['published'] as { readonly replications?: unknown } | undefined;
  const said = paramsOf(each).optional('daysPublished') ?? printed?.replications;
  return typeof said === 'number' ? Math.min(said, 20_000) : 0;
}
