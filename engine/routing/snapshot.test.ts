import { describe, expect, test } from 'vitest';
import { EMPTY_FRAME } from './centre.ts';
import { Engine } from './engine.ts';
import { thrown } from './fuzz.ts';
import { checkSnapshot } from './invariants.ts';
import { hashOf, restore, save, stateHash, type EngineState } from './snapshot.ts';
import { replay } from './tape.ts';
import { routing } from './testing/desk.ts';

const seeds = Array.from({ length: process.env['TANDEM_LONG'] === undefined ? 80 : 5000 }, (_, at) => at + 1);

describe('a snapshot', () => {
  test('INV-D2: saved halfway, sent through JSON and restored, a run comes to the same end', () => {
    for (const seed of seeds) {
      const { run, centred } = thrown(seed);
      const half = Math.floor(run.tape.length / 2);
      const whole = new Engine(centred.setup);
      whole.begin(centred.frame);
      replay(run.tape.slice(0, half), whole);
      expect(() => checkSnapshot(centred.setup, whole, run.tape.slice(half)), `seed ${seed}`).not.toThrow();
      expect(stateHash(whole), `seed ${seed}`).toBe(stateHash(run.engine));
    }
  });

  test('is taken between two steps, with the outbox drained', () => {
    const engine = new Engine(routing());
    engine.begin(EMPTY_FRAME);
    engine.contactArrived(0, 0, 1, false);
    expect(() => save(engine)).toThrow('drained');
  });

  test('is refused under a setup with other agents, and with a field that does not exist', () => {
    const engine = new Engine(routing());
    engine.begin(EMPTY_FRAME);
    const state = save(engine);
    expect(() => restore(routing({ agents: [] }), state)).toThrow('its own setup');
    const strange = { ...state, centre: { ...state.centre, toString: 1 } } as unknown as EngineState;
    expect(() => restore(routing(), strange)).toThrow('toString');
  });

  test('saving changes nothing', () => {
    const { run } = thrown(3);
    const before = stateHash(run.engine);
    save(run.engine);
    expect(stateHash(run.engine)).toBe(before);
  });
});

test('the fingerprint is FNV-1a in its first half, as published', () => {
  // Reference values of the 32-bit FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
  expect(hashOf('').slice(0, 8)).toBe('811c9dc5');
  expect(hashOf('a').slice(0, 8)).toBe('e40c292c');
  expect(hashOf('foobar').slice(0, 8)).toBe('bf9cf968');
});
