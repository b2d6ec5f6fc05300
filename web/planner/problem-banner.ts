/**
 * What is wrong with the scenario as it is now, while the last good result stays: what was not used, the rule, the fix as a button. Also what
 * to do when the engine or its worker broke. Properties in, `mend`, `show-threshold` and `try-again` out.
 */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';

@localized()
@customElement('tandem-problem-banner')
export class ProblemBanner extends LitElement {
  static override styles = [
    controls,
    css`
      .banner {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        align-items: center;
        padding: 7px var(--s5);
        background: var(--alarm-wash);
        border-bottom: var(--hair) solid var(--line);
        line-height: 1.4;
      }
      tandem-icon {
        color: var(--alarm);
      }
      p {
        flex: 1;
        min-width: min(240px, 100%);
      }
      b {
        font-weight: var(--w-strong);
      }
      @media print {
        .button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) errors: readonly PlacedProblem[] = [];
  /** What broke; null: nothing did. */
  @property({ attribute: false }) failure: string | null = null;
  @property({ type: Boolean, attribute: 'has-result' }) hasResult = false;
  @property({ attribute: false }) wordsOf: (problem: PlacedProblem) => string = ({ sentence }) => sentence;
  /** There is a change to take back. */
  @property({ type: Boolean, attribute: 'can-undo' }) canUndo = false;
  /** The fix in words: "Set to 10 s". */
  @property({ attribute: false }) fixWords: (problem: PlacedProblem) => string = ({ fix }) => fix ?? '';

  override render(): unknown {
    if (this.failure !== null) return this.#failed(this.failure);
    const [first] = this.errors;
    return first === undefined ? nothing : this.#wrong(first);
  }

  #wrong(first: PlacedProblem): unknown {
    const rest = this.errors.length - 1;
    const isChange = first.set !== null;
    return html`<div class="banner" role="alert">
      <tandem-icon name="warning"></tandem-icon>
      <p>
        <b>${isChange ? msg('The change was not used.') : msg('The scenario was not used.')}</b>
        ${isChange || first.line === 0 ? nothing : msg(str`Line ${first.line}:`)} ${this.wordsOf(first)}
        ${rest > 0 ? msg(str`And ${rest} more.`) : nothing}
        ${this.hasResult ? msg('You see the last good result.') : nothing}
      </p>
      ${
        first.fix === null
          ? nothing
          : html`<button class="button small" data-action="mend" @click=${() => this.#send('mend', first)}>
              ${this.fixWords(first)}
            </button>`
      }
      ${
        isChange || this.canUndo
          ? html`<button
              class="button small"
              data-action="undo-wanted"
              @click=${() => this.#send('undo-wanted', null)}
            >
              ${msg('Undo')}
            </button>`
          : nothing
      }
      ${isChange ? nothing : html`<a class="button small" href="#scenario">${msg('To the scenario')}</a>`}
    </div>`;
  }

  #failed(failure: string): unknown {
    const words =
      failure === 'worker'
        ? msg('The browser ended the computation again and again. Save your link, then reload the page.')
        : msg(str`The engine found a contradiction in itself: ${failure}`);
    return html`<div class="banner" role="alert">
      <tandem-icon name="warning"></tandem-icon>
      <p>
        <b>${msg('The computation broke off.')}</b> ${words}
        ${this.hasResult ? msg('You see the last good result.') : nothing}
      </p>
      <button class="button small" @click=${() => this.#send('try-again', null)}>
        ${failure === 'worker' ? msg('Reload') : msg('Try again')}
      </button>
    </div>`;
  }

  #send(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-problem-banner': ProblemBanner;
  }
}
