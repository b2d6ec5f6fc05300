/** A check as a page: the verdict, a table of what was expected with the interval drawn against its bounds, and what differs from the baselines. */
import { html, nothing, trusted } from './html/markup.ts';
import type { Content, Markup } from './html/markup.ts';
import { pageOf } from './html/shell.ts';
import { numberHeading, table, textHeading } from './html/table.ts';
import { icon, SHAPES } from './html/verdict.ts';
import { SuiteCells } from './suite-cells.ts';
import { differenceLines } from './suite-junit.ts';
import { suiteStrip } from './suite-strip.ts';
import type { BaselineVerdict, ExpectationVerdict, SuiteFile, SuiteReport } from './suite.ts';
import type { Language } from './words.ts';

export interface SuiteHtmlOptions {
  readonly language?: Language | undefined;
}

type Shape = 'met' | 'missed' | 'unsure';

const CLASS: Readonly<Record<ExpectationVerdict['verdict'], Shape>> = {
  pass: 'met',
  fail: 'missed',
  undecided: 'unsure',
};
const BASELINE_CLASS: Readonly<Record<BaselineVerdict['verdict'], Shape>> = {
  same: 'met',
  recorded: 'met',
  changed: 'unsure',
  moved: 'missed',
  missing: 'missed',
  stopped: 'unsure',
};

export function renderSuiteHtml(report: SuiteReport, { language = 'en' }: SuiteHtmlOptions = {}): string {
  const cells = new SuiteCells(language);
  const { words } = cells;
  const { files, shard } = report;
  const tally = cells.tally(report);
  const facts = [
    words.counted(decidedIn(report) + report.counts.unchecked, files.length),
    ...(shard === null ? [] : [words.shard(shard.index, shard.of)]),
    `Tandem ${report.tandem}`,
  ];
  const head = html`<div class="head">
    <h1>${words.title}</h1>
    <p class="meta">${facts.map((fact) => html`<span>${fact}</span> `)}</p>
  </div> `;
  return pageOf({
    language,
    version: report.tandem,
    title: words.title,
    kind: words.kind,
    links: [['result', words.summary], ...files.map(({ name }, at) => [idOf(at), name] as const)],
    skip: words.skip,
    contents: words.contents,
    head,
    sections: [summary(cells, report, tally), ...files.map((file, at) => section(cells, file, at, report))],
  });
}

function decidedIn({ counts }: SuiteReport): number {
  return counts.pass + counts.fail + counts.undecided;
}

const idOf = (at: number): string => `suite-${at + 1}`;

function summary(cells: SuiteCells, report: SuiteReport, tally: string): Markup {
  const { words } = cells;
  const isUnchecked = report.counts.unchecked > 0;
  const passed = isUnchecked ? verdictOf('unsure', words.baseline.recorded) : verdictOf('met', words.passed);
  return html`<section id="result" aria-labelledby="result-title">
    <div class="opening">
      <h2 id="result-title">${words.summary}</h2>
      <p class="say">${report.verdict === 'pass' ? passed : verdictOf('missed', words.failed)} ${tally}</p>
      ${isUnchecked ? html`<p>${words.whyUnchecked}</p>` : nothing}
      ${decidedIn(report) > 0 ? html`<p>${cells.falseAlarm(report)} ${words.intervals}</p>` : nothing}
    </div>
  </section> `;
}

function section(cells: SuiteCells, file: SuiteFile, at: number, report: SuiteReport): Markup {
  const { words } = cells;
  const id = idOf(at);
  const about = [file.file, `${words.seed} ${file.seed}`, ...file.set].join(' · ');
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <div class="opening">
      <h2 id="${id}-title">${file.name}</h2>
      <p>${about}</p>
    </div>
    <div class="tables">
      ${file.expectations.length > 0 ? expectations(cells, file) : nothing}
      ${file.baseline === null ? nothing : behaviour(cells, file.baseline, report)}
    </div>
  </section> `;
}

/** A word with a mark, never a colour alone. */
function verdictOf(shape: Shape, word: string): Markup {
  return html`<span class="verdict ${shape}">${icon(SHAPES[shape])}${word}</span>`;
}

function expectations(cells: SuiteCells, file: SuiteFile): Markup {
  const { headings } = cells.words;
  return table({
    caption: html`${file.name}`,
    isCaptionHidden: true,
    headings: [
      // A telephone shows the first two columns: what is expected, and whether it is so.
      textHeading(headings.expectation),
      textHeading(headings.verdict),
      numberHeading(headings.value),
      textHeading(headings.expected),
      textHeading(''),
      numberHeading(headings.days),
    ],
    rows: file.expectations.map((each) => {
      const { what, value, half, bounds, days, verdict, why } = cells.expectation(each, file);
      const said: Content = [verdictOf(CLASS[each.verdict], verdict), why === '' ? '' : ` ${why}`];
      return [what, said, `${value}${half}`, bounds, trusted(suiteStrip(each)), days];
    }),
  });
}

function behaviour(cells: SuiteCells, baseline: BaselineVerdict, report: SuiteReport): Markup {
  const { words } = cells;
  const notes = cells.baselineNotes(baseline, report.tandem);
  const lines = differenceLines(cells, { ...baseline, moved: [] });
  const { what, was, is, difference } = words.movedHeadings;
  return html`<h3 class="between">${words.behaviour}</h3>
    <p>
      ${verdictOf(BASELINE_CLASS[baseline.verdict], words.baseline[baseline.verdict])}
      ${[cells.baselineFacts(baseline), ...notes].filter((fact) => fact !== '').join('; ')}
    </p>
    ${lines.length > 0 ? html`<pre tabindex="0" translate="no">${lines.join('\n')}</pre>` : nothing}
    ${
      baseline.moved.length > 0
        ? table({
            caption: html`${words.moved}`,
            headings: [textHeading(what), numberHeading(was), numberHeading(is), numberHeading(difference)],
            rows: baseline.moved.map((each) => cells.moved(each)),
          })
        : nothing
    }
    ${baseline.verdict === 'changed' || baseline.verdict === 'moved' ? html`<p class="legend">${words.recordAgain}</p>` : nothing}`;
}
