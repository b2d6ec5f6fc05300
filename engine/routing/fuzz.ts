/**
 * The fuzz: a centre and a run of legal and illegal inputs made from one seed, with the checker of invariants
 * after every step. What it finds it reports as the seed and the shortest run it could make of it by leaving
 * moves out. It plays the host only; the engine under it is the real one.
 */
import { dueAt, Rank, timeOf } from '../kernel/time.ts';
import { Engine } from './engine.ts';
import { Dice } from './fuzz/dice.ts';
import { Host } from './fuzz/host.ts';
import {
  Mover,
  type AgentRef,
  type Argument,
  type CommandRef,
  type ContactRef,
  type Known,
  type Move,
} from './fuzz/moves.ts';
import { makeCentre, type Centred } from './fuzz/setups.ts';
import { checkInvariants, memoryFor, type Memory } from './invariants.ts';
import type { Told } from './invariants/memory.ts';
import { NOBODY, type ContactId } from './protocol.ts';
import {
  CommandList,
  dueOfInput,
  Recorder,
  tell,
  type CommandRecord,
  type InputRecord,
  type TapeLine,
} from './tape.ts';

/** What a test may do beside the run: look before each pass, break something, count. */
export interface Bystander {
  begun?(engine: Engine): void;
  beforeInput?(engine: Engine, input: InputRecord): void;
  /** What the checker is shown of the commands. */
  heard?(engine: Engine, commands: readonly CommandRecord[]): readonly CommandRecord[];
  /** After the checker found nothing. */
  afterStep?(engine: Engine, step: Step): void;
}

export interface Step {
  readonly input: InputRecord;
  readonly commands: readonly CommandRecord[];
  readonly told: readonly Told[];
}

export interface Failure {
  readonly seed: number;
  readonly message: string;
  readonly moves: readonly Move[];
  readonly tape: readonly TapeLine[];
}

/** One run: an engine, its host, the checker, and the tape. */
export class FuzzRun {
  readonly engine: Engine;
  readonly memory: Memory;
  readonly host = new Host();
  readonly known: Known[] = [];
  readonly commands: CommandRecord[] = [];
  readonly #ids = new Map<number, ContactId>();
  readonly #recorder: Recorder;
  readonly #list = new CommandList();
  readonly #bystander: Bystander;

  constructor(
    { setup, frame }: Centred,
    bystander: Bystander = {},
    isExplained = false,
    /** One that has run before, to run again. */
    engine?: Engine,
  ) {
    this.memory = memoryFor(setup);
    this.engine = engine ?? new Engine(setup);
    this.engine.centre.facts = this.memory;
    this.engine.reasons = null;
    this.engine.begin(frame);
    this.#recorder = new Recorder(this.engine);
    this.#bystander = bystander;
    if (isExplained) {
      this.memory.isExplained = true;
      this.engine.reasons = (record) => this.memory.explained.push(record);
    }
    bystander.begun?.(this.engine);
  }

  get tape(): readonly TapeLine[] {
    return this.#recorder.lines;
  }

  play(move: Move): void {
    const { engine } = this;
    const now = this.#timeOf(move);
    if (move.input === 'wait') {
      this.#serveUntil(dueAt(now, Rank.pass) + 1);
      return;
    }
    const input: InputRecord = [move.input, now, ...move.args.map((each) => this.#resolve(each))];
    if (!move.jump) this.#serveUntil(dueOfInput(input));
    const answer = this.#give(input);
    if (move.input !== 'contactArrived') return;
    const id = answer as ContactId;
    this.#ids.set(move.tag, id);
    if (engine.view(id) !== null || this.known.length < 200) this.known.push({ tag: move.tag, id });
  }

  /** Everything due until then, one deadline at a time. */
  #serveUntil(limit: number): void {
    const { engine } = this;
    for (let due = engine.nextDeadline; due < limit; due = engine.nextDeadline)
      this.#give(['advanceTo', due]);
  }

  #give(input: InputRecord): unknown {
    const { engine } = this;
    this.#bystander.beforeInput?.(engine, input);
    const answer = tell(this.#recorder, input);
    engine.outbox.drainTo(this.#list);
    const written = this.#list.take();
    for (const record of written) {
      this.host.hear(record);
      this.commands.push(record);
    }
    const heard = this.#bystander.heard?.(engine, written) ?? written;
    const { told } = this.memory;
    checkInvariants(this.memory, input, engine, heard);
    this.#bystander.afterStep?.(engine, { input, commands: heard, told });
    return answer;
  }

  #timeOf({ wait }: Move): number {
    const { now, nextDeadline } = this.engine;
    if (wait !== 'deadline') return Math.max(0, now + wait);
    return nextDeadline === Infinity ? now : Math.max(now, timeOf(nextDeadline));
  }

  #resolve(argument: Argument): unknown {
    if (typeof argument !== 'object' || 'change' in argument) return argument;
    if ('contact' in argument) return this.#contact((argument as ContactRef).contact);
    if ('command' in argument) {
      const { command, of } = argument as CommandRef;
      const line = this.host.of(this.#contact(of));
      return command === 'old' ? (line.old[Math.floor(line.old.length / 2)] ?? 4096) : line[command];
    }
    const id = this.#contact((argument as AgentRef).agentOf);
    const owner = this.engine.view(id)?.agentIndex ?? NOBODY;
    return owner !== NOBODY ? owner : Math.max(0, this.host.of(id).ringAgent);
  }

  #contact(tag: number): ContactId {
    return this.#ids.get(tag) ?? 987_654_321;
  }
}

const LENGTHS = [40, 80, 160];

interface Throw {
  readonly centred: Centred;
  readonly isExplained: boolean;
  readonly run: FuzzRun;
  readonly moves: Move[];
  /** Plays it to its end, or throws what the checker found. */
  readonly toItsEnd: () => void;
}

function throwRun(seed: number, bystander: Bystander, change: (made: Centred) => Centred): Throw {
  const dice = new Dice(seed);
  const centred = change(makeCentre(dice));
  const isExplained = dice.chance(0.2);
  const length = dice.pick(LENGTHS);
  const moves: Move[] = [];
  const run = new FuzzRun(centred, bystander, isExplained);
  const mover = new Mover(dice, centred.setup);
  const toItsEnd = (): void => {
    while (moves.length < length) {
      const move = mover.next(run.engine, run.host, run.known);
      moves.push(move);
      run.play(move);
    }
  };
  return { centred, isExplained, run, moves, toItsEnd };
}

const asItIs = (made: Centred): Centred => made;

/** The run of a seed, played to its end; in a centre changed to make something rare more likely, if asked. */
export function thrown(
  seed: number,
  bystander: Bystander = {},
  change: (made: Centred) => Centred = asItIs,
): Omit<Throw, 'toItsEnd'> {
  const { toItsEnd, ...rest } = throwRun(seed, bystander, change);
  toItsEnd();
  return rest;
}

/** The run of a seed: null when nothing is wrong, else what is, in as few moves as could be found. */
export function fuzz(seed: number, bystander: () => Bystander = () => ({})): Failure | null {
  const { centred, isExplained, moves, toItsEnd } = throwRun(seed, bystander(), asItIs);
  try {
    toItsEnd();
    return null;
  } catch (error) {
    return shrink(seed, centred, isExplained, moves, messageOf(error), bystander);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const idOf = (message: string): string => message.split(':')[0]!;

/** Leave out what does not matter, in ever smaller pieces, as long as the same invariant fails. */
function shrink(
  seed: number,
  centred: Centred,
  isExplained: boolean,
  moves: readonly Move[],
  message: string,
  bystander: () => Bystander,
): Failure {
  let best = moves;
  let last = attempt(centred, isExplained, moves, bystander) ?? { message, tape: [] };
  let tries = 600;
  for (let size = Math.ceil(moves.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length && tries > 0;) {
      const shorter = [...best.slice(0, at), ...best.slice(at + size)];
      tries -= 1;
      const failed = attempt(centred, isExplained, shorter, bystander);
      if (failed !== null && idOf(failed.message) === idOf(message)) {
        best = shorter;
        last = failed;
      } else at += size;
    }
  }
  return { seed, message: last.message, moves: best, tape: last.tape };
}

function attempt(
  centred: Centred,
  isExplained: boolean,
  moves: readonly Move[],
  bystander: () => Bystander,
): { readonly message: string; readonly tape: readonly TapeLine[] } | null {
  const run = new FuzzRun(centred, bystander(), isExplained);
  try {
    for (const move of moves) run.play(move);
    return null;
  } catch (error) {
    return { message: messageOf(error), tape: run.tape };
  }
}

/** What to print. */
export const describe = ({ seed, message, tape }: Failure): string =>
  [`seed ${seed}: ${message}`, ...tape.map((line) => `  ${line}`)].join('\n');
