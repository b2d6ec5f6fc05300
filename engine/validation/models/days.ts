/**
 * Models of whole days from empty to empty, of rates that change and of days that differ; and the examples printed by others that
 * are such days. It writes scenarios and plays none.
 */
import { ParamsError, Params } from '../params.ts';
import { MAIN, type Model } from './model.ts';
import { single } from './one-queue.ts';
import { clock, periodsOf } from './span.ts';
import { exponential, joined, patience, plain, PURE, QUEUE, scenarioText, seconds, work } from './text.ts';

/** Arrivals only, by half hours, or Erlang A under a day factor. */
export function arrivalsGamma(title: string, params: Params): Model {
  const factor = `dayFactor: { gamma: { shape: ${plain(params.number('gammaShape'))} } }`;
  if (params.has('expectedPerPeriod')) {
    const expected = params.numbers('expectedPerPeriod');
    if (expected.length > 32) throw new ParamsError('more than 32 periods');
    const text = scenarioText(title, {
      days: `from: 08:00, to: ${clock(8 * 60 + 30 * expected.length)}, interval: 30m`,
      queues: { [QUEUE]: PURE },
      agents: { team: `count: 1, queues: ${QUEUE}` },
      // Nobody is to be waited for: what is asked is how many call.
      demand: {
        [QUEUE]: `arrivals: { perInterval: [${expected.map(plain).join(', ')}], ${factor} }, talk: 1s, patience: 1s`,
      },
    });
    return { scenarios: { [MAIN]: text } };
  }
  const rate = plain(params.number('arrivalsPerHour'));
  // The day decides, not the calls within it: one hour to forget the start and two to measure are enough.
  const write = (hasFactor: boolean): string =>
    scenarioText(title, {
      days: 'from: 08:00, to: 11:00, interval: 3h, warmUp: 1h',
      queues: { [QUEUE]: PURE },
      agents: { team: `count: ${params.number('agents')}, queues: ${QUEUE}` },
      demand: {
        [QUEUE]: joined(
          `arrivals: { perHour: ${rate}${hasFactor ? `, ${factor}` : ''} }`,
          work(params),
          patience(params),
        ),
      },
    });
  return { scenarios: { [MAIN]: write(true), withoutFactor: write(false) } };
}

export function arrivalsMt(title: string, params: Params): Model {
  const periods = params.parts('periods');
  const { days, expected } = periodsOf(periods, (each) => each.number('durationSec'));
  const handle = params.number('meanHandleSec');
  const busiest = (Math.max(...periods.map((each) => each.number('arrivalsPerHour'))) * handle) / 3600;
  const text = scenarioText(title, {
    days,
    queues: { [QUEUE]: PURE },
    // Poisson with this mean at most: ten deviations more are never reached.
    agents: { team: `count: ${Math.ceil(busiest + 10 * Math.sqrt(busiest) + 10)}, queues: ${QUEUE}` },
    demand: {
      [QUEUE]: `arrivals: { perInterval: [${expected.map(plain).join(', ')}] }, talk: ${exponential(handle)}`,
    },
  });
  return { scenarios: { [MAIN]: text } };
}

export function day(title: string, params: Params): Model {
  return periodicDay(title, params, params.parts('periods'), (each) => each.number('durationSec'), '');
}

function periodicDay(
  title: string,
  params: Params,
  periods: readonly Params[],
  durationOf: (period: Params) => number,
  factor: string,
): Model {
  const { days, expected, byStep } = periodsOf(periods, durationOf);
  const staff = byStep(periods.map((each) => each.number('agents')));
  const balk = params.optional('balkProbability') ?? 0;
  const law = params.has('meanPatienceSec')
    ? `exponential: { mean: ${seconds(params.number('meanPatienceSec'))} }`
    : '';
  const wait = joined(law, balk === 0 ? '' : `balk: ${plain(balk)}`);
  const text = scenarioText(title, {
    days,
    queues: { [QUEUE]: PURE },
    agents: { team: `staff: [${staff.join(', ')}], queues: ${QUEUE}` },
    demand: {
      [QUEUE]: joined(
        `arrivals: { perInterval: [${expected.map(plain).join(', ')}]${factor} }`,
        work(params),
        wait === '' ? '' : `patience: { ${wait} }`,
      ),
    },
  });
  return { scenarios: { [MAIN]: text } };
}

// ---------------------------------------------------------------- printed by others

/**
 * Three shapes: a day of periods with a gamma factor (the call centre of the SSJ tutorial), a plain day of minutes (ContactCenters),
 * a steady state without and with patience (Garnett, Mandelbaum and Reiman 2002).
 */
export function published(title: string, params: Params): Model {
  if (params.has('periods')) return publishedPeriods(title, params);
  if (params.has('dayMinutes')) return publishedDay(title, params);
  const queue = {
    arrivalsPerHour: 60 * params.number('arrivalsPerMin'),
    meanHandleSec: 60 * params.number('meanHandleMin'),
    agents: params.number('agents'),
  };
  const withPatience = new Params('patience', {
    ...queue,
    meanPatienceSec: 60 * params.number('meanPatienceMin'),
  });
  const a = single(title, withPatience);
  const c = single(title, new Params('no patience', queue));
  return {
    scenarios: { erlangC: c.scenarios[MAIN]!, erlangA: a.scenarios[MAIN]! },
    ...('blockDays' in c ? { blockDays: c.blockDays } : {}),
    tail: Math.max(c.tail ?? 0, a.tail ?? 0),
  };
}

function publishedPeriods(title: string, params: Params): Model {
  const shape = params.optional('alpha0');
  const read = new Params('the day', {
    meanHandleSec: saidMean(params, 'service'),
    meanPatienceSec: params.has('patience') ? saidMean(params, 'patience') : null,
    balkProbability: params.optional('balkProbability') ?? 0,
  });
  const factor = shape === null ? '' : `, dayFactor: { gamma: { shape: ${plain(shape)} } }`;
  return periodicDay(title, read, params.parts('periods'), (each) => 3600 * each.number('hours'), factor);
}

/** "exponential mean 100 s (gamma shape 1)": the examples say their laws in words. */
function saidMean(params: Params, key: string): number {
  const found = /^exponential[^\d]*mean ([\d.]+) s\b/.exec(params.text(key));
  if (found === null) throw new ParamsError(`${key} is not "exponential mean N s"`);
  return Number(found[1]);
}

function publishedDay(title: string, params: Params): Model {
  const patienceMin = params.optional('meanPatienceMin');
  const period = new Params('the day', {
    durationSec: 60 * params.number('dayMinutes'),
    arrivalsPerHour: 60 * params.number('arrivalsPerMin'),
    agents: params.number('agents'),
  });
  const read = new Params('the day', {
    meanHandleSec: 60 / params.number('serviceRatePerMin'),
    meanPatienceSec: patienceMin === null ? null : 60 * patienceMin,
  });
  return periodicDay(title, read, [period], (each) => each.number('durationSec'), '');
}
