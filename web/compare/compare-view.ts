/**
 * The Compare view: which two to four scenarios stand side by side, on the same days with the same callers, how far that is, and the
 * variants kept by name. What came of it is compare-result.ts. It simulates nothing itself.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../scenario/variants.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import { controls } from '../styles/controls.ts';
import './compare-result.ts';
import { compareStoreOf } from './compare-store.ts';
import type { CompareStore } from './compare-store.ts';
import { compareStyles } from './compare-styles.ts';
import { chosenOf, SIDES_MOST, sidesOf } from './sides.ts';
import type { Side } from './sides.ts';
import { sideSymbol } from './side-symbol.ts';

const DAYS = [30, 60, 120, 300] as const;

@localized()
@customElement('tandem-compare-view')
export class CompareViewElement extends LitElement {
  static override styles = [controls, compareStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;
  /** Sides by their IDs; null: nobody has chosen yet. */
  @state() private chosen: readonly string[] | null = null;
  @state() private days: number = 60;
  #store!: CompareStore;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#store = compareStoreOf(this.bench);
    watchStores(this, [this.bench.work, this.bench.run, this.#store]);
    const { sides } = this.#sides();
    if (sides.length > 1 && !this.#store.isOf(sides.map(({ scenario }) => scenario))) this.#begin(sides);
  }

  override render(): unknown {
    const { all, sides } = this.#sides();
    if (this.bench.work.value === null)
      return html`<p class="empty">${msg('Open a scenario first: its variants are what is compared.')}</p>`;
    const isOld = !this.#store.isOf(sides.map(({ scenario }) => scenario));
    return html`
      <section class="ask" aria-label=${msg('What is compared')}>
        <fieldset>
          <legend class="heard">${msg('Side by side, at most four')}</legend>
          ${all.map((side) => this.#choice(side, sides))}
        </fieldset>
        <div class="acts">
          <label class="field">
            <select
              aria-label=${msg('Days each')}
              @change=${(event: Event) => (this.days = Number((event.target as HTMLSelectElement).value))}
            >
              ${DAYS.map((days) => html`<option value=${days} ?selected=${days === this.days}>${msg(str`${days} days each`)}</option>`)}
            </select>
          </label>
          <button
            class="button primary"
            data-action="compare"
            aria-disabled=${sides.length < 2 ? 'true' : 'false'}
            @click=${() => this.#begin(sides)}
          >
            ${msg('Run the comparison')}
          </button>
        </div>
        ${this.#line(isOld)}
      </section>
      ${
        sides.length < 2
          ? this.#tooFew()
          : this.#store.value.phase === 'failed' && !isOld
            ? nothing
            : html`<tandem-compare-result
                .sides=${sides}
                .frame=${isOld ? null : this.#store.value.frame}
              ></tandem-compare-result>`
      }
      <section class="keep">
        <h2>${msg('Variants')}</h2>
        <tandem-variants></tandem-variants>
      </section>
    `;
  }

  #sides(): { readonly all: readonly Side[]; readonly sides: readonly Side[] } {
    const { value } = this.bench.work;
    if (value === null) return { all: [], sides: [] };
    const all = sidesOf(value, { baseline: msg('Baseline'), now: msg('As tuned now') });
    return { all, sides: chosenOf(all, this.chosen) };
  }

  #choice(side: Side, sides: readonly Side[]): unknown {
    const at = sides.indexOf(side);
    const isFull = at < 0 && sides.length >= SIDES_MOST;
    return html`<label class="choice ${isFull ? 'full' : ''}">
      <input
        type="checkbox"
        .checked=${at >= 0}
        ?disabled=${isFull}
        @change=${() => this.#toggle(side.id, sides)}
      />
      ${at >= 0 ? sideSymbol(at) : nothing}<span>${side.name}</span>
    </label>`;
  }

  #toggle(id: string, sides: readonly Side[]): void {
    const ids = sides.map((side) => side.id);
    this.chosen = ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
    const { sides: next } = this.#sides();
    if (next.length > 1) this.#begin(next);
  }

  #begin(sides: readonly Side[]): void {
    if (sides.length < 2) return;
    void this.#store.begin(sides, this.days);
  }

  #line(isOld: boolean): unknown {
    const { phase, frame, failure } = this.#store.value;
    if (phase === 'failed')
      return html`<p class="line failure" role="alert">
        ${msg(str`These cannot be compared. ${failure ?? ''}`)}
      </p>`;
    if (phase === 'idle') return nothing;
    const days = frame?.days ?? 0;
    const isComputing = phase === 'computing';
    const words = isComputing
      ? msg(str`Comparing: ${days} of ${frame?.asked ?? this.days} days`)
      : phase === 'stopped'
        ? msg(str`Stopped at ${days} days`)
        : msg(str`${days} days each, the same simulated callers in all`);
    return html`<p class="line" role="status">
      <span class="dot ${isComputing ? 'busy' : phase}"></span>${words}
      ${
        isComputing
          ? html`<button class="button small" data-action="stop" @click=${() => this.#store.stop()}>
              ${msg('Stop')}
            </button>`
          : nothing
      }
      ${isOld ? html`<b>${msg('The choice has changed since: compare anew.')}</b>` : nothing}
    </p>`;
  }

  #tooFew(): unknown {
    return html`<p class="empty">
      ${msg(
        'It takes two to compare. Move a threshold in the Tune view, or save what is tuned as a variant below and change it again.',
      )}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-compare-view': CompareViewElement;
  }
}
