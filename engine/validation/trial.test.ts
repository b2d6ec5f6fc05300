import { describe, expect, test } from 'vitest';
import { readScenario } from '../config/read.ts';
import type { Case } from './case.ts';
import { planOf } from './plan-of.ts';
import type { Play } from './plan.ts';
import { Player, type Stretch } from './play.ts';
import { Trial, type TrialOptions } from './trial.ts';

/** 2 erlang on 3 lines: B = 4/19. */
const loss: Case = {
  id: 'loss',
  family: 'erlang-b',
  title: 'Loss system',
  kind: 'exact',
  params: { offeredErlang: 2, lines: 3 },
  expected: { pBlock: 4 / 19, carriedErlang: 30 / 19 },
  tolerance: { calculator: {}, simulation: { z: 3.5, maxRelHalfWidth: 0.02 } },
};
const busy: Case = {
  ...loss,
  id: 'busy',
  family: 'erlang-c',
  // A relaxation time of 50 minutes: one long run in blocks of a day.
  params: { arrivalsPerHour: 24, meanHandleSec: 120, agents: 1 },
  expected: { meanQueue: 3.2 },
};

const playOf = (each: Case): Play => planOf(each)!.plays[0]!;

function setupsOf({ scenarios }: Play) {
  return scenarios.map((text) => {
    const read = readScenario(text);
    if (!read.ok) throw new Error(text);
    return read.setup;
  });
}

function trialOf(
  each: Case,
  options: Partial<TrialOptions> = {},
): [Trial, (stretch: Stretch) => Float64Array[]] {
  const play = playOf(each);
  const setups = setupsOf(play);
  const trial = new Trial(play, setups, {
    tolerance: { z: 3.5, maxRelHalfWidth: 0.02 },
    luck: 'test',
    mostCalls: 1e9,
    ...options,
  });
  const players = setups.map((setup) => new Player(setup, play.watch, play.blockDays));
  return [trial, (stretch) => players.map((player) => player.play(stretch))];
}

describe('how long a case is played', () => {
  test('at least 100 replicates are asked for, and no more when all is narrow', () => {
    const [trial, play] = trialOf(loss, { tolerance: { z: 3.5, maxRelHalfWidth: 0.5 } });
    const first = trial.next();
    expect(first.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(100);
    for (const stretch of first) trial.add(stretch, play(stretch));
    expect(trial.next()).toEqual([]);
    expect(trial.verdicts().every(({ isNear, isNarrow }) => isNear && isNarrow)).toBe(true);
  });

  test('more are asked for until all is narrow, each day once', () => {
    const [trial, play] = trialOf(loss, { tolerance: { z: 3.5, maxRelHalfWidth: 0.012 } });
    const days: number[] = [];
    let looks = 0;
    for (let next = trial.next(); next.length > 0; next = trial.next()) {
      looks += 1;
      for (const stretch of next) {
        for (let day = 0; day < stretch.count; day++) days.push(stretch.first + day);
        trial.add(stretch, play(stretch));
      }
    }
    expect(looks).toBeGreaterThan(1);
    expect(days).toEqual([...days.keys()]);
    expect(trial.verdicts().every(({ isNarrow }) => isNarrow)).toBe(true);
  });

  test('what never becomes narrow ends at its cap, and is not narrow', () => {
    const [trial, play] = trialOf(loss, {
      tolerance: { z: 3.5, maxRelHalfWidth: 1e-5 },
      mostCalls: 60_000,
    });
    for (let next = trial.next(); next.length > 0; next = trial.next())
      for (const stretch of next) trial.add(stretch, play(stretch));
    expect(trial.verdicts().map(({ isNear, isNarrow }) => [isNear, isNarrow])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  test('a fixed number of replicates is played whatever the width', () => {
    const [trial, play] = trialOf(loss, { replicates: 7 });
    for (const stretch of trial.next()) trial.add(stretch, play(stretch));
    expect(trial.next()).toEqual([]);
    expect(trial.replicates).toBe(7);
  });

  test('stretches of long runs have luck of their own, those of separate days share it', () => {
    const [days] = trialOf(loss, { replicates: 3000 });
    expect(new Set(days.next().map(({ seed }) => seed)).size).toBe(1);
    const [runs] = trialOf(busy, { replicates: 3000 });
    const stretches = runs.next();
    expect(playOf(busy).blockDays).toBe(1);
    expect(stretches.length).toBeGreaterThan(3);
    expect(new Set(stretches.map(({ seed }) => seed)).size).toBe(stretches.length);
  });

  test('blocks of a long run measure nothing of the warm-up, and all of the rest', () => {
    const play = playOf(busy);
    const [setup] = setupsOf(play);
    const player = new Player(setup!, play.watch, play.blockDays);
    const { length, restAt } = player.layout;
    const rows = player.play({ seed: 1, first: 0, count: 5 });
    const windows = Array.from({ length: 5 }, (_, block) => rows[block * length + restAt]! / 86_400_000);
    expect(windows).toEqual([1, 1, 1, 1, 1]);
  });

  test('a stretch comes to the same whatever was played before it', () => {
    for (const each of [loss, busy]) {
      const play = playOf(each);
      const [setup] = setupsOf(play);
      const used = new Player(setup!, play.watch, play.blockDays);
      used.play({ seed: 3, first: 0, count: 2 });
      const stretch = { seed: 4, first: 5, count: 3 };
      expect(used.play(stretch)).toEqual(new Player(setup!, play.watch, play.blockDays).play(stretch));
    }
  });
});
