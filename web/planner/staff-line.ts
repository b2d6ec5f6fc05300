/**
 * Staff required beside staff planned, by interval, in a word and a table behind it: required by the standard formula for the target of the
 * scenario. It judges nothing: the formula knows no overflow and no callbacks, and says so.
 */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { numbersOf } from '../../reports/format.ts';
import type { FrameSide } from '../../reports/frame.ts';
import { locale } from '../i18n/language.ts';
import { controls } from '../styles/controls.ts';
import './popover.ts';
import { isOne } from './run-words.ts';

/** Part of an agent below which planned and required are the same. */
const NOTHING = 0.05;

export interface StaffRow {
  readonly start: string;
  readonly planned: number;
  readonly required: number;
  /** Above 0: so many are missing. */
  readonly short: number;
}

/** Intervals of which both are known. */
export function staffRows({ series }: Pick<FrameSide, 'series'>): readonly StaffRow[] {
  return series.starts.flatMap((start, at) => {
    const [planned = NaN, required = NaN] = [series.planned[at], series.required[at]];
    if (Number.isNaN(planned) || Number.isNaN(required)) return [];
    return [{ start, planned, required, short: required - planned > NOTHING ? required - planned : 0 }];
  });
}

@localized()
@customElement('tandem-staff-line')
export class StaffLine extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        font-size: var(--t-small);
        color: var(--ink-2);
        white-space: nowrap;
      }
      .note {
        max-width: 300px;
        margin-bottom: var(--s2);
        color: var(--ink-2);
      }
      .table {
        max-height: 300px;
        overflow: auto;
      }
      table {
        border-collapse: collapse;
      }
      th,
      td {
        height: 24px;
        padding: 0 16px 0 0;
        border-top: var(--hair) solid var(--line);
        font-weight: var(--w-regular);
        text-align: right;
      }
      th:first-child {
        text-align: left;
      }
      .short > * {
        color: var(--ink);
        font-weight: var(--w-strong);
      }
    `,
  ];

  @property({ attribute: false }) side: FrameSide | null = null;

  override render(): unknown {
    const rows = this.side === null ? [] : staffRows(this.side);
    if (rows.length === 0) return nothing;
    const short = rows.filter((row) => row.short > 0);
    return html`<tandem-popover align="end">
      <span slot="label">${this.#words(short.length, rows.length)}</span>
      <p class="note">
        ${msg('Required by the standard formula for the target of each interval, which knows neither overflow nor callbacks.')}
      </p>
      ${table(rows)}
    </tandem-popover>`;
  }

  #words(short: number, all: number): string {
    if (short === 0) return msg('Staff: enough in every interval');
    return isOne(short)
      ? msg(str`Staff: ${short} interval of ${all} short`)
      : msg(str`Staff: ${short} intervals of ${all} short`);
  }
}

function table(rows: readonly StaffRow[]): unknown {
  const numbers = numbersOf(locale());
  return html`<div class="table" tabindex="0" role="region" aria-label=${msg('Staff by interval')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${msg('From')}</th>
          <th scope="col">${msg('Planned')}</th>
          <th scope="col">${msg('Required')}</th>
          <th scope="col">${msg('Short of')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ start, planned, required, short }) =>
            html`<tr class=${short > 0 ? 'short' : ''}>
              <th scope="row">${start}</th>
              <td>${numbers.plain(planned, 1)}</td>
              <td>${numbers.plain(required, 1)}</td>
              <td>${short > 0 ? numbers.plain(short, 1) : numbers.absent}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-staff-line': StaffLine;
  }
}
