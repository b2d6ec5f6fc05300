/**
 * The dialog that opens a scenario: one of the library, a file, a link, or an empty bench. What is opened becomes its own baseline; undo
 * brings back what was there.
 */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';

@localized()
@customElement('tandem-open-dialog')
export class OpenDialog extends LitElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(980px, calc(100vw - 24px));
        max-height: calc(100vh - 48px);
        padding: 0;
        border: 0;
        border-radius: var(--r-sheet);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--elev-2);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.4);
      }
      .head {
        position: sticky;
        top: 0;
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: var(--s3) var(--s5);
        background: var(--surface);
        border-bottom: var(--hair) solid var(--line);
        z-index: 1;
      }
      h2 {
        font-size: var(--t-title);
        font-weight: var(--w-strong);
      }
      .body {
        padding: var(--s4) var(--s5) var(--s6);
      }
    `,
  ];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private isLoaded = false;

  show(): void {
    this.dialog.showModal();
    void import('../scenario/library.ts').then(
      () => (this.isLoaded = true),
      () => this.bench.say(msg('The library could not be fetched: is the network there?')),
    );
  }

  override render(): unknown {
    return html`<dialog aria-labelledby="title" @scenario-chosen=${this.#close} @click=${this.#outside}>
      <div class="head">
        <h2 id="title">${msg('Open a scenario')}</h2>
        <button class="button quiet" aria-label=${msg('Close')} @click=${this.#close}>
          <tandem-icon name="close"></tandem-icon>
        </button>
      </div>
      <div class="body">
        ${this.isLoaded ? html`<tandem-library></tandem-library>` : html`<p>${msg('One moment.')}</p>`}
      </div>
    </dialog>`;
  }

  #close(): void {
    this.dialog.close();
  }

  /** A click beside the sheet closes it; the sheet fills the dialog, so such a click is on the dialog itself. */
  #outside(event: MouseEvent): void {
    if (event.target === this.dialog) this.#close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-open-dialog': OpenDialog;
  }
}
