/**
 * The day explorer: one simulated day as lanes, its waiting contacts, a contact's story, and the day played. It asks the worker for the
 * day and hands moments, windows and the chosen contact to the elements that show them; how a day is drawn, they know.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../ui/icon.ts';
import './day-board.ts';
import './day-contacts.ts';
import './day-find.ts';
import './day-lanes.ts';
import './day-legend.ts';
import './day-player.ts';
import './day-story.ts';
import './day-strip.ts';
import type { RuleText, ScenarioState } from '../../workers/workbench/api.ts';
import { language } from '../i18n/language.ts';
import { benchContext, type Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import { controls } from '../styles/controls.ts';
import { dayHead } from './day-head.ts';
import type { DayIndex } from './day-index.ts';
import { DayLook } from './day-look.ts';
import { DaySession, type DayApi } from './day-session.ts';
import { listenToDayKeys } from './day-keys.ts';
import { remembered, remember } from './day-memory.ts';
import { labelWidth } from './label-width.ts';
import { dayViewStyles } from './day-view-styles.ts';
import type { FindingName } from './day-words.ts';
import { SPOKEN_SPEED } from './playback.ts';
import { WIDTHS, type TimeWindow } from './time-window.ts';

@localized()
@customElement('tandem-day-view')
export class DayViewElement extends LitElement {
  static override styles = [controls, dayViewStyles];

  @consume({ context: benchContext, subscribe: true })
  @property({ attribute: false })
  bench: Bench | undefined = undefined;
  /** Without a bench above: whom to ask, and what of. */
  @property({ attribute: false }) api: DayApi | null = null;
  @property({ attribute: false }) scenario: ScenarioState | null = null;
  @property({ type: Number }) seed = 1;
  /** From 0. */
  @property({ type: Number }) day = remembered().day;

  @state() private chosen: number | null = null;
  @state() private finding: FindingName | null = null;
  readonly #look = new DayLook(this);
  readonly #session = new DaySession(this, (index) => this.#arrived(index));
  #watching: Bench | undefined;
  /** Room for the longest name of an agent, so that none is cut. */
  #labels = 96;
  #stopKeys: () => void = () => undefined;
  /** The worker itself cannot be handed on in a template: it has every property, also that of a directive. */
  readonly #ruleOf = async (id: string): Promise<RuleText | null> => (await this.api?.rule(id)) ?? null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopKeys = listenToDayKeys({
      isOn: () => this.bench?.preferences.value.hasKeys ?? true,
      toggle: () => this.#look.toggle(),
      step: (by) => this.#look.step(by),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopKeys();
  }

  override willUpdate(_changed: PropertyValues<this>): void {
    if (this.bench !== undefined) this.#takeFrom(this.bench);
    if (this.api === null || this.scenario === null) return;
    this.#session.ask(this.api, { scenario: this.scenario, seed: this.seed, day: this.day });
    this.#session.tell(this.chosen, language());
  }

  #takeFrom(bench: Bench): void {
    if (this.#watching !== bench) {
      this.#watching = bench;
      watchStores(this, [bench.work, bench.run, bench.client]);
    }
    const work = bench.work.value;
    const { opened } = bench.run.value;
    this.api = bench.client.value?.api ?? null;
    if (work === null || (work.seed === null && opened?.summary === undefined)) return;
    this.scenario = work.now;
    this.seed = work.seed ?? opened?.summary?.seed ?? 1;
  }

  // ------------------------------------------------------------------ what is wanted

  /** A new day: the contact that was remembered for it, else none. */
  #arrived(index: DayIndex): void {
    const before = remembered();
    const isSame = before.day === index.view.day && before.contact !== null;
    this.#labels = labelWidth(index.agents);
    this.style.setProperty('--labels', `${this.#labels}px`);
    this.chosen = isSame && index.placeOf(before.contact) >= 0 ? before.contact : null;
    this.finding = null;
    this.#look.begin(index);
    if (this.chosen !== null) this.#look.bringIn(this.chosen);
  }

  /** What is clicked on is seen already; what is found is brought in. */
  #choose(contact: number, isBroughtIn: boolean): void {
    const { index } = this.#session;
    if (index === null || index.placeOf(contact) < 0) return;
    this.chosen = contact;
    remember({ day: this.day, contact });
    if (isBroughtIn) this.#look.bringIn(contact);
  }

  #toDay(day: number): void {
    const { index } = this.#session;
    const most = index !== null ? index.view.days : Infinity;
    this.day = Math.max(0, Math.min(most - 1, Number.isInteger(day) ? day : this.day));
    if (this.day !== remembered().day) remember({ day: this.day, contact: null });
  }

  // ------------------------------------------------------------------ what is shown

  override render(): unknown {
    const { index, failure } = this.#session;
    return html`
      ${dayHead({ index, day: this.day, isFailed: failure !== null, toDay: (day) => this.#toDay(day) })}
      ${failure === null ? nothing : this.#banner(index !== null, failure)}
      <div class="body">
        ${index === null ? nothing : this.#player(index)}
        <section class="lanes" aria-label=${msg('Agents over time')}>
          ${index === null ? (failure === null ? this.#loading() : nothing) : this.#drawn(index)}
        </section>
        <aside class="side" ?hidden=${index === null && failure !== null} aria-label=${msg('Find and story')}>
          <tandem-day-find
            .index=${index}
            .chosen=${this.chosen}
            .finding=${this.finding}
            @finding-chosen=${(event: CustomEvent<FindingName>) => (this.finding = event.detail)}
            @contact-chosen=${(event: CustomEvent<number>) => this.#choose(event.detail, true)}
          ></tandem-day-find>
          <tandem-day-story
            .view=${index?.view ?? null}
            .chosen=${this.chosen}
            .story=${this.#session.story}
            .ask=${this.#ruleOf}
            .isFollowing=${this.#look.played.isPlaying}
            .cursor=${this.#look.isBoardOpen ? this.#look.boardMoment : this.#look.cursor}
            @moment-chosen=${(event: CustomEvent<number>) => this.#look.lookAt(event.detail)}
          ></tandem-day-story>
        </aside>
      </div>
    `;
  }

  #banner(hasDay: boolean, failure: string): unknown {
    const isWrong = (this.bench?.run.value.errors.length ?? 0) > 0;
    return html`<div class="banner" role="alert">
      <tandem-icon name="warning"></tandem-icon>
      <span>
        ${
          isWrong
            ? hasDay
              ? msg('The scenario has errors and was not used. You see the last good day.')
              : msg('The scenario has errors, so no day can be drawn.')
            : msg(str`This day could not be drawn: ${failure}`)
        }
      </span>
      ${isWrong ? html`<a href="#scenario">${msg('Mend it in the scenario')}</a>` : nothing}
    </div>`;
  }

  #loading(): unknown {
    return html`
      <p class="wait" role="status">${msg('Simulating the day')}</p>
      <tandem-day-legend></tandem-day-legend>
      <div class="blocks" aria-hidden="true">${Array.from({ length: 24 }, () => html`<div></div>`)}</div>
    `;
  }

  #freshness(): string {
    return this.#session.isLoading || this.#session.failure !== null ? 'stale' : '';
  }

  /** Above the lanes, and on a narrow screen above all: whoever plays a day sees the board without scrolling. */
  #player(index: DayIndex): unknown {
    const look = this.#look;
    const { isPlaying, speed } = look.played;
    return html`<section class="play" aria-label=${msg('Play the day')}>
      <div class="tools">
        <tandem-day-player
          ?playing=${isPlaying}
          ?open=${look.isBoardOpen}
          .speed=${speed}
          @toggle-wanted=${() => look.toggle()}
          @step-wanted=${(event: CustomEvent<1 | -1>) => look.step(event.detail)}
          @speed-wanted=${(event: CustomEvent<number>) => look.speedUp(event.detail)}
          @board-closed=${() => look.closeBoard()}
        ></tandem-day-player>
        <span class="end">${this.#widths(index.view.end)}</span>
      </div>
      ${
        look.isBoardOpen
          ? html`<tandem-day-board
              class=${this.#freshness()}
              .index=${index}
              .cursor=${look.boardMoment}
              .chosen=${this.chosen}
              ?spoken=${!isPlaying || speed <= SPOKEN_SPEED}
            ></tandem-day-board>`
          : nothing
      }
    </section>`;
  }

  #drawn(index: DayIndex): unknown {
    const { view } = index;
    const { isLoading } = this.#session;
    const look = this.#look;
    return html`
      <div class=${this.#freshness()} aria-busy=${isLoading}>
        <tandem-day-legend></tandem-day-legend>
        <tandem-day-strip
          .index=${index}
          .window=${this.#look.window}
          .cursor=${this.#look.cursor}
          @window-moved=${(event: CustomEvent<TimeWindow>) => look.show(event.detail)}
        ></tandem-day-strip>
        <tandem-day-lanes
          .index=${index}
          .window=${this.#look.window}
          .chosen=${this.chosen}
          .labels=${this.#labels}
          .cursor=${this.#look.cursor}
          ?playing=${this.#look.isBoardOpen}
          @contact-chosen=${(event: CustomEvent<number>) => this.#choose(event.detail, false)}
          @moment-chosen=${(event: CustomEvent<number>) => this.#look.lookAt(event.detail)}
          @moment-wanted=${(event: CustomEvent<number>) => look.follow(event.detail)}
        ></tandem-day-lanes>
        <tandem-day-contacts
          .view=${view}
          .chosen=${this.chosen}
          @contact-chosen=${(event: CustomEvent<number>) => this.#choose(event.detail, true)}
        ></tandem-day-contacts>
      </div>
    `;
  }

  #widths(end: number): unknown {
    const choices = [
      [WIDTHS.half, msg('30 min')],
      [WIDTHS.long, msg('90 min')],
      [end, msg('Whole day')],
    ] as const;
    const shown = this.#look.window.to - this.#look.window.from;
    return html`<span class="segments" role="group" aria-label=${msg('Part of the day that is shown')}>
      ${choices.map(
        ([width, name]) =>
          html`<button
            aria-pressed=${Math.abs(shown - Math.min(width, end)) < 1}
            @click=${() => this.#look.widen(width)}
          >
            ${name}
          </button>`,
      )}
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-view': DayViewElement;
  }
}
