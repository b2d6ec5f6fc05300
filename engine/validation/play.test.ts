import { expect, test } from 'vitest';
import { readScenario } from '../config/read.ts';
import { Player } from './play.ts';

const text = `
days: { from: 00:00, to: 24:00, interval: 24h, continuous: true, warmUp: 6h }
queues: { calls: {} }
agents: { team: { count: 1, queues: calls } }
demand: { calls: { arrivals: { perHour: 1 }, talk: { exponential: { mean: 60s } } } }
prompts: 0s
`;
const HOUR = 3_600_000;

test('a long run is measured from its warm-up to its tail, though the tail be longer than a day', () => {
  const read = readScenario(text);
  if (!read.ok) throw new Error(read.problems.map(({ code }) => code).join(', '));
  const player = new Player(read.setup, { thresholds: [], tail: 36 * HOUR }, 2);
  const rows = player.play({ seed: 1, first: 0, count: 2 });
  const windows = Array.from(
    { length: 2 },
    (_, block) => rows[block * player.layout.length + player.layout.restAt]! / HOUR,
  );
  // Two blocks of two days: the first without six hours, the second without a day and a half.
  expect(windows).toEqual([42, 12]);
});
