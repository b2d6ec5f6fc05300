/** The contacts behind the lanes as a table: sorted by any column, a page at a time, and as a file. It sends `contact-chosen`. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../ui/icon.ts';
import { csvOf } from '../charts/chart-table.ts';
import { locale } from '../i18n/language.ts';
import { controls } from '../styles/controls.ts';
import type { DayView } from '../../workers/workbench/api.ts';
import { columnName, COLUMNS, sorted, tableOf, type Column, type Sorting } from './contact-table.ts';
import { numbers } from './day-words.ts';

/** More rows at once would make a page slow for nobody's good. */
const PAGE = 100;

@localized()
@customElement('tandem-day-contacts')
export class DayContacts extends LitElement {
  static override styles = [
    controls,
    css`
      summary {
        min-height: 32px;
        padding: 6px 0;
        font-weight: var(--w-strong);
        cursor: pointer;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 4px 0 8px;
        color: var(--ink-2);
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--t-small);
      }
      th,
      td {
        padding: 3px 12px 3px 0;
        border-bottom: var(--hair) solid var(--line);
        text-align: left;
        white-space: nowrap;
        font-weight: var(--w-regular);
      }
      .number {
        text-align: right;
      }
      thead button,
      tbody button {
        min-height: 24px;
        min-width: 24px;
        padding: 0;
        border: 0;
        background: none;
        cursor: pointer;
        white-space: nowrap;
      }
      thead button {
        font-weight: var(--w-strong);
      }
      tbody button {
        color: var(--now-ink);
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      tr[aria-selected='true'],
      tr.chosen {
        background: var(--now-wash);
      }
    `,
  ];

  @property({ attribute: false }) view: DayView | null = null;
  @property({ attribute: false }) chosen: number | null = null;
  @state() private sorting: Sorting = { by: 'arrived', isDescending: false };
  @state() private page = 0;
  @state() private isOpen = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) this.page = 0;
  }

  override render(): unknown {
    const { view } = this;
    if (view === null) return nothing;
    const plain = (count: number): string => numbers().plain(count, 0);
    return html`<details
      @toggle=${(event: Event) => (this.isOpen = (event.target as HTMLDetailsElement).open)}
    >
      <summary>${msg(str`All calls of the day as a table (${plain(view.contacts.length)})`)}</summary>
      ${this.isOpen ? this.#opened(view) : nothing}
    </details>`;
  }

  #opened(view: DayView): unknown {
    const contacts = sorted(view.contacts, this.sorting);
    const pages = Math.max(1, Math.ceil(contacts.length / PAGE));
    const shown = contacts.slice(this.page * PAGE, (this.page + 1) * PAGE);
    const { rows } = tableOf(view, shown);
    return html`
      <div class="tools">
        <button class="button small" @click=${() => this.#save(view)}>
          <tandem-icon name="save"></tandem-icon>${msg('CSV of all calls')}
        </button>
        <button
          class="button small"
          aria-label=${msg('Previous page')}
          aria-disabled=${this.page === 0}
          @click=${() => (this.page = Math.max(0, this.page - 1))}
        >
          <tandem-icon name="left"></tandem-icon>
        </button>
        <span>${msg(str`Page ${this.page + 1} of ${pages}`)}</span>
        <button
          class="button small"
          aria-label=${msg('Next page')}
          aria-disabled=${this.page === pages - 1}
          @click=${() => (this.page = Math.min(pages - 1, this.page + 1))}
        >
          <tandem-icon name="right"></tandem-icon>
        </button>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${msg('Calls of the day')}>
        <table>
          <thead>
            <tr>
              ${COLUMNS.map((column) => this.#head(column))}
            </tr>
          </thead>
          <tbody>
            ${shown.map((contact, at) => {
              const cells = rows[at]!;
              return html`<tr class=${contact.contact === this.chosen ? 'chosen' : ''}>
                <td>
                  <button @click=${() => this.#choose(contact.contact)}>${cells[0]!.text}</button>
                </td>
                ${cells
                  .slice(1)
                  .map(
                    ({ text }, cell) =>
                      html`<td class=${isNumber(COLUMNS[cell + 1]!) ? 'number' : ''}>${text}</td>`,
                  )}
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
    `;
  }

  #head(column: Column): unknown {
    const { by, isDescending } = this.sorting;
    const sort = by !== column ? 'none' : isDescending ? 'descending' : 'ascending';
    return html`<th scope="col" aria-sort=${sort} class=${isNumber(column) ? 'number' : ''}>
      <button @click=${() => this.#sort(column)}>
        ${columnName(column)}
        ${sort === 'none' ? '' : html`<span aria-hidden="true">${isDescending ? '↓' : '↑'}</span>`}
      </button>
    </th>`;
  }

  #sort(by: Column): void {
    const isSame = this.sorting.by === by;
    // Of numbers one looks for the largest.
    this.sorting = { by, isDescending: isSame ? !this.sorting.isDescending : isNumber(by) };
    this.page = 0;
  }

  #choose(contact: number): void {
    this.dispatchEvent(new CustomEvent('contact-chosen', { detail: contact }));
  }

  #save(view: DayView): void {
    const text = csvOf(tableOf(view, sorted(view.contacts, this.sorting)), locale());
    const link = document.createElement('a');
    // A byte order mark: spreadsheets know by it that accents are UTF-8.
    link.href = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/csv;charset=utf-8' }));
    link.download = `tandem-day-${view.day + 1}-calls.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

const isNumber = (column: Column): boolean =>
  column === 'wait' || column === 'offers' || column === 'attempts' || column === 'rona';

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-contacts': DayContacts;
  }
}
