/**
 * Reads a validation pack: JSON with a list of cases, as scenarios/validation/README.md lays it out. All that is wrong is found at
 * once, each with its place. Fields it does not know are left alone, so that packs can say more than is used here.
 *
 * It knows no family: whether a case can be calculated or played is decided later, and never makes a pack wrong.
 */
import { z } from 'zod';
import { USUAL_TOLERANCE, type CalculatorTolerance, type Case } from './case.ts';

export interface PackProblem {
  /** `line 3, column 7` of a text that is no JSON; `cases[4] (erlang-c-01) tolerance.simulation.z` else. */
  readonly place: string;
  readonly text: string;
}

export type PackResult =
  | { readonly ok: true; readonly name: string; readonly cases: readonly Case[] }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

const name = z.string().trim().min(1);
const values = z.record(z.string(), z.unknown());

const calculatorTolerance: z.ZodType<CalculatorTolerance> = z.lazy(() =>
  z.record(z.string(), z.union([z.number().min(0), z.literal('equal'), calculatorTolerance])),
);

const simulationTolerance = z.looseObject({
  z: z.number().positive().optional(),
  maxRelHalfWidth: z.number().positive().optional(),
});

const oneCase = z.looseObject({
  id: name,
  family: name,
  title: z.string().optional(),
  kind: z.string().optional(),
  params: values,
  expected: values.refine((expected) => Object.keys(expected).length > 0, 'expects nothing'),
  tolerance: z
    .looseObject({
      calculator: calculatorTolerance.nullish(),
      simulation: simulationTolerance.nullish(),
    })
    .optional(),
});

const pack = z.looseObject({
  pack: z.string().optional(),
  set: z.string().optional(),
  version: z.literal(1, 'is a version that this program does not know; it reads version 1').optional(),
  cases: z.array(z.unknown()).min(1, 'has no case'),
});

/** A text larger than this is no pack: the public one has 90 kB. */
const MOST_CHARACTERS = 50_000_000;

export function readPack(text: string): PackResult {
  if (text.length > MOST_CHARACTERS)
    return refused([{ place: 'the file', text: `has more than ${MOST_CHARACTERS} characters` }]);
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch (error) {
    return refused([syntaxProblem(text, error instanceof Error ? error.message : String(error))]);
  }
  const read = pack.safeParse(plain);
  if (!read.success) return refused(problemsOf(read.error, ''));
  const problems: PackProblem[] = [];
  const cases: Case[] = [];
  const seen = new Map<string, number>();
  read.data.cases.forEach((each, at) => {
    const one = oneCase.safeParse(each);
    if (!one.success) {
      problems.push(...problemsOf(one.error, placeOf(each, at)));
      return;
    }
    const before = seen.get(one.data.id);
    if (before !== undefined)
      problems.push({ place: placeOf(each, at), text: `has the same id as cases[${before}]` });
    seen.set(one.data.id, at);
    cases.push(caseOf(one.data));
  });
  if (problems.length > 0) return refused(problems);
  return { ok: true, name: [read.data.pack, read.data.set].filter(Boolean).join(', '), cases };
}

function refused(problems: readonly PackProblem[]): PackResult {
  return { ok: false, problems };
}

function caseOf({ id, family, title, kind, params, expected, tolerance }: z.infer<typeof oneCase>): Case {
  // Left out is not null: null says that there is nothing to simulate.
  const simulation = tolerance?.simulation;
  return {
    id,
    family,
    title: title ?? id,
    kind: kind ?? 'exact',
    params,
    expected,
    tolerance: {
      calculator: tolerance?.calculator ?? {},
      simulation:
        simulation === null
          ? null
          : {
              z: simulation?.z ?? USUAL_TOLERANCE.z,
              maxRelHalfWidth: simulation?.maxRelHalfWidth ?? USUAL_TOLERANCE.maxRelHalfWidth,
            },
    },
  };
}

function placeOf(each: unknown, at: number): string {
  const id: unknown = typeof each === 'object' && each !== null && 'id' in each ? each.id : undefined;
  return typeof id === 'string' && id !== '' ? `cases[${at}] (${id})` : `cases[${at}]`;
}

function problemsOf(error: z.ZodError, place: string): PackProblem[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : String(step))).join('.');
    return {
      place: [place, path].filter((part) => part !== '').join(' ') || 'the pack',
      text: sayingOf(issue),
    };
  });
}

function sayingOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    if (issue.message.endsWith('received undefined')) return 'is missing';
    return issue.message.replace(
      /^Invalid input: expected (.*), received (.*)$/,
      'is to be of type $1, not $2',
    );
  }
  if (issue.code === 'invalid_union') return 'is to be a number of 0 or more, "equal", or a map of these';
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}

/** Where the text stops being JSON: V8 says the position or shows the place, the reader wants line and column. */
function syntaxProblem(text: string, message: string): PackProblem {
  const found = /position (\d+)/.exec(message);
  if (found === null) return { place: 'the file', text: `is not JSON: ${message.replaceAll(/\s+/g, ' ')}` };
  const why = message.replace(/ in JSON at position.*$/, '');
  const before = text.slice(0, Number(found[1])).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return { place: `line ${before.length}, column ${column}`, text: `is not JSON: ${why}` };
}
