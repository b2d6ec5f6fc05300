/**
 * A group of settings that opens and closes: fields, further groups, "Add setting" with a search, and for things with names adding,
 * renaming and taking out. It tells what is wanted and changes nothing.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { describe } from './descriptions.ts';
import type { FieldModel, GroupModel } from './form-model.ts';
import { formStyles } from './form-styles.ts';
import './add-setting.ts';
import './add-thing.ts';
import './setting-field.ts';
import { pathText, tell } from './setting-events.ts';

/** So deep groups stand open at first: the section and the things in it. */
const OPEN_DEPTH = 1;

@localized()
@customElement('tandem-settings-group')
export class SettingsGroup extends LitElement {
  static override styles = [controls, formStyles];

  @property({ attribute: false }) model!: GroupModel;
  @property({ attribute: false }) problems: readonly PlacedProblem[] = [];
  @state() private isOpen: boolean | null = null;
  @state() private isRenaming = false;

  override render(): unknown {
    const { model } = this;
    const isOpen = this.isOpen ?? (model.path.length <= OPEN_DEPTH || model.children.length === 0);
    const isKey = !model.hasOwnName;
    return html`<details ?open=${isOpen} @toggle=${this.#toggled}>
      <summary>
        <tandem-icon name="right"></tandem-icon>
        <span class="name ${isKey ? 'key' : ''}"
          >${model.isItem ? msg(str`No. ${model.label}`) : model.label}</span
        >
        <span class="count">${this.#count()}</span>
        ${
          this.#wrong() > 0
            ? html`<span class="message"><tandem-icon name="warning"></tandem-icon> ${this.#wrong()}</span>`
            : nothing
        }
      </summary>
      ${isOpen ? this.#inside() : nothing}
    </details>`;
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
        (child) => settingOrGroup(child, this.problems),
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
        <tandem-icon name="bin"></tandem-icon>${msg(str`Take “${model.label}” out`)}
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

  #count(): string {
    const { children, isNamed } = this.model;
    if (isNamed) return `${children.length}`;
    const stated = children.filter((child) => child.form === 'group' || child.isStated).length;
    return stated === 0 ? msg('standard') : '';
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

export function settingOrGroup(model: FieldModel | GroupModel, problems: readonly PlacedProblem[]): unknown {
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
      ></tandem-settings-group>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-settings-group': SettingsGroup;
  }
}
