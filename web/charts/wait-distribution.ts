/** How long callers wait: `<tandem-wait-distribution>`. Its cursor is on the bins, not on the hours of the day. */
import { localized, msg } from '@lit/localize';
import { customElement } from 'lit/decorators.js';
import { ChartElement } from './chart-element.ts';
import type { ChartTable } from './chart-table.ts';
import type { Look, Plan } from './plan.ts';
import type { ReadOut } from './read-out.ts';
import { waitDistributionPlan, type DistributionParts } from './wait-distribution-plan.ts';
import { distributionReadOut, distributionSentence, distributionTable } from './wait-distribution-words.ts';

@localized()
@customElement('tandem-wait-distribution')
export class WaitDistribution extends ChartElement {
  get sentence(): string {
    const { parts } = this;
    return parts === null ? '' : distributionSentence(parts, this.numbers);
  }

  get table(): ChartTable | null {
    const { parts } = this;
    return parts === null ? null : distributionTable(parts, this.numbers);
  }

  protected planOf(look: Look): Plan | null {
    const { parts } = this;
    return parts === null ? null : waitDistributionPlan(parts, look);
  }

  protected readOutAt(index: number): ReadOut | null {
    const { parts } = this;
    return parts === null ? null : distributionReadOut(parts, this.numbers, index);
  }

  protected override get sharesCursor(): boolean {
    return false;
  }

  protected get emptyWords(): string {
    return msg('No call has come: there is no wait to show.');
  }

  protected get roleWords(): string {
    return msg('chart, arrow keys move through the waits');
  }

  private get parts(): DistributionParts | null {
    return this.now === null ? null : { now: this.now, ghost: this.ghost };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-wait-distribution': WaitDistribution;
  }
}
