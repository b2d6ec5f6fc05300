/**
 * What each expected number of a model with one queue is in a simulation. Waits run from the arrival to the start of service or to
 * the hang-up; shares are of all callers who called after the warm-up.
 */
import { paramsOf, type Case } from '../case.ts';
import {
  accepted,
  calls,
  inMillis,
  numbered,
  occupancy,
  ratio,
  SECOND,
  waitQuantile,
  type Found,
  type Quantity,
} from './quantity.ts';

export const SAYS: Readonly<Record<string, Quantity>> = {
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
  meanBusy: ratio(
    (s) => s.busyArea(),
    (s) => s.window,
  ),
  carriedErlang: ratio(
    (s) => s.busyArea(),
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

export function oneQueue(each: Case, name: string, expected: number): Found | null {
  const said = SAYS[name];
  if (said !== undefined) return { quantity: said };
  if (name === 'occupancy') {
    const params = paramsOf(each);
    return { quantity: occupancy(params.number(params.has('lines') ? 'lines' : 'agents')) };
  }
  if (name === 'pAbandonIfNoOffers') return { quantity: SAYS['pAbandon']!, scenario: 'withoutOffers' };
  if (name === 'meanWaitAllIfNoOffers') return { quantity: SAYS['meanWaitAll']!, scenario: 'withoutOffers' };
  const [plain, number] = numbered(name);
  if (Number.isNaN(number)) return null;
  if (plain === 'pAcceptAtOffer') return { quantity: ratio((s) => s.acceptedAt(number), calls()) };
  if (plain === 'waitQuantile') return { quantity: waitQuantile(number, inMillis(expected)) };
  return withinTime(plain, inMillis(number));
}

function withinTime(name: string, t: number): Found | null {
  switch (name) {
    case 'serviceLevel':
    case 'pServedWithin':
    case 'pServedWithinOffered':
      return { quantity: ratio((s) => s.share('servedWithin', t), calls()) };
    case 'pServedWithinAccepted':
      return { quantity: ratio((s) => s.share('servedWithin', t), accepted) };
    case 'pAbandonWithin':
    case 'pAbandonWithinOffered':
      return { quantity: ratio((s) => s.share('abandonedWithin', t), calls()) };
    case 'pAbandonWithinAccepted':
      return { quantity: ratio((s) => s.share('abandonedWithin', t), accepted) };
    case 'pWaitExceeds':
      return { quantity: ratio((s) => s.share('waitExceeds', t), calls()) };
    case 'pOfferedWaitExceeds':
      return { quantity: ratio((s) => s.share('offeredWaitExceeds', t), calls()) };
    default:
      return null;
  }
}
