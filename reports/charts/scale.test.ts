/** The scale of all charts against its definition: two points make a line. */
import { describe, expect, it } from 'vitest';
import { linear } from './scale.ts';

describe('A scale', () => {
  it('takes the ends of the domain to the ends of the range, and the middle to the middle', () => {
    const y = linear([10, 30], [200, 0]);
    expect([10, 20, 30, 40].map((value) => y(value))).toEqual([200, 100, 0, -100]);
  });

  it('gives the value back', () => {
    const x = linear([8, 18], [40, 740]);
    for (const value of [8, 9.5, 18, 21]) expect(x.invert(x(value))).toBeCloseTo(value, 12);
  });

  it('stops at the ends where that is asked for, both ways', () => {
    const y = linear([0, 5], [100, 0], true);
    expect([y(-1), y(7)]).toEqual([100, 0]);
    expect([y.invert(150), y.invert(-10)]).toEqual([0, 5]);
  });

  it('has a domain of one point in its middle, and round steps', () => {
    expect(linear([3, 3], [0, 100])(3)).toBe(50);
    expect(linear([0.3, 2.1], [0, 100]).ticks(4)).toEqual([0.5, 1, 1.5, 2]);
  });
});
