import { afterAll, describe, expect, it } from 'vitest';
import { compare } from '../compare.ts';
import type { ThreadSource } from '../course.ts';
import { NodeThread } from '../platform/node.ts';
import { readyFrom, run } from '../run.ts';
import { clearShelf } from '../shelf.ts';
import type { Thread } from '../thread.ts';
import type { Frame } from './api.ts';
import { DayStore } from './day-store.ts';
import { desk, requestOf, seen } from './testing.ts';
import { Workbench } from './workbench.ts';

afterAll(clearShelf);

const SEED = 5;
const fewer = desk('agents.team.count=4');

function reportOf({ text, set }: ReturnType<typeof desk>, days: number) {
  return run(text, { set, seed: SEED, days, workers: 0, command: () => '' });
}

function headlineOf({ now }: Frame) {
  return [now.serviceLevels.a, now.measures.abandonRate, now.measures.asa, now.callsPerDay];
}

describe('a run of the workbench', () => {
  it('shows days 1 to n, the first frame as soon as three are there, and last all of them', async () => {
    const { frames, end } = await seen(requestOf(desk()));
    expect(end).toEqual({ state: 'allDays', days: 12 });
    expect(frames[0]).toMatchObject({ days: 3, state: 'refining', asked: 12 });
    expect(frames.at(-1)).toMatchObject({ days: 12, state: 'allDays', secondsLeft: null });
  });

  it('shows in each frame what a report of the same seed and days says', async () => {
    const { frames } = await seen(requestOf(desk()));
    for (const { now, days } of [frames[0]!, frames.at(-1)!]) {
      const report = await reportOf(desk(), days);
      const told = report.headline.find(({ queue }) => queue === null)!;
      const { mean, low, high, n } = told;
      expect(now.serviceLevels.a).toEqual({ mean, low, high, n });
    }
  });

  it('gives the report that the command line gives, but for the command', async () => {
    const { bench } = await seen(requestOf(fewer));
    const report = await bench.report();
    expect({ ...report, command: '' }).toEqual(await reportOf(fewer, 12));
    expect(report?.command).toBe('tandem run scenario.yaml --set agents.team.count=4 --seed 5 --days 12');
  });

  it('gives the comparison that compare gives, and shows its paired differences', async () => {
    const { bench, last } = await seen(requestOf(fewer, { baseline: desk() }));
    const candidate = readyFrom(fewer.text, { set: fewer.set });
    const expected = await compare(desk().text, candidate, { seed: SEED, days: 12, workers: 0 });
    expect(await bench.comparison()).toEqual(expected);
    const row = expected.rows.find(({ id, queue }) => id === 'K-05' && queue === null)!;
    const shown = last.moved.find(({ id, queue }) => id === 'K-05' && queue === null)!;
    expect(shown.difference).toEqual(row.difference);
    expect(shown.isWithinChance).toBe(false);
    expect(last.baseline?.measures.abandonRate?.mean).toBe(row.baseline.mean);
  });

  it('tells the difference of costs exactly, and in order of how sure each row is', async () => {
    const { last } = await seen(requestOf(fewer, { baseline: desk() }));
    // One agent less for four hours at 30 an hour.
    const [cost] = last.moved;
    expect(cost).toMatchObject({ id: 'cost', unit: 'money', isExact: true });
    expect(cost?.difference).toEqual({ mean: -120, low: -120, high: -120, n: 12 });
    const away = last.moved
      .filter(({ isExact, difference: { low, high } }) => !isExact && low !== high)
      .map(({ difference: { mean, low, high } }) => Math.abs(mean!) / (high! - low!));
    expect(away).toEqual(away.toSorted((a, b) => b - a));
  });

  it('says what was changed in what was simulated, and what moved, the whole centre first', async () => {
    const { last } = await seen(requestOf(fewer, { baseline: desk() }));
    expect(last.settings).toMatchObject([{ path: 'agents.team.count', baseline: '5', candidate: '4' }]);
    const lines = last.movedText.split('\n');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => !/^- .+ (?:rises|falls) by /.test(line))).toEqual([]);
    const isPlaced = lines.map((line) => / (?:at|of) (?:support|second|team|spare) /.test(line));
    expect(isPlaced).toEqual(isPlaced.toSorted((one, other) => Number(one) - Number(other)));
    expect(isPlaced[0]).toBe(false);
  });

  it('has nothing moved where the baseline is the same scenario, and simulates it once', async () => {
    const { last } = await seen(requestOf(desk(), { baseline: desk() }));
    expect(last.moved).toEqual([]);
    expect(last.baseline?.serviceLevels).toEqual(last.now.serviceLevels);
  });

  it('is the same for any number of workers', async () => {
    const alone = await seen(requestOf(fewer, { baseline: desk() }));
    const crew = await seen(requestOf(fewer, { baseline: desk() }), new Workbench({ workers: 2 }));
    const { now, baseline, moved } = crew.last;
    expect({ now, baseline, moved }).toEqual({
      now: alone.last.now,
      baseline: alone.last.baseline,
      moved: alone.last.moved,
    });
  });

  it('shows a queue by itself, and another one when asked, from the same days', async () => {
    const { bench, last } = await seen(requestOf(desk(), { queue: 'support' }));
    expect(last.now.queue).toBe('support');
    const other = await bench.reframe('second', 'fr');
    expect(other?.days).toBe(12);
    expect(other?.now.queue).toBe('second');
    expect(other?.now.callsPerDay).not.toBe(last.now.callsPerDay);
  });

  it('stops when told, with the days so far, and says so', async () => {
    const bench = new Workbench({ workers: 0 });
    const frames: Frame[] = [];
    const end = bench.run(1, requestOf(desk(), { days: 100_000 }), 'en', (frame) => {
      frames.push(frame);
      if (frames.length === 1) void bench.stop();
    });
    expect((await end).state).toBe('stopped');
    expect(frames.at(-1)?.state).toBe('stopped');
    expect(frames.at(-1)?.days).toBe((await end).days);
  });

  it('abandons a run for the next one, whose frames alone follow', async () => {
    const bench = new Workbench({ workers: 0 });
    const of: number[] = [];
    const note = ({ run: id }: Frame): void => void of.push(id);
    const first = bench.run(1, requestOf(desk(), { days: 100_000 }), 'en', note);
    const second = bench.run(2, requestOf(fewer), 'en', note);
    expect((await first).state).toBe('stopped');
    expect((await second).state).toBe('allDays');
    expect(new Set(of)).toEqual(new Set([2]));
  });

  it('refuses a scenario with errors', async () => {
    await expect(seen(requestOf(desk('agents.team.count=-1')))).rejects.toThrow(/agents\.team\.count/);
  });
});

describe('days that are known', () => {
  it('are not simulated again: after a drag only what changed is', async () => {
    const { bench } = await seen(requestOf(fewer, { baseline: desk() }));
    const more = desk('agents.team.count=6');
    const warm = await seen(requestOf(more, { baseline: desk() }), bench);
    const cold = await seen(requestOf(more, { baseline: desk() }));
    expect(warm.last.moved).toEqual(cold.last.moved);
    expect(warm.last.baseline).toEqual(cold.last.baseline);
    expect(warm.last.now).toEqual(cold.last.now);
  });

  it('serve a run that goes on: more days give what as many from the start give', async () => {
    const { bench } = await seen(requestOf(fewer, { baseline: desk() }));
    const further = await seen(requestOf(fewer, { baseline: desk(), days: 20 }), bench, 2);
    const atOnce = await seen(requestOf(fewer, { baseline: desk(), days: 20 }));
    expect(further.last).toMatchObject({ run: 2, days: 20, state: 'allDays' });
    expect(headlineOf(further.last)).toEqual(headlineOf(atOnce.last));
    expect(further.last.moved).toEqual(atOnce.last.moved);
    expect(await further.bench.report()).toEqual(await atOnce.bench.report());
  });

  it('need no day at all for a target or a cost', async () => {
    const store = new DayStore();
    const bench = new Workbench({ workers: 0, store });
    await seen(requestOf(desk()), bench);
    const { last } = await seen(requestOf(desk('queues.support.serviceLevel.share=90%')), bench);
    expect(last.eventsPerSecond).toBe(0);
    expect(last.days).toBe(12);
  });

  it('give way when there is no more room, and the numbers stay', async () => {
    const bench = new Workbench({ workers: 0, store: new DayStore(100_000) });
    await seen(requestOf(desk()), bench);
    const { last } = await seen(requestOf(fewer, { baseline: desk() }), bench);
    const { last: roomy } = await seen(requestOf(fewer, { baseline: desk() }));
    expect(last.moved).toEqual(roomy.moved);
  });
});

describe('a worker that dies', () => {
  it('is replaced and told, and the numbers stay', async () => {
    const threads = dyingOnce();
    const bench = new Workbench({ workers: 2, threads });
    const { last } = await seen(requestOf(desk()), bench);
    expect(last.restarts).toBe(1);
    const { last: healthy } = await seen(requestOf(desk()));
    expect(last.now).toEqual(healthy.now);
    // What died stays told in the runs after.
    expect((await seen(requestOf(fewer), bench)).last.restarts).toBe(1);
    threads.end();
  });
});

/** Real threads, the first of which dies with its first days in hand. */
function dyingOnce(): ThreadSource & { end(): void } {
  const threads: Thread[] = [];
  return {
    take: () => {
      const thread = new NodeThread();
      const isDoomed = threads.length === 0;
      threads.push(thread);
      if (!isDoomed) return thread;
      let heard: Parameters<Thread['listen']>[0] = null;
      return {
        post: (message) => {
          if (message.say !== 'simulate') return thread.post(message);
          thread.listen(null);
          thread.end();
          setTimeout(() => heard?.died(new Error('killed by the test')), 1);
        },
        listen: (listener) => {
          heard = listener;
          thread.listen(listener);
        },
        keepAlive: () => undefined,
        end: () => thread.end(),
      };
    },
    giveBack: (thread) => thread.end(),
    end: () => {
      for (const thread of threads) thread.end();
    },
  };
}
