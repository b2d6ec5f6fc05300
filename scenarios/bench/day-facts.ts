/** What the benchmark's day is like, so that nobody has to believe it: loads and shares from the days' own records. */
import type { Simulation } from '../../engine/index.ts';
import { CENTRE_CELLS, GROUP_CELLS, layoutOf, QUEUE_CELLS } from '../../engine/metrics/layout.ts';

export function whatHappened(simulation: Simulation, days: number): Record<string, string | number> {
  const layout = layoutOf(simulation.setup);
  const sums = new Map<string, number>();
  const addRows = (record: Float64Array, at: number, rows: number, names: readonly string[]): void => {
    for (let row = 0; row < rows; row++)
      names.forEach((name, index) =>
        sums.set(name, (sums.get(name) ?? 0) + record[at + row * names.length + index]!),
      );
  };
  const before = simulation.events;
  for (let day = 0; day < days; day++) {
    const record = simulation.day(2, day);
    addRows(record, layout.queueAt, layout.queues * layout.slices, QUEUE_CELLS);
    addRows(record, layout.groupAt, layout.groups * layout.slices, GROUP_CELLS);
    addRows(record, layout.centreAt, layout.slices, CENTRE_CELLS);
  }
  const of = (name: string): number => sums.get(name) ?? 0;
  const calls = of('arrived');
  const handling = of('ringing') + of('dialling') + of('talking') + of('wrappingUp');
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return {
    'calls a day': Math.round(calls / days),
    'agents busy': percent(handling / (handling + of('available'))),
    'contacts that hear an offer': percent(of('offeredCallback') / calls),
    'rings missed': percent(of('missed') / of('rings')),
    'contacts that overflow': percent(of('overflowedIn') / calls),
    'callbacks taken': percent(of('optedIn') / calls),
    'events per call': ((simulation.events - before) / calls).toFixed(1),
  };
}
