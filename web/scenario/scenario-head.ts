/** The head of the scenario view: name and description, saving and opening, pasted rows, and in a fold the note and the variants. */
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Work } from '../state/work.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { tell } from './setting-events.ts';
import { quoted } from './yaml-edit.ts';
import './variants.ts';

@localized()
@customElement('tandem-scenario-head')
export class ScenarioHead extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: var(--s3) var(--s5);
        border-bottom: var(--hair) solid var(--line);
        background: var(--surface);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2);
      }
      .named {
        flex: 1 1 260px;
        display: grid;
        gap: 2px;
        min-width: 0;
      }
      .name {
        font-size: var(--t-title);
        font-weight: var(--w-strong);
      }
      .field.quiet {
        border-color: transparent;
        padding: 0 6px;
        margin-left: -7px;
      }
      .field.quiet:hover {
        border-color: var(--line-strong);
      }
      .description {
        color: var(--ink-2);
        font-size: var(--t-small);
      }
      .fold {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
        gap: var(--s3) var(--s8);
        padding-top: var(--s3);
      }
      h2 {
        font-size: var(--t-head);
        font-weight: var(--w-strong);
        margin-bottom: var(--s1);
      }
      textarea {
        width: 100%;
        min-height: 92px;
        padding: 7px;
        border: var(--hair) solid var(--line-strong);
        border-radius: var(--r-control);
        background: var(--surface);
        resize: vertical;
      }
      @media print {
        .button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) data: unknown = null;
  @property({ attribute: false }) work!: Work;
  @state() private isUnfolded = false;

  override render(): unknown {
    return html`
      <div class="line">
        <div class="named">
          ${this.#field('name', msg('Name of the scenario'), 'name')}
          ${this.#field('description', msg('Description'), 'description')}
        </div>
        <button class="button primary" data-action="save" @click=${() => this.#tell('save-wanted')}>
          <tandem-icon name="save"></tandem-icon>${msg('Save')}
        </button>
        <button class="button" data-action="open" @click=${() => this.#tell('open-wanted')}>
          <tandem-icon name="open"></tandem-icon>${msg('Open a file')}
        </button>
        <button class="button" data-action="paste" @click=${() => this.#tell('paste-wanted')}>
          <tandem-icon name="table"></tandem-icon>${msg('Paste rows')}
        </button>
        <button
          class="button"
          data-action="notes"
          aria-expanded=${this.isUnfolded ? 'true' : 'false'}
          @click=${() => (this.isUnfolded = !this.isUnfolded)}
        >
          <tandem-icon name=${this.isUnfolded ? 'up' : 'down'}></tandem-icon>${msg('Note and variants')}
          ${this.work.variants.length > 0 ? html`(${this.work.variants.length})` : nothing}
        </button>
      </div>
      ${this.isUnfolded ? this.#fold() : nothing}
    `;
  }

  #field(key: 'name' | 'description', words: string, style: string): unknown {
    const { [key]: value } = (this.data ?? {}) as Readonly<Record<string, unknown>>;
    return html`<span class="field quiet">
      <input
        class=${style}
        aria-label=${words}
        placeholder=${words}
        data-key=${key}
        autocomplete="off"
        .value=${typeof value === 'string' || typeof value === 'number' ? String(value).trimEnd() : ''}
        @change=${(event: Event) => this.#named(key, (event.target as HTMLInputElement).value)}
      />
    </span>`;
  }

  #named(key: string, entered: string): void {
    const path = [key];
    if (entered.trim() === '') tell(this, 'setting-removed', { path });
    else tell(this, 'setting-changed', { path, value: quoted(entered.trim()) });
  }

  #fold(): unknown {
    return html`<div class="fold">
      <section>
        <h2 id="note">${msg('Note')}</h2>
        <textarea
          aria-labelledby="note"
          placeholder=${msg('What this is about, what was tried; it travels with the link.')}
          .value=${this.work.note}
          @change=${(event: Event) =>
            this.dispatchEvent(
              new CustomEvent('note-edited', { detail: (event.target as HTMLTextAreaElement).value }),
            )}
        ></textarea>
      </section>
      <section>
        <h2>${msg('Variants')}</h2>
        <tandem-variants></tandem-variants>
      </section>
    </div>`;
  }

  #tell(name: 'save-wanted' | 'open-wanted' | 'paste-wanted'): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-scenario-head': ScenarioHead;
  }
}
