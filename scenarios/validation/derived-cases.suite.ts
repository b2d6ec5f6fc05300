/**
 * Cases that stand in the pack in another shape: each point of a slider's curve is a case of the family it slides over, and
 * the published days with exact values are days.
 */
import { paramsOf, type Case } from './cases.ts';

type Point = Readonly<Record<string, number>>;

const curveOf = ({ expected }: Case): readonly Point[] => expected['curve'] as readonly Point[];

function overflowCurve(each: Case): Case[] {
  const { queueA, queueB } = each.params as { queueA: object; queueB: object };
  return curveOf(each).map(({ threshold, ...expected }) => ({
    ...each,
    id: `${each.id} at ${threshold}`,
    family: 'overflow',
    params: { queueA: { ...queueA, overflowWhenWaiting: threshold }, queueB },
    expected,
  }));
}

function callbackCurve(each: Case): Case[] {
  return curveOf(each).map(({ offerFirstSec, offerEverySec, ...expected }) => ({
    ...each,
    id: `${each.id} at ${offerFirstSec} s, ${offerEverySec} s`,
    family: 'callback-offers',
    params: { ...each.params, offerFirstSec, offerEverySec },
    expected,
  }));
}

/** Only what was computed exactly; simulated results of others have luck of their own. */
function publishedDay(each: Case): Case[] {
  const exact = each.expected['ownExact'] as Point | undefined;
  if (exact === undefined || exact['good'] === undefined) return [];
  const params = paramsOf(each);
  const patience = params.optional('meanPatienceMin');
  const { good, serviceLevel, asaMin, abandoned } = exact;
  const numbers = {
    expectedServedWithin20: good,
    servedWithin20Ratio: serviceLevel,
    meanWaitAllRatio: asaMin === undefined ? undefined : 60 * asaMin,
    expectedAbandons: abandoned,
  };
  return [
    {
      ...each,
      id: `${each.id} exactly`,
      family: 'day',
      params: {
        periods: [
          {
            durationSec: 60 * params.number('dayMinutes'),
            arrivalsPerHour: 60 * params.number('arrivalsPerMin'),
            agents: params.number('agents'),
          },
        ],
        meanHandleSec: 60 / params.number('serviceRatePerMin'),
        meanPatienceSec: patience === null ? null : 60 * patience,
      },
      expected: Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
    },
  ];
}

export function derivedCases(cases: readonly Case[]): Case[] {
  return cases.flatMap((each) => {
    if (each.family === 'tune-overflow') return overflowCurve(each);
    if (each.family === 'tune-callback') return callbackCurve(each);
    return each.family === 'published' ? publishedDay(each) : [];
  });
}
