import { describe, expect, test } from 'vitest';
import { EMPTY_FRAME } from './centre.ts';
import { Engine } from './engine.ts';
import { FuzzRun, thrown } from './fuzz.ts';
import { checkReplay } from './invariants.ts';
import { stateHash } from './snapshot.ts';
import { CommandList, readLine, Recorder, replay, spell } from './tape.ts';
import { agent, callbackProfile, queue, routing } from './testing/desk.ts';

const seeds = Array.from({ length: process.env['TANDEM_LONG'] === undefined ? 60 : 3000 }, (_, at) => at + 1);

const setup = routing({
  agents: [agent('ana'), agent('ben')],
  queues: [
    queue('sales', {
      overflow: [{ when: 'workItemLimit', limit: 0, action: { do: 'directCallback', profile: 0 } }],
    }),
  ],
  callbackProfiles: [callbackProfile()],
});

describe('the tape', () => {
  test('writes each input as a line, and what is due is on it too', () => {
    const engine = new Engine(setup);
    engine.begin(EMPTY_FRAME);
    const recorder = new Recorder(engine);
    const id = recorder.contactArrived(1000, 0, 17, false);
    recorder.dtmf(2000, id, '1');
    recorder.advanceTo(engine.nextDeadline);
    expect(recorder.lines).toEqual([
      '["contactArrived",1000,0,17,false]',
      '["dtmf",2000,0,"1"]',
      '["advanceTo",248005]',
    ]);
  });

  test('INV-D1: a tape replays to the same commands, byte for byte, and to the same state', () => {
    const engine = new Engine(setup);
    engine.begin(EMPTY_FRAME);
    const recorder = new Recorder(engine);
    const commands = new CommandList();
    const drain = (): void => engine.outbox.drainTo(commands);
    for (let minute = 0; minute < 60; minute++) {
      const now = minute * 60_000;
      recorder.contactArrived(now, 0, minute % 7, minute % 5 === 0);
      drain();
      if (minute === 20) recorder.agentSignedIn(now, 0);
      if (minute === 20) recorder.presenceChosen(now, 0, 'available');
      while (engine.nextDeadline < (now + 60_000) * 8) {
        recorder.advanceTo(engine.nextDeadline);
        drain();
      }
      recorder.dtmf(now + 59_000, minute, '1');
      drain();
    }
    const again = new Engine(setup);
    again.begin(EMPTY_FRAME);
    expect(replay(recorder.lines, again)).toBe(spell(commands.take()));
    expect(stateHash(again)).toBe(stateHash(engine));
  });

  test('INV-D1: so does the tape of every random run', () => {
    for (const seed of seeds) {
      const { run, centred } = thrown(seed);
      const { setup: own, frame } = centred;
      expect(
        () => checkReplay(own, frame, run.tape, spell(run.commands), stateHash(run.engine)),
        `seed ${seed}`,
      ).not.toThrow();
    }
  });

  test('INV-D1: a run does not depend on what its engine did before', () => {
    for (const seed of seeds) {
      const { run, centred, moves } = thrown(seed);
      const second = new FuzzRun(centred, {}, false, run.engine);
      for (const move of moves) second.play(move);
      expect(spell(second.commands), `seed ${seed}`).toBe(spell(run.commands));
    }
  });

  test('GEN-03: what is due before an input is served alike, one by one or by the input itself', () => {
    for (const seed of seeds) {
      const { centred, moves } = thrown(seed);
      const [apart, together] = [false, true].map((jump) => {
        const run = new FuzzRun(centred);
        for (const move of moves) run.play({ ...move, jump });
        return spell(run.commands);
      });
      expect(together, `seed ${seed}`).toBe(apart);
    }
  });

  test('GEN-09: listening to reasons changes no decision', () => {
    for (const seed of seeds) {
      const { run, centred } = thrown(seed);
      const listening = new Engine(centred.setup);
      listening.reasons = () => undefined;
      listening.begin(centred.frame);
      expect(replay(run.tape, listening), `seed ${seed}`).toBe(spell(run.commands));
    }
  });

  test.each([
    '{"name":"dtmf"}',
    '["constructor",0]',
    '["hasOwnProperty",0]',
    '["dtmf"]',
    '[]',
    'null',
    '["centre",0]',
  ])('refuses the line %s', (line) => {
    expect(() => readLine(line)).toThrow(SyntaxError);
  });
});
