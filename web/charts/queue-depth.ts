/** How many wait through the day, on the line and as callbacks: `<tandem-queue-depth>`. What it draws is in queue-depth-plan.ts. */
import { localized, msg, str } from '@lit/localize';
import { customElement, property } from 'lit/decorators.js';
import type { Numbers } from '../../reports/format.ts';
import { ChartElement } from './chart-element.ts';
import { numberCell, textCell, type ChartTable } from './chart-table.ts';
import { clock, intervalText, peakOf } from './day-places.ts';
import { minutesOf } from '../../reports/charts/day-axis.ts';
import { countText, NOTHING, type Look, type Plan } from './plan.ts';
import { depthNames, queueDepthPlan, totalOf, type DepthLimit, type DepthParts } from './queue-depth-plan.ts';
import type { ReadOut } from './read-out.ts';

@localized()
@customElement('tandem-queue-depth')
export class QueueDepth extends ChartElement {
  /** Drawn as lines: "Callback offered from 6 waiting". */
  @property({ attribute: false }) limits: readonly DepthLimit[] = [];

  get sentence(): string {
    const { parts } = this;
    return parts === null ? '' : depthSentence(parts, this.numbers);
  }

  get table(): ChartTable | null {
    const { parts } = this;
    return parts === null ? null : depthTable(parts, this.numbers);
  }

  protected planOf(look: Look): Plan | null {
    const { parts } = this;
    return parts === null || parts.now.series.starts.length === 0 ? null : queueDepthPlan(parts, look);
  }

  protected readOutAt(index: number): ReadOut | null {
    const { parts } = this;
    return parts === null ? null : depthReadOut(parts, this.numbers, index);
  }

  protected get emptyWords(): string {
    return msg('Nobody calls in this scenario.');
  }

  protected get roleWords(): string {
    return msg('chart, arrow keys move through the day');
  }

  private get parts(): DepthParts | null {
    return this.now === null ? null : { now: this.now, ghost: this.ghost, limits: this.limits };
  }
}

/** "Most wait at 09:30: 4.2 on the line, 1.3 callbacks, on average". */
export function depthSentence({ now }: DepthParts, numbers: Numbers): string {
  const { live, callbacks, starts } = now.series;
  const peak = peakOf(totalOf(now.series));
  if (peak === null || peak.value <= NOTHING) return msg('Nobody waits.');
  const start = clock(minutesOf(starts[peak.index] ?? ''));
  const onLine = countText(numbers, live[peak.index] ?? 0);
  const open = callbacks[peak.index] ?? 0;
  return open > 0.05
    ? msg(str`Most wait at ${start}: ${onLine} on the line, ${countText(numbers, open)} callbacks`)
    : msg(str`Most wait at ${start}: ${onLine} on the line, mean of all days`);
}

function depthReadOut({ now, ghost }: DepthParts, numbers: Numbers, index: number): ReadOut {
  const { live, callbacks, starts } = now.series;
  const count = (value: number | undefined): string => countText(numbers, value ?? Number.NaN);
  const was = ghost === null ? undefined : totalOf(ghost.series)[index];
  return {
    heading: intervalText(starts, now.intervalSeconds, index),
    rows: [
      { name: depthNames.live(), value: count(live[index]), isMain: true },
      { name: depthNames.callbacks(), value: count(callbacks[index]) },
      ...(was === undefined ? [] : [{ name: depthNames.ghost(), value: count(was) }]),
    ],
  };
}

function depthTable({ now, ghost }: DepthParts, numbers: Numbers): ChartTable {
  const { live, callbacks, starts } = now.series;
  const was = ghost === null ? null : totalOf(ghost.series);
  const count = (value: number | undefined) => numberCell(value, (each) => countText(numbers, each));
  return {
    columns: [
      msg('Interval'),
      msg('Waiting on the line, mean'),
      msg('Callbacks open, mean'),
      ...(was === null ? [] : [msg('Baseline, both')]),
    ],
    rows: starts.map((_, at) => [
      textCell(intervalText(starts, now.intervalSeconds, at)),
      count(live[at]),
      count(callbacks[at]),
      ...(was === null ? [] : [count(was[at])]),
    ]),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-queue-depth': QueueDepth;
  }
}
