/**
 * Models with several queues: priorities, threshold overflow, overflow between loss groups, skills, agents of different speed. It
 * writes scenarios and plays none.
 */
import type { Params } from '../params.ts';
import { MAIN, type Model } from './model.ts';
import { LOSS_HANDLE } from './one-queue.ts';
import { relaxation, relaxationOf, steady } from './span.ts';
import {
  cvOf,
  exponential,
  joined,
  law,
  meanOf,
  patience,
  perHour,
  PURE,
  QUEUE,
  scenarioText,
  work,
} from './text.ts';

/** Class k is queue `class k` with priority k, one team for all. */
export function priority(title: string, params: Params): Model {
  const rates = params.numbers('arrivalsPerHour');
  const names = rates.map((_, at) => `class ${at + 1}`);
  const agents = params.number('agents');
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  const laws = params.has('handle') ? params.parts('handle') : null;
  const patiences = params.has('meanPatienceSec') ? params.numbers('meanPatienceSec', rates.length) : null;
  const handles = laws?.map(meanOf) ?? params.numbers('meanHandleSec', rates.length);
  const handle = handles.reduce((sum, mean, at) => sum + (mean * rates[at]!) / total, 0);
  const cv = laws === null ? 1 : Math.max(1, ...laws.map(cvOf));
  const demand = names.map((name, at) => {
    const talk = laws === null ? exponential(handles[at]!) : law(laws[at]!);
    const wait = patiences === null ? '' : `patience: ${exponential(patiences[at]!)}`;
    return [name, joined(perHour(rates[at]!), `talk: ${talk}`, wait)] as const;
  });
  const longest = patiences === null ? null : 2 * Math.max(...patiences);
  const { days, ...span } = steady(relaxation(total, agents, handle, longest, cv));
  const text = scenarioText(title, {
    days,
    queues: Object.fromEntries(names.map((name, at) => [name, joined(PURE, `priority: ${at + 1}`)])),
    agents: { team: `count: ${agents}, queues: [${names.join(', ')}]` },
    demand: Object.fromEntries(demand),
  });
  return { scenarios: { [MAIN]: text }, ...span };
}

/** A sends arrivals to B when so many wait: A's and B's callers keep their own laws until they are in a queue. */
export function overflow(title: string, params: Params): Model {
  const [a, b] = [params.part('queueA'), params.part('queueB')];
  // Without a limit to the wait half an hour; A alone cannot be longer than its threshold.
  const relaxations = [a, b].map((queue) => {
    const handle = queue.number('meanHandleSec');
    const wait = Math.max(handle, queue.optional('meanPatienceSec') ?? 1800);
    return relaxation(queue.number('arrivalsPerHour'), queue.number('agents'), handle, wait);
  });
  const { days, tail: _, ...span } = steady(Math.max(...relaxations));
  const callers = (queue: Params): string =>
    joined(perHour(queue.number('arrivalsPerHour')), work(queue), patience(queue));
  const text = scenarioText(title, {
    days,
    queues: {
      A: joined(
        PURE,
        `overflow: [{ when: { workItemLimit: ${a.number('overflowWhenWaiting')} }, do: { transferQueue: B } }]`,
      ),
      B: PURE,
    },
    agents: {
      'team A': `count: ${a.number('agents')}, queues: A`,
      'team B': `count: ${b.number('agents')}, queues: B`,
    },
    demand: { A: callers(a), B: callers(b) },
  });
  return { scenarios: { [MAIN]: text }, ...span };
}

/**
 * Who finds no free agent in the first group tries the second, and is lost when all lines, as many as agents, are taken.
 * The moments of the overflow are those of its busy agents if the second group were endless.
 */
export function overflowLoss(title: string, params: Params): Model {
  const load = params.number('offeredErlang');
  const [first, second] = [params.number('group1'), params.number('group2')];
  const { days, tail: _, ...span } = steady(2 * LOSS_HANDLE);
  const talk = `talk: ${exponential(LOSS_HANDLE)}`;
  const write = (size: number): string =>
    scenarioText(title, {
      days,
      lines: first + size,
      queues: {
        A: joined(PURE, 'overflow: [{ when: { workItemLimit: 0 }, do: { transferQueue: B } }]'),
        B: PURE,
      },
      agents: { 'group 1': `count: ${first}, queues: A`, 'group 2': `count: ${size}, queues: B` },
      demand: {
        A: joined(perHour((load * 3600) / LOSS_HANDLE), talk),
        // B answers what A sends; its law of talk is that of the queue that got the call.
        B: `arrivals: none, ${talk}`,
      },
    });
  // Beyond mean plus ten deviations of the whole load nobody is ever busy.
  const endless = Math.ceil(load + 10 * Math.sqrt(load));
  return { scenarios: { [MAIN]: write(second), endless: write(endless) }, ...span };
}

/** Pool 2 has its own type first (priority) and helps type 1; type 1 asks pool 1 first (linear order). */
export function skillsN(title: string, params: Params): Model {
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
  const agents = sizes[0]! + sizes[1]!;
  const handle = Math.max(...handles);
  // Type 2 has pool 2 alone: without patience either it or the whole may be the slower to forget.
  const alone = relaxationOf(rates[1]!, sizes[1]!, handles[1]!);
  const together = relaxationOf(rates[0]! + rates[1]!, agents, handle);
  const relaxed = patiences === null ? Math.max(alone, together) : Math.max(handle, ...patiences);
  const { days, ...span } = steady(relaxed);
  const text = scenarioText(title, {
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
  return { scenarios: { [MAIN]: text }, ...span };
}

/** The talk of the queue is that of the first group; the others need longer or shorter by their efficiency. */
export function skillsSpeed(title: string, params: Params): Model {
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
  const slowest = Math.max(...groups.map((each) => each.number('meanHandleSec')));
  const { days, tail: _, ...span } = steady(Math.max(slowest, relaxationOf(rate, 1, 3600 / capacity)));
  const text = scenarioText(title, {
    days,
    queues: { [QUEUE]: joined(PURE, 'method: linear') },
    agents: Object.fromEntries(agents),
    demand: { [QUEUE]: joined(perHour(rate), `talk: ${exponential(handle)}`) },
  });
  return { scenarios: { [MAIN]: text }, ...span };
}
