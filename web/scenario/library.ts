/** In the making. */
import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('tandem-library')
export class Library extends LitElement {
  override render(): unknown {
    return html`<p>…</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-library': Library;
  }
}
