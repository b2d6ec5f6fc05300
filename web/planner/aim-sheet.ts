/**
 * How precise the run is to be, how many days at most, and the seed that all chance comes from: the sheet behind "Aim". Properties in,
 * `aim-change` and `seed-change` out. It knows no store.
 */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { controls } from '../styles/controls.ts';
import type { Aim } from '../state/work.ts';
import { pointsText } from './run-words.ts';

/** Half-widths of the service level to choose from, shares. */
export const HALF_WIDTHS = [0.02, 0.01, 0.005, 0.002] as const;
const DAYS_MOST = 1_000_000;
const SEED_MOST = 4_294_967_295;

@localized()
@customElement('tandem-aim-sheet')
export class AimSheet extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
        width: 280px;
        max-width: 100%;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-width: 0;
      }
      legend,
      label {
        display: block;
        padding: 0 0 4px;
        font-size: var(--t-small);
        font-weight: var(--w-medium);
        color: var(--ink-2);
      }
      .segments {
        display: flex;
      }
      .segments button {
        flex: 1;
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--s3);
      }
      .field {
        display: flex;
      }
      p {
        font-size: var(--t-small);
        color: var(--ink-2);
        line-height: 1.4;
      }
      .wrong {
        color: var(--alarm);
        font-weight: var(--w-medium);
      }
    `,
  ];

  @property({ attribute: false }) aim!: Aim;
  /** null: the scenario's own. */
  @property({ attribute: false }) seed: number | null = null;
  @property({ type: Number }) standardSeed = 1;
  @state() private wrong: 'days' | 'seed' | null = null;

  override render(): unknown {
    const { halfWidth, days } = this.aim;
    const choices: readonly (number | null)[] = [...HALF_WIDTHS, null];
    return html`
      <fieldset>
        <legend>${msg('Service level as precise as, in points')}</legend>
        <div class="segments">
          ${choices.map(
            (each) =>
              html`<button
                aria-pressed=${each === halfWidth ? 'true' : 'false'}
                @click=${() => this.#send('aim-change', { halfWidth: each })}
              >
                ${each === null ? msg('All days') : `±${pointsText(each)}`}
              </button>`,
          )}
        </div>
      </fieldset>
      <div class="pair">
        <div>
          <label for="days">${msg('Days at most')}</label>
          <span class="field">
            <input
              id="days"
              inputmode="numeric"
              aria-describedby="wrong"
              .value=${live(String(days))}
              @change=${this.#onDays}
            />
          </span>
        </div>
        <div>
          <label for="seed">${msg('Seed')}</label>
          <span class="field">
            <input
              id="seed"
              inputmode="numeric"
              aria-describedby="wrong why"
              placeholder=${this.standardSeed}
              .value=${live(this.seed === null ? '' : String(this.seed))}
              @change=${this.#onSeed}
            />
          </span>
        </div>
      </div>
      <p id="wrong" class="wrong" role="alert">${this.wrong === null ? nothing : this.#wrongWords()}</p>
      <p id="why">
        ${msg(
          str`The same seed gives the same simulated callers, to both sides and on every machine. Empty: ${this.standardSeed}, as the scenario says.`,
        )}
      </p>
    `;
  }

  #wrongWords(): string {
    return this.wrong === 'days'
      ? msg('Days are a whole number from 1 to 1000000.')
      : msg('A seed is a whole number from 0 to 4294967295.');
  }

  readonly #onDays = (event: Event): void => {
    const days = Number((event.target as HTMLInputElement).value.replaceAll(/\s/g, ''));
    const isRight = Number.isInteger(days) && days >= 1 && days <= DAYS_MOST;
    this.wrong = isRight ? null : 'days';
    if (isRight) this.#send('aim-change', { days });
  };

  readonly #onSeed = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value.trim();
    const seed = text === '' ? null : Number(text);
    const isRight = seed === null || (Number.isInteger(seed) && seed >= 0 && seed <= SEED_MOST);
    this.wrong = isRight ? null : 'seed';
    if (isRight) this.#send('seed-change', seed);
  };

  #send(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-aim-sheet': AimSheet;
  }
}
