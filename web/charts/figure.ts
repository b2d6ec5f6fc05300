/**
 * The frame of every chart: `<tandem-figure heading="…"><tandem-wait-ribbon></tandem-wait-ribbon></tandem-figure>`. Title, the finding
 * in a sentence, the same numbers as a table, and a menu with files. It knows no chart: it asks the one inside for words, table and plan.
 */
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { locale } from '../i18n/language.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import type { FigureContent } from './plot-element.ts';
import { csvOf, type ChartTable } from './chart-table.ts';
import { download, fileName, pngFile, svgFile, type Captioned } from './figure-files.ts';
import { figureStyles } from './figure-styles.ts';
import { palette } from './palette.ts';

/** A picture is at least this wide, whatever the screen. */
const PICTURE_WIDTH = 860;

@localized()
@customElement('tandem-figure')
export class TandemFigure extends LitElement {
  @property() heading = '';
  /** Instead of the chart's own finding. */
  @property() sentence = '';
  @property({ type: Boolean, attribute: 'show-table', reflect: true }) showTable = false;
  /** Single letters may be switched off (WCAG 2.1.4). */
  @property({ type: Boolean, attribute: 'no-letters' }) noLetters = false;

  @state() private isMenuOpen = false;
  @state() private isPrinting = false;
  @state() private told = '';

  static override styles = [controls, figureStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#beforePrint);
    window.addEventListener('afterprint', this.#afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#beforePrint);
    window.removeEventListener('afterprint', this.#afterPrint);
  }

  protected override render(): TemplateResult {
    const content = this.#content();
    const sentence = this.sentence === '' ? (content?.sentence ?? '') : this.sentence;
    const table = this.showTable || this.isPrinting ? (content?.table ?? null) : null;
    return html`
      <figure
        aria-labelledby="heading"
        aria-describedby="sentence"
        @keydown=${this.#onKey}
        @chart-changed=${this.#onChange}
      >
        <figcaption>
          <h2 id="heading">${this.heading}</h2>
          <p id="sentence">${unbroken(sentence)}</p>
          <div class="tools" @focusout=${this.#onFocusOut}>
            <button
              class="tool"
              type="button"
              aria-pressed=${this.showTable}
              @click=${() => (this.showTable = !this.showTable)}
            >
              ${msg('Table')}
            </button>
            <button
              class="tool"
              type="button"
              aria-label=${msg('Save or share this chart')}
              aria-expanded=${this.isMenuOpen}
              aria-controls="files"
              @click=${() => (this.isMenuOpen = !this.isMenuOpen)}
            >
              <tandem-icon name="more"></tandem-icon>
            </button>
            ${this.#menu()}
          </div>
        </figcaption>
        <slot @slotchange=${this.#onChange}></slot>
        ${table === null ? nothing : tableOf(table, this.heading)}
        <output class="heard" aria-live="polite">${this.told}</output>
      </figure>
    `;
  }

  #menu(): TemplateResult {
    const item = (name: string, act: () => void | Promise<void>): TemplateResult =>
      html`<li><button type="button" @click=${() => this.#chosen(act)}>${name}</button></li>`;
    return html`<ul class="files" id="files" ?hidden=${!this.isMenuOpen}>
      ${item(msg('Numbers as CSV'), () => this.#saveCsv())}
      ${item(msg('Image as PNG'), () => this.#savePng())} ${item(msg('Image as SVG'), () => this.#saveSvg())}
      ${item(msg('Copy link'), () => this.#copyLink())}
    </ul>`;
  }

  async #chosen(act: () => void | Promise<void>): Promise<void> {
    this.isMenuOpen = false;
    try {
      await act();
    } catch {
      this.told = msg('This browser did not allow it.');
    }
  }

  #content(): FigureContent | null {
    const found = [...this.children].find((each) => 'planFor' in each);
    return found === undefined ? null : (found as FigureContent);
  }

  #saveCsv(): void {
    const table = this.#content()?.table ?? null;
    if (table === null) return;
    // With a byte order mark, or a spreadsheet takes é for something else.
    const text = `\uFEFF${csvOf(table, locale())}`;
    download(new Blob([text], { type: 'text/csv;charset=utf-8' }), fileName(this.heading, 'csv'));
  }

  async #savePng(): Promise<void> {
    const figure = this.#captioned();
    if (figure !== null) download(await pngFile(figure), fileName(this.heading, 'png'));
  }

  #saveSvg(): void {
    const figure = this.#captioned();
    if (figure === null) return;
    download(new Blob([svgFile(figure)], { type: 'image/svg+xml' }), fileName(this.heading, 'svg'));
  }

  #captioned(): Captioned | null {
    const content = this.#content();
    const plan = content?.planFor(Math.max(PICTURE_WIDTH, content.clientWidth)) ?? null;
    if (content === null || plan === null) return null;
    const sentence = this.sentence === '' ? content.sentence : this.sentence;
    return { plan, heading: this.heading, sentence, palette: palette() };
  }

  /** The page knows its link and answers `copy-link`; without an answer the address is copied as it is. */
  async #copyLink(): Promise<void> {
    const event = new CustomEvent('copy-link', { bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(event)) return;
    await navigator.clipboard.writeText(window.location.href);
    this.told = msg('Link copied');
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.isMenuOpen) {
      event.stopPropagation();
      this.isMenuOpen = false;
      return;
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key.toLowerCase() !== 't' || !isPlain || this.noLetters || isField(event)) return;
    event.preventDefault();
    this.showTable = !this.showTable;
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    const inside = event.currentTarget as HTMLElement;
    if (event.relatedTarget instanceof Node && !inside.contains(event.relatedTarget)) this.isMenuOpen = false;
  };

  readonly #onChange = (): void => this.requestUpdate();

  /** Printed tables are open; they must be there before this event ends. */
  readonly #beforePrint = (): void => {
    this.isPrinting = true;
    this.performUpdate();
  };

  readonly #afterPrint = (): void => {
    this.isPrinting = false;
  };
}

/** "3 min 01 s" stays on one line. */
function unbroken(sentence: string): string {
  return sentence.replaceAll(/(\d|min) (?=(?:s|min|h|\d+)\b)/g, '$1\u00a0');
}

function isField(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches('input, select, textarea, [contenteditable="true"]');
}

function tableOf({ columns, rows }: ChartTable, name: string): TemplateResult {
  return html`<div class="table" tabindex="0" role="region" aria-label=${name}>
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head, ...cells]) =>
            html`<tr>
              <th scope="row">${head?.text}</th>
              ${cells.map(({ text }) => html`<td>${text}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-figure': TandemFigure;
  }
}
