/** The families m-g-1, m-g-c, priority and overflow-loss against the public pack, each number within the pack's own tolerance. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Calculator } from '../calculator.ts';
import { Params, ParamsError } from '../params.ts';
import { mG1 } from './m-g-1.ts';
import { mGc } from './m-g-c.ts';
import { overflowLoss } from './overflow-loss.ts';
import { priority } from './priority.ts';

interface Allowed {
  readonly rel?: number;
  readonly abs?: number;
  readonly tailRel?: number;
  readonly tailAbs?: number;
}

interface Case {
  readonly id: string;
  readonly family: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, number>>;
  readonly tolerance: { readonly calculator: Allowed };
}

const file = new URL('../../../scenarios/validation/public.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] };

const families: Readonly<Record<string, Calculator>> = {
  'm-g-1': mG1,
  'm-g-c': mGc,
  priority,
  'overflow-loss': overflowLoss,
};

describe.each(Object.entries(families))('%s', (family, calculator) => {
  test.each(cases.filter((each) => each.family === family).map((each) => [each.id, each] as const))(
    'The calculator gives the numbers of %s.',
    (id, { params, expected, tolerance: { calculator: allowed } }) => {
      const answers = calculator(new Params(id, params), expected);
      for (const [name, value] of Object.entries(expected)) {
        const isTail = name.startsWith('pWaitExceeds');
        const rel =
          (isTail ? allowed.tailRel : undefined) ?? (isTail && allowed.tailAbs ? 0 : allowed.rel) ?? 0;
        const abs = (isTail ? allowed.tailAbs : allowed.abs) ?? 0;
        const answer = answers[name] as number;
        const error = Math.abs(answer - value);
        expect(error, `${name}: ${answer}, not ${value}`).toBeLessThanOrEqual(
          Math.max(abs, rel * Math.abs(value)),
        );
      }
    },
  );
});

test('A case outside what is known exactly is refused, not approximated.', () => {
  const of = (params: Record<string, unknown>) => new Params('case', params);
  const lognormal = { law: 'lognormal', meanSec: 100, cv: 1 };
  expect(() => mGc(of({ arrivalsPerHour: 100, handle: lognormal, agents: 6 }), {})).toThrow(ParamsError);
  expect(() => mG1(of({ arrivalsPerHour: 10, handle: lognormal, agents: 2 }), {})).toThrow(ParamsError);
  expect(() =>
    priority(of({ arrivalsPerHour: [1, 1], handle: [lognormal, lognormal], agents: 2 }), {}),
  ).toThrow(ParamsError);
  expect(() => mG1(of({ arrivalsPerHour: 10, handle: { law: 'pareto', meanSec: 5 } }), {})).toThrow(
    ParamsError,
  );
});
