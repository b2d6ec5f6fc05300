import { expect, test, vi } from 'vitest';
import { readScenario } from '../config/read.ts';
import { Simulation } from './run.ts';

/** Few calls, so that the world is silent for a minute before most of what the engine does by its own clock. */
const TEXT = `
name: Slow desk
days: { from: 08:00, to: 12:00, zone: Europe/Paris }
queues:
  desk:
    ringTimeout: 18s
    overflow: [{ when: { workItemLimit: 0 }, do: directCallback }]
    callback: { offerFirst: 30s, offerRepeat: 120s }
agents:
  team: { count: 2, queues: desk, accept: 7s, missed: 30%, ronaReturn: 1m }
demand:
  desk:
    arrivals: { perHour: 20 }
    talk: { exponential: { mean: 8m } }
    callback: { accepts: 60%, reaction: 4s }
`;

test('CB-02, CB-04: who takes an offer presses the digit so long after it began as the scenario says', () => {
  const result = readScenario(TEXT);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { collector, ...simulation } = made(result.setup);
  const heard = new Map<number, number>();
  const reactions: number[] = [];
  vi.spyOn(collector, 'offerPlayed').mockImplementation((now, { id }) => heard.set(id, now));
  vi.spyOn(collector, 'optedIn').mockImplementation((now, { id }) => reactions.push(now - heard.get(id)!));
  vi.spyOn(collector, 'end').mockReturnValue(new Float64Array());
  for (let day = 0; day < 5; day++) simulation.day(day);
  expect(reactions.length).toBeGreaterThan(50);
  expect(new Set(reactions)).toEqual(new Set([4000]));
});

test('NT-01: an agent whose phone rings after another has let it ring out takes as long to accept as any', () => {
  const result = readScenario(TEXT);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { collector, ...simulation } = made(result.setup);
  const since = new Map<number, number>();
  const lengths: Record<string, Set<number>> = {};
  vi.spyOn(collector, 'rang').mockImplementation((now, { id }) => since.set(id, now));
  vi.spyOn(collector, 'ringEnded').mockImplementation((now, { id }, _agent, outcome) =>
    (lengths[outcome] ??= new Set()).add(now - since.get(id)!),
  );
  vi.spyOn(collector, 'end').mockReturnValue(new Float64Array());
  for (let day = 0; day < 5; day++) simulation.day(day);
  expect(lengths['accepted']).toEqual(new Set([7000]));
  expect(lengths['missed']).toEqual(new Set([18_000]));
});

function made(setup: ConstructorParameters<typeof Simulation>[0]) {
  const simulation = new Simulation(setup);
  return { collector: simulation.collector, day: (day: number) => simulation.day(1, day) };
}
