/**
 * The checker of invariants: what must never be violated, whatever comes in. It runs after every step in tests
 * and on a sample of steps elsewhere; it reads the engine's state and a small memory of its own, and changes
 * nothing. A violation throws, and its message begins with the invariant's ID: `INV-C6: ...`.
 *
 * The memory listens to the facts: give it to the engine as its listener, or forward to it.
 */
import type { RoutingSetup, RunFrame } from '../config/setup.ts';
import { timeOf } from '../kernel/time.ts';
import { Timer } from './centre.ts';
import { Engine } from './engine.ts';
import { checkAgents } from './invariants/agents.ts';
import { checkClosings, checkCommands } from './invariants/commands.ts';
import { checkContacts } from './invariants/contacts.ts';
import { fail, Memory } from './invariants/memory.ts';
import { checkOffers } from './invariants/offers.ts';
import { checkPromises } from './invariants/promises.ts';
import { checkQueues } from './invariants/queues.ts';
import { checkTimers } from './invariants/timers.ts';
import { restore, save, stateHash, type EngineState } from './snapshot.ts';
import { replay, type CommandRecord, type InputRecord, type TapeLine } from './tape.ts';

export { Memory };

/** A memory for a centre that is about to begin. */
export const memoryFor = ({ queues, agents, profiles }: RoutingSetup): Memory =>
  new Memory(queues.length, agents.length, profiles.length);

/** After each step: the input that made it, the engine as it now is, the commands it wrote. */
export function checkInvariants(
  memory: Memory,
  input: InputRecord,
  engine: Engine,
  commands: readonly CommandRecord[],
): void {
  const { centre } = engine;
  checkTime(memory, engine);
  // A jump over several deadlines is checked as a whole: what is said of one step is not said of it.
  const isOneStep = centre.step - memory.step <= 1;
  checkCommands(memory, input, commands, centre.step);
  checkClosings(memory, input);
  checkOffers(memory, input, centre, commands, isOneStep);
  checkPromises(memory, centre, commands, isOneStep);
  checkQueues(memory, input, centre, isOneStep);
  checkAgents(memory, input, centre, isOneStep);
  checkContacts(memory, centre);
  checkTimers(centre);
  memory.now = centre.now;
  memory.step = centre.step;
  memory.nextDeadline = engine.nextDeadline;
  memory.passDue = centre.passDue;
  memory.forgetStep();
}

/** D1: the same version, setup, frame and tape give the same commands and the same state. */
export function checkReplay(
  setup: RoutingSetup,
  frame: RunFrame,
  tape: readonly TapeLine[],
  commands: string,
  hash: string,
): void {
  const again = new Engine(setup);
  again.begin(frame);
  const replayed = replay(tape, again);
  if (replayed !== commands) fail('D1', `a tape of ${tape.length} inputs replays to other commands`);
  if (stateHash(again) !== hash) fail('D1', `a tape of ${tape.length} inputs replays to another state`);
}

/** D2: an engine saved, sent through JSON and restored is the same, and goes on to the same commands. */
export function checkSnapshot(setup: RoutingSetup, engine: Engine, rest: readonly TapeLine[]): void {
  const state = save(engine);
  const restored = restore(setup, JSON.parse(JSON.stringify(state)) as EngineState);
  if (stateHash(restored) !== stateHash(engine)) fail('D2', 'a restored engine is in another state');
  if (replay(rest, restored) !== replay(rest, engine)) fail('D2', 'a restored engine goes on otherwise');
  if (stateHash(restored) !== stateHash(engine)) fail('D2', 'a restored engine comes to another end');
}

/** C5, D4: time and steps go on, and nothing that is due lies in the past. */
function checkTime(memory: Memory, engine: Engine): void {
  const { centre } = engine;
  if (!(centre.now >= memory.now)) fail('C5', `time went back from ${memory.now} to ${centre.now}`);
  if (centre.step < memory.step) fail('D4', `step ${centre.step} comes after ${memory.step}`);
  if (timeOf(engine.nextDeadline) < centre.now)
    fail('D4', `something was due at ${timeOf(engine.nextDeadline)}, now is ${centre.now}`);
  for (const { at } of memory.told)
    if (at < memory.now || at > centre.now) fail('C5', `a fact of ${at} is told at ${centre.now}`);
  memory.midnightsBefore = memory.midnights;
  let midnights = 0;
  for (const { kind } of centre.calendar.save().pending) if (kind === Timer.midnight) midnights += 1;
  memory.midnights = midnights;
  if (memory.midnightsBefore < 0) memory.midnightsBefore = centre.frame.midnights.length;
}
