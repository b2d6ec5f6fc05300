import { describe, expect, it } from 'vitest';
import { Join } from './join.ts';

describe('Join', () => {
  it('gives results out by number, whatever the order they came in', () => {
    const join = new Join<string>();
    const out: string[] = [];
    for (const number of [2, 0, 3, 1]) {
      join.put(number, `day ${number}`);
      for (let next = join.take(); next !== undefined; next = join.take()) out.push(next);
    }
    expect(out).toEqual(['day 0', 'day 1', 'day 2', 'day 3']);
    expect(join.waiting).toBe(0);
  });

  it('gives each number out once, even if it comes again', () => {
    const join = new Join<string>();
    join.put(0, 'first');
    expect(join.take()).toBe('first');
    join.put(0, 'again');
    expect(join.take()).toBeUndefined();
    expect(join.waiting).toBe(0);
  });
});
