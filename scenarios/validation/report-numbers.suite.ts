/**
 * The KPIs of the report that say the same as an expected number of a case. Where a KPI leaves somebody out (callbacks, blocked
 * callers), its expected value follows from those of the case. It plays nothing.
 */
import type { Part } from '../../engine/index.ts';
import { paramsOf, type Case } from '../../engine/validation/case.ts';

const SECOND = 1000;
const A = 0;
const B = 1;

export interface ReportCheck {
  readonly name: string;
  readonly expected: number;
  /** Which scenario of the model; left out: the main one. */
  readonly scenario?: string;
  /** KPI, whose, in which unit, and how it follows from the KPI. */
  readonly id: string;
  readonly scope?: 'queue' | 'group' | 'centre';
  readonly part?: Part;
  /** Milliseconds per second, for instance. */
  readonly per?: number;
}

export function reportsOf(each: Case): ReportCheck[] {
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
