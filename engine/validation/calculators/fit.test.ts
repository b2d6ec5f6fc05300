import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Params, ParamsError } from '../params.ts';
import { fit } from './fit.ts';

interface Case {
  readonly id: string;
  readonly family: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: { readonly calculator: { readonly rel: number; readonly abs: number } };
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../../scenarios/validation/public.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[] };

function flat(values: object, prefix = ''): [string, unknown][] {
  return Object.entries(values).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flat(value, `${prefix}${name}.`)
      : [[`${prefix}${name}`, value] as [string, unknown]],
  );
}

describe('family fit', () => {
  it.each(cases.filter(({ family }) => family === 'fit').map((each) => [each.id, each] as const))(
    'answers case %s within its tolerance',
    (_, { id, params, expected, tolerance }) => {
      const answers = new Map(flat(fit(new Params(id, params), expected)));
      const { rel, abs } = tolerance.calculator;
      for (const [name, value] of flat(expected)) {
        const error = Math.abs(Number(answers.get(name)) - Number(value));
        expect(error, name).toBeLessThanOrEqual(abs + rel * Math.abs(Number(value)));
      }
    },
  );

  it('answers the survival at any second that is asked for', () => {
    const waits = [
      { sec: 10, abandoned: true },
      { sec: 10, abandoned: false },
      { sec: 20, abandoned: true },
      { sec: 30, abandoned: false },
    ];
    const asked = { kaplanMeier: { survival_at_9: 0, survival_at_15: 0, survival_at_1000: 0 } };
    expect(fit(new Params('own', { waits }), asked)['kaplanMeier']).toEqual({
      survival_at_9: 1,
      survival_at_15: 0.75,
      survival_at_1000: 0.375,
    });
  });

  it('follows another tie rule, and does not guess at one it does not know', () => {
    const waits = [
      { sec: 10, abandoned: true },
      { sec: 10, abandoned: false },
      { sec: 20, abandoned: true },
    ];
    const answer = (tieRule: string) =>
      fit(new Params('own', { waits, tieRule }), { kaplanMeier: { survival_at_10: 0 } })['kaplanMeier'];
    expect(answer('the served call is still at risk')).toEqual({ survival_at_10: 1 - 1 / 3 });
    expect(answer('the served call is no longer at risk')).toEqual({ survival_at_10: 0.5 });
    expect(() => answer('by lot')).toThrow(ParamsError);
  });

  it('names what it needs when a case has none of it', () => {
    expect(() => fit(new Params('own', { rate: 1 }), {})).toThrow(ParamsError);
  });
});
