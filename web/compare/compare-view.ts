/**
 * The Compare view: two to four scenarios on the same days with the same callers, a row for each measure, the wait over the day, and what
 * each changes against the first, paired by day. Sides are told apart by hue, symbol and order. It simulates nothing itself.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FrameSide } from '../../reports/frame.ts';
import { SERVICE_LEVELS } from '../../reports/frame.ts';
import '../charts/interval-strip.ts';
import '../charts/line-compare.ts';
import { SYMBOLS } from '../charts/variant-marks.ts';
import { locale } from '../i18n/language.ts';
import { writerOf } from '../planner/measure-text.ts';
import type { Writer } from '../planner/measure-text.ts';
import { movedName } from '../planner/moved-words.ts';
import { abandonTarget } from '../planner/own-targets.ts';
import { estimateOf, headlineName, HEADLINES, MEASURED } from '../planner/tile-measures.ts';
import type { Headline } from '../planner/tile-measures.ts';
import { halfWidthOf, verdictOf } from '../planner/verdict.ts';
import type { Target } from '../planner/verdict.ts';
import '../scenario/variants.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { Watching } from '../state/store.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { compareStoreOf } from './compare-store.ts';
import type { CompareStore } from './compare-store.ts';
import { compareStyles } from './compare-styles.ts';
import { changesOf, chosenOf, SIDES_MOST, sidesOf } from './sides.ts';
import type { Side } from './sides.ts';

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
    new Watching(this, [this.bench.work, this.bench.run, this.bench.aim, abandonTarget, this.#store]);
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
            ${msg('Compare')}
          </button>
        </div>
        ${this.#line(isOld)}
      </section>
      ${sides.length < 2 ? this.#tooFew() : this.#table(sides, isOld)}
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
      ${at >= 0 ? symbol(at) : nothing}<span>${side.name}</span>
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
    void this.#store.begin(
      sides.map(({ scenario }) => scenario),
      this.days,
    );
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

  // ---------------------------------------------------------------- what came of it

  #table(sides: readonly Side[], isOld: boolean): unknown {
    const { frame } = this.#store.value;
    const shown = isOld ? null : frame;
    const writer = writerOf(locale(), shown?.sides[0]?.currency ?? null);
    return html`<section class="table">
        <table>
          <caption class="heard">
            ${msg('Measures of the variants side by side, with their half-widths')}
          </caption>
          <thead>
            <tr>
              <td></td>
              <td class="strip"></td>
              ${sides.map(
                (side, at) =>
                  html`<th scope="col">
                    ${symbol(at)} ${side.name}
                    <small>${this.#changes(side, sides[0]!, at)}</small>
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${HEADLINES.filter((headline) => this.#isTold(headline, shown?.sides)).map((headline) =>
              this.#row(headline, shown?.sides ?? null, sides.length, writer),
            )}
          </tbody>
        </table>
      </section>
      ${
        shown === null
          ? nothing
          : html`<section class="day">
                <tandem-line-compare
                  .sides=${shown.sides}
                  .names=${sides.map(({ name }) => name)}
                ></tandem-line-compare>
              </section>
              <section class="differ">
                ${shown.moved.map((rows, at) => this.#moved(sides[at + 1]!, sides[0]!, at + 1, rows, writer))}
              </section>`
      }`;
  }

  #changes(side: Side, first: Side, at: number): string {
    if (side.note !== '') return side.note;
    if (at === 0) return msg('the others are compared with it');
    const changes = changesOf(side, first);
    if (changes === null) return msg('another text');
    if (changes.length === 0) return msg('the same settings');
    const shown = changes.slice(0, 2).map((each) => each.replace(/^.*?([^.\]"]+["\]]*)=/, '$1 = '));
    return changes.length > 2
      ? msg(str`${shown.join(', ')} and ${changes.length - 2} more`)
      : shown.join(', ');
  }

  #isTold(headline: Headline, sides: readonly FrameSide[] | undefined): boolean {
    if (sides === undefined) return headline !== 'intervalsMet';
    return sides.some((side) => (estimateOf(side, headline, this.#formula(side))?.mean ?? null) !== null);
  }

  #formula(side: FrameSide): (typeof SERVICE_LEVELS)[number] {
    return SERVICE_LEVELS.find((each) => each === this.bench.aim.value.formula) ?? side.formula;
  }

  #row(headline: Headline, sides: readonly FrameSide[] | null, count: number, writer: Writer): unknown {
    const { unit, decimals, span } = MEASURED[headline];
    const estimates = sides?.map((side) => estimateOf(side, headline, this.#formula(side))) ?? [];
    const target = this.#target(headline, sides?.[0] ?? null);
    const ends = estimates.flatMap((each) => [each?.mean, each?.low, each?.high]).concat(target?.value);
    const values = ends.filter((each) => typeof each === 'number');
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = Math.max(0.1 * (high - low), (span / 2 - (high - low)) / 2, 0);
    return html`<tr>
      <th scope="row">${headlineName(headline)}</th>
      <td class="strip">
        ${
          values.length === 0
            ? nothing
            : html`<tandem-interval-strip
                .variants=${estimates}
                .target=${target?.value ?? null}
                .good=${target === null ? null : target.good === 'above' ? 'up' : 'down'}
                .domain=${[low - room, high + room] as const}
              ></tandem-interval-strip>`
        }
      </td>
      ${Array.from({ length: count }, (_, at) => {
        const estimate = estimates[at] ?? null;
        if (sides === null) return html`<td><i class="block"></i></td>`;
        if (estimate === null || estimate.mean === null) return html`<td>${writer.numbers.absent}</td>`;
        const half = halfWidthOf(estimate);
        const verdict = verdictOf(estimate, target);
        return html`<td class=${verdict === 'missed' ? 'missed' : ''}>
          <b>${writer.value(unit, estimate.mean, decimals)}</b>
          <small>${half === null || headline === 'cost' ? nothing : writer.halfWidth(unit, half)}</small>
          ${
            verdict === 'missed'
              ? html`<span class="mark"><tandem-icon name="warning"></tandem-icon>${msg('Missed')}</span>`
              : verdict === 'met'
                ? html`<span class="mark"><tandem-icon name="check"></tandem-icon>${msg('Met')}</span>`
                : verdict === 'unsure'
                  ? html`<span class="mark">${msg('Unsure')}</span>`
                  : nothing
          }
        </td>`;
      })}
    </tr>`;
  }

  #target(headline: Headline, side: FrameSide | null): Target | null {
    if (headline === 'abandonRate') return { value: abandonTarget.value, good: 'below' };
    if (headline !== 'serviceLevel' || side === null || side.target === null) return null;
    return { value: side.target, good: 'above' };
  }

  #moved(
    side: Side,
    first: Side,
    at: number,
    rows: readonly Parameters<typeof movedName>[0][],
    writer: Writer,
  ): unknown {
    const told = rows.filter(({ isWithinChance, isExact }) => isExact || !isWithinChance).slice(0, 6);
    return html`<article>
      <h2>${symbol(at)} ${msg(str`${side.name} against ${first.name}`)}</h2>
      ${
        told.length === 0
          ? html`<p>${msg('Nothing moved beyond chance.')}</p>`
          : html`<ul>
              ${told.map(
                (row) =>
                  html`<li>
                    <span>${movedName(row)}</span>
                    <b>${writer.difference(row.unit, row.difference.mean)}</b>
                    <small
                      >${
                        row.isExact || row.difference.low === null
                          ? msg('exact')
                          : msg(
                              str`${writer.difference(row.unit, row.difference.low, false)} to ${writer.difference(row.unit, row.difference.high, false)}`,
                            )
                      }</small
                    >
                  </li>`,
              )}
            </ul>`
      }
    </article>`;
  }
}

function symbol(at: number): unknown {
  return html`<svg class="symbol v${at + 1}" viewBox="-7 -7 14 14" aria-hidden="true">
    ${svg`<path d=${SYMBOLS[at % SYMBOLS.length]!}></path>`}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-compare-view': CompareViewElement;
  }
}
