/**
 * What each expected number of whole days is in a simulation: numbers per day, ratios of sums over days, averages of daily ratios,
 * and how daily counts vary.
 */
import { paramsOf, type Case } from '../case.ts';
import type { Params } from '../params.ts';
import type { Sums } from '../watch-cells.ts';
import { SAYS } from './one-queue.ts';
import {
  calls,
  covariance,
  inMillis,
  mean,
  numbered,
  ratio,
  SECOND,
  type Found,
  type Quantity,
} from './quantity.ts';

/** Length of a period of arrivals in the scenario of a count by periods. */
export const PERIOD = 1_800_000;

const servedWithin = (t: number): Quantity => ratio((s) => s.share('servedWithin', t), calls());

export function gammaQuantity(each: Case, name: string, expected: number): Found | null {
  const counts = countQuantity(each, name, expected);
  if (counts !== null) return counts;
  const weighted = /^callWeightedServedWithin(\d+)$/.exec(name);
  if (weighted !== null) return { quantity: servedWithin(inMillis(Number(weighted[1]))) };
  const averaged = /^dayAverageServedWithin(\d+)$/.exec(name);
  if (averaged !== null) {
    const t = inMillis(Number(averaged[1]));
    // On a day on which nobody calls nobody waits.
    return { quantity: mean((s) => (s.of('calls') === 0 ? 1 : s.share('servedWithin', t) / s.of('calls'))) };
  }
  const ignoring = /^servedWithin(\d+)IgnoringVariation$/.exec(name);
  if (ignoring !== null)
    return { quantity: servedWithin(inMillis(Number(ignoring[1]))), scenario: 'withoutFactor' };
  switch (name) {
    case 'callWeightedAbandon':
      return { quantity: SAYS['pAbandon']! };
    case 'dayAverageAbandon':
      return { quantity: mean((s) => (s.of('calls') === 0 ? 0 : s.of('abandoned') / s.of('calls'))) };
    default:
      return null;
  }
}

/** Of arrivals by periods. */
function countQuantity(each: Case, name: string, expected: number): Found | null {
  const params = paramsOf(each);
  if (!params.has('expectedPerPeriod')) return null;
  const periods = params.numbers('expectedPerPeriod').length;
  const inPeriod = (period: number) => (s: Sums) => s.arrivalsIn(period - 1);
  const total = (s: Sums): number => {
    let sum = 0;
    for (let period = 0; period < periods; period++) sum += s.arrivalsIn(period);
    return sum;
  };
  const pair = /^(cov|corr)Periods_(\d+)_(\d+)$/.exec(name);
  if (pair !== null) {
    const [x, y] = [inPeriod(Number(pair[2])), inPeriod(Number(pair[3]))];
    return { quantity: pair[1] === 'cov' ? covariance(x, y) : correlation(x, y) };
  }
  const single = /^(mean|var)Period_(\d+)$/.exec(name);
  if (single !== null) {
    const x = inPeriod(Number(single[2]));
    return { quantity: single[1] === 'mean' ? mean(x) : covariance(x, x) };
  }
  if (name === 'meanTotal') return { quantity: mean(total) };
  if (name === 'varTotal') return { quantity: covariance(total, total) };
  if (!/^quantile\d+Total$/.test(name)) return null;
  // Days are counted in whole calls: what is compared is the share of days with no more calls than the quantile.
  return {
    quantity: mean((s) => (total(s) <= expected ? 1 : 0)),
    as: `${name} as a share`,
    value: negativeBinomialAtMost(expected, params),
  };
}

const correlation = (x: (s: Sums) => number, y: (s: Sums) => number): Quantity => ({
  terms: (s) => [x(s), y(s), x(s) * y(s), x(s) ** 2, y(s) ** 2],
  value: ([a, b, ab, aa, bb]) => (ab! - a! * b!) / Math.sqrt((aa! - a! ** 2) * (bb! - b! ** 2)),
});

/** Poisson with a gamma mean: P(N <= n) by the recursion of the negative binomial. */
function negativeBinomialAtMost(n: number, params: Params): number {
  const shape = params.number('gammaShape');
  const total = params.numbers('expectedPerPeriod').reduce((sum, each) => sum + each, 0);
  const p = total / (total + shape);
  let term = (1 - p) ** shape;
  let sum = term;
  for (let k = 1; k <= n; k++) {
    term *= ((shape + k - 1) / k) * p;
    sum += term;
  }
  return sum;
}

export function arrivalsMtQuantity(name: string): Found | null {
  const [plain, at] = numbered(name);
  return plain === 'meanBusy_at' ? { quantity: mean((s) => s.busyAt(inMillis(at))) } : null;
}

export function dayQuantity(name: string): Found | null {
  const within = /^(?:expectedServedWithin(\d+)|servedWithin(\d+)Ratio)$/.exec(name);
  if (within !== null) {
    const [, perDay, ofAll] = within;
    const t = inMillis(Number(perDay ?? ofAll));
    return { quantity: perDay === undefined ? servedWithin(t) : mean((s) => s.share('servedWithin', t)) };
  }
  switch (name) {
    case 'expectedArrivals':
      return { quantity: mean(calls()) };
    case 'expectedAbandons':
      return { quantity: mean((s) => s.of('abandoned')) };
    case 'expectedBalks':
      return { quantity: mean((s) => s.of('balked')) };
    case 'expectedTotalQueueTimeSec':
      return { quantity: mean((s) => s.of('wait'), SECOND) };
    case 'expectedTotalAgentBusySec':
      return { quantity: mean((s) => s.busyTotal(), SECOND) };
    case 'meanWaitAllRatio':
      return { quantity: SAYS['meanWaitAll']! };
    case 'abandonRatio':
      return { quantity: SAYS['pAbandon']! };
    default:
      return null;
  }
}
