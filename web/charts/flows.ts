/** Where calls go on an average day: `<tandem-flows>`. It has no cursor: the table behind it has every flow. */
import { localized, msg, str } from '@lit/localize';
import { customElement } from 'lit/decorators.js';
import { flowGraph } from '../../reports/charts/flow-graph.ts';
import type { Numbers } from '../../reports/format.ts';
import type { FrameSide } from '../../reports/frame.ts';
import { ChartElement } from './chart-element.ts';
import { numberCell, textCell, type ChartTable } from './chart-table.ts';
import { nodeName } from './flow-labels.ts';
import { flowsPlan } from './flows-plan.ts';
import { countText, NOTHING, type Look, type Plan } from './plan.ts';
import type { ReadOut } from './read-out.ts';

@localized()
@customElement('tandem-flows')
export class FlowsChart extends ChartElement {
  get sentence(): string {
    return this.now === null ? '' : flowsSentence(this.now, this.numbers);
  }

  get table(): ChartTable | null {
    return this.now === null ? null : flowsTable(this.now, this.numbers);
  }

  protected planOf(look: Look): Plan | null {
    return this.now === null ? null : flowsPlan(this.now, look);
  }

  protected readOutAt(): ReadOut | null {
    return null;
  }

  protected override get sharesCursor(): boolean {
    return false;
  }

  protected override get hasCursor(): boolean {
    return false;
  }

  protected get emptyWords(): string {
    return msg('Nobody calls in this scenario.');
  }

  protected get roleWords(): string {
    return msg('chart, T shows its table');
  }
}

/** "92% answered in their own queue; overflow moves 12 calls a day". */
export function flowsSentence({ flows: { queues, moves } }: FrameSide, numbers: Numbers): string {
  const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
  const total = sum(queues.flatMap(({ ends }) => Object.values(ends)));
  if (total <= NOTHING) return msg('Nobody has called yet.');
  const answered = sum(queues.map(({ ends }) => ends['answered'] ?? 0));
  const share = numbers.percent(answered / total, 0);
  const moved = sum(moves.map(({ perDay }) => perDay));
  return moved > NOTHING
    ? msg(str`${share} answered; overflow moves ${countText(numbers, moved)} calls a day`)
    : msg(str`${share} answered; no call moves to another queue`);
}

function flowsTable({ flows }: FrameSide, numbers: Numbers): ChartTable {
  const graph = flowGraph(flows, Infinity);
  const nameOf = (id: string): string => {
    const node = graph.nodes.find((each) => each.id === id);
    return node === undefined ? '' : nodeName(graph, node);
  };
  return {
    columns: [msg('From'), msg('To'), msg('Calls a day')],
    rows: graph.links.map(({ source, target, value }) => [
      textCell(nameOf(source)),
      textCell(nameOf(target)),
      numberCell(value, (each) => countText(numbers, each)),
    ]),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-flows': FlowsChart;
  }
}
