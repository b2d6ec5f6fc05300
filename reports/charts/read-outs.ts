/** What a pointer over an interval of a day's chart reads. It draws nothing that is seen. */
import type { DayAxis, IntervalValues } from './day-axis.ts';
import { rect } from './frame.ts';
import { all, type Svg } from './svg.ts';
import type { ChartText } from './text.ts';

export interface Reading {
  readonly rows: IntervalValues;
  readonly name: string;
  readonly write: (mean: number) => string;
}

export function readOuts(
  axis: DayAxis,
  text: ChartText,
  readings: readonly Reading[],
  [top, bottom]: readonly [number, number],
): Svg {
  const indices = new Set(readings.flatMap(({ rows }) => [...rows.keys()]));
  return all(
    [...indices].map((index) => {
      const [from, to] = axis.edges(index);
      const lines = readings.flatMap(({ rows, name, write }) => {
        const row = rows.get(index);
        return row === undefined ? [] : [`${name}: ${write(row.mean)}`];
      });
      const hours = `${text.clock(axis.startOf(index))}–${text.clock(axis.startOf(index + 1))}`;
      return rect(from, top, to - from, bottom - top, { fill: 'transparent' }, [hours, ...lines].join('\n'));
    }),
  );
}
