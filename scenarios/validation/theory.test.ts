/** Our own formulas give the pack's numbers: two independent computations of the same thing. */
import { describe, expect, test } from 'vitest';
import { expectedNumbers, paramsOf, type Case } from '../../engine/validation/case.ts';
import type { Params } from '../../engine/validation/params.ts';
import { readCases } from './pack.suite.ts';
import {
  finiteQueue,
  mg1,
  mmc,
  mmcg,
  moments,
  overflowLoss,
  overflowOfTwo,
  priorityMg1,
  priorityMmc,
  survivors,
} from './theory.suite.ts';

function survivorOf(patience: Params): (x: number) => number {
  const balk = patience.optional('balkProbability') ?? 0;
  switch (patience.text('law')) {
    case 'exponential':
      return survivors.exponential(patience.number('meanSec'), balk);
    case 'weibull':
      return survivors.weibull(patience.number('shape'), patience.number('scaleSec'), balk);
    default:
      return survivors.deterministic(patience.number('sec'));
  }
}

function computed(each: Case): Record<string, number> | null {
  const params = paramsOf(each);
  const queue = (): [number, number, number] => [
    params.number('arrivalsPerHour'),
    params.number('meanHandleSec'),
    params.number('agents'),
  ];
  const oneOfTwo = (of: Params) => ({
    perHour: of.number('arrivalsPerHour'),
    handle: of.number('meanHandleSec'),
    agents: of.number('agents'),
    patience: of.optional('meanPatienceSec'),
  });
  switch (each.family) {
    case 'erlang-c':
      return mmc(...queue(), [10, 20, 45, 90]);
    case 'erlang-a':
      return mmcg(...queue(), survivors.exponential(params.number('meanPatienceSec')), [10, 20, 60]);
    case 'patience-general':
      return mmcg(...queue(), survivorOf(params.part('patience')), [10, 20, 60]);
    case 'callback-offers':
      return mmcg(...queue(), survivorOf(params.part('patience')), [20, 60, 150], {
        first: params.number('offerFirstSec'),
        every: params.number('offerEverySec'),
        accepts: params.number('acceptProbability'),
      });
    case 'finite-queue':
      return finiteQueue(...queue(), params.number('maxWaiting'), params.optional('meanPatienceSec'));
    case 'overflow-loss':
      return overflowLoss(params.number('offeredErlang'), params.number('group1'), params.number('group2'));
    case 'overflow': {
      const [a, b] = [params.part('queueA'), params.part('queueB')];
      return overflowOfTwo(oneOfTwo(a), oneOfTwo(b), a.number('overflowWhenWaiting'));
    }
    case 'm-g-1': {
      const handle = params.part('handle');
      const mean = handle.number('meanSec');
      return mg1(
        params.number('arrivalsPerHour'),
        handle.has('cv') ? moments.lognormal(mean, handle.number('cv')) : moments.deterministic(mean),
      );
    }
    case 'priority': {
      const rates = params.numbers('arrivalsPerHour');
      if (!params.has('handle'))
        return priorityMmc(rates, params.number('meanHandleSec'), params.number('agents'));
      return priorityMg1(
        rates,
        params.parts('handle').map((of) => moments.lognormal(of.number('meanSec'), of.number('cv'))),
      );
    }
    default:
      return null;
  }
}

describe('theory of the validation', () => {
  const cases = readCases().filter((each) => computed(each) !== null);

  test.each(cases)('$id: our formulas agree with the pack to a hundred-thousandth', (each) => {
    const numbers = computed(each)!;
    let compared = 0;
    for (const [name, expected] of expectedNumbers(each)) {
      const ours = numbers[name];
      if (ours === undefined) continue;
      compared += 1;
      // The quadrature has steps of 0.02 s.
      expect(Math.abs(ours - expected), name).toBeLessThanOrEqual(2e-5 * Math.abs(expected) + 1e-9);
    }
    expect(compared).toBeGreaterThanOrEqual(3);
  });
});
