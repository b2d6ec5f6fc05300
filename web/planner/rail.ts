/**
 * The tuning rail: all thresholds of the scenario by section and owner, with a finder, undo, redo and the way back to the baseline. What
 * is turned goes into the work at once; nothing here waits for the engine. The rows themselves are threshold-row.ts.
 */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Threshold } from '../../engine/index.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { RailEdits } from './rail-edits.ts';
import type { ShownThreshold } from './rail-edits.ts';
import { railStyles } from './rail-styles.ts';
import { changedWords } from './run-words.ts';
import { found, groupsOf } from './threshold-groups.ts';
import type { ThresholdGroup } from './threshold-groups.ts';
import './threshold-row.ts';
import { helpSentence, loadHelp, sectionWord, thresholdLabel } from './threshold-words.ts';

@localized()
@customElement('tandem-rail')
export class Rail extends LitElement {
  static override styles = [controls, railStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;

  @state() private sought = '';
  @state() private isFinding = false;
  /** Whose help is open: the threshold that was touched last. */
  @state() private open: string | null = null;
  #isPressed = false;
  #edits: RailEdits | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#edits !== null) return;
    const { run, work, preferences } = this.bench;
    watchStores(this, [run, work, work.history, preferences]);
    this.#edits = new RailEdits(this.bench);
    this.#edits.listen(this);
    this.addEventListener('row-focus', this.#onRowFocus);
    this.addEventListener('pointerdown', () => (this.#isPressed = true));
  }

  override willUpdate(): void {
    void loadHelp().then((isNew) => isNew && this.requestUpdate());
  }

  override render(): unknown {
    const shown = this.#edits?.shown() ?? [];
    return html`
      ${this.#head(shown.length > 0)}
      <div class="scroll">
        ${
          shown.length === 0
            ? html`<p class="none">${msg('Thresholds appear with a scenario.')}</p>`
            : this.#groups(shown)
        }
      </div>
    `;
  }

  /** Opens the finder, with the focus in it. */
  async find(): Promise<void> {
    this.isFinding = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('.finder input')?.select();
  }

  /** Moves the focus to a threshold and shows it. */
  async show(path: string): Promise<void> {
    this.sought = '';
    await this.updateComplete;
    const row = [...this.renderRoot.querySelectorAll('tandem-threshold')].find(
      ({ threshold }) => threshold.path === path,
    );
    row?.scrollIntoView({ block: 'center' });
    row?.focus();
  }

  #head(hasThresholds: boolean): unknown {
    const { canUndo, canRedo } = this.bench.work.history.value;
    const changed = this.#edits?.changedCount() ?? 0;
    return html`<div class="head">
        <h2>${msg('Thresholds')}</h2>
        <span class="count">${hasThresholds && changed > 0 ? changedWords(changed) : ''}</span>
        ${this.#button('find', 'search', msg('Find a threshold'), '/', true, () => this.#toggleFinder())}
        ${this.#button('undo', 'undo', msg('Undo'), 'Ctrl Z', canUndo, () => this.bench.work.undo())}
        ${this.#button('redo', 'redo', msg('Redo'), 'Ctrl Shift Z', canRedo, () => this.bench.work.redo())}
        ${this.#button('reset', 'reset', msg('Reset to the baseline'), '', changed > 0, () =>
          this.#edits?.reset(),
        )}
      </div>
      ${this.isFinding ? this.#finder() : nothing}`;
  }

  #button(
    action: string,
    icon: 'search' | 'undo' | 'redo' | 'reset',
    label: string,
    keys: string,
    isEnabled: boolean,
    act: () => void,
  ): unknown {
    return html`<button
      class="button quiet small"
      data-action=${action}
      aria-label=${label}
      title=${keys === '' ? label : `${label} (${keys})`}
      aria-disabled=${isEnabled ? 'false' : 'true'}
      aria-expanded=${action === 'find' ? String(this.isFinding) : nothing}
      @click=${() => isEnabled && act()}
    >
      <tandem-icon name=${icon}></tandem-icon>
    </button>`;
  }

  #finder(): unknown {
    return html`<div class="finder">
      <span class="field">
        <tandem-icon name="search"></tandem-icon>
        <input
          type="search"
          aria-label=${msg('Find a threshold')}
          placeholder=${msg('Name, queue or rule')}
          .value=${this.sought}
          @input=${(event: Event) => (this.sought = (event.target as HTMLInputElement).value)}
          @keydown=${this.#onFinderKey}
        />
      </span>
    </div>`;
  }

  #groups(shown: readonly ShownThreshold[]): unknown {
    const byPath = new Map(shown.map((each) => [each.threshold.path, each]));
    const thresholds = found(
      shown.map(({ threshold }) => threshold),
      this.sought,
      wordsOf,
    );
    if (thresholds.length === 0)
      return html`<p class="none" role="status">${msg('No threshold has these words.')}</p>`;
    return repeat(
      groupsOf(thresholds),
      ({ section, owner }) => `${section} ${owner ?? ''}`,
      (group) =>
        html`<section aria-label=${headingOf(group)}>
          <h3>
            <span>${sectionWord(group.section)}${group.owner === null ? '' : html` · ${group.owner}`}</span>
            <small>${rulesOf(group)}</small>
          </h3>
          ${repeat(
            group.thresholds,
            ({ path }) => path,
            ({ path }) => row(byPath.get(path), path === this.open),
          )}
        </section>`,
    );
  }

  /** Not while a button is down: help that opens or closes would move what is being clicked. */
  readonly #onRowFocus = (event: Event): void => {
    const { detail } = event as CustomEvent<string>;
    const show = (): void => {
      this.#isPressed = false;
      this.open = detail;
    };
    if (this.#isPressed) addEventListener('pointerup', show, { once: true });
    else show();
  };

  #toggleFinder(): void {
    if (!this.isFinding) void this.find();
    else this.#closeFinder();
  }

  #closeFinder(): void {
    this.isFinding = false;
    this.sought = '';
  }

  readonly #onFinderKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.#closeFinder();
      this.renderRoot.querySelector<HTMLElement>('[data-action="find"]')?.focus();
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      this.renderRoot.querySelector('tandem-threshold')?.focus();
    }
  };
}

export function row(shown: ShownThreshold | undefined, isOpen = false): unknown {
  if (shown === undefined) return nothing;
  return html`<tandem-threshold
    .threshold=${shown.threshold}
    .value=${shown.value}
    .baseline=${shown.baseline}
    .problem=${shown.problem}
    .help=${isOpen ? helpSentence(shown.threshold) : ''}
    .open=${isOpen}
  ></tandem-threshold>`;
}

function headingOf({ section, owner }: ThresholdGroup): string {
  return owner === null ? sectionWord(section) : `${sectionWord(section)}, ${owner}`;
}

function wordsOf(threshold: Threshold): string {
  const { section, owner, key, path, rule } = threshold;
  return [
    sectionWord(section),
    owner,
    thresholdLabel(threshold),
    helpSentence(threshold),
    key,
    path,
    rule,
  ].join(' ');
}

/** "OV", "CB": the chapters of the rule book that the group is about. */
function rulesOf({ thresholds }: ThresholdGroup): string {
  const chapters = thresholds.flatMap(({ rule }) => rule?.split('-')[0] ?? []);
  return [...new Set(chapters)].join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-rail': Rail;
  }
}
