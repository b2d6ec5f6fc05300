/** In the making. */
import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('tandem-sweep-view')
export class SweepView extends LitElement {
  override render(): unknown {
    return html`<p>…</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-sweep-view': SweepView;
  }
}
