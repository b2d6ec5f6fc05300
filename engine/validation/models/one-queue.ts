/**
 * Models with one queue: loss systems, Erlang C and A, any patience, limited queues, redials, any handle time, callbacks on arrival
 * and timed callback offers. It writes scenarios and plays none.
 */
import type { Params } from '../params.ts';
import { MAIN, type Model } from './model.ts';
import { relaxation, relaxationOf, steady, type Span } from './span.ts';
import {
  answersAtOnce,
  cvOf,
  exponential,
  joined,
  meanPatience,
  meanWork,
  patience,
  perHour,
  plain,
  PURE,
  QUEUE,
  scenarioText,
  seconds,
  work,
} from './text.ts';

/** The pack gives loads in erlang; any handle time does. */
export const LOSS_HANDLE = 180;

/** As many lines as agents: who finds none free is lost. */
export function loss(title: string, params: Params): Model {
  const lines = params.number('lines');
  const load = params.number('offeredErlang');
  // Erlang's loss system is forgotten within a handle time or two, however busy.
  const { days } = steady(LOSS_HANDLE);
  const text = scenarioText(title, {
    days,
    lines,
    queues: { [QUEUE]: PURE },
    agents: { team: `count: ${lines}, queues: ${QUEUE}` },
    demand: {
      [QUEUE]: joined(perHour((load * 3600) / LOSS_HANDLE), `talk: ${exponential(LOSS_HANDLE)}`),
    },
  });
  return { scenarios: { [MAIN]: text } };
}

export function single(title: string, params: Params): Model {
  const agents = params.number('agents');
  const isThreshold = params.has('offerWhenWaiting');
  const isLimited = params.has('maxWaiting');
  const { days, tail, ...span } = spanOf(params);
  const callback = isThreshold
    ? joined(
        `maxActiveContacts: ${params.number('maxWaiting')}`,
        `overflow: [{ when: { workItemLimit: ${params.number('offerWhenWaiting')} }, do: directCallback }]`,
        'callback: { offerFirst: 0s, offerRepeat: never, minRedialGap: 0s }',
      )
    : '';
  const text = scenarioText(title, {
    days,
    ...(isLimited && !isThreshold ? { lines: agents + params.number('maxWaiting') } : {}),
    queues: { [QUEUE]: joined(PURE, callback) },
    agents: { team: `count: ${agents}, queues: ${QUEUE}` },
    demand: {
      [QUEUE]: joined(
        perHour(params.number('arrivalsPerHour')),
        work(params),
        patience(params),
        isThreshold ? answersAtOnce(params) : '',
        redialOf(params),
      ),
    },
  });
  // First come, first served: nobody who would have called later matters, but those who would have called again do.
  return { scenarios: { [MAIN]: text }, ...span, ...(params.has('redialAfterBlock') ? { tail } : {}) };
}

function spanOf(params: Params): Span {
  const agents = params.number('agents');
  const handle = meanWork(params);
  const rate = params.number('arrivalsPerHour');
  if (params.has('maxWaiting')) {
    // No more than the places can be left of the start; who redials remembers for a few delays.
    const places = (params.number('maxWaiting') * handle) / agents;
    return steady(Math.max(handle, places, 4 * (params.optional('meanRedialDelaySec') ?? 0)));
  }
  const cv = params.has('handle') ? cvOf(params.part('handle')) : 1;
  return steady(relaxation(rate, agents, handle, meanPatience(params), cv));
}

function redialOf(params: Params): string {
  if (!params.has('redialAfterBlock')) return '';
  const parts = [
    `afterBlocked: ${plain(params.number('redialAfterBlock'))}`,
    `afterAbandon: ${plain(params.optional('redialAfterAbandon') ?? 0)}`,
    `delay: ${exponential(params.number('meanRedialDelaySec'))}`,
    'fresh: true, maxRedials: 1000',
  ];
  return `redial: { ${parts.join(', ')} }`;
}

/** Whoever has to wait hears offers (workItemLimit 0); the variant without offers is the same queue without overflow. */
export function callbackOffers(title: string, params: Params): Model {
  const rate = params.number('arrivalsPerHour');
  const agents = params.number('agents');
  const first = params.number('offerFirstSec');
  const every = params.number('offerEverySec');
  // Who has accepted leaves no more: heavy load is forgotten by service alone.
  const longest = Math.max(meanPatience(params) ?? 0, first + every);
  const { days, tail: _, ...span } = steady(relaxation(rate, agents, meanWork(params), 2 * longest));
  const offers = `offerFirst: ${seconds(first)}, offerRepeat: ${seconds(every)}`;
  const write = (hasOffers: boolean): string =>
    scenarioText(title, {
      days,
      queues: {
        [QUEUE]: joined(
          PURE,
          hasOffers ? 'overflow: [{ when: { workItemLimit: 0 }, do: directCallback }]' : '',
          hasOffers ? `callback: { ${offers}, minRedialGap: 0s }` : '',
        ),
      },
      agents: { team: `count: ${agents}, queues: ${QUEUE}` },
      demand: {
        [QUEUE]: joined(perHour(rate), work(params), patience(params), answersAtOnce(params)),
      },
    });
  return { scenarios: { [MAIN]: write(true), withoutOffers: write(false) }, ...span };
}

/** Separate queues beside one for all. */
export function pooling(title: string, params: Params): Model {
  const count = params.number('queues');
  const rate = params.number('arrivalsPerHourEach');
  const agents = params.number('agentsEach');
  const handle = params.number('meanHandleSec');
  const { days, tail: _, ...span } = steady(relaxationOf(rate, agents, handle));
  const talk = `talk: ${exponential(handle)}`;
  const names = Array.from({ length: count }, (_, at) => `calls ${at + 1}`);
  const each = (value: (name: string) => string): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, value(name)]));
  const separate = scenarioText(title, {
    days,
    queues: each(() => PURE),
    agents: Object.fromEntries(
      names.map((name, at) => [`team ${at + 1}`, `count: ${agents}, queues: ${name}`]),
    ),
    demand: each(() => joined(perHour(rate), talk)),
  });
  const pooled = scenarioText(title, {
    days,
    queues: { [QUEUE]: PURE },
    agents: { team: `count: ${count * agents}, queues: ${QUEUE}` },
    demand: { [QUEUE]: joined(perHour(count * rate), talk) },
  });
  return { scenarios: { [MAIN]: separate, pooled }, ...span };
}
