import { describe, expect, test } from 'vitest';
import { renderValidation } from './validation-text.ts';
import { validationJson, validationJsonSchema, validationSchema, type Validation } from './validation.ts';

const simulation = {
  estimate: 0.1743,
  halfWidth: 0.003,
  halfWidthAsked: 0.0035,
  standardError: 0.0015,
  replicates: 400,
  z: 0.1,
  firstZ: null,
  firstEstimate: null,
  range: null,
  margin: null,
  isNear: true,
  isNarrow: true,
};
const calculator = { value: 0.174131933595, isUnbounded: false, error: 1e-13, allowed: 1e-9, isWithin: true };
const number = {
  name: 'pWait',
  expected: 0.174131933595,
  calculator,
  simulation,
  note: null,
  verdict: 'pass' as const,
};

const result: Validation = {
  tandem: '0.1.0',
  pack: 'mine',
  seed: 1,
  mode: 'full',
  ended: 'stopped',
  cases: [
    {
      id: 'a',
      family: 'erlang-c',
      title: 'A',
      verdict: 'pass',
      reason: null,
      calls: 1_500_000,
      numbers: [number],
    },
    {
      id: 'b',
      family: 'erlang-c',
      title: 'B',
      verdict: 'fail',
      reason: null,
      calls: 500_000,
      numbers: [
        {
          ...number,
          name: 'asa',
          simulation: { ...simulation, z: 4.1, firstZ: 3.9, isNear: false },
          verdict: 'fail',
        },
        { ...number, name: 'far', simulation: { ...simulation, isNarrow: false }, verdict: 'fail' },
        {
          ...number,
          name: 'none',
          calculator: { ...calculator, value: null, error: null, isWithin: false },
          verdict: 'fail',
        },
        {
          ...number,
          name: 'endless',
          calculator: { ...calculator, value: null, isUnbounded: true, error: null, isWithin: false },
          verdict: 'fail',
        },
        { ...number, name: 'log', simulation: null, note: 'a chance of 1e-30 is never seen' },
        { ...number, name: 'cover', simulation: { ...simulation, z: null, range: [0.92, 0.98] } },
        { ...number, name: 'best', simulation: { ...simulation, z: null, margin: 5.12 } },
      ],
    },
    {
      id: 'c',
      family: 'dialler',
      title: 'C',
      verdict: 'unsupported',
      reason: 'not yet',
      calls: 0,
      numbers: [],
    },
  ],
  summary: {
    cases: { pass: 1, fail: 1, unsupported: 1, unfinished: 0 },
    calculated: { numbers: 7, within: 6 },
    simulated: { numbers: 120, beyond26: 6, share26: 0.05, beyond35: 1, remeasured: 1, isWithinLuck: false },
    calls: 2_000_000,
    unsupportedFamilies: ['dialler'],
  },
  passed: false,
};

describe('the result of a validation', () => {
  test('is data of its schema, and its JSON reads back', () => {
    expect(validationSchema.parse(JSON.parse(validationJson(result)))).toEqual(result);
    expect(validationJsonSchema()).toMatchObject({ type: 'object' });
  });

  test('has a line for each number that says what decided', () => {
    const lines = renderValidation(result).split('\n');
    const line = (name: string): string => lines.find((each) => each.split(/ +/)[1] === name) ?? '';
    expect(line('pWait')).toMatch(/0\.17413193 +0\.17413193 +1\.0e-13 +0\.1743 +0\.003 +0\.10 +pass$/);
    expect(line('asa')).toMatch(/4\.10, first 3\.90 +FAILED: too far off$/);
    expect(line('far')).toMatch(/FAILED: not narrow$/);
    expect(line('none')).toMatch(/FAILED: no calculator$/);
    expect(line('endless')).toMatch(/FAILED: no steady state$/);
    expect(line('log')).toMatch(/pass \(not simulated: a chance of 1e-30 is never seen\)$/);
    expect(line('cover')).toMatch(/0\.92\.\.0\.98 +pass$/);
    expect(line('best')).toMatch(/ahead by 5\.1 +pass$/);
    const unsupported = lines.findIndex((each) => each.startsWith('c '));
    expect(lines[unsupported]).toMatch(/unsupported$/);
    expect(lines[unsupported + 1]).toBe('  not yet');
  });

  test('says of the whole pack what it comes to', () => {
    expect(renderValidation(result, { onlyFailures: true }).split('\n').slice(-8)).toEqual([
      'mine: 3 cases, 1 passed, 1 failed, 1 unsupported.',
      'Calculators: 6 of 7 numbers within tolerance.',
      'Simulated: 120 numbers over 2.0 million calls; 6 beyond 2.6 standard errors (5.0%, luck gives 0.9%), ' +
        '1 beyond 3.5, 1 measured again.',
      'More than 3% of the numbers are beyond 2.6 standard errors: this is not luck.',
      'Unsupported: dialler.',
      'Stopped before all was done.',
      'The pack does not pass.',
      '',
    ]);
  });

  test('can be printed without what passed', () => {
    expect(renderValidation(result, { onlyFailures: true })).not.toMatch(/^a /m);
  });
});
