import { describe, expect, it } from 'vitest';
import { readScenario } from '../config/read.ts';
import type { Setup } from '../config/setup.ts';
import { Simulation } from '../world/run.ts';
import type { DayCollector } from './collect.ts';
import { Accumulator, type Part } from './summary.ts';

/**
 * Simulated days counted once more, by a listener that keeps every fact in lists and counts them afterwards by their definition: no
 * cell, no bin, no formula of ours.
 */

const TEXT = `
name: Three queues
days: { from: 08:00, to: 12:00, zone: Europe/Paris, interval: 30m }
queues:
  support:
    serviceLevel: { share: 80%, within: 20s }
    overflow:
      - when: { workItemLimit: 2 }
        do: directCallback
      - when: { averageWait: 3m }
        do: { transferQueue: second }
    callback: { offerFirst: 20s, offerRepeat: 60s, maxAttempts: 2, retryWait: 5m }
  second:
    serviceLevel: { share: 80%, within: 30s }
    overflow:
      - when: { waitExceeds: 2m }
        do: { transferQueue: last }
  last:
    serviceLevel: { share: 80%, within: 20s }
    overflow:
      - when: { waitExceeds: 90s }
        do: { transferQueue: support }
agents:
  seniors: { count: 3, queues: [support, second, last], accept: 3s, missed: 5% }
  juniors: { count: 2, queues: [support], accept: 3s }
demand:
  support:
    arrivals: { perHour: 70 }
    talk: { exponential: { mean: 4m } }
    wrapUp: { exponential: { mean: 30s } }
    patience: { exponential: { mean: 3m } }
    callback: { accepts: [40%, 60%], answers: 80%, answerAfter: { uniform: { from: 4s, to: 20s } } }
  second:
    arrivals: { perHour: 20 }
    talk: { exponential: { mean: 3m } }
    patience: { exponential: { mean: 4m } }
  last:
    arrivals: { perHour: 8 }
    talk: { exponential: { mean: 3m } }
    patience: { exponential: { mean: 4m } }
`;

interface Stay {
  readonly day: number;
  readonly queue: number;
  readonly entered: number;
  readonly wait: number;
  readonly end: string;
  readonly isAtOnce: boolean;
}

function setupOf(set: readonly string[]): Setup {
  const result = readScenario(TEXT, { set });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.setup;
}

function recounted(days: number, set: readonly string[] = []) {
  const setup = setupOf(set);
  const simulation = new Simulation(setup);
  const { collector } = simulation;
  const results = new Accumulator(setup);
  const stays: Stay[] = [];
  const entries: { day: number; queue: number; at: number }[] = [];
  const offers: { queue: number; number: number }[] = [];
  const taken: { queue: number; number: number }[] = [];
  const moves: string[] = [];
  const delays: number[] = [];
  const firstRing = new Map<number, { at: number; isTaken: boolean }>();
  let today = 0;
  type Name = 'queued' | 'left' | 'overflowed' | 'rang' | 'ringEnded' | 'offerPlayed' | 'joined';
  const listen = <N extends Name>(name: N, hear: DayCollector[N]): void => {
    const tell = collector[name].bind(collector) as (...told: unknown[]) => void;
    const both = (...heard: unknown[]): void => {
      (hear as typeof tell)(...heard);
      tell(...heard);
    };
    Object.defineProperty(collector, name, { value: both });
  };
  listen('queued', (now, { id, queueIndex }) => {
    entries.push({ day: today, queue: queueIndex, at: now });
    firstRing.delete(id);
  });
  listen('rang', (now, { id }) => {
    if (!firstRing.has(id)) firstRing.set(id, { at: now, isTaken: false });
    else firstRing.set(id, { at: NaN, isTaken: false });
  });
  listen('ringEnded', (_now, { id }, _agent, outcome) => {
    firstRing.get(id)!.isTaken = outcome === 'accepted';
  });
  listen('left', (now, { id, queueIndex, enteredAt, offers: heard }, end) => {
    const ring = firstRing.get(id);
    stays.push({
      day: today,
      queue: queueIndex,
      entered: enteredAt,
      wait: now - enteredAt,
      end,
      isAtOnce: ring?.at === enteredAt,
    });
    if (end === 'optedIn') taken.push({ queue: queueIndex, number: heard });
  });
  listen('offerPlayed', (_now, { queueIndex, offers: number }) => offers.push({ queue: queueIndex, number }));
  listen('overflowed', (_now, _contact, from, when, action, to) => {
    if (action === 'transferQueue') moves.push(`${from} ${when} ${to}`);
  });
  listen('joined', (_now, { isCallback, joinedAt, optedInAt }) => {
    if (isCallback) delays.push(joinedAt - optedInAt);
  });
  for (; today < days; today++) results.add(today, simulation.day(3, today));
  return { setup, results, days, stays, entries, offers, taken, moves, delays };
}

const HALF_HOUR = 1_800_000;
const INTERVALS = 8;
const DAYS = 12;
const told = recounted(DAYS);

describe('Days counted once more from their facts', () => {
  it('are worth it: everything happens', () => {
    const ends = new Set(told.stays.map(({ end }) => end));
    expect([...ends].toSorted()).toEqual(['abandoned', 'answered', 'movedQueue', 'optedIn']);
    expect(new Set(told.moves).size).toBeGreaterThanOrEqual(3);
    expect(told.delays.length).toBeGreaterThan(100);
    expect(told.offers.some(({ number }) => number >= 3)).toBe(true);
  });

  /** K-01a by definition: of one queue, or of several taken as one, in one interval of one day. */
  function level(of: typeof told, day: number, interval: number, queues: readonly number[]): number | null {
    const isHere = (queue: number, at: number): boolean =>
      queues.includes(queue) && Math.floor(at / HALF_HOUR) === interval;
    const { queues: setups } = of.setup.routing;
    const here = of.stays.filter((stay) => stay.day === day && isHere(stay.queue, stay.entered));
    const offered = of.entries.filter((entry) => entry.day === day && isHere(entry.queue, entry.at)).length;
    const short = here.filter(
      ({ queue, end, wait }) => end === 'abandoned' && wait < setups[queue]!.shortAbandonThreshold,
    ).length;
    const optedIn = here.filter(({ end }) => end === 'optedIn').length;
    const inTime = here.filter(
      ({ queue, end, wait }) => end === 'answered' && wait <= setups[queue]!.serviceLevelThreshold,
    ).length;
    const due = offered - short - optedIn;
    return due === 0 ? null : inTime / due;
  }

  function reached(of: typeof told, queues: readonly number[], target: number): [number, number] {
    let [met, counted] = [0, 0];
    for (let day = 0; day < DAYS; day++)
      for (let interval = 0; interval < INTERVALS; interval++) {
        const share = level(of, day, interval, queues);
        if (share === null) continue;
        counted += 1;
        if (share >= target) met += 1;
      }
    return [met, counted];
  }

  it('K-01: intervals that reach the target, by queue and of all', () => {
    const kpi = told.results.kpi('K-01.intervals')!;
    for (const [place, queues] of [
      [0, [0]],
      [1, [1]],
      [2, [2]],
      [null, [0, 1, 2]],
    ] as const) {
      const [met, counted] = reached(told, queues, 0.8);
      expect(met).toBeGreaterThan(0);
      expect(met).toBeLessThan(counted);
      expect(told.results.estimate(kpi, { place }).mean).toBe(met / counted);
    }
  });

  it('K-01: a long run has the same ones, in blocks', () => {
    const blocks = new Accumulator(
      { ...told.setup, world: { ...told.setup.world, continuous: true } },
      { blockDays: 5 },
    );
    const simulation = new Simulation(told.setup);
    for (let day = 0; day < DAYS; day++) blocks.add(day, simulation.day(3, day));
    blocks.close();
    const both = [blocks, told.results] as const;
    const of = (id: string, part: Part) => both.map((each) => each.estimate(each.kpi(id)!, part));
    for (const place of [null, 0, 1, 2]) {
      const [long, separate] = of('K-01.intervals', { place });
      expect([long!.n, long!.mean]).toEqual([3, separate!.mean]);
      for (let interval = 0; interval < INTERVALS; interval++) {
        const [p80, same] = of('K-03.P80', { place, interval });
        expect(p80!.mean).toBe(same!.mean);
      }
      expect(blocks.tally('stayAnswered', place)).toEqual(told.results.tally('stayAnswered', place));
    }
  });

  it('K-03: quantiles of waits by interval of entry, to a bin', () => {
    let checked = 0;
    for (const [stat, p] of [
      ['P50', 0.5],
      ['P80', 0.8],
      ['P95', 0.95],
    ] as const) {
      const kpi = told.results.kpi(`K-03.${stat}`)!;
      for (const place of [null, 0, 1, 2])
        for (let interval = 0; interval < INTERVALS; interval++) {
          const waits = told.stays
            .filter(({ end }) => end === 'answered' || end === 'abandoned')
            .filter(({ queue }) => place === null || queue === place)
            .filter(({ entered }) => Math.floor(entered / HALF_HOUR) === interval)
            .map(({ wait }) => wait)
            .toSorted((a, b) => a - b);
          const exact = waits[Math.ceil(p * waits.length) - 1]!;
          const { mean, low, high, n } = told.results.estimate(kpi, { place, interval });
          expect(Math.abs(mean! - exact)).toBeLessThanOrEqual(Math.max(1000, exact / 8));
          expect(low!).toBeLessThanOrEqual(mean!);
          expect(high!).toBeGreaterThanOrEqual(mean!);
          expect(n).toBe(DAYS);
          checked += 1;
        }
    }
    expect(checked).toBe(3 * 4 * INTERVALS);
  });

  it('lengths of stays by how they ended, those at once apart', () => {
    for (const place of [null, 0, 1, 2])
      for (const [end, name] of [
        ['answered', 'stayAnswered'],
        ['abandoned', 'stayAbandoned'],
        ['optedIn', 'stayOptedIn'],
      ] as const) {
        const counts: number[] = [];
        for (const { queue, wait, end: ended, isAtOnce } of told.stays) {
          if (ended !== end || (place !== null && queue !== place)) continue;
          const bin = end === 'answered' && isAtOnce ? 0 : Math.max(1, Math.ceil(wait / 10_000));
          while (counts.length <= bin) counts.push(0);
          counts[bin]! += 1;
        }
        expect(told.results.tally(name, place)).toEqual(counts);
      }
    expect(told.results.tally('stayAnswered', null)[0]).toBeGreaterThan(0);
  });

  it('K-11: offers heard and taken by number', () => {
    for (let number = 1; number <= 4; number++) {
      const heard = told.offers.filter((each) => each.number === number).length;
      const took = told.taken.filter((each) => each.number === number).length;
      const mean = (id: string) => told.results.estimate(told.results.kpi(id)!, { place: 0 }).mean;
      expect(heard).toBeGreaterThan(0);
      expect(mean(`K-11.heardOffer${number}`)).toBe(heard / DAYS);
      expect(mean(`K-11.acceptanceOfOffer${number}`)).toBe(took / heard);
    }
  });

  it('K-15: delays of callbacks by minutes', () => {
    const counts: number[] = [];
    for (const delay of told.delays) {
      const minute = Math.ceil(delay / 60_000);
      while (counts.length <= minute) counts.push(0);
      counts[minute]! += 1;
    }
    expect(told.results.tally('delaySteps', null)).toEqual(counts);
  });

  it('K-31: moves by the queue they went to', () => {
    const counted = Object.fromEntries(
      told.results.edges.map(({ queue, when, to }, at) => [
        `${queue} ${when} ${to}`,
        told.results.estimateEdge(at, 'perDay').mean! * DAYS,
      ]),
    );
    const heard: Record<string, number> = Object.fromEntries(Object.keys(counted).map((key) => [key, 0]));
    for (const move of told.moves) heard[move]! += 1;
    for (const [move, count] of Object.entries(heard)) expect(counted[move]).toBeCloseTo(count, 9);
  });

  it('OV-10, K-31: a rule that sends on to another queue than its queue does is an edge of its own', () => {
    const setup = setupOf(['queues.support.overflow=[]']);
    const [entry] = setup.routing.entries;
    const override = [
      { when: 'workItemLimit' as const, limit: 2, action: { do: 'transferQueue' as const, queue: 2 } },
    ];
    const rules = [{ when: [], targets: [{ queue: 0, percent: 100 }], overflow: override }];
    const routing = {
      ...setup.routing,
      entries: [{ ...entry!, rules }, ...setup.routing.entries.slice(1)],
    };
    const simulation = new Simulation({ ...setup, routing });
    const results = new Accumulator({ ...setup, routing });
    for (let day = 0; day < 3; day++) results.add(day, simulation.day(1, day));
    const at = results.edges.findIndex(({ queue, to }) => queue === 0 && to === 2);
    const moved = results.estimateEdge(at, 'perDay').mean!;
    expect(moved).toBeGreaterThan(1);
    const all = results.estimate(results.kpi('K-31.workItemLimit/transferQueue/perDay')!, { place: 0 });
    expect(moved).toBe(all.mean);
  });
});
