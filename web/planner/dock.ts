/**
 * On a narrow screen: the threshold touched last stays at the lower edge, so that cause and effect are together, and all of them open in a
 * sheet. It does to the work what the rail does, by the same edits.
 */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { RailEdits } from './rail-edits.ts';
import type { ShownThreshold } from './rail-edits.ts';
import { changedWords } from './run-words.ts';
import { row } from './rail.ts';
import type { Rail } from './rail.ts';
import { isSameValue } from './threshold-edit.ts';

@localized()
@customElement('tandem-dock')
export class Dock extends LitElement {
  static override styles = [
    controls,
    css`
      .dock {
        padding: 6px 0 calc(10px + env(safe-area-inset-bottom));
        background: var(--raised);
        border-top: var(--hair) solid var(--line);
        border-radius: var(--r-sheet) var(--r-sheet) 0 0;
        box-shadow: var(--elev-2);
      }
      .open {
        display: flex;
        justify-content: space-between;
        align-items: center;
        width: calc(100% - 24px);
        min-height: 36px;
        margin: 2px 12px 0;
        padding: 0 4px;
        border: 0;
        border-top: var(--hair) solid var(--line);
        background: none;
        color: var(--ink-2);
        cursor: pointer;
      }
      .open span {
        display: flex;
        gap: 6px;
        align-items: center;
      }
      dialog {
        width: 100%;
        max-width: 100%;
        height: 82dvh;
        max-height: 82dvh;
        margin: auto 0 0;
        padding: 0;
        border: 0;
        border-radius: var(--r-sheet) var(--r-sheet) 0 0;
        background: var(--bg);
        color: var(--ink);
        box-shadow: var(--elev-2);
        overflow: hidden;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.35);
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      .grip {
        flex: none;
        display: flex;
        justify-content: flex-end;
        padding: 6px 8px 0;
      }
      tandem-rail {
        flex: 1;
      }
    `,
  ];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;

  @state() private isOpen = false;
  /** The threshold touched last. */
  @state() private path: string | null = null;
  #edits: RailEdits | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#edits !== null) return;
    const { run, work } = this.bench;
    watchStores(this, [run, work]);
    this.#edits = new RailEdits(this.bench);
    this.#edits.listen(this);
    this.addEventListener('row-focus', (event) => {
      this.path = (event as CustomEvent<string>).detail;
    });
  }

  override render(): unknown {
    const shown = this.#edits?.shown() ?? [];
    if (shown.length === 0) return nothing;
    // From a link nothing has been touched yet: what it changes comes first.
    const touched =
      shown.find(({ threshold }) => threshold.path === this.path) ?? shown.find(isChanged) ?? shown[0];
    return html`
      <div class="dock" role="region" aria-label=${msg('Thresholds')}>
        ${row(touched)}
        <button class="open" aria-haspopup="dialog" @click=${() => void this.open()}>
          <span>${msg('All thresholds')}</span>
          <span>${changedWords(this.#edits?.changedCount() ?? 0)}<tandem-icon name="up"></tandem-icon></span>
        </button>
      </div>
      <dialog
        aria-label=${msg('All thresholds')}
        @close=${() => (this.isOpen = false)}
        @click=${this.#onBackdrop}
      >
        <div class="grip">
          <button class="button quiet small" aria-label=${msg('Close')} @click=${() => this.#dialog?.close()}>
            <tandem-icon name="close"></tandem-icon>
          </button>
        </div>
        ${this.isOpen ? html`<tandem-rail></tandem-rail>` : nothing}
      </dialog>
    `;
  }

  async open(): Promise<Rail | null> {
    this.isOpen = true;
    await this.updateComplete;
    if (this.#dialog?.open === false) this.#dialog.showModal();
    return this.renderRoot.querySelector('tandem-rail');
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  readonly #onBackdrop = (event: Event): void => {
    if (event.target === this.#dialog) this.#dialog?.close();
  };
}

function isChanged({ value, baseline }: ShownThreshold): boolean {
  return baseline !== undefined && !isSameValue(value, baseline);
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-dock': Dock;
  }
}
