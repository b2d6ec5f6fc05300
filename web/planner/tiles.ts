/**
 * The headline: service level by the formula chosen and abandonment as heroes, the other measures beside them, each against the pinned
 * baseline. At most four times a second, for a number that changes faster cannot be read. What a tile looks like is tile.ts.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { SERVICE_LEVELS } from '../../reports/frame.ts';
import type { FrameSide, ServiceLevelFormula } from '../../reports/frame.ts';
import type { Frame } from '../../workers/workbench/api.ts';
import { locale } from '../i18n/language.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import type { RunView } from '../state/run-store.ts';
import { controls } from '../styles/controls.ts';
import { writerOf } from './measure-text.ts';
import type { Writer } from './measure-text.ts';
import { Paced } from './paced.ts';
import './popover.ts';
import { SteadyDomain } from './steady-domain.ts';
import { readField } from './threshold-text.ts';
import './tile.ts';
import type { TileContent } from './tile.ts';
import {
  absentWords,
  estimateOf,
  formulaName,
  headlineName,
  headlineNote,
  HEADLINES,
  MEASURED,
  movedOf,
  serviceTargetWords,
  targetWords,
} from './tile-measures.ts';
import type { Headline } from './tile-measures.ts';
import { tilesStyles } from './tiles-styles.ts';
import { changeOf } from './verdict.ts';
import type { Target } from './verdict.ts';

/** Four a second. */
const PACE = 250;

@localized()
@customElement('tandem-tiles')
export class Tiles extends LitElement {
  static override styles = [controls, tilesStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;

  /** The two heroes, the others, or all: narrow screens have them apart. */
  @property({ attribute: 'tile-part' }) tilePart: 'all' | 'heroes' | 'rest' = 'all';
  @property({ type: Boolean, attribute: 'hide-ghost' }) hideGhost = false;

  #view: Paced<RunView> | null = null;
  readonly #domains = new Map<Headline, SteadyDomain>();
  #scenario = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#view !== null) return;
    const { run, aim } = this.bench;
    const view = new Paced(this, run.value, PACE, isUrgent);
    this.#view = view;
    watchStores(this, [aim]);
    view.follow(run);
  }

  override render(): unknown {
    const { frame, isStale } = this.#view?.value ?? this.bench.run.value;
    const shown = HEADLINES.filter(
      (_, at) => this.tilePart === 'all' || at < 2 === (this.tilePart === 'heroes'),
    );
    this.#forgetDomains(frame);
    const writer = writerOf(locale(), frame?.now.currency ?? null);
    return html`<section
      class="tiles ${this.tilePart} ${isStale ? 'stale' : ''}"
      aria-label=${this.tilePart === 'rest' ? nothing : msg('Headline')}
    >
      ${repeat(
        shown,
        (headline) => headline,
        (headline) => this.#tile(headline, frame, writer),
      )}
    </section>`;
  }

  #tile(headline: Headline, frame: Frame | null, writer: Writer): unknown {
    return html`<tandem-tile
      .content=${this.#content(headline, frame, writer)}
      .writer=${writer}
      ?loading=${frame === null}
      >${headline === 'serviceLevel' ? this.#formulas(frame) : nothing}${
        headline === 'abandonRate' ? this.#limit(writer) : nothing
      }</tandem-tile
    >`;
  }

  #content(headline: Headline, frame: Frame | null, writer: Writer): TileContent {
    const { unit, decimals, span } = MEASURED[headline];
    const formula = this.#formula(frame?.now);
    const now = frame === null ? null : estimateOf(frame.now, headline, formula);
    const ghost = this.hideGhost ? null : (frame?.baseline ?? null);
    const baseline = ghost === null ? null : estimateOf(ghost, headline, formula);
    const target = targetOf(headline, frame?.now ?? null, this.bench.aim.value.abandonMost);
    const change =
      frame === null || ghost === null ? null : changeOf(now, baseline, movedOf(frame, headline, formula));
    return {
      measure: headline,
      name: headlineName(headline),
      note: headlineNote(headline),
      absent: absentWords(headline),
      unit,
      decimals,
      isHero: headline === 'serviceLevel' || headline === 'abandonRate',
      now,
      baseline,
      change,
      target,
      targetText: targetText(headline, target, frame?.now ?? null, writer),
      domain: this.#domainOf(headline).holding({
        values: [now, baseline]
          .flatMap((each) => [each?.mean, each?.low, each?.high])
          .concat(target?.value)
          .filter((value) => typeof value === 'number'),
        span,
        least: 0,
        ...(unit === 'share' ? { most: 1 } : {}),
      }),
      isExact: headline === 'cost',
    };
  }

  #formula(side: FrameSide | undefined): ServiceLevelFormula {
    const chosen = SERVICE_LEVELS.find((each) => each === this.bench.aim.value.formula);
    return chosen ?? side?.formula ?? 'a';
  }

  /** K-01a to f with what each counts: which one is shown is the planner's choice, and said. */
  #formulas(frame: Frame | null): unknown {
    const shown = this.#formula(frame?.now);
    const own = frame?.now.formula ?? null;
    return html`<tandem-popover
      slot="name"
      label=${msg(str`Service level by formula K-01${shown}: choose another`)}
    >
      <span slot="label">${headlineName('serviceLevel')}</span>
      <fieldset class="formulas">
        <legend>${msg('Who counts in the service level')}</legend>
        ${SERVICE_LEVELS.map(
          (each) =>
            html`<label>
              <input
                type="radio"
                name="formula"
                value=${each}
                .checked=${live(each === shown)}
                @change=${() => this.#choose(each === own ? null : each)}
              />
              <span
                ><b>K-01${each}</b>
                ${formulaName(each)}${each === own ? html` <em>${msg('as the scenario says')}</em>` : nothing}</span
              >
            </label>`,
        )}
      </fieldset>
    </tandem-popover>`;
  }

  #choose(formula: ServiceLevelFormula | null): void {
    this.bench.aim.set({ ...this.bench.aim.value, formula });
  }

  #limit(writer: Writer): unknown {
    const percent = percentOf(this.bench.aim.value.abandonMost, writer);
    return html`<tandem-popover slot="target" align="end" label=${msg(str`Your target: under ${percent}`)}>
      <span slot="label">${msg(str`under ${percent}`)}</span>
      <div class="limit">
        <label for="limit">${msg('Abandonment at most, in percent')}</label>
        <span class="field"
          ><input
            id="limit"
            inputmode="decimal"
            .value=${live(writer.numbers.plain(100 * this.bench.aim.value.abandonMost, 1))}
            @change=${this.#onLimit}
          />%</span
        >
        <p>${msg('Your own target: a link carries it. Scenarios have none for abandonment.')}</p>
      </div>
    </tandem-popover>`;
  }

  readonly #onLimit = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    const { value } = readField(SHARE_FIELD, field.value);
    const { aim } = this.bench;
    if (typeof value === 'number' && value > 0 && value < 1) aim.set({ ...aim.value, abandonMost: value });
    else this.requestUpdate();
  };

  /** Another scenario or queue has axes of its own; a drag keeps them. */
  #forgetDomains(frame: Frame | null): void {
    const scenario = `${frame?.now.scenario ?? ''}\n${frame?.now.queue ?? ''}`;
    if (scenario === this.#scenario) return;
    this.#scenario = scenario;
    this.#domains.clear();
  }

  #domainOf(headline: Headline): SteadyDomain {
    let domain = this.#domains.get(headline);
    if (domain === undefined) this.#domains.set(headline, (domain = new SteadyDomain()));
    return domain;
  }
}

/** What `readField` must know to read a share. */
const SHARE_FIELD = { kind: 'share', high: 1, choices: [] } as const;

/** Numbers may wait a quarter of a second, another state may not. */
function isUrgent(now: RunView, shown: RunView): boolean {
  return (
    now.isStale !== shown.isStale ||
    now.phase !== shown.phase ||
    now.frame?.run !== shown.frame?.run ||
    (now.frame === null) !== (shown.frame === null)
  );
}

function targetOf(headline: Headline, side: FrameSide | null, abandonMost: number): Target | null {
  if (headline === 'abandonRate') return { value: abandonMost, good: 'below' };
  if (headline !== 'serviceLevel' || side === null || side.target === null) return null;
  return { value: side.target, good: 'above' };
}

function targetText(
  headline: Headline,
  target: Target | null,
  side: FrameSide | null,
  writer: Writer,
): string {
  if (target === null || side === null) return '';
  const percent = percentOf(target.value, writer);
  return headline === 'serviceLevel' ? serviceTargetWords(side, percent) : targetWords(target, percent);
}

function percentOf(share: number, { numbers }: Writer): string {
  const isWhole = Math.abs(100 * share - Math.round(100 * share)) < 1e-9;
  return numbers.percent(share, isWhole ? 0 : 1);
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-tiles': Tiles;
  }
}
