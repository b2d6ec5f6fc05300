/**
 * The semantics that the pack's cases fix, held on every call of played days: the scenarios are those that models.ts writes, so that a
 * setting left at a switch's default breaks a test here before it bends a number there.
 */
import { describe, expect, test } from 'vitest';
import { readScenario } from '../config/read.ts';
import type { ContactView, Facts } from '../routing/protocol.ts';
import { silentFacts } from '../routing/silent-facts.ts';
import { Simulation } from '../world/run.ts';
import { modelOf } from './models.ts';
import { MAIN } from './models/model.ts';
import { Player } from './play.ts';
import { Row } from './watch-cells.ts';

interface Call {
  readonly id: number;
  readonly caller: number;
  readonly entry: number;
  readonly arrivedAt: number;
  queue: number;
  isCallback: boolean;
  optedInAt: number | null;
  startedAt: number | null;
  handledAt: number | null;
  abandonedAt: number | null;
  /** Agents with nothing to do when this last happened to the call. */
  idle: number;
  busy: number;
}

/** What happened to each call of a day, in the order of what happened. */
class Diary {
  readonly calls: Call[] = [];
  readonly started: Call[] = [];
  readonly abandoned: Call[] = [];
  readonly #open = new Map<number, Call>();
  readonly #activities = new Map<number, string>();

  facts(): Facts {
    return {
      ...silentFacts,
      arrived: (now, contact) => {
        const call: Call = {
          id: contact.id,
          caller: contact.caller,
          entry: contact.entry,
          arrivedAt: now,
          queue: -1,
          isCallback: false,
          optedInAt: null,
          startedAt: null,
          handledAt: null,
          abandonedAt: null,
          idle: 0,
          busy: 0,
        };
        this.calls.push(call);
        this.#open.set(contact.id, call);
      },
      left: (now, contact, outcome) => {
        const call = this.#of(contact);
        if (outcome === 'optedIn') call.optedInAt = now;
        if (outcome === 'answered') this.#start(now, call);
        if (outcome !== 'abandoned') return;
        call.abandonedAt = now;
        this.abandoned.push(call);
      },
      joined: (now, contact) => {
        const call = this.#of(contact);
        if (!contact.isCallback) return;
        call.isCallback = true;
        this.#start(now, call);
      },
      handled: (now, contact) => {
        this.#of(contact).handledAt = now;
      },
      activity: (_now, agent, activity) => {
        this.#activities.set(agent, activity);
      },
    };
  }

  #start(now: number, call: Call): void {
    call.startedAt = now;
    this.started.push(call);
  }

  #of(contact: ContactView): Call {
    const call = this.#open.get(contact.id)!;
    call.queue = contact.queueIndex;
    const all = [...this.#activities.values()];
    call.idle = all.filter((activity) => activity === 'available').length;
    call.busy = all.filter((activity) => activity === 'talking' || activity === 'wrapUp').length;
    return call;
  }
}

function played(text: string, days = 3): Diary[] {
  const read = readScenario(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const simulation = new Simulation(read.setup);
  return Array.from({ length: days }, (_, day) => {
    const diary = new Diary();
    simulation.engine.centre.facts = diary.facts();
    simulation.day(7, day);
    return diary;
  });
}

function scenarioOf(family: string, params: Readonly<Record<string, unknown>>): string {
  return modelOf({ id: 'trap', family, title: family, params })!.scenarios[MAIN]!;
}

const byArrival = (calls: readonly Call[]): boolean =>
  calls.every((call, at) => at === 0 || call.arrivedAt >= calls[at - 1]!.arrivedAt);

describe('semantics fixed by the cases', () => {
  test('1: first come, first served is by the arrival, live calls and overflowed ones together', () => {
    const queueA = {
      arrivalsPerHour: 200,
      meanHandleSec: 80,
      agents: 4,
      overflowWhenWaiting: 2,
      meanPatienceSec: null,
    };
    const queueB = { arrivalsPerHour: 150, meanHandleSec: 80, agents: 4, meanPatienceSec: null };
    for (const { started } of played(scenarioOf('overflow', { queueA, queueB }))) {
      const inB = started.filter(({ queue }) => queue === 1);
      expect(inB.filter(({ entry }) => entry === 0).length).toBeGreaterThan(20);
      expect(byArrival(inB)).toBe(true);
      expect(byArrival(started.filter(({ queue }) => queue === 0))).toBe(true);
    }
  });

  test('2: when staff drops, calls in hand are finished and nobody new starts until busy is below the staff', () => {
    const text = scenarioOf('day', {
      periods: [
        { durationSec: 3600, arrivalsPerHour: 60, agents: 6 },
        { durationSec: 3600, arrivalsPerHour: 60, agents: 2 },
      ],
      handle: { law: 'deterministic', sec: 1200 },
      meanPatienceSec: 600,
    });
    for (const { started } of played(text)) {
      for (const call of started) expect(call.handledAt! - call.startedAt!).toBe(1_200_000);
      const after = started.filter(({ startedAt }) => startedAt! >= 3_600_000);
      expect(after.length).toBeGreaterThan(0);
      for (const { startedAt } of after) {
        const others = started.filter((each) => each.startedAt! < startedAt! && each.handledAt! > startedAt!);
        expect(others.length).toBeLessThan(2);
      }
    }
  });

  test('3: who balks leaves with no wait, only when no agent is free, and counts as abandoned', () => {
    const patience = { law: 'exponential', meanSec: 300, balkProbability: 0.5 };
    const params = { arrivalsPerHour: 200, meanHandleSec: 180, agents: 10, patience };
    for (const { abandoned } of played(scenarioOf('patience-general', params))) {
      const balked = abandoned.filter(({ arrivedAt, abandonedAt }) => abandonedAt === arrivedAt);
      expect(balked.length).toBeGreaterThan(50);
      for (const { idle } of balked) expect(idle).toBe(0);
    }
    const enough = scenarioOf('patience-general', { ...params, agents: 60 });
    for (const { abandoned } of played(enough)) expect(abandoned).toEqual([]);
  });

  test('4: who accepts a callback keeps the place, never leaves, and is reached at once', () => {
    const text = scenarioOf('callback-offers', {
      arrivalsPerHour: 200,
      meanHandleSec: 180,
      agents: 9,
      patience: { law: 'exponential', meanSec: 300 },
      offerFirstSec: 30,
      offerEverySec: 120,
      acceptProbability: 0.5,
    });
    for (const { calls, started } of played(text)) {
      const accepted = calls.filter(({ optedInAt }) => optedInAt !== null);
      expect(accepted.length).toBeGreaterThan(50);
      for (const call of accepted) expect(call).toMatchObject({ isCallback: true, abandonedAt: null });
      expect(byArrival(started)).toBe(true);
      // The first offer is heard after exactly 30 s, the next each 120 s.
      for (const { optedInAt, arrivedAt } of accepted)
        expect((optedInAt! - arrivedAt - 30_000) % 120_000).toBe(0);
      // Who is taken when nobody else has just ended a call would have been taken before.
      const ends = new Set(calls.map(({ handledAt }) => handledAt));
      for (const { startedAt, arrivedAt } of started)
        if (startedAt! > arrivedAt) expect(ends.has(startedAt)).toBe(true);
    }
  });

  test('4: a callback taken on arrival beyond a queue length keeps the place too', () => {
    const text = scenarioOf('callback-threshold', {
      arrivalsPerHour: 420,
      meanHandleSec: 75,
      agents: 8,
      meanPatienceSec: 150,
      offerWhenWaiting: 2,
      acceptProbability: 0.5,
      maxWaiting: 9,
    });
    for (const { calls, started } of played(text)) {
      const accepted = calls.filter(({ optedInAt }) => optedInAt !== null);
      expect(accepted.length).toBeGreaterThan(50);
      for (const { optedInAt, arrivedAt } of accepted) expect(optedInAt).toBe(arrivedAt);
      for (const call of accepted) expect(call.isCallback).toBe(true);
      expect(byArrival(started)).toBe(true);
    }
  });

  test('5: an overflowed call waits by the patience of the queue that got it and talks by its law', () => {
    const constant = (sec: number): string => `{ constant: ${sec}s }`;
    const text = scenarioOf('overflow', {
      queueA: {
        arrivalsPerHour: 200,
        meanHandleSec: 60,
        agents: 1,
        overflowWhenWaiting: 1,
        patience: { law: 'deterministic', sec: 40 },
      },
      queueB: {
        arrivalsPerHour: 60,
        meanHandleSec: 90,
        agents: 1,
        patience: { law: 'deterministic', sec: 70 },
      },
    })
      .replaceAll('{ exponential: { mean: 60s } }', constant(60))
      .replaceAll('{ exponential: { mean: 90s } }', constant(90));
    for (const { started, abandoned } of played(text)) {
      const sent = abandoned.filter(({ entry, queue }) => entry === 0 && queue === 1);
      expect(sent.length).toBeGreaterThan(20);
      for (const { abandonedAt, arrivedAt } of sent) expect(abandonedAt! - arrivedAt).toBe(70_000);
      const own = abandoned.filter(({ queue }) => queue === 0);
      for (const { abandonedAt, arrivedAt } of own) expect(abandonedAt! - arrivedAt).toBe(40_000);
      for (const { queue, handledAt, startedAt } of started)
        expect(handledAt! - startedAt!).toBe(queue === 0 ? 60_000 : 90_000);
    }
  });

  test('5: a move later on does not restart the patience, and the call keeps its arrival time', () => {
    const text = `
name: A move after a minute
days: { from: 08:00, to: 10:00, interval: 2h }
queues:
  A: { shortAbandonThreshold: 0s, overflow: [{ when: { waitExceeds: 1m }, do: { transferQueue: B } }] }
  B: { shortAbandonThreshold: 0s }
agents: { one: { count: 1, queues: A }, two: { count: 1, queues: B } }
demand:
  A: { arrivals: { perHour: 120 }, talk: { constant: 90s }, patience: { constant: 150s } }
  B: { arrivals: { perHour: 60 }, talk: { constant: 90s }, patience: { constant: 150s } }
prompts: 0s
`;
    for (const { started, abandoned } of played(text)) {
      const moved = abandoned.filter(({ entry, queue }) => entry === 0 && queue === 1);
      expect(moved.length).toBeGreaterThan(5);
      for (const { abandonedAt, arrivedAt } of abandoned) expect(abandonedAt! - arrivedAt).toBe(150_000);
      // From a minute on all of B's are in the order in which they called.
      const late = started.filter(
        ({ queue, startedAt, arrivedAt }) => queue === 1 && startedAt! - arrivedAt > 60_000,
      );
      expect(byArrival(late)).toBe(true);
    }
  });

  test('7: a caller who calls again draws patience and handle time afresh', () => {
    const text = scenarioOf('redial', {
      arrivalsPerHour: 500,
      meanHandleSec: 65,
      agents: 7,
      maxWaiting: 4,
      meanRedialDelaySec: 180,
      redialAfterBlock: 0.9,
      meanPatienceSec: 60,
      redialAfterAbandon: 0.9,
    });
    let repeated = 0;
    for (const { abandoned } of played(text)) {
      const waits = new Map<number, number>();
      for (const { caller, abandonedAt, arrivedAt } of abandoned) {
        const wait = abandonedAt! - arrivedAt;
        const before = waits.get(caller);
        waits.set(caller, wait);
        if (before === undefined) continue;
        repeated += 1;
        expect(wait).not.toBe(before);
      }
    }
    expect(repeated).toBeGreaterThan(20);
  });

  test('7: whoever leaves counts as abandoned, however short the wait', () => {
    const params = { arrivalsPerHour: 200, meanHandleSec: 180, agents: 8, meanPatienceSec: 3 };
    const read = readScenario(scenarioOf('erlang-a', params).replace(/, warmUp: \d+m/, ''));
    if (!read.ok) throw new Error('the scenario is right');
    const player = new Player(read.setup, { thresholds: [] });
    const row = new Row(player.layout, player.play({ seed: 7, first: 0, count: 1 }));
    const [diary] = played(scenarioOf('erlang-a', params), 1);
    const { abandoned } = diary!;
    expect(abandoned.filter((call) => call.abandonedAt! - call.arrivedAt < 1000).length).toBeGreaterThan(20);
    expect(row.of('abandoned')).toBe(abandoned.length);
  });
});
