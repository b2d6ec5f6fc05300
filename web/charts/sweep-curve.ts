/**
 * One measure over the values of one setting: `<tandem-sweep-curve>`; several side by side are small multiples. Left and right go from point
 * to point, Enter or a click chooses one: `cell-chosen`. What it draws is in sweep-curve-plan.ts.
 */
import { localized, msg, str } from '@lit/localize';
import { customElement, property } from 'lit/decorators.js';
import type { SweepPoint } from '../../reports/sweep.ts';
import type { ExactCurve } from '../../workers/workbench/api.ts';
import type { Look, Plan } from './plan.ts';
import type { ReadOut } from './read-out.ts';
import { estimateText } from './sweep-cells.ts';
import { heldBy, sweepCurvePlan, type CurvePlan } from './sweep-curve-plan.ts';
import { SweepElement } from './sweep-element.ts';

@localized()
@customElement('tandem-sweep-curve')
export class SweepCurve extends SweepElement {
  /** Where theory knows the measure that is drawn. */
  @property({ attribute: false }) exact: ExactCurve | null = null;
  #points: readonly SweepPoint[] = [];

  get sentence(): string {
    const { sweep, kpi, exact, numbers } = this;
    const measure = sweep?.kpis[kpi];
    if (sweep === null || measure === undefined) return '';
    if (exact !== null && exact.kpi === kpi) {
      const { held, count } = heldBy(sweep.points, sweep.points, exact);
      return msg(str`${held} of ${count} intervals hold the exact value of ${exact.model}`);
    }
    const ends = [sweep.points[0], sweep.points.at(-1)].map((point) => {
      const mean = point?.estimates[kpi]?.mean ?? null;
      return estimateText(measure.unit, { mean, low: null, high: null, n: 0 }, numbers);
    });
    return msg(str`${this.measureNames[kpi] ?? ''}: from ${ends[0] ?? ''} to ${ends[1] ?? ''}`);
  }

  protected planOf(look: Look): Plan | null {
    const { sweep, kpi, chosen, exact, settingNames } = this;
    const plan: CurvePlan | null =
      sweep === null ? null : sweepCurvePlan({ sweep, exact, kpi, chosen, names: settingNames }, look);
    this.#points = plan?.points ?? [];
    return plan;
  }

  protected readOutAt(index: number): ReadOut | null {
    const { sweep, exact, kpi, numbers } = this;
    const point = this.#points[index];
    const readOut = point === undefined ? null : this.readPoint(point);
    if (sweep === null || point === undefined || readOut === null) return null;
    const value = exact !== null && exact.kpi === kpi ? exact.values[sweep.points.indexOf(point)] : null;
    if (value === null || value === undefined) return readOut;
    const unit = sweep.kpis[kpi]?.unit ?? 'number';
    const told = estimateText(unit, { mean: value, low: null, high: null, n: 0 }, numbers);
    return { ...readOut, rows: [...readOut.rows, { name: msg('exact'), value: told }] };
  }

  protected override act(index: number): void {
    const point = this.#points[index];
    if (point !== undefined) this.choose(point);
  }

  protected get emptyWords(): string {
    return msg('No point of the sweep has a value of this measure.');
  }

  protected get roleWords(): string {
    return msg('chart, arrow keys move from point to point, Enter chooses');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-sweep-curve': SweepCurve;
  }
}
