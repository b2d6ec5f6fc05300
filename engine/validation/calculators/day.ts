/** Families day and arrivals-mt: days from empty to empty, and the load that a day offers to endless agents. */
import type { Day } from '../../planning/day.ts';
import { dayTotals } from '../../planning/day.ts';
import { dayServedWithin } from '../../planning/day-served-within.ts';
import { meanBusyAt } from '../../planning/time-dependent-load.ts';
import type { Calculator } from '../calculator.ts';
import { numbersAsked } from '../calculator.ts';
import type { Params } from '../params.ts';
import { ParamsError } from '../params.ts';

const STAFF_DROP = 'agents finish the call in hand; nobody new is started until busy < agents';

export const day: Calculator = (params, asked) => {
  if (params.has('staffDropRule') && params.text('staffDropRule') !== STAFF_DROP)
    throw new ParamsError(`staffDropRule: only "${STAFF_DROP}" is known`);
  const model = dayOf(params);
  const totals = dayTotals(model);
  return {
    expectedArrivals: totals.arrivals,
    expectedAbandons: totals.abandons,
    expectedBalks: totals.balks,
    expectedTotalQueueTimeSec: totals.queueTimeSec,
    expectedTotalAgentBusySec: totals.agentBusySec,
    meanWaitAllRatio: totals.queueTimeSec / totals.arrivals,
    abandonRatio: totals.abandons / totals.arrivals,
    ...Object.fromEntries(
      secondsAsked(asked).flatMap((seconds) => {
        const served = dayServedWithin(model, seconds);
        return [
          [`expectedServedWithin${seconds}`, served],
          [`servedWithin${seconds}Ratio`, served / totals.arrivals],
        ];
      }),
    ),
  };
};

function dayOf(params: Params): Day {
  return {
    periods: params.parts('periods').map((each) => ({
      durationSec: each.number('durationSec'),
      arrivalsPerHour: each.number('arrivalsPerHour'),
      agents: each.number('agents'),
    })),
    meanHandleSec: params.number('meanHandleSec'),
    meanPatienceSec: params.optional('meanPatienceSec'),
    balkProbability: params.optional('balkProbability') ?? 0,
  };
}

/** This family writes its seconds without a line below: expectedServedWithin20, servedWithin20Ratio. */
function secondsAsked(asked: Readonly<Record<string, unknown>>): number[] {
  const found = Object.keys(asked).flatMap((name) => {
    const match = /^(?:expectedServedWithin(\d+(?:\.\d+)?)|servedWithin(\d+(?:\.\d+)?)Ratio)$/.exec(name);
    return match === null ? [] : [Number(match[1] ?? match[2])];
  });
  return [...new Set(found)];
}

export const arrivalsMt: Calculator = (params, asked) => {
  const periods = params.parts('periods').map((each) => ({
    durationSec: each.number('durationSec'),
    arrivalsPerHour: each.number('arrivalsPerHour'),
  }));
  return Object.fromEntries(
    numbersAsked(asked, 'meanBusy_at').map((seconds) => [
      `meanBusy_at_${seconds}`,
      meanBusyAt(periods, params.number('meanHandleSec'), seconds),
    ]),
  );
};
