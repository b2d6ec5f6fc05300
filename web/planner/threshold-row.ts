/**
 * One threshold of the rail: label, field and slider together, the baseline as a tick, and, where the focus is, one sentence of help.
 * What is typed wrongly stays in the field and is said below it. Properties in, events out: `turn` while a value changes, `turn-end` when
 * a drag is over, `restore` for the baseline's value, `mend` for a fix. It knows no store.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import type { Threshold } from '../../engine/index.ts';
import { controls } from '../styles/controls.ts';
import { isSameValue } from './threshold-edit.ts';
import { rowStyles } from './threshold-row-styles.ts';
import { fieldUnit, isBare, readField } from './threshold-text.ts';
import type { Misread, ThresholdValue } from './threshold-text.ts';
import { leastWords, problemWords, shownText, toldFix, toldValue } from './threshold-told.ts';
import { choiceWord, choiceWords, misreadSentence, thresholdLabel, unitWord } from './threshold-words.ts';

export interface Turn {
  readonly path: string;
  readonly value: number | string;
  /** Part of a drag, which is one step of the undo. */
  readonly isDrag: boolean;
}

@localized()
@customElement('tandem-threshold')
export class ThresholdRow extends LitElement {
  static override styles = [controls, rowStyles];

  @property({ attribute: false, hasChanged: isOther }) threshold!: Threshold;
  @property({ attribute: false }) value: ThresholdValue = null;
  /** What it is in the baseline; undefined: the baseline has no such threshold. */
  @property({ attribute: false }) baseline: ThresholdValue | undefined = undefined;
  /** Of the scenario, about this setting. */
  @property({ attribute: false }) problem: PlacedProblem | null = null;
  /** One sentence, in the page's language. */
  @property() help = '';
  /** Its help is open. */
  @property({ type: Boolean }) open = false;

  /** What is in the field and was not taken; null: the field shows the value. */
  @state() private typed: string | null = null;
  @state() private wrong: Misread | null = null;

  override willUpdate(changed: PropertyValues<this>): void {
    this.dataset['path'] = this.threshold.path;
    // A value from elsewhere (the slider, undo) is newer than what stands in the field.
    if (changed.has('value') && this.typed !== null && !this.#isAsTyped()) this.#accept();
  }

  override render(): unknown {
    const { threshold, isChanged, problem } = this;
    const label = thresholdLabel(threshold);
    const isBad = this.wrong !== null || problem !== null;
    return html`
      <div
        class="row ${isChanged ? 'changed' : ''} ${isBad ? 'bad' : ''}"
        @focusin=${() => this.#focus(true)}
        @focusout=${() => this.#focus(false)}
      >
        <label for="value">${label}</label>
        ${isChanged ? this.#was() : nothing} ${this.#field(label, isBad)} ${this.#slider(label)}
        <div class="notes" id="notes">${this.#problem()}${this.open ? this.#help() : nothing}</div>
      </div>
    `;
  }

  get isChanged(): boolean {
    return this.baseline !== undefined && !isSameValue(this.value, this.baseline);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLInputElement>('input.value')?.focus(options);
  }

  // ---------------------------------------------------------------- parts

  #was(): unknown {
    return html`<button
      class="was"
      title=${msg('Back to the baseline’s value')}
      data-action="restore"
      @click=${() => this.#send('restore', this.threshold.path)}
    >
      ${msg(str`was ${toldValue(this.threshold, this.baseline ?? null)}`)}
    </button>`;
  }

  #field(label: string, isBad: boolean): unknown {
    const { threshold } = this;
    const text = this.typed ?? shownText(this.threshold, this.value);
    const isFactor = fieldUnit(threshold) === '×';
    const word = isBare(text) && !isFactor ? unitWord(threshold) : '';
    const unit = hasRoom(text, word) ? word : '';
    return html`<span class="field">
      ${isFactor ? html`<span class="unit" aria-hidden="true">×</span>` : nothing}
      <input
        id="value"
        class="value"
        autocomplete="off"
        spellcheck="false"
        inputmode=${threshold.kind === 'length' || threshold.choices.length > 0 ? 'text' : 'decimal'}
        aria-label=${word === '' ? label : `${label}, ${word}`}
        aria-describedby="notes"
        aria-invalid=${isBad ? 'true' : 'false'}
        placeholder=${this.#placeholder()}
        .value=${live(text)}
        @input=${this.#onType}
        @change=${this.#onCommit}
        @keydown=${this.#onFieldKey}
      />
      ${unit === '' ? nothing : html`<span class="unit" aria-hidden="true">${unit}</span>`}
    </span>`;
  }

  #slider(label: string): unknown {
    const { low, high, step } = this.threshold;
    const at = typeof this.value === 'number' ? this.value : high;
    const tick = typeof this.baseline === 'number' ? this.#place(this.baseline) : null;
    return html`<span class="slide" .style=${`--p: ${100 * this.#place(at)}%`}>
      ${
        tick === null || !this.isChanged
          ? nothing
          : html`<i class="tick" .style=${`left: calc(7px + (100% - 14px) * ${tick.toFixed(4)} - 1px)`}></i>`
      }
      <input
        type="range"
        aria-label=${msg(str`${label}, slider`)}
        aria-valuetext=${toldValue(this.threshold, this.value)}
        min=${low}
        max=${high}
        step=${step}
        .value=${live(String(at))}
        @input=${this.#onSlide}
        @change=${() => this.#send('turn-end', this.threshold.path)}
        @keydown=${this.#onSliderKey}
      />
    </span>`;
  }

  #problem(): unknown {
    const { problem, wrong } = this;
    if (wrong !== null) {
      const words = wrong === 'negative' ? leastWords(this.threshold) : misreadSentence(wrong);
      return html`<p class="wrong" role="alert">${words}</p>`;
    }
    if (problem === null) return nothing;
    return html`<p class="wrong">
      ${problemWords(this.threshold, this.value, problem)}
      ${
        problem.fix === null
          ? nothing
          : html`<button class="button small" data-action="mend" @click=${() => this.#send('mend', problem)}>
              ${msg(str`Set to ${toldFix(this.threshold, problem.fix)}`)}
            </button>`
      }
    </p>`;
  }

  #help(): unknown {
    const { threshold } = this;
    const { min, max, rule, choices } = threshold;
    const range = msg(str`${toldValue(threshold, min)} to ${toldValue(threshold, max)}`);
    const words = choices.map((choice) => msg(str`or ${choiceWord(choice)}`));
    const facts = [rule ?? '', [range, ...words].join(' '), this.#standard()].filter((fact) => fact !== '');
    return html`<p class="help">${this.help} <b>${facts.join(' · ')}</b></p>`;
  }

  // ---------------------------------------------------------------- values

  #placeholder(): string {
    return this.threshold.choices.length > 0 ? '' : '–';
  }

  #standard(): string {
    const { standard } = this.threshold;
    if (standard === null) return '';
    return isSameValue(this.value, standard)
      ? msg('standard value')
      : msg(str`standard: ${toldValue(this.threshold, standard)}`);
  }

  #place(value: number): number {
    const { low, high } = this.threshold;
    return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
  }

  // ---------------------------------------------------------------- what is done

  readonly #onType = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.wrong = null;
  };

  readonly #onCommit = (): void => {
    if (this.typed === null) return;
    const { value, wrong } = readField(this.threshold, this.typed, choiceWords());
    this.wrong = wrong;
    if (wrong !== null || value === null) return;
    this.typed = null;
    if (!isSameValue(value, this.value)) this.#turn(value, false);
  };

  readonly #onFieldKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.#onCommit();
    else if (event.key === 'Escape' && this.typed !== null) {
      event.stopPropagation();
      this.#accept();
    } else if ((event.ctrlKey || event.metaKey) && this.typed === null && !event.altKey) {
      // A field with nothing typed has no undo of its own: it is the scenario's that is meant.
      const key = event.key.toLowerCase();
      if (key === 'z' || key === 'y') {
        event.preventDefault();
        this.#send(key === 'y' || event.shiftKey ? 'redo-wanted' : 'undo-wanted', null);
      }
    }
  };

  readonly #onSlide = (event: Event): void => {
    this.#turn(Number((event.target as HTMLInputElement).value), true);
  };

  /** Page is ten steps; browsers take a tenth of the range. */
  readonly #onSliderKey = (event: KeyboardEvent): void => {
    const steps = { PageUp: 10, PageDown: -10 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    const { low, high, step } = this.threshold;
    const from = typeof this.value === 'number' ? this.value : high;
    this.#turn(Math.min(high, Math.max(low, from + steps * step)), false);
  };

  #turn(value: number | string, isDrag: boolean): void {
    this.#accept();
    // Steps of a tenth add up to dust.
    const tidy = typeof value === 'number' ? Number(value.toPrecision(12)) : value;
    this.#send('turn', { path: this.threshold.path, value: tidy, isDrag } satisfies Turn);
  }

  #accept(): void {
    this.typed = null;
    this.wrong = null;
  }

  #isAsTyped(): boolean {
    const { value } = readField(this.threshold, this.typed ?? '', choiceWords());
    return this.wrong !== null || (value !== null && isSameValue(value, this.value));
  }

  #focus(hasFocus: boolean): void {
    if (hasFocus) this.#send('row-focus', this.threshold.path);
    else this.#onCommit();
  }

  #send(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Figures go before their unit: it stays with the label that is heard. 76 px are inside, 8 a figure, 6 a letter of the unit. */
function hasRoom(text: string, unit: string): boolean {
  return 8 * text.length + 6 * unit.length <= 72;
}

/** Every reading of the scenario brings new objects; most of them say the same. */
function isOther(one: Threshold | undefined, other: Threshold | undefined): boolean {
  if (one === undefined || other === undefined) return one !== other;
  return (Object.keys(one) as (keyof Threshold)[]).some(
    (key) => one[key] !== other[key] && String(one[key]) !== String(other[key]),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-threshold': ThresholdRow;
  }
}
