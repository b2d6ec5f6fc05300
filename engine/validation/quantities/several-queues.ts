/**
 * What each expected number of a model with several queues, classes or groups of agents is in a simulation.
 */
import { paramsOf, type Case } from '../case.ts';
import { SAYS } from './one-queue.ts';
import { calls, inMillis, occupancy, ratio, SECOND, type Found, type Quantity } from './quantity.ts';
import type { Sums } from '../watch-cells.ts';

/** `meanWait_1`, `pWaitExceeds_1_10`, `pAbandon1`: class 1 calls at the first entry. */
export function byClass(each: Case, name: string): Found | null {
  if (name === 'pWait') return { quantity: SAYS['pWait']! };
  if (name === 'occupancy') return { quantity: occupancy(paramsOf(each).number('agents')) };
  const exceeds = /^pWaitExceeds_(\d+)_([\d.]+)$/.exec(name);
  if (exceeds !== null) {
    const where = { entry: Number(exceeds[1]) - 1 };
    const t = inMillis(Number(exceeds[2]));
    return { quantity: ratio((s) => s.share('waitExceeds', t, where), calls(where)) };
  }
  const found = /^([A-Za-z]+)_?(\d+)$/.exec(name);
  if (found === null) return null;
  const where = { entry: Number(found[2]) - 1 };
  switch (found[1]) {
    case 'meanWait':
    case 'meanWaitAll':
      return { quantity: ratio((s) => s.of('wait', where), calls(where), SECOND) };
    case 'pAbandon':
      return { quantity: ratio((s) => s.of('abandoned', where), calls(where)) };
    case 'pWait':
      return { quantity: ratio((s) => s.of('waited', where), calls(where)) };
    default:
      return null;
  }
}

const A = 0;
const B = 1;

export function overflowQuantity(each: Case, name: string): Found | null {
  const params = paramsOf(each);
  const own = { entry: A, queue: A };
  const sent = { entry: A, queue: B };
  const direct = { entry: B };
  const within = /^pServedWithinB_(direct|overflow)_([\d.]+)$/.exec(name);
  if (within !== null) {
    const where = within[1] === 'direct' ? direct : sent;
    const t = inMillis(Number(within[2]));
    return { quantity: ratio((s) => s.share('servedWithin', t, where), calls(where)) };
  }
  switch (name) {
    case 'pOverflow':
      return { quantity: ratio(calls(sent), calls({ entry: A })) };
    case 'meanQueueA':
      return {
        quantity: ratio(
          (s) => s.queueArea('all', A),
          (s) => s.window,
        ),
      };
    case 'meanQueueB':
      return {
        quantity: ratio(
          (s) => s.queueArea('all', B),
          (s) => s.window,
        ),
      };
    case 'meanWaitAccA':
      return { quantity: ratio((s) => s.of('wait', own), calls(own), SECOND) };
    case 'pAbandonA':
      return { quantity: ratio((s) => s.of('abandoned', own), calls({ entry: A })) };
    case 'pAbandonCallsOfA':
      return { quantity: ratio((s) => s.of('abandoned', { entry: A }), calls({ entry: A })) };
    case 'pAbandonCallsOfB':
      return { quantity: ratio((s) => s.of('abandoned', direct), calls(direct)) };
    case 'pAbandonAll':
      return { quantity: SAYS['pAbandon']! };
    case 'occupancyA':
      return { quantity: occupancy(params.part('queueA').number('agents'), A) };
    case 'occupancyB':
      return { quantity: occupancy(params.part('queueB').number('agents'), B) };
    default: {
      const found = /^(pWaitB|meanWaitB|pAbandonB)_(direct|overflow)$/.exec(name);
      if (found === null) return null;
      const where = found[2] === 'direct' ? direct : sent;
      if (found[1] === 'meanWaitB')
        return { quantity: ratio((s) => s.of('wait', where), calls(where), SECOND) };
      const what = found[1] === 'pWaitB' ? 'waited' : 'abandoned';
      return { quantity: ratio((s) => s.of(what, where), calls(where)) };
    }
  }
}

export function overflowLossQuantity(each: Case, name: string): Found | null {
  const load = paramsOf(each).number('offeredErlang');
  const notFirst = (s: Sums): number => s.of('calls') - s.of('calls', { queue: A });
  const busyB: Quantity = ratio(
    (s) => s.busyArea(B),
    (s) => s.window,
  );
  const variance: Quantity = {
    terms: (s) => [s.window, s.busyArea(B), s.busySquaresArea(B)],
    value: ([time, area, squares]) => squares! / time! - (area! / time!) ** 2,
  };
  switch (name) {
    case 'blockGroup1':
      return { quantity: ratio(notFirst, calls()) };
    case 'totalBlocking':
      return { quantity: SAYS['pBlock']! };
    case 'lostTraffic':
      return { quantity: ratio((s) => load * s.of('lost'), calls()) };
    case 'blockingSeenByOverflow':
      return { quantity: ratio((s) => s.of('lost'), notFirst) };
    case 'carriedGroup1':
      return {
        quantity: ratio(
          (s) => s.busyArea(A),
          (s) => s.window,
        ),
      };
    case 'carriedGroup2':
      return { quantity: busyB };
    case 'overflowMean':
      return { quantity: busyB, scenario: 'endless' };
    case 'overflowVariance':
      return { quantity: variance, scenario: 'endless' };
    case 'peakedness':
      return {
        quantity: { ...variance, value: (means) => variance.value(means) / (means[1]! / means[0]!) },
        scenario: 'endless',
      };
    default:
      return null;
  }
}

export function skillsQuantity(each: Case, name: string): Found | null {
  const sizes = paramsOf(each).numbers('poolSizes');
  const pool = /^occupancyPool(\d)$/.exec(name);
  if (pool !== null) {
    const group = Number(pool[1]) - 1;
    return { quantity: occupancy(sizes[group]!, group) };
  }
  if (name === 'pType1ImmediatePool2') {
    const where = { entry: 0 };
    return { quantity: ratio((s) => s.servedAtOnceBy(1, where), calls(where)) };
  }
  return byClass(each, name);
}

export function speedQuantity(each: Case, name: string): Found | null {
  const found = /^(occupancy|shareServedBy)(\d)$/.exec(name);
  if (found === null) return null;
  const group = Number(found[2]) - 1;
  if (found[1] === 'shareServedBy')
    return {
      quantity: ratio(
        (s) => s.servedBy(group),
        (s) => s.of('served'),
      ),
    };
  return { quantity: occupancy(paramsOf(each).parts('groups')[group]!.number('agents'), group) };
}

export function poolingQuantity(name: string): Found | null {
  const which = name.endsWith('Pooled') ? { scenario: 'pooled' } : {};
  if (name.startsWith('asa')) return { quantity: SAYS['asa']!, ...which };
  const found = /^serviceLevel([\d.]+)(Separate|Pooled)$/.exec(name);
  if (found === null) return null;
  const t = inMillis(Number(found[1]));
  return { quantity: ratio((s) => s.share('servedWithin', t), calls()), ...which };
}
