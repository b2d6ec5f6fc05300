/**
 * `warmUp: 'auto'`: a pilot of some days from empty, with luck of its own, says how long the start is felt (MSER-5), and the run
 * leaves so much out. For demand that is steady through the day: a day whose calls rise and fall has no level to reach, and
 * its morning belongs to it. It simulates and asks; how the series is cut is the engine's.
 */
import { layoutOf, Levels, mser5, nearestName } from '../engine/index.ts';
import type { Setup } from '../engine/index.ts';
import type { ReportWarning } from '../reports/schema.ts';
import { simulateDays } from './pool.ts';

/** The choice, and where it comes from; times in milliseconds. */
export interface ChosenWarmUp {
  /** To leave out; null: the pilot could not tell, and the scenario's own holds. */
  readonly length: number | null;
  readonly pilotDays: number;
  /** Of one observation. */
  readonly step: number;
  readonly observations: number;
  readonly warnings: readonly ReportWarning[];
}

const PILOT_DAYS = 50;
const MINUTE = 60_000;
/** Queues times observations: a record of more would take more room than the run. */
const CELLS_MOST = 20_000;
/** The pilot's luck is not the run's: a seed as far from it as 32 bits allow. */
const OTHER_SEED = 0x9e3779b9;

export function warmUpProblems(setup: Setup, asked: string): string[] {
  if (asked !== 'auto') {
    const hint = nearestName(asked, ['auto']) === undefined ? '' : ' Did you mean "auto"?';
    return [`warmUp is "auto", not "${asked}".${hint} A length is a setting of the scenario: days.warmUp.`];
  }
  const uneven = setup.world.kinds
    .flatMap(({ demand }) => demand)
    .find(({ arrivals }) => arrivals.kind !== 'rates' || new Set(arrivals.expected).size > 1);
  if (uneven === undefined) return [];
  return [
    `warmUp "auto" looks for the level that a steady day reaches; the arrivals of ${uneven.name} change through the day, and its start belongs to it.`,
  ];
}

export async function chooseWarmUp(
  setup: Setup,
  seed: number,
  options: { readonly workers?: number | undefined; readonly signal?: AbortSignal | undefined },
): Promise<ChosenWarmUp> {
  const { world, routing } = setup;
  const span = Math.max(...world.kinds.map(({ from, to }) => to - from));
  const step = MINUTE * Math.max(1, Math.ceil((span * routing.queues.length) / CELLS_MOST / MINUTE));
  const pilot: Setup = {
    ...setup,
    world: { ...world, continuous: false, warmUp: 0, interval: step, days: PILOT_DAYS },
  };
  const levels = new Levels(layoutOf(pilot));
  const { days: pilotDays } = await simulateDays({
    setups: [pilot],
    seed: (seed ^ OTHER_SEED) >>> 0,
    days: PILOT_DAYS,
    workers: options.workers,
    signal: options.signal,
    onDay: (_, [result]) => {
      if (result) levels.add(result.record);
      return true;
    },
  });
  const { length, of: observations } = mser5(levels.means);
  const chosen = { length: length === null ? null : length * step, pilotDays, step, observations };
  return { ...chosen, warnings: length === null ? [unclear(span)] : [] };
}

function unclear(span: number): ReportWarning {
  return {
    code: 'warm-up-unclear',
    text: 'The day is too short to tell when the start is over; the warm-up of the scenario holds. Make the days longer.',
    parameters: { span: span / 1000 },
  };
}
