/**
 * The days that the benchmark runs, as scenario text: what a planner of such a centre would write. Sizes are
 * parameters so that growth can be measured; everything else stays in proportion.
 */

export interface FullDay {
  readonly calls: number;
  readonly agents: number;
  readonly queues: number;
  /** Queues an agent serves. */
  readonly queuesEach: number;
  /** How busy the agents are, against the 89 % of the full day: with large or small pools the same load waits differently. */
  readonly load: number;
}

export const FULL_DAY: FullDay = { calls: 10_000, agents: 200, queues: 8, queuesEach: 3, load: 1 };

/** Share of the day's calls by half hour from 08:00: a morning and an afternoon peak. */
const PROFILE = [
  0.74, 0.8, 0.8, 0.8, 1.14, 1.18, 0.84, 0.98, 1.6, 1.7, 1.8, 1.74, 1.92, 1.92, 1.6, 1.7, 1.1, 0.86, 1.12,
  1.12, 0.8, 0.8, 0.78, 0.74,
];

/** Staff follows the calls: two shifts early, one in the middle, two late, with staggered breaks. */
const SHIFTS = [
  '{ from: 08:00, to: 16:00, breaks: [{ from: 11:00, to: 11:45 }] }',
  '{ from: 12:00, to: 20:00, breaks: [{ from: 15:00, to: 15:45 }] }',
  '{ from: 10:00, to: 18:00, breaks: [{ from: 13:15, to: 14:00 }] }',
  '{ from: 08:00, to: 16:00, breaks: [{ from: 12:00, to: 12:45 }] }',
  '{ from: 12:00, to: 20:00, breaks: [{ from: 16:15, to: 17:00 }] }',
];

const numbers = (length: number): number[] => Array.from({ length }, (_, index) => index);

/**
 * Everything on: overflow after a wait, callback offers to all who have to wait, missed rings, wrap-up, shifts
 * with breaks, agents who serve several queues.
 */
export function fullDay({ calls, agents, queues, queuesEach, load }: FullDay = FULL_DAY): string {
  const total = PROFILE.reduce((sum, share) => sum + share, 0);
  const perInterval = PROFILE.map((share) => ((calls / queues) * share) / total);
  const name = (index: number): string => `q${index % queues}`;
  const each = agents / queues;
  // Staffed to be about 89 % occupied at these sizes.
  const talk = Math.round(load * ((474_000 * agents) / 200) * (10_000 / calls));
  const share = SHIFTS.map(
    (_, index) => Math.floor(each / SHIFTS.length) + (index < each % SHIFTS.length ? 1 : 0),
  );
  const lines = [
    'name: Full day',
    'days: { from: 08:00, to: 20:00, interval: 30m, count: 10 }',
    'queues:',
    ...numbers(queues).flatMap((index) => [
      `  ${name(index)}:`,
      '    serviceLevel: { share: 80%, within: 20s }',
      '    overflow:',
      '      - { when: { workItemLimit: 0 }, do: directCallback }',
      `      - { when: { waitExceeds: 65s }, do: { transferQueue: ${name(index + 1)} } }`,
    ]),
    'shifts:',
    ...SHIFTS.map((shift, index) => `  s${index}: ${shift}`),
    'agents:',
    ...numbers(queues).map((index) => {
      const served = numbers(queuesEach).map((step) => name(index + step * step));
      const shifts = `{ ${share.map((count, at) => `s${at}: ${count}`).join(', ')} }`;
      return `  g${index}: { queues: [${[...new Set(served)].join(', ')}], shifts: ${shifts}, accept: { uniform: { from: 1s, to: 7s } }, missed: 3.2%, ronaReturn: 1m }`;
    }),
    'demand:',
    ...numbers(queues).flatMap((index) => [
      `  ${name(index)}:`,
      `    arrivals: { perInterval: [${perInterval.map((rate) => rate.toFixed(4)).join(', ')}] }`,
      `    talk: { lognormal: { mean: ${talk}ms, cv: 0.9 } }`,
      '    wrapUp: { exponential: { mean: 40s } }',
      '    patience: { exponential: { mean: 6m } }',
      '    callback: { accepts: 30%, answers: 85% }',
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** An inbound day of two queues with patience and wrap-up and nothing else; agents pick up at once. */
export function plainDay(): string {
  return `
name: Plain day
days: { from: 08:00, to: 20:00, interval: 30m, count: 10 }
queues:
  sales: { serviceLevel: { share: 80%, within: 20s } }
  service: { serviceLevel: { share: 80%, within: 20s } }
agents:
  sales: { queues: sales, staff: 53 }
  service: { queues: service, staff: 53 }
demand:
  sales:
    arrivals: { perHour: 600 }
    talk: { exponential: { mean: 4m20s } }
    wrapUp: { exponential: { mean: 40s } }
    patience: { exponential: { mean: 3m } }
  service:
    arrivals: { perHour: 600 }
    talk: { exponential: { mean: 4m20s } }
    wrapUp: { exponential: { mean: 40s } }
    patience: { exponential: { mean: 3m } }
`;
}
