/** Callbacks: what became of the offers, which offer is taken, and how long people wait to be called back. */
import type { ChartWords } from '../charts/text.ts';
import { callbackFunnel } from '../charts/callback-funnel.ts';
import { delayBars } from '../charts/delay-bars.ts';
import { offerUptake } from '../charts/offer-uptake.ts';
import type { Funnel } from '../schema.ts';
import { figure, folded, foldedTogether } from './figure.ts';
import { fill, html, nothing } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { titledOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';

export function callbacksSection(sheet: Sheet): Markup {
  const { report, words } = sheet;
  const shown = [...report.callbacks.entries()].filter(
    ([, { queue }], at) => at === 0 || queue === null || sheet.charted.includes(queue),
  );
  const isEmpty = shown.length === 0;
  return html`<section id="callbacks" aria-labelledby="callbacks-title">
    <div class="opening">
      <h2 id="callbacks-title">${words.callbacks.title}</h2>
      ${isEmpty && html`<p class="say">${words.callbacks.none}</p>`}
    </div>
    ${!isEmpty && html`<div class="charts">${shown.map(([at, funnel]) => chartsOf(sheet, at, funnel))}</div>`}
    ${shown.length < report.callbacks.length && otherQueues(sheet, new Set(shown.map(([at]) => at)))}
  </section> `;
}

/** Of the queues without charts. */
function otherQueues(sheet: Sheet, shown: ReadonlySet<number>): Markup {
  const { report, words } = sheet;
  const others = [...report.callbacks.entries()].filter(([at]) => !shown.has(at));
  const tables = others.map(([at, funnel]) =>
    folded(
      titledOf(sheet, words.callbacks.title, funnel.queue),
      html`${funnelTable(sheet, at, funnel)}${uptakeTable(sheet, at, funnel)}${delayTable(sheet, at, funnel)}`,
    ),
  );
  return html`<div class="tables">
    ${foldedTogether(fill(words.day.tables, { count: others.length }), tables)}
  </div>`;
}

function chartsOf(sheet: Sheet, at: number, funnel: Funnel): Markup {
  const { words, kpis } = sheet;
  const texts = words.callbacks;
  const { queue } = funnel;
  const isOne = sheet.report.callbacks.length === 1 && sheet.queues.length === 0;
  const titled = (title: string): Markup => (isOne ? html`${title}` : titledOf(sheet, title, queue));
  const mean = (stat: string): number | null => kpis.find('K-15', stat, { queue })?.row.mean ?? null;
  return html`${figure(sheet, {
    id: `funnel-${at}`,
    title: titled(texts.funnel),
    say: funnelSay(sheet, at, funnel),
    span: 'c7',
    draw: (options) => callbackFunnel(funnel, options),
    table: funnelTable(sheet, at, funnel),
  })}${figure(sheet, {
    id: `uptake-${at}`,
    title: titled(texts.uptake),
    say: uptakeSay(sheet, at, funnel),
    span: 'c5',
    isRight: true,
    draw: (options) => offerUptake(funnel.offers, options),
    table: funnel.offers.length === 0 ? undefined : uptakeTable(sheet, at, funnel),
  })}${figure(sheet, {
    id: `delay-${at}`,
    title: titled(texts.delay),
    say: delaySay(sheet, queue),
    span: 'c12',
    draw: (options) => delayBars({ bins: funnel.delays, median: mean('P50'), p90: mean('P90') }, options),
    table: funnel.delays.length === 0 ? undefined : delayTable(sheet, at, funnel),
  })}`;
}

function funnelSay({ words, values }: Sheet, at: number, funnel: Funnel): Markup {
  const path = `callbacks[${at}]`;
  return fill(words.callbacks.funnelSay, {
    accepted: values.share(path, 'optedIn', 'heardOffer', funnel.optedIn, funnel.heardOffer),
    reached: values.share(path, 'connected', 'initiated', funnel.connected, funnel.initiated),
  });
}

type Step = 'callers' | keyof ChartWords['funnel'] | keyof ChartWords['outcome'];

/** Each step, and the one it is a share of, as in the chart. */
const STEPS: readonly (readonly [Step, Step | null])[] = [
  ['callers', null],
  ['heardOffer', 'callers'],
  ['optedIn', 'heardOffer'],
  ['initiated', 'optedIn'],
  ['connected', 'initiated'],
  ['lost', 'optedIn'],
  ['otherwise', 'optedIn'],
  ['open', 'optedIn'],
];

function funnelTable(sheet: Sheet, at: number, funnel: Funnel): Markup {
  const { words, values, chartText } = sheet;
  const texts = words.callbacks;
  const path = `callbacks[${at}]`;
  const named = { callers: texts.callers, ...chartText.words.funnel, ...chartText.words.outcome };
  const share = (step: Step, of: Step | null): Content =>
    of === null ? '' : values.share(path, step, of, funnel[step], funnel[of]);
  return table({
    caption: titledOf(sheet, texts.funnel, funnel.queue),
    isCaptionHidden: true,
    headings: [
      textHeading(texts.step),
      numberHeading(texts.perDay),
      numberHeading(texts.share),
      textHeading(texts.ofWhat),
    ],
    rows: STEPS.map(([step, of]) => [
      named[step],
      values.value(`${path}.${step}`, 'number', funnel[step]),
      share(step, of),
      step === 'callers' ? '' : texts.of[step],
    ]),
  });
}

function uptakeSay({ words, values }: Sheet, at: number, { offers }: Funnel): Markup {
  const [first, second] = offers;
  if (first === undefined) return nothing;
  const mean = (index: number, accepted: Funnel['delay']): Markup =>
    values.mean(`callbacks[${at}].offers[${index}].accepted`, 'share', accepted);
  const hasSecond = second !== undefined && second.accepted.mean !== null;
  return fill(hasSecond ? words.callbacks.uptakeSayMore : words.callbacks.uptakeSay, {
    first: mean(0, first.accepted),
    second: hasSecond ? mean(1, second.accepted) : '',
  });
}

function uptakeTable(sheet: Sheet, at: number, { queue, offers }: Funnel): Markup {
  const { words, values } = sheet;
  const texts = words.callbacks;
  return table({
    caption: titledOf(sheet, texts.uptake, queue),
    isCaptionHidden: true,
    headings: [
      textHeading(texts.offer),
      numberHeading(texts.after),
      numberHeading(texts.heard),
      numberHeading(texts.accepted),
    ],
    rows: offers.map(({ number, after, heard, accepted }, each) => {
      const path = `callbacks[${at}].offers[${each}]`;
      return [
        values.value(`${path}.number`, 'whole', number),
        values.value(`${path}.after`, 'length', after),
        values.value(`${path}.heard`, 'number', heard),
        values.measured(`${path}.accepted`, 'share', accepted),
      ];
    }),
  });
}

function delaySay({ words, values, kpis }: Sheet, queue: string | null): Markup {
  const [half, most] = ['P50', 'P90'].map((stat) => kpis.find('K-15', stat, { queue }));
  if (half === undefined || most === undefined || half.row.mean === null)
    return html`${words.callbacks.delayNone}`;
  return fill(words.callbacks.delaySay, {
    half: values.mean(half.path, 's', half.row),
    most: values.mean(most.path, 's', most.row),
  });
}

function delayTable(sheet: Sheet, at: number, { queue, delay, delays }: Funnel): Markup {
  const { words, values } = sheet;
  const texts = words.callbacks;
  const path = `callbacks[${at}]`;
  return table({
    caption: titledOf(sheet, texts.delay, queue),
    isCaptionHidden: true,
    headings: [textHeading(texts.delayFrom), numberHeading(texts.delayTo), numberHeading(texts.delayCount)],
    rows: delays.map(({ from, to, callbacks }, each) => [
      values.value(`${path}.delays[${each}].from`, 'length', from),
      to === null ? words.waits.noEnd : values.value(`${path}.delays[${each}].to`, 'length', to),
      values.value(`${path}.delays[${each}].callbacks`, 'number', callbacks),
    ]),
    note: fill(words.titled, { title: texts.mean, name: values.measured(`${path}.delay`, 's', delay) }),
  });
}
