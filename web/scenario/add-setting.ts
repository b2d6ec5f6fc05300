/** "Add setting": a list of what could be said besides, with a search over keys and their sentences. */
import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { describe } from './descriptions.ts';
import type { OpenSetting } from './form-model.ts';
import { formStyles } from './form-styles.ts';
import { tell } from './setting-events.ts';
import { settingWord } from './setting-words.ts';

@localized()
@customElement('tandem-add-setting')
export class AddSetting extends LitElement {
  static override styles = [controls, formStyles];

  @property({ attribute: false }) settings: readonly OpenSetting[] = [];
  @state() private isOpen = false;
  @state() private wanted = '';

  override render(): unknown {
    return html`
      <button class="button small" aria-expanded=${this.isOpen ? 'true' : 'false'} @click=${this.#toggle}>
        <tandem-icon name="plus"></tandem-icon>${msg('Add setting…')}
      </button>
      ${this.isOpen ? this.#panel() : null}
    `;
  }

  #panel(): unknown {
    const found = this.#found();
    return html`<div class="adding" @keydown=${this.#keys}>
      <label class="field">
        <tandem-icon name="search"></tandem-icon>
        <input
          aria-label=${msg('Search settings')}
          placeholder=${msg('Search settings')}
          .value=${this.wanted}
          @input=${(event: Event) => (this.wanted = (event.target as HTMLInputElement).value)}
        />
      </label>
      <ul>
        ${found.map(
          (each) =>
            html`<li>
              <button class="choice" data-key=${each.key} @click=${() => this.#add(each)}>
                ${settingWord(each.path) ?? ''}
                <span class="key">${each.key}${each.standard === null ? '' : ` = ${each.standard}`}</span>
                <span class="help">${describe(each.description)}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${found.length === 0 ? html`<p class="help" role="status">${msg('No setting has this word.')}</p>` : null}
    </div>`;
  }

  #found(): readonly OpenSetting[] {
    const wanted = this.wanted.trim().toLowerCase();
    return this.settings.filter(({ key, path, description }) =>
      `${key} ${settingWord(path) ?? ''} ${describe(description)}`.toLowerCase().includes(wanted),
    );
  }

  async #toggle(): Promise<void> {
    this.isOpen = !this.isOpen;
    this.wanted = '';
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  #add({ path, initial }: OpenSetting): void {
    this.isOpen = false;
    tell(this, 'setting-changed', { path, value: initial });
    tell(this, 'setting-chosen', { path });
  }

  #keys(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.isOpen = false;
    this.renderRoot.querySelector('button')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-add-setting': AddSetting;
  }
}
