/** Nothing to tune yet: the library, a file dropped, a link pasted. What is chosen goes into the work by whoever opens it. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { partsOf } from '../state/link.ts';
import { controls } from '../styles/controls.ts';

@localized()
@customElement('tandem-empty-state')
export class EmptyState extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-width: 1040px;
        margin: 0 auto;
        padding: var(--s10) var(--s5);
      }
      header {
        margin-bottom: var(--s6);
        text-align: center;
        color: var(--ink-2);
      }
      h2 {
        margin-bottom: 6px;
        font-size: var(--t-title);
        color: var(--ink);
      }
      .link {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        align-items: center;
        gap: var(--s2);
        margin-top: var(--s6);
      }
      .field {
        width: min(360px, 100%);
      }
      .wrong {
        flex: 1 0 100%;
        text-align: center;
        color: var(--alarm);
      }
    `,
  ];

  @state() private hasLibrary = false;
  @state() private isWrong = false;

  override connectedCallback(): void {
    super.connectedCallback();
    import('../scenario/library.ts').then(
      () => (this.hasLibrary = true),
      () => undefined,
    );
  }

  override render(): unknown {
    return html`
      <header>
        <h2>${msg('No scenario yet')}</h2>
        <p>${msg('Start from the library, drop a file here, or paste a link.')}</p>
      </header>
      ${this.hasLibrary ? html`<tandem-library></tandem-library>` : nothing}
      <form class="link" @submit=${this.#onLink}>
        <label for="link">${msg('Link to a scenario')}</label>
        <span class="field"><input id="link" name="link" autocomplete="off" aria-describedby="wrong" /></span>
        <button class="button">${msg('Open the link')}</button>
        <span class="wrong" id="wrong" role="alert"
          >${this.isWrong ? msg('This is no link of Tandem.') : nothing}</span
        >
      </form>
    `;
  }

  readonly #onLink = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>('#link');
    const hash = (field?.value ?? '').replace(/^[^#]*#/s, '');
    this.isWrong = partsOf(hash).packed === null;
    if (!this.isWrong) location.hash = hash;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-empty-state': EmptyState;
  }
}
