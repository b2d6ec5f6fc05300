/**
 * One setting of a sweep in words: its values and cost, each target with its interval, how sure it is, and what a step away would do. The
 * page's sentence stands above. It sends `load-wanted`, `variant-wanted` and `cell-chosen`, and changes nothing.
 */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Sweep, SweepPoint } from '../../reports/sweep.ts';
import type { Threshold } from '../../engine/index.ts';
import '../charts/interval-strip.ts';
import { locale } from '../i18n/language.ts';
import { writerOf } from '../planner/measure-text.ts';
import type { Writer } from '../planner/measure-text.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { answerOf, neighboursOf, sureOf } from './sweep-answer.ts';
import { costText, measureName, settingName, settingValue, verdictMark } from './sweep-words.ts';

@localized()
@customElement('tandem-sweep-result')
export class SweepResult extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: var(--s5);
      }
      h3 {
        margin-bottom: var(--s2);
        font-size: var(--t-head);
        font-weight: var(--w-strong);
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--s1) var(--s3);
      }
      dt {
        color: var(--ink-2);
      }
      dd {
        font-weight: var(--w-strong);
        text-align: right;
      }
      .target {
        margin-top: var(--s3);
        padding-top: var(--s3);
        border-top: var(--hair) solid var(--line);
      }
      .target p {
        display: flex;
        align-items: baseline;
        gap: var(--s2);
        margin-bottom: var(--s1);
      }
      .target b {
        font-size: 20px;
        font-weight: var(--w-medium);
      }
      .mark {
        margin-left: auto;
      }
      .missed {
        color: var(--alarm);
      }
      .sure {
        margin: var(--s4) 0;
        color: var(--ink-2);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        margin-bottom: var(--s5);
      }
      @media print {
        .acts {
          display: none;
        }
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th {
        padding: 0;
        font-weight: var(--w-regular);
        text-align: left;
      }
      td {
        padding-left: var(--s2);
        text-align: right;
        white-space: nowrap;
      }
      tr {
        border-top: var(--hair) solid var(--line);
      }
      th button {
        min-height: 32px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--ink);
        text-align: left;
        text-decoration: underline dotted var(--line-strong);
        text-underline-offset: 3px;
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) sweep!: Sweep;
  /** Index of the point shown. */
  @property({ type: Number }) at = 0;
  @property({ attribute: false }) thresholds: readonly Threshold[] = [];
  @property() currency = 'EUR';

  override render(): unknown {
    const { sweep } = this;
    const point = sweep.points[this.at];
    if (point === undefined) return nothing;
    const writer = writerOf(locale(), this.currency);
    const isAnswer = answerOf(sweep)?.at === this.at;
    return html`
      <h3>${isAnswer ? answerHeading(sweep) : msg('The setting chosen')}</h3>
      <dl>
        ${sweep.settings.map(
          (setting, which) =>
            html`<dt>${settingName(this.thresholds, setting.path)}</dt>
              <dd>
                ${settingValue(this.thresholds, setting.path, setting.values[point.at[which]!]!.text)}
              </dd>`,
        )}
        <dt>${point.cost === null ? msg('Agent hours planned') : msg('Staffing cost')}</dt>
        <dd>${costText(point, sweep, writer)}</dd>
      </dl>
      ${sweep.targets.map((_, target) => this.#target(point, target, writer))}
      <p class="sure">${this.#sure(point)}</p>
      <div class="acts">
        <button class="button primary" data-action="load" @click=${() => this.#send('load-wanted')}>
          ${msg('Load this setting')}
        </button>
        <button class="button" data-action="variant" @click=${() => this.#send('variant-wanted')}>
          ${msg('Add to compare')}
        </button>
      </div>
      ${this.#neighbours(writer)}
    `;
  }

  #target(point: SweepPoint, which: number, writer: Writer): unknown {
    const { kpi, atLeast, atMost } = this.sweep.targets[which]!;
    const asked = this.sweep.kpis[kpi]!;
    const estimate = point.estimates[kpi]!;
    const unit = asked.unit;
    const half = estimate.low === null || estimate.high === null ? null : (estimate.high - estimate.low) / 2;
    const { verdict } = point.targets[which]!;
    const target = atLeast ?? atMost;
    return html`<div class="target">
      <p>
        <b class=${verdict === 'missed' ? 'missed' : ''}>${writer.value(unit, estimate.mean)}</b>
        <span>${half === null ? nothing : writer.halfWidth(unit, half)} ${measureName(asked)}</span>
        <span class="mark ${verdict}">${verdictMark(verdict)}</span>
      </p>
      <tandem-interval-strip
        .estimate=${estimate}
        .baseline=${this.sweep.base.estimates[kpi]?.mean ?? null}
        .target=${target}
        .good=${atLeast === null ? 'down' : 'up'}
        .domain=${domainOf(this.sweep, kpi, target)}
      ></tandem-interval-strip>
    </div>`;
  }

  #sure(point: SweepPoint): string {
    const { days } = this.sweep;
    const sure = sureOf(point);
    if (point.verdict !== 'met' || sure === null)
      return msg(str`${days.simulated} simulated days per setting. More days would narrow the intervals.`);
    const percent = new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 });
    // Of 99.99 % it is not said 100 %.
    const share = percent.format(Math.floor(Math.min(sure, 0.999) * 1000) / 1000);
    return msg(
      str`How sure: at least ${share} that the targets hold, from ${days.simulated} simulated days per setting. Load it and refine to be surer.`,
    );
  }

  #neighbours(writer: Writer): unknown {
    const { sweep } = this;
    const neighbours = neighboursOf(sweep, this.at);
    const [first] = sweep.targets;
    if (neighbours.length === 0 || first === undefined) return nothing;
    const here = sweep.points[this.at]!;
    const { kpi } = first;
    const { unit } = sweep.kpis[kpi]!;
    return html`<h3>${msg('One step away')}</h3>
      <table>
        <tbody>
          ${neighbours.map(({ setting, at }) => {
            const point = sweep.points[at]!;
            const { path, values } = sweep.settings[setting]!;
            const value = settingValue(this.thresholds, path, values[point.at[setting]!]!.text);
            const moved = (point.estimates[kpi]!.mean ?? 0) - (here.estimates[kpi]!.mean ?? 0);
            return html`<tr>
              <th scope="row">
                <button @click=${() => this.#choose(point)}>
                  ${settingName(this.thresholds, path)}: ${value}
                </button>
              </th>
              <td>${writer.difference(unit, moved)}</td>
              <td>${costChange(here, point, writer)}</td>
              <td class=${point.verdict ?? ''}>${verdictMark(point.verdict ?? 'noValue')}</td>
            </tr>`;
          })}
        </tbody>
      </table>`;
  }

  #choose({ at }: SweepPoint): void {
    this.dispatchEvent(new CustomEvent('cell-chosen', { detail: { at }, bubbles: true, composed: true }));
  }

  #send(name: 'load-wanted' | 'variant-wanted'): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
  }
}

function answerHeading({ best }: Sweep): string {
  return best?.by === 'nearest'
    ? msg('Nearest setting that meets the targets')
    : msg('Cheapest setting that meets the targets');
}

function costChange(here: SweepPoint, there: SweepPoint, writer: Writer): string {
  const isMoney = here.cost !== null && there.cost !== null;
  const difference = isMoney ? there.cost! - here.cost! : there.agentHours - here.agentHours;
  if (Math.abs(difference) < 1e-9) return msg('same cost');
  return isMoney ? writer.difference('money', difference) : `${writer.difference('number', difference)} h`;
}

/** The same for all settings, so that strips can be held against each other. */
function domainOf({ points, base }: Sweep, kpi: number, target: number | null): readonly [number, number] {
  const ends = [...points.map(({ estimates }) => estimates[kpi]!), base.estimates[kpi]!].flatMap(
    ({ mean, low, high }) => [low ?? mean, high ?? mean],
  );
  const values = [...ends, target].filter((each) => each !== null);
  return [Math.min(...values), Math.max(...values)];
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-sweep-result': SweepResult;
  }
}
