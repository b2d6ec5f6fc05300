/**
 * The families without a formula, and those around them, against the public pack: each number within the pack's own
 * tolerance.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers, Calculator } from '../calculator.ts';
import { Params, ParamsError } from '../params.ts';
import { callbackSeparate, callbackThreshold } from './callback-rules.ts';
import { arrivalsMt, day } from './day.ts';
import { outputAnalysisChain } from './output-analysis-chain.ts';
import { overflow, tuneOverflow } from './overflow.ts';
import { priorityAbandon } from './priority-abandon.ts';
import { published } from './published.ts';
import { redial } from './redial.ts';
import { skillsN, skillsSpeed } from './skills.ts';

interface Case {
  readonly id: string;
  readonly family: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: { readonly calculator?: { readonly rel?: number; readonly abs?: number } };
}

const file = new URL('../../../scenarios/validation/public.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] };

const families: Readonly<Record<string, Calculator>> = {
  'priority-abandon': priorityAbandon,
  overflow,
  'tune-overflow': tuneOverflow,
  'skills-n': skillsN,
  'skills-speed': skillsSpeed,
  'callback-threshold': callbackThreshold,
  'callback-separate': callbackSeparate,
  redial,
  'arrivals-mt': arrivalsMt,
  day,
};

describe.each(Object.entries(families))('%s', (family, calculator) => {
  test.each(cases.filter((each) => each.family === family).map((each) => [each.id, each] as const))(
    'The calculator gives the numbers of %s.',
    (id, { params, expected, tolerance }) => {
      expectAnswers(calculator(new Params(id, params), expected), expected, tolerance.calculator!);
    },
  );
});

describe('output-analysis', () => {
  const ofQueues = cases.filter(
    ({ family, params }) => family === 'output-analysis' && 'horizonSec' in params,
  );
  test.each(ofQueues.map((each) => [each.id, each] as const))(
    'The calculator gives the variances of %s.',
    (id, { params, expected, tolerance }) => {
      expectAnswers(outputAnalysisChain(new Params(id, params), expected), expected, tolerance.calculator!);
    },
  );
});

test('Patience may be endless for one class alone, and one number may stand for all.', () => {
  const { params } = cases.find(({ id }) => id === 'priority-abandon-01')!;
  const answers = (meanPatienceSec: unknown): Answers =>
    priorityAbandon(new Params('of one', { ...params, meanPatienceSec }), {});
  expect(answers([null, 240])['pAbandon1']).toBe(0);
  expect(answers([null, 240])['pAbandon2']).toBeGreaterThan(0);
  expect(answers([150, 150])).toEqual(answers(150));
});

describe('published', () => {
  // Their chains are solved to about 1e-8 (README of the pack: numeric).
  const tolerance = { rel: 2e-8 };
  test.each(cases.filter(({ family }) => family === 'published').map((each) => [each.id, each] as const))(
    'The calculator gives what is exact of %s.',
    (id, { params, expected }) => {
      const { ownExact } = published(new Params(id, params), expected);
      expectAnswers(ownExact!, expected['ownExact'], tolerance);
    },
  );
});

describe('A case that says more or else than its family is refused, not answered by another model:', () => {
  const paramsOf = (id: string, more: Readonly<Record<string, unknown>>): Params =>
    new Params(id, { ...cases.find((each) => each.id === id)!.params, ...more });

  test.each([
    ['skills-n-01', skillsN, { routing: 'type 1: pool 2 first' }],
    ['skills-speed-01', skillsSpeed, { rule: 'random' }],
    ['day-01', day, { staffDropRule: 'calls are broken off' }],
    ['published-01', published, { service: 'lognormal mean 100 s' }],
    ['published-02', published, { lines: 14 }],
    ['priority-abandon-01', priorityAbandon, { meanPatienceSec: [120] }],
  ] as const)('%s', (id, calculator, more) => {
    expect(() => calculator(paramsOf(id, more), {})).toThrow(ParamsError);
  });
});

/** Everything expected is answered, in the same shape. */
function expectAnswers(
  answer: Answer | undefined,
  expected: unknown,
  allowed: { readonly rel?: number; readonly abs?: number },
  name = '',
): void {
  if (typeof expected === 'number') {
    expect(answer, name).toBeTypeOf('number');
    const error = Math.abs((answer as number) - expected);
    const limit = Math.max(allowed.abs ?? 0, (allowed.rel ?? 0) * Math.abs(expected));
    expect(error, `${name}: ${answer as number} for ${expected}`).toBeLessThanOrEqual(limit);
    return;
  }
  for (const [key, part] of Object.entries(expected as object)) {
    expectAnswers((answer as Readonly<Record<string, Answer>>)[key], part, allowed, `${name}.${key}`);
  }
}
