/** In the making. */
import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

@customElement('tandem-report-view')
export class ReportView extends LitElement {
  override render(): unknown {
    return html`<p>…</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-report-view': ReportView;
  }
}
