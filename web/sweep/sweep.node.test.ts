/** What a sweep varies and what it answers; numbers by hand. */
import { describe, expect, it } from 'vitest';
import type { Threshold } from '../../engine/index.ts';
import type { Sweep } from '../../reports/sweep.ts';
import { answerOf, neighboursOf, settingsOf, sureOf } from './sweep-answer.ts';
import { axisOf, requestOf, slipOf, valuesOf } from './sweep-choice.ts';

const offerFirst = {
  path: 'queues.support.callback.offerFirst',
  section: 'callback',
  kind: 'length',
  value: 90,
  min: 5,
  max: 3600,
  low: 10,
  high: 180,
  step: 5,
} as unknown as Threshold;
const agents = {
  path: 'agents.team.count',
  section: 'staffing',
  kind: 'whole',
  value: 12,
  min: 0,
  max: 10_000,
  low: 0,
  high: 30,
  step: 1,
} as unknown as Threshold;

describe('an axis', () => {
  it('goes over the slider of a length in at most ten round steps', () => {
    expect(axisOf(offerFirst)).toEqual({ path: offerFirst.path, from: 10, to: 180, step: 20 });
  });

  it('goes three agents down and four up', () => {
    expect(axisOf(agents)).toEqual({ path: agents.path, from: 9, to: 16, step: 1 });
  });

  it('has what holds now among its values', () => {
    expect(valuesOf({ path: '', from: 10, to: 60, step: 20 }, 45)).toEqual([10, 30, 45, 50]);
    expect(valuesOf({ path: '', from: 10, to: 60, step: 20 }, 30)).toEqual([10, 30, 50]);
    expect(valuesOf({ path: '', from: 0, to: 0.3, step: 0.1 }, null)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('says what is wrong with it', () => {
    const axis = axisOf(offerFirst);
    expect(slipOf(axis, offerFirst)).toBeNull();
    expect(slipOf({ ...axis, to: 5 }, offerFirst)).toBe('order');
    expect(slipOf({ ...axis, step: 0 }, offerFirst)).toBe('step');
    expect(slipOf({ ...axis, from: 1 }, offerFirst)).toBe('range');
    expect(slipOf({ ...axis, step: 0.1 }, offerFirst)).toBe('many');
  });
});

it('asks for rows of the second and columns of the first threshold, with the targets as the command line writes them', () => {
  const request = requestOf(
    {
      first: { path: offerFirst.path, from: 30, to: 90, step: 30 },
      second: { path: agents.path, from: 11, to: 12, step: 1 },
      targets: { serviceLevel: 0.8, abandonment: 0.05 },
      days: 20,
    },
    new Map([offerFirst, agents].map((each) => [each.path, each])),
    { text: 'text', set: [] },
    7,
  );
  expect(request.vary).toEqual(['agents.team.count=11,12', 'queues.support.callback.offerFirst=30s,60s,90s']);
  expect(request.targets).toEqual(['serviceLevel>=80%', 'abandonRate<=5%']);
});

describe('an answer', () => {
  const sweep = {
    settings: [
      { path: 'a', values: [{ text: '1' }, { text: '2' }] },
      { path: 'b', values: [{ text: '10s' }, { text: '20s' }] },
    ],
    points: [
      { at: [0, 0], targets: [], verdict: 'missed' },
      { at: [0, 1], targets: [], verdict: 'unsure' },
      { at: [1, 0], targets: [{ sure: 0.99 }, { sure: 0.97 }], verdict: 'met' },
      { at: [1, 1], targets: [], verdict: 'met' },
    ],
    best: { first: 2, cheapest: 2, by: 'agentHours' },
  } as unknown as Sweep;

  it('is at least as sure as what is left when the doubts of all targets are added up', () => {
    expect(answerOf(sweep)?.at).toBe(2);
    expect(answerOf(sweep)?.sure).toBeCloseTo(0.96, 12);
    expect(sureOf({ targets: [{ sure: null, verdict: 'noValue' }] })).toBeNull();
  });

  it('has a neighbour in each direction that was swept', () => {
    expect(neighboursOf(sweep, 2)).toEqual([
      { setting: 0, at: 0, step: -1 },
      { setting: 1, at: 3, step: 1 },
    ]);
  });

  it('is written as the command line takes it', () => {
    expect(settingsOf(sweep, sweep.points[3]!)).toEqual(['a=2', 'b=20s']);
  });
});
