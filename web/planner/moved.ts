/**
 * What moved: the differences against the baseline, paired by day, the surest first, each with its interval and a strip around zero;
 * below, a sentence to paste. It computes no difference: the frame has them.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { MovedMeasure } from '../../workers/workbench/api.ts';
import '../charts/interval-strip.ts';
import { locale } from '../i18n/language.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import type { RunView } from '../state/run-store.ts';
import { isSameScenario } from '../state/work.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import type { MeasureUnit, Writer } from './measure-text.ts';
import { writerOf } from './measure-text.ts';
import { movedRows } from './moved-rows.ts';
import type { MovedRows } from './moved-rows.ts';
import { mailSentence, mailText, movedName, NO_CHANGES } from './moved-words.ts';
import type { ToldChanges } from './moved-words.ts';
import { movedStyles } from './moved-styles.ts';
import { Paced } from './paced.ts';
import { SteadyDomain } from './steady-domain.ts';
import type { Domain } from './steady-domain.ts';

/** At least so far from zero to each side: a tenth of a point is not to look like much. */
const SPANS: Readonly<Record<MeasureUnit, number>> = { share: 0.05, s: 10, number: 10, money: 100 };

@localized()
@customElement('tandem-moved')
export class Moved extends LitElement {
  static override styles = [controls, movedStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;

  /** What differs from the baseline in the run that is shown, in words. */
  @property({ attribute: false }) changes: ToldChanges = NO_CHANGES;
  @state() private isLong = false;

  #view: Paced<RunView> | null = null;
  readonly #domains = new Map<string, SteadyDomain>();

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#view !== null) return;
    const { run } = this.bench;
    const view = new Paced(
      this,
      run.value,
      250,
      (now, shown) => now.isStale !== shown.isStale || now.phase !== shown.phase,
    );
    this.#view = view;
    view.follow(run);
  }

  override render(): unknown {
    const { frame, isStale } = this.#view?.value ?? this.bench.run.value;
    const writer = writerOf(locale(), frame?.now.currency ?? null);
    const rows = movedRows(frame?.moved ?? [], frame?.now.queue ?? null, writer);
    const isEmpty = rows.first.length + rows.rest.length === 0;
    return html`
      <section class=${isStale ? 'stale' : ''} aria-labelledby="heading">
        <header>
          <h2 id="heading">${msg('What moved')}</h2>
          <p>${isEmpty ? '' : msg('same simulated callers on both sides')}</p>
          ${
            isEmpty
              ? nothing
              : html`<button class="button quiet small" @click=${() => void this.#copy()}>
                  <tandem-icon name="copy"></tandem-icon>${msg('Copy as text')}
                </button>`
          }
        </header>
        ${isEmpty ? this.#nothing() : this.#table(rows, writer)}
      </section>
    `;
  }

  /** Before anything was changed, and when what was changed moved nothing that is told. */
  #nothing(): unknown {
    const work = this.bench.work.value;
    const { phase, frame, errors } = this.bench.run.value;
    // A change that was not used has moved nothing.
    const isAsBaseline = work === null || errors.length > 0 || isSameScenario(work.now, work.baseline);
    const words = isAsBaseline
      ? msg('Move a threshold: what it changes stands here.')
      : phase === 'refining' || frame === null || frame.baseline === null
        ? msg('Too few days yet to tell a difference.')
        : msg('Nothing moved beyond chance.');
    return html`<p class="nothing">${words}</p>`;
  }

  #table({ first, rest }: MovedRows, writer: Writer): unknown {
    const { frame } = this.#view?.value ?? this.bench.run.value;
    const shown = this.isLong ? [...first, ...rest] : first;
    const sentence = frame === null ? null : mailSentence(frame, this.changes);
    return html`
      <table>
        <colgroup>
          <col class="name-column" />
          <col class="number-column" />
          <col class="interval-column" />
          <col />
        </colgroup>
        <thead class="heard">
          <tr>
            <th scope="col">${msg('Measure')}</th>
            <th scope="col">${msg('Difference')}</th>
            <th scope="col">${msg('95% interval')}</th>
            <th scope="col">${msg('Drawn')}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(shown, idOf, (row) => this.#row(row, writer))}
        </tbody>
      </table>
      ${sentence === null ? nothing : html`<p class="mail">${sentence}</p>`}
      ${
        rest.length > 0
          ? html`<button class="button quiet small more" @click=${() => (this.isLong = !this.isLong)}>
              ${this.isLong ? msg('Fewer') : msg(str`${rest.length} more`)}
            </button>`
          : nothing
      }
    `;
  }

  #row(row: MovedMeasure, writer: Writer): unknown {
    const { difference, unit, isWithinChance, isExact } = row;
    return html`<tr class=${isWithinChance ? 'quiet' : ''}>
      <th scope="row" title=${`${row.id} ${row.stat}`}>${movedName(row)}</th>
      <td class="number">${writer.difference(unit, difference.mean)}</td>
      <td class="interval">
        ${isExact ? msg('exact') : isWithinChance ? msg('within chance') : intervalText(row, writer)}
      </td>
      <td class="drawn">
        <tandem-interval-strip
          .estimate=${difference}
          .target=${0}
          .domain=${this.#domainOf(row)}
        ></tandem-interval-strip>
      </td>
    </tr>`;
  }

  /** The same for both signs, so that the zero lines stand below each other. */
  #domainOf(row: MovedMeasure): Domain {
    const id = idOf(row);
    let domain = this.#domains.get(id);
    if (domain === undefined) this.#domains.set(id, (domain = new SteadyDomain()));
    const { mean, low, high } = row.difference;
    const most = Math.max(...[mean, low, high].map((value) => Math.abs(value ?? 0)));
    return domain.holding({ values: [-most, most], span: 2 * SPANS[row.unit] });
  }

  async #copy(): Promise<void> {
    const { frame } = this.bench.run.value;
    if (frame === null) return;
    try {
      await navigator.clipboard.writeText(mailText(frame, this.changes));
      this.bench.say(msg('Copied: paste it into a mail.'));
    } catch {
      this.bench.say(msg('The browser did not let the text be copied.'));
    }
  }
}

function idOf({ id, stat, queue, group }: MovedMeasure): string {
  return [id, stat, queue ?? '', group ?? ''].join('\n');
}

function intervalText({ unit, difference }: MovedMeasure, writer: Writer): string {
  const { low, high } = difference;
  if (low === null || high === null) return '–';
  const ends = writer.interval(unit, low, high);
  return msg(str`${ends.low} to ${ends.high}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-moved': Moved;
  }
}
