import { describe, expect, test } from 'vitest';
import type { OverflowSetup, RoutingSetup } from '../config/setup.ts';
import { dueAt, minutes, Rank, seconds } from '../kernel/time.ts';
import { State } from './contact-states.ts';
import { Engine } from './engine.ts';
import { type Bystander, FuzzRun } from './fuzz.ts';
import { Dice } from './fuzz/dice.ts';
import { Mover } from './fuzz/moves.ts';
import { makeCentre } from './fuzz/setups.ts';
import type { ContactId, Facts } from './protocol.ts';
import { silentFacts } from './silent-facts.ts';
import { CommandList, dueOfInput, readLine, replay, spell, tell, type TapeLine } from './tape.ts';
import {
  agent,
  callbackProfile,
  Desk,
  entry,
  estimateOf,
  queue,
  routing,
  voiceWork,
} from './testing/desk.ts';

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 1);

/** A run of legal and illegal inputs from a seed, 80 moves long. */
function randomRun(seed: number, bystander: Bystander = {}) {
  const dice = new Dice(`ground rules ${seed}`);
  const centred = makeCentre(dice);
  const run = new FuzzRun(centred, bystander);
  const mover = new Mover(dice, centred.setup);
  for (let at = 0; at < 80; at++) run.play(mover.next(run.engine, run.host, run.known));
  return { centred, tape: run.tape, commands: spell(run.commands) };
}

function replayed(
  seed: number,
  change: (tape: readonly TapeLine[], engine: Engine) => readonly TapeLine[],
): readonly [string, string] {
  const { centred, tape, commands } = randomRun(seed);
  const engine = new Engine(centred.setup);
  engine.begin(centred.frame);
  return [replay(change(tape, engine), engine), commands];
}

const move: OverflowSetup = {
  when: 'waitExceeds',
  limit: seconds(60),
  action: { do: 'transferQueue', queue: 1 },
};
const two = (partial: Partial<RoutingSetup> = {}): RoutingSetup =>
  routing({
    queues: [queue('a'), queue('b')],
    agents: [agent('ana', { queues: [0, 1] })],
    entries: [
      entry('a'),
      entry('b', { rules: [{ when: [], targets: [{ queue: 1, percent: 100 }], overflow: null }] }),
    ],
    ...partial,
  });

describe('time', () => {
  test.each(SEEDS)('GEN-01: instants are whole milliseconds that never go back (seed %i)', (seed) => {
    const instants = [0];
    randomRun(seed, {
      afterStep: (engine, { told }) => {
        for (const { at } of told) instants.push(at);
        instants.push(engine.now);
      },
    });
    expect(instants.filter((at) => !Number.isInteger(at))).toEqual([]);
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  });

  test('GEN-01: a late event is handled at the present', () => {
    const desk = new Desk();
    desk.advance(100);
    const call = desk.call(90);
    expect(desk.facts).toEqual([`100 arrived ${call}`, `100 queued ${call} routed`]);
    desk.hangUp(95, call);
    expect(desk.facts.at(-1)).toBe(`100 closed ${call} abandoned`);
    expect(desk.engine.now).toBe(100_000);
  });

  test('GEN-01, GEN-03: a late event stands behind what the present instant still holds below its rank', () => {
    const desk = new Desk(two());
    const ringing = desk.call(0);
    const other = desk.call(1, { entry: 1 });
    desk.available(1, 0); // rings for the first until 19
    desk.hold = true;
    desk.hangUp(19, other); // the ring's deadline is due at 19 and not yet served
    const late = desk.call(10);
    desk.settle();
    const order = desk.facts
      .filter((line) => line.startsWith('19 '))
      .map((line) => line.split(' ').slice(1, 3).join(' '));
    expect(order.indexOf(`ringEnded ${ringing}`)).toBeLessThan(order.indexOf(`arrived ${late}`));
    expect(order.indexOf(`ringEnded ${ringing}`)).toBeGreaterThan(order.indexOf(`closed ${other}`));
  });

  test('GEN-01: it reads no clock: the same inputs at other hours of another day give the same commands', () => {
    const story = (originUtc: number): readonly string[] => {
      const desk = new Desk(two(), { originUtc });
      desk.available(0, 0);
      const call = desk.call(5);
      desk.answer(8, call);
      desk.finish(60, call, 0);
      return desk.commands;
    };
    expect(story(0)).toEqual(story(1_700_000_000_000));
  });
});

describe('the order of one instant', () => {
  test('GEN-03: of an accept and the ring deadline in one millisecond the accept wins (rank 1 before 5)', () => {
    const desk = new Desk();
    desk.available(0, 0);
    const call = desk.call(0);
    desk.answer(18, call);
    expect(desk.factsOf('ringEnded')).toEqual([`18 ringEnded ${call} 0 accepted`]);
  });

  test('GEN-03: a leg that ended goes before an accept (0 before 1)', () => {
    const desk = new Desk();
    desk.available(0, 0);
    const call = desk.call(0);
    desk.hold = true;
    desk.hangUp(5, call);
    desk.accept(5, call);
    desk.settle();
    expect(desk.factsOf('closed')).toEqual([`5 closed ${call} abandoned`]);
    expect(desk.factsOf('refused')).toEqual([`5 refused 0 ${call} stale-offer`]);
  });

  test('GEN-03: timers go before arrivals (5 before 6): who rings out makes room in the count', () => {
    // The move of the first call is due when the second arrives: the queue is empty by then.
    const desk = new Desk(
      two({
        queues: [
          queue('a', {
            waitExceeds: move,
            overflow: [{ when: 'workItemLimit', limit: 1, action: { do: 'endCall' } }],
          }),
          queue('b'),
        ],
      }),
    );
    desk.call(0);
    const second = desk.call(60);
    expect(desk.factsOf('overflowed').map((line) => line.split(' ')[4])).toEqual(['waitExceeds']);
    expect(desk.view(second).queueIndex).toBe(0);
  });

  test('GEN-03: one pass at the end of the instant serves all: the better one of two that arrive together', () => {
    const desk = new Desk(two({ queues: [queue('a', { priority: 2 }), queue('b', { priority: 1 })] }));
    desk.available(0, 0);
    desk.take();
    desk.hold = true;
    desk.call(7);
    const urgent = desk.call(7, { entry: 1 });
    expect(desk.take().filter((line) => line.includes(' ring '))).toEqual([]);
    desk.settle();
    expect(desk.take()).toEqual([`7 ring ${urgent} ana inbound 25`]);
  });

  test('GEN-03: what a step sets for its own instant comes before the pass', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', {
            estimate: estimateOf({ initial: minutes(5) }),
            overflow: [
              { when: 'averageWait', limit: minutes(1), action: { do: 'directCallback', profile: 0 } },
            ],
          }),
        ],
        callbackProfiles: [callbackProfile({ offerFirst: 0 })],
      }),
    );
    desk.available(0, 0);
    desk.take();
    const call = desk.call(3);
    expect(desk.take().map((line) => line.split(' ')[1])).toEqual(['answer', 'music', 'play', 'ring']);
    expect(desk.view(call).offers).toBe(1);
  });

  test('GEN-03: an accept after 0 ms comes after the pass, and no other pass follows unless AS-01 asks', () => {
    const desk = new Desk();
    desk.available(0, 0);
    const call = desk.call(4);
    desk.hold = true;
    desk.accept(4, call);
    expect(desk.engine.nextDeadline).toBe(Infinity);
    desk.call(4); // an arrival does ask
    expect(desk.engine.nextDeadline).toBe(dueAt(4000, Rank.pass));
  });

  test('GEN-03: inside a rank the order of scheduling, and of receipt', () => {
    const desk = new Desk(two({ queues: [queue('a', { waitExceeds: move }), queue('b')] }));
    const calls = [3, 3, 3].map((at) => desk.call(at));
    desk.advance(63);
    expect(desk.factsOf('overflowed').map((line) => Number(line.split(' ')[2]))).toEqual(calls);
    desk.hold = true;
    for (const call of [2, 0, 1]) desk.hangUp(70, calls[call]!);
    expect(desk.factsOf('closed').map((line) => Number(line.split(' ')[2]))).toEqual(
      [2, 0, 1].map((nth) => calls[nth]!),
    );
  });

  test('GEN-02: an event is finished before the next begins: an input first serves all that was due before it', () => {
    const desk = new Desk();
    desk.available(0, 0);
    const call = desk.call(0);
    desk.call(500); // the ring ended at 18, long ago
    expect(desk.facts.filter((line) => line.includes('ringEnded'))).toEqual([
      `18 ringEnded ${call} 0 missed`,
    ]);
  });

  test.each(SEEDS)(
    'GEN-02, GEN-05: commands carry the number of their step and their place in it (seed %i)',
    (seed) => {
      const ids: number[] = [];
      randomRun(seed, {
        afterStep: (_engine, { commands }) => {
          for (const [id] of commands) ids.push(id);
        },
      });
      const stepOf = (id: number): number => Math.floor(id / 4096);
      let next = 0;
      for (const [at, id] of ids.entries()) {
        const isSameStep = at > 0 && stepOf(id) === stepOf(ids[at - 1]!);
        if (!isSameStep) next = Math.max(stepOf(id), stepOf(next) + 1) * 4096;
        if (id !== next) expect([at, id]).toEqual([at, next]);
        next += 1;
      }
      expect(ids.length).toBeGreaterThan(0);
    },
  );
});

describe('one engine for every host', () => {
  test.each(SEEDS)(
    'GEN-04: a host that looks often and one that jumps get the same commands (seed %i)',
    (seed) => {
      const [often, jumping] = replayed(seed, (tape) => {
        let present = 0;
        return tape.flatMap((line) => {
          const due = dueOfInput(readLine(line));
          const looks: TapeLine[] = [];
          // Looks at moments of its own, none of them after the next input's place in its instant.
          for (let look = present + 61; look < due && looks.length < 50; look += 977)
            looks.push(JSON.stringify(['advanceTo', look]));
          present = Math.max(present, due);
          return [...looks, line];
        });
      });
      expect(often).toBe(jumping);
    },
  );

  test('GEN-05: connect, ring and originate wait for their own answer; another command’s id does not count', () => {
    const desk = new Desk();
    desk.available(0, 0);
    const call = desk.call(0);
    const ring = desk.rings.get(call)!;
    desk.tell(1, 'agentAccepted', call, 0, ring.id + 1);
    expect(desk.factsOf('refused')).toEqual([`1 refused 0 ${call} stale-offer`]);
    desk.accept(2, call);
    desk.tell(3, 'legsJoined', call, ring.id);
    expect(desk.factsOf('joined')).toEqual([]);
    desk.join(4, call);
    expect(desk.factsOf('joined')).toEqual([`4 joined ${call} 0`]);
  });

  test('GEN-05: for the others done is taken for granted', () => {
    const desk = new Desk();
    const call = desk.call(0); // nobody says that answer or music are done
    desk.available(10, 0);
    desk.answer(12, call);
    desk.finish(20, call, 0);
    expect(desk.factsOf('closed')).toEqual([`20 closed ${call} handled`]);
  });

  test('GEN-05: a prompt that failed is over', () => {
    const desk = new Desk(routing({ entries: [entry('main', { greeting: true })] }));
    const call = desk.call(0);
    desk.tell(1, 'commandFailed', call, desk.plays.get(call)!);
    expect(desk.factsOf('queued')).toEqual([`1 queued ${call} routed`]);
  });

  const dialling = (): readonly [Desk, ContactId] => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', {
            overflow: [{ when: 'workItemLimit', limit: 0, action: { do: 'directCallback', profile: 0 } }],
          }),
        ],
      }),
    );
    const call = desk.call(0);
    desk.advance(30);
    desk.press(31, call);
    desk.promptDone(39, call);
    desk.available(50, 0);
    desk.accept(52, call); // dials until 82
    return [desk, call];
  };

  test('GEN-05, GEN-07: a customer who answers a dial already given up is let go with an apology', () => {
    const [desk, call] = dialling();
    const leg = desk.legs.get(call)!;
    desk.advance(82);
    desk.take();
    const facts = desk.facts.length;
    desk.tell(82.1, 'legAnswered', call, leg);
    expect(desk.take()).toEqual([`82.1 play ${call} apology 0`, `82.1 cancelOriginate ${call}`]);
    expect(desk.facts).toHaveLength(facts);
    expect(desk.view(call)).toMatchObject({ attempts: 1, answeredAt: -1 });
  });

  test('GEN-05, GEN-07: also when the contact is closed by then', () => {
    const [desk, call] = dialling();
    const leg = desk.legs.get(call)!;
    desk.dialFails(60, call, 'invalidNumber');
    desk.take();
    desk.tell(61, 'legAnswered', call, leg);
    expect(desk.take()).toEqual([`61 play ${call} apology 0`, `61 cancelOriginate ${call}`]);
  });
});

describe('repeats and races', () => {
  const PORT = new Set([
    'legEnded',
    'agentDeviceFailed',
    'agentAccepted',
    'agentDeclined',
    'agentNoAnswer',
    'legAnswered',
    'legsJoined',
    'commandFailed',
    'dtmf',
    'promptDone',
    'messageRecorded',
  ]);
  const REPLIES = new Set(['notify', 'apology', 'cancelOriginate']);

  test.each(SEEDS)(
    'GEN-06: an event of the port told twice changes nothing the second time (seed %i)',
    (seed) => {
      let told: string[] = [];
      const listening = Object.fromEntries(
        Object.keys(silentFacts).map((fact) => [fact, () => told.push(fact)]),
      ) as unknown as Facts;
      const changed: unknown[] = [];
      randomRun(seed, {
        afterStep: (engine, { input }) => {
          if (!PORT.has(input[0])) return;
          const { centre } = engine;
          const { facts } = centre;
          const before = [engine.nextDeadline, centre.contacts.open, centre.lines.inUse];
          told = [];
          centre.facts = listening;
          tell(engine, input);
          centre.facts = facts;
          const commands = new CommandList();
          engine.outbox.drainTo(commands);
          const after = [engine.nextDeadline, centre.contacts.open, centre.lines.inUse];
          const news = told.filter((fact) => fact !== 'refused');
          const orders = commands
            .take()
            .filter(([, command, , prompt]) => !REPLIES.has(command) && !REPLIES.has(String(prompt)));
          if (String(after) !== String(before) || news.length + orders.length > 0)
            changed.push([input, before, after, news, orders]);
        },
      });
      expect(changed).toEqual([]);
    },
  );

  test('GEN-06: the second word that an external leg has answered does not move the answer', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', {
            overflow: [{ when: 'workItemLimit', limit: 0, action: { do: 'transferExternal', number: '+1' } }],
          }),
        ],
      }),
    );
    const call = desk.call(0);
    desk.customerAnswers(5, call);
    desk.customerAnswers(9, call);
    expect(desk.view(call).answeredAt).toBe(5000);
  });

  test('GEN-07: the loser of a race gets a typed refusal, and the winner stands', () => {
    const desk = new Desk(routing({ agents: [agent('ana'), agent('bob')] }));
    desk.available(0, 0, 1);
    const call = desk.call(1);
    const ring = desk.rings.get(call)!;
    desk.advance(19); // Ana misses it, Bob rings
    desk.take();
    const refusal = (at: number, tellIt: () => void): string => {
      const before = desk.factsOf('refused').length;
      tellIt();
      expect(desk.factsOf('refused')).toHaveLength(before + 1);
      expect(desk.take().at(-1)).toContain(`${at} notify`);
      return desk.factsOf('refused').at(-1)!.split(' ').at(-1)!;
    };
    expect(refusal(20, () => desk.tell(20, 'agentAccepted', call, ring.agent, ring.id))).toBe('stale-offer');
    expect(desk.rings.get(call)!.agent).toBe(1);
    desk.answer(21, call);
    expect(refusal(22, () => desk.tell(22, 'endRequested', call, 0))).toBe('not-allowed-in-state');
    expect(refusal(23, () => desk.tell(23, 'wrapUpSubmitted', call, 1, ''))).toBe('not-allowed-in-state');
    desk.hangUp(24, call);
    expect(refusal(25, () => desk.tell(25, 'wrapUpSubmitted', call, 1, 'nonsense'))).toBe('unknown-reason');
    expect(refusal(25, () => desk.tell(25, 'wrapUpExtended', call, 1))).toBe('not-enabled');
    desk.tell(26, 'wrapUpSubmitted', call, 1, 'done');
    expect(refusal(27, () => desk.tell(27, 'endRequested', call, 1))).toBe('already-closed');
    expect(refusal(28, () => desk.tell(28, 'presenceChosen', 0, 'inactive'))).toBe('not-allowed-in-state');
    expect(desk.factsOf('closed')).toEqual([`26 closed ${call} handled`]);
  });
});

describe('configuration', () => {
  const limited = (partial: Partial<RoutingSetup> = {}): Desk =>
    new Desk(
      routing({
        queues: [
          queue('sales', {
            overflow: [{ when: 'workItemLimit', limit: 5, action: { do: 'endCall' } }],
          }),
        ],
        ...partial,
      }),
    );
  const set = (
    desk: Desk,
    at: number,
    setting: 'workItemLimit' | 'ringTimeout' | 'priority' | 'maxActiveContacts',
    value: number,
  ): void => desk.tell(at, 'configurationChanged', { change: 'queueSetting', queue: 0, setting, value });

  test('GEN-10: a change counts from the next decision on and touches nothing under way', () => {
    const desk = limited();
    desk.available(0, 0);
    const ringing = desk.call(0); // until 18
    set(desk, 5, 'ringTimeout', seconds(3));
    desk.advance(17.9);
    expect(desk.factsOf('ringEnded')).toEqual([]);
    desk.advance(18);
    desk.tell(20, 'presenceChosen', 0, 'available');
    expect(desk.rings.get(ringing)!.until).toBe(23_000);
    expect(desk.view(desk.call(21)).queueIndex).toBe(0);
    set(desk, 22, 'workItemLimit', 1);
    expect(desk.factsOf('overflowed')).toEqual([]); // those inside stay
    desk.call(22);
    expect(desk.factsOf('overflowed')).toHaveLength(1);
  });

  test('GEN-10: with a propagation delay it counts that much later, before the timers of its instant', () => {
    const desk = limited({ propagationDelay: minutes(15) });
    desk.call(0);
    set(desk, 10, 'workItemLimit', 1);
    set(desk, 11, 'workItemLimit', 3);
    desk.call(909.999);
    expect(desk.factsOf('overflowed')).toEqual([]);
    desk.call(910);
    expect(desk.factsOf('overflowed')).toHaveLength(1);
    desk.call(911); // in the order of the changes
    expect(desk.factsOf('overflowed')).toHaveLength(1);
  });

  test('GEN-10, GEN-03: a change that takes effect in the instant of a timer goes before it (rank 4 before 5)', () => {
    const desk = new Desk(
      two({ queues: [queue('a', { waitExceeds: move }), queue('b')], propagationDelay: seconds(50) }),
    );
    const call = desk.call(0);
    desk.tell(10, 'configurationChanged', {
      change: 'queueSetting',
      queue: 1,
      setting: 'maxActiveContacts',
      value: 0,
    });
    desk.advance(60);
    expect(desk.factsOf('overflowed')).toEqual([`60 overflowed ${call} 0 waitExceeds stays 0`]);
  });

  test('GEN-10: a change refused when its delay is over is told', () => {
    const desk = limited({ propagationDelay: seconds(20) });
    desk.tell(0, 'configurationChanged', { change: 'leaveQueue', agent: 0, queue: 0 });
    desk.tell(1, 'configurationChanged', { change: 'leaveQueue', agent: 0, queue: 0 });
    expect(desk.factsOf('refused')).toEqual([]);
    desk.advance(21);
    expect(desk.factsOf('refused')).toEqual(['21 refused -1 -1 not-allowed-in-state']);
  });
});

describe('contacts', () => {
  const AFTER_OPT_IN = new Set<number>([
    State.confirming,
    State.callbackWaiting,
    State.callbackOffered,
    State.dialling,
    State.callbackConnected,
    State.callbackWrapUp,
    State.retryWait,
  ]);

  test.each(SEEDS)(
    'GEN-11: each contact is in one state, of 20.3 after an opt-in, and rings for one agent at most (seed %i)',
    (seed) => {
      const wrong: unknown[] = [];
      randomRun(seed, {
        afterStep: ({ centre }) => {
          for (const contact of centre.contacts.slots) {
            if (contact.id < 0) continue;
            const ringing = centre.agents.filter((each) => each.rings.includes(contact)).length;
            const isOffered = contact.state === State.offered || contact.state === State.callbackOffered;
            if (AFTER_OPT_IN.has(contact.state) !== contact.optedInAt >= 0 || ringing !== Number(isOffered))
              wrong.push([contact.id, contact.state, contact.optedInAt, ringing]);
          }
        },
      });
      expect(wrong).toEqual([]);
    },
  );

  test('GEN-11: of many agents free one rings', () => {
    const desk = new Desk(routing({ agents: ['a', 'b', 'c'].map((name) => agent(name)) }));
    desk.available(0, 0, 1, 2);
    desk.take();
    desk.call(1);
    expect(desk.take().filter((line) => line.includes(' ring '))).toHaveLength(1);
  });

  test('GEN-11: the wrap-up of an agent whose callback went on without him is his alone', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', {
            overflow: [{ when: 'workItemLimit', limit: 0, action: { do: 'directCallback', profile: 0 } }],
          }),
        ],
        callbackProfiles: [callbackProfile({ wrapUpOnNoAnswer: true, retryWait: seconds(300) })],
      }),
    );
    const call = desk.call(0);
    desk.advance(30);
    desk.press(31, call);
    desk.promptDone(39, call);
    desk.available(50, 0);
    desk.accept(52, call);
    desk.dialFails(60, call, 'noAnswer');
    expect(desk.factsOf('activity').at(-1)).toBe('60 activity 0 wrapUp');
    desk.advance(359);
    desk.tell(359, 'wrapUpSubmitted', call, 0, '');
    expect(desk.factsOf('activity').at(-1)).toBe('359 activity 0 available');
    expect(desk.factsOf('closed')).toEqual([]);
    desk.advance(360); // its retry
    expect(desk.rings.get(call)!.until).toBe(378_000);
  });

  test.each(SEEDS)(
    'GEN-12: arrived = in system + closed, capacity = what contacts use, one owner a leg (seed %i)',
    (seed) => {
      const wrong: unknown[] = [];
      let arrived = 0;
      let closed = 0;
      randomRun(seed, {
        afterStep: ({ centre }, { told }) => {
          arrived += told.filter(({ fact }) => fact === 'arrived').length;
          closed += told.filter(({ fact }) => fact === 'closed').length;
          if (arrived !== centre.contacts.open + closed) wrong.push([arrived, centre.contacts.open, closed]);
          const open = centre.contacts.slots.filter(({ id }) => id >= 0);
          for (const each of centre.agents) {
            const held = open.filter((contact) => contact.holdsCapacity && contact.agent === each);
            const classes = held.map((contact) => contact.workClass);
            if (each.alone?.holdsCapacity === true) classes.push(each.alone.workClass);
            const units = classes.reduce((sum, kind) => sum + centre.setup.classes[kind]!.units, 0);
            if (Math.abs(each.usedUnits - units) > 1e-6) wrong.push([each.index, each.usedUnits, units]);
          }
          const lines = open.reduce(
            (sum, contact) => sum + Number(contact.holdsLine) + Number(contact.holdsOutboundLine),
            0,
          );
          if (centre.lines.inUse !== lines) wrong.push([centre.lines.inUse, lines]);
        },
      });
      expect(wrong).toEqual([]);
    },
  );

  test('GEN-12: units are those of the work, whatever it costs', () => {
    const desk = new Desk(
      routing({ agents: [agent('ana', { units: 5 })], classes: [{ ...voiceWork, units: 3 }] }),
    );
    desk.available(0, 0);
    const call = desk.call(1);
    const ana = desk.engine.centre.agents[0]!;
    expect(ana.usedUnits).toBe(3);
    desk.answer(2, call);
    desk.hangUp(3, call);
    expect(ana.usedUnits).toBe(3); // wrap-up holds it (WU-02)
    desk.tell(4, 'wrapUpSubmitted', call, 0, '');
    expect(ana.usedUnits).toBe(0);
  });
});
