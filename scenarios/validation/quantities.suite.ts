/**
 * What each expected number of a case means in a simulation: which counts of the tests' own listener make it, and which
 * KPI of the report says the same. It plays nothing and compares nothing.
 *
 * Waits run from the arrival to the start of service or to the hang-up; shares are of all callers who called after the
 * warm-up. Where a KPI leaves somebody out (callbacks, blocked callers), its expected value follows from those of the case.
 */
import { expectedNumbers, paramsOf, type Case } from './cases.ts';
import type { Quantity, ReportNumber } from './measure.suite.ts';
import { MAIN } from './models.ts';
import type { Sums, WatchOptions, Where } from './watch.suite.ts';

export interface Check {
  readonly name: string;
  readonly expected: number;
  /** Which scenario of the model. */
  readonly scenario: string;
  /** A share of callers. */
  readonly isShare: boolean;
  readonly by: { readonly quantity: Quantity } | { readonly report: ReportNumber };
}

const SHARES_OF_CALLERS = /^p[A-Z]|^serviceLevel|^share|^abandonRatio|^blocking|^blockGroup|^totalBlocking/;

const SECOND = 1000;
const inMillis = (seconds: number): number => Math.round(seconds * SECOND);

function ratio(numerator: (sums: Sums) => number, denominator: (sums: Sums) => number, per = 1): Quantity {
  return {
    terms: (sums) => [numerator(sums), denominator(sums)],
    value: ([N, D]) => N! / D! / per,
  };
}

const mean = (of: (sums: Sums) => number, per = 1): Quantity => ({
  terms: (sums) => [of(sums)],
  value: ([x]) => x! / per,
});

/** `pServedWithin_20` and the like: name and the number at the end. */
function numbered(name: string): [string, number] {
  const at = name.lastIndexOf('_');
  return at < 0 ? [name, NaN] : [name.slice(0, at), Number(name.slice(at + 1))];
}

export function watchOptionsOf(each: Case): WatchOptions {
  const thresholds = new Set<number>([20 * SECOND]);
  const sampleAt: number[] = [];
  for (const [name, value] of expectedNumbers(each)) {
    const [plain, number] = numbered(name);
    if (plain === 'waitQuantile') thresholds.add(inMillis(value));
    else if (plain === 'meanBusy_at') sampleAt.push(inMillis(number));
    else if (!Number.isNaN(number)) thresholds.add(inMillis(number));
  }
  return {
    thresholds: [...thresholds],
    ...(sampleAt.length > 0 ? { sampleAt } : {}),
    ...(each.family === 'arrivals-gamma' ? { period: 1_800_000 } : {}),
    // Calls that do not come after closing would still have gone first, or have been redials.
    ...(each.family.startsWith('priority') || each.family === 'redial' ? { tail: 1_200_000 } : {}),
  };
}

/** All that is asserted of a case. Expected numbers that no simulation gives (logarithms, approximations) have no check. */
export function checksOf(each: Case): Check[] {
  const checks: Check[] = [];
  for (const [name, expected] of expectedNumbers(each)) {
    const found = quantityOf(each, name, expected);
    if (found === null) continue;
    const { scenario = MAIN, quantity, value = expected, as = name } = found;
    checks.push({
      name: as,
      expected: value,
      scenario,
      isShare: SHARES_OF_CALLERS.test(name),
      by: { quantity },
    });
  }
  for (const { name, expected, scenario = MAIN, ...report } of reportsOf(each))
    checks.push({ name, expected, scenario, isShare: SHARES_OF_CALLERS.test(name), by: { report } });
  return checks;
}

interface Found {
  readonly quantity: Quantity;
  readonly scenario?: string;
  readonly value?: number;
  readonly as?: string;
}

function quantityOf(each: Case, name: string, expected: number): Found | null {
  switch (each.family) {
    case 'priority':
    case 'priority-abandon':
      return byClass(each, name);
    case 'overflow':
      return overflowQuantity(each, name);
    case 'overflow-loss':
      return overflowLossQuantity(each, name);
    case 'skills-n':
      return skillsQuantity(each, name);
    case 'skills-speed':
      return speedQuantity(each, name) ?? singleQueue(each, name, expected);
    case 'pooling':
      return poolingQuantity(name);
    case 'arrivals-gamma':
      return gammaQuantity(each, name, expected);
    case 'arrivals-mt':
      return arrivalsMtQuantity(name);
    case 'day':
      return dayQuantity(name);
    default:
      return singleQueue(each, name, expected);
  }
}

// ---------------------------------------------------------------- one queue

const calls = (where?: Where) => (sums: Sums) => sums.of('calls', where);
const accepted = (sums: Sums): number => sums.of('calls') - sums.of('lost');
const SAYS: Readonly<Record<string, Quantity>> = {
  pWait: ratio((s) => s.of('waited'), calls()),
  asa: ratio((s) => s.of('wait'), calls(), SECOND),
  meanWait: ratio((s) => s.of('wait'), calls(), SECOND),
  meanWaitAll: ratio((s) => s.of('wait'), calls(), SECOND),
  meanWaitServed: ratio(
    (s) => s.of('waitServed'),
    (s) => s.of('served'),
    SECOND,
  ),
  meanWaitAbandoned: ratio(
    (s) => s.of('waitAbandoned'),
    (s) => s.of('abandoned'),
    SECOND,
  ),
  meanWaitGivenWait: ratio(
    (s) => s.of('wait'),
    (s) => s.of('waited'),
    SECOND,
  ),
  meanOfferedWait: ratio((s) => s.of('offeredWait'), calls(), SECOND),
  meanQueue: ratio(
    (s) => s.queueArea('all'),
    (s) => s.window,
  ),
  meanQueueLive: ratio(
    (s) => s.queueArea('live'),
    (s) => s.window,
  ),
  meanQueueCallback: ratio(
    (s) => s.queueArea('callbacks'),
    (s) => s.window,
  ),
  pAbandon: ratio((s) => s.of('abandoned'), calls()),
  pBlock: ratio((s) => s.of('lost'), calls()),
  pWaitAccepted: ratio((s) => s.of('waited') - s.of('lost'), accepted),
  meanWaitAccepted: ratio((s) => s.of('wait'), accepted, SECOND),
  pAbandonOffered: ratio((s) => s.of('abandoned'), calls()),
  pServedOffered: ratio((s) => s.of('served'), calls()),
  pCallback: ratio((s) => s.of('callbacks'), calls()),
  offersPerCall: ratio((s) => s.of('offersHeard'), calls()),
  meanWaitCallback: ratio(
    (s) => s.of('waitCallbacks'),
    (s) => s.of('callbacks'),
    SECOND,
  ),
  meanWaitServedLive: ratio(
    (s) => s.of('waitServed') - s.of('waitCallbacks'),
    (s) => s.of('served') - s.of('callbacks'),
    SECOND,
  ),
  pServedLive: ratio((s) => s.of('served') - s.of('callbacks'), calls()),
  meanWaitLiveWaiting: ratio(
    (s) => s.of('waitLiveWaited'),
    (s) => s.of('waitedLive'),
    SECOND,
  ),
  meanOrbit: ratio(
    (s) => s.orbitArea,
    (s) => s.window,
  ),
  pBlockNewCall: ratio(
    (s) => s.of('newcomersLost'),
    (s) => s.of('newcomers'),
  ),
  attemptsPerNewCall: ratio(calls(), (s) => s.of('newcomers')),
  pNeverServed: ratio(
    (s) => s.of('newcomers') - s.of('served'),
    (s) => s.of('newcomers'),
  ),
  abandonsPerNewCall: ratio(
    (s) => s.of('abandoned'),
    (s) => s.of('newcomers'),
  ),
  varWait: {
    terms: (s) => [s.of('calls'), s.of('wait') / SECOND, s.of('waitSquares') / SECOND ** 2],
    value: ([n, sum, squares]) => squares! / n! - (sum! / n!) ** 2,
  },
};

function singleQueue(each: Case, name: string, expected: number): Found | null {
  const said = SAYS[name];
  if (said !== undefined) return { quantity: said };
  if (name === 'occupancy') return { quantity: occupancy(paramsOf(each).number('agents')) };
  if (name === 'pAbandonIfNoOffers') return { quantity: SAYS['pAbandon']!, scenario: 'withoutOffers' };
  if (name === 'meanWaitAllIfNoOffers') return { quantity: SAYS['meanWaitAll']!, scenario: 'withoutOffers' };
  const [plain, number] = numbered(name);
  if (Number.isNaN(number)) return null;
  if (plain === 'pAcceptAtOffer') return { quantity: ratio((s) => s.acceptedAt(number), calls()) };
  const t = inMillis(number);
  switch (plain) {
    case 'serviceLevel':
    case 'pServedWithin':
    case 'pServedWithinOffered':
      return { quantity: ratio((s) => s.share('servedWithin', t), calls()) };
    case 'pServedWithinAccepted':
      return { quantity: ratio((s) => s.share('servedWithin', t), accepted) };
    case 'pAbandonWithin':
    case 'pAbandonWithinOffered':
      return { quantity: ratio((s) => s.share('abandonedWithin', t), calls()) };
    case 'pWaitExceeds':
      return { quantity: ratio((s) => s.share('waitExceeds', t), calls()) };
    case 'pOfferedWaitExceeds':
      return { quantity: ratio((s) => s.share('offeredWaitExceeds', t), calls()) };
    case 'waitQuantile': {
      // The share that waits no longer than the exact quantile.
      const at = inMillis(expected);
      const quantity = ratio((s) => s.of('calls') - s.share('waitExceeds', at), calls());
      return { quantity, value: number, as: `${name} as a share` };
    }
    default:
      return null;
  }
}

const occupancy = (agents: number, group?: number): Quantity =>
  ratio(
    (s) => s.busyArea(group),
    (s) => agents * s.window,
  );

// ---------------------------------------------------------------- several queues

/** `meanWait_1`, `pWaitExceeds_1_10`, `pAbandon1`: class 1 calls at the first entry. */
function byClass(each: Case, name: string): Found | null {
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

function overflowQuantity(each: Case, name: string): Found | null {
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

function overflowLossQuantity(each: Case, name: string): Found | null {
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

function skillsQuantity(each: Case, name: string): Found | null {
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

function speedQuantity(each: Case, name: string): Found | null {
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

function poolingQuantity(name: string): Found | null {
  const scenario = name.endsWith('Pooled') ? 'pooled' : MAIN;
  if (name.startsWith('asa')) return { quantity: SAYS['asa']!, scenario };
  const found = /^serviceLevel([\d.]+)(Separate|Pooled)$/.exec(name);
  if (found === null) return null;
  const t = inMillis(Number(found[1]));
  return { quantity: ratio((s) => s.share('servedWithin', t), calls()), scenario };
}

// ---------------------------------------------------------------- days

function gammaQuantity(each: Case, name: string, expected: number): Found | null {
  const t = 20 * SECOND;
  const total = (s: Sums): number =>
    paramsOf(each)
      .numbers('expectedPerPeriod')
      .reduce((sum, _, period) => sum + s.arrivalsIn(period), 0);
  /** Variance, covariance from sums; the days are so many that n - 1 is n. */
  const covariance = (x: (s: Sums) => number, y: (s: Sums) => number): Quantity => ({
    terms: (s) => [x(s), y(s), x(s) * y(s)],
    value: ([a, b, ab]) => ab! - a! * b!,
  });
  const inPeriod = (period: number) => (s: Sums) => s.arrivalsIn(period - 1);
  const pair = /^(cov|corr)Periods_(\d)_(\d)$/.exec(name);
  if (pair !== null) {
    const [x, y] = [inPeriod(Number(pair[2])), inPeriod(Number(pair[3]))];
    if (pair[1] === 'cov') return { quantity: covariance(x, y) };
    return {
      quantity: {
        terms: (s) => [x(s), y(s), x(s) * y(s), x(s) ** 2, y(s) ** 2],
        value: ([a, b, ab, aa, bb]) => (ab! - a! * b!) / Math.sqrt((aa! - a! ** 2) * (bb! - b! ** 2)),
      },
    };
  }
  const period = /^varPeriod_(\d)$/.exec(name);
  if (period !== null) {
    const x = inPeriod(Number(period[1]));
    return { quantity: covariance(x, x) };
  }
  switch (name) {
    case 'meanTotal':
      return { quantity: mean(total) };
    case 'varTotal':
      return { quantity: covariance(total, total) };
    case 'quantile90Total':
      return {
        quantity: mean((s) => (total(s) <= expected ? 1 : 0)),
        as: `${name} as a share`,
        value: negativeBinomialAtMost(expected, paramsOf(each)),
      };
    case 'callWeightedServedWithin20':
      return { quantity: ratio((s) => s.share('servedWithin', t), calls()) };
    case 'dayAverageServedWithin20':
      return { quantity: mean((s) => s.share('servedWithin', t) / s.of('calls')) };
    case 'callWeightedAbandon':
      return { quantity: SAYS['pAbandon']! };
    case 'dayAverageAbandon':
      return { quantity: mean((s) => s.of('abandoned') / s.of('calls')) };
    case 'servedWithin20IgnoringVariation':
      return { quantity: ratio((s) => s.share('servedWithin', t), calls()), scenario: 'withoutFactor' };
    default:
      return null;
  }
}

/** Poisson with a gamma mean: P(N <= n) by the recursion of the negative binomial. */
function negativeBinomialAtMost(n: number, params: ReturnType<typeof paramsOf>): number {
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

function arrivalsMtQuantity(name: string): Found | null {
  const [plain, at] = numbered(name);
  if (plain !== 'meanBusy_at') return null;
  return { quantity: mean((s) => s.busyAt(sampleOf(s, inMillis(at)))) };
}

const sampleOf = (sums: Sums, at: number): number => sums.sampleAt.indexOf(at);

function dayQuantity(name: string): Found | null {
  const t = 20 * SECOND;
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
    case 'expectedServedWithin20':
      return { quantity: mean((s) => s.share('servedWithin', t)) };
    case 'servedWithin20Ratio':
      return { quantity: ratio((s) => s.share('servedWithin', t), calls()) };
    default:
      return null;
  }
}

// ---------------------------------------------------------------- the report

interface ReportCheck extends ReportNumber {
  readonly name: string;
  readonly expected: number;
  readonly scenario?: string;
}

function reportsOf(each: Case): ReportCheck[] {
  const checks: ReportCheck[] = [];
  const value = (name: string): number => {
    const number = each.expected[name];
    return typeof number === 'number' ? number : NaN;
  };
  const say = (name: string, id: string, expected: number, more: Partial<ReportCheck> = {}): void => {
    if (!Number.isNaN(expected)) checks.push({ name: `${name} = ${id}`, id, expected, ...more });
  };
  /** The KPI of that name, if the case expects the number. */
  const same = (name: string, id: string, more: Partial<ReportCheck> = {}): void =>
    say(name, id, value(name), more);
  const time = { per: SECOND };
  const { family } = each;
  switch (family) {
    case 'erlang-c':
    case 'erlang-a':
    case 'patience-general':
    case 'm-g-1':
    case 'm-g-c':
    case 'skills-speed': {
      same('pWait', 'K-03waited');
      for (const name of ['asa', 'meanWait', 'meanWaitAll']) same(name, 'K-03', time);
      for (const name of ['asa', 'meanWait', 'meanWaitServed']) same(name, 'K-02', time);
      same('meanQueue', 'K-32');
      same('occupancy', 'K-09', { scope: 'group' });
      same('serviceLevel_20', 'K-01b');
      same('serviceLevel_20', 'K-01c');
      same('pServedWithin_20', 'K-01b');
      same('pAbandon', 'K-05raw');
      same('pAbandon', 'K-05');
      same('meanWaitAbandoned', 'K-07', time);
      for (const p of [50, 80, 90, 95, 99]) {
        same(`waitQuantile_${p / 100}`, `K-02.P${p}`, time);
        same(`waitQuantile_${p / 100}`, `K-03.P${p}`, time);
      }
      const inTime = value('pServedWithin_20');
      const goneInTime = value('pAbandonWithin_20');
      say('served within 20 s of answered', 'K-01c', inTime / (1 - value('pAbandon')));
      say('served within 20 s, early abandons left out', 'K-01d', inTime / (1 - goneInTime));
      say('served or gone within 20 s', 'K-01e', inTime + goneInTime);
      if (family === 'skills-speed') {
        const groups = paramsOf(each).parts('groups').length;
        for (let group = 0; group < groups; group++)
          same(`occupancy${group + 1}`, 'K-09', { scope: 'group', part: { place: group } });
      }
      return checks;
    }
    case 'finite-queue': {
      const isIn = 1 - value('pBlock');
      same('pBlock', 'K-34capacity-exceeded', { scope: 'centre' });
      same('pBlock', 'K-34', { scope: 'centre' });
      same('pWaitAccepted', 'K-03waited');
      same('meanWaitAccepted', 'K-03', time);
      same('meanQueue', 'K-32');
      same('occupancy', 'K-09', { scope: 'group' });
      say('pAbandonOffered of those let in', 'K-05raw', value('pAbandonOffered') / isIn);
      same('pServedWithinAccepted_20', 'K-01b');
      return checks;
    }
    case 'callback-offers': {
      const { acceptance, firstOffer, acceptWait } = offersOf(each);
      same('pAbandon', 'K-05raw');
      same('meanWaitAbandoned', 'K-07', time);
      same('meanWaitServedLive', 'K-02', time);
      same('occupancy', 'K-09', { scope: 'group' });
      same('offersPerCall', 'K-11offers');
      for (let k = 1; k <= 3; k++) same(`pAcceptAtOffer_${k}`, `K-11acceptedAtOffer${k}`);
      say('share that hears an offer', 'K-11', firstOffer);
      say('share of those that accepts', 'K-11acceptance', acceptance);
      say('callbacks reached', 'K-13', 1);
      say(
        'meanWaitCallback less the wait at the acceptance',
        'K-15',
        value('meanWaitCallback') - acceptWait,
        time,
      );
      const without = { scenario: 'withoutOffers' };
      same('pAbandonIfNoOffers', 'K-05raw', without);
      same('meanWaitAllIfNoOffers', 'K-03', { ...without, ...time });
      return checks;
    }
    case 'callback-threshold':
      same('pBlock', 'K-34queue-full', { scope: 'queue', part: { place: 0 } });
      same('meanQueueLive', 'K-32');
      same('meanQueueCallback', 'K-32callbacks');
      same('occupancy', 'K-09', { scope: 'group' });
      return checks;
    case 'redial':
      same('meanQueue', 'K-32');
      same('occupancy', 'K-09', { scope: 'group' });
      return checks;
    case 'priority':
    case 'priority-abandon': {
      const classes = paramsOf(each).numbers('arrivalsPerHour').length;
      for (let k = 1; k <= classes; k++) {
        const part = { place: k - 1 };
        same(`meanWait_${k}`, 'K-02', { part, ...time });
        same(`meanWait_${k}`, 'K-03', { part, ...time });
        same(`meanWaitAll${k}`, 'K-03', { part, ...time });
        same(`pAbandon${k}`, 'K-05raw', { part });
      }
      same('pWait', 'K-03waited');
      same('occupancy', 'K-09', { scope: 'group' });
      return checks;
    }
    case 'overflow': {
      const inA = { part: { place: A } };
      same('pOverflow', 'K-31', inA);
      same('pOverflow', 'K-31workItemLimit/transferQueue', inA);
      same('meanQueueA', 'K-32', inA);
      same('meanQueueB', 'K-32', { part: { place: B } });
      same('meanWaitAccA', 'K-03', { ...inA, ...time });
      say('pAbandonA of those let in', 'K-05raw', value('pAbandonA') / (1 - value('pOverflow')), inA);
      same('occupancyA', 'K-09', { scope: 'group', part: { place: A } });
      same('occupancyB', 'K-09', { scope: 'group', part: { place: B } });
      return checks;
    }
    case 'overflow-loss':
      same('totalBlocking', 'K-34', { scope: 'centre' });
      return checks;
    case 'skills-n':
      for (const k of [1, 2]) {
        same(`meanWaitAll${k}`, 'K-03', { part: { place: k - 1 }, ...time });
        same(`pWait${k}`, 'K-03waited', { part: { place: k - 1 } });
        same(`pAbandon${k}`, 'K-05raw', { part: { place: k - 1 } });
        same(`occupancyPool${k}`, 'K-09', { scope: 'group', part: { place: k - 1 } });
      }
      return checks;
    case 'pooling':
      same('asaSeparate', 'K-02', time);
      same('serviceLevel20Separate', 'K-01');
      same('asaPooled', 'K-02', { scenario: 'pooled', ...time });
      same('serviceLevel20Pooled', 'K-01', { scenario: 'pooled' });
      return checks;
    case 'arrivals-gamma':
      same('callWeightedServedWithin20', 'K-01b');
      same('callWeightedAbandon', 'K-05raw');
      same('meanTotal', 'Arrived', { scope: 'centre' });
      return checks;
    case 'day':
      same('expectedArrivals', 'Arrived', { scope: 'centre' });
      same('expectedAbandons', 'Ab');
      same('meanWaitAllRatio', 'K-03', time);
      same('abandonRatio', 'K-05raw');
      same('servedWithin20Ratio', 'K-01b');
      return checks;
    default:
      return checks;
  }
}

/** What the case says about its offers by implication: the k-th is heard by those who accept it over the acceptance. */
function offersOf(each: Case): { acceptance: number; firstOffer: number; acceptWait: number } {
  const params = paramsOf(each);
  const accepts = params.number('acceptProbability');
  const first = params.number('offerFirstSec');
  const every = params.number('offerEverySec');
  const value = (name: string): number => each.expected[name] as number;
  if (each.expected['pAcceptAtOffer_1'] === undefined)
    return { acceptance: NaN, firstOffer: NaN, acceptWait: NaN };
  const firstOffer = value('pAcceptAtOffer_1') / accepts;
  const total = value('pCallback');
  // What is accepted later than the last offer named is put at the next one: it is a hundred-thousandth of all.
  let named = 0;
  let area = 0;
  let k = 1;
  for (; each.expected[`pAcceptAtOffer_${k}`] !== undefined; k++) {
    named += value(`pAcceptAtOffer_${k}`);
    area += value(`pAcceptAtOffer_${k}`) * (first + (k - 1) * every);
  }
  area += (total - named) * (first + (k - 1) * every);
  return { acceptance: total / firstOffer, firstOffer, acceptWait: area / total };
}
