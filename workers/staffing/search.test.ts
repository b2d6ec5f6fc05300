import { describe, expect, it } from 'vitest';
import { Accumulator, readScenario } from '../../engine/index.ts';
import { Search } from './search.ts';
import type { Trial } from './search.ts';
import { targetsOf } from './targets.ts';
import type { Cell, Target } from './targets.ts';

const text = `name: Two groups
days: { from: 08:00, to: 12:00, interval: 1h }
queues: { calls: { serviceLevel: { share: 80%, within: 20s } }, other: { serviceLevel: { share: 80%, within: 20s } } }
agents: { special: { queues: [calls], count: 5 }, general: { queues: [calls, other], count: 5 } }
demand: { calls: { arrivals: { perHour: 10 }, talk: 4m }, other: { arrivals: { perHour: 1 }, talk: 4m } }
`;
const result = readScenario(text);
if (!result.ok) throw new Error(JSON.stringify(result.problems));
const { setup } = result;
const accumulator = new Accumulator(setup);
const targets = targetsOf(setup, [], accumulator, []);

/** A world without chance: a queue meets its target in an interval when enough heads serve it. */
function world(calls: readonly number[], other: readonly number[]) {
  const plans: (readonly (readonly number[])[])[] = [];
  const cell = (target: Target, interval: number, heads: number, needed: number): Cell => {
    const mean = Math.min(1, 0.8 + (heads - needed) * 0.05);
    return {
      target,
      interval,
      mean,
      low: mean,
      high: mean,
      standardError: 0,
      verdict: mean >= 0.8 ? 'met' : 'missed',
    };
  };
  const tryOut = (heads: readonly (readonly number[])[]): Promise<Trial> => {
    plans.push(heads.map((each) => [...each]));
    const [special = [], general = []] = heads;
    const cells = calls.flatMap((needed, interval) => [
      cell(targets[0]!, interval, special[interval]! + general[interval]!, needed),
      cell(targets[1]!, interval, general[interval]!, other[interval]!),
    ]);
    return Promise.resolve({ accumulator, cells });
  };
  return { tryOut, plans };
}

const parts = { setup, targets, isPlanned: [true, true], sizes: [30, 30], firstInterval: 0, margin: 1 };

describe('the search for heads', () => {
  it.each([
    ['too few', 0],
    ['too many', 14],
  ])('ends with what each interval needs, from %s', async (_, start) => {
    const { tryOut } = world([8, 12, 9, 4], [2, 3, 1, 1]);
    const search = new Search({ ...parts, tryOut }, [
      [start, start, start, start],
      [start, start, start, start],
    ]);
    expect(await search.run()).toBe(true);
    const [special, general] = search.heads as [number[], number[]];
    expect(special.map((heads, at) => heads + general[at]!)).toEqual([8, 12, 9, 4]);
    for (const [at, needed] of [2, 3, 1, 1].entries()) expect(general[at]).toBeGreaterThanOrEqual(needed);
  });

  it('gives a head to the group that serves both queues when both are in want', async () => {
    const { tryOut } = world([4, 4, 4, 4], [4, 4, 4, 4]);
    const search = new Search({ ...parts, tryOut }, [
      [0, 0, 0, 0],
      [3, 3, 3, 3],
    ]);
    await search.run();
    expect(search.heads).toEqual([
      [0, 0, 0, 0],
      [4, 4, 4, 4],
    ]);
  });

  it('leaves the warm-up and groups that are not planned alone', async () => {
    const { tryOut } = world([3, 3, 3, 3], [1, 1, 1, 1]);
    const search = new Search({ ...parts, tryOut, firstInterval: 1, isPlanned: [false, true] }, [
      [2, 2, 2, 2],
      [9, 9, 9, 9],
    ]);
    await search.run();
    expect(search.heads).toEqual([
      [2, 2, 2, 2],
      [9, 1, 1, 1],
    ]);
  });

  it('keeps the last complete step when it is stopped', async () => {
    const { tryOut, plans } = world([3, 3, 3, 3], [1, 1, 1, 1]);
    const stopping = (heads: readonly (readonly number[])[]) =>
      plans.length < 2 ? tryOut(heads) : Promise.resolve(null);
    const search = new Search({ ...parts, tryOut: stopping }, [
      [5, 5, 5, 5],
      [5, 5, 5, 5],
    ]);
    expect(await search.run()).toBe(false);
    expect(search.heads[0]).toEqual([4, 5, 4, 5]);
  });

  it('gives up where a target stays out of reach', async () => {
    const { tryOut } = world([99, 3, 3, 3], [1, 1, 1, 1]);
    const search = new Search({ ...parts, sizes: [6, 6], tryOut }, [
      [1, 1, 1, 1],
      [1, 1, 1, 1],
    ]);
    expect(await search.run()).toBe(true);
    expect(search.heads[0]![0]! + search.heads[1]![0]!).toBe(12);
    const trial = await tryOut(search.heads);
    const isMissed = ({ verdict }: Cell): boolean => verdict === 'missed';
    expect(search.isOutOfHeads(trial, isMissed)).toBe(true);
    // The other intervals have heads left: wanting there is not a lack of heads.
    expect(search.isOutOfHeads(trial, ({ interval }) => interval !== 0)).toBe(false);
  });
});
