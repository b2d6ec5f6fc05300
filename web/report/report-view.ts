/**
 * The report of the days simulated so far, as `tandem run --html` writes it: to read, to print, to hand on as HTML, CSV or JSON, with the
 * command that runs the same. It says what it rests on, and when the run has gone on since. It computes nothing.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Report } from '../../reports/schema.ts';
import { language, locale } from '../i18n/language.ts';
import { fileName, saveFile } from '../scenario/drop.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import './report-frame.ts';
import type { Chapter } from './report-frame.ts';
import { reportStyles } from './report-styles.ts';

const FORMATS = { html: 'text/html', csv: 'text/csv', json: 'application/json' } as const;
type Format = keyof typeof FORMATS;

/** What is on the screen. */
interface Shown {
  readonly page: string;
  readonly report: Report;
  readonly run: number;
  /** Of the newest frame when the report was made. */
  readonly days: number;
  readonly language: string;
}

@localized()
@customElement('tandem-report-view')
export class ReportView extends LitElement {
  static override styles = [controls, reportStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;
  @state() private shown: Shown | null = null;
  @state() private failure: string | null = null;
  @state() private chapters: readonly Chapter[] = [];
  @query('tandem-report-frame') private frame!: HTMLElementTagNameMap['tandem-report-frame'] | null;
  #isFetching = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.bench === undefined) return;
    watchStores(this, [this.bench.run, this.bench.work]);
    addEventListener('keydown', this.#printKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#printKey);
  }

  /** The browser would print the frame as one picture; the report prints itself page by page. */
  readonly #printKey = (event: KeyboardEvent): void => {
    const isPrint = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 'p';
    if (!isPrint || this.frame === null) return;
    event.preventDefault();
    this.frame.print();
  };

  /** A first report comes by itself, and so does that of a run that is over; while it refines the reader says when. */
  override updated(): void {
    const run = this.bench?.run.value;
    if (run === undefined || run.frame === null || run.isStale || this.#isFetching) return;
    const { shown } = this;
    const isOther = shown === null || shown.run !== run.frame.run || shown.language !== language();
    const isOver = !this.bench.run.isComputing && shown !== null && shown.days !== run.frame.days;
    if ((isOther || isOver) && this.failure === null) void this.#fetch();
  }

  override render(): unknown {
    const run = this.bench?.run.value;
    if (run === undefined) return nothing;
    if (this.shown === null) return this.#waiting();
    const { report, page } = this.shown;
    return html`
      <div class="bar">
        <h1>${msg('Report')}</h1>
        <p class="rests">${restsOn(report)}</p>
        <button class="button primary" data-action="print" @click=${() => this.frame?.print()}>
          <tandem-icon name="print"></tandem-icon>${msg('Print')}
        </button>
        ${this.#download('html', 'HTML')} ${this.#download('csv', 'CSV')} ${this.#download('json', 'JSON')}
      </div>
      ${this.#state()}
      <details class="command">
        <summary><tandem-icon name="right"></tandem-icon>${msg('The same on the command line')}</summary>
        <div class="line">
          <code tabindex="0">${report.command}</code>
          <button class="button small" @click=${() => void this.#copy(report.command)}>
            <tandem-icon name="copy"></tandem-icon>${msg('Copy')}
          </button>
        </div>
        <p class="hint">
          ${msg('Save the scenario as scenario.yaml first (view Scenario, Save): the numbers are the same to the last digit.')}
        </p>
      </details>
      ${
        this.chapters.length > 1
          ? html`<nav class="chapters" aria-label=${msg('Contents')}>
              ${this.chapters.map(
                ({ id, title }) =>
                  html`<button class="button quiet small" @click=${() => this.frame?.show(id)}>
                    ${title}
                  </button>`,
              )}
            </nav>`
          : nothing
      }
      <tandem-report-frame
        .page=${page}
        .label=${msg('Report')}
        @page-shown=${(event: CustomEvent<readonly Chapter[]>) => (this.chapters = event.detail)}
      ></tandem-report-frame>
    `;
  }

  #waiting(): unknown {
    const { phase } = this.bench.run.value;
    const hasWork = this.bench.work.value !== null;
    return html`<div class="none">
      <h1>${msg('Report')}</h1>
      ${
        this.failure !== null
          ? html`<p role="alert">${this.failure}</p>
              <button class="button" @click=${() => void this.#fetch()}>${msg('Try again')}</button>`
          : !hasWork
            ? html`<p>${msg('Nothing has been simulated yet: open a scenario first.')}</p>
                <a class="button" href="#tune">${msg('To the library')}</a>`
            : phase === 'failed' || phase === 'empty' || phase === 'stopped'
              ? html`<p>${msg('Nothing has been simulated yet.')}</p>
                  <button class="button" @click=${() => this.bench.run.resume()}>${msg('Simulate')}</button>`
              : html`<p>${msg('Simulating the first days.')}</p>`
      }
    </div>`;
  }

  /** Whether what is on the screen is the newest there is. */
  #state(): unknown {
    const { isStale, frame, phase, errors } = this.bench.run.value;
    const { shown } = this;
    if (shown === null) return nothing;
    if (this.failure !== null) return html`<p class="told wrong" role="alert">${this.failure}</p>`;
    if (errors.length > 0)
      return html`<p class="told">
        ${msg('The scenario has errors: this is the report of the last good one.')}
      </p>`;
    if (isStale)
      return html`<p class="told" role="status">
        ${msg('Out of date: the settings have changed, computing again.')}
      </p>`;
    const days = frame?.days ?? shown.days;
    if (phase === 'refining' && days > shown.days)
      return html`<p class="told" role="status">
        ${msg(str`Made of ${shown.report.days.simulated} days; ${days} are simulated by now.`)}
        <button class="button small" data-action="refresh" @click=${() => void this.#fetch()}>
          <tandem-icon name="reset"></tandem-icon>${msg('Refresh')}
        </button>
      </p>`;
    return nothing;
  }

  #download(format: Format, words: string): unknown {
    return html`<button
      class="button"
      data-action="download-${format}"
      aria-label=${msg(str`Download ${words}`)}
      @click=${() => void this.#save(format)}
    >
      <tandem-icon name="save"></tandem-icon>${words}
    </button>`;
  }

  async #fetch(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    const spoken = language();
    const { frame } = this.bench.run.value;
    try {
      const { api } = this.bench.client;
      const [report, page] = await Promise.all([api.report(), api.exportReport('html', spoken)]);
      if (report !== null && page !== null && frame !== null) {
        this.shown = { page, report, run: frame.run, days: frame.days, language: spoken };
        this.failure = null;
      }
    } catch {
      this.failure = msg('The report could not be made: the worker does not answer.');
    } finally {
      this.#isFetching = false;
    }
  }

  async #save(format: Format): Promise<void> {
    const { shown } = this;
    if (shown === null) return;
    // The page on the screen is the one that is saved.
    const text = format === 'html' ? shown.page : await this.#exported(format);
    if (text !== null) saveFile(fileName(shown.report.scenario, format), text, FORMATS[format]);
  }

  async #exported(format: Format): Promise<string | null> {
    try {
      return await this.bench.client.api.exportReport(format, language());
    } catch {
      this.failure = msg('The report could not be made: the worker does not answer.');
      return null;
    }
  }

  async #copy(command: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(command);
      this.bench.say(msg('Copied.'));
    } catch {
      this.bench.say(msg('The browser does not let this page copy: select the line and copy it.'));
    }
  }
}

function restsOn(report: Report): string {
  const days = new Intl.NumberFormat(locale()).format(report.days.simulated);
  const count = report.days.simulated === 1 ? msg('One simulated day') : msg(str`${days} simulated days`);
  return `${count} · ${msg(str`seed ${report.seed}`)} · Tandem ${report.tandem}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-report-view': ReportView;
  }
}
