/**
 * The view of Tune: thresholds at the left, what they do at the right, together on one screen. It arranges the parts, opens the dock on narrow
 * screens, and holds what all of them share for a moment: whether ghosts are hidden. The parts take the stores by themselves.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import { language, locale } from '../i18n/language.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import { controls } from '../styles/controls.ts';
import './charts.ts';
import './dock.ts';
import './empty-state.ts';
import { NO_CHANGES, toldChanges } from './moved-words.ts';
import type { ToldChanges } from './moved-words.ts';
import './problem-banner.ts';
import { RailEdits } from './rail-edits.ts';
import type { ShownThreshold } from './rail-edits.ts';
import './rail.ts';
import './run-line.ts';
import { problemWords, toldFix } from './threshold-told.ts';
import { thresholdLabel } from './threshold-words.ts';
import './tiles.ts';
import { tuneViewStyles } from './tune-view-styles.ts';

declare const __TANDEM_VERSION__: string;

const NARROW = '(max-width: 760px)';

@localized()
@customElement('tandem-tune-view')
export class TuneView extends LitElement {
  static override styles = [controls, tuneViewStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;

  /** While G is held. */
  @state() private hideGhost = false;
  /** Kept: another object of the same query has other listeners. */
  readonly #narrow = matchMedia(NARROW);
  @state() private isNarrow = this.#narrow.matches;
  @state() private isPrinting = false;
  #edits: RailEdits | null = null;
  #told: { readonly of: readonly unknown[]; readonly changes: ToldChanges } = { of: [], changes: NO_CHANGES };
  readonly #size = new ResizeObserver(() => {
    const above = Math.round(this.getBoundingClientRect().top + scrollY);
    this.style.setProperty('--above', `${above}px`);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
    this.#size.observe(this);
    addEventListener('keyup', this.#onKeyUp);
    addEventListener('blur', this.#showGhost);
    addEventListener('beforeprint', this.#beforePrint);
    addEventListener('afterprint', this.#afterPrint);
    this.#narrow.addEventListener('change', this.#onWidth);
    if (this.#edits !== null) return;
    const { run, work, begun } = this.bench;
    watchStores(this, [run, work, begun]);
    this.#edits = new RailEdits(this.bench);
    this.#edits.listen(this);
    this.addEventListener('try-again', () => this.#tryAgain());
    this.addEventListener('find-wanted', () => void this.#find());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
    removeEventListener('keydown', this.#onKey);
    removeEventListener('keyup', this.#onKeyUp);
    removeEventListener('blur', this.#showGhost);
    removeEventListener('beforeprint', this.#beforePrint);
    removeEventListener('afterprint', this.#afterPrint);
    this.#narrow.removeEventListener('change', this.#onWidth);
  }

  override render(): unknown {
    const { opened, phase, frame, errors } = this.bench.run.value;
    // A text that cannot be read at all has neither thresholds nor results: what is wrong with it is said, and the ways in stay.
    const hasNothing = (this.bench.begun.value && this.bench.work.value === null) || errors.length > 0;
    const isEmpty = hasNothing && phase === 'empty' && opened === null && frame === null;
    return html`<div class="work ${this.isNarrow ? 'narrow' : ''}">
      ${this.isNarrow ? nothing : html`<aside aria-label=${msg('Thresholds')}><tandem-rail></tandem-rail></aside>`}
      <div class="effect">
        <h1 class="heard">${opened?.summary?.name ?? msg('Tune')}</h1>
        ${isEmpty ? html`${this.#banner()}<tandem-empty-state></tandem-empty-state>` : this.#effects()}
      </div>
      ${this.isNarrow && !isEmpty ? html`<tandem-dock></tandem-dock>` : nothing}
    </div>`;
  }

  #effects(): unknown {
    const { frame } = this.bench.run.value;
    return html`
      ${this.isPrinting ? this.#printed() : nothing}
      <div class="top">
        <tandem-run-line></tandem-run-line>
        ${this.#banner()} ${this.isNarrow ? nothing : this.#tiles('all')}
      </div>
      ${this.isNarrow ? html`<div class="heroes">${this.#tiles('heroes')}</div>` : nothing}
      <tandem-charts
        .changes=${this.#changes()}
        ?hide-ghost=${this.hideGhost}
        ?narrow=${this.isNarrow}
      ></tandem-charts>
      <p class="foot">
        <span>${msg('Intervals: 95%, over simulated days, paired where two settings are compared')}</span>
        ${frame === null ? nothing : html`<span>${msg(str`Seed ${this.#seed()}`)}</span>`}
        <span>${msg(str`Tandem ${__TANDEM_VERSION__}`)}</span>
        <span>${msg('Link and command line give the same numbers')}</span>
      </p>
    `;
  }

  #tiles(part: 'all' | 'heroes'): unknown {
    return html`<tandem-tiles tile-part=${part} ?hide-ghost=${this.hideGhost}></tandem-tiles>`;
  }

  #banner(): unknown {
    const { phase, failure, frame, errors } = this.bench.run.value;
    if (errors.length === 0 && phase !== 'failed') return nothing;
    return html`<tandem-problem-banner
      .errors=${this.#edits?.problems() ?? []}
      .wordsOf=${(problem: PlacedProblem) => this.#problemWords(problem)}
      .failure=${phase === 'failed' ? (failure ?? '') : null}
      .fixWords=${(problem: PlacedProblem) => this.#fixWords(problem)}
      ?has-result=${frame !== null}
      ?can-undo=${this.bench.work.history.value.canUndo}
    ></tandem-problem-banner>`;
  }

  /** On paper, where there is no rail: what was changed. */
  #printed(): unknown {
    const changes = this.#changes();
    return html`<div class="printed">
      <p>
        <b>${this.bench.run.value.opened?.summary?.name ?? ''}</b> ·
        ${new Date().toLocaleDateString(locale())}
      </p>
      ${changes.told.map(({ label, now, was }) => html`<p>${msg(str`${label}: ${now}, was ${was}`)}</p>`)}
    </div>`;
  }

  /** Of the run that is shown, not of what has been turned since. The same object for the same run: who shows it is not drawn for nothing. */
  #changes(): ToldChanges {
    const { frame, opened } = this.bench.run.value;
    const of = [frame?.run, opened, language()];
    if (frame === null || opened === null) return NO_CHANGES;
    if (of.some((each, at) => each !== this.#told.of[at]))
      this.#told = { of, changes: toldChanges(frame.settings, opened.thresholds) };
    return this.#told.changes;
  }

  /** With the name of the threshold it is about. */
  #problemWords(problem: PlacedProblem): string {
    const about = this.#about(problem);
    if (about === undefined) return problem.sentence;
    const words = problemWords(about.threshold, about.value, problem);
    return msg(str`“${thresholdLabel(about.threshold)}”: ${words}`);
  }

  #fixWords(problem: PlacedProblem): string {
    const about = this.#about(problem);
    if (problem.fix === null) return '';
    return about === undefined ? msg('Mend it') : msg(str`Set to ${toldFix(about.threshold, problem.fix)}`);
  }

  #about({ sentence }: PlacedProblem): ShownThreshold | undefined {
    return this.#edits?.shown().find(({ problem }) => problem?.sentence === sentence);
  }

  #seed(): number {
    return this.bench.work.value?.seed ?? this.bench.run.value.opened?.summary?.seed ?? 1;
  }

  #tryAgain(): void {
    if (this.bench.run.value.failure === 'worker') location.reload();
    else this.bench.run.resume();
  }

  async #find(): Promise<void> {
    const rail = this.isNarrow
      ? await this.renderRoot.querySelector('tandem-dock')?.open()
      : this.renderRoot.querySelector('tandem-rail');
    await rail?.find();
  }

  /** It must be there before this event ends: a page that is printed has no next update. */
  readonly #beforePrint = (): void => {
    this.isPrinting = true;
    this.performUpdate();
  };

  readonly #afterPrint = (): void => {
    this.isPrinting = false;
  };

  readonly #onWidth = (event: MediaQueryListEvent): void => {
    this.isNarrow = event.matches;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    const isTyped =
      target instanceof HTMLElement && target.matches('input:not([type=range]), textarea, select');
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key.toLowerCase() === 'g' && isPlain && !isTyped && this.bench.preferences.value.hasKeys)
      this.hideGhost = true;
  };

  readonly #onKeyUp = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() === 'g') this.#showGhost();
  };

  readonly #showGhost = (): void => {
    this.hideGhost = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-tune-view': TuneView;
  }
}
