/**
 * The form of a sweep: which thresholds, from where to where, by which step, the targets and the days; what is wrong stands under the
 * field. It sends `sweep-wanted` with the choice and simulates nothing.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Threshold } from '../../engine/index.ts';
import { numbersOf } from '../../reports/format.ts';
import { locale } from '../i18n/language.ts';
import { fieldText, readField } from '../planner/threshold-text.ts';
import { misreadSentence, thresholdLabel, unitWord } from '../planner/threshold-words.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { axisOf, DAYS, slipOf, sweepable, valuesOf } from './sweep-choice.ts';
import type { Axis, Choice, SweepTargets } from './sweep-choice.ts';
import { formStyles } from './sweep-form-styles.ts';
import { fullLabel, slipWord } from './sweep-words.ts';

type Part = 'from' | 'to' | 'step';
const PARTS: readonly Part[] = ['from', 'to', 'step'];

@localized()
@customElement('tandem-sweep-form')
export class SweepForm extends LitElement {
  static override styles = [controls, formStyles];

  @property({ attribute: false }) thresholds: readonly Threshold[] = [];
  /** What was swept last; null: the form makes a proposal. */
  @property({ attribute: false }) given: Choice | null = null;
  @property({ type: Boolean }) isComputing = false;
  /** What the form proposes as a target. */
  @property({ type: Number }) abandonMost = 0.05;

  @state() private axes: readonly Axis[] = [];
  @state() private targets: SweepTargets = { serviceLevel: null, abandonment: 0.05 };
  @state() private days = DAYS;
  /** What was typed and could not be read, by field. */
  @state() private misread: ReadonlyMap<string, string> = new Map<string, string>();

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('thresholds') && !changed.has('given')) return;
    const known = sweepable(this.thresholds);
    const axes = this.axes.filter(({ path }) => known.some((each) => each.path === path));
    if (changed.has('given') && this.given !== null) this.#take(this.given);
    else if (axes.length > 0) this.axes = axes;
    else this.#propose(known);
  }

  #take({ first, second, targets, days }: Choice): void {
    this.axes = second === null ? [first] : [first, second];
    this.targets = targets;
    this.days = days;
  }

  /** The first callback offer or overflow limit, against the agents: what a planner weighs. */
  #propose(known: readonly Threshold[]): void {
    const first =
      known.find(({ key }) => key === 'offerFirst') ?? known.find(({ section }) => section === 'overflow');
    const second = known.find(({ section }) => section === 'staffing');
    const axes = [first, second].flatMap((each) => (each === undefined ? [] : [axisOf(each)]));
    this.axes = axes.length > 0 ? axes : known.slice(0, 1).map(axisOf);
    const target = this.thresholds.find(
      ({ key, value }) => key === 'serviceLevelShare' && typeof value === 'number',
    );
    const share = target?.value;
    const level = typeof share === 'number' ? share : null;
    this.targets = { serviceLevel: level, abandonment: this.abandonMost };
  }

  override render(): unknown {
    const [first, second] = this.axes;
    if (first === undefined) return html`<p>${msg('There is no threshold to vary in this scenario.')}</p>`;
    const count = this.#count();
    const wrong = this.#wrong();
    return html`<form @submit=${this.#submit} novalidate>
      ${this.#axis(first, 0)} ${second === undefined ? nothing : this.#axis(second, 1)}
      ${
        second === undefined
          ? html`<button type="button" class="button quiet" data-action="add" @click=${this.#add}>
              <tandem-icon name="plus"></tandem-icon>${msg('and a second threshold')}
            </button>`
          : nothing
      }
      <fieldset>
        ${this.#share('serviceLevel', msg('Service level, at least'), this.targets.serviceLevel)}
        ${this.#share('abandonment', msg('Abandonment, at most'), this.targets.abandonment)}
        <label>
          ${msg('Days each')}
          <span class="field number small ${this.misread.has('days') ? 'bad' : ''}">
            <input
              name="days"
              inputmode="numeric"
              autocomplete="off"
              .value=${String(this.days)}
              @change=${(event: Event) => this.#daysTyped((event.target as HTMLInputElement).value)}
            />
          </span>
        </label>
      </fieldset>
      <div class="go">
        <span class="count">${count === 1 ? msg('1 setting') : msg(str`${count} settings`)}</span>
        <button
          class="button primary"
          data-action="sweep"
          aria-disabled=${wrong.length > 0 ? 'true' : 'false'}
        >
          ${this.isComputing ? msg('Sweep anew') : msg('Run the sweep')}
        </button>
      </div>
      ${wrong.map((sentence) => html`<p class="wrong" role="alert">${sentence}</p>`)}
    </form>`;
  }

  #axis(axis: Axis, which: number): unknown {
    const threshold = this.#thresholdAt(axis.path);
    const other = this.axes[1 - which]?.path;
    const label = which === 0 ? msg('Vary') : msg('and');
    return html`<fieldset>
      <label>
        ${label}
        <span class="field">
          <select
            name="axis-${which}"
            @change=${(event: Event) => this.#choose(which, (event.target as HTMLSelectElement).value)}
          >
            ${which === 1 ? html`<option value="">${msg('nothing else')}</option>` : nothing}
            ${sweepable(this.thresholds)
              .filter(({ path }) => path !== other)
              .map(
                (each) =>
                  html`<option value=${each.path} ?selected=${each.path === axis.path}>
                    ${fullLabel(each)}
                  </option>`,
              )}
          </select>
        </span>
      </label>
      ${threshold === undefined ? nothing : PARTS.map((part) => this.#number(axis, which, part, threshold))}
    </fieldset>`;
  }

  #number(axis: Axis, which: number, part: Part, threshold: Threshold): unknown {
    const name = `${part}-${which}`;
    const words = { from: msg('from'), to: msg('to'), step: msg('by') };
    return html`<label>
      ${words[part]}
      <span class="field number ${this.misread.has(name) ? 'bad' : ''}">
        <input
          name=${name}
          autocomplete="off"
          .value=${fieldText(threshold, axis[part], numbersOf(locale()))}
          aria-invalid=${this.misread.has(name) ? 'true' : 'false'}
          @change=${(event: Event) => this.#typed(which, part, threshold, (event.target as HTMLInputElement).value)}
        />
        <span class="unit">${unitWord(threshold)}</span>
      </span>
    </label>`;
  }

  #share(name: keyof SweepTargets, label: string, value: number | null): unknown {
    const numbers = numbersOf(locale());
    return html`<label>
      ${label}
      <span class="field number small ${this.misread.has(name) ? 'bad' : ''}">
        <input
          name=${name}
          autocomplete="off"
          placeholder="–"
          .value=${value === null ? '' : numbers.plain(100 * value, Number.isInteger(Math.round(1e6 * value) / 1e4) ? 0 : 1)}
          @change=${(event: Event) => this.#shareTyped(name, (event.target as HTMLInputElement).value)}
        />
        <span class="unit">%</span>
      </span>
    </label>`;
  }

  // ---------------------------------------------------------------- what was typed

  #choose(which: number, path: string): void {
    const threshold = this.#thresholdAt(path);
    const others = this.axes.filter((_, at) => at !== which);
    if (threshold === undefined) this.axes = others;
    else this.axes = which === 0 ? [axisOf(threshold), ...others] : [...others, axisOf(threshold)];
    this.#forgive(...PARTS.map((part) => `${part}-${which}`));
  }

  #add(): void {
    const next = sweepable(this.thresholds).find(({ path }) => path !== this.axes[0]?.path);
    if (next !== undefined) this.axes = [...this.axes, axisOf(next)];
  }

  #typed(which: number, part: Part, threshold: Threshold, text: string): void {
    const read = readField(threshold, text);
    const name = `${part}-${which}`;
    if (typeof read.value !== 'number')
      return this.#blame(
        name,
        read.wrong === null || read.wrong === 'negative'
          ? msg('A sweep goes over numbers of 0 and more.')
          : misreadSentence(read.wrong),
      );
    const value = read.value;
    this.axes = this.axes.map((axis, at) => (at === which ? { ...axis, [part]: value } : axis));
    this.#forgive(name);
  }

  #shareTyped(name: keyof SweepTargets, text: string): void {
    const written = text.replace('%', '').replace(',', '.').trim();
    const value = Number(written) / 100;
    if (written !== '' && !(value > 0 && value < 1))
      return this.#blame(name, msg('A target lies between 0 and 100%; leave it empty for none.'));
    this.targets = { ...this.targets, [name]: written === '' ? null : value };
    this.#forgive(name);
  }

  #daysTyped(text: string): void {
    const days = Number(text.trim());
    if (!Number.isInteger(days) || days < 2 || days > 10_000)
      return this.#blame('days', msg('Days are a whole number from 2 to 10,000: one day has no interval.'));
    this.days = days;
    this.#forgive('days');
  }

  #blame(name: string, sentence: string): void {
    this.misread = new Map([...this.misread, [name, sentence]]);
  }

  #forgive(...names: readonly string[]): void {
    this.misread = new Map([...this.misread].filter(([name]) => !names.includes(name)));
  }

  // ---------------------------------------------------------------- what is asked

  #thresholdAt(path: string): Threshold | undefined {
    return this.thresholds.find((each) => each.path === path);
  }

  #wrong(): readonly string[] {
    const slips = this.axes.flatMap((axis) => {
      const threshold = this.#thresholdAt(axis.path);
      const slip = threshold === undefined ? null : slipOf(axis, threshold);
      return slip === null || threshold === undefined
        ? []
        : [`${thresholdLabel(threshold)}: ${slipWord(slip, threshold)}`];
    });
    const { serviceLevel, abandonment } = this.targets;
    const none = serviceLevel === null && abandonment === null ? [msg('Say at least one target.')] : [];
    const many =
      slips.length === 0 && this.#count() > 400 ? [msg('At most 400 settings: take larger steps.')] : [];
    return [...this.misread.values(), ...slips, ...none, ...many];
  }

  #count(): number {
    return this.axes.reduce((product, axis) => {
      const now = this.#thresholdAt(axis.path)?.value;
      return product * valuesOf(axis, typeof now === 'number' ? now : null).length;
    }, 1);
  }

  #submit(event: Event): void {
    event.preventDefault();
    const [first, second = null] = this.axes;
    if (first === undefined || this.#wrong().length > 0) return;
    const detail: Choice = { first, second, targets: this.targets, days: this.days };
    this.dispatchEvent(new CustomEvent<Choice>('sweep-wanted', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-sweep-form': SweepForm;
  }
}
