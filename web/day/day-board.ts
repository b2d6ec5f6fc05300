/**
 * The centre at one moment, to be read from the back of a room: the clock, how many wait, what has just happened, and what each agent does,
 * with whom and since when. It counts nothing itself: it asks the day.
 */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatLength } from '../../reports/format.ts';
import { controls } from '../styles/controls.ts';
import type { LaneState } from '../../workers/workbench/api.ts';
import type { DayIndex } from './day-index.ts';
import { clockToSecond, happening, numbers, stateCount, stateName } from './day-words.ts';

/** Of more agents in a group it is told how many do what; a wall of tiles is read by nobody. */
const TILES_MOST = 40;

@localized()
@customElement('tandem-day-board')
export class DayBoard extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: 10px 0 14px;
        border-bottom: var(--hair) solid var(--line);
      }
      .now {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 24px;
      }
      .clock {
        font-size: var(--t-hero);
        font-weight: 560;
        line-height: var(--lh-tight);
      }
      .count {
        font-size: 20px;
      }
      .count b {
        font-size: var(--t-number);
        font-weight: 560;
      }
      .count.callbacks b {
        color: var(--callback);
      }
      .just {
        flex: 1 1 260px;
        min-height: 28px;
        font-size: 18px;
        line-height: 1.3;
      }
      h3 {
        margin: 10px 0 4px;
        font-size: var(--t-small);
        font-weight: var(--w-strong);
      }
      h3 small {
        font-weight: var(--w-regular);
        font-size: var(--t-small);
        color: var(--ink-2);
        margin-left: 6px;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(148px, 1fr));
        gap: 4px;
      }
      li {
        min-width: 0;
        padding: 4px 8px 5px;
        border: var(--hair) solid var(--line);
        border-left: 5px solid var(--line-strong);
        border-radius: var(--r-mark);
      }
      .who {
        display: block;
        font-size: var(--t-small);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      .state {
        display: block;
        font-size: 15px;
        font-weight: var(--w-strong);
        line-height: 1.25;
      }
      .with {
        display: block;
        font-size: var(--t-small);
        color: var(--ink-2);
        min-height: 17px;
      }
      .ringing {
        border-style: dashed;
        border-left: 5px double var(--now);
      }
      .talking {
        border-left-color: var(--now);
        background: var(--now-wash);
      }
      .wrapUp {
        border-left-color: var(--band-80);
      }
      .dialling {
        border-style: dashed;
        border-left: 5px double var(--callback);
      }
      .callbackTalk {
        border-left-color: var(--callback);
        background: var(--callback-wash);
      }
      .rona {
        border-left-color: var(--alarm);
      }
      .rona .state {
        color: var(--alarm);
      }
      .chosen {
        outline: 2px solid var(--ink);
      }
      @media (max-width: 760px) {
        ul {
          grid-template-columns: repeat(auto-fill, minmax(118px, 1fr));
        }
        .just {
          font-size: 15px;
        }
        .state {
          font-size: var(--t-body);
        }
      }
    `,
  ];

  @property({ attribute: false }) index: DayIndex | null = null;
  @property({ type: Number }) cursor = 0;
  @property({ attribute: false }) chosen: number | null = null;
  /** Sentences are spoken: not while they would interrupt each other. */
  @property({ type: Boolean }) spoken = false;

  override render(): unknown {
    const { index, cursor } = this;
    if (index === null) return html``;
    const { live, callbacks } = index.depthAt(cursor);
    const event = index.event(index.eventsUntil(cursor) - 1);
    const plain = (count: number): string => numbers().plain(count, 0);
    return html`
      <div class="now">
        <span class="clock">${clockToSecond(index.view, cursor)}</span>
        <span class="count"><b>${plain(live)}</b> ${msg('waiting on the line')}</span>
        <span class="count callbacks"
          ><b>${plain(callbacks)}</b> ${callbacks === 1 ? msg('callback owed') : msg('callbacks owed')}</span
        >
        <span class="just" aria-live=${this.spoken ? 'polite' : 'off'}
          >${event === undefined ? msg('Nothing has happened yet.') : happening(index, event)}</span
        >
      </div>
      ${this.#groups(index)}
    `;
  }

  #groups(index: DayIndex): unknown {
    let first = 0;
    return index.view.groups.map(({ name, agents }) => {
      const from = first;
      first += agents.length;
      const there = agents
        .map((agent, at) => ({ agent, stretch: index.stretchAt(from + at, this.cursor) }))
        .filter(({ stretch }) => stretch >= 0);
      return html`<h3>${name} <small>${this.#counts(index, there)}</small></h3>
        ${
          there.length > TILES_MOST
            ? ''
            : html`<ul>
                ${there.map(({ agent, stretch }) => this.#tile(index, agent, stretch))}
              </ul>`
        }`;
    });
  }

  #counts(index: DayIndex, there: readonly { readonly stretch: number }[]): string {
    const counts = new Map<LaneState, number>();
    for (const { stretch } of there) {
      const state = index.stateOf(stretch);
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    if (there.length === 0) return msg('nobody signed in');
    return [...counts].map(([state, count]) => stateCount(state, count)).join(' · ');
  }

  #tile(index: DayIndex, agent: string, stretch: number): unknown {
    const { lanes } = index.view;
    const state = index.stateOf(stretch);
    const contact = lanes.contact[stretch]!;
    const since = formatLength(numbers(), Math.floor((this.cursor - lanes.from[stretch]!) / 1000));
    const isChosen = contact > 0 && contact === this.chosen;
    return html`<li class="${state} ${isChosen ? 'chosen' : ''}">
      <span class="who">${agent}</span>
      <span class="state">${stateName(state)}</span>
      <span class="with">${contact > 0 ? msg(str`call ${contact}, ${since}`) : since}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-board': DayBoard;
  }
}
