/**
 * What came of a comparison: which sides meet the targets, a row for each measure with all sides on one strip, the wait over the day, and
 * what each side changes against the first, paired by day. Without a frame it shows the rows as blocks of their final size.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SERVICE_LEVELS } from '../../reports/frame.ts';
import type { FrameSide, ServiceLevelFormula } from '../../reports/frame.ts';
import type { MovedMeasure, VariantsFrame } from '../../workers/workbench/api.ts';
import { readSetting } from '../../workers/workbench/settings-list.ts';
import { copyLink } from '../app/copy-link.ts';
import '../charts/figure.ts';
import '../charts/interval-strip.ts';
import '../charts/line-compare.ts';
import { locale } from '../i18n/language.ts';
import { writerOf } from '../planner/measure-text.ts';
import type { Writer } from '../planner/measure-text.ts';
import { movedName } from '../planner/moved-words.ts';
import { estimateOf, headlineName, HEADLINES, MEASURED } from '../planner/tile-measures.ts';
import type { Headline } from '../planner/tile-measures.ts';
import { halfWidthOf, verdictOf } from '../planner/verdict.ts';
import type { Target } from '../planner/verdict.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import { controls } from '../styles/controls.ts';
import { settingName, settingValue, verdictMark } from '../sweep/sweep-words.ts';
import '../ui/icon.ts';
import { cheapestOf, costOf, verdictOfSide } from './compare-answer.ts';
import { resultStyles } from './compare-styles.ts';
import { changesOf } from './sides.ts';
import type { Side } from './sides.ts';
import { sideSymbol } from './side-symbol.ts';

/** The measures a planner asks for first; the others are in the report. */
const FIRST = /^(?:K-01[a-f]?|K-02|K-05|K-09|K-11|K-15|cost)$/;
const ROWS = 8;

@localized()
@customElement('tandem-compare-result')
export class CompareResult extends LitElement {
  static override styles = [controls, resultStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;
  @property({ attribute: false }) sides: readonly Side[] = [];
  @property({ attribute: false }) frame: VariantsFrame | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    watchStores(this, [this.bench.aim, this.bench.run]);
  }

  override render(): unknown {
    const { sides, frame } = this;
    const writer = writerOf(locale(), frame?.sides[0]?.currency ?? null);
    return html`
      ${frame === null ? nothing : this.#answer(frame.sides, writer)}
      <section class="table">
        <table>
          <caption class="heard">
            ${msg('Measures of the variants side by side, with their half-widths')}
          </caption>
          <thead>
            <tr>
              <td></td>
              <td class="strip"></td>
              ${sides.map(
                (side, at) =>
                  html`<th scope="col">
                    ${sideSymbol(at)} ${side.name}<small>${this.#changes(side, at)}</small>
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${HEADLINES.filter((headline) => this.#isTold(headline)).map((headline) => this.#row(headline, writer))}
          </tbody>
        </table>
      </section>
      ${frame === null ? nothing : [this.#day(frame), this.#differences(frame, writer)]}
    `;
  }

  // ---------------------------------------------------------------- the answer

  #answer(sides: readonly FrameSide[], writer: Writer): unknown {
    const verdicts = sides.map((side) =>
      verdictOfSide(side, this.#formula(side), this.bench.aim.value.abandonMost),
    );
    if (verdicts.every((verdict) => verdict === null)) return nothing;
    const best = cheapestOf(sides, verdicts);
    const nameOf = (at: number): string => this.sides[at]?.name ?? '';
    const missed = verdicts.flatMap((verdict, at) => (verdict === 'missed' ? [nameOf(at)] : []));
    const list = new Intl.ListFormat(locale());
    return html`<section class="answer">
      <h2>
        ${
          best === null
            ? msg('None of them surely meets the targets.')
            : this.#bestWords(nameOf(best), best, sides, writer)
        }
      </h2>
      ${missed.length === 0 ? nothing : html`<p>${msg(str`A target is missed by: ${list.format(missed)}.`)}</p>`}
    </section>`;
  }

  #bestWords(name: string, best: number, sides: readonly FrameSide[], writer: Writer): string {
    const [here, first] = [costOf(sides[best]!), costOf(sides[0]!)];
    if (here === null || first === null || best === 0 || Math.abs(here - first) < 0.5)
      return msg(str`${name} meets the targets.`);
    const amount = writer.value('money', Math.abs(here - first));
    return here < first
      ? msg(str`${name} meets the targets, for ${amount} a day less.`)
      : msg(str`${name} meets the targets, for ${amount} a day more.`);
  }

  // ---------------------------------------------------------------- the table

  /** What a side has changed of the first, in the words of the rail. */
  #changes(side: Side, at: number): string {
    const first = this.sides[0]!;
    if (side.note !== '') return side.note;
    if (at === 0) return msg('the others are compared with it');
    const changes = changesOf(side, first);
    if (changes === null) return msg('another text');
    if (changes.length === 0) return msg('the same settings');
    const thresholds = this.bench.run.value.opened?.thresholds ?? [];
    const words = changes.slice(0, 2).map((setting) => {
      const { path, value } = readSetting(setting) ?? { path: setting, value: '' };
      return `${settingName(thresholds, path)} ${settingValue(thresholds, path, value)}`;
    });
    return changes.length > 2
      ? msg(str`${words.join(', ')} and ${changes.length - 2} more`)
      : words.join(', ');
  }

  #isTold(headline: Headline): boolean {
    if (this.frame === null) return headline !== 'intervalsMet';
    return this.frame.sides.some(
      (side) => (estimateOf(side, headline, this.#formula(side))?.mean ?? null) !== null,
    );
  }

  #formula(side: FrameSide): ServiceLevelFormula {
    return SERVICE_LEVELS.find((each) => each === this.bench.aim.value.formula) ?? side.formula;
  }

  #row(headline: Headline, writer: Writer): unknown {
    const { unit, decimals, span } = MEASURED[headline];
    const sides = this.frame?.sides ?? null;
    const estimates = sides?.map((side) => estimateOf(side, headline, this.#formula(side))) ?? [];
    const target = this.#target(headline, sides?.[0] ?? null);
    const ends = estimates.flatMap((each) => [each?.mean, each?.low, each?.high]).concat(target?.value);
    const values = ends.filter((each) => typeof each === 'number');
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = Math.max(0.1 * (high - low), (span / 2 - (high - low)) / 2, 0);
    return html`<tr>
      <th scope="row">${headlineName(headline)}</th>
      <td class="strip">
        ${
          values.length === 0
            ? nothing
            : html`<tandem-interval-strip
                .variants=${estimates}
                .target=${target?.value ?? null}
                .good=${target === null ? null : target.good === 'above' ? 'up' : 'down'}
                .domain=${[low - room, high + room] as const}
              ></tandem-interval-strip>`
        }
      </td>
      ${this.sides.map((_, at) => {
        const estimate = estimates[at] ?? null;
        if (sides === null) return html`<td><i class="block"></i></td>`;
        if (estimate === null || estimate.mean === null) return html`<td>${writer.numbers.absent}</td>`;
        const half = halfWidthOf(estimate);
        const verdict = verdictOf(estimate, target);
        return html`<td class=${verdict === 'missed' ? 'missed' : ''}>
          <b>${writer.value(unit, estimate.mean, decimals)}</b>
          <small>${half === null || headline === 'cost' ? nothing : writer.halfWidth(unit, half)}</small>
          ${verdict === null ? nothing : html`<span class="mark">${verdictMark(verdict)}</span>`}
        </td>`;
      })}
    </tr>`;
  }

  #target(headline: Headline, side: FrameSide | null): Target | null {
    if (headline === 'abandonRate') return { value: this.bench.aim.value.abandonMost, good: 'below' };
    if (headline !== 'serviceLevel' || side === null || side.target === null) return null;
    return { value: side.target, good: 'above' };
  }

  // ---------------------------------------------------------------- the day and the differences

  #day({ sides }: VariantsFrame): unknown {
    return html`<section class="day">
      <tandem-figure
        heading=${msg('Wait over the day')}
        ?no-letters=${!this.bench.preferences.value.hasKeys}
        @copy-link=${this.#copyLink}
      >
        <tandem-line-compare
          .sides=${sides}
          .names=${this.sides.map(({ name }) => name)}
        ></tandem-line-compare>
      </tandem-figure>
    </section>`;
  }

  readonly #copyLink = (event: Event): void => {
    event.preventDefault();
    void copyLink(this.bench);
  };

  #differences({ moved }: VariantsFrame, writer: Writer): unknown {
    return html`<section class="differ">
      ${moved.map((rows, at) => {
        const side = this.sides[at + 1];
        return side === undefined ? nothing : this.#moved(side, at + 1, rows, writer);
      })}
    </section>`;
  }

  #moved(side: Side, at: number, rows: readonly MovedMeasure[], writer: Writer): unknown {
    const told = rows
      .filter(({ isWithinChance, isExact }) => isExact || !isWithinChance)
      .filter(({ id, queue, group }) => FIRST.test(id) && queue === null && group === null)
      .slice(0, ROWS);
    return html`<article>
      <h2>${sideSymbol(at)} ${msg(str`${side.name} against ${this.sides[0]!.name}`)}</h2>
      ${
        told.length === 0
          ? html`<p>${msg('Nothing moved beyond chance.')}</p>`
          : html`<ul>
              ${told.map((row) => this.#difference(row, writer))}
            </ul>`
      }
    </article>`;
  }

  #difference(row: MovedMeasure, writer: Writer): unknown {
    const { low, mean, high } = row.difference;
    const interval = (): string =>
      msg(str`${writer.difference(row.unit, low, false)} to ${writer.difference(row.unit, high, false)}`);
    return html`<li>
      <span>${movedName(row)}</span>
      <b>${writer.difference(row.unit, mean)}</b>
      <small>${row.isExact || low === null ? msg('exact') : interval()}</small>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-compare-result': CompareResult;
  }
}
