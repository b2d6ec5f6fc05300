import { expect, test } from 'vitest';
import { Desk, callbackProfile, queue, routing } from './testing/desk.ts';

test('EX-01, CB-02: offers start 30, 150 and 270 s after entry when nobody is free', () => {
  const desk = new Desk(
    routing({
      queues: [
        queue('sales', {
          overflow: [{ when: 'workItemLimit', limit: 0, action: { do: 'directCallback', profile: 0 } }],
        }),
      ],
      callbackProfiles: [callbackProfile()],
    }),
  );
  const call = desk.call(0);
  for (const at of [30, 150, 270]) {
    desk.advance(at);
    desk.promptDone(at + 8, call);
  }
  desk.advance(300);
  expect(desk.commands.filter((line) => line.includes('callbackOffer'))).toEqual([
    `30 play ${call} callbackOffer 0`,
    `150 play ${call} callbackOffer 0`,
    `270 play ${call} callbackOffer 0`,
  ]);
});

test('EX-02, CB-06, CB-10, K-15: the item keeps its place, is offered when an agent is free, and joined after the dial', () => {
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
  desk.advance(151);
  desk.press(152, call);
  desk.promptDone(160, call);
  desk.available(400, 0);
  expect(desk.take().at(-1)).toBe(`400 ring ${call} ana callback 418`);
  desk.accept(405, call);
  desk.customerAnswers(417, call);
  desk.join(417, call);
  expect(desk.view(call).joinedAt - desk.view(call).optedInAt).toBe(265_000);
  desk.finish(500, call, 0);
  expect(desk.factsOf('closed')).toEqual([`500 closed ${call} completed`]);
});
