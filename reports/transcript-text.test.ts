import { describe, expect, test } from 'vitest';
import { agent, Desk, queue, routing } from '../engine/routing/testing/desk.ts';
import { offering, optIn } from '../engine/routing/testing/callback-desk.ts';
import { listenTo } from '../engine/routing/testing/transcribed.ts';
import { COMMAND_FIELDS, FACT_FIELDS, INPUT_FIELDS } from '../engine/routing/transcript-fields.ts';
import type { Entry } from '../engine/index.ts';
import { hours } from '../engine/kernel/time.ts';
import { isEssential, lineOf, reasonLines } from './transcript-text.ts';

const startOfDay = hours(8);
const linesOf = (entries: readonly Entry[]): readonly string[] =>
  entries.filter(isEssential).map((entry) => lineOf(entry, { startOfDay }));

describe('lines', () => {
  test('NT-03: a missed ring in the words of the house', () => {
    const desk = new Desk();
    const transcript = listenTo(desk);
    desk.available(0, 0);
    transcript.take();
    desk.call(0);
    desk.advance(18);
    expect(linesOf(transcript.take())).toEqual([
      '08:00:00 call 1 arrives at main',
      '08:00:00 call 1 in sales at rank 1',
      '08:00:00 ring ana for call 1 (until 08:00:18)',
      '08:00:18 withdraw call 1 from ana: no answer; ana inactive (RONA)',
      '08:00:18 call 1 back in sales at rank 1',
      '08:00:18 nobody can take call 1',
    ]);
  });

  test('CB-02, CB-04, CB-05, CB-12, CB-20: a callback', () => {
    const desk = new Desk(offering());
    const transcript = listenTo(desk);
    const call = optIn(desk);
    desk.available(60, 0);
    desk.accept(62, call);
    desk.advance(92);
    expect(linesOf(transcript.take().filter(({ t, contact }) => t > 0 && contact !== undefined))).toEqual([
      '08:00:30 play the callback offer to call 1',
      '08:00:32 call 1 presses 1',
      '08:00:32 play the callback confirmation to call 1',
      '08:00:32 call 1 takes the callback',
      '08:00:40 hang up call 1: goodbye until the callback',
      '08:00:50 call 1 may be given to an agent',
      '08:00:50 nobody can take call 1',
      '08:01:00 ring ana for call 1 as a callback (until 08:01:18)',
      '08:01:02 ana accepts call 1',
      '08:01:02 dial call 1 for ana (for 30 s)',
      '08:01:32 stop dialling call 1',
      '08:01:32 attempt 1 to reach call 1: no answer',
      '08:01:32 call 1 will be tried again at 08:16:32',
    ]);
  });

  test('the rule stands in brackets where it is asked for', () => {
    const entry: Entry = { t: 0, kind: 'command', name: 'answer', contact: 3, rule: 'RT-01' };
    expect(lineOf(entry, { startOfDay, rules: true })).toBe('08:00:00 answer call 3 [RT-01]');
    expect(lineOf(entry, { startOfDay })).toBe('08:00:00 answer call 3');
  });

  test('times past midnight say so', () => {
    const entry: Entry = {
      t: hours(17),
      kind: 'fact',
      name: 'backInQueue',
      contact: 1,
      queue: 'sales',
      rank: 2,
    };
    expect(lineOf(entry, { startOfDay })).toBe('01:00:00+1 call 1 back in sales at rank 2');
  });

  test('every input, command and fact has words of its own', () => {
    const names = [INPUT_FIELDS, COMMAND_FIELDS, FACT_FIELDS].flatMap((table) => Object.keys(table));
    for (const name of [...names, 'decided', 'backInQueue', 'carriedOver']) {
      const line = lineOf(
        { t: 0, kind: 'fact', name, contact: 7, agent: 'ana', queue: 'sales' },
        { startOfDay },
      );
      // The bare name would be a word in camel case.
      expect(line.slice(9), name).not.toBe(name);
      expect(line, name).not.toMatch(/undefined|NaN|object/);
    }
  });
});

describe('why', () => {
  test('GEN-09, AS-06, AS-03: those refused for the same reason stand together, names that follow each other in short', () => {
    const names = ['ana', 'team 1', 'team 2', 'team 3', 'team 5', 'bob'];
    const desk = new Desk(routing({ agents: names.map((name) => agent(name)), queues: [queue('sales')] }));
    const transcript = listenTo(desk);
    desk.available(0, 0, 5);
    desk.call(1);
    const ring = transcript.take().find(({ name }) => name === 'ring')!;
    expect(reasonLines(ring)).toEqual([
      'team 1 to 3, team 5: signed out [AS-03]',
      'bob: able, another goes first [AS-06]',
    ]);
  });

  test('what only says the rule once more is left out', () => {
    const reason = { decision: 'no retry', candidates: [{ name: 'retry', refusedBy: 'CB-21' }] };
    expect(reasonLines({ t: 0, kind: 'fact', name: 'closed', rule: 'CB-21', reason })).toEqual([]);
  });
});
