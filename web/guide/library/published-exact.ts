/**
 * What the formulas of engine/planning say of the published models that have one: the third opinion, beside what was printed and what
 * the simulator gives. Under the names of published-studies.ts.
 */
import { planning } from '../../../engine/index.ts';
import { table } from '../markdown.ts';
import { PYWORKFORCE_LINES, PYWORKFORCE_SHRINKAGE, PYWORKFORCE_STAFFING } from './published-studies.ts';

type Exact = Readonly<Record<string, number>>;

const GARNETT = { arrivalsPerHour: 2880, meanHandleSec: 60 };
const PYWORKFORCE = { arrivalsPerHour: 200, meanHandleSec: 180 };

/** By scenario, for each of its models in order; whole days have no formula. */
export const EXACT: Readonly<Record<string, readonly (() => Exact)[]>> = {
  'garnett-2002': [garnettImpatient, garnettPatient],
  'pyworkforce-erlang-c': [() => erlangC(14), () => erlangC(15), erlangA],
};

function garnettImpatient(): Exact {
  const queue = new planning.PatienceQueue(GARNETT, 50, planning.exponentialPatience(120));
  return {
    Abandoned: 100 * queue.pAbandon,
    'Average wait of all': queue.meanWaitAll,
    'Wait, 90 % within': exceededBy(0.1, (seconds) => queue.pWaitExceeds(seconds)),
    'Mean number waiting': queue.meanQueue,
    Utilisation: 100 * queue.occupancy,
  };
}

function garnettPatient(): Exact {
  const queue = new planning.ErlangCQueue(GARNETT, 50);
  return {
    'Average wait of all': queue.asa,
    'Wait, 90 % within': queue.waitQuantile(0.9),
    'Mean number waiting': queue.meanQueue,
    Utilisation: 100 * queue.occupancy,
  };
}

function erlangC(agents: number): Exact {
  const queue = new planning.ErlangCQueue(PYWORKFORCE, agents);
  return {
    'Service level': queue.pServedWithin(19.8),
    Occupancy: queue.occupancy,
    'Has to wait': queue.pWait,
  };
}

function erlangA(): Exact {
  const queue = new planning.PatienceQueue(PYWORKFORCE, 14, planning.exponentialPatience(300));
  return {
    'Service level': queue.pServedWithin(20),
    Occupancy: queue.occupancy,
    'Has to wait': queue.pWait,
    Abandons: queue.pAbandon,
    'Average wait of all': queue.meanWaitAll / 60,
  };
}

/** Seconds that so large a share exceeds; the share falls with them. */
function exceededBy(share: number, exceeds: (seconds: number) => number): number {
  let [low, high] = [0, 3600];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (exceeds(middle) > share) low = middle;
    else high = middle;
  }
  return high;
}

// ---------------------------------------------------------------- staffing

export interface StaffingRow {
  readonly target: string;
  readonly printed: readonly [agents: number, rostered: number];
  readonly ours: readonly [agents: number, rostered: number];
}

/** What the tests of pyworkforce ask of its staffing formulas, and what ours give. */
export function staffingRows(): readonly StaffingRow[] {
  const rostered = (agents: number): number => planning.headsFor(agents, PYWORKFORCE_SHRINKAGE);
  const byErlangC = PYWORKFORCE_STAFFING.map(({ target, level, occupancy, ...printed }): StaffingRow => {
    const { agents } = planning.staffInterval(PYWORKFORCE, {
      targets: { serviceLevel: { formula: 'b', share: level, withinSec: 19.8 }, occupancy },
      patience: null,
    });
    return { target, printed: [printed.agents, printed.rostered], ours: [agents, rostered(agents)] };
  });
  const { offeredErlang, maxBlocking, ...printed } = PYWORKFORCE_LINES;
  const lines = planning.linesFor(offeredErlang, maxBlocking);
  return [
    ...byErlangC,
    {
      target: '10 erlang, at most 2 % blocked (Erlang B)',
      printed: [printed.lines, printed.rostered],
      ours: [lines, rostered(lines)],
    },
  ];
}

export function staffingText(): string {
  const pair = ([agents, rostered]: StaffingRow['ours']): string => `${agents}, ${rostered}`;
  return [
    'Staffing and lines, where only a formula answers: agents needed, and on the roster with 30 % shrinkage.',
    table(
      ['', 'Printed', 'Tandem'],
      staffingRows().map(({ target, printed, ours }) => [target, pair(printed), pair(ours)]),
    ),
  ].join('\n\n');
}
