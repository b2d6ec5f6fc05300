/** A threshold and a frame as tests want them, with what they change. Plain data, for tests with a browser and without. */
import type { Estimate, Threshold } from '../../engine/index.ts';
import type { Frame } from '../../workers/workbench/api.ts';

export function thresholdOf(change: Partial<Threshold> = {}): Threshold {
  return {
    path: 'queues.support.callback.offerFirst',
    section: 'callback',
    owner: 'support',
    key: 'offerFirst',
    detail: null,
    kind: 'length',
    value: 90,
    isStated: true,
    standard: 30,
    min: 0,
    max: 600,
    low: 0,
    high: 300,
    step: 5,
    choices: [],
    rule: 'CB-02',
    help: 'From entering the queue to the first offer (CB-02).',
    ...change,
  };
}

export const ATTEMPTS = thresholdOf({
  path: 'queues.support.callback.maxAttempts',
  key: 'maxAttempts',
  kind: 'whole',
  value: 3,
  min: 1,
  max: 10,
  low: 1,
  high: 10,
  step: 1,
  rule: 'CB-21',
  help: 'Attempts before the callback is given up (CB-21).',
});

export function estimateOf(mean: number, half: number): Estimate {
  return { mean, low: mean - half, high: mean + half, n: 20 };
}

/** With all that the headline and the run line read. */
export function frameOf(change: Partial<Frame> = {}, serviceLevel = estimateOf(0.84, 0.009)): Frame {
  const serviceLevels = { a: serviceLevel, b: estimateOf(0.7, 0.01), c: serviceLevel, d: serviceLevel };
  const side = {
    scenario: 'Test desk',
    queue: null,
    days: 38,
    serviceLevels: { ...serviceLevels, e: serviceLevel, f: serviceLevel },
    formula: 'a',
    target: 0.8,
    within: 20,
    measures: {
      abandonRate: estimateOf(0.06, 0.002),
      asa: estimateOf(22, 1),
      uptake: null,
      occupancy: estimateOf(0.73, 0.007),
      cost: estimateOf(10_080, 0),
      intervalsMet: estimateOf(0.7, 0.02),
    },
    currency: 'EUR',
  };
  return {
    run: 1,
    state: 'refining',
    days: 38,
    asked: 120,
    halfWidth: 0.009,
    secondsLeft: 28,
    restarts: 0,
    workers: 1,
    now: side,
    baseline: null,
    moved: [],
    movedText: '',
    settings: [],
    ...change,
  } as unknown as Frame;
}
