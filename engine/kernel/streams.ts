import alea, { type Alea } from 'seedrandom/lib/alea.js';

/**
 * Named random streams: `streams.of('arrivals/sales').next()`.
 *
 * A stream depends on the seed of the run and on its own name, not on which other streams exist nor on how much they drew, so a
 * new agent or queue moves nobody else's chance. What belongs to one caller does not come from here but from his luck
 * (`luck.ts`). Nothing here knows what the numbers are used for.
 */
export class Streams {
  readonly #seed: string;
  readonly #isMirrored: boolean;
  readonly #byName = new Map<string, Stream>();

  /** @param isMirrored the largest number in place of the smallest and so on: the other day of an antithetic pair */
  constructor(seed: number | string, isMirrored = false) {
    this.#seed = String(seed);
    this.#isMirrored = isMirrored;
  }

  of(name: string): Stream {
    const known = this.#byName.get(name);
    if (known) return known;
    const stream = new Stream(`${this.#seed}/${name}`, this.#isMirrored);
    this.#byName.set(name, stream);
    return stream;
  }

  save(): StreamsState {
    const streams: Record<string, StreamState> = Object.create(null) as Record<string, StreamState>;
    for (const [name, stream] of this.#byName) streams[name] = stream.save();
    return { streams };
  }

  /** Streams that had not been asked for when the state was saved start afresh; those held by others go on from the state. */
  restore(state: StreamsState): void {
    for (const [name, stream] of this.#byName) if (!(name in state.streams)) stream.rewind();
    for (const [name, saved] of Object.entries(state.streams)) this.of(name).restore(saved);
  }
}

export interface StreamsState {
  readonly streams: Readonly<Record<string, StreamState>>;
}

/** What alea keeps. Written out: who uses our types has no declarations of the package's inner file. */
export interface StreamState {
  readonly c: number;
  readonly s0: number;
  readonly s1: number;
  readonly s2: number;
}

/** seedrandom's alea: 32 bits a draw, period about 2^116, four times as fast as the package's default generator. */
export class Stream {
  readonly #seed: string;
  readonly #isMirrored: boolean;
  #draw: Alea;

  constructor(seed: string, isMirrored = false) {
    this.#seed = seed;
    this.#isMirrored = isMirrored;
    this.#draw = alea(seed, { state: true });
  }

  /** Uniform in [0, 1), a multiple of 2^-32. */
  next(): number {
    const u = this.#draw();
    return this.#isMirrored ? LAST - u : u;
  }

  /** Back to the beginning. */
  rewind(): void {
    this.#draw = alea(this.#seed, { state: true });
  }

  save(): StreamState {
    return this.#draw.state();
  }

  restore(state: StreamState): void {
    this.#draw = alea(this.#seed, { state });
  }
}

/** The largest number a stream gives. */
const LAST = 1 - 2 ** -32;
