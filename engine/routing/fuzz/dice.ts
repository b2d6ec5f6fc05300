/** Chance for the fuzz, from one named stream: the same seed throws the same dice. */
import { Streams, type Stream } from '../../kernel/streams.ts';

export class Dice {
  readonly #stream: Stream;

  constructor(seed: number | string) {
    this.#stream = new Streams(seed).of('fuzz');
  }

  chance(share: number): boolean {
    return this.#stream.next() < share;
  }

  /** A whole number from 0 up to, and without, `count`. */
  below(count: number): number {
    return Math.floor(this.#stream.next() * count);
  }

  /** Both ends included. */
  whole(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  pick<T>(among: readonly T[]): T {
    return among[this.below(among.length)]!;
  }
}
