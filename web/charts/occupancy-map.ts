/**
 * How busy each group is through the day: `<tandem-occupancy-map>`. Left and right move the shared cursor, up and down go from group to
 * group. What it draws is in occupancy-plan.ts.
 */
import { localized, msg, str } from '@lit/localize';
import { customElement, state } from 'lit/decorators.js';
import type { Numbers } from '../../reports/format.ts';
import type { FrameSide } from '../../reports/frame.ts';
import { ChartElement } from './chart-element.ts';
import { numberCell, textCell, type ChartTable } from './chart-table.ts';
import { clock, intervalText } from './day-places.ts';
import { minutesOf } from '../../reports/charts/day-axis.ts';
import { ALARM_FROM, occupancyPlan, shownGroups, type OccupancyPlan } from './occupancy-plan.ts';
import type { Look } from './plan.ts';
import type { ReadOut } from './read-out.ts';

@localized()
@customElement('tandem-occupancy-map')
export class OccupancyMapChart extends ChartElement {
  @state() private row = 0;
  @state() private isFocused = false;

  constructor() {
    super();
    this.addEventListener('focusin', () => (this.isFocused = true));
    this.addEventListener('focusout', () => (this.isFocused = false));
  }

  get sentence(): string {
    return this.now === null ? '' : occupancySentence(this.now, this.numbers);
  }

  get table(): ChartTable | null {
    return this.now === null ? null : occupancyTable(this.now, this.numbers);
  }

  protected planOf(look: Look): OccupancyPlan | null {
    const { now, row, isFocused } = this;
    return now === null ? null : occupancyPlan({ now, row, isFocused }, look);
  }

  /** Up and down go from group to group, and keep the hour. */
  protected override keyed(key: string, from: number | null, count: number): number | null {
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || this.now === null) return super.keyed(key, from, count);
    const last = shownGroups(this.now.occupancy).length - 1;
    this.row = Math.min(last, Math.max(0, this.row + by));
    return from ?? 0;
  }

  protected override pointRow(y: number): void {
    const plan = this.planFor(this.clientWidth);
    this.row = (plan as OccupancyPlan | null)?.rowAt(y) ?? this.row;
  }

  protected readOutAt(index: number): ReadOut | null {
    const { now, row, numbers } = this;
    return now === null ? null : occupancyReadOut(now, numbers, index, row);
  }

  protected get emptyWords(): string {
    return msg('No group has agents in this scenario.');
  }

  protected get roleWords(): string {
    return msg('grid, arrow keys move through hours and groups');
  }
}

/** "seniors are above 90% in 3 of 24 intervals, most at 09:30 (97%)". */
export function occupancySentence({ occupancy }: FrameSide, numbers: Numbers): string {
  const { groups, starts, values } = occupancy;
  let worst = -1;
  for (const [at, value] of values.entries())
    if (Number.isFinite(value) && (worst < 0 || value > values[worst]!)) worst = at;
  if (worst < 0) return msg('Nobody has worked yet.');
  const group = groups[Math.floor(worst / starts.length)] ?? '';
  const start = clock(minutesOf(starts[worst % starts.length] ?? ''));
  const share = numbers.percent(values[worst]!, 0);
  const above = values.filter((each) => each > ALARM_FROM).length;
  const limit = numbers.percent(ALARM_FROM, 0);
  if (above === 0) return msg(str`Busiest: ${group} at ${start}, ${share}; nobody above ${limit}`);
  const cells = values.filter((each) => Number.isFinite(each)).length;
  return msg(str`Busiest: ${group} at ${start}, ${share}; ${above} of ${cells} cells above ${limit}`);
}

function occupancyReadOut(now: FrameSide, numbers: Numbers, index: number, row: number): ReadOut {
  const { groups, starts, values } = now.occupancy;
  const share = (at: number): string => {
    const value = values[at * starts.length + index] ?? Number.NaN;
    return Number.isNaN(value) ? numbers.absent : numbers.percent(value, 1);
  };
  return {
    heading: intervalText(starts, now.intervalSeconds, index),
    // All groups of a small centre; of a large one the group that has the cursor.
    rows: groups
      .map((name, at) => ({ name, value: share(at), isMain: at === row, at }))
      .filter(({ at }) => groups.length <= 5 || at === row),
  };
}

function occupancyTable({ occupancy, intervalSeconds }: FrameSide, numbers: Numbers): ChartTable {
  const { groups, starts, values } = occupancy;
  return {
    columns: [msg('Interval'), ...groups],
    rows: starts.map((_, at) => [
      textCell(intervalText(starts, intervalSeconds, at)),
      ...groups.map((__, row) =>
        numberCell(values[row * starts.length + at], (each) => numbers.percent(each, 1)),
      ),
    ]),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-occupancy-map': OccupancyMapChart;
  }
}
