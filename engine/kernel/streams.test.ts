import { describe, expect, it } from 'vitest';
import { Streams, type Stream, type StreamsState } from './streams.ts';

function draws(stream: Stream, count: number): number[] {
  return Array.from({ length: count }, () => stream.next());
}

describe('named streams', () => {
  it('give the mirror image on a mirrored day: the largest number in place of the smallest', () => {
    const plain = draws(new Streams(1).of('arrivals'), 50);
    const mirrored = draws(new Streams(1, true).of('arrivals'), 50);
    mirrored.forEach((u, at) => expect(u).toBe(1 - 2 ** -32 - plain[at]!));
    // Which of the two it is survives a rewind.
    const stream = new Streams(1, true).of('arrivals');
    stream.next();
    stream.rewind();
    expect(stream.next()).toBe(mirrored[0]);
  });

  it('give the same numbers for the same seed and name, others for another seed or name', () => {
    const numbers = (seed: number | string, name: string) => draws(new Streams(seed).of(name), 20).join();
    expect(numbers(7, 'arrivals')).toBe(numbers('7', 'arrivals'));
    const all = [
      numbers(7, 'arrivals'),
      numbers(8, 'arrivals'),
      numbers(7, 'patience'),
      numbers(70, 'arrivals'),
    ];
    expect(new Set(all).size).toBe(4);
  });

  it('do not depend on which others there are, nor on how much those drew', () => {
    const alone = draws(new Streams(1).of('arrivals/sales'), 50);
    const streams = new Streams(1);
    for (let i = 0; i < 100; i++) draws(streams.of(`agent ${i}`), i);
    const among = Array.from({ length: 50 }, () => {
      streams.of('patience').next();
      return streams.of('arrivals/sales').next();
    });
    expect(among).toEqual(alone);
  });

  it('go on after save and restore, as JSON, where they were', () => {
    const streams = new Streams(3);
    const held = streams.of('a');
    draws(held, 10);
    const state = JSON.stringify(streams.save());
    const expected = [draws(held, 5), draws(streams.of('new'), 5)];
    const elsewhere = new Streams(3);
    elsewhere.restore(JSON.parse(state) as StreamsState);
    expect([draws(elsewhere.of('a'), 5), draws(elsewhere.of('new'), 5)]).toEqual(expected);
    streams.restore(JSON.parse(state) as StreamsState); // those held by others go back too
    expect([draws(held, 5), draws(streams.of('new'), 5)]).toEqual(expected);
  });

  it('lie in [0, 1), with mean 1/2 and variance 1/12 (z < 4), also across a thousand names', () => {
    const check = (numbers: number[]) => {
      const n = numbers.length;
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...numbers)).toBeLessThan(1);
      const mean = numbers.reduce((a, b) => a + b) / n;
      const variance = numbers.reduce((a, b) => a + (b - 0.5) ** 2, 0) / n;
      expect(Math.abs(mean - 0.5) / Math.sqrt(1 / 12 / n)).toBeLessThan(4);
      expect(Math.abs(variance - 1 / 12) / Math.sqrt(1 / 180 / n)).toBeLessThan(4);
    };
    check(draws(new Streams(5).of('one'), 100_000));
    const streams = new Streams(5);
    check(Array.from({ length: 1_000 }, (_, i) => draws(streams.of(`agent ${i}`), 100)).flat());
  });

  it('of neighbouring names and seeds are not correlated (z < 4)', () => {
    const correlation = (a: Stream, b: Stream) => {
      const n = 20_000;
      let sum = 0;
      for (let i = 0; i < n; i++) sum += (a.next() - 0.5) * (b.next() - 0.5);
      return (Math.abs(sum / n) * 12) / Math.sqrt(1 / n);
    };
    const streams = new Streams(1);
    for (let i = 0; i < 20; i++) {
      expect(correlation(streams.of(`queue ${i}`), new Streams(1).of(`queue ${i + 1}`))).toBeLessThan(4);
      expect(correlation(new Streams(i).of('queue'), new Streams(i + 1).of('queue'))).toBeLessThan(4);
    }
  });
});
