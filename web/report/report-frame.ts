/**
 * A page of `reports/` inside the workbench. Its style stands in the page, which the policy of the workbench forbids, and a frame made of
 * a text or a blob inherits that policy. So the frame is empty and gets the elements and, by script, the style: no policy forbids a style
 * sheet adopted by script. The frame is sandboxed and runs no script of its own. It knows no report.
 */
import { css, html, LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';

export interface Chapter {
  readonly id: string;
  readonly title: string;
}

@customElement('tandem-report-frame')
export class ReportFrame extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: relative;
    }
    iframe {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      border: 0;
      background: var(--surface);
    }
  `;

  /** The page as a file's text. */
  @property() page = '';
  /** What the frame is called for those who hear it. */
  @property() label = '';
  @query('iframe') private frame!: HTMLIFrameElement;
  /** Of the page inside: where there is no room for a box that scrolls, and on paper, the frame is as tall as its page. */
  #heights: ResizeObserver | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#heights?.disconnect();
  }

  override render(): unknown {
    return html`<iframe
      title=${this.label}
      sandbox="allow-same-origin allow-modals"
      @load=${() => this.#fill()}
    ></iframe>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('page')) this.#fill();
  }

  print(): void {
    this.frame.contentWindow?.print();
  }

  show(id: string): void {
    const inside = this.frame.contentDocument?.getElementById(id);
    inside?.scrollIntoView({ block: 'start' });
  }

  #fill(): void {
    const inside = this.frame.contentDocument;
    const view = this.frame.contentWindow as (Window & typeof globalThis) | null;
    if (inside === null || view === null || this.page === '') return;
    // Even in a document that nobody sees, a style that stands in it breaks the policy.
    const style = /<style>([\s\S]*?)<\/style>/.exec(this.page);
    const page = new DOMParser().parseFromString(this.page.replace(style?.[0] ?? '', ''), 'text/html');
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(`${fontsOfPage()}${withoutFonts(style?.[1] ?? '')}`);
    inside.adoptedStyleSheets = [sheet];
    // The bar leads to places of this address; the view around it does that.
    for (const each of page.querySelectorAll('script, .bar, .skip')) each.remove();
    for (const link of page.querySelectorAll('a[href^="#"]')) link.removeAttribute('href');
    inside.documentElement.lang = page.documentElement.lang;
    inside.title = page.title;
    inside.body.replaceChildren(...[...page.body.children].map((each) => inside.importNode(each, true)));
    this.#heights?.disconnect();
    this.#heights = new ResizeObserver(() => {
      // In a frame of no page the root is as tall as the frame: the body tells the height of what is in it.
      this.style.setProperty('--page-height', `${Math.ceil(inside.body.getBoundingClientRect().height)}px`);
    });
    this.#heights.observe(inside.body);
    const chapters = [...inside.querySelectorAll('main section[id]')].flatMap((section): Chapter[] => {
      const title = section.querySelector('h2')?.textContent?.trim() ?? '';
      return title === '' ? [] : [{ id: section.id, title }];
    });
    this.dispatchEvent(new CustomEvent<readonly Chapter[]>('page-shown', { detail: chapters }));
  }
}

/** The file carries its font in itself; here that would be an address the policy refuses. */
function withoutFonts(style: string): string {
  return style.replaceAll(/@font-face\s*\{[^}]*\}/g, '');
}

/** The page's own files of the same font. */
function fontsOfPage(): string {
  return [...document.styleSheets]
    .flatMap((sheet) =>
      [...sheet.cssRules]
        .filter((rule) => rule instanceof CSSFontFaceRule)
        .map(({ cssText }) =>
          cssText.replaceAll(
            /url\("?([^")]+)"?\)/g,
            (_, url: string) => `url("${new URL(url, sheet.href ?? document.baseURI).href}")`,
          ),
        ),
    )
    .join('\n');
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-report-frame': ReportFrame;
  }
}
