/**
 * Simulated mornings with the checker of invariants after every input, and the literal assignment pass before
 * every pass: the routing tests' random inputs know no patience, no shifts and no callbacks that get answered.
 */
import { expect, test } from 'vitest';
import { readScenario } from '../config/read.ts';
import { Rank, rankOf } from '../kernel/time.ts';
import { literalPass } from '../routing/assignment.oracle.ts';
import { checkInvariants, memoryFor, type Memory } from '../routing/invariants.ts';
import type { Commands, Facts } from '../routing/protocol.ts';
import { CommandList, INPUT_NAMES, perform, type CommandRecord, type InputRecord } from '../routing/tape.ts';
import { Simulation } from './run.ts';

const MORNINGS = process.env['TANDEM_LONG'] === undefined ? 2 : 200;

const scenario = `
name: A busy morning
days: { from: 08:00, to: 10:00, zone: Europe/Paris, interval: 30m }
queues:
  support:
    overflow:
      - when: { workItemLimit: 2 }
        do: directCallback
      - when: { waitExceeds: 3m }
        do: { transferQueue: generalists }
    callback: { offerFirst: 10s, offerRepeat: 60s, maxAttempts: 2, retryWait: 5m }
    moveCallbacks: true
    announcePosition: true
  billing:
    priority: 2
    method: roundRobin
    blockSize: 2
    overflow:
      - when: { waitExceeds: 2m }
        do: voicemail
    maxActiveContacts: 6
  generalists: { wrapBlock: 30s }
agents:
  seniors: { count: 5, queues: [support, billing, generalists], accept: 2s, missed: 5%, declined: 5%, ronaReturn: 60s }
  juniors: { count: 3, queues: [support], accept: 4s, missed: 5%, ronaReturn: 60s }
demand:
  support:
    arrivals: { perInterval: [50, 90, 60, 30] }
    talk: { lognormal: { mean: 3m, cv: 1 } }
    wrapUp: { exponential: { mean: 30s } }
    patience: { exponential: { mean: 3m }, balk: 2% }
    withheld: 10%
    callback: { accepts: 60%, reaction: 4s, answers: 60%, busy: 10%, machine: 10%, answerAfter: 8s }
    redial: { afterAbandon: 30%, delay: 5m }
  billing:
    arrivals: { perInterval: [10, 30, 20, 5] }
    talk: { exponential: { mean: 2m } }
    patience: { exponential: { mean: 4m } }
  generalists:
    arrivals: { perInterval: [2, 2, 2, 2] }
    talk: 2m
    patience: { exponential: { mean: 4m } }
`;

/** Facts go to both. */
function both(first: Facts, second: Facts): Facts {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(first)) as (keyof Facts)[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      (...args: readonly unknown[]) => {
        for (const listener of [first, second])
          (listener[name] as ((...all: readonly unknown[]) => void) | undefined)?.apply(listener, [...args]);
      },
    ]),
  ) as unknown as Facts;
}

/** Every input of the engine is followed by the checker; what it commanded waits for the world to fetch it. */
function watch(simulation: Simulation, memory: Memory, checks: { inputs: number; passes: number }): void {
  const { engine } = simulation;
  const { centre, outbox } = engine;
  centre.facts = both(memory, simulation.collector);
  const drain = outbox.drainTo.bind(outbox);
  const commands = new CommandList();
  let waiting: CommandRecord[] = [];
  Object.defineProperty(outbox, 'size', { get: () => waiting.length });
  outbox.drainTo = (to: Commands) => {
    const now = waiting;
    waiting = [];
    for (const record of now) perform(to, record);
  };
  for (const name of INPUT_NAMES) {
    const give = (engine[name] as (...args: readonly unknown[]) => unknown).bind(engine);
    Object.assign(engine, {
      [name]: (...args: readonly unknown[]) => {
        const isPass =
          name === 'advanceTo' &&
          args[0] === engine.nextDeadline &&
          rankOf(engine.nextDeadline) === Rank.pass;
        const expected = isPass ? literalPass(centre) : null;
        const answer = give(...args);
        drain(commands);
        const written = commands.take();
        checkInvariants(memory, [name, ...args] as InputRecord, engine, written);
        if (expected !== null) {
          const rings = written.filter(([, command]) => command === 'ring');
          expect(rings.map(([, , contact, agent]) => ({ contact, agent }))).toEqual(expected);
          checks.passes += 1;
        }
        checks.inputs += 1;
        waiting.push(...written);
        return answer;
      },
    });
  }
}

test(`INV-C1..C8, A1..A6, Q1..Q3, O1..O5, P1..P6, AS-02: hold after every input of ${MORNINGS} simulated mornings`, () => {
  const read = readScenario(scenario);
  if (!read.ok) expect.fail(JSON.stringify(read.problems, null, 1));
  const checks = { inputs: 0, passes: 0 };
  const reached = new Map<string, number>();
  for (let day = 0; day < MORNINGS; day++) {
    const simulation = new Simulation(read.setup);
    const memory = memoryFor(read.setup.routing);
    watch(simulation, memory, checks);
    simulation.day(day, day);
    for (const [reason, count] of memory.reasons) reached.set(reason, (reached.get(reason) ?? 0) + count);
  }
  expect(checks.inputs).toBeGreaterThan(1000 * MORNINGS);
  expect(checks.passes).toBeGreaterThan(300 * MORNINGS);
  for (const reason of ['handled', 'completed', 'abandoned', 'exhausted', 'voicemail'])
    expect(reached.get(reason), reason).toBeGreaterThan(0);
});
