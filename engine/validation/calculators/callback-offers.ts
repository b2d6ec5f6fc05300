/** Families callback-offers and tune-callback: callbacks offered by the clock, to callers of any patience. */
import { CallbackOfferQueue } from '../../planning/callback-offers.ts';
import { PatienceQueue } from '../../planning/patience-queue.ts';
import { numbersAsked } from '../calculator.ts';
import type { Answers, Calculator } from '../calculator.ts';
import { ParamsError } from '../params.ts';
import type { Params } from '../params.ts';
import { ENDLESS, patienceIn, trafficOf } from './patience-law.ts';
import { waitsAndAbandons } from './patience-general.ts';

export const callbackOffers: Calculator = (params, asked) =>
  underSchedule(params, params.number('offerFirstSec'), params.optional('offerEverySec'), asked);

/** The rows of the curve are schedules: the settings stand among the answers. */
export const tuneCallback: Calculator = (params, asked) => {
  const rows = asked['curve'];
  if (!Array.isArray(rows)) throw new ParamsError('curve is no list of schedules');
  return { curve: rows.map((row: Readonly<Record<string, unknown>>) => rowOf(params, row)) };
};

function rowOf(params: Params, row: Readonly<Record<string, unknown>>): Answers {
  const offerFirstSec = row['offerFirstSec'];
  const offerEverySec = row['offerEverySec'] ?? null;
  if (typeof offerFirstSec !== 'number' || (offerEverySec !== null && typeof offerEverySec !== 'number'))
    throw new ParamsError('a row of the curve has no offerFirstSec or offerEverySec');
  return {
    offerFirstSec,
    ...(offerEverySec === null ? {} : { offerEverySec }),
    ...underSchedule(params, offerFirstSec, offerEverySec, row),
  };
}

function underSchedule(
  params: Params,
  firstSec: number,
  everySec: number | null,
  asked: Readonly<Record<string, unknown>>,
): Answers {
  const traffic = trafficOf(params);
  const agents = params.number('agents');
  const patience = patienceIn(params) ?? ENDLESS;
  const acceptProbability = params.number('acceptProbability');
  const queue = new CallbackOfferQueue(traffic, agents, patience, {
    firstSec,
    everySec: everySec ?? Infinity,
    acceptProbability,
  });
  const { pCallback, offersPerCall, meanWaitCallback, meanWaitServedLive, pServedLive } = queue;
  return {
    ...waitsAndAbandons(queue, asked),
    ...{ pCallback, offersPerCall, meanWaitCallback, meanWaitServedLive, pServedLive },
    ...Object.fromEntries(
      numbersAsked(asked, 'pAcceptAtOffer').map((k) => [`pAcceptAtOffer_${k}`, queue.pAcceptAtOffer(k)]),
    ),
    ...('pAbandonIfNoOffers' in asked || 'meanWaitAllIfNoOffers' in asked
      ? withoutOffers(new PatienceQueue(traffic, agents, patience))
      : {}),
  };
}

function withoutOffers({ pAbandon, meanWaitAll }: PatienceQueue): Answers {
  return { pAbandonIfNoOffers: pAbandon, meanWaitAllIfNoOffers: meanWaitAll };
}
