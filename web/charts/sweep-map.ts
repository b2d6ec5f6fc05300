/**
 * A sweep of two settings as a map: `<tandem-sweep-map>`. Arrows go from cell to cell, Enter or a click chooses one: `cell-chosen`. What it
 * draws is in sweep-map-plan.ts.
 */
import { localized, msg, str } from '@lit/localize';
import { customElement } from 'lit/decorators.js';
import type { Look, Plan } from './plan.ts';
import type { ReadOut } from './read-out.ts';
import type { SweepPoint } from '../../reports/sweep.ts';
import { cheapestOf, sweepGrid } from './sweep-cells.ts';
import { SweepElement } from './sweep-element.ts';
import { sweepMapPlan } from './sweep-map-plan.ts';

@localized()
@customElement('tandem-sweep-map')
export class SweepMap extends SweepElement {
  get sentence(): string {
    const { sweep } = this;
    if (sweep === null) return '';
    const [met, all] = [sweep.points.filter(({ verdict }) => verdict === 'met').length, sweep.points.length];
    if (sweep.targets.length === 0) return msg(str`${all} settings, no target set`);
    const best = cheapestOf(sweep);
    if (best === null) return msg(str`None of ${all} settings surely meets all targets.`);
    const told = best.at.map((each, at) => sweep.settings[at]?.values[each]?.text ?? '').join(' × ');
    return msg(str`${met} of ${all} settings meet all targets; the cheapest is ${told}`);
  }

  protected planOf(look: Look): Plan | null {
    const { sweep, kpi, chosen, settingNames: names, measureNames: measures } = this;
    return sweep === null ? null : sweepMapPlan({ sweep, kpi, chosen, names, measures }, look);
  }

  protected readOutAt(index: number): ReadOut | null {
    const point = this.pointAt(index);
    return point === null ? null : this.readPoint(point);
  }

  /** A grid: up and down keep the column. */
  protected override keyed(key: string, from: number | null, count: number): number | null {
    const columns = this.sweep === null ? 0 : (sweepGrid(this.sweep)?.columns ?? 0);
    const at = from ?? this.chosenIndex();
    if (columns === 0) return null;
    const column = at % columns;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: column > 0 ? at - 1 : at,
      ArrowRight: column < columns - 1 ? at + 1 : at,
      ArrowUp: at >= columns ? at - columns : at,
      ArrowDown: at + columns < count ? at + columns : at,
      Home: at - column,
      End: at - column + columns - 1,
      PageUp: column,
      PageDown: count - columns + column,
    };
    return moves[key] ?? null;
  }

  protected override act(index: number): void {
    const point = this.pointAt(index);
    if (point !== null) this.choose(point);
  }

  protected get emptyWords(): string {
    return msg('A map needs two settings.');
  }

  protected get roleWords(): string {
    return msg('grid, arrow keys move from cell to cell, Enter chooses');
  }

  private pointAt(index: number): SweepPoint | null {
    const grid = this.sweep === null ? null : sweepGrid(this.sweep);
    return grid?.at(index % grid.columns, Math.floor(index / grid.columns)) ?? null;
  }

  /** Keys begin at the chosen cell. */
  private chosenIndex(): number {
    const grid = this.sweep === null ? null : sweepGrid(this.sweep);
    const [column = 0, value = 0] = this.chosen ?? [];
    return grid === null ? 0 : (grid.rows - 1 - value) * grid.columns + column;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-sweep-map': SweepMap;
  }
}
