/**
 * MurmurHash3 (Appleby 2011), the 32-bit variant for whole words, and two of them side by side for 64 bits: what tells that two long
 * streams are the same. Multiplications modulo 2^32 only, so every machine and every JavaScript engine gives the same. It is no seal
 * against forgery.
 */

export class Hash32 {
  readonly #seed: number;
  readonly #first: number;
  readonly #second: number;
  #state: number;
  #words = 0;

  /** The published function has these two multipliers. */
  constructor(seed: number, first = 0xcc9e2d51, second = 0x1b873593) {
    this.#seed = seed;
    this.#first = first;
    this.#second = second;
    this.#state = seed;
  }

  clear(): void {
    this.#state = this.#seed;
    this.#words = 0;
  }

  /** The low 32 bits of a whole number. */
  add(word: number): void {
    let k = Math.imul(word, this.#first);
    k = Math.imul((k << 15) | (k >>> 17), this.#second);
    const h = this.#state ^ k;
    this.#state = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
    this.#words += 1;
  }

  /** Of all words so far; more may follow. */
  get value(): number {
    let h = this.#state ^ (4 * this.#words);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  }
}

/** Two by 32 bits, of different seeds and multipliers: 16 figures. Two of a billion different streams agree once in 37 times. */
export class Hash64 {
  readonly #one = new Hash32(0);
  readonly #other = new Hash32(0x9747b28c, 0x239b961b, 0xab0e9789);
  readonly #parts = new DataView(new ArrayBuffer(8));

  clear(): void {
    this.#one.clear();
    this.#other.clear();
  }

  /** The low 32 bits of a whole number. */
  word(word: number): void {
    this.#one.add(word);
    this.#other.add(word);
  }

  /** Any number, as the eight bytes that stand for it. */
  number(value: number): void {
    this.#parts.setFloat64(0, value);
    this.word(this.#parts.getInt32(0));
    this.word(this.#parts.getInt32(4));
  }

  text(text: string): void {
    this.word(text.length);
    for (let at = 0; at < text.length; at++) this.word(text.charCodeAt(at));
  }

  get hex(): string {
    return figures(this.#one.value) + figures(this.#other.value);
  }
}

const figures = (word: number): string => word.toString(16).padStart(8, '0');
