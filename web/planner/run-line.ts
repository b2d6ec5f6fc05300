/**
 * The run line: what is computed and how precise it is, the aim, time left, stop and go on; at the right the queue that is looked at and
 * the baseline. Live words are few: the state when it changes, the number when it is final.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import { isSameScenario, pinAsBaseline } from '../state/work.ts';
import type { Aim } from '../state/work.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { HALF_WIDTHS } from './aim-sheet.ts';
import './popover.ts';
import { runLineStyles } from './run-line-styles.ts';
import { aimWords, leftWords, precisionWords, restartWords, stateWords } from './run-words.ts';

@localized()
@customElement('tandem-run-line')
export class RunLine extends LitElement {
  static override styles = [controls, runLineStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;

  override connectedCallback(): void {
    super.connectedCallback();
    const { run, aim, work } = this.bench;
    watchStores(this, [run, aim, work]);
  }

  override render(): unknown {
    const view = this.bench.run.value;
    const { phase, frame, isStale } = view;
    const isComputing = phase === 'refining' || phase === 'loading' || isStale;
    const dot = phase === 'failed' ? 'bad' : isComputing ? 'live' : phase === 'stopped' ? 'stopped' : 'done';
    const share = frame === null || isStale ? 0 : Math.min(1, frame.days / Math.max(1, frame.asked));
    return html`
      <span class="dot ${dot}" aria-hidden="true"></span>
      <span class="what">${stateWords(view)}</span>
      ${
        frame === null
          ? nothing
          : html`<span class="precision">${precisionWords(frame.halfWidth)}</span>${this.#aim()}`
      }
      ${isComputing && !isStale ? html`<span class="left">${leftWords(frame?.secondsLeft ?? null)}</span>` : nothing}
      ${this.#button(isComputing)}
      <span class="end">${this.#queues()}${this.#baseline()}</span>
      <span class="progress" aria-hidden="true"
        ><i .style=${`width: ${100 * this.#progress(share)}%`}></i
      ></span>
      <span class="heard" role="status">${this.#spoken(isComputing)}</span>
      ${
        frame !== null && frame.restarts > 0
          ? html`<span class="restarted" role="status">${restartWords(frame.restarts)}</span>`
          : nothing
      }
    `;
  }

  /** A run that is over before all days were needed stands at its end, one that was stopped where it was. */
  #progress(share: number): number {
    return this.bench.run.value.phase === 'enough' ? 1 : share;
  }

  /** Not each frame: what began, and what came out. */
  #spoken(isComputing: boolean): string {
    const view = this.bench.run.value;
    if (view.frame === null || isComputing) return isComputing ? msg('Computing') : stateWords(view);
    return `${stateWords(view)}, ${precisionWords(view.frame.halfWidth)}`;
  }

  #aim(): unknown {
    const aim = this.bench.aim.value;
    const { opened } = this.bench.run.value;
    return html`<tandem-popover class="aim" label=${msg(str`Aim: ${aimWords(aim)}`)}>
      <span slot="label">${aimWords(aim)}</span>
      <tandem-aim-sheet
        .aim=${aim}
        .seed=${this.bench.work.value?.seed ?? null}
        .standardSeed=${opened?.summary?.seed ?? 1}
        @aim-change=${(event: CustomEvent<Partial<Aim>>) => this.#setAim(event.detail)}
        @seed-change=${(event: CustomEvent<number | null>) => this.#setSeed(event.detail)}
      ></tandem-aim-sheet>
    </tandem-popover>`;
  }

  #button(isComputing: boolean): unknown {
    const { run } = this.bench;
    const { phase, frame } = run.value;
    if (isComputing)
      return html`<button
        class="button small"
        data-action="stop"
        title=${msg('Stop (Esc)')}
        @click=${() => run.stop()}
      >
        <tandem-icon name="stop"></tandem-icon>${msg('Stop')}
      </button>`;
    if (phase === 'stopped' && run.value.errors.length === 0)
      return html`<button
        class="button small"
        data-action="resume"
        title=${msg('Go on (Esc)')}
        @click=${() => run.resume()}
      >
        ${msg('Refine further')}
      </button>`;
    if (phase === 'failed')
      return html`<button class="button small" data-action="resume" @click=${() => run.resume()}>
        ${msg('Try again')}
      </button>`;
    if (frame === null || phase === 'empty') return nothing;
    return html`<button class="button small" data-action="resume" @click=${() => this.#raise()}>
      ${msg('Refine further')}
    </button>`;
  }

  #queues(): unknown {
    const queues = this.bench.run.value.opened?.summary?.queues ?? [];
    if (queues.length < 2) return nothing;
    const { queue } = this.bench.aim.value;
    return html`<span class="field queues">
      <select
        aria-label=${msg('Queue that is shown')}
        @change=${(event: Event) => this.#setAim({ queue: (event.target as HTMLSelectElement).value || null })}
      >
        <option value="" ?selected=${queue === null}>${msg('All queues')}</option>
        ${queues.map((each) => html`<option value=${each} ?selected=${each === queue}>${each}</option>`)}
      </select>
    </span>`;
  }

  #baseline(): unknown {
    const work = this.bench.work.value;
    if (work === null) return nothing;
    const isPinned = isSameScenario(work.now, work.baseline);
    return html`<span class="key"><i class="ring" aria-hidden="true"></i>${msg('Baseline')}</span>
      <button
        class="button small"
        data-action="pin"
        title=${isPinned ? msg('What runs now is the baseline') : msg('Pin this as baseline (B)')}
        aria-disabled=${isPinned ? 'true' : 'false'}
        @click=${() => isPinned || this.#pin()}
      >
        <tandem-icon name="pin"></tandem-icon><span class="wide">${msg('Pin this as baseline')}</span
        ><span class="narrow">${msg('Pin')}</span>
      </button>`;
  }

  #pin(): void {
    this.bench.work.edit(pinAsBaseline);
    this.bench.say(msg('Pinned. Changes are told against this from now on.'));
  }

  /** The next finer aim; after the finest, all days, and after those twice as many. */
  #raise(): void {
    const aim = this.bench.aim.value;
    const { phase, frame } = this.bench.run.value;
    const finer = HALF_WIDTHS.find((each) => each < (aim.halfWidth ?? 0)) ?? null;
    const isOutOfDays = phase === 'allDays' || aim.halfWidth === null;
    if (isOutOfDays) this.#setAim({ days: 2 * Math.max(aim.days, frame?.asked ?? 0) });
    else this.#setAim({ halfWidth: finer });
  }

  #setAim(change: Partial<Aim>): void {
    this.bench.aim.set({ ...this.bench.aim.value, ...change });
  }

  #setSeed(seed: number | null): void {
    this.bench.work.edit((work) => (work.seed === seed ? work : { ...work, seed }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-run-line': RunLine;
  }
}
