/**
 * A case of the validation pack as the scenario a planner would write. Defaults of the rules copy real switches; the
 * cases are purer: agents answer at once and never miss, prompts and reactions take no time, callbacks are answered at
 * once, nobody is a "short abandon", lines are unlimited unless they are the model.
 *
 * A family without an entry here cannot be played (calculators, dialler, fitting ...). It simulates nothing.
 */
import { paramsOf } from './cases.ts';
import type { Case, Params } from './cases.ts';

/** The scenario of a case and, where its numbers compare several systems, of the others by name. */
export interface Model {
  readonly scenarios: Readonly<Record<string, string>>;
  /** Long runs: days in a block, the replicate of the statistics. Separate days have none. */
  readonly blockDays?: number;
}

export const MAIN = 'main';

/** The model of a case, or null if the simulator of this version cannot play it. */
export function modelOf(each: Case): Model | null {
  const write = WRITERS[each.family];
  return write === undefined ? null : write(each.title, paramsOf(each));
}

type Writer = (title: string, params: Params) => Model;

const WRITERS: Readonly<Record<string, Writer>> = {
  'erlang-c': single,
  'erlang-a': single,
  'patience-general': single,
  'finite-queue': single,
  'm-g-1': single,
  'm-g-c': single,
  'callback-offers': callbackOffers,
  'callback-threshold': single,
  redial: single,
  priority,
  'priority-abandon': priority,
  overflow,
  'overflow-loss': overflowLoss,
  'skills-n': skillsN,
  'skills-speed': skillsSpeed,
  pooling,
  'arrivals-gamma': arrivalsGamma,
  'arrivals-mt': arrivalsMt,
  day,
};

// ---------------------------------------------------------------- text

const PURE = 'shortAbandonThreshold: 0s, serviceLevel: { within: 20s }';

interface Parts {
  readonly days: string;
  readonly lines?: number;
  readonly queues: Readonly<Record<string, string>>;
  readonly agents: Readonly<Record<string, string>>;
  readonly demand: Readonly<Record<string, string>>;
}

function scenario(title: string, { days, lines, queues, agents, demand }: Parts): string {
  const section = (name: string, entries: Readonly<Record<string, string>>): string =>
    [`${name}:`, ...Object.entries(entries).map(([key, value]) => `  ${key}: { ${value} }`)].join('\n');
  return [
    `name: ${JSON.stringify(title)}`,
    `days: { ${days} }`,
    ...(lines === undefined ? [] : [`lines: { maxCalls: ${lines} }`]),
    section('queues', queues),
    section('agents', agents),
    section('demand', demand),
    'prompts: 0s',
    '',
  ].join('\n');
}

/** Parts of a map, those that are empty left out. */
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

const seconds = (length: number): string => `${length}s`;

const perHour = (rate: number): string => `arrivals: { perHour: ${rate} }`;

const exponential = (mean: number): string => `{ exponential: { mean: ${seconds(mean)} } }`;

/** A law of the pack: `meanSec` or `sec`, and its shape. */
function law(of: Params): string {
  const name = of.text('law');
  switch (name) {
    case 'exponential':
      return exponential(of.number('meanSec'));
    case 'deterministic':
      return `{ constant: ${seconds(of.number(of.has('sec') ? 'sec' : 'meanSec'))} }`;
    case 'lognormal':
      return `{ lognormal: { mean: ${seconds(of.number('meanSec'))}, cv: ${of.number('cv')} } }`;
    case 'erlang':
    case 'gamma':
      return `{ ${name}: { shape: ${of.number('shape')}, mean: ${seconds(of.number('meanSec'))} } }`;
    case 'weibull':
      return of.has('scaleSec')
        ? `{ weibull: { shape: ${of.number('shape')}, scale: ${seconds(of.number('scaleSec'))} } }`
        : `{ weibull: { shape: ${of.number('shape')}, mean: ${seconds(of.number('meanSec'))} } }`;
    case 'uniform':
      return `{ uniform: { from: ${seconds(of.number('fromSec'))}, to: ${seconds(of.number('toSec'))} } }`;
    case 'mixture':
    case 'hyperexponential': {
      const weights = of.numbers('weights');
      const branches = of
        .numbers('meansSec')
        .map((mean, at) => `{ weight: ${weights[at]}, mean: ${seconds(mean)} }`);
      return `{ hyperexponential: [${branches.join(', ')}] }`;
    }
    default:
      throw new Error(`no law ${name}`);
  }
}

/** Talk and wrap-up, whichever of the names a family uses. */
function work(params: Params): string {
  if (params.has('handle')) return `talk: ${law(params.part('handle'))}`;
  if (params.has('talkMeanSec'))
    return `talk: ${exponential(params.number('talkMeanSec'))}, wrapUp: ${exponential(params.number('wrapMeanSec'))}`;
  return `talk: ${exponential(params.number('meanHandleSec'))}`;
}

function meanWork(params: Params): number {
  if (params.has('talkMeanSec')) return params.number('talkMeanSec') + params.number('wrapMeanSec');
  if (!params.has('handle')) return params.number('meanHandleSec');
  const handle = params.part('handle');
  if (!handle.has('weights')) return handle.number('meanSec');
  const weights = handle.numbers('weights');
  return handle.numbers('meansSec').reduce((sum, mean, at) => sum + mean * weights[at]!, 0);
}

/** How long a caller waits before hanging up; those who balk are a share apart. */
function patience(params: Params): string {
  if (params.has('meanPatienceSec')) return `patience: ${exponential(params.number('meanPatienceSec'))}`;
  if (!params.has('patience')) return '';
  const of = params.part('patience');
  const balk = of.optional('balkProbability');
  const atZero = of.optional('zeroProbability');
  const more = joined(balk === null ? '' : `balk: ${balk}`, atZero === null ? '' : `atZero: ${atZero}`);
  const plain = law(of);
  return `patience: ${more === '' ? plain : plain.replace(/ \}$/, `, ${more} }`)}`;
}

// ---------------------------------------------------------------- days

/** How a steady state is reached: separate days or one long run. */
interface Span {
  readonly days: string;
  readonly blockDays?: number;
}

/**
 * Days from an empty start whose warm-up is eight relaxation times (what is left of the start is e^-8) and whose measured
 * part is four times that, at least four hours: independent days as replications. A system that forgets its start more slowly
 * than a third of a day is one long run, in blocks of eight relaxation times.
 */
function steady(relaxation: number): Span {
  const warmUp = Math.ceil((8 * relaxation) / 60);
  if (!Number.isFinite(warmUp)) throw new Error('there is no steady state');
  if (warmUp > 11 * 60) {
    const blockDays = Math.ceil(warmUp / (24 * 60));
    return {
      days: `from: 00:00, to: 24:00, interval: 24h, continuous: true, warmUp: ${24 * blockDays}h`,
      blockDays,
    };
  }
  const to = Math.min(24 * 60, warmUp + Math.max(4 * 60, 4 * warmUp));
  return { days: `from: 00:00, to: ${clock(to)}, interval: ${to}m, warmUp: ${warmUp}m` };
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * Relaxation time of M/M/c in seconds: 1 / (sqrt(c mu) - sqrt(lambda))^2 (Cohen 1982), in heavy traffic longer by
 * (1 + cv^2) / 2 for other handle times.
 */
function relaxationOf(arrivals: number, agents: number, handle: number, cv = 1): number {
  const room = Math.sqrt((agents * 3600) / handle) - Math.sqrt(arrivals);
  return room <= 0 ? Infinity : Math.max(handle, ((1 + cv ** 2) / 2) * (3600 / room ** 2));
}

function cvOf(law: Params): number {
  if (law.has('cv')) return law.number('cv');
  if (law.has('shape')) return 1 / Math.sqrt(law.number('shape'));
  // A mixture of exponentials: E[S^2] = 2 sum w m^2.
  if (!law.has('weights')) return 1;
  const weights = law.numbers('weights');
  const means = law.numbers('meansSec');
  const mean = means.reduce((sum, each, at) => sum + weights[at]! * each, 0);
  return Math.sqrt((2 * means.reduce((sum, each, at) => sum + weights[at]! * each ** 2, 0)) / mean ** 2 - 1);
}

/** With patience a queue is forgotten as fast as callers leave it. */
function relaxation(arrivals: number, agents: number, handle: number, wait: number | null, cv = 1): number {
  const full = relaxationOf(arrivals, agents, handle, cv);
  return wait === null ? full : Math.min(full, Math.max(handle, wait));
}

function meanPatience(params: Params): number | null {
  if (params.has('meanPatienceSec')) return params.number('meanPatienceSec');
  if (!params.has('patience')) return null;
  const of = params.part('patience');
  for (const key of ['meanSec', 'scaleSec', 'sec', 'toSec']) if (of.has(key)) return of.number(key);
  return null;
}

// ---------------------------------------------------------------- one queue

const QUEUE = 'calls';

function redialOf(params: Params): string {
  if (!params.has('redialAfterBlock')) return '';
  const parts = [
    `afterBlocked: ${params.number('redialAfterBlock')}`,
    `afterAbandon: ${params.optional('redialAfterAbandon') ?? 0}`,
    `delay: ${exponential(params.number('meanRedialDelaySec'))}`,
    'fresh: true, maxRedials: 1000',
  ];
  return `redial: { ${parts.join(', ')} }`;
}

function single(title: string, params: Params): Model {
  const rate = params.number('arrivalsPerHour');
  const agents = params.number('agents');
  const handle = meanWork(params);
  const isThreshold = params.has('offerWhenWaiting');
  const isLimited = params.has('maxWaiting');
  const longest = isLimited
    ? Math.max(
        (params.number('maxWaiting') * handle) / agents,
        4 * (params.optional('meanRedialDelaySec') ?? 0),
      )
    : meanPatience(params);
  const { days, ...rest } = steady(
    relaxation(rate, agents, handle, longest, params.has('handle') ? cvOf(params.part('handle')) : 1),
  );
  const callback = isThreshold
    ? joined(
        `maxActiveContacts: ${params.number('maxWaiting')}`,
        `overflow: [{ when: { workItemLimit: ${params.number('offerWhenWaiting')} }, do: directCallback }]`,
        'callback: { offerFirst: 0s, offerRepeat: never, minRedialGap: 0s }',
      )
    : '';
  const text = scenario(title, {
    days,
    ...(isLimited && !isThreshold ? { lines: agents + params.number('maxWaiting') } : {}),
    queues: { [QUEUE]: joined(PURE, callback) },
    agents: { team: `count: ${agents}, queues: ${QUEUE}` },
    demand: {
      [QUEUE]: joined(
        perHour(rate),
        work(params),
        patience(params),
        isThreshold ? answersAtOnce(params) : '',
        redialOf(params),
      ),
    },
  });
  return { scenarios: { [MAIN]: text }, ...rest };
}

const answersAtOnce = (params: Params): string =>
  `callback: { accepts: ${params.number('acceptProbability')}, reaction: 0s, answerAfter: 0s }`;

/** Whoever has to wait hears offers (workItemLimit 0); the variant without offers is the same queue without overflow. */
function callbackOffers(title: string, params: Params): Model {
  const rate = params.number('arrivalsPerHour');
  const agents = params.number('agents');
  const handle = meanWork(params);
  // Who has accepted leaves no more: heavy load is forgotten by service alone.
  const longest = Math.max(
    meanPatience(params) ?? 0,
    params.number('offerFirstSec') + params.number('offerEverySec'),
  );
  const { days, ...rest } = steady(relaxation(rate, agents, handle, 2 * longest));
  const offers = `offerFirst: ${seconds(params.number('offerFirstSec'))}, offerRepeat: ${seconds(params.number('offerEverySec'))}`;
  const write = (hasOffers: boolean): string =>
    scenario(title, {
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
  return { scenarios: { [MAIN]: write(true), withoutOffers: write(false) }, ...rest };
}

// ---------------------------------------------------------------- several queues

/** Class k is queue `class k` with priority k, one team for all. */
function priority(title: string, params: Params): Model {
  const rates = params.numbers('arrivalsPerHour');
  const names = rates.map((_, at) => `class ${at + 1}`);
  const agents = params.number('agents');
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  const isGeneral = params.has('handle');
  const patiences = params.has('meanPatienceSec') ? params.numbers('meanPatienceSec', rates.length) : null;
  const handles = isGeneral
    ? params.parts('handle').map((each) => each.number('meanSec'))
    : params.numbers('meanHandleSec', rates.length);
  const handle = handles.reduce((sum, mean, at) => sum + (mean * rates[at]!) / total, 0);
  const demand = names.map((name, at) => {
    const talk = isGeneral ? law(params.parts('handle')[at]!) : exponential(handles[at]!);
    const wait = patiences === null ? '' : `patience: ${exponential(patiences[at]!)}`;
    return [name, joined(perHour(rates[at]!), `talk: ${talk}`, wait)] as const;
  });
  const { days, ...rest } = steady(
    relaxation(total, agents, handle, patiences === null ? null : 2 * Math.max(...patiences)),
  );
  const text = scenario(title, {
    days,
    queues: Object.fromEntries(names.map((name, at) => [name, joined(PURE, `priority: ${at + 1}`)])),
    agents: { team: `count: ${agents}, queues: [${names.join(', ')}]` },
    demand: Object.fromEntries(demand),
  });
  return { scenarios: { [MAIN]: text }, ...rest };
}

function overflow(title: string, params: Params): Model {
  const [a, b] = [params.part('queueA'), params.part('queueB')];
  const slowest = Math.max(
    ...[a, b].map((queue) =>
      relaxation(
        queue.number('arrivalsPerHour'),
        queue.number('agents'),
        queue.number('meanHandleSec'),
        Math.max(queue.number('meanHandleSec'), queue.optional('meanPatienceSec') ?? 1800),
      ),
    ),
  );
  const { days, ...rest } = steady(slowest);
  const limit = a.number('overflowWhenWaiting');
  const callers = (queue: Params): string =>
    joined(perHour(queue.number('arrivalsPerHour')), work(queue), patience(queue));
  const text = scenario(title, {
    days,
    queues: {
      A: joined(PURE, `overflow: [{ when: { workItemLimit: ${limit} }, do: { transferQueue: B } }]`),
      B: PURE,
    },
    agents: {
      'team A': `count: ${a.number('agents')}, queues: A`,
      'team B': `count: ${b.number('agents')}, queues: B`,
    },
    demand: { A: callers(a), B: callers(b) },
  });
  return { scenarios: { [MAIN]: text }, ...rest };
}

/**
 * Who finds no free agent in the first group tries the second, and is lost when all lines, as many as agents, are taken.
 * The moments of the overflow are those of its busy agents if the second group were endless.
 */
function overflowLoss(title: string, params: Params): Model {
  const handle = 180;
  const load = params.number('offeredErlang');
  const [first, second] = [params.number('group1'), params.number('group2')];
  const write = (size: number): string =>
    scenario(title, {
      days: steady(2 * handle).days,
      lines: first + size,
      queues: {
        A: joined(PURE, 'overflow: [{ when: { workItemLimit: 0 }, do: { transferQueue: B } }]'),
        B: PURE,
      },
      agents: { 'group 1': `count: ${first}, queues: A`, 'group 2': `count: ${size}, queues: B` },
      demand: {
        A: joined(perHour((load * 3600) / handle), `talk: ${exponential(handle)}`),
        // B answers what A sends; its law of talk is that of the queue that got the call.
        B: `arrivals: none, talk: ${exponential(handle)}`,
      },
    });
  // Beyond mean plus ten deviations of the whole load nobody is ever busy.
  const endless = Math.ceil(load + 10 * Math.sqrt(load));
  return { scenarios: { [MAIN]: write(second), endless: write(endless) } };
}

/** Pool 2 has its own type first (priority) and helps type 1; type 1 asks pool 1 first (linear order). */
function skillsN(title: string, params: Params): Model {
  const rates = params.numbers('arrivalsPerHour');
  const sizes = params.numbers('poolSizes');
  const handles = params.numbers('meanHandleSec', 2);
  const patiences = params.has('meanPatienceSec') ? params.numbers('meanPatienceSec', 2) : null;
  const callers = (type: number): string =>
    joined(
      perHour(rates[type]!),
      `talk: ${exponential(handles[type]!)}`,
      patiences === null ? '' : `patience: ${exponential(patiences[type]!)}`,
    );
  const { days, ...rest } = steady(Math.max(...handles, ...(patiences ?? [3600])));
  const text = scenario(title, {
    days,
    queues: {
      'type 1': joined(PURE, 'priority: 2, method: linear'),
      'type 2': joined(PURE, 'priority: 1, method: linear'),
    },
    agents: {
      'pool 1': `count: ${sizes[0]}, queues: type 1`,
      'pool 2': `count: ${sizes[1]}, queues: [type 2, type 1]`,
    },
    demand: { 'type 1': callers(0), 'type 2': callers(1) },
  });
  return { scenarios: { [MAIN]: text }, ...rest };
}

/** The talk of the queue is that of the first group; the others need longer or shorter by their efficiency. */
function skillsSpeed(title: string, params: Params): Model {
  const groups = params.parts('groups');
  const handle = groups[0]!.number('meanHandleSec');
  const rate = params.number('arrivalsPerHour');
  const capacity = groups.reduce(
    (sum, each) => sum + (each.number('agents') * 3600) / each.number('meanHandleSec'),
    0,
  );
  const agents = groups.map((each, at): [string, string] => {
    const efficiency = handle / each.number('meanHandleSec');
    return [
      `group ${at + 1}`,
      `count: ${each.number('agents')}, queues: ${QUEUE}${efficiency === 1 ? '' : `, efficiency: ${efficiency}`}`,
    ];
  });
  const { days, ...rest } = steady(relaxationOf(rate, 1, 3600 / capacity));
  const text = scenario(title, {
    days,
    queues: { [QUEUE]: joined(PURE, 'method: linear') },
    agents: Object.fromEntries(agents),
    demand: { [QUEUE]: joined(perHour(rate), `talk: ${exponential(handle)}`) },
  });
  return { scenarios: { [MAIN]: text }, ...rest };
}

function pooling(title: string, params: Params): Model {
  const count = params.number('queues');
  const rate = params.number('arrivalsPerHourEach');
  const agents = params.number('agentsEach');
  const handle = params.number('meanHandleSec');
  const { days, ...rest } = steady(relaxationOf(rate, agents, handle));
  const talk = `talk: ${exponential(handle)}`;
  const names = Array.from({ length: count }, (_, at) => `calls ${at + 1}`);
  const each = (value: (name: string) => string): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, value(name)]));
  const separate = scenario(title, {
    days,
    queues: each(() => PURE),
    agents: Object.fromEntries(
      names.map((name, at) => [`team ${at + 1}`, `count: ${agents}, queues: ${name}`]),
    ),
    demand: each(() => joined(perHour(rate), talk)),
  });
  const pooled = scenario(title, {
    days,
    queues: { [QUEUE]: PURE },
    agents: { team: `count: ${count * agents}, queues: ${QUEUE}` },
    demand: { [QUEUE]: joined(perHour(count * rate), talk) },
  });
  return { scenarios: { [MAIN]: separate, pooled }, ...rest };
}

// ---------------------------------------------------------------- days that differ, rates that change

/** Arrivals only, in three half hours, or Erlang A under a day factor. */
function arrivalsGamma(title: string, params: Params): Model {
  const shape = params.number('gammaShape');
  const factor = `dayFactor: { gamma: { shape: ${shape} } }`;
  if (params.has('expectedPerPeriod')) {
    const expected = params.numbers('expectedPerPeriod');
    const text = scenario(title, {
      days: `from: 08:00, to: ${clock(8 * 60 + 30 * expected.length)}, interval: 30m`,
      queues: { [QUEUE]: PURE },
      agents: { team: `count: 1, queues: ${QUEUE}` },
      demand: {
        [QUEUE]: `arrivals: { perInterval: [${expected.join(', ')}], ${factor} }, talk: 1s, patience: 1s`,
      },
    });
    return { scenarios: { [MAIN]: text } };
  }
  const rate = params.number('arrivalsPerHour');
  // The day decides, not the calls within it: one hour to forget the start and two to measure are enough.
  const write = (hasFactor: boolean): string =>
    scenario(title, {
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

/** The greatest length of which all periods are multiples, in whole minutes. */
function commonStep(durations: readonly number[]): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return durations.reduce(divisor);
}

interface Periods {
  readonly days: string;
  readonly expected: readonly number[];
  /** What holds in each step, of a value by period. */
  readonly byStep: (values: readonly number[]) => number[];
}

function periodsOf(params: Params): Periods {
  const periods = params.parts('periods');
  const durations = periods.map((each) => each.number('durationSec'));
  const step = commonStep(durations);
  const total = durations.reduce((sum, each) => sum + each, 0);
  const byStep = (values: readonly number[]): number[] =>
    values.flatMap((value, at) => Array.from({ length: durations[at]! / step }, () => value));
  const rates = periods.map((each) => (each.number('arrivalsPerHour') * step) / 3600);
  return {
    days: `from: 00:00, to: ${clock(total / 60)}, interval: ${step / 60}m`,
    expected: byStep(rates),
    byStep,
  };
}

function arrivalsMt(title: string, params: Params): Model {
  const { days, expected } = periodsOf(params);
  const handle = params.number('meanHandleSec');
  const busiest =
    Math.max(...params.parts('periods').map((each) => each.number('arrivalsPerHour'))) * (handle / 3600);
  const text = scenario(title, {
    days,
    queues: { [QUEUE]: PURE },
    // Poisson with this mean at most: ten deviations more are never reached.
    agents: { team: `count: ${Math.ceil(busiest + 10 * Math.sqrt(busiest) + 10)}, queues: ${QUEUE}` },
    demand: { [QUEUE]: `arrivals: { perInterval: [${expected.join(', ')}] }, talk: ${exponential(handle)}` },
  });
  return { scenarios: { [MAIN]: text } };
}

function day(title: string, params: Params): Model {
  const { days, expected, byStep } = periodsOf(params);
  const staff = byStep(params.parts('periods').map((each) => each.number('agents')));
  const balk = params.optional('balkProbability') ?? 0;
  const law = params.has('meanPatienceSec')
    ? `exponential: { mean: ${seconds(params.number('meanPatienceSec'))} }`
    : '';
  const wait = joined(law, balk === 0 ? '' : `balk: ${balk}`);
  const text = scenario(title, {
    days,
    queues: { [QUEUE]: PURE },
    agents: { team: `staff: [${staff.join(', ')}], queues: ${QUEUE}` },
    demand: {
      [QUEUE]: joined(
        `arrivals: { perInterval: [${expected.join(', ')}] }`,
        work(params),
        wait === '' ? '' : `patience: { ${wait} }`,
      ),
    },
  });
  return { scenarios: { [MAIN]: text } };
}
