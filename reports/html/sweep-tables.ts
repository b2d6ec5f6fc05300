/** Every point of a sweep in tables: its measures with the verdict, and how they differ from the scenario as it is. */
import { sizeOf } from '../difference-text.ts';
import { kpiName, shortPaths, surenessText } from '../sweep-words.ts';
import type { SweepPoint } from '../sweep.ts';
import { folded } from './figure.ts';
import { html, nothing } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { section } from './section.ts';
import type { SweepSheet } from './sweep-sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';

export function pointsSection(sheet: SweepSheet): Markup {
  const { page, texts } = sheet;
  return section(
    'points',
    page.points,
    page.pointsSay,
    html`<div class="tables">${estimates(sheet)}${folded(page.differences, differences(sheet))}</div>
      <p class="note">${texts.intervals}</p>`,
  );
}

function valuesOf({ sweep }: SweepSheet, { at }: SweepPoint): [Content, ...Content[]] {
  const [first, ...rest] = at.map((value, which) => sweep.settings[which]!.values[value]!.text);
  return [first ?? '', ...rest];
}

function estimates(sheet: SweepSheet): Markup {
  const { sweep, language, page, texts, numbers, values } = sheet;
  const [first, ...others] = shortPaths(sweep.settings);
  const hasTargets = sweep.targets.length > 0;
  return table({
    caption: html`${page.points}`,
    isCaptionHidden: true,
    headings: [
      textHeading(first ?? ''),
      ...others.map(textHeading),
      numberHeading(texts.agentHours),
      ...sweep.kpis.map((_, at) => numberHeading(kpiName(sweep, at, language))),
      ...(hasTargets ? [textHeading(page.verdict), textHeading(page.sure)] : []),
    ],
    rows: sweep.points.map((point, index) => [
      ...valuesOf(sheet, point),
      numbers.plain(point.agentHours, 1),
      ...sweep.kpis.map(({ unit }, at) =>
        values.measured(`points[${index}].estimates[${at}]`, unit, point.estimates[at]!),
      ),
      ...(hasTargets ? [verdictOf(sheet, point), surenessText(point, language) ?? numbers.absent] : []),
    ]),
  });
}

function verdictOf({ texts }: SweepSheet, { verdict }: SweepPoint): Content {
  return verdict !== null && html`<span class="verdict ${verdict}">${texts.verdict[verdict]}</span>`;
}

function differences(sheet: SweepSheet): Markup {
  const { sweep, language, page, texts, numbers } = sheet;
  const [first, ...others] = shortPaths(sweep.settings);
  return table({
    caption: html`${page.differences}`,
    isCaptionHidden: true,
    headings: [
      textHeading(first ?? ''),
      ...others.map(textHeading),
      ...sweep.kpis.map((_, at) => numberHeading(kpiName(sweep, at, language))),
    ],
    rows: sweep.points.map((point) => [
      ...valuesOf(sheet, point),
      ...sweep.kpis.map(({ unit }, at): Content => {
        const { mean, low, high } = point.differences[at]!;
        if (point.isBase) return texts.isBase;
        if (mean === null) return numbers.absent;
        const size = Math.abs(mean);
        const sign = mean > 0 ? '+' : mean < 0 ? '−' : '';
        const half =
          low === null || high === null
            ? nothing
            : html` <span class="pm">±${sizeOf(unit, (high - low) / 2, size, numbers)}</span>`;
        return html`${sign}${sizeOf(unit, size, size, numbers)}${half}`;
      }),
    ]),
  });
}
