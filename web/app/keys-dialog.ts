/** The list of keys, and the switch for single letters (WCAG 2.1.4). */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import { controls } from '../styles/controls.ts';
import { sheet } from '../styles/sheet.ts';
import '../ui/icon.ts';

@localized()
@customElement('tandem-keys-dialog')
export class KeysDialog extends LitElement {
  static override styles = [
    controls,
    sheet,
    css`
      :host {
        --sheet-w: 560px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--s2) var(--s4);
        margin: 0 0 var(--s4);
      }
      dt {
        font-weight: var(--w-medium);
      }
      dd {
        color: var(--ink-2);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--s2);
        min-height: 24px;
      }
      @media (max-width: 480px) {
        dl {
          grid-template-columns: 1fr;
          gap: 0;
        }
        dd {
          margin-bottom: var(--s2);
        }
      }
    `,
  ];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;
  @query('dialog') private dialog!: HTMLDialogElement;

  override connectedCallback(): void {
    super.connectedCallback();
    watchStores(this, [this.bench.preferences]);
  }

  show(): void {
    this.dialog.showModal();
  }

  override render(): unknown {
    const { preferences } = this.bench;
    return html`<dialog aria-labelledby="title">
      <div class="head">
        <h2 id="title">${msg('Keys')}</h2>
        <button class="button quiet" aria-label=${msg('Close')} @click=${() => this.dialog.close()}>
          <tandem-icon name="close"></tandem-icon>
        </button>
      </div>
      <div class="body">
        <dl>
          ${this.#keys().map(
            ([keys, does]) =>
              html`<dt>${keys}</dt>
                <dd>${does}</dd>`,
          )}
        </dl>
        <label>
          <input
            type="checkbox"
            .checked=${preferences.value.hasKeys}
            @change=${(event: Event) =>
              preferences.set({ ...preferences.value, hasKeys: (event.target as HTMLInputElement).checked })}
          />
          ${msg('Single letters are commands outside fields')}
        </label>
      </div>
    </dialog>`;
  }

  #keys(): readonly (readonly [string, string])[] {
    return [
      ['Tab', msg('bar, thresholds, run line, charts in reading order')],
      [
        msg('Arrows, Page, Home, End'),
        msg('slider: one step, ten steps, ends; chart: cursor one interval, four, ends'),
      ],
      [msg('Ctrl Z, Ctrl Shift Z'), msg('undo, redo; a drag is one step')],
      ['B', msg('pin what runs now as the baseline')],
      ['G', msg('hold: hide the ghosts of the baseline')],
      ['Esc', msg('stop computing; again: go on')],
      ['1 – 6', msg('the views')],
      ['/', msg('find a threshold')],
      ['T', msg('the table behind the chart in focus')],
      [msg('Space, comma, full stop'), msg('day: play or pause, one step back, one step forward')],
      ['?', msg('this list')],
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-keys-dialog': KeysDialog;
  }
}
