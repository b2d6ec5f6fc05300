import { describe, expect, test } from 'vitest';
import type { RoutingSetup } from '../config/setup.ts';
import { Lines } from './lines.ts';
import type { ContactId } from './protocol.ts';
import { Desk, callbackProfile, entry, queue, routing } from './testing/desk.ts';

const offering = (partial: Partial<RoutingSetup> = {}): RoutingSetup =>
  routing({
    queues: [
      queue('sales', {
        overflow: [{ when: 'workItemLimit', limit: 0, action: { do: 'directCallback', profile: 0 } }],
      }),
    ],
    callbackProfiles: [callbackProfile()],
    ...partial,
  });

const inUse = (desk: Desk): number => desk.engine.centre.lines.inUse;

/** Calls at `at`, opts in to the callback 31 s later; the leg ends 39 s after the call. */
function promise(desk: Desk, at: number): ContactId {
  const call = desk.call(at);
  desk.advance(at + 30);
  desk.press(at + 31, call);
  desk.promptDone(at + 39, call);
  return call;
}

describe('the ceiling for calls in', () => {
  test('LM-02: a call over it is dropped before the greeting, and counted', () => {
    const desk = new Desk(routing({ maxCalls: 2, entries: [entry('main', { greeting: true })] }));
    desk.call(0);
    desk.call(1);
    desk.take();
    const third = desk.call(2);
    expect(desk.take()).toEqual([`2 reject ${third} capacity-exceeded`]);
    expect(desk.facts.slice(-2)).toEqual([`2 arrived ${third}`, `2 closed ${third} capacity-exceeded`]);
    expect(inUse(desk)).toBe(2);
  });

  test('LM-02, LM-03: a line that is freed may be taken in the same instant', () => {
    const desk = new Desk(routing({ maxCalls: 1 }));
    const first = desk.call(0);
    desk.hangUp(5, first);
    const second = desk.call(5);
    expect(desk.view(second).queueIndex).toBe(0);
  });

  test('LM-01: each site has a ceiling of its own under the shared one', () => {
    const site = (name: string, maxCalls: number) => ({ name, maxCalls, maxOutbound: Infinity });
    const desk = new Desk(
      routing({
        sites: [site('north', 1), site('south', 5)],
        maxCalls: 3,
        entries: [entry('north', { site: 0 }), entry('south', { site: 1 })],
      }),
    );
    const isTaken = (at: number, entryIndex: number): boolean =>
      desk.engine.view(desk.call(at, { entry: entryIndex })) !== null;
    expect(isTaken(0, 0)).toBe(true);
    expect(isTaken(1, 0)).toBe(false); // the site is full
    expect(isTaken(2, 1)).toBe(true);
    expect(isTaken(3, 1)).toBe(true);
    expect(isTaken(4, 1)).toBe(false); // the shared service is full
  });
});

describe('a line for each leg', () => {
  test('LM-03: from the arrival to the end of the leg; the agent’s telephone takes none', () => {
    const desk = new Desk();
    const call = desk.call(0);
    expect(inUse(desk)).toBe(1);
    desk.available(10, 0);
    desk.answer(12, call);
    expect(inUse(desk)).toBe(1);
    desk.hangUp(60, call);
    expect(inUse(desk)).toBe(0); // wrap-up holds no line
    desk.tell(70, 'wrapUpSubmitted', call, 0, '');
    expect(inUse(desk)).toBe(0);
  });

  test('LM-03: a callback holds none while it waits, one from the dial on', () => {
    const desk = new Desk(offering());
    const call = desk.call(0);
    desk.advance(30);
    desk.press(31, call);
    expect(inUse(desk)).toBe(1); // the confirmation
    desk.promptDone(39, call);
    expect(inUse(desk)).toBe(0);
    desk.available(60, 0);
    expect(inUse(desk)).toBe(0); // nothing is dialled while the agent's telephone rings
    desk.accept(65, call);
    expect([inUse(desk), desk.engine.centre.lines.outboundInUse]).toEqual([1, 1]);
    desk.dialFails(80, call, 'noAnswer');
    expect([inUse(desk), desk.engine.centre.lines.outboundInUse]).toEqual([0, 0]);
  });

  test('LM-03: a transfer outside holds two, and both end with the call', () => {
    const external = (): readonly [Desk, ContactId] => {
      const desk = new Desk(
        routing({
          queues: [
            queue('sales', {
              overflow: [
                { when: 'workItemLimit', limit: 0, action: { do: 'transferExternal', number: '+1' } },
              ],
            }),
          ],
        }),
      );
      return [desk, desk.call(0)];
    };
    const [ended, first] = external();
    expect([inUse(ended), ended.engine.centre.lines.outboundInUse]).toEqual([2, 1]);
    ended.customerAnswers(5, first);
    ended.hangUp(9, first);
    expect(inUse(ended)).toBe(0);
    const [failed, second] = external();
    failed.dialFails(5, second, 'busy');
    expect([inUse(failed), failed.engine.centre.lines.outboundInUse]).toEqual([1, 0]);
  });

  test.each([
    ['abandons', (desk: Desk, call: ContactId) => desk.hangUp(9, call)],
    [
      'is lost at connect',
      (desk: Desk, call: ContactId) => {
        desk.available(1, 0);
        desk.accept(2, call);
        desk.hangUp(2.5, call);
      },
    ],
  ])('LM-03: a caller who %s frees it', (_name, end) => {
    const desk = new Desk();
    const call = desk.call(0);
    end(desk, call);
    expect(inUse(desk)).toBe(0);
    expect(desk.engine.centre.contacts.open).toBe(0);
  });

  test('LM-03: check and take are one step: what is refused takes nothing', () => {
    const lines = new Lines(routing({ maxCalls: 2, maxOutbound: 1 }));
    expect([lines.take(0, true), lines.take(0, true), lines.take(0, false), lines.take(0, false)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([lines.inUse, lines.outboundInUse]).toEqual([2, 1]);
    lines.free(0, true);
    expect([lines.inUse, lines.outboundInUse]).toEqual([1, 0]);
    expect(() => {
      lines.free(0, true);
    }).toThrow('twice');
  });
});

describe('the ceiling for dials', () => {
  test.each([
    ['the shared service', { maxOutbound: 1 }],
    ['all its lines', { maxCalls: 1 }],
    ['its site', { sites: [{ name: 'north', maxCalls: Infinity, maxOutbound: 1 }] }],
  ])(
    'LM-01: at the ceiling of %s a callback is refused with the reason, and tried again when a line frees',
    (_name, partial) => {
      const desk = new Desk(
        offering({ ...partial, agents: ['ana', 'bob'].map((name) => ({ ...offering().agents[0]!, name })) }),
      );
      const first = promise(desk, 0);
      const second = promise(desk, 50);
      desk.available(100, 0, 1);
      desk.accept(101, first);
      desk.take();
      desk.accept(102, second);
      expect(desk.take()).toEqual([`102 notify bob line-ceiling ${second}`]);
      expect(desk.factsOf('refused')).toEqual([`102 refused 1 ${second} line-ceiling`]);
      // It waits at its rank, no attempt used, and is offered to nobody.
      expect(desk.view(second)).toMatchObject({ attempts: 0, agentIndex: -1 });
      desk.advance(110);
      expect(desk.take()).toEqual([]);
      desk.dialFails(120, first, 'noAnswer');
      expect(desk.take().at(-1)).toContain(` ring ${second} `);
    },
  );

  test('LM-01: an inbound call may take the last line, so that a dial waits for it', () => {
    const desk = new Desk(offering({ maxCalls: 1 }));
    const call = promise(desk, 0);
    desk.tell(55, 'agentSignedIn', 0);
    const inbound = desk.call(56);
    desk.tell(57, 'presenceChosen', 0, 'available'); // the older callback rings first
    desk.accept(58, call);
    expect(desk.factsOf('refused')).toEqual([`58 refused 0 ${call} line-ceiling`]);
    expect(desk.rings.get(inbound)!.agent).toBe(0); // it blocks nobody
    desk.answer(60, inbound);
    desk.finish(70, inbound, 0);
    expect(desk.take().at(-1)).toContain(` ring ${call} ana callback`);
  });
});
