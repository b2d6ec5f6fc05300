/**
 * Pasting rows of a spreadsheet: what was pasted, where each column goes, what would be written, and what is wrong in which row and column.
 * It hands on the finished text with `rows-pasted` and changes nothing itself.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { locale } from '../i18n/language.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { guessedTargets, pasteTargets, planOf } from './paste-plan.ts';
import type { PastePlan, PasteTarget, PasteWritten } from './paste-plan.ts';
import { pasteStyles } from './paste-styles.ts';
import { sheet } from '../styles/sheet.ts';
import { readPaste } from './paste-table.ts';
import type { Pasted, PasteProblem } from './paste-table.ts';
import { parsed, plainOf } from './yaml-place.ts';

/** Rows shown of the preview; the sum is of all. */
const ROWS_SHOWN = 48;

@localized()
@customElement('tandem-paste-dialog')
export class PasteDialog extends LitElement {
  static override styles = [controls, sheet, pasteStyles];

  @property() text = '';
  @state() private kind: PasteTarget['kind'] = 'arrivals';
  @state() private entered = '';
  @state() private chosen: readonly (PasteTarget | null)[] | null = null;
  @query('dialog') private dialog!: HTMLDialogElement;

  show(): void {
    this.entered = '';
    this.chosen = null;
    this.dialog.showModal();
  }

  override render(): unknown {
    const pasted = this.entered.trim() === '' ? null : readPaste(this.entered);
    return html`<dialog aria-labelledby="title">
      <div class="head">
        <h2 id="title">${msg('Paste rows from a spreadsheet')}</h2>
        <button class="button quiet" aria-label=${msg('Close')} @click=${() => this.dialog.close()}>
          <tandem-icon name="close"></tandem-icon>
        </button>
      </div>
      <div class="body">
        <div class="segments" role="group" aria-label=${msg('What the rows are')}>
          ${this.#segment('arrivals', msg('Calls by interval'))}
          ${this.#segment('staff', msg('Agents by interval'))}
        </div>
        <label for="rows" class="label"
          >${msg('The rows, with or without a header and a column of times')}</label
        >
        <textarea
          id="rows"
          rows="7"
          spellcheck="false"
          placeholder=${'08:00\t30\t4\n08:30\t46\t6\n09:00\t62\t8'}
          .value=${this.entered}
          @input=${this.#input}
        ></textarea>
        <div aria-live="polite">${pasted === null ? nothing : this.#preview(pasted)}</div>
      </div>
    </dialog>`;
  }

  #segment(kind: PasteTarget['kind'], words: string): unknown {
    return html`<button
      aria-pressed=${this.kind === kind ? 'true' : 'false'}
      @click=${() => {
        this.kind = kind;
        this.chosen = null;
      }}
    >
      ${words}
    </button>`;
  }

  #preview(pasted: Pasted): unknown {
    const targets = pasteTargets(plainOf(parsed(this.text)));
    const chosen = this.chosen ?? guessedTargets(pasted, targets, this.kind);
    const plan = pasted.problems.length === 0 ? planOf(this.text, pasted, chosen) : null;
    return html`
      ${pasted.problems.length > 0 ? problemsOf(pasted.problems) : nothing}
      ${pasted.columns.length > 0 ? this.#table(pasted, targets, chosen) : nothing}
      ${plan === null ? nothing : planWords(plan, pasted)}
      <div class="actions">
        <button
          class="button primary"
          data-action="apply"
          aria-disabled=${plan === null || plan.text === null ? 'true' : 'false'}
          @click=${() => this.#apply(plan)}
        >
          ${msg('Write into the scenario')}
        </button>
        ${
          plan === null
            ? html`<span class="why">${msg('First mend the rows above.')}</span>`
            : plan.text === null
              ? html`<span class="why">${msg('No column has a place to go.')}</span>`
              : nothing
        }
      </div>
    `;
  }

  #table(pasted: Pasted, targets: readonly PasteTarget[], chosen: readonly (PasteTarget | null)[]): unknown {
    const { columns, times, problems } = pasted;
    const rows = columns[0]?.values.length ?? 0;
    const number = new Intl.NumberFormat(locale());
    const wrong = new Set(problems.map(({ kind }) => kind)).size > 0;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${msg('What was read')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${times === null ? msg('Interval') : msg('Time')}</th>
            ${columns.map(
              (column, at) =>
                html`<th scope="col">
                  ${column.name}
                  <select
                    aria-label=${msg(str`Where column ${at + 1} goes`)}
                    @change=${(event: Event) => this.#choose(targets, chosen, at, event)}
                  >
                    <option value="" ?selected=${chosen[at] === null}>${msg('nowhere')}</option>
                    ${targets
                      .filter(({ kind }) => kind === this.kind)
                      .map(
                        (target) =>
                          html`<option value=${target.id} ?selected=${chosen[at]?.id === target.id}>
                            ${target.name}
                          </option>`,
                      )}
                  </select>
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: Math.min(rows, ROWS_SHOWN) },
            (_, row) =>
              html`<tr>
                <th scope="row">${times === null ? row + 1 : clockOf(times[row] ?? 0)}</th>
                ${columns.map(({ values }) => {
                  const value = values[row] ?? null;
                  return html`<td class=${value === null ? 'wrong' : ''}>
                    ${value === null ? '?' : number.format(value)}
                  </td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
      ${rows > ROWS_SHOWN && !wrong ? html`<p class="why">${msg(str`and ${rows - ROWS_SHOWN} more rows`)}</p>` : nothing}
    </div>`;
  }

  #choose(
    targets: readonly PasteTarget[],
    before: readonly (PasteTarget | null)[],
    column: number,
    event: Event,
  ): void {
    const { value } = event.target as HTMLSelectElement;
    const target = targets.find(({ id }) => id === value) ?? null;
    // A place is taken by one column.
    this.chosen = before.map((each, at) => (at === column ? target : each?.id === value ? null : each));
  }

  #input(event: Event): void {
    this.entered = (event.target as HTMLTextAreaElement).value;
    this.chosen = null;
  }

  #apply(plan: PastePlan | null): void {
    if (plan === null || plan.text === null) return;
    this.dispatchEvent(new CustomEvent('rows-pasted', { detail: plan.text }));
    this.dialog.close();
  }
}

function problemsOf(problems: readonly PasteProblem[]): unknown {
  const most = 8;
  return html`<ul class="problems">
    ${problems.slice(0, most).map((problem) => html`<li>${problemWords(problem)}</li>`)}
    ${problems.length > most ? html`<li>${msg(str`and ${problems.length - most} more`)}</li>` : nothing}
  </ul>`;
}

function problemWords({ row, column, kind, cell }: PasteProblem): string {
  switch (kind) {
    case 'notNumber':
      return msg(str`Row ${row}, column ${column}: “${cell}” is no number.`);
    case 'negative':
      return msg(str`Row ${row}, column ${column}: ${cell} is less than 0.`);
    case 'empty':
      return msg(str`Row ${row}, column ${column} is empty.`);
    case 'ragged':
      return msg(str`Row ${row} has no column ${column}.`);
    case 'time':
      return msg(str`Row ${row}: ${cell} does not follow the row above by the same step.`);
    case 'tooMany':
      return msg('These are more rows than a week has minutes.');
    case 'nothing':
      return msg('There are no rows.');
  }
}

function planWords(plan: PastePlan, pasted: Pasted): unknown {
  const rows = pasted.columns[0]?.values.length ?? 0;
  return html`
    ${plan.written.map((each) => html`<p class="plan">${writtenWords(each)}</p>`)}
    ${
      plan.expected !== null && plan.expected !== rows
        ? html`<p class="plan unsure">
            <tandem-icon name="warning"></tandem-icon>
            ${msg(str`The day of the scenario has ${plan.expected} intervals, these are ${rows} rows.`)}
          </p>`
        : nothing
    }
  `;
}

function writtenWords({ target, count, sum, largest, replaced, rounded }: PasteWritten): string {
  const number = new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 });
  const what =
    target.kind === 'arrivals'
      ? msg(str`${target.name}: ${count} intervals, ${number.format(sum)} calls a day.`)
      : msg(str`${target.name}: ${count} intervals, at most ${number.format(largest)} agents.`);
  const gives = replaced.length === 0 ? '' : ` ${msg(str`Instead of ${replaced.join(', ')}.`)}`;
  return what + gives + (rounded === 0 ? '' : ` ${msg(str`${rounded} values rounded to whole people.`)}`);
}

function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-paste-dialog': PasteDialog;
  }
}
