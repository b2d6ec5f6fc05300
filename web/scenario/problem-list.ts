/** What is wrong with a scenario, in sentences: each leads to its place, and is mended by a button where there is one way to mend it. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';

@localized()
@customElement('tandem-problem-list')
export class ProblemList extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      li {
        display: grid;
        grid-template-columns: 20px minmax(0, 1fr) auto;
        gap: var(--s2);
        align-items: start;
        padding: 6px var(--s4);
        border-top: var(--hair) solid var(--line);
      }
      li.error {
        box-shadow: inset 3px 0 0 var(--alarm);
      }
      .error tandem-icon {
        color: var(--alarm);
      }
      .place {
        color: var(--ink-3);
        font-size: var(--t-small);
      }
      .go {
        min-height: 24px;
        padding: 0;
        border: 0;
        background: none;
        text-align: start;
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      .go:hover {
        text-decoration: underline;
      }
    `,
  ];

  @property({ attribute: false }) problems: readonly PlacedProblem[] = [];

  override render(): unknown {
    if (this.problems.length === 0) return nothing;
    return html`<ul aria-label=${msg('Problems')}>
      ${this.problems.map((problem) => this.#row(problem))}
    </ul>`;
  }

  #row(problem: PlacedProblem): unknown {
    const { severity, sentence } = problem;
    const fix = fixWords(problem);
    return html`<li class=${severity}>
      <tandem-icon name=${severity === 'error' ? 'warning' : 'question'}></tandem-icon>
      <div>
        <span class="heard">${severity === 'error' ? msg('Error:') : msg('Note:')}</span>
        <button class="go" @click=${() => this.#tell('place-wanted', problem)}>${sentence}</button>
        <div class="place">${placeWords(problem)}</div>
      </div>
      ${
        fix === null
          ? nothing
          : html`<button
              class="button small"
              title=${problem.fix ?? fix}
              @click=${() => this.#tell('fix-wanted', problem)}
            >
              ${msg(str`Fix: ${fix}`)}
            </button>`
      }
    </li>`;
  }

  #tell(name: 'place-wanted' | 'fix-wanted', problem: PlacedProblem): void {
    this.dispatchEvent(new CustomEvent<PlacedProblem>(name, { detail: problem }));
  }
}

function placeWords({ line, column, path, set }: PlacedProblem): string {
  const where = line > 0 ? msg(str`line ${line}, column ${column}`) : (set ?? '');
  return [where, path].filter((part) => part !== '').join(' · ');
}

/** "queues.support.ringTimeout=18s" -> "ringTimeout=18s": the place is said beside it. Null: nobody knows what would mend it. */
function fixWords({ fix, rename }: PlacedProblem): string | null {
  if (fix === null) return rename;
  const equals = fix.indexOf('=');
  const path = fix.slice(0, equals);
  return path.slice(path.lastIndexOf('.') + 1) + fix.slice(equals);
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-problem-list': ProblemList;
  }
}
