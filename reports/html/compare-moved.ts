/** What moved, in sentences, the surest first, and as a chart against zero. */
import { differenceDots } from '../charts/difference-dots.ts';
import type { DifferenceRow } from '../charts/difference-dots.ts';
import { CHART_TEXT } from '../charts/text.ts';
import { daysText, moveSentence, narrowerSentence, toSeeSentences } from '../compare-words.ts';
import type { Look } from '../compare-moves.ts';
import { changeOf } from '../difference-text.ts';
import { looksAt } from './compare-sheet.ts';
import type { CompareSheet } from './compare-sheet.ts';
import { figure, folded } from './figure.ts';
import { fill, html, nothing } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { section } from './section.ts';
import { named } from './sheet.ts';
import { icon } from './verdict.ts';

export function movedSection(sheet: CompareSheet): Markup {
  const { page, texts } = sheet;
  const chart = differencesFigure(sheet, null);
  return section(
    'moved',
    texts.whatMoved,
    '',
    html`${sentences(sheet)}
    ${chart === nothing ? html`<p class="note">${page.nothingToDraw}</p>` : html`<div class="charts">${chart}</div>`}`,
  );
}

function sentences(sheet: CompareSheet): Content {
  const { comparison, moves, texts, language, numbers } = sheet;
  if (comparison.identical) return noted(texts.identical);
  if (!moves.hasIntervals) return noted(texts.oneDay);
  const counted = numbers.plain(moves.counted, 0);
  const byLuck = numbers.plain(Math.max(1, moves.byLuck), 0);
  const isTotal = ({ row }: Look): boolean => row.queue === null && row.group === null;
  const totals = moves.moved.filter(isTotal);
  const sure = totals.filter(({ stands }) => stands);
  const doubtful = totals.filter(({ stands }) => !stands);
  const single = moves.moved.filter((look) => !isTotal(look));
  return [
    sure.length > 0 && [noted(texts.stands(counted)), moveList(sheet, sure)],
    doubtful.length > 0 && [noted(texts.doubtful(counted, byLuck)), moveList(sheet, doubtful)],
    single.length > 0 && html`<div class="tables">${folded(texts.inSingle, moveList(sheet, single))}</div>`,
    moves.moved.length === 0 &&
      noted(texts.nothingMoved(counted, daysText(comparison.days.simulated, language))),
    toSeeSentences(comparison, language, moves.moved.length > 0).map(noted),
    noted(narrowerSentence(comparison, language) ?? ''),
  ];
}

function noted(say: string): Content {
  return say !== '' && html`<p class="note">${say}</p> `;
}

const UP = '<path d="M8 13V3M4.2 6.8L8 3l3.8 3.8"/>';
const DOWN = '<path d="M8 3v10M4.2 9.2L8 13l3.8-3.8"/>';

function moveList({ language }: CompareSheet, looks: readonly Look[]): Markup {
  const items = looks.map((look) => {
    const mark = (look.row.difference.mean ?? 0) > 0 ? UP : DOWN;
    return html`<li>
      ${icon(mark)}<span>${moveSentence(look, language)}${look.stands ? '' : ' (?)'}</span>
    </li> `;
  });
  return html`<ul class="warnings">
    ${items}
  </ul>`;
}

/** The differences of one queue or group, or of all together; nothing where none differs. */
export function differencesFigure(sheet: CompareSheet, place: string | null): Markup {
  const { comparison, page, language, numbers, words } = sheet;
  const looks = looksAt(sheet, place).filter(
    // Of what does not move at all there is nothing to see.
    ({ row }) => row.verdict !== 'same' && (row.difference.mean ?? 0) !== 0,
  );
  if (looks.length === 0) return nothing;
  const rows = looks.map((look): DifferenceRow => {
    const { row, measure } = look;
    const scale = row.unit === 'share' ? 100 : 1;
    const scaled = (value: number | null): number | null => (value === null ? null : scale * value);
    const { text, after = '' } = changeOf(row, row.difference, numbers);
    return {
      name: measure.name[language],
      unit: row.unit,
      mean: scale * row.difference.mean!,
      low: scaled(row.difference.low),
      high: scaled(row.difference.high),
      value: `${text}${after}, ${words.change[row.verdict]}`,
      sureness: look.stands ? 'stands' : look.isMove ? 'alone' : 'unclear',
    };
  });
  const at = sheet.places.indexOf(place);
  return figure(
    { chartText: CHART_TEXT[language], words: { table: page.table } },
    {
      id: `differences-${at}`,
      title: place === null ? html`${page.chart}` : fill(page.chartOf, { name: named(place) }),
      say:
        place === null
          ? fill(page.chartSay, {
              candidate: named(comparison.candidate),
              baseline: named(comparison.baseline),
            })
          : nothing,
      span: 'c12',
      draw: (options) =>
        differenceDots(
          {
            rows,
            words: {
              units: page.units,
              sureness: { stands: page.stands, alone: page.alone, unclear: page.unclear },
            },
          },
          options,
        ),
      note: html`<a class="screen" href="#measures-${at}">${page.table}</a>`,
    },
  );
}
