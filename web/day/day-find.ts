/** What is worth finding in this day, with how many there are, and the way from one to the next. It sends `contact-chosen`. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../ui/icon.ts';
import { controls } from '../styles/controls.ts';
import type { DayIndex } from './day-index.ts';
import { FINDINGS, findingName, numbers, seconds, type FindingName } from './day-words.ts';

@localized()
@customElement('tandem-day-find')
export class DayFind extends LitElement {
  static override styles = [
    controls,
    css`
      h2 {
        padding: 12px var(--s5) 4px;
        font-size: var(--t-head);
        font-weight: var(--w-strong);
      }
      ul {
        padding: 0 var(--s3) 8px;
      }
      .row {
        width: 100%;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto 16px;
        align-items: center;
        gap: 8px;
        min-height: 30px;
        padding: 2px 8px;
        border: 0;
        border-radius: var(--r-control);
        background: none;
        text-align: left;
        cursor: pointer;
      }
      .row:hover {
        background: var(--sunken);
      }
      .row[aria-pressed='true'] {
        background: var(--now-wash);
        box-shadow: inset 2px 0 0 var(--now);
      }
      .row[aria-pressed='true']:focus-visible {
        box-shadow: var(--ring);
      }
      .row[aria-disabled='true'] {
        color: var(--ink-3);
        cursor: default;
        background: none;
      }
      b {
        font-weight: var(--w-strong);
      }
      tandem-icon {
        color: var(--ink-3);
      }
      .walk {
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 4px 8px;
        color: var(--ink-2);
      }
      .walk span {
        min-width: 72px;
      }
      @media (forced-colors: active) {
        .row[aria-pressed='true'] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
      .blocks li {
        height: 22px;
        margin: 6px 8px;
        border-radius: var(--r-mark);
        background: var(--sunken);
      }
    `,
  ];

  @property({ attribute: false }) index: DayIndex | null = null;
  @property({ attribute: false }) chosen: number | null = null;
  @property({ attribute: false }) finding: FindingName | null = null;

  override render(): unknown {
    return html`
      <h2>${msg('Find in this day')}</h2>
      ${
        this.index === null
          ? html`<ul class="blocks" aria-hidden="true">
              ${FINDINGS.map(() => html`<li></li>`)}
            </ul>`
          : html`<ul>
              ${FINDINGS.map((finding) => this.#row(finding, this.#found(finding)))}
            </ul>`
      }
    `;
  }

  #found(finding: FindingName): readonly number[] {
    return this.index?.view.findings[finding] ?? [];
  }

  #row(finding: FindingName, found: readonly number[]): unknown {
    const isOpen = this.finding === finding && found.length > 0;
    return html`<li>
      <button
        class="row"
        aria-pressed=${isOpen}
        aria-disabled=${found.length === 0}
        @click=${() => this.#open(finding)}
      >
        <span>${findingName(finding)}</span><b>${this.#count(finding, found)}</b>
        ${found.length === 0 ? nothing : html`<tandem-icon name="right"></tandem-icon>`}
      </button>
      ${isOpen && found.length > 1 ? this.#walk(found) : nothing}
    </li>`;
  }

  #count(finding: FindingName, found: readonly number[]): string {
    if (finding !== 'longestWait') return numbers().plain(found.length, 0);
    const { index } = this;
    const [first] = found;
    if (index === null || first === undefined) return msg('nobody waited');
    return seconds(index.view.contacts[index.placeOf(first)]?.wait ?? null);
  }

  #walk(found: readonly number[]): unknown {
    const at = this.chosen === null ? -1 : found.indexOf(this.chosen);
    const go = (by: number): void => {
      const next = at < 0 ? 0 : (at + by + found.length) % found.length;
      this.#choose(found[next]!);
    };
    return html`<div class="walk">
      <button class="button small" @click=${() => go(-1)} aria-label=${msg('Previous in this list')}>
        <tandem-icon name="left"></tandem-icon>
      </button>
      <span>${at < 0 ? msg(str`${found.length} calls`) : msg(str`${at + 1} of ${found.length}`)}</span>
      <button class="button small" @click=${() => go(1)} aria-label=${msg('Next in this list')}>
        <tandem-icon name="right"></tandem-icon>
      </button>
    </div>`;
  }

  /** The first of them; pressed once more, the next one. */
  #open(finding: FindingName): void {
    const found = this.#found(finding);
    if (found.length === 0) return;
    const at = this.finding === finding && this.chosen !== null ? found.indexOf(this.chosen) + 1 : 0;
    this.dispatchEvent(new CustomEvent('finding-chosen', { detail: finding }));
    this.#choose(found[at % found.length]!);
  }

  #choose(contact: number): void {
    this.dispatchEvent(new CustomEvent('contact-chosen', { detail: contact }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-find': DayFind;
  }
}
