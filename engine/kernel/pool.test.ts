import { describe, expect, it } from 'vitest';
import { NO_ID, Pool } from './pool.ts';
import { Streams } from './streams.ts';

class Visit {
  slot = 0;
  generation = 0;
  caller = '';
}

describe('a pool', () => {
  it('uses objects again, but never an id', () => {
    const pool = new Pool(() => new Visit());
    const ids = new Set<number>([NO_ID]);
    const objects = new Set<Visit>();
    for (let i = 0; i < 1_000; i++) {
      const visit = pool.take();
      expect(ids.has(pool.idOf(visit))).toBe(false);
      ids.add(pool.idOf(visit));
      objects.add(visit);
      pool.release(visit);
    }
    expect(objects.size).toBe(1);
    expect([pool.size, pool.capacity]).toEqual([0, 1]);
  });

  it('finds an object by its id while it is in use, and nothing afterwards, whoever has the slot then', () => {
    const pool = new Pool(() => new Visit());
    const first = pool.take();
    const id = pool.idOf(first);
    expect(pool.find(id)).toBe(first);
    pool.release(first);
    expect(pool.find(id)).toBeUndefined();
    const second = pool.take();
    expect(second).toBe(first);
    expect(pool.find(id)).toBeUndefined();
    expect(pool.find(pool.idOf(second))).toBe(second);
    for (const nobody of [NO_ID, 1, 2 ** 20 - 1, 2 ** 45]) expect(pool.find(nobody)).toBeUndefined();
  });

  it('does the same as a map over random takes and releases', () => {
    const stream = new Streams(1).of('pool');
    const pool = new Pool(() => new Visit());
    const inUse = new Map<number, Visit>();
    for (let step = 0; step < 5_000; step++) {
      const ids = [...inUse.keys()];
      if (ids.length === 0 || stream.next() < 0.5) {
        const visit = pool.take();
        inUse.set(pool.idOf(visit), visit);
      } else {
        const id = ids[Math.floor(stream.next() * ids.length)]!;
        pool.release(inUse.get(id)!);
        inUse.delete(id);
      }
      expect(pool.size).toBe(inUse.size);
    }
    for (const [id, visit] of inUse) expect(pool.find(id)).toBe(visit);
    expect([...pool]).toEqual([...inUse.values()].toSorted((a, b) => a.slot - b.slot));
  });

  it('says so when an object is released twice', () => {
    const pool = new Pool(() => new Visit());
    const visit = pool.take();
    pool.release(visit);
    expect(() => pool.release(visit)).toThrow('released twice');
  });

  it('forgets everybody on a clear, and begins its ids again on a reset', () => {
    const pool = new Pool(() => new Visit());
    const take = (count: number) => Array.from({ length: count }, () => pool.idOf(pool.take()));
    const first = take(5);
    pool.release(pool.find(first[3]!)!);
    pool.clear();
    expect([pool.size, pool.capacity]).toEqual([0, 5]);
    expect(first.some((id) => pool.find(id))).toBe(false);
    const second = take(7);
    expect(second.some((id) => first.includes(id))).toBe(false);
    pool.reset();
    expect(take(5)).toEqual(first);
  });
});
