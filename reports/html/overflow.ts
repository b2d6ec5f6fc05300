/** Overflow: where calls go, and what each rule did. */
import { flows } from '../charts/flows.ts';
import { flowPartsOf } from '../flow-parts.ts';
import { WORDS } from '../languages.ts';
import { figure } from './figure.ts';
import { fill, html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { named } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';

export function overflowSection(sheet: Sheet): Markup {
  const { report, words } = sheet;
  const texts = words.overflow;
  const isEmpty = report.overflow.length === 0;
  const hasOffers = report.overflow.some(({ action }) => action === 'directCallback');
  return html`<section id="overflow" aria-labelledby="overflow-title">
    <div class="opening">
      <h2 id="overflow-title">${texts.title}</h2>
      ${isEmpty && html`<p class="say">${texts.none}</p>`}
    </div>
    ${
      !isEmpty &&
      html`<div class="charts">
        ${figure(sheet, {
          id: 'flows',
          title: html`${texts.flows}`,
          say: sentence(sheet),
          span: 'c12',
          draw: (options) => flows(flowPartsOf(report, sheet.kpis), options),
          note: html`<a class="screen" href="#overflow-rules">${texts.numbers}</a>`,
        })}
        <div class="chart c12 last" id="overflow-rules">
          <div class="cap"><h3>${texts.rules}</h3></div>
          ${rulesTable(sheet, hasOffers)}
        </div>
      </div>`
    }
  </section> `;
}

function sentence({ report, words, values }: Sheet): Markup {
  const moved = report.overflow.filter(({ to }) => to !== null).reduce((sum, { perDay }) => sum + perDay, 0);
  return moved > 0
    ? fill(words.overflow.moved, { count: values.text('number', moved) })
    : html`${words.overflow.stayed}`;
}

function rulesTable({ report, words, values, language }: Sheet, hasOffers: boolean): Markup {
  const texts = words.overflow;
  const terms = WORDS[language];
  const hasTargets = report.overflow.some(({ to }) => to !== null);
  const inWords = (of: Readonly<Record<string, string>>, key: string): string => of[key] ?? key;
  return table({
    caption: html`${texts.rules}`,
    isCaptionHidden: true,
    headings: [
      textHeading(words.queue),
      textHeading(texts.when),
      textHeading(texts.action),
      ...(hasTargets ? [textHeading(texts.to)] : []),
      numberHeading(texts.perDay),
      numberHeading(texts.share),
    ],
    rows: report.overflow.map(({ queue, when, action, to, perDay, share }, at) => [
      named(queue),
      inWords(terms.condition, when),
      inWords(terms.action, action),
      ...(hasTargets ? [to === null ? nothing : named(to)] : []),
      values.value(`overflow[${at}].perDay`, 'number', perDay),
      values.measured(`overflow[${at}].share`, 'share', share),
    ]),
    note: hasOffers ? html`${texts.callbackNote}` : undefined,
  });
}
