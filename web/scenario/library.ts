/**
 * The library: the scenarios that come with Tandem as cards with a picture and a line each, and the two other ways in, a file and an empty
 * bench. Choosing one opens it and says so with `scenario-chosen`. It refuses to know what a scenario means.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { language } from '../i18n/language.ts';
import { frenchLibrary } from '../i18n/fr-library.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { libraryEntries, loadLibrary } from '../state/library.ts';
import type { LibraryEntry } from '../state/library.ts';
import { workOn } from '../state/work.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { chooseFile } from './drop.ts';
import { drawingOf, PICTURE } from './library-drawing.ts';
import { libraryStyles } from './library-styles.ts';
import type { Glance } from './library-picture.ts';

const glances = import.meta.glob<Glance>('../../scenarios/library/*.yaml', {
  query: '?glance',
  import: 'default',
  eager: true,
});

/** The help desk is what the guide and the first five minutes are about. */
const FIRST = 'helpdesk';

/** The least that runs: a queue, a group, calls. */
export const EMPTY_SCENARIO = `name: New scenario

days: { from: 08:00, to: 18:00, interval: 30m, count: 100 }

queues:
  support:
    serviceLevel: { share: 80%, within: 20s }

agents:
  team: { queues: [support], count: 8 }

demand:
  support:
    arrivals: { perHour: 100 }
    talk: { exponential: { mean: 4m } }
    patience: { exponential: { mean: 3m } }
`;

@localized()
@customElement('tandem-library')
export class Library extends LitElement {
  static override styles = [controls, libraryStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;
  @state() private loading: string | null = null;
  @state() private failed: string | null = null;

  override render(): unknown {
    const entries = [...libraryEntries()].sort((a, b) => Number(b.name === FIRST) - Number(a.name === FIRST));
    return html`
      <div class="others">
        <button class="button" data-action="open-file" @click=${this.#file}>
          <tandem-icon name="open"></tandem-icon>${msg('Open a file')}
        </button>
        <button class="button" data-action="new" @click=${() => this.#open(EMPTY_SCENARIO)}>
          <tandem-icon name="plus"></tandem-icon>${msg('New scenario')}
        </button>
        <span class="hint">${msg('A .yaml or .json file can also be dropped anywhere on the page.')}</span>
      </div>
      <ul class="cards" aria-label=${msg('Library')}>
        ${entries.map((entry) => html`<li>${this.#card(entry)}</li>`)}
      </ul>
      <p class="legend">
        <span><i class="key calls"></i>${msg('calls over the day')}</span>
        <span><i class="key staff"></i>${msg('people on duty')}</span>
        <span><i class="key queue"></i>${msg('queue')}</span>
        <span><i class="key move"></i>${msg('overflow')}</span>
        <span><i class="key callback"></i>${msg('callback')}</span>
      </p>
      ${this.failed === null ? null : html`<p class="failed" role="alert">${this.failed}</p>`}
    `;
  }

  #card(entry: LibraryEntry): unknown {
    const { title, line } = wordsOf(entry);
    const glance = glanceFor(entry.name);
    return html`<button
      class="card"
      data-name=${entry.name}
      aria-busy=${this.loading === entry.name ? 'true' : 'false'}
      @click=${() => void this.#load(entry)}
    >
      <svg viewBox="0 0 ${PICTURE.width} ${PICTURE.height}" aria-hidden="true">
        ${glance === undefined ? null : drawingOf(glance)}
      </svg>
      <span class="title">${title}</span>
      <span class="line">${line}</span>
    </button>`;
  }

  async #load(entry: LibraryEntry): Promise<void> {
    this.loading = entry.name;
    this.failed = null;
    try {
      this.#open(await loadLibrary(entry.name));
    } catch {
      this.failed = msg(str`“${wordsOf(entry).title}” could not be fetched: is the network there?`);
    } finally {
      this.loading = null;
    }
  }

  #file(): void {
    chooseFile(
      (text) => this.#open(text),
      (sentence) => (this.failed = sentence),
    );
  }

  #open(text: string): void {
    this.bench.work.open(workOn(text));
    this.dispatchEvent(new CustomEvent('scenario-chosen', { bubbles: true, composed: true }));
  }
}

function wordsOf(entry: LibraryEntry): { readonly title: string; readonly line: string } {
  return (language() === 'fr' ? frenchLibrary[entry.name] : undefined) ?? entry;
}

function glanceFor(name: string): Glance | undefined {
  return Object.entries(glances).find(([path]) => path.endsWith(`/${name}.yaml`))?.[1];
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-library': Library;
  }
}
