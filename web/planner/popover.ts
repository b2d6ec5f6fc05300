/**
 * A button that opens a small sheet below itself: choices that need no place of their own. It closes with Esc, with a press elsewhere,
 * and when the focus leaves. What is in it is the page's: slot `label` is the button's text, the rest the sheet.
 */
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';

@customElement('tandem-popover')
export class Popover extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: relative;
        display: inline-flex;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        min-height: 24px;
        padding: 0 4px;
        margin: 0 -4px;
        border: 0;
        border-radius: var(--r-control);
        background: none;
        color: inherit;
        font-weight: inherit;
        text-align: left;
        cursor: pointer;
      }
      button:hover {
        background: var(--sunken);
      }
      tandem-icon {
        transform: scale(0.75);
        color: var(--ink-3);
      }
      .sheet {
        position: absolute;
        z-index: 40;
        top: calc(100% + 4px);
        left: -8px;
        width: max-content;
        max-width: min(360px, calc(100vw - 32px));
        padding: var(--s3) var(--s4);
        border-radius: var(--r-panel);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--elev-2);
        font-size: var(--t-body);
        font-weight: var(--w-regular);
        letter-spacing: 0;
        line-height: var(--lh-body);
        white-space: normal;
      }
      /* At the window's edge nothing may stand out. */
      :host([align='end']) button {
        margin-right: 0;
        padding-right: 0;
      }
      :host([align='end']) .sheet {
        left: auto;
        right: -8px;
      }
      @media (forced-colors: active) {
        .sheet {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  /** Said instead of the button's text, where that is too short to be understood alone. */
  @property() label = '';
  @property({ type: Boolean, reflect: true }) open = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pointerdown', this.#onElsewhere);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pointerdown', this.#onElsewhere);
  }

  override render(): unknown {
    return html`<button
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-label=${this.label === '' ? nothing : this.label}
        @click=${() => (this.open = !this.open)}
        @keydown=${this.#onKey}
      >
        <slot name="label"></slot><tandem-icon name="down"></tandem-icon>
      </button>
      ${
        this.open
          ? html`<div class="sheet" @keydown=${this.#onKey} @focusout=${this.#onFocusOut}><slot></slot></div>`
          : nothing
      }`;
  }

  /** Closes and gives the focus back. */
  close(): void {
    if (!this.open) return;
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && to !== this && !this.contains(to)) this.open = false;
  };

  readonly #onElsewhere = (event: Event): void => {
    if (this.open && !event.composedPath().includes(this)) this.open = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-popover': Popover;
  }
}
