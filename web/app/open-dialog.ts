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
import { sheet } from '../styles/sheet.ts';
import '../ui/icon.ts';

@localized()
@customElement('tandem-open-dialog')
export class OpenDialog extends LitElement {
  static override styles = [
    controls,
    sheet,
    css`
      :host {
        --sheet-w: 980px;
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
