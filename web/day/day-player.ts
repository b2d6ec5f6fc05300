/** The buttons that play a day: play, pause, one event back and forward, the speed. It sends what is wanted and plays nothing itself. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../ui/icon.ts';
import { controls } from '../styles/controls.ts';
import { SPEEDS } from './playback.ts';

@localized()
@customElement('tandem-day-player')
export class DayPlayer extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }
      .play {
        min-width: 92px;
      }
      .clock {
        min-width: 68px;
        font-weight: var(--w-strong);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ type: Boolean }) playing = false;
  /** The board is shown: a day is being played, or was stopped at a moment. */
  @property({ type: Boolean }) open = false;
  @property({ type: Number }) speed = 60;
  @property() clock = '';

  override render(): unknown {
    return html`
      <button class="button play" @click=${() => this.#want('toggle-wanted')}>
        <tandem-icon name=${this.playing ? 'pause' : 'play'}></tandem-icon>
        ${this.playing ? msg('Pause') : msg('Play')}
      </button>
      <button
        class="button"
        aria-label=${msg('One event back')}
        title=${msg('One event back')}
        @click=${() => this.#want('step-wanted', -1)}
      >
        <tandem-icon name="stepBack"></tandem-icon>
      </button>
      <button
        class="button"
        aria-label=${msg('One event forward')}
        title=${msg('One event forward')}
        @click=${() => this.#want('step-wanted', 1)}
      >
        <tandem-icon name="stepForward"></tandem-icon>
      </button>
      <span class="segments" role="group" aria-label=${msg('Speed')}>
        ${SPEEDS.map(
          (speed) =>
            html`<button
              aria-pressed=${speed === this.speed}
              aria-label=${msg(str`${speed} times as fast`)}
              @click=${() => this.#want('speed-wanted', speed)}
            >
              ${speed}×
            </button>`,
        )}
      </span>
      ${
        this.open
          ? html`<button class="button quiet" @click=${() => this.#want('board-closed')}>
              <tandem-icon name="close"></tandem-icon>${msg('Close the board')}
            </button>`
          : ''
      }
    `;
  }

  #want(name: string, detail: number | null = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-player': DayPlayer;
  }
}
