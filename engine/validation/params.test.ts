import { expect, test } from 'vitest';
import { MalformedError, Params, ParamsError } from './params.ts';

const thrown = (value: unknown): unknown => {
  try {
    return new Params('case', { agents: value }).number('agents');
  } catch (error) {
    return error;
  }
};

test('a word where a number must be is a mistake of the pack, as is a number that is missing', () => {
  expect(thrown('viele')).toBeInstanceOf(MalformedError);
  expect(thrown(undefined)).toBeInstanceOf(MalformedError);
});

test('a list or a map where the family has one number is another model: not understood, and no mistake', () => {
  for (const value of [[3, 4], { weekday: 3 }]) {
    expect(thrown(value)).toBeInstanceOf(ParamsError);
    expect(thrown(value)).not.toBeInstanceOf(MalformedError);
  }
});
