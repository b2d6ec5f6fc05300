/**
 * The fast pass against the literal one in crowded centres: more items than agents, small blocks, equal ranks of
 * queues, agents who tie, decline, come, go, and change queues and limits. Nothing overflows, so that items stay
 * and the next pass meets them again: that is where an incremental pass goes wrong.
 */
import { describe, expect, test } from 'vitest';
import type { AgentSetup, QueueSetup } from '../config/setup.ts';
import { literalPass } from './assignment.oracle.ts';
import { againstOracle } from './fuzz/against-oracle.ts';
import { Dice } from './fuzz/dice.ts';
import { Mover } from './fuzz/moves.ts';
import { makeCentre, type Centred } from './fuzz/setups.ts';
import { FuzzRun } from './fuzz.ts';
import { agent, Desk, queue, routing } from './testing/desk.ts';

const COUNT = process.env['TANDEM_LONG'] === undefined ? 40 : 2000;

function crowded(dice: Dice): Centred {
  const { setup, frame } = makeCentre(dice);
  const queues = setup.queues.map((each): QueueSetup => ({
    ...each,
    overflow: [],
    waitExceeds: null,
    hours: -1,
    maxActiveContacts: Infinity,
    blockSize: dice.pick([1, 2, 3, 100]),
    itemDeclineCap: 100,
    onMissed: dice.pick(['rona', 'none', 'none'] as const),
  }));
  const extra = Array.from({ length: dice.whole(0, 4) }, (_, at): AgentSetup => ({
    ...dice.pick(setup.agents),
    name: `extra ${at}`,
  }));
  const entries = setup.entries.map((each) => ({ ...each, greeting: false }));
  return {
    setup: { ...setup, queues, entries, agents: [...setup.agents, ...extra], maxCalls: Infinity, sites: [] },
    frame,
  };
}

describe('the assignment pass', () => {
  test(`AS-02, RT-11, AS-03..06, AS-10..13, NT-05..07, CP, PR: gives what the literal pass gives in ${COUNT} crowded centres`, () => {
    const count = { passes: 0, assignments: 0 };
    let left = 0;
    let declined = 0;
    for (let seed = 1; seed <= COUNT; seed++) {
      const dice = new Dice(`crowd ${seed}`);
      const centred = crowded(dice);
      const run = new FuzzRun(centred, againstOracle(count));
      const mover = new Mover(dice, centred.setup);
      for (let at = 0; at < 200; at++) {
        const move = mover.next(run.engine, run.host, run.known);
        try {
          run.play({ ...move, jump: false });
        } catch (error) {
          expect.fail(`seed ${seed}: ${String(error)}\n${run.tape.join('\n')}`);
        }
        for (const each of run.engine.centre.queues) if (each.due > each.blockSize) left += 1;
        for (const each of run.engine.centre.contacts.slots) if (each.declines !== null) declined += 1;
      }
    }
    expect(count.assignments).toBeGreaterThan(10 * COUNT);
    expect(left).toBeGreaterThan(10 * COUNT);
    expect(declined).toBeGreaterThan(10 * COUNT);
  });

  // The oracle itself, by cases worked out by hand from the rules.

  const waiting = (setup: Parameters<typeof routing>[0], calls: readonly number[]): Desk => {
    const desk = new Desk(routing(setup));
    calls.forEach((entry, at) => desk.call(at, { entry }));
    desk.hold = true;
    return desk;
  };
  const toQueue = (index: number) => ({
    name: `to ${index}`,
    workClass: 0,
    site: 0,
    number: null,
    mayCall: false,
    greeting: false,
    attributes: {},
    rules: [{ when: [], targets: [{ queue: index, percent: 100 }], overflow: null }],
    fallback: 0,
  });

  test('AS-X2, RT-11: of two queues that want the same agent the lower priority number has him', () => {
    const desk = waiting(
      {
        queues: [queue('later', { priority: 2 }), queue('first', { priority: 1 })],
        entries: [toQueue(0), toQueue(1)],
        agents: [agent('ana', { queues: [0, 1] })],
      },
      [0, 1],
    );
    desk.available(10, 0);
    expect(literalPass(desk.engine.centre)).toEqual([{ contact: 1, agent: 0 }]);
  });

  test('RT-11: equal priority numbers make one list, oldest first', () => {
    const desk = waiting(
      {
        queues: [queue('a'), queue('b')],
        entries: [toQueue(0), toQueue(1)],
        agents: [agent('ana', { queues: [0, 1] }), agent('ben', { queues: [1] })],
      },
      [1, 0, 1],
    );
    desk.available(10, 0, 1);
    // The oldest is b's; ana and ben never released, so the first to join b has it, and b's next has ben.
    expect(literalPass(desk.engine.centre)).toEqual([
      { contact: 0, agent: 0 },
      { contact: 2, agent: 1 },
    ]);
  });

  test('AS-02: below the block nothing is tried, even if somebody could take it', () => {
    const desk = waiting(
      { queues: [queue('a', { blockSize: 1 })], agents: [agent('ana'), agent('ben')] },
      [0, 0],
    );
    desk.available(10, 0, 1);
    expect(literalPass(desk.engine.centre)).toEqual([{ contact: 0, agent: 0 }]);
  });
});
