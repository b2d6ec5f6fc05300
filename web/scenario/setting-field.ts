/**
 * One setting of a form: its key, what it means, its standard value and range, and a field of its kind. It tells what is entered as YAML;
 * whether the value is allowed is the engine's business, whose problems it shows.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { describe } from './descriptions.ts';
import type { FieldModel } from './form-model.ts';
import { formStyles } from './form-styles.ts';
import { pathText, tell } from './setting-events.ts';
import { settingWord } from './setting-words.ts';
import { yamlOf } from './written-value.ts';
import { isValue, quoted } from './yaml-edit.ts';

/** What the schema says of a length without limits of its own: the description says those that hold. */
const ANY_LENGTH = '0s to 3650d';
/** A value longer than this gets the whole width. */
const SHORT = 26;

@localized()
@customElement('tandem-setting-field')
export class SettingField extends LitElement {
  static override styles = [controls, formStyles];

  @property({ attribute: false }) model!: FieldModel;
  @property({ attribute: false }) problems: readonly PlacedProblem[] = [];
  @state() private isUnreadable = false;

  override render(): unknown {
    const { model } = this;
    const own = this.#own();
    const isWrong = this.isUnreadable || own.some(({ severity }) => severity === 'error');
    const isWide = model.kind === 'names' || model.value.length > SHORT;
    return html`<div class="row ${isWrong ? 'wrong' : ''} ${isWide ? 'wide' : ''}" @focusin=${this.#chosen}>
      <div class="text">
        <label id="key" for="input">${nameOf(model)}</label>
        <span class="help" id="help">${describe(model.description)}</span>
        ${this.#facts()}
      </div>
      <div class="control">${this.#control(isWrong)}</div>
      ${
        model.isStated && !model.isRequired
          ? html`<button
              class="button quiet remove"
              aria-label=${msg(str`Remove “${this.#word()}”`)}
              title=${msg(str`Remove “${this.#word()}”`)}
              @click=${() => tell(this, 'setting-removed', { path: model.path })}
            >
              <tandem-icon name="close"></tandem-icon>
            </button>`
          : nothing
      }
      <div id="messages" class="messages">
        ${
          this.isUnreadable
            ? html`<p class="message">
                ${msg('Not a value: quotes or brackets are not closed, or it is empty.')}
              </p>`
            : nothing
        }
        ${own.map(({ sentence, severity }) => html`<p class="message ${severity}">${sentence}</p>`)}
      </div>
    </div>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, select')?.focus();
  }

  #word(): string {
    return settingWord(this.model.path) ?? this.model.label;
  }

  #own(): readonly PlacedProblem[] {
    const path = pathText(this.model.path);
    return this.problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}[`));
  }

  #facts(): unknown {
    const { standard, range, isStated } = this.model;
    const facts = [
      ...(standard === null
        ? []
        : [isStated ? msg(str`standard ${standard}`) : msg(str`standard, not said: ${standard}`)]),
      ...(range === null || range === ANY_LENGTH ? [] : [rangeWords(range)]),
    ];
    return facts.length === 0 ? nothing : html`<span class="facts">${facts.join(' · ')}</span>`;
  }

  #control(isWrong: boolean): unknown {
    const { kind, value, choices } = this.model;
    if (kind === 'flag')
      return html`<span class="flag">
        <input
          id="input"
          type="checkbox"
          aria-describedby="help messages"
          .checked=${value === 'true'}
          @change=${(event: Event) => this.#tell(String((event.target as HTMLInputElement).checked))}
        />
      </span>`;
    if (kind === 'names') return this.#names();
    if (kind === 'choice') return this.#choice(isWrong);
    const isLong = kind === 'yaml' || value.length > SHORT;
    return html`<span class="field ${isWrong ? 'wrong' : ''}">
      <input
        id="input"
        class=${isLong ? 'long' : ''}
        autocomplete="off"
        spellcheck=${kind === 'text' ? 'true' : 'false'}
        inputmode=${kind === 'number' ? 'decimal' : 'text'}
        list=${choices.length > 0 ? 'choices' : nothing}
        aria-describedby="help messages"
        aria-invalid=${isWrong ? 'true' : 'false'}
        .value=${value}
        @change=${this.#entered}
      />
      ${
        choices.length > 0
          ? html`<datalist id="choices">
              ${choices.map((each) => html`<option value=${each}></option>`)}
            </datalist>`
          : nothing
      }
    </span>`;
  }

  #choice(isWrong: boolean): unknown {
    const { value, choices } = this.model;
    const all = choices.includes(value) || value === '' ? choices : [value, ...choices];
    return html`<span class="field ${isWrong ? 'wrong' : ''}">
      <select
        id="input"
        aria-describedby="help messages"
        aria-invalid=${isWrong ? 'true' : 'false'}
        .value=${value}
        @change=${(event: Event) => this.#tell((event.target as HTMLSelectElement).value)}
      >
        ${value === '' ? html`<option value="" selected></option>` : nothing}
        ${all.map((each) => html`<option value=${each} ?selected=${each === value}>${each}</option>`)}
      </select>
    </span>`;
  }

  /** Names in the order they were chosen: that is the order in which agents join queues. */
  #names(): unknown {
    const chosen = namesIn(this.model.value);
    const all = [...chosen, ...this.model.choices.filter((name) => !chosen.includes(name))];
    return html`<div class="names" role="group" aria-labelledby="key" aria-describedby="help messages">
      ${all.map(
        (name) =>
          html`<label>
            <input
              type="checkbox"
              .checked=${chosen.includes(name)}
              @change=${(event: Event) => this.#toggled(chosen, name, event.target as HTMLInputElement)}
            />${name}
          </label>`,
      )}
    </div>`;
  }

  #toggled(chosen: readonly string[], name: string, { checked }: HTMLInputElement): void {
    const names = checked ? [...chosen, name] : chosen.filter((each) => each !== name);
    tell(this, 'setting-changed', { path: this.model.path, value: `[${names.map(quoted).join(', ')}]` });
  }

  #entered(event: Event): void {
    this.#tell((event.target as HTMLInputElement).value);
  }

  #tell(entered: string): void {
    const value = yamlOf(this.model.kind, entered);
    this.isUnreadable = !isValue(value);
    if (!this.isUnreadable) tell(this, 'setting-changed', { path: this.model.path, value });
  }

  #chosen(): void {
    tell(this, 'setting-chosen', { path: this.model.path });
  }
}

/** The word, and beside it the key of the text. */
function nameOf({ path, label }: FieldModel): unknown {
  const word = settingWord(path);
  return word === null
    ? html`<span class="key">${label}</span>`
    : html`<span class="word">${word}</span> <span class="key second">${label}</span>`;
}

/** "30s to 1h, or never" in the language of the page. */
function rangeWords(range: string): string {
  const [, low, high, word] = /^(\S+) to ([^\s,]+)(?:, or (\w+))?$/.exec(range) ?? [];
  if (low === undefined || high === undefined) return range;
  return word === undefined ? msg(str`${low} to ${high}`) : msg(str`${low} to ${high}, or ${word}`);
}

/** "[support, billing]" or "support". */
function namesIn(value: string): readonly string[] {
  const inner = value.startsWith('[') ? value.slice(1, -1) : value;
  const names = inner.match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? [];
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => (name.startsWith('"') ? (JSON.parse(name) as string) : name));
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-setting-field': SettingField;
  }
}
