import { expect, test } from 'vitest';
import { readScenario } from '../config/read.ts';
import { G, GROUP_CELLS, layoutOf } from '../metrics/layout.ts';
import { Simulation } from './run.ts';

/** Signed-in hours of each day, and away hours, of the only group. */
function hoursOf(text: string, days: number): { signedIn: number[]; away: number[] } {
  const read = readScenario(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const simulation = new Simulation(read.setup);
  const layout = layoutOf(read.setup);
  const records = read.setup.world.continuous
    ? [...simulation.days(1, days)]
    : Array.from({ length: days }, (_, day) => simulation.day(1, day));
  const sum = (record: Float64Array, cells: readonly (typeof GROUP_CELLS)[number][]): number => {
    let total = 0;
    for (let slice = 0; slice < layout.slices; slice++)
      for (const cell of cells) total += record[layout.groupAt + slice * GROUP_CELLS.length + G[cell]]!;
    return total / 3_600_000;
  };
  const states = [
    'available',
    'unavailable',
    'inactive',
    'ringing',
    'dialling',
    'talking',
    'wrappingUp',
  ] as const;
  return {
    signedIn: records.map((record) => sum(record, states)),
    away: records.map((record) => sum(record, ['unavailable'])),
  };
}

const quiet = (rest: string): string => `
name: Staff
${rest}
queues: { a: {} }
demand: { a: { arrivals: { perHour: 0.001 }, talk: 1s } }
`;

test('agents work their shifts and take their breaks, on nights that cross midnight too', () => {
  const night = quiet(`
days: { from: 00:00, to: 24:00, interval: 1h }
shifts: { night: { from: 22:00, to: 06:00, breaks: [{ from: 23:00, to: 01:00 }] } }
agents: { team: { count: 1, queues: a, shifts: night } }`);
  const { signedIn, away } = hoursOf(night, 1);
  // A day alone sees the end of last night's shift (00:00-06:00, one hour of its break) and tonight's beginning.
  expect(signedIn[0]).toBeCloseTo(6 + 2, 5);
  expect(away[0]).toBeCloseTo(1 + 1, 5);
});

test('a long run begins with last night on duty and goes on from night to night', () => {
  const night = quiet(`
days: { from: 00:00, to: 24:00, interval: 1h, continuous: true }
shifts: { night: { from: 22:00, to: 06:00 } }
agents: { team: { count: 1, queues: a, shifts: night } }`);
  const { signedIn } = hoursOf(night, 3);
  expect(signedIn[0]).toBeCloseTo(8, 5);
  expect(signedIn[1]).toBeCloseTo(8, 5);
});

test.each(['count: 3', 'staff: 3', 'count: 3, shifts: day'])(
  'shrinkage is drawn anew each day and takes its share on average (%s)',
  (staffing) => {
    const { signedIn } = hoursOf(
      quiet(`
days: { from: 08:00, to: 18:00 }
agents: { team: { ${staffing}, queues: a, shrinkage: 15% } }`),
      600,
    );
    expect(new Set(signedIn.map((hours) => Math.round(hours))).size).toBeGreaterThan(2);
    // Each of 1,800 agent days is 10 h with probability 0.85: standard error 10 x sqrt(0.85 x 0.15 / 1,800); z below 3.5.
    const perAgent = signedIn.reduce((sum, hours) => sum + hours, 0) / 1_800;
    const z = (perAgent - 8.5) / (10 * Math.sqrt((0.85 * 0.15) / 1_800));
    expect(Math.abs(z), `z = ${z.toFixed(2)}`).toBeLessThan(3.5);
  },
);
