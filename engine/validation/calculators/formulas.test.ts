/** Every public case of the families that have a formula of one queue, number by number, within the pack's own tolerance. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answer, Calculator } from '../calculator.ts';
import { Params } from '../params.ts';
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
