/**
 * Are the blocks of a long run far enough apart? An interval from batch means takes them as independent; when what is left over
 * from one block is felt in the next, it is too narrow. The ratio of von Neumann (1941) compares neighbours with all: Fishman's
 * form (1978, Management Science 24) is the correlation of neighbours plus a correction at both ends, with mean 0 and variance
 * (n - 2) / (n² - 1) where the blocks are independent.
 *
 * It judges the blocks there are; how long they should be is decided in summary.ts.
 */

/** Numerators and denominators of one ratio, block by block. */
export class BlockSeries {
  readonly #numerators: number[] = [];
  readonly #denominators: number[] = [];

  add(numerator: number, denominator: number): void {
    this.#numerators.push(numerator);
    this.#denominators.push(denominator);
  }

  /** What each block adds to the error of the ratio: N - r D. */
  get residuals(): number[] {
    const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
    const r = sum(this.#numerators) / sum(this.#denominators);
    return this.#numerators.map((N, at) => N - r * this.#denominators[at]!);
  }
}

export interface BatchCheck {
  /** Of neighbouring blocks. */
  readonly correlation: number;
  /** In standard deviations of what independent blocks would show. */
  readonly z: number;
  /** Beyond what independent blocks show once in a hundred long runs. */
  readonly isCorrelated: boolean;
}

/** Below so many blocks chance hides any correlation. */
const BLOCKS_LEAST = 8;
/** One-sided at 1 %. */
const Z_MOST = 2.3263478740408408;

/** null: too few blocks to tell, or they do not differ at all. */
export function batchCheck(values: readonly number[]): BatchCheck | null {
  const n = values.length;
  if (n < BLOCKS_LEAST) return null;
  const mean = values.reduce((sum, each) => sum + each, 0) / n;
  let squares = 0;
  let steps = 0;
  values.forEach((each, at) => {
    squares += (each - mean) ** 2;
    if (at > 0) steps += (each - values[at - 1]!) ** 2;
  });
  if (!(squares > 0)) return null;
  const correlation = 1 - steps / (2 * squares);
  const z = correlation / Math.sqrt((n - 2) / (n * n - 1));
  return { correlation, z, isCorrelated: z > Z_MOST };
}
