/** In the making. */
import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('tandem-day-view')
export class DayView extends LitElement {
  override render(): unknown {
    return html`<p>…</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-view': DayView;
  }
}
