/** The callback's way from offer to joined call: `<tandem-callbacks>`. Its cursor is on the offers. */
import { localized, msg, str } from '@lit/localize';
import { customElement } from 'lit/decorators.js';
import { formatMeasured, formatSeconds, formatShare, type Numbers } from '../../reports/format.ts';
import {
  callbacksPlan,
  funnelRows,
  hasCallbacks,
  heardOffers,
  offerName,
  type CallbackParts,
} from './callbacks-plan.ts';
import { ChartElement } from './chart-element.ts';
import { numberCell, textCell, type ChartTable } from './chart-table.ts';
import { countText, NOTHING, type Look, type Plan } from './plan.ts';
import type { ReadOut } from './read-out.ts';

@localized()
@customElement('tandem-callbacks')
export class Callbacks extends ChartElement {
  get sentence(): string {
    const { parts } = this;
    return parts === null ? '' : callbacksSentence(parts, this.numbers);
  }

  get table(): ChartTable | null {
    const { parts } = this;
    return parts === null ? null : callbacksTable(parts, this.numbers);
  }

  protected planOf(look: Look): Plan | null {
    const { parts } = this;
    return parts === null ? null : callbacksPlan(parts, look);
  }

  protected readOutAt(index: number): ReadOut | null {
    const { parts } = this;
    return parts === null ? null : callbacksReadOut(parts, this.numbers, index);
  }

  protected override get sharesCursor(): boolean {
    return false;
  }

  protected get emptyWords(): string {
    return msg(
      'This scenario offers no callbacks. An overflow item of a queue offers them: add one in the scenario.',
    );
  }

  protected get roleWords(): string {
    return msg('chart, arrow keys move through the offers');
  }

  private get parts(): CallbackParts | null {
    return this.now === null ? null : { now: this.now, ghost: this.ghost };
  }
}

/** "62% of those who hear an offer press 1; joined after 3 min 05 s on average". */
export function callbacksSentence({ now: { callbacks } }: CallbackParts, numbers: Numbers): string {
  if (!hasCallbacks(callbacks)) return msg('No caller hears an offer.');
  const { heardOffer, optedIn, delay } = callbacks;
  if (heardOffer <= NOTHING) return msg('Callers leave their number without hearing an offer.');
  const share = numbers.percent(optedIn / heardOffer, 0);
  return delay.mean === null
    ? msg(str`${share} of those who hear an offer press 1.`)
    : msg(
        str`${share} of those who hear an offer press 1, joined after ${formatSeconds(numbers, delay.mean)}`,
      );
}

function callbacksReadOut({ now, ghost }: CallbackParts, numbers: Numbers, index: number): ReadOut | null {
  if (!hasCallbacks(now.callbacks)) return null;
  const offer = heardOffers(now.callbacks)[index];
  if (offer === undefined) return null;
  const { low, high, mean } = offer.accepted;
  const was = ghost?.callbacks?.offers.find(({ number }) => number === offer.number)?.accepted.mean;
  const percent = (value: number): string => numbers.percent(value, 1);
  return {
    heading: offerName(offer.number),
    rows: [
      {
        name: msg('Pressed 1'),
        value: formatShare(numbers, mean),
        isMain: true,
        detail: low === null || high === null ? undefined : msg(str`${percent(low)} to ${percent(high)}`),
      },
      { name: msg('Heard it, a day'), value: countText(numbers, offer.heard) },
      ...(was === undefined ? [] : [{ name: msg('Baseline'), value: formatShare(numbers, was) }]),
    ],
  };
}

function callbacksTable({ now }: CallbackParts, numbers: Numbers): ChartTable | null {
  const { callbacks } = now;
  if (!hasCallbacks(callbacks)) return null;
  const count = (value: number) => numberCell(value, (each) => countText(numbers, each));
  const share = (value: number | null) => numberCell(value, (each) => numbers.percent(each, 1));
  const none = { value: null, text: '' };
  const { delay } = callbacks;
  const told = formatMeasured(numbers, 's', delay);
  return {
    columns: [msg('Step'), msg('A day'), msg('Share'), msg('from'), msg('to')],
    rows: [
      ...funnelRows(callbacks).map((row) => [
        textCell(row.name),
        count(row.value),
        share(row.share),
        none,
        none,
      ]),
      ...heardOffers(callbacks).map(({ number, heard, accepted: { mean, low, high } }) => [
        textCell(msg(str`${offerName(number)}, pressed 1`)),
        count(heard),
        share(mean),
        share(low),
        share(high),
      ]),
      [
        textCell(msg('Delay until joined, seconds')),
        { value: delay.mean, text: told.value },
        none,
        numberCell(delay.low, (each) => formatSeconds(numbers, each)),
        numberCell(delay.high, (each) => formatSeconds(numbers, each)),
      ],
    ],
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-callbacks': Callbacks;
  }
}
