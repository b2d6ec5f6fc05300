import { describe, expect, test } from 'vitest';
import type { WrapUpSetup } from '../../config/setup.ts';
import { seconds } from '../../kernel/time.ts';
import { Desk, queue, routing } from '../testing/desk.ts';

const activity = (desk: Desk): string | undefined => desk.factsOf('activity').at(-1);
const lastRang = (desk: Desk): string | undefined => desk.factsOf('rang').at(-1);
const free = (desk: Desk): number => desk.engine.centre.agents[0]!.freeUnits;

/** Ana has talked from 12 s to 60 s and is in wrap-up; a second call waits since 61 s unless told otherwise. */
function wrappingUp(partial: Partial<WrapUpSetup> = {}): { desk: Desk; call: number; next: number } {
  const wrapUp: WrapUpSetup = {
    block: Infinity,
    autoAfter: Infinity,
    mayExtend: false,
    reasons: ['done', 'sold'],
    ...partial,
  };
  const desk = new Desk(routing({ queues: [queue('sales', { wrapUp })] }));
  desk.available(0, 0);
  const call = desk.call(10);
  desk.answer(12, call);
  desk.hangUp(60, call);
  const next = desk.call(61);
  return { desk, call, next };
}

describe('wrap-up', () => {
  test('WU-01: the end of a call puts its agent in wrap-up; submitted, he is available again', () => {
    const { desk, call, next } = wrappingUp();
    expect(activity(desk)).toBe('60 activity 0 wrapUp');
    desk.advance(500);
    expect(desk.factsOf('rang')).toHaveLength(1);
    desk.tell(501, 'wrapUpSubmitted', call, 0, 'sold');
    expect(lastRang(desk)).toBe(`501 rang ${next} 0`);
    expect(desk.factsOf('handled')).toEqual([`501 handled ${call} 0`]);
    expect(desk.factsOf('closed')).toEqual([`501 closed ${call} handled`]);
  });

  test('WU-01: ended by the agent it is the same, and the customer is hung up on', () => {
    const desk = new Desk();
    desk.available(0, 0);
    const call = desk.call(10);
    desk.answer(12, call);
    desk.take();
    desk.tell(60, 'endRequested', call, 0);
    expect(desk.take()).toEqual([`60 hangup ${call} handled`]);
    expect(activity(desk)).toBe('60 activity 0 wrapUp');
  });

  test('WU-01, PR-06: or the pending Idle takes effect', () => {
    const { desk, call } = wrappingUp();
    desk.tell(70, 'presenceChosen', 0, 'away');
    expect(activity(desk)).toBe('60 activity 0 wrapUp');
    desk.tell(80, 'wrapUpSubmitted', call, 0, 'done');
    expect(activity(desk)).toBe('80 activity 0 unavailable');
  });

  test.each([
    ['always', Infinity, 500],
    ['none', 0, 61],
    ['custom 30 s', seconds(30), 90],
  ])('WU-02: block %s: capacity is free and the next call rings at the right moment', (_, block, at) => {
    const { desk, call, next } = wrappingUp({ block });
    desk.advance(at - 0.001);
    expect(desk.factsOf('rang').length).toBe(at === 61 ? 2 : 1);
    desk.advance(at);
    if (at === 500) desk.tell(500, 'wrapUpSubmitted', call, 0, '');
    expect(lastRang(desk)).toBe(`${at} rang ${next} 0`);
    // The wrap-up itself goes on until it is submitted.
    expect(desk.factsOf('closed')).toHaveLength(at === 500 ? 1 : 0);
  });

  test('WU-02, PR-04: presence is worked out again when the block ends', () => {
    const desk = new Desk(
      routing({
        queues: [
          queue('sales', {
            wrapUp: { block: seconds(30), autoAfter: Infinity, mayExtend: false, reasons: ['done'] },
          }),
        ],
      }),
    );
    desk.available(0, 0);
    const call = desk.call(10);
    desk.answer(12, call);
    expect(desk.engine.centre.agents[0]!.ableFor).toBe(0);
    desk.hangUp(60, call);
    desk.advance(89.999);
    expect([free(desk), desk.engine.centre.agents[0]!.ableFor]).toEqual([0, 0]);
    desk.advance(90);
    expect([free(desk), desk.engine.centre.agents[0]!.ableFor]).toEqual([1, 1]);
  });

  test('WU-02: capacity freed by the block is not freed again by the submit', () => {
    const { desk, call } = wrappingUp({ block: seconds(30) });
    desk.advance(90);
    expect(free(desk)).toBe(0); // the next call rings
    desk.tell(95, 'wrapUpSubmitted', call, 0, '');
    expect(free(desk)).toBe(0);
  });

  test('WU-02, AS-06: the release clock is set when the block lets go, not when the wrap-up ends', () => {
    const { desk, call } = wrappingUp({ block: seconds(30) });
    desk.advance(90);
    desk.tell(95, 'wrapUpSubmitted', call, 0, '');
    expect(desk.engine.centre.agents[0]!.releasedVoice).toBe(90_000);
  });

  test('WU-03: without a submit the wrap-up ends by itself after autoWrapAfter', () => {
    const { desk, call, next } = wrappingUp({ autoAfter: seconds(15) });
    desk.advance(74.999);
    expect(desk.factsOf('rang')).toHaveLength(1);
    desk.advance(75);
    expect(lastRang(desk)).toBe(`75 rang ${next} 0`);
    expect(desk.factsOf('closed')).toEqual([`75 closed ${call} handled`]);
  });

  test('WU-03: extended, if allowed, the clock is cancelled', () => {
    const { desk, call } = wrappingUp({ autoAfter: seconds(15), mayExtend: true });
    desk.tell(70, 'wrapUpExtended', call, 0);
    desk.advance(500);
    expect(desk.factsOf('closed')).toEqual([]);
    desk.tell(501, 'wrapUpSubmitted', call, 0, 'done');
    expect(desk.factsOf('closed')).toEqual([`501 closed ${call} handled`]);
  });

  test('WU-03: not allowed, the clock runs on', () => {
    const { desk, call } = wrappingUp({ autoAfter: seconds(15), mayExtend: false });
    desk.tell(70, 'wrapUpExtended', call, 0);
    expect(desk.factsOf('refused')).toEqual([`70 refused 0 ${call} not-enabled`]);
    desk.advance(75);
    expect(desk.factsOf('closed')).toHaveLength(1);
  });

  test('WU-07: a reason of the list or the default is taken, an unknown code refused', () => {
    const { desk, call } = wrappingUp();
    desk.tell(70, 'wrapUpSubmitted', call, 0, 'sould');
    expect(desk.factsOf('refused')).toEqual([`70 refused 0 ${call} unknown-reason`]);
    expect(desk.factsOf('closed')).toEqual([]);
    desk.tell(71, 'wrapUpSubmitted', call, 0, '');
    expect(desk.factsOf('closed')).toEqual([`71 closed ${call} handled`]);
  });

  test('WU-X2: submit and auto-wrap in the same instant: the submit wins, the wrap-up ends once', () => {
    const { desk, call } = wrappingUp({ autoAfter: seconds(15) });
    desk.tell(75, 'wrapUpSubmitted', call, 0, 'sould');
    // Had the clock come first there would be nothing left to refuse as unknown.
    expect(desk.factsOf('refused')).toEqual([`75 refused 0 ${call} unknown-reason`]);

    const other = wrappingUp({ autoAfter: seconds(15) });
    other.desk.tell(75, 'wrapUpSubmitted', other.call, 0, 'sold');
    expect(other.desk.factsOf('refused')).toEqual([]);
    expect(other.desk.factsOf('closed')).toEqual([`75 closed ${other.call} handled`]);
  });

  test('WU-X3, PR-09: sign-out in wrap-up is refused', () => {
    const { desk } = wrappingUp();
    desk.tell(70, 'signOutRequested', 0);
    expect(desk.factsOf('refused')[0]).toContain('not-allowed-in-state');
    expect(activity(desk)).toBe('60 activity 0 wrapUp');
  });

  test('PR-14: a supervisor ends the wrap-up early; block always or not, capacity is free now', () => {
    const { desk, call, next } = wrappingUp();
    desk.take();
    desk.tell(70, 'wrapUpEndRequested', 0);
    expect(desk.take()).toContain(`70 notify ana wrapUp-closed ${call}`);
    expect(desk.factsOf('closed')).toEqual([`70 closed ${call} handled`]);
    expect(lastRang(desk)).toBe(`70 rang ${next} 0`);
  });

  test('only the agent of the contact may submit its wrap-up', () => {
    const { desk, call } = wrappingUp();
    desk.tell(70, 'wrapUpSubmitted', call + 1, 0, 'done');
    expect(desk.factsOf('refused')).toEqual([`70 refused 0 ${call + 1} not-allowed-in-state`]);
  });
});
