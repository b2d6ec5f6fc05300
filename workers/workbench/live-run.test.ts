import { describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { FramePacer } from './frame-pacer.ts';
import { desk, requestOf, seen } from './testing.ts';

const SEED = 5;
const command = (): string => '';

describe('how long a run goes on', () => {
  it('is what the command line stops at for the same half-width', async () => {
    const { bench, last, end } = await seen(requestOf(desk(), { days: 400, halfWidth: 0.05 }));
    const { text, set } = desk();
    const untilHalfwidth = { kpi: 'serviceLevel', halfwidth: 0.05 };
    const report = await run(text, { set, seed: SEED, days: 400, workers: 0, untilHalfwidth, command });
    expect(end).toEqual({ state: 'enough', days: report.days.simulated });
    expect(last.halfWidth).toBeLessThanOrEqual(0.05);
    expect({ ...(await bench.report()), command: '' }).toEqual(report);
  });

  it('is one long run where the scenario is one, told in whole blocks and at last in full', async () => {
    const long = desk('days.continuous=true');
    const { bench, frames, last } = await seen(requestOf(long, { days: 30 }));
    expect(frames.every(({ days, now }) => days === now.days)).toBe(true);
    expect(last).toMatchObject({ days: 30, state: 'allDays' });
    const report = await run(long.text, { set: long.set, seed: SEED, days: 30, workers: 0, command });
    expect({ ...(await bench.report()), command: '' }).toEqual(report);
  });

  it('shows a long run and separate days side by side, and compares nothing', async () => {
    const baseline = desk('days.continuous=true');
    const { bench, last } = await seen(requestOf(desk(), { baseline }));
    expect(last.baseline?.days).toBe(12);
    expect(last.moved).toEqual([]);
    expect(await bench.comparison()).toBeNull();
  });
});

describe('when a frame is due', () => {
  /** A clock of its own: frames take so long to make, the page so long to take one. */
  function paced(building: number) {
    let now = 0;
    const sent: number[] = [];
    const taken: (() => void)[] = [];
    const pacer = new FramePacer<number>(
      (days) => {
        sent.push(days);
        return new Promise<void>((resolve) => taken.push(resolve));
      },
      () => now,
    );
    const make = (days: number) => () => {
      now += building;
      return days;
    };
    return {
      sent,
      offer: (days: number) => pacer.offer(days, 100, make(days)),
      wait: (millis: number) => void (now += millis),
      take: async () => {
        taken.shift()?.();
        await Promise.resolve();
        await Promise.resolve();
      },
    };
  }

  it('is the third day first, then ten a second', async () => {
    const { sent, offer, wait, take } = paced(0);
    for (const days of [1, 2, 3, 4]) offer(days);
    expect(sent).toEqual([3]);
    await take();
    wait(99);
    offer(5);
    wait(1);
    offer(6);
    expect(sent).toEqual([3, 6]);
  });

  it('waits for a page that is busy with the one before', async () => {
    const { sent, offer, wait, take } = paced(0);
    offer(3);
    wait(1000);
    offer(4);
    await take();
    offer(5);
    expect(sent).toEqual([3, 5]);
  });

  it('leaves three quarters of the time to the days where making one takes long', async () => {
    const { sent, offer, wait, take } = paced(50);
    offer(3);
    await take();
    // 50 ms of 200 were spent on the first; the second may begin 200 ms after it began.
    wait(149);
    offer(4);
    wait(1);
    offer(5);
    expect(sent).toEqual([3, 5]);
  });
});
