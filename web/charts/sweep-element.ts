/** What the pictures of a sweep share: its properties, the choice of a point, its table. It draws nothing. */
import { msg } from '@lit/localize';
import { property } from 'lit/decorators.js';
import type { Sweep, SweepPoint } from '../../reports/sweep.ts';
import { numberCell, textCell, type ChartTable } from './chart-table.ts';
import { PlotElement } from './plot-element.ts';
import type { ReadOut } from './read-out.ts';
import { estimateText, priceText, settingName, verdictText } from './sweep-cells.ts';

export interface CellChosen {
  /** Of each setting, which of its values. */
  readonly at: readonly number[];
}

export abstract class SweepElement extends PlotElement {
  @property({ attribute: false }) sweep: Sweep | null = null;
  /** The measure that is drawn: index in `sweep.kpis`. */
  @property({ type: Number }) kpi = 0;
  @property({ attribute: false }) chosen: readonly number[] | null = null;
  /** What the settings are called; without it they have the names of their paths. */
  @property({ attribute: false }) names: readonly string[] | null = null;

  /** What the measures are called in the page's language; without it they have the sweep's English titles. */
  @property({ attribute: false }) measures: readonly string[] | null = null;

  get table(): ChartTable | null {
    const { sweep, numbers } = this;
    if (sweep === null) return null;
    return {
      columns: [
        ...this.settingNames,
        msg('Verdict'),
        ...this.measureNames.flatMap((name) => [name, msg('from'), msg('to')]),
        msg('Agent-hours'),
        ...(sweep.currency === null ? [] : [msg('Cost a day')]),
      ],
      rows: sweep.points.map((point) => [
        ...point.at.map((each, at) => textCell(sweep.settings[at]?.values[each]?.text ?? '')),
        textCell(verdictText(point.verdict)),
        ...point.estimates.flatMap((estimate, at) => {
          const unit = sweep.kpis[at]?.unit ?? 'number';
          const bare = (value: number | null) =>
            numberCell(value, (each) =>
              estimateText(unit, { mean: each, low: null, high: null, n: 0 }, numbers),
            );
          return [bare(estimate.mean), bare(estimate.low), bare(estimate.high)];
        }),
        numberCell(point.agentHours, (each) => numbers.plain(each, 1)),
        ...(sweep.currency === null
          ? []
          : [numberCell(point.cost, (each) => numbers.money(each, sweep.currency ?? ''))]),
      ]),
    };
  }

  protected get hasData(): boolean {
    return this.sweep !== null;
  }

  protected get settingNames(): readonly string[] {
    return this.names ?? this.sweep?.settings.map(({ path }) => settingName(path)) ?? [];
  }

  protected get measureNames(): readonly string[] {
    return this.measures ?? this.sweep?.kpis.map(({ title }) => title) ?? [];
  }

  protected choose({ at }: SweepPoint): void {
    const detail: CellChosen = { at };
    this.dispatchEvent(new CustomEvent('cell-chosen', { detail, bubbles: true, composed: true }));
  }

  /** All measures of a point, the drawn one first. */
  protected readPoint(point: SweepPoint): ReadOut | null {
    const { sweep, kpi, numbers } = this;
    if (sweep === null) return null;
    const rows = sweep.kpis.map(({ unit }, at) => ({
      name: this.measureNames[at] ?? '',
      value: estimateText(unit, point.estimates[at]!, numbers),
      isMain: at === kpi,
      at,
    }));
    const told = point.at.map((each, at) => sweep.settings[at]?.values[each]?.text ?? '');
    return {
      heading: told.map((value, at) => `${this.settingNames[at] ?? ''} ${value}`).join(', '),
      rows: [
        ...(point.verdict === null ? [] : [{ name: msg('Targets'), value: verdictText(point.verdict) }]),
        ...rows.filter(({ at }) => at === kpi || sweep.targets.some((target) => target.kpi === at)),
        {
          name: sweep.currency === null ? msg('Agent-hours') : msg('Cost a day'),
          value: priceText(point, sweep.currency, numbers),
        },
        ...(point.isBase ? [{ name: msg('As it is'), value: '✓' }] : []),
      ],
    };
  }
}
