/**
 * The Sweep view: one or two thresholds over a range, the answer in a sentence, the map or the curves, and the setting chosen. Loading one
 * changes the work by those settings alone, as one step of undo. It simulates nothing itself.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Sweep } from '../../reports/sweep.ts';
import { withSetting } from '../../workers/workbench/settings-list.ts';
import '../charts/figure.ts';
import '../charts/sweep-curve.ts';
import '../charts/sweep-map.ts';
import { locale } from '../i18n/language.ts';
import { writerOf } from '../planner/measure-text.ts';
import { copyLink } from '../app/copy-link.ts';
import { thresholdLabel } from '../planner/threshold-words.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import { withVariant } from '../state/variants.ts';
import { controls } from '../styles/controls.ts';
import { answerOf, countsOf, settingsOf } from './sweep-answer.ts';
import type { Choice } from './sweep-choice.ts';
import './sweep-form.ts';
import './sweep-result.ts';
import { sweepStoreOf } from './sweep-store.ts';
import type { SweepStore } from './sweep-store.ts';
import { sweepStyles } from './sweep-styles.ts';
import { inWords, measureName, settingName, settingValue } from './sweep-words.ts';

@localized()
@customElement('tandem-sweep-view')
export class SweepViewElement extends LitElement {
  static override styles = [controls, sweepStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;
  /** Index of the point chosen; null: the answer. */
  @state() private chosen: number | null = null;
  #store!: SweepStore;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#store = sweepStoreOf(this.bench);
    watchStores(this, [this.bench.run, this.bench.work, this.#store]);
  }

  override render(): unknown {
    const { opened } = this.bench.run.value;
    if (opened === null)
      return html`<p class="empty">${msg('Open a scenario first: its thresholds are what is swept.')}</p>`;
    const { phase, answer, choice, failure } = this.#store.value;
    return html`
      <section class="ask" aria-label=${msg('What is swept')}>
        <tandem-sweep-form
          .thresholds=${opened.thresholds}
          .abandonMost=${this.bench.aim.value.abandonMost}
          .given=${choice}
          ?isComputing=${phase === 'computing'}
          @sweep-wanted=${(event: CustomEvent<Choice>) => this.#begin(event.detail)}
        ></tandem-sweep-form>
        ${this.#line()}
      </section>
      ${failure === null ? nothing : html`<p class="failure" role="alert">${this.#failure(failure)}</p>`}
      ${answer === null ? this.#nothingYet() : this.#answered(answer.sweep)}
    `;
  }

  #line(): unknown {
    const { phase, answer, choice } = this.#store.value;
    if (phase === 'idle' || choice === null) return nothing;
    const days = answer?.sweep.days.simulated ?? 0;
    const settings = answer?.sweep.points.length ?? 0;
    const isComputing = phase === 'computing';
    const words = isComputing
      ? msg(str`Sweeping: ${days} of ${choice.days} days`)
      : phase === 'stopped'
        ? msg(str`Stopped at ${days} days of ${settings} settings`)
        : msg(str`${settings} settings, ${days} days each`);
    return html`<p class="line" role="status">
        <span class="dot ${isComputing ? 'busy' : phase}"></span>${words}
        ${
          isComputing
            ? html`<button class="button small" data-action="stop" @click=${() => this.#store.stop()}>
                ${msg('Stop')}
              </button>`
            : nothing
        }
        ${this.#store.isOld ? html`<b>${msg('The scenario has changed since: sweep anew.')}</b>` : nothing}
      </p>
      <progress
        max=${choice.days}
        value=${isComputing ? days : choice.days}
        aria-label=${msg('Days simulated')}
      ></progress>`;
  }

  #nothingYet(): unknown {
    if (this.#store.value.phase === 'computing')
      return html`<div class="blocks" aria-hidden="true">
        ${Array.from({ length: 24 }, () => html`<i></i>`)}
      </div>`;
    return html`<p class="empty">
      ${msg(
        'Choose one or two thresholds. Every setting is simulated with the same callers, so that neighbours can be told apart; the cheapest one that meets the targets stands here, with how sure that is.',
      )}
    </p>`;
  }

  #answered(sweep: Sweep): unknown {
    const { opened } = this.bench.run.value;
    const thresholds = opened?.thresholds ?? [];
    const answer = answerOf(sweep);
    const at =
      this.chosen ??
      answer?.at ??
      Math.max(
        0,
        sweep.points.findIndex(({ isBase }) => isBase),
      );
    const exact = this.#store.value.answer?.exact ?? [];
    const isMap = sweep.settings.length === 2;
    const chosen = sweep.points[at]?.at ?? null;
    const shown = inWords(sweep, thresholds);
    const names = sweep.settings.map(({ path }) => settingName(thresholds, path));
    const measures = sweep.kpis.map(measureName);
    const hasLetters = this.bench.preferences.value.hasKeys;
    return html`<div
      class="result"
      @cell-chosen=${(event: CustomEvent<{ at: readonly number[] }>) => this.#choose(sweep, event.detail.at)}
    >
      <div class="main">
        <h2>${this.#sentence(sweep)}</h2>
        <p class="second">${this.#counts(sweep)}</p>
        ${
          isMap
            ? html`<tandem-figure
                heading=${msg('Every setting')}
                ?no-letters=${!hasLetters}
                @copy-link=${this.#copyLink}
              >
                <tandem-sweep-map
                  .sweep=${shown}
                  .chosen=${chosen}
                  .names=${names}
                  .measures=${measures}
                ></tandem-sweep-map>
              </tandem-figure>`
            : nothing
        }
        <div class="curves">
          ${this.#kpisShown(sweep).map(
            (kpi) =>
              html`<tandem-figure
                heading=${measures[kpi] ?? ''}
                ?no-letters=${!hasLetters}
                @copy-link=${this.#copyLink}
              >
                <tandem-sweep-curve
                  .sweep=${shown}
                  .kpi=${kpi}
                  .exact=${exact.find((each) => each.kpi === kpi) ?? null}
                  .chosen=${chosen}
                  .names=${names}
                  .measures=${measures}
                ></tandem-sweep-curve>
              </tandem-figure>`,
          )}
        </div>
      </div>
      <tandem-sweep-result
        .sweep=${sweep}
        .at=${at}
        .thresholds=${thresholds}
        .currency=${opened?.summary?.currency ?? 'EUR'}
        @load-wanted=${() => this.#load(sweep, at)}
        @variant-wanted=${() => this.#keep(sweep, at)}
      ></tandem-sweep-result>
    </div>`;
  }

  /** Of each target a curve, and of whatever theory tells. */
  #kpisShown({ targets }: Sweep): readonly number[] {
    const exact = this.#store.value.answer?.exact ?? [];
    return [...new Set([...targets.map(({ kpi }) => kpi), ...exact.map(({ kpi }) => kpi)])];
  }

  #sentence(sweep: Sweep): string {
    // After two days a lucky setting would seem the cheapest.
    if (this.#store.value.phase === 'computing')
      return msg('The answer stands here when all days are simulated.');
    const answer = answerOf(sweep);
    if (answer === null) {
      const { unsure } = countsOf(sweep);
      return unsure > 0
        ? msg('No setting surely meets the targets yet: more days would tell the close ones apart.')
        : msg('No setting of this sweep meets the targets.');
    }
    const point = sweep.points[answer.at]!;
    const { thresholds, summary } = this.bench.run.value.opened!;
    const writer = writerOf(locale(), summary?.currency ?? 'EUR');
    const parts = sweep.settings.map(
      ({ path, values }, which) =>
        `${settingName(thresholds, path)} ${settingValue(thresholds, path, values[point.at[which]!]!.text)}`,
    );
    const settings = new Intl.ListFormat(locale()).format(parts);
    // Of settings that cost the same none is cheapest: the one that changes least is taken.
    if (sweep.best?.by === 'nearest')
      return msg(str`Nearest to what runs now and meets the targets: ${settings}.`);
    return point.cost === null
      ? msg(str`The cheapest setting that meets the targets: ${settings}.`)
      : msg(
          str`The cheapest setting that meets the targets: ${settings}, at ${writer.value('money', point.cost)} a day.`,
        );
  }

  #counts(sweep: Sweep): string {
    const { met, missed, unsure } = countsOf(sweep);
    return msg(str`${met} settings meet the targets, ${missed} miss one, ${unsure} are too close to call.`);
  }

  #failure(failure: string): string {
    return msg(str`The sweep was not made. ${failure}`);
  }

  // ---------------------------------------------------------------- acts

  readonly #copyLink = (event: Event): void => {
    event.preventDefault();
    void copyLink(this.bench);
  };

  #begin(choice: Choice): void {
    this.chosen = null;
    void this.#store.begin(choice);
  }

  #choose({ points }: Sweep, at: readonly number[]): void {
    const found = points.findIndex((point) => point.at.every((value, which) => value === at[which]));
    if (found >= 0) this.chosen = found;
  }

  #load(sweep: Sweep, at: number): void {
    const settings = settingsOf(sweep, sweep.points[at]!);
    this.bench.work.edit((work) => {
      const set = settings.reduce<readonly string[]>(
        (before, each) => withSetting(before, each),
        work.now.set,
      );
      return { ...work, now: { ...work.now, set } };
    });
    this.bench.say(msg('The setting is loaded.'));
    location.hash = '#tune';
  }

  #keep(sweep: Sweep, at: number): void {
    const { scenario } = this.#store.value;
    if (scenario === null) return;
    const settings = settingsOf(sweep, sweep.points[at]!);
    const set = settings.reduce<readonly string[]>((before, each) => withSetting(before, each), scenario.set);
    const { thresholds } = this.bench.run.value.opened!;
    const name = sweep.settings
      .map(({ path, values }, which) => {
        const threshold = thresholds.find((each) => each.path === path);
        const value = settingValue(thresholds, path, values[sweep.points[at]!.at[which]!]!.text);
        return `${threshold === undefined ? path : thresholdLabel(threshold)} ${value}`;
      })
      .join(', ');
    this.bench.work.edit((work) => withVariant(work, name, '', { ...scenario, set }));
    this.bench.say(msg(str`"${name}" is now one of the variants.`));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-sweep-view': SweepViewElement;
  }
}
