/** The named variants of the work: load, rename, copy, note, take out, and keep what is tuned now as another one. */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import {
  duplicated,
  loaded,
  NAME_LONGEST,
  noted,
  removed,
  renamed,
  updated,
  withVariant,
} from '../state/variants.ts';
import { isSameScenario } from '../state/work.ts';
import type { Variant, Work } from '../state/work.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';

@localized()
@customElement('tandem-variants')
export class Variants extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      li {
        display: grid;
        gap: var(--s1);
        padding: var(--s2) 0;
        border-bottom: var(--hair) solid var(--line);
      }
      li.now {
        box-shadow: inset 3px 0 0 var(--now);
        padding-left: var(--s3);
      }
      .head,
      .save {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1) var(--s2);
      }
      .name {
        flex: 1 1 140px;
        font-weight: var(--w-strong);
        overflow-wrap: anywhere;
      }
      .is-now {
        color: var(--now-ink);
        font-size: var(--t-small);
      }
      .field {
        flex: 1 1 160px;
      }
      textarea {
        width: 100%;
        min-height: 28px;
        padding: 4px 7px;
        border: var(--hair) solid var(--line-strong);
        border-radius: var(--r-control);
        background: var(--surface);
        resize: vertical;
        field-sizing: content;
      }
      .save {
        padding: var(--s2) 0;
      }
      .none {
        color: var(--ink-2);
        padding: var(--s2) 0;
      }
    `,
  ];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;
  @state() private renaming: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.bench === undefined) return;
    watchStores(this, [this.bench.work]);
  }

  override render(): unknown {
    const work = this.bench?.work.value ?? null;
    if (work === null) return nothing;
    return html`
      ${
        work.variants.length === 0
          ? html`<p class="none">
              ${msg('No variant yet. A variant keeps the scenario with its changes under a name, to compare it with others.')}
            </p>`
          : html`<ul aria-label=${msg('Variants')}>
              ${repeat(
                work.variants,
                ({ id }) => id,
                (variant) => this.#row(work, variant),
              )}
            </ul>`
      }
      <form class="save" @submit=${this.#save}>
        <span class="field">
          <input
            aria-label=${msg('Name of the variant')}
            placeholder=${msg('Name of the variant')}
            maxlength=${NAME_LONGEST}
            autocomplete="off"
          />
        </span>
        <button class="button small" data-action="save-variant">
          <tandem-icon name="plus"></tandem-icon>${msg('Save as variant')}
        </button>
      </form>
    `;
  }

  #row(work: Work, variant: Variant): unknown {
    const { id, name, note, scenario } = variant;
    const isNow = isSameScenario(scenario, work.now);
    return html`<li class=${isNow ? 'now' : ''} data-id=${id}>
      ${this.renaming === id ? this.#renaming(variant) : this.#head(variant, isNow)}
      <textarea
        rows="1"
        aria-label=${msg(str`Note on “${name}”`)}
        placeholder=${msg('Note')}
        .value=${note}
        @change=${(event: Event) => this.#edit((each) => noted(each, id, (event.target as HTMLTextAreaElement).value))}
      ></textarea>
    </li>`;
  }

  #head({ id, name }: Variant, isNow: boolean): unknown {
    const button = (
      label: string,
      words: string,
      icon: 'edit' | 'copy' | 'bin' | 'pin',
      action: () => void,
    ) =>
      html`<button class="button quiet small" aria-label=${label} title=${words} @click=${action}>
        <tandem-icon name=${icon}></tandem-icon>
      </button>`;
    return html`<div class="head">
      <span class="name">${name}</span>
      ${
        isNow
          ? html`<span class="is-now">${msg('on the screen')}</span>`
          : html`<button
                class="button small"
                data-action="load"
                aria-label=${msg(str`Load “${name}”`)}
                @click=${() => this.#edit((work) => loaded(work, id))}
              >
                ${msg('Load')}
              </button>
              ${button(
                msg(str`Replace “${name}” by what is on the screen`),
                msg('Replace by what is on the screen'),
                'pin',
                () => this.#edit((work) => updated(work, id)),
              )}`
      }
      ${button(msg(str`Rename “${name}”`), msg('Rename'), 'edit', () => void this.#rename(id))}
      ${button(msg(str`Copy “${name}”`), msg('Copy'), 'copy', () => this.#edit((work) => duplicated(work, id)))}
      ${button(msg(str`Remove “${name}”`), msg('Remove'), 'bin', () => this.#edit((work) => removed(work, id)))}
    </div>`;
  }

  #renaming({ id, name }: Variant): unknown {
    return html`<form class="head" @submit=${(event: SubmitEvent) => this.#renamed(event, id)}>
      <span class="field">
        <input class="new-name" aria-label=${msg('New name')} .value=${name} maxlength=${NAME_LONGEST} />
      </span>
      <button class="button small">${msg('Rename')}</button>
      <button type="button" class="button quiet small" @click=${() => (this.renaming = null)}>
        ${msg('Cancel')}
      </button>
    </form>`;
  }

  async #rename(id: string): Promise<void> {
    this.renaming = id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('.new-name')?.select();
  }

  #renamed(event: SubmitEvent, id: string): void {
    event.preventDefault();
    const name = this.renderRoot.querySelector<HTMLInputElement>('.new-name')?.value ?? '';
    const before = this.bench.work.value;
    this.#edit((work) => renamed(work, id, name));
    const isTaken =
      this.bench.work.value === before && before?.variants.find((each) => each.id === id)?.name !== name;
    if (isTaken) this.bench.say(msg('Another variant has this name.'));
    else this.renaming = null;
  }

  #save(event: SubmitEvent): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>('.save input');
    const name = input?.value ?? '';
    this.#edit((work) => withVariant(work, name === '' ? msg('Variant') : name));
    if (input !== null) input.value = '';
  }

  #edit(change: (work: Work) => Work): void {
    this.bench.work.edit(change);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-variants': Variants;
  }
}
