import { describe, expect, it } from 'vitest';
import { Fifo } from './fifo.ts';
import { Streams } from './streams.ts';

describe('a line of numbers', () => {
  it('does the same as a list over random arrivals and departures, across many turns of the ring', () => {
    for (let seed = 0; seed < 20; seed++) {
      const stream = new Streams(seed).of('line');
      const fifo = new Fifo();
      const list: number[] = [];
      for (let step = 0; step < 2_000; step++) {
        if (stream.next() < 0.45 + 0.1 * Math.sin(step / 100)) {
          fifo.push(2 ** 40 + step);
          list.push(2 ** 40 + step);
        } else expect(fifo.shift()).toBe(list.shift());
        const index = Math.floor(stream.next() * (list.length + 1));
        expect([fifo.length, fifo.at(0), fifo.at(index)]).toEqual([list.length, list[0], list[index]]);
      }
      expect(fifo.save()).toEqual(list);
    }
  });

  it('is empty again after a clear, and what was saved after a restore', () => {
    const fifo = new Fifo();
    for (let i = 0; i < 100; i++) fifo.push(i);
    const saved = fifo.save();
    fifo.clear();
    expect([fifo.length, fifo.shift(), fifo.at(0), fifo.at(-1)]).toEqual([
      0,
      undefined,
      undefined,
      undefined,
    ]);
    fifo.restore(saved);
    expect(fifo.save()).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });
});
