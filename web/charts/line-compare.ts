/** Variants' waits over the day on one axis: `<tandem-line-compare>`. What it draws is in line-compare-plan.ts. */
import { localized, msg, str } from '@lit/localize';
import { customElement, property } from 'lit/decorators.js';
import { formatSeconds, type Numbers } from '../../reports/format.ts';
import type { FrameSide } from '../../reports/frame.ts';
import { numberCell, textCell, type ChartTable } from './chart-table.ts';
import { clock, intervalText, peakOf } from './day-places.ts';
import { minutesOf } from '../../reports/charts/day-axis.ts';
import { lineComparePlan, type Variant } from './line-compare-plan.ts';
import type { Look, Plan } from './plan.ts';
import { PlotElement } from './plot-element.ts';
import type { ReadOut } from './read-out.ts';

@localized()
@customElement('tandem-line-compare')
export class LineCompare extends PlotElement {
  /** Two to four, in the order of the variants. */
  @property({ attribute: false }) sides: readonly FrameSide[] = [];
  @property({ attribute: false }) names: readonly string[] = [];

  get sentence(): string {
    return this.hasData ? compareSentence(this.variants, this.numbers) : '';
  }

  get table(): ChartTable | null {
    return this.hasData ? compareTable(this.variants, this.numbers) : null;
  }

  protected get hasData(): boolean {
    return this.sides.length > 0;
  }

  protected planOf(look: Look): Plan | null {
    return lineComparePlan(this.variants, look);
  }

  protected readOutAt(index: number): ReadOut | null {
    const first = this.sides[0];
    if (first === undefined) return null;
    return {
      heading: intervalText(first.series.starts, first.intervalSeconds, index),
      rows: this.variants.map(({ name, side }, at) => {
        const wait = side.series.p80[index] ?? Number.NaN;
        const value = Number.isNaN(wait) ? this.numbers.absent : formatSeconds(this.numbers, wait);
        return { name, value, isMain: at === 0 };
      }),
    };
  }

  protected get emptyWords(): string {
    return msg('Nobody calls in this scenario.');
  }

  protected get roleWords(): string {
    return msg('chart, arrow keys move through the day');
  }

  private get variants(): Variant[] {
    return this.sides.map((side, at) => ({ side, name: this.names[at] ?? msg(str`Variant ${at + 1}`) }));
  }
}

/** "Three more agents has the lowest peak: at 17:00, 8 in 10 wait less than 2 min 05 s". */
export function compareSentence(variants: readonly Variant[], numbers: Numbers): string {
  const peaks = variants.flatMap(({ name, side }) => {
    const peak = peakOf(side.series.p80);
    return peak === null ? [] : [{ name, ...peak, start: side.series.starts[peak.index] ?? '' }];
  });
  const [lowest] = peaks.toSorted((a, b) => a.value - b.value);
  if (lowest === undefined) return msg('Nobody has called yet.');
  const at = clock(minutesOf(lowest.start));
  return msg(str`${lowest.name} has the lowest peak: ${formatSeconds(numbers, lowest.value)} at ${at}`);
}

function compareTable(variants: readonly Variant[], numbers: Numbers): ChartTable {
  const first = variants[0]!.side;
  const wait = (value: number | undefined) => numberCell(value, (each) => formatSeconds(numbers, each));
  return {
    columns: [
      msg('Interval'),
      ...variants.flatMap(({ name }) => [msg(str`${name}: P80`), msg('from'), msg('to')]),
    ],
    rows: first.series.starts.map((_, at) => [
      textCell(intervalText(first.series.starts, first.intervalSeconds, at)),
      ...variants.flatMap(({ side: { series } }) => [
        wait(series.p80[at]),
        wait(series.p80Low[at]),
        wait(series.p80High[at]),
      ]),
    ]),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-line-compare': LineCompare;
  }
}
