import alea from 'seedrandom/lib/alea.js';

/**
 * The luck of one caller or agent: uniform numbers that depend on (seed, day, purpose, subject, draw) and on nothing else.
 *
 * A stream gives the n-th caller whatever its predecessors left; here each caller has his own numbers, whatever the rules do to
 * the others, so two scenarios are compared caller by caller. It is Threefry2x32 with 13 rounds (Salmon, Moraes, Dror, Shaw:
 * Parallel random numbers: as easy as 1, 2, 3; SC 2011, which found it to pass BigCrush with 13 rounds): a keyed function of a
 * counter. Nothing is kept per caller; an alea seeded for each would take 2 µs to set up.
 */
export class Luck {
  #key0 = 0;
  #key1 = 0;
  #key2 = PARITY;
  /** All bits of a mirrored number are turned over: u becomes 1 - u, exactly. */
  #mirror = 0;

  /**
   * One key for a purpose and a day; afterwards the numbers differ in every bit from those of any other day or purpose.
   * @param isMirrored 1 - u in place of each u: the other day of an antithetic pair
   */
  rekey(seed: number | string, day: number, purpose: string, isMirrored = false): this {
    const words = alea(`${seed}/${day}/${purpose}`);
    this.#mirror = isMirrored ? -1 : 0;
    return this.rekeyWith(words.int32(), words.int32());
  }

  rekeyWith(key0: number, key1: number): this {
    this.#key0 = key0 | 0;
    this.#key1 = key1 | 0;
    this.#key2 = PARITY ^ key0 ^ key1;
    return this;
  }

  /**
   * Uniform in the open interval (0, 1): an odd multiple of 2^-53, so neither end occurs, u and 1 - u are equally likely and both
   * exact. `subject` and `draw` are whole numbers below 2^32.
   */
  at(subject: number, draw = 0): number {
    const key0 = this.#key0;
    const key1 = this.#key1;
    const key2 = this.#key2;
    let a = (subject + key0) | 0;
    let b = (draw + key1) | 0;
    // The rounds are written out: 15 ns; as a loop over a table of rotations 35 to 50.
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a; // prettier-ignore
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + key1) | 0;
    b = (b + key2 + 1) | 0;
    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    a = (a + b) | 0;
    b = ((b << 29) | (b >>> 3)) ^ a;
    a = (a + b) | 0;
    b = ((b << 16) | (b >>> 16)) ^ a;
    a = (a + b) | 0;
    b = ((b << 24) | (b >>> 8)) ^ a;
    a = (a + key2) | 0;
    b = (b + key0 + 2) | 0;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + key0) | 0;
    b = (b + key1 + 3) | 0;
    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    // Two operations more, without a branch: a day that is not mirrored costs the same.
    a ^= this.#mirror;
    b ^= this.#mirror;
    return ((a >>> 0) * 2 ** 20 + (b >>> 12) + 0.5) * 2 ** -52;
  }
}

const PARITY = 0x1bd11bda;
