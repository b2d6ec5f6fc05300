/**
 * A contact's story step by step: when, what happened, why, and the rules behind it. A step that is pressed sends `moment-chosen`; the one
 * that fits the moment looked at is marked. The sentences come from the worker.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import type { DayView, Story, StoryStep } from '../../workers/workbench/api.ts';
import './day-rules.ts';
import { dayStoryStyles } from './day-story-styles.ts';
import { clockToSecond } from './day-words.ts';
import type { DayApi } from './day-session.ts';

@localized()
@customElement('tandem-day-story')
export class DayStory extends LitElement {
  static override styles = [controls, dayStoryStyles];

  @property({ attribute: false }) view: DayView | null = null;
  /** The contact that is chosen, also while its story is still on the way. */
  @property({ attribute: false }) chosen: number | null = null;
  @property({ attribute: false }) story: Story | null = null;
  @property({ attribute: false }) cursor: number | null = null;
  /** The day is being played. */
  @property({ attribute: false }) isFollowing = false;
  /** What a rule says. */
  @property({ attribute: false }) ask: DayApi['rule'] | null = null;
  #marked: Element | null = null;

  /** The step that is marked goes on with the day that is played: it stays in sight, and nothing else moves. */
  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('cursor')) return;
    const current = this.renderRoot.querySelector('[aria-current]');
    if (current === this.#marked) return;
    this.#marked = current;
    if (current !== null && this.isFollowing && !matchMedia('(prefers-reduced-motion: reduce)').matches)
      keepInSight(current);
  }

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
          <span class="reason">${why}</span>
        </span>
      </button>
      ${
        rules.length === 0
          ? nothing
          : html`<tandem-day-rules .rules=${rules} .ask=${this.ask}></tandem-day-rules>`
      }
    </li>`;
  }
}

/** Scrolls the nearest box that scrolls and no other: the page must not move under whoever watches the lanes. */
function keepInSight(element: Element): void {
  const box = scrollerOf(element);
  if (box === null) return;
  const { top, bottom } = element.getBoundingClientRect();
  const sight = box.getBoundingClientRect();
  if (top < sight.top) box.scrollBy({ top: top - sight.top });
  else if (bottom > sight.bottom) box.scrollBy({ top: Math.min(bottom - sight.bottom, top - sight.top) });
}

function scrollerOf(element: Element): Element | null {
  for (let at: Node | null = element; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at instanceof HTMLElement && ['auto', 'scroll'].includes(getComputedStyle(at).overflowY)) return at;
  return null;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-story': DayStory;
  }
}
