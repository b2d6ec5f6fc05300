/** In the making. */
import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('tandem-compare-view')
export class CompareView extends LitElement {
  override render(): unknown {
    return html`<p>…</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-compare-view': CompareView;
  }
}
