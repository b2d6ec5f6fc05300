/**
 * The rules behind a step of a story: their IDs, and below them what the one that was pressed says. It asks for the text when it is wanted
 * and keeps none. The book is written in English, and says so to a page in another language.
 */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RuleText } from '../../workers/workbench/api.ts';
import { language } from '../i18n/language.ts';
import { controls } from '../styles/controls.ts';
import type { DayApi } from './day-session.ts';

@localized()
@customElement('tandem-day-rules')
export class DayRules extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: 0 8px 4px 97px;
        margin-top: -4px;
      }
      button {
        min-height: 24px;
        padding: 0 4px;
        margin-left: -4px;
        margin-right: 8px;
        border: 0;
        border-radius: var(--r-control);
        background: none;
        font-size: var(--t-micro);
        color: var(--ink-3);
        text-decoration: underline;
        text-decoration-color: var(--line-strong);
        text-underline-offset: 2px;
        cursor: pointer;
      }
      button:hover,
      button[aria-expanded='true'] {
        color: var(--ink);
        background: var(--sunken);
      }
      div {
        margin: 2px 0 4px;
        padding: 8px 10px;
        border: var(--hair) solid var(--line);
        border-radius: var(--r-control);
        background: var(--surface);
        font-size: var(--t-small);
        line-height: 1.45;
        overflow-wrap: anywhere;
      }
      b {
        display: block;
        font-weight: var(--w-strong);
      }
      p + p {
        margin-top: 4px;
        color: var(--ink-2);
      }
    `,
  ];

  @property({ attribute: false }) rules: readonly string[] = [];
  @property({ attribute: false }) ask: DayApi['rule'] | null = null;
  @state() private open: string | null = null;
  /** Of the open one; null: it is on its way. */
  @state() private told: RuleText | string | null = null;

  override willUpdate(changed: PropertyValues): void {
    // Lit uses the element of one story's step for another's.
    if (changed.has('rules')) this.open = null;
  }

  override render(): unknown {
    return html`${this.rules.map(
      (rule) =>
        html`<button
          aria-expanded=${this.open === rule ? 'true' : 'false'}
          aria-label=${msg(str`Rule ${rule}`)}
          @click=${() => void this.#toggle(rule)}
        >
          ${rule}
        </button>`,
    )}
    ${this.open === null ? nothing : html`<div role="status">${this.#text()}</div>`}`;
  }

  #text(): unknown {
    const { told } = this;
    if (told === null) return msg('One moment.');
    if (typeof told === 'string') return told;
    return html`<p lang="en"><b>${told.place}</b>${told.text}</p>
      <p lang="en">${told.source === null ? told.sureness : `${told.source}; ${told.sureness}`}</p>
      ${language() === 'en' ? nothing : html`<p>${msg('The rule book is written in English.')}</p>`}`;
  }

  async #toggle(rule: string): Promise<void> {
    const isClosing = this.open === rule;
    this.open = isClosing ? null : rule;
    this.told = null;
    if (isClosing) return;
    const told = await this.ask?.(rule).catch(() => null);
    if (this.open === rule) this.told = told ?? msg('This rule could not be looked up.');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-rules': DayRules;
  }
}
