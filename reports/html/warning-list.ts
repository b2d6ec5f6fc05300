/** Warnings as a list, each with its mark. Their sentences are warning-text.ts's. */
import type { ReportWarning } from '../schema.ts';
import { warningText } from '../warning-text.ts';
import type { Language } from '../words.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import { icon, LOOK_OUT } from './verdict.ts';

export function warningList(warnings: readonly ReportWarning[], language: Language): Markup {
  return html`<ul class="warnings">
    ${warnings.map((warning) => html`<li>${icon(LOOK_OUT)}<span>${warningText(warning, language)}</span></li> `)}
  </ul>`;
}
