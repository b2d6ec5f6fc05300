/**
 * A group of settings that opens and closes: fields, further groups, "Add setting" with a search, and for things with names adding,
 * renaming and taking out. It tells what is wanted and changes nothing.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import { language } from '../i18n/language.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { describe } from './descriptions.ts';
import type { FieldModel, GroupModel } from './form-model.ts';
import { formStyles } from './form-styles.ts';
import './add-setting.ts';
import './add-thing.ts';
import './setting-field.ts';
import type { Path } from './schema-tree.ts';
import { pathText, tell } from './setting-events.ts';
import { settingWord } from './setting-words.ts';

/** So many things stand open at first; more would hide each other. */
const OPEN_MOST = 3;

@localized()
@customElement('tandem-settings-group')
export class SettingsGroup extends LitElement {
  static override styles = [controls, formStyles];

  @property({ attribute: false }) model!: GroupModel;
  @property({ attribute: false }) problems: readonly PlacedProblem[] = [];
  /** Whether it stands open before the reader says otherwise. */
  @property({ type: Boolean }) opened = false;
  @state() private isOpen: boolean | null = null;
  @state() private isRenaming = false;

  override render(): unknown {
    const { model } = this;
    const isOpen = this.isOpen ?? this.opened;
    return html`<details ?open=${isOpen} @toggle=${this.#toggled}>
      <summary>
        <tandem-icon name="right"></tandem-icon>
        ${this.#name()}
        <span class="count">${isOpen && !model.isNamed ? nothing : this.#told()}</span>
        ${
          this.#wrong() > 0
            ? html`<span class="message"><tandem-icon name="warning"></tandem-icon> ${this.#wrong()}</span>`
            : nothing
        }
      </summary>
      ${isOpen ? this.#inside() : nothing}
    </details>`;
  }

  #name(): unknown {
    const { label, isItem } = this.model;
    if (isItem) return html`<span class="name">${msg(str`No. ${label}`)}</span>`;
    const word = this.#word();
    return html`<span class="name ${word === label && !this.model.hasOwnName ? 'key' : ''}">${word}</span>
      ${word === label ? nothing : html`<span class="key second">${label}</span>`}`;
  }

  #word(): string {
    const { path, label, hasOwnName } = this.model;
    return (hasOwnName ? null : settingWord(path)) ?? label;
  }

  /** Opens it, so that what is inside can be shown. */
  async open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
  }

  #inside(): unknown {
    const { model } = this;
    return html`<div class="inside">
      ${model.description === '' || model.isItem ? nothing : html`<p class="help">${describe(model.description)}</p>`}
      ${this.#thingActions()}
      ${repeat(
        model.children,
        ({ path, form }) => `${form} ${pathText(path)}`,
        (child) => settingOrGroup(child, this.problems, model.isNamed && model.children.length <= OPEN_MOST),
      )}
      <div class="actions">
        ${model.isNamed ? html`<tandem-add-thing .model=${model}></tandem-add-thing>` : nothing}
        ${
          model.open.length > 0 && !model.isNamed
            ? html`<tandem-add-setting .settings=${model.open}></tandem-add-setting>`
            : nothing
        }
      </div>
    </div>`;
  }

  #thingActions(): unknown {
    const { model } = this;
    if (model.isRequired) return nothing;
    if (this.isRenaming) return this.#renaming();
    return html`<div class="actions">
      ${
        model.hasOwnName
          ? html`<button class="button small" data-action="rename" @click=${() => (this.isRenaming = true)}>
              <tandem-icon name="edit"></tandem-icon>${msg('Rename')}
            </button>`
          : nothing
      }
      <button
        class="button small"
        data-action="remove"
        @click=${() => tell(this, 'setting-removed', { path: model.path })}
      >
        <tandem-icon name="bin"></tandem-icon>${msg(str`Remove “${this.#word()}”`)}
      </button>
    </div>`;
  }

  #renaming(): unknown {
    return html`<form class="actions" @submit=${this.#renamed}>
      <label for="name">${msg('New name')}</label>
      <span class="field"><input id="name" .value=${this.model.label} maxlength="120" required /></span>
      <button class="button small">${msg('Rename')}</button>
      <button type="button" class="button small quiet" @click=${() => (this.isRenaming = false)}>
        ${msg('Cancel')}
      </button>
      <span class="help">${msg('Wherever the scenario speaks of it, too.')}</span>
    </form>`;
  }

  #renamed(event: SubmitEvent): void {
    event.preventDefault();
    const name = this.renderRoot.querySelector<HTMLInputElement>('#name')?.value.trim() ?? '';
    this.isRenaming = false;
    if (name !== '' && name !== this.model.label)
      tell(this, 'thing-renamed', { path: this.model.path, name });
  }

  /** What is inside, while it is closed. */
  #told(): string {
    const { children, isNamed } = this.model;
    if (isNamed) return `${children.length}`;
    const said = saidIn(this.model);
    return said === '' ? msg('standard') : said;
  }

  #wrong(): number {
    const path = pathText(this.model.path);
    const isInside = (text: string) => text.startsWith(`${path}.`) || text.startsWith(`${path}[`);
    return this.problems.filter(
      ({ path: text, severity }) => severity === 'error' && (text === path || isInside(text)),
    ).length;
  }

  #toggled(event: Event): void {
    this.isOpen = (event.target as HTMLDetailsElement).open;
  }
}

/** "first offer after 90s · attempts 3", of everything inside. */
function saidIn({ children }: GroupModel): string {
  return children
    .flatMap((child) => {
      const name =
        child.form === 'group' && child.hasOwnName ? child.label : wordOrKey(child.path, child.label);
      if (child.form === 'field')
        return child.isStated
          ? [`${name} ${isAction(child) ? wordOrKey([child.value], child.value) : child.value}`]
          : [];
      const inside = saidIn(child);
      return inside === '' ? [] : [child.isItem ? inside : `${name} ${inside}`];
    })
    .join(' · ');
}

/** Its value is a word of the schema: `directCallback`, `outOfHours`. */
function isAction({ path }: FieldModel): boolean {
  return path.at(-1) === 'do' || path.at(-1) === 'when';
}

/** In the midst of a line. */
function wordOrKey(path: Path, key: string): string {
  return settingWord(path)?.toLocaleLowerCase(language()) ?? key;
}

export function settingOrGroup(
  model: FieldModel | GroupModel,
  problems: readonly PlacedProblem[],
  opened: boolean,
): unknown {
  return model.form === 'field'
    ? html`<tandem-setting-field
        data-path=${pathText(model.path)}
        .model=${model}
        .problems=${problems}
      ></tandem-setting-field>`
    : html`<tandem-settings-group
        data-path=${pathText(model.path)}
        .model=${model}
        .problems=${problems}
        ?opened=${opened}
      ></tandem-settings-group>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-settings-group': SettingsGroup;
  }
}
