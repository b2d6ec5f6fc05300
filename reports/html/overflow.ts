/** Overflow: where calls go, and what each rule did. */
import { flows } from '../charts/flows.ts';
import type { FlowParts, FlowQueue } from '../charts/flow-graph.ts';
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
          draw: (options) => flows(partsOf(sheet), options),
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

/** Who ended in a queue, by how: its own KPIs, and what overflow did with those it did not let in. */
function partsOf({ report, kpis, queues }: Sheet): FlowParts {
  const names = queues.length > 0 ? queues : report.headline.flatMap(({ queue }) => queue ?? []);
  return {
    queues: names.map((name): FlowQueue => {
      const perDay = (id: string, stat = 'perDay'): number =>
        kpis.find(id, stat, { queue: name })?.row.mean ?? 0;
      const overflowed = (action: string): number =>
        report.overflow
          .filter((each) => each.queue === name && each.action === action)
          .reduce((sum, each) => sum + each.perDay, 0);
      const closed = ['force-closed', 'duplicate-callback', 'lost-at-connect', 'abandoned-in-message'];
      return {
        name,
        ends: {
          answered: perDay('Ans'),
          callback: perDay('CbAcc'),
          abandoned: perDay('Ab'),
          outside: overflowed('transferExternal'),
          voicemail: overflowed('voicemail'),
          ended: overflowed('endCall'),
          refused: refusedPerDay(perDay),
          otherwise:
            closed.reduce((sum, stat) => sum + perDay('K-06', stat), 0) + perDay('K-32', 'liveAtEnd'),
        },
      };
    }),
    moves: report.overflow.flatMap(({ queue, to, perDay }) =>
      to === null ? [] : [{ from: queue, to, perDay }],
    ),
  };
}

/**
 * Refused because the queue was full, a day: a share of those who reached the queue. How many these are follows from what overflow
 * sent away, of which both the share and the number are told; where it sent nobody, from those who got in.
 */
function refusedPerDay(perDay: (id: string, stat?: string) => number): number {
  const [refused, sentAway] = [perDay('K-34', 'queue-full'), perDay('K-31', 'share')];
  if (refused === 0) return 0;
  const reached = sentAway > 0 ? perDay('K-31', 'out') / sentAway : perDay('Off') / (1 - refused);
  return Number.isFinite(reached) ? refused * reached : 0;
}
