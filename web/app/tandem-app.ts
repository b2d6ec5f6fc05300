/**
 * The shell: the bar, the view the address names, what is said politely, and the keyboard map. It hands the stores down by context and
 * carries the state of the run as attributes, so that a test or a style can see it. It knows no chart and no threshold.
 */
import { provide } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { acceptDrops } from '../scenario/drop.ts';
import { controls } from '../styles/controls.ts';
import { viewWord } from './view-words.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import type { View } from '../state/route.ts';
import { watchStores } from '../state/store.ts';
import { workOn } from '../state/work.ts';
import '../planner/tune-view.ts';
import './app-bar.ts';
import './keys-dialog.ts';
import './open-dialog.ts';
import { listenToKeys } from './keys.ts';
import { loadView, viewElement } from './views.ts';

/** How long a sentence is to be seen. */
const SAID_MILLIS = 6000;

@localized()
@customElement('tandem-app')
export class TandemApp extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-height: 100vh;
      }
      :host([data-dropping]) {
        outline: 3px dashed var(--now);
        outline-offset: -3px;
      }
      main {
        display: block;
      }
      main:focus-visible {
        box-shadow: none;
      }
      .said {
        position: fixed;
        left: 50%;
        bottom: 24px;
        z-index: 40;
        max-width: min(560px, calc(100vw - 32px));
        transform: translateX(-50%);
        padding: 8px 14px;
        border-radius: var(--r-control);
        background: var(--ink);
        color: var(--surface);
        font-weight: var(--w-medium);
      }
      .said:empty {
        display: none;
      }
      .said button {
        min-width: 24px;
        min-height: 24px;
        margin-left: 6px;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        vertical-align: middle;
        cursor: pointer;
      }
      .wait {
        padding: var(--s6) var(--s5);
        color: var(--ink-2);
        min-height: 60vh;
        background: var(--surface);
      }
      @media print {
        .said,
        tandem-app-bar {
          display: none;
        }
      }
    `,
  ];

  @provide({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;

  /** Views whose code is there; a view that could not be fetched says so. */
  @state() private loaded: ReadonlySet<View> = new Set<View>(['tune']);
  @state() private notFetched: View | null = null;
  #forget: () => void = () => undefined;
  #timer = 0;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('bench')) this.#begin();
    if (this.bench === undefined) return;
    const { phase, frame, run, isStale } = this.bench.run.value;
    this.dataset['view'] = this.bench.route.value.view;
    this.dataset['state'] = phase;
    this.dataset['days'] = String(frame?.days ?? 0);
    this.dataset['run'] = String(run);
    this.toggleAttribute('data-stale', isStale);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  override render(): unknown {
    if (this.bench === undefined) return nothing;
    const { view } = this.bench.route.value;
    return html`
      <tandem-app-bar
        @skip-wanted=${() => this.renderRoot.querySelector('main')?.focus()}
        @open-wanted=${() => this.#dialog('tandem-open-dialog')}
      ></tandem-app-bar>
      <main tabindex="-1" aria-label=${viewWord(view)}>${this.#view(view)}</main>
      <tandem-open-dialog></tandem-open-dialog>
      <tandem-keys-dialog></tandem-keys-dialog>
      <div class="said" role="status">${this.#said()}</div>
    `;
  }

  #said(): unknown {
    const { said } = this.bench;
    if (said.value === null) return nothing;
    const { sentence, stays } = said.value;
    if (!stays) return sentence;
    return html`${sentence}
      <button aria-label=${msg('Close')} @click=${() => said.set(null)}>
        <tandem-icon name="close"></tandem-icon>
      </button>`;
  }

  #view(view: View): unknown {
    if (this.loaded.has(view)) return viewElement(view);
    if (this.notFetched !== view) return html`<p class="wait">${msg('One moment.')}</p>`;
    return html`<p class="wait">
      ${msg('This view could not be fetched: is the network there?')}
      <button class="button" @click=${() => void this.#load(view)}>${msg('Try again')}</button>
    </p>`;
  }

  #begin(): void {
    const { bench } = this;
    watchStores(this, [bench.run, bench.route, bench.said]);
    const forgetRoute = bench.route.watch(({ view }) => void this.#load(view));
    const forgetSaid = bench.said.watch((said) => {
      clearTimeout(this.#timer);
      if (said !== null && !said.stays) this.#timer = setTimeout(() => bench.said.set(null), SAID_MILLIS);
    });
    const forgetKeys = listenToKeys(bench, {
      help: () => this.#dialog('tandem-keys-dialog'),
      find: () => this.#toFinder(),
    });
    const forgetDrops = acceptDrops(
      this,
      (text) => bench.work.open(workOn(text)),
      (sentence) => bench.say(sentence),
    );
    this.#forget = () => {
      forgetRoute();
      forgetSaid();
      forgetKeys();
      forgetDrops();
    };
    void this.#load(bench.route.value.view);
  }

  async #load(view: View): Promise<void> {
    this.notFetched = null;
    if (this.loaded.has(view)) return;
    try {
      await loadView(view);
      this.loaded = new Set([...this.loaded, view]);
    } catch {
      this.notFetched = view;
    }
  }

  #dialog(tag: 'tandem-open-dialog' | 'tandem-keys-dialog'): void {
    this.renderRoot.querySelector(tag)?.show();
  }

  /** "/" finds a threshold, wherever one is: the rail is on the tune view. */
  async #toFinder(): Promise<void> {
    if (this.bench.route.value.view !== 'tune') location.hash = '#tune';
    await this.updateComplete;
    this.renderRoot.querySelector('tandem-tune-view')?.dispatchEvent(new CustomEvent('find-wanted'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-app': TandemApp;
  }
}
