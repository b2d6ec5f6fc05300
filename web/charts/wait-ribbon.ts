/** The wait through the day, with volume and staff below it: `<tandem-wait-ribbon>`. What it draws is in wait-ribbon-plan.ts. */
import { localized, msg } from '@lit/localize';
import { customElement } from 'lit/decorators.js';
import { ChartElement } from './chart-element.ts';
import type { ChartTable } from './chart-table.ts';
import type { Look, Plan } from './plan.ts';
import type { ReadOut } from './read-out.ts';
import { waitRibbonPlan, type RibbonParts } from './wait-ribbon-plan.ts';
import { ribbonReadOut, ribbonSentence, ribbonTable } from './wait-ribbon-words.ts';

@localized()
@customElement('tandem-wait-ribbon')
export class WaitRibbon extends ChartElement {
  get sentence(): string {
    const { parts } = this;
    return parts === null ? '' : ribbonSentence(parts, this.numbers);
  }

  get table(): ChartTable | null {
    const { parts } = this;
    return parts === null ? null : ribbonTable(parts, this.numbers);
  }

  protected planOf(look: Look): Plan | null {
    const { parts } = this;
    return parts === null || parts.now.series.starts.length === 0 ? null : waitRibbonPlan(parts, look);
  }

  protected readOutAt(index: number): ReadOut | null {
    const { parts } = this;
    return parts === null ? null : ribbonReadOut(parts, this.numbers, index);
  }

  protected get emptyWords(): string {
    return msg('Nobody calls in this scenario.');
  }

  protected get roleWords(): string {
    return msg('chart, arrow keys move through the day');
  }

  private get parts(): RibbonParts | null {
    return this.now === null ? null : { now: this.now, ghost: this.ghost };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-wait-ribbon': WaitRibbon;
  }
}
