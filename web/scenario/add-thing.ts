/** A new queue, group, shift or other thing with a name of its own. */
import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import type { GroupModel } from './form-model.ts';
import { formStyles } from './form-styles.ts';
import { tell } from './setting-events.ts';
import { freeName } from './yaml-rename.ts';

@localized()
@customElement('tandem-add-thing')
export class AddThing extends LitElement {
  static override styles = [controls, formStyles];

  @property({ attribute: false }) model!: GroupModel;

  override render(): unknown {
    const { open } = this.model;
    return html`<form class="actions" @submit=${this.#submitted}>
      <span class="field">
        <input
          aria-label=${msg('Name of the new entry')}
          placeholder=${msg('Name')}
          list="names"
          maxlength="120"
          autocomplete="off"
        />
        <datalist id="names">${open.map(({ key }) => html`<option value=${key}></option>`)}</datalist>
      </span>
      <button class="button small" data-action="add">
        <tandem-icon name="plus"></tandem-icon>${this.#label()}
      </button>
    </form>`;
  }

  #label(): string {
    switch (this.model.label) {
      case 'queues':
        return msg('Add a queue');
      case 'agents':
        return msg('Add a group');
      case 'shifts':
        return msg('Add a shift');
      case 'demand':
        return msg('Add demand');
      default:
        return msg('Add');
    }
  }

  #submitted(event: SubmitEvent): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector('input');
    const { model } = this;
    const taken = model.children.map(({ label }) => label);
    const [first] = model.open;
    const wanted = input?.value.trim() ?? '';
    const name = freeName(wanted === '' ? (first?.key ?? model.label.replace(/s$/, '')) : wanted, taken);
    if (input !== null) input.value = '';
    const value = model.open.find(({ key }) => key === name)?.initial ?? model.initial;
    tell(this, 'setting-changed', { path: [...model.path, name], value });
    tell(this, 'setting-chosen', { path: [...model.path, name] });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-add-thing': AddThing;
  }
}
