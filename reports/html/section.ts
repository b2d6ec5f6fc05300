/** A section of a page: its heading, a sentence below it, what it shows. It refuses to know what that is. */
import { html } from './markup.ts';
import type { Content, Markup } from './markup.ts';

/**
 * @param id for the contents in the bar; letters and dashes
 * @param say the sentence below the heading; empty: none
 */
export function section(id: string, title: Content, say: Content, body: Content): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <div class="opening">
      <h2 id="${id}-title">${title}</h2>
      ${say !== '' && html`<p class="say">${say}</p>`}
    </div>
    ${body}
  </section> `;
}
