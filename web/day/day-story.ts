/**
 * A contact's story step by step: when, what happened, why, and the rules behind it. A step that is pressed sends `moment-chosen`; the one
 * that fits the moment looked at is marked. The sentences come from the worker.
 */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import type { DayView, Story, StoryStep } from '../../workers/workbench/api.ts';
import { clockToSecond } from './day-words.ts';

@localized()
@customElement('tandem-day-story')
export class DayStory extends LitElement {
  static override styles = [
    controls,
    css`
      h2 {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 8px;
        padding: 12px var(--s5) 6px;
        font-size: var(--t-head);
        font-weight: var(--w-strong);
      }
      h2 small {
        font-size: var(--t-small);
        font-weight: var(--w-regular);
        color: var(--ink-2);
      }
      .why,
      .empty {
        margin: 0 var(--s5) 8px;
        color: var(--ink-2);
      }
      .why {
        padding: 8px 12px;
        background: var(--surface);
        border: var(--hair) solid var(--line);
        border-radius: var(--r-control);
      }
      .why b {
        display: block;
        color: var(--ink);
        font-weight: var(--w-strong);
      }
      .empty p + p {
        margin-top: 8px;
      }
      ol {
        padding: 4px var(--s3) 24px;
      }
      li {
        position: relative;
      }
      button {
        width: 100%;
        display: grid;
        grid-template-columns: 62px 15px minmax(0, 1fr);
        gap: 0 6px;
        padding: 3px 8px 7px;
        border: 0;
        border-radius: var(--r-control);
        background: none;
        text-align: left;
        cursor: pointer;
      }
      button:hover {
        background: var(--sunken);
      }
      li[aria-current] button {
        background: var(--now-wash);
        box-shadow: inset 2px 0 0 var(--now);
      }
      li[aria-current] button:focus-visible {
        box-shadow: var(--ring);
      }
      time {
        color: var(--ink-2);
        font-size: var(--t-small);
        line-height: 19px;
        white-space: nowrap;
      }
      .dot {
        justify-self: center;
        width: 9px;
        height: 9px;
        margin-top: 5px;
        border: 2px solid var(--line-strong);
        border-radius: 50%;
        background: var(--surface);
        z-index: 1;
      }
      li:not(:last-child)::after {
        content: '';
        position: absolute;
        left: 83.5px;
        top: 18px;
        bottom: -8px;
        border-left: 1px solid var(--line-strong);
      }
      .callback .dot {
        border-color: var(--callback);
        background: var(--callback);
      }
      .joined .dot {
        border-color: var(--now);
        background: var(--now);
      }
      .failed .dot {
        border-color: var(--alarm);
        border-radius: 1px;
        transform: rotate(45deg);
      }
      .what {
        display: block;
        font-weight: var(--w-medium);
      }
      .reason {
        display: block;
        color: var(--ink-2);
        font-size: var(--t-small);
        line-height: 1.4;
      }
      code {
        font: inherit;
        font-size: var(--t-micro);
        color: var(--ink-3);
        white-space: nowrap;
      }
      @media print {
        li {
          break-inside: avoid;
        }
        li[aria-current] button {
          background: none;
          box-shadow: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) view: DayView | null = null;
  /** The contact that is chosen, also while its story is still on the way. */
  @property({ attribute: false }) chosen: number | null = null;
  @property({ attribute: false }) story: Story | null = null;
  @property({ attribute: false }) cursor: number | null = null;

  override render(): unknown {
    const { view, chosen, story } = this;
    if (view === null || chosen === null) return this.#empty();
    const contact = view.contacts.find((each) => each.contact === chosen);
    const queue = contact?.queue ?? null;
    return html`
      <h2>${msg(str`Call ${chosen}`)} ${queue === null ? nothing : html`<small>${queue}</small>`}</h2>
      ${story === null || story.contact !== chosen ? nothing : this.#told(view, story)}
    `;
  }

  #empty(): unknown {
    return html`
      <h2>${msg('No call chosen')}</h2>
      <div class="empty">
        <p>
          ${msg('Choose a call: click a bar in the lanes or in the queue, or take one from the list above.')}
        </p>
        <p>
          ${msg('Its story stands here, step by step: why this agent, why this wait, which offers were played.')}
        </p>
      </div>
    `;
  }

  #told(view: DayView, { summary, reason, steps }: Story): unknown {
    const current = this.#current(steps);
    return html`
      <p class="why"><b>${summary}</b>${reason ?? nothing}</p>
      <ol aria-label=${msg('Steps')}>
        ${steps.map((step, at) => this.#step(view, step, at === current))}
      </ol>
    `;
  }

  /** The last step that has happened at the moment looked at. */
  #current(steps: readonly StoryStep[]): number {
    const { cursor } = this;
    return cursor === null ? -1 : steps.findLastIndex(({ t }) => t <= cursor);
  }

  #step(view: DayView, { t, what, why, rules, kind }: StoryStep, isCurrent: boolean): unknown {
    return html`<li class=${kind} aria-current=${isCurrent ? 'step' : nothing}>
      <button @click=${() => this.dispatchEvent(new CustomEvent('moment-chosen', { detail: t }))}>
        <time>${clockToSecond(view, t)}</time>
        <span class="dot"></span>
        <span>
          <span class="what">${what}</span>
          <span class="reason">${why} ${rules.map((rule) => html`<code>${rule}</code> `)}</span>
        </span>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-story': DayStory;
  }
}
