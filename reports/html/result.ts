/** The answer first: the service level against its target in one number and one sentence, then each queue. */
import { intervalStrip } from '../charts/interval-strip.ts';
import type { Headline } from '../schema.ts';
import { denominator, everybody, isMoved } from './denominator.ts';
import { fill, html, nothing, plainText, trusted } from './markup.ts';
import type { Markup } from './markup.ts';
import { counted, hasIntervals, nameOf, named, titledOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';
import type { TableRow } from './table.ts';
import { icon, LOOK_OUT, tally, verdictOf } from './verdict.ts';

export function resultSection(sheet: Sheet): Markup {
  const { words, report } = sheet;
  const [first] = report.headline;
  if (first === undefined) return nothing;
  return html`<section id="result" aria-labelledby="result-title">
    <div class="opening">
      <h2 id="result-title">${words.resultTitle}</h2>
      <p class="say">${finding(sheet, first)}</p>
      ${everybody(sheet, first)} ${pointers(sheet)}
    </div>
    <div class="tiles">${hero(sheet, first)}${tiles(sheet)}</div>
    ${report.headline.length > 1 && eachQueue(sheet)}
  </section> `;
}

/** Warnings stand further down; whoever reads only the top must know of them. */
function pointers(sheet: Sheet): Markup {
  const { length } = sheet.report.warnings;
  if (length === 0) return nothing;
  const text = counted(sheet, sheet.words.lookOutLine, length, { count: length });
  return html`<p><a class="wanted" href="#warnings">${icon(LOOK_OUT)}${text}</a></p>`;
}

/** "82.2% are answered within 20 s: the target of 80% is met." */
export function finding(sheet: Sheet, headline: Headline): Markup {
  const { words, values, report } = sheet;
  const path = `headline[${report.headline.indexOf(headline)}]`;
  const places = {
    mean: values.value(`${path}.mean`, 'share', headline.mean),
    low: values.value(`${path}.low`, 'share', headline.low),
    high: values.value(`${path}.high`, 'share', headline.high),
    target: headline.target === null ? '' : goal(sheet, path, headline.target),
    within: within(sheet, path, headline.within),
  };
  if (headline.mean === null) return fill(words.say.noValue, places);
  if (headline.verdict === null) return fill(words.say.noTarget, places);
  if (headline.verdict === 'unsure' && headline.low === null) return fill(words.say.unsureOne, places);
  return fill(words.say[headline.verdict], places);
}

function within({ words, values }: Sheet, path: string, seconds: number | null): Markup {
  if (seconds === null) return html`${words.inTime}`;
  return fill(words.within, { time: values.value(`${path}.within`, 'length', seconds) });
}

/** A target is a round number: "80%", not "80.0%". */
function goal({ values }: Sheet, path: string, target: number): Markup {
  const percent = 100 * target;
  const text = values.numbers.percent(target, Math.abs(percent - Math.round(percent)) < 0.005 ? 0 : 1);
  return html`<data value="${target}" data-path="${path}.target" data-unit="share">${text}</data>`;
}

function hero(sheet: Sheet, first: Headline): Markup {
  const { words, values } = sheet;
  const path = 'headline[0]';
  const isMissed = first.verdict === 'missed';
  return html`<div class="tile hero${isMissed && ' missed'}">
    <p class="name">
      ${first.queue === null ? words.allQueues : named(first.queue)} ${verdictOf(sheet, first)}
    </p>
    <p class="figure">${values.measured(path, 'share', first)}</p>
    ${strip(sheet, first, 'hero-strip', 320)}
    <p class="sub">
      ${
        first.target !== null &&
        fill(words.tile.goal, {
          target: goal(sheet, path, first.target),
          within: within(sheet, path, first.within),
        })
      }
    </p>
    ${denominator(sheet, first)}
  </div> `;
}

function strip(
  sheet: Sheet,
  headline: Headline,
  id: string,
  width: number,
  domain?: readonly [number, number],
): Markup {
  const { mean, low, high, target, verdict } = headline;
  const parts = { mean, low, high, target, verdict, better: 'higher' as const };
  const svg = intervalStrip(domain === undefined ? parts : { ...parts, domain }, {
    id,
    width,
    title: plainText(titledOf(sheet, sheet.words.resultTitle, headline.queue)),
    finding: plainText(finding(sheet, headline)),
    text: sheet.chartText,
  });
  return svg === null ? nothing : trusted(svg);
}

function tiles(sheet: Sheet): Markup {
  const { kpis, values, words, report } = sheet;
  const measured = (id: string, stat: string): Markup => {
    const found = kpis.find(id, stat);
    return found === undefined ? nothing : values.measured(found.path, found.row.unit, found.row);
  };
  const plain = (id: string, stat: string): Markup => {
    const found = kpis.find(id, stat);
    return found === undefined ? nothing : values.mean(found.path, found.row.unit, found.row);
  };
  const texts = words.tile;
  const moved = isMoved(sheet);
  const [arrived, offered] = ['Arrived', 'Off'].map((id) => kpis.find(id, 'perDay')?.row.mean ?? null);
  const isArrived = arrived !== null && arrived !== offered;
  const callbacks = kpis.find('CbAcc', 'perDay')?.row.mean ?? 0;
  const joined = kpis.find('K-15', 'P50')?.row.mean ?? null;
  const met = report.headline[0]?.intervalsMet ?? null;
  const length = values.value('days.interval', 'length', report.days.interval);
  return html`${
    met !== null &&
    tile(
      texts.intervalsMet,
      values.measured('headline[0].intervalsMet', 'share', met),
      fill(texts.intervalsMetSub, { length }),
    )
  }${tile(texts.abandonRate, measured('K-05', 'share'), fill(moved ? texts.abandonedMoved : texts.abandoned, { raw: plain('K-05', 'raw'), contact: plain('K-05', 'contact'), count: plain('Ab', 'perDay') }))}${tile(
    texts.asa,
    measured('K-02', 'mean'),
    fill(texts.asaSub, { time: plain('K-02', 'P80') }),
  )}${tile(texts.offered, measured(isArrived ? 'Arrived' : 'Off', 'perDay'), fill(isArrived ? texts.answeredOffered : texts.answered, { offered: plain('Off', 'perDay'), count: plain('Ans', 'perDay') }))}${
    callbacks > 0 &&
    tile(
      texts.callbacks,
      measured('CbAcc', 'perDay'),
      joined === null ? nothing : fill(texts.callbackDelay, { time: plain('K-15', 'P50') }),
    )
  }${tile(texts.occupancy, measured('K-09', 'share'), fill(texts.signedIn, { time: plain('Staff', 'perDay') }))}`;
}

function tile(name: string, figure: Markup, sub: Markup): Markup {
  return html`<div class="tile">
    <p class="name">${name}</p>
    <p class="figure">${figure}</p>
    <p class="sub">${sub}</p>
  </div> `;
}

function eachQueue(sheet: Sheet): Markup {
  const { words, report } = sheet;
  const { headline } = report;
  const judged = headline.slice(1).filter(({ verdict }) => verdict !== null);
  const texts = words.queues;
  const areAllMet = judged.every(({ verdict }) => verdict === 'met');
  const say = judged.length === 0 ? texts.say.none : areAllMet ? texts.say.met : texts.say.some;
  const places = { count: judged.length, verdicts: tally(sheet, judged) };
  const hasTargets = headline.some(({ target }) => target !== null);
  const domain = domainOf(headline);
  const headings = [
    textHeading(words.queue),
    textHeading(texts.verdict),
    numberHeading(words.tile.serviceLevel),
    textHeading(html`<span class="vh">${words.resultTitle}</span>`),
    textHeading(texts.target),
    numberHeading(texts.intervalsMet),
    numberHeading(texts.offered),
    numberHeading(texts.asa),
    numberHeading(texts.abandoned),
  ];
  const rows = headline.map((each, at) => queueRow(sheet, each, at, domain));
  const interval = sheet.values.value('days.interval', 'length', report.days.interval);
  return html`<div class="charts">
    <div class="chart c12 last each">
      <div class="cap">
        <h3>${texts.title}</h3>
        <p class="say">${fill(say, places)}</p>
      </div>
      ${table({
        caption: html`${texts.title}`,
        isCaptionHidden: true,
        headings,
        rows,
        note: html`${hasIntervals(sheet) && html`${words.halfNote} ${words.intervalNote}`}
        ${hasTargets && fill(texts.intervalsMetNote, { length: interval })}
        ${isMoved(sheet) && texts.offeredNote}`,
      })}
    </div>
  </div> `;
}

function queueRow(sheet: Sheet, headline: Headline, at: number, domain: readonly [number, number]): TableRow {
  const { values, kpis } = sheet;
  const { queue, target, intervalsMet } = headline;
  const path = `headline[${at}]`;
  const kpi = (id: string, stat: string): Markup => {
    const found = kpis.find(id, stat, { queue });
    return found === undefined ? nothing : values.measured(found.path, found.row.unit, found.row);
  };
  const goals =
    target === null
      ? nothing
      : html`<span class="whole">${goal(sheet, path, target)} ${within(sheet, path, headline.within)}</span>`;
  const met =
    intervalsMet === null ? nothing : values.measured(`${path}.intervalsMet`, 'share', intervalsMet);
  const { titled, queues: texts } = sheet.words;
  // A telephone shows these under the name, and hides their columns.
  const beneath = [
    target !== null && fill(titled, { title: texts.target, name: goals }),
    intervalsMet !== null && fill(titled, { title: texts.intervalsMet, name: met }),
  ].map((line) => line !== false && html`<span class="beneath">${line}</span>`);
  return [
    html`${queue === null ? html`<b>${nameOf(sheet, null)}</b>` : named(queue)}${beneath}`,
    verdictOf(sheet, headline),
    values.measured(path, 'share', headline),
    html`<div class="striped">${strip(sheet, headline, `strip-${at}`, 220, domain)}</div>`,
    goals,
    met,
    kpi('Off', 'perDay'),
    kpi('K-02', 'mean'),
    kpi('K-05', 'share'),
  ];
}

/** One axis for all queues, by tenths, so that they can be compared. */
function domainOf(headline: readonly Headline[]): [number, number] {
  const shown = headline.flatMap(({ mean, low, high, target }) => [mean, low, high, target]);
  const numbers = shown.filter((each) => each !== null);
  if (numbers.length === 0) return [0, 1];
  const tenths = (value: number, round: (of: number) => number): number => round(10 * value) / 10;
  return [
    Math.max(0, tenths(Math.min(...numbers), Math.floor)),
    Math.min(
      1,
      Math.max(tenths(Math.max(...numbers), Math.ceil), tenths(Math.min(...numbers), Math.floor) + 0.1),
    ),
  ];
}
