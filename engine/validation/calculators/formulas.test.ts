/** Every public case of the families that have a formula of one queue, number by number, within the pack's own tolerance. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answer, Calculator } from '../calculator.ts';
import { Params, ParamsError } from '../params.ts';
import { arrivalsGamma } from './arrivals-gamma.ts';
import { callbackOffers, tuneCallback } from './callback-offers.ts';
import { erlangBLines } from './erlang-b.ts';
import { erlangCWaits, poolingOfAlike } from './erlang-c.ts';
import { finiteQueue } from './finite-queue.ts';
import { patienceGeneral } from './patience-general.ts';
import { erlangAStaffing, erlangCStaffing } from './staffing.ts';

interface Allowed {
  readonly rel?: number;
  readonly abs?: number;
}

interface Case {
  readonly id: string;
  readonly family: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, Answer>>;
  readonly tolerance: { readonly calculator: Readonly<Record<string, unknown>> };
}

const FAMILIES: Readonly<Record<string, Calculator>> = {
  'erlang-b': erlangBLines,
  'erlang-c': erlangCWaits,
  'erlang-c-staffing': erlangCStaffing,
  'erlang-a': patienceGeneral,
  'erlang-a-staffing': erlangAStaffing,
  'patience-general': patienceGeneral,
  'finite-queue': finiteQueue,
  pooling: poolingOfAlike,
  'callback-offers': callbackOffers,
  'tune-callback': tuneCallback,
  'arrivals-gamma': arrivalsGamma,
};

const file = new URL('../../../scenarios/validation/public.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] };

describe.each(Object.entries(FAMILIES))('%s', (family, calculator) => {
  test.each(cases.filter((each) => each.family === family).map((each) => [each.id, each] as const))(
    'The calculator gives every number of %s.',
    (id, { params, expected, tolerance }) => {
      agree(calculator(new Params(id, params), expected), expected, tolerance.calculator, id);
    },
  );
});

const BUSY = { arrivalsPerHour: 200, meanHandleSec: 180, agents: 12 };

test('Thresholds and quantiles are those asked, whole or not.', () => {
  const asked = { 'serviceLevel_7.5': 0, 'waitQuantile_0.955': 0, pWaitExceeds_300: 0 };
  const answers = erlangCWaits(new Params('case', BUSY), asked);
  for (const name of Object.keys(asked)) expect(answers[name]).toBeTypeOf('number');
  const patient = { ...BUSY, patience: { law: 'gamma', shape: 2, meanSec: 90, zeroProbability: 0.1 } };
  expect(
    patienceGeneral(new Params('case', patient), { 'pServedWithin_12.5': 0 })['pServedWithin_12.5'],
  ).toBeLessThan(1);
});

test('Patience that is null, or of a law called endless, is Erlang C.', () => {
  const expected = erlangCWaits(new Params('case', BUSY), {})['asa'] as number;
  for (const patience of [{ meanPatienceSec: null }, { patience: { law: 'endless' } }]) {
    const answers = patienceGeneral(new Params('case', { ...BUSY, ...patience }), {});
    expect(answers['meanWaitAll']).toBeCloseTo(expected, 8);
  }
});

test('An offer that is made once has no interval.', () => {
  const offer = {
    ...BUSY,
    meanPatienceSec: 120,
    offerFirstSec: 30,
    offerEverySec: null,
    acceptProbability: 0.5,
  };
  const answers = callbackOffers(new Params('case', offer), { pAcceptAtOffer_1: 0, pAcceptAtOffer_2: 0 });
  expect(answers['pAcceptAtOffer_1']).toBeCloseTo(answers['pCallback'] as number, 12);
  expect(answers['pAcceptAtOffer_2']).toBe(0);
});

test('What has no formula is refused, not approximated.', () => {
  const of = (more: object): Params => new Params('case', { ...BUSY, ...more });
  const weibull = { law: 'weibull', shape: 2, scaleSec: 60 };
  expect(() => finiteQueue(of({ maxWaiting: 4, patience: weibull }), {})).toThrow(ParamsError);
  expect(() => patienceGeneral(of({ patience: { law: 'pareto', meanSec: 60 } }), {})).toThrow(ParamsError);
  expect(() => tuneCallback(of({ meanPatienceSec: 60, acceptProbability: 0.1 }), { curve: [{}] })).toThrow(
    ParamsError,
  );
});

function agree(
  answer: Answer | undefined,
  expected: Answer,
  allowed: Readonly<Record<string, unknown>>,
  at: string,
): void {
  if (typeof expected === 'number') {
    const name = at.slice(at.lastIndexOf('.') + 1);
    // A staffing case says for each name what is allowed, and `equal` for whole numbers; OneFewer has the allowance of its name.
    const own = allowed[name] ?? allowed[name.replace(/OneFewer$/, '')] ?? allowed;
    const { rel = 0, abs = 0 } = own === 'equal' ? {} : (own as Allowed);
    expect(answer, at).toBeTypeOf('number');
    const given = answer as number;
    const error = Math.abs(given - expected);
    expect(error, `${at}: ${given}, not ${expected}`).toBeLessThanOrEqual(
      Math.max(abs, rel * Math.abs(expected)),
    );
    return;
  }
  for (const [name, value] of Object.entries(expected))
    agree(
      (answer as Readonly<Record<string, Answer>> | undefined)?.[name],
      value as Answer,
      allowed,
      `${at}.${name}`,
    );
}
