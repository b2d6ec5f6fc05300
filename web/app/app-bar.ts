/**
 * The bar: whose scenario this is, the views, the link, the language and the theme. It changes preferences and opens nothing itself.
 */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGES, speak } from '../i18n/language.ts';
import type { Language } from '../i18n/language.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { VIEWS } from '../state/route.ts';
import type { View } from '../state/route.ts';
import type { Preferences } from '../state/saved.ts';
import { watchStores } from '../state/store.ts';
import { copyLink } from './copy-link.ts';
import { controls } from '../styles/controls.ts';
import { viewWord } from './view-words.ts';
import '../ui/icon.ts';

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const satisfies Record<
  Preferences['theme'],
  Preferences['theme']
>;
const THEME_ICON = { system: 'display', light: 'sun', dark: 'moon' } as const;

@localized()
@customElement('tandem-app-bar')
export class AppBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: sticky;
        top: 0;
        z-index: 20;
        display: block;
        background: var(--surface);
        border-bottom: var(--hair) solid var(--line);
      }
      header {
        display: flex;
        align-items: center;
        gap: 0 var(--s3);
        min-height: var(--bar-h);
        padding: 0 var(--s4);
      }
      .skip {
        position: absolute;
        left: 8px;
        top: -60px;
        z-index: 50;
      }
      .skip:focus {
        top: 8px;
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--s2);
        font-weight: var(--w-strong);
        font-size: var(--t-head);
        letter-spacing: -0.01em;
      }
      .brand,
      .end {
        min-height: var(--bar-h);
      }
      .brand h1 {
        font: inherit;
      }
      .brand svg {
        width: 22px;
        height: 22px;
        fill: none;
        stroke-width: 2.2;
      }
      .brand .one {
        stroke: var(--now);
      }
      .brand .other {
        stroke: var(--ink);
      }
      .slash {
        color: var(--line-strong);
      }
      .scenario {
        min-width: 0;
        padding: 0 8px;
        color: var(--ink);
      }
      .scenario span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      nav {
        display: flex;
        align-self: stretch;
        gap: 2px;
        margin-left: var(--s2);
      }
      nav a {
        display: flex;
        align-items: center;
        padding: 0 10px;
        border: 2px solid transparent;
        border-width: 2px 0;
        color: var(--ink-2);
        text-decoration: none;
        white-space: nowrap;
      }
      nav a:hover {
        color: var(--ink);
      }
      nav a[aria-current] {
        color: var(--ink);
        font-weight: var(--w-strong);
        border-bottom-color: var(--ink);
      }
      .end {
        display: flex;
        align-items: center;
        gap: 4px;
        margin-left: auto;
      }
      @media (forced-colors: active) {
        /* A transparent border is drawn there. */
        nav a {
          border-color: Canvas;
        }
        nav a[aria-current] {
          border-bottom-color: Highlight;
        }
      }
      @media (max-width: 1180px) {
        header {
          flex-wrap: wrap;
        }
        nav {
          order: 3;
          width: 100%;
          min-height: 40px;
          margin: 0 calc(-1 * var(--s2));
          overflow-x: auto;
          scrollbar-width: none;
        }
      }
      @media (max-width: 480px) {
        nav {
          gap: 0;
          font-size: var(--t-small);
          /* There is more than is seen. */
          mask-image: linear-gradient(to right, #000 calc(100% - 20px), transparent);
        }
        nav a {
          padding: 0 7px;
        }
        nav a:last-child {
          padding-right: 22px;
        }
      }
      @media (max-width: 760px) {
        header {
          padding: 0 var(--s3);
          gap: 0 var(--s1);
        }
        .slash,
        .link span {
          display: none;
        }
        /* No room for it, but it is the page's heading. */
        .brand .name {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .scenario {
          flex: 1;
          justify-content: flex-start;
        }
      }
    `,
  ];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;

  #shown: View | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const { work, run, route, preferences } = this.bench;
    watchStores(this, [work, run, route, preferences]);
  }

  override render(): unknown {
    const { run, route, preferences, work } = this.bench;
    const name = run.value.opened?.summary?.name;
    const theme = preferences.value.theme;
    return html`<header>
      <button class="button skip" @click=${() => this.#send('skip-wanted')}>${msg('To the content')}</button>
      <span class="brand">
        <svg viewBox="0 0 22 22" aria-hidden="true">
          <circle class="one" cx="8" cy="11" r="5.4" />
          <circle class="other" cx="14" cy="11" r="5.4" />
        </svg>
        <h1 class="name">Tandem</h1>
      </span>
      <span class="slash" aria-hidden="true">/</span>
      <button class="button quiet scenario" data-action="open" @click=${() => this.#send('open-wanted')}>
        <span>${work.value === null ? msg('Open a scenario') : (name ?? msg('Scenario'))}</span>
        <tandem-icon name="down"></tandem-icon>
      </button>
      <nav aria-label=${msg('Views')}>
        ${VIEWS.map(
          (view) =>
            html`<a href="#${view}" aria-current=${view === route.value.view ? 'page' : nothing}
              >${viewWord(view)}</a
            >`,
        )}
      </nav>
      <div class="end">
        <button
          class="button quiet link"
          data-action="link"
          aria-label=${msg('Copy link')}
          @click=${this.#copyLink}
        >
          <tandem-icon name="link"></tandem-icon><span>${msg('Copy link')}</span>
        </button>
        <div class="segments" role="group" aria-label=${msg('Language')}>
          ${LANGUAGES.map(
            (each) =>
              html`<button
                lang=${each}
                aria-label=${each === 'en' ? 'EN, English' : 'FR, français'}
                aria-pressed=${preferences.value.language === each}
                @click=${() => void this.#speak(each)}
              >
                ${each.toUpperCase()}
              </button>`,
          )}
        </div>
        <button
          class="button quiet"
          data-action="theme"
          aria-label=${this.#themeWords(theme)}
          title=${this.#themeWords(theme)}
          @click=${() => preferences.set({ ...preferences.value, theme: NEXT_THEME[theme] })}
        >
          <tandem-icon name=${THEME_ICON[theme]}></tandem-icon>
        </button>
      </div>
    </header>`;
  }

  /** On a narrow screen the views run out at the side: the one that is shown is in sight. */
  override updated(): void {
    const { view } = this.bench.route.value;
    if (view === this.#shown) return;
    this.#shown = view;
    this.renderRoot.querySelector('a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #themeWords(theme: Preferences['theme']): string {
    if (theme === 'system') return msg('Theme: as the system. Change to light');
    return theme === 'light'
      ? msg('Theme: light. Change to dark')
      : msg('Theme: dark. Change to that of the system');
  }

  #send(name: 'open-wanted' | 'skip-wanted'): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
  }

  async #speak(wanted: Language): Promise<void> {
    const { preferences, run, say } = this.bench;
    try {
      await speak(wanted);
    } catch {
      say(msg('The French words could not be fetched: is the network there?'));
      return;
    }
    preferences.set({ ...preferences.value, language: wanted });
    run.speak();
  }

  #copyLink(): void {
    void copyLink(this.bench);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-app-bar': AppBar;
  }
}
