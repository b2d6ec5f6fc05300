import { describe, expect, it } from 'vitest';
import { Luck } from '../kernel/luck.ts';
import { normalQuantile } from '../kernel/quantiles.ts';
import { batchCheck, BlockSeries } from './batches.ts';

const luck = new Luck().rekey(1, 0, 'batches');
const normal = (run: number, at: number): number => normalQuantile(luck.at(run, at));

/** Neighbours correlated by rho. */
function chain(run: number, length: number, rho: number): number[] {
  const values = [normal(run, 0)];
  for (let at = 1; at < length; at++)
    values.push(rho * values[at - 1]! + Math.sqrt(1 - rho * rho) * normal(run, at));
  return values;
}

describe('The check of batch means', () => {
  it('is the ratio of von Neumann: by hand of eight blocks that rise and fall', () => {
    // 1 2 3 4 4 3 2 1: mean 2.5, squares 10, steps 1 1 1 0 1 1 1.
    const check = batchCheck([1, 2, 3, 4, 4, 3, 2, 1])!;
    expect(check.correlation).toBeCloseTo(1 - 6 / 20, 12);
    expect(check.z).toBeCloseTo(0.7 / Math.sqrt(6 / 63), 12);
    expect(check.isCorrelated).toBe(false);
  });

  it('finds independent blocks correlated in one run of a hundred', () => {
    const runs = 4000;
    let found = 0;
    for (let run = 0; run < runs; run++) if (batchCheck(chain(run, 30, 0))!.isCorrelated) found += 1;
    // z of the number found; the normal law is an approximation at 30 blocks, so 0.5 to 1.5 %.
    expect(found / runs).toBeGreaterThan(0.005);
    expect(found / runs).toBeLessThan(0.015);
  });

  it('finds a correlation of 0.6 in three of four runs', () => {
    const runs = 500;
    let found = 0;
    for (let run = 0; run < runs; run++) if (batchCheck(chain(run, 30, 0.6))!.isCorrelated) found += 1;
    expect(found / runs).toBeGreaterThan(0.75);
  });

  it('says nothing of few blocks, nor of blocks that do not differ', () => {
    expect(batchCheck(chain(0, 7, 0.9))).toBeNull();
    expect(batchCheck(Array.from({ length: 30 }, () => 4))).toBeNull();
  });

  it('looks at what each block adds to the error of the ratio of sums', () => {
    const series = new BlockSeries();
    series.add(10, 2);
    series.add(20, 2);
    series.add(30, 6);
    // 60 / 10 = 6.
    expect(series.residuals).toEqual([-2, 8, -6]);
  });
});
