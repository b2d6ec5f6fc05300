import { describe, expect, test } from 'vitest';
import type { CapacityProfileSetup, RoutingSetup, WorkClassSetup, WrapUpSetup } from '../config/setup.ts';
import { seconds } from '../kernel/time.ts';
import { At } from './agent-states.ts';
import { fullness, takeCapacity } from './capacity.ts';
import { agent, Desk, entry, queue, routing, voiceWork } from './testing/desk.ts';

const profile = (
  name: string,
  limit: number,
  reset: CapacityProfileSetup['reset'] = 'immediate',
  blocking = false,
): CapacityProfileSetup => ({ name, limit, reset, blocking });

/** Work that asks for these profiles and no units; the agent may be Busy with something else. */
const work = (...profiles: number[]): WorkClassSetup => ({
  channel: 'voice',
  units: 0,
  profiles,
  allowedPresences: ['available', 'busy'],
});

const holding = (...profiles: number[]) => profiles.map((each) => ({ profile: each, limit: null }));
const wrapUp = (block: number): WrapUpSetup => ({
  block,
  autoAfter: Infinity,
  mayExtend: false,
  reasons: ['done'],
});

/** One queue; entry k brings work of class k; ana holds all profiles unless told otherwise. */
function profiled(
  profiles: readonly CapacityProfileSetup[],
  classes: readonly WorkClassSetup[],
  partial: Partial<RoutingSetup> = {},
): RoutingSetup {
  return routing({
    profiles,
    classes,
    agents: [agent('ana', { profiles: holding(...profiles.keys()) })],
    entries: classes.map((_, index) => entry(`kind ${index}`, { workClass: index })),
    ...partial,
  });
}

const ana = (desk: Desk) => desk.engine.centre.agents[0]!;
/** What is left of a profile: the limit less what is used. */
const left = (desk: Desk, of = 0): number => ana(desk).profileLimit[of]! - ana(desk).profileUsed[of]!;
const rang = (desk: Desk): number => desk.factsOf('rang').length;

/** A call of that kind, answered at once if it rings; its id. */
function take(desk: Desk, at: number, kind = 0): number {
  const before = rang(desk);
  const call = desk.call(at, { entry: kind });
  if (rang(desk) > before) desk.answer(at, call);
  return call;
}

describe('profiles', () => {
  test('CP-01, CP-02: work may ask for several profiles; assigning takes one of each', () => {
    const desk = new Desk(profiled([profile('a', 3), profile('b', 2), profile('c', 9)], [work(0, 1)]));
    desk.available(0, 0);
    take(desk, 10);
    expect([left(desk, 0), left(desk, 1), left(desk, 2)]).toEqual([2, 1, 9]);
  });

  test.each([
    ['all of them', holding(0, 1), true],
    ['only the first', holding(0), false],
    ['only the second', holding(1), false],
    ['none', [], false],
  ])('CP-02: work that asks for two profiles, an agent who holds %s', (_, profiles, isAble) => {
    const desk = new Desk(
      profiled([profile('a', 3), profile('b', 3)], [work(0, 1)], { agents: [agent('ana', { profiles })] }),
    );
    desk.available(0, 0);
    desk.call(10);
    expect(rang(desk)).toBe(isAble ? 1 : 0);
  });

  test('CP-X5, CP-02: with one of two profiles full he is not able, and both stay untouched', () => {
    const desk = new Desk(profiled([profile('a', 3), profile('b', 1)], [work(0, 1), work(0)]));
    desk.available(0, 0);
    take(desk, 10);
    expect([left(desk, 0), left(desk, 1)]).toEqual([2, 0]);
    take(desk, 20);
    expect([rang(desk), left(desk, 0), left(desk, 1)]).toEqual([1, 2, 0]);
    take(desk, 30, 1);
    expect([rang(desk), left(desk, 0)]).toEqual([2, 1]);
  });

  test('CP-01: each agent has his own counter', () => {
    const desk = new Desk(
      profiled([profile('a', 1)], [work(0)], {
        agents: [agent('ana', { profiles: holding(0) }), agent('ben', { profiles: holding(0) })],
      }),
    );
    desk.available(0, 0, 1);
    for (const at of [10, 20, 30]) take(desk, at);
    expect(desk.factsOf('rang').map((line) => line.split(' ')[3])).toEqual(['0', '1']);
  });

  test.each([
    ['always', Infinity, 70],
    ['none', 0, 60],
    ['custom', seconds(5), 65],
  ])('CP-03, WU-02: an immediate unit returns when the conversation leaves, block %s', (_, block, at) => {
    const desk = new Desk(
      profiled([profile('a', 1)], [work(0)], { queues: [queue('sales', { wrapUp: wrapUp(block) })] }),
    );
    desk.available(0, 0);
    const call = take(desk, 10);
    desk.hangUp(60, call);
    desk.advance(at - 0.001);
    expect(left(desk)).toBe(at === 60 ? 1 : 0);
    desk.advance(at);
    if (at === 70) desk.tell(70, 'wrapUpSubmitted', call, 0, '');
    expect(left(desk)).toBe(1);
    expect(at).toBe(desk.engine.now / 1000);
  });

  test('CP-04: of an end-of-day quota closing returns nothing, the end of the shift all', () => {
    const desk = new Desk(profiled([profile('quota', 2, 'endOfDay')], [work(0)]));
    desk.available(0, 0);
    for (const at of [10, 20]) desk.finish(at + 5, take(desk, at), 0);
    expect(left(desk)).toBe(0);
    const waiting = desk.call(30);
    desk.advance(1000);
    expect(rang(desk)).toBe(2);
    desk.tell(1001, 'shiftEnded', 0);
    expect(left(desk)).toBe(1); // one of two is taken by the call that rings now
    expect(desk.factsOf('rang').at(-1)).toBe(`1001 rang ${waiting} 0`);
  });

  test('CP-04: a quota without a shift begins anew at midnight', () => {
    const desk = new Desk(
      profiled([profile('quota', 1, 'endOfDay')], [work(0)], {
        agents: [agent('ana', { profiles: holding(0), quotaEnds: 'midnight' })],
      }),
      { midnights: [seconds(5000)] },
    );
    desk.available(0, 0);
    desk.finish(20, take(desk, 10), 0);
    desk.tell(100, 'shiftEnded', 0);
    const waiting = desk.call(200);
    desk.advance(4999.999);
    expect(rang(desk)).toBe(1);
    desk.advance(5000);
    expect(desk.factsOf('rang').at(-1)).toBe(`5000 rang ${waiting} 0`);
  });

  test('CP-04: an offer that nobody took uses nothing of the quota', () => {
    const desk = new Desk(profiled([profile('quota', 5, 'endOfDay')], [work(0)]));
    desk.available(0, 0);
    const call = desk.call(10);
    expect(left(desk)).toBe(4);
    desk.hangUp(12, call);
    expect(left(desk)).toBe(5);
  });

  test('EX-11, CP-02, CP-04: Total 5, High 2, Normal 4: the third H is refused; after five nothing more of any kind', () => {
    const high = 0;
    const normal = 1;
    const desk = new Desk(
      profiled(
        [profile('Total', 5, 'endOfDay'), profile('High', 2, 'endOfDay'), profile('Normal', 4, 'endOfDay')],
        [work(0, 1), work(0, 2)],
      ),
    );
    desk.available(0, 0);
    const served = (at: number, kind: number): boolean => {
      const before = rang(desk);
      const call = take(desk, at, kind);
      if (rang(desk) === before) desk.hangUp(at + 1, call);
      else desk.finish(at + 1, call, 0);
      return rang(desk) > before;
    };
    expect([high, high].map((kind, turn) => served(10 + 10 * turn, kind))).toEqual([true, true]);
    expect(served(40, high)).toBe(false);
    expect([normal, normal, normal].map((kind, turn) => served(50 + 10 * turn, kind))).toEqual([
      true,
      true,
      true,
    ]);
    expect([high, normal].map((kind, turn) => served(100 + 10 * turn, kind))).toEqual([false, false]);
  });

  test('CP-05: a blocking profile that is full stops work of any kind; another only its own', () => {
    for (const blocking of [true, false]) {
      const desk = new Desk(
        profiled([profile('a', 1, 'immediate', blocking), profile('b', 5)], [work(0), work(1)]),
      );
      desk.available(0, 0);
      const first = take(desk, 10, 0);
      const second = take(desk, 20, 0);
      expect(rang(desk)).toBe(1);
      desk.hangUp(25, second);
      const other = desk.call(30, { entry: 1 });
      expect(rang(desk)).toBe(blocking ? 1 : 2);
      // Below the limit again, he gets it.
      desk.finish(40, first, 0);
      if (blocking) expect(desk.view(other).agentIndex).not.toBe(-1);
    }
  });

  test('CP-06: an outbound profile of 1 forbids a second call before the first ends; blocking, no inbound call either', () => {
    const desk = new Desk(
      profiled([profile('outbound', 1, 'immediate', true), profile('inbound', 3)], [work(0), work(1)]),
    );
    desk.available(0, 0);
    const outbound = take(desk, 10, 0);
    desk.call(20, { entry: 0 });
    desk.call(30, { entry: 1 });
    expect(rang(desk)).toBe(1);
    desk.finish(40, outbound, 0);
    expect(rang(desk)).toBe(2);
  });

  test('CP-07: without the outbound profile an agent gets no outbound work, and inbound as ever', () => {
    const desk = new Desk(
      profiled([profile('outbound', 1, 'immediate', true), profile('inbound', 3)], [work(0), work(1)], {
        agents: [agent('ana', { profiles: holding(1) })],
      }),
    );
    desk.available(0, 0);
    take(desk, 10, 0);
    expect(rang(desk)).toBe(0);
    take(desk, 20, 1);
    expect(rang(desk)).toBe(1);
  });

  const setLimit = (desk: Desk, at: number, limit: number | null): void =>
    desk.tell(at, 'configurationChanged', { change: 'profileLimit', agent: 0, profile: 0, limit });

  test('CP-08: a custom limit overrides the profile’s, null restores it', () => {
    const desk = new Desk(
      profiled([profile('a', 2)], [work(0)], {
        agents: [agent('ana', { profiles: [{ profile: 0, limit: 3 }] })],
      }),
    );
    expect(left(desk)).toBe(3);
    setLimit(desk, 1, 5);
    expect(left(desk)).toBe(5);
    setLimit(desk, 2, null);
    expect(left(desk)).toBe(2);
  });

  test('EX-12, CP-08, CP-X4: custom limit 5 to 2 with 4 open: availability -2, nothing is taken away', () => {
    const desk = new Desk(profiled([profile('a', 5)], [work(0)]));
    desk.available(0, 0);
    const calls = [10, 20, 30, 40].map((at) => take(desk, at));
    setLimit(desk, 50, 2);
    expect(left(desk)).toBe(-2);
    expect(desk.factsOf('closed')).toEqual([]);
    expect(desk.factsOf('joined')).toHaveLength(4);
    desk.call(60);
    for (const [turn, call] of calls.slice(0, 2).entries()) desk.finish(70 + turn, call, 0);
    expect([left(desk), rang(desk)]).toEqual([0, 4]);
    desk.finish(80, calls[2]!, 0);
    expect(rang(desk)).toBe(5);
  });

  test('CP-09, CP-X6: who assigns by hand takes capacity beyond the limit, blocking or not; the excess shows as negative', () => {
    const desk = new Desk(profiled([profile('a', 1, 'immediate', true)], [work(0)]));
    desk.available(0, 0);
    take(desk, 10);
    const waiting = desk.call(20);
    const { centre } = desk.engine;
    takeCapacity(centre, ana(desk), centre.find(waiting)!);
    expect(left(desk)).toBe(-1);
    expect(fullness(centre, ana(desk))).toBe('over');
  });

  test('CP-12: the reset kind of a profile cannot be changed', () => {
    const desk = new Desk(profiled([profile('a', 1)], [work(0)]));
    desk.tell(10, 'configurationChanged', { change: 'profileReset', profile: 0, reset: 'endOfDay' });
    expect(desk.factsOf('refused')).toEqual(['10 refused -1 -1 not-editable']);
    desk.available(20, 0);
    desk.finish(30, take(desk, 25), 0);
    expect(left(desk)).toBe(1);
  });
});

describe('units', () => {
  test.each([
    [1, 1, 1],
    [4, 1, 4],
    [4, 2, 2],
    [5, 2, 2],
    [1, 2, 0],
    [1, 0.1, 10],
  ])('CP-11: %d units at a cost of %d take %i contacts at once', (units, cost, expected) => {
    const desk = new Desk(
      routing({
        agents: [agent('ana', { units })],
        classes: [{ ...voiceWork, units: cost, allowedPresences: ['available', 'busy', 'doNotDisturb'] }],
      }),
    );
    desk.available(0, 0);
    for (let at = 1; at <= 12; at++) take(desk, at);
    expect(rang(desk)).toBe(expected);
    expect(ana(desk).freeUnits).toBeGreaterThanOrEqual(0);
  });

  test('CP-11: units given back are exactly those taken, fractions too', () => {
    const desk = new Desk(
      routing({
        agents: [agent('ana', { units: 1 })],
        entries: [entry('a'), entry('b', { workClass: 1 })],
        classes: [0.1, 0.2].map((units) => ({
          ...voiceWork,
          units,
          allowedPresences: ['available', 'busy'] as const,
        })),
      }),
    );
    desk.available(0, 0);
    const calls = [take(desk, 1, 0), take(desk, 2, 1)];
    for (const call of calls) desk.finish(10, call, 0);
    expect(ana(desk).freeUnits).toBe(1);
    expect(ana(desk).presence).toBe(At.available);
  });
});

describe('edges of the quotas', () => {
  test('CP-X1: a reset while a call is up: the counter is 0, the call goes on uncounted, its end returns nothing', () => {
    const desk = new Desk(profiled([profile('quota', 3, 'endOfDay')], [work(0)]));
    desk.available(0, 0);
    const old = take(desk, 10);
    desk.tell(20, 'shiftEnded', 0);
    expect(left(desk)).toBe(3);
    const fresh = take(desk, 30);
    expect(left(desk)).toBe(2);
    desk.finish(40, old, 0);
    expect(left(desk)).toBe(2);
    // The one that is open still makes him Busy.
    expect(ana(desk).presence).toBe(At.busy);
    desk.finish(50, fresh, 0);
    expect(left(desk)).toBe(2);
    expect(ana(desk).presence).toBe(At.available);
  });

  test('CP-X1: never below 0, also when a ring from before the reset comes to nothing', () => {
    const desk = new Desk(profiled([profile('quota', 3, 'endOfDay')], [work(0)]));
    desk.available(0, 0);
    const call = desk.call(10);
    desk.tell(12, 'shiftEnded', 0);
    desk.hangUp(14, call);
    expect(left(desk)).toBe(3);
  });

  test('CP-X2: the shift ends while his last call is up; still Available, the quota is free for the next', () => {
    const desk = new Desk(profiled([profile('quota', 1, 'endOfDay')], [work(0)]));
    desk.available(0, 0);
    const call = take(desk, 10);
    desk.tell(2200, 'shiftEnded', 0);
    desk.finish(2210, call, 0);
    const next = desk.call(2220);
    expect(desk.factsOf('rang').at(-1)).toBe(`2220 rang ${next} 0`);
  });

  test('CP-X3: the timed block frees presence, not the quota', () => {
    const desk = new Desk(
      profiled([profile('quota', 2, 'endOfDay')], [work(0)], {
        queues: [queue('sales', { wrapUp: wrapUp(seconds(30)) })],
      }),
    );
    desk.available(0, 0);
    desk.hangUp(60, take(desk, 10));
    desk.advance(89.999);
    expect(ana(desk).presence).toBe(At.busy);
    desk.advance(90);
    expect(ana(desk).presence).toBe(At.available);
    expect(left(desk)).toBe(1);
  });
});
