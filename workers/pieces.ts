/**
 * Pieces of a validation over workers. They are handed out in the order in which they are made, a few to each worker, and answered in
 * any order; a worker that dies is replaced and its pieces are done again. It refuses to know what a piece is and when it is enough:
 * whoever makes the pieces does.
 */
import { platform } from '#platform';
import { Validator } from '../engine/index.ts';
import type { ValidationAnswer, ValidationTask } from '../engine/index.ts';
import type { FromWorker } from './simulation-api.ts';
import { returnThread, takeThread } from './shelf.ts';
import type { PlatformThread } from './thread.ts';

export interface Pieces {
  /** The next piece; undefined: none now, perhaps after the next answer. */
  next(): { readonly number: number; readonly task: ValidationTask } | undefined;
  answered(number: number, answer: ValidationAnswer): void;
  /** The engine contradicted itself, or three workers died of it. */
  failed(number: number, why: string): void;
}

export interface PiecesOptions {
  /** Worker threads; 0: in this thread. Left out: one per core. */
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Enough not to wait for the next message, few enough to stop soon. */
const IN_HAND = 2;
const DEATHS = 3;
let jobs = 1_000_000;

/** Resolves when no piece is left, or when it is stopped. */
export async function workOff(pieces: Pieces, options: PiecesOptions): Promise<'done' | 'stopped'> {
  platform.tuneCompiler();
  const workers = options.workers ?? platform.threadsUsual();
  return workers === 0 ? alone(pieces, options) : new Crew(pieces, workers, options.signal).work();
}

async function alone(pieces: Pieces, { signal }: PiecesOptions): Promise<'done' | 'stopped'> {
  const validator = new Validator();
  for (let piece = pieces.next(); piece !== undefined; piece = pieces.next()) {
    if (signal?.aborted === true) return 'stopped';
    try {
      pieces.answered(piece.number, validator.answer(piece.task));
    } catch (error) {
      pieces.failed(piece.number, error instanceof Error ? error.message : String(error));
    }
    await new Promise<void>((resolve) => platform.later(resolve));
  }
  return 'done';
}

type Piece = NonNullable<ReturnType<Pieces['next']>>;

class Crew {
  readonly #pieces: Pieces;
  readonly #size: number;
  readonly #signal: AbortSignal | undefined;
  readonly #job = ++jobs;
  readonly #hands = new Map<PlatformThread, Piece[]>();
  readonly #deaths = new Map<number, number>();
  #again: Piece[] = [];
  #settle: ((end: 'done' | 'stopped') => void) | null = null;
  #fail: ((error: Error) => void) | null = null;

  constructor(pieces: Pieces, size: number, signal: AbortSignal | undefined) {
    this.#pieces = pieces;
    this.#size = size;
    this.#signal = signal;
  }

  work(): Promise<'done' | 'stopped'> {
    return new Promise((resolve, reject) => {
      this.#settle = resolve;
      this.#fail = reject;
      if (this.#signal?.aborted === true) return this.#end('stopped');
      this.#signal?.addEventListener('abort', this.#stop, { once: true });
      this.#safely(() => {
        for (let worker = 0; worker < this.#size; worker++) this.#hire();
        this.#fillAll();
      });
    });
  }

  readonly #stop = (): void => this.#end('stopped');

  #hire(): void {
    const thread = takeThread();
    this.#hands.set(thread, []);
    thread.listen({
      heard: (message) => this.#safely(() => this.#heard(thread, message)),
      died: (error) => this.#safely(() => this.#died(thread, error)),
    });
  }

  /** One to each before a second to anyone, so that pieces made last are shared out too. */
  #fillAll(): void {
    for (let most = 1; most <= IN_HAND; most++) {
      for (const [thread, inHand] of this.#hands) {
        if (inHand.length >= most) continue;
        const piece = this.#again.shift() ?? this.#pieces.next();
        if (piece === undefined) break;
        inHand.push(piece);
        thread.post({ say: 'validate', job: this.#job, ...piece });
      }
    }
    if ([...this.#hands.values()].every((inHand) => inHand.length === 0)) this.#end('done');
  }

  #heard(thread: PlatformThread, message: FromWorker): void {
    if (message.say !== 'validated' && message.say !== 'notValidated') return;
    if (message.job !== this.#job || this.#settle === null) return;
    const inHand = this.#hands.get(thread) ?? [];
    const place = inHand.findIndex(({ number }) => number === message.number);
    if (place >= 0) inHand.splice(place, 1);
    if (message.say === 'validated') this.#pieces.answered(message.number, message.answer);
    else this.#pieces.failed(message.number, message.why);
    this.#fillAll();
  }

  #died(thread: PlatformThread, error: Error): void {
    if (this.#settle === null) return;
    const [suspect, ...others] = this.#hands.get(thread) ?? [];
    this.#hands.delete(thread);
    this.#again.push(...others);
    if (suspect !== undefined) {
      const deaths = (this.#deaths.get(suspect.number) ?? 0) + 1;
      this.#deaths.set(suspect.number, deaths);
      if (deaths < DEATHS) this.#again.unshift(suspect);
      else this.#pieces.failed(suspect.number, `${deaths} workers died: ${error.message}`);
    }
    this.#hire();
    this.#fillAll();
  }

  #safely(step: () => void): void {
    try {
      step();
    } catch (error) {
      const fail = this.#fail;
      this.#disband();
      fail?.(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #end(end: 'done' | 'stopped'): void {
    const settle = this.#settle;
    this.#disband();
    settle?.(end);
  }

  #disband(): void {
    this.#settle = null;
    this.#fail = null;
    this.#signal?.removeEventListener('abort', this.#stop);
    for (const thread of this.#hands.keys()) returnThread(thread, this.#job);
    this.#hands.clear();
  }
}
