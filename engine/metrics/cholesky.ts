/**
 * Linear regression's own equations, a handful of them: sums of squares and products into triangles (Cholesky), and the coefficients
 * from those. A variable that the ones before it say wholly is left out. It knows no statistics.
 */

export interface Cholesky {
  readonly size: number;
  /** Variables that say something which those before them do not; the others get no coefficient. */
  readonly kept: readonly number[];
  /** Rows of the kept ones, of their lower triangle. */
  readonly rows: readonly (readonly number[])[];
}

/** Of so much of its own variance something must be left that the variables before it do not say: rounding makes 1e-12 of it. */
const LEFT_LEAST = 1e-9;

/** @param squares sums of squares and products of the variables about their means; symmetric */
export function choleskyOf(squares: readonly (readonly number[])[]): Cholesky {
  const kept: number[] = [];
  const rows: number[][] = [];
  squares.forEach((row, one) => {
    const entries: number[] = [];
    kept.forEach((other, at) => {
      const before = dot(entries, rows[at]!.slice(0, at));
      entries.push((row[other]! - before) / rows[at]![at]!);
    });
    const left = row[one]! - dot(entries, entries);
    if (!(left > LEFT_LEAST * row[one]!)) return;
    kept.push(one);
    rows.push([...entries, Math.sqrt(left)]);
  });
  return { size: squares.length, kept, rows };
}

/** The coefficients of all variables, 0 for those left out. */
export function solve({ size, kept, rows }: Cholesky, right: readonly number[]): number[] {
  const forward: number[] = [];
  rows.forEach((row, at) => forward.push((right[kept[at]!]! - dot(forward, row.slice(0, at))) / row[at]!));
  const answer = Array.from({ length: size }, () => 0);
  for (let at = rows.length - 1; at >= 0; at--) {
    let sum = forward[at]!;
    for (let below = at + 1; below < rows.length; below++) sum -= rows[below]![at]! * answer[kept[below]!]!;
    answer[kept[at]!] = sum / rows[at]![at]!;
  }
  return answer;
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, each, at) => sum + each * b[at]!, 0);
}
