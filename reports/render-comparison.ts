/**
 * A comparison for a terminal: what moved, the surest first, in sentences to paste; what differs in the settings; then the whole
 * table, baseline, candidate and difference side by side, what is certain in colour. A pure function of the comparison.
 */
import {
  COMPARE_WORDS,
  moveSentence,
  narrowerSentence,
  pairedDaysText,
  settingSide,
  toSeeSentences,
  daysText,
} from './compare-words.ts';
import type { CompareWords } from './compare-words.ts';
import { movesOf } from './compare-moves.ts';
import type { Look, Moves } from './compare-moves.ts';
import type { Comparison, ComparisonRow } from './compare.ts';
import { changeOf, sideText } from './difference-text.ts';
import { numbersOf } from './format.ts';
import type { Numbers } from './format.ts';
import { WORDS } from './languages.ts';
import { painter, shortened, tableLines, wrapped } from './text-table.ts';
import type { Paint, Row, Tone } from './text-table.ts';
import { warningText } from './warning-text.ts';
import type { Language, Words } from './words.ts';

export interface ComparisonTextOptions {
  readonly width?: number | undefined;
  readonly colour?: boolean | undefined;
  readonly language?: Language | undefined;
  /** Only these queues and groups; all together is always there. */
  readonly queues?: readonly string[] | undefined;
}

const RIGHT = { align: 'right' } as const;
const LEFT = { align: 'left' } as const;
const QUEUES_SHOWN = 8;
const SINGLE_SHOWN = 8;
const SETTINGS_SHOWN = 20;

interface Sheet {
  readonly comparison: Comparison;
  readonly moves: Moves;
  readonly language: Language;
  readonly words: Words;
  readonly texts: CompareWords;
  readonly numbers: Numbers;
  readonly width: number;
  readonly paint: Paint;
}

export function renderComparison(comparison: Comparison, options: ComparisonTextOptions = {}): string {
  const { width = 80, colour = false, language = 'en', queues } = options;
  const words = WORDS[language];
  const sheet: Sheet = {
    comparison,
    moves: movesOf(comparison),
    language,
    words,
    texts: COMPARE_WORDS[language],
    numbers: numbersOf(words.locale),
    width,
    paint: painter(colour),
  };
  const narrower = narrowerSentence(comparison, language);
  const notes = [words.pairedIntervals, ...(narrower === null ? [] : [narrower])];
  const lines = [
    ...headLines(sheet),
    ...movedLines(sheet),
    ...settingLines(sheet),
    ...tableBlocks(sheet, queues),
    ...warningLines(sheet),
    '',
    ...notes.flatMap((note) => wrapped(note, width).map((line) => sheet.paint(line, 'dim'))),
    `${sheet.paint(words.again, 'dim')} ${comparison.command}`,
  ];
  return `${lines.join('\n')}\n`;
}

function headLines({ comparison, language, words, width, paint }: Sheet): string[] {
  const { baseline, candidate, seed, tandem } = comparison;
  const paired = pairedDaysText(comparison, language);
  return [
    paint(shortened(`${baseline} → ${candidate}`, width), 'strong'),
    ...wrapped(`${paired} · ${words.seed} ${seed} · tandem ${tandem}`, width).map((line) =>
      paint(line, 'dim'),
    ),
  ];
}

function settingLines({ comparison, texts, width, paint }: Sheet): string[] {
  const { settings } = comparison;
  if (comparison.identical) return ['', ...wrapped(texts.identical, width)];
  if (settings.length === 0) return [];
  const shown = settings.slice(0, SETTINGS_SHOWN).flatMap(({ path, baseline, candidate, standard }) => {
    const [before, after] = [baseline, candidate].map((side) => settingSide(side, standard, texts));
    const line = `${path}: ${before} → ${after}`;
    if (line.length <= width - 2) return [`  ${line}`];
    return [`  ${shortened(path, width - 2)}`, `    ${shortened(`${before} → ${after}`, width - 4)}`];
  });
  const rest = settings.length - SETTINGS_SHOWN;
  return [
    '',
    paint(texts.settings, 'strong'),
    ...shown,
    ...(rest > 0 ? [`  ${texts.moreSettings(String(rest))}`] : []),
  ];
}

function movedLines(sheet: Sheet): string[] {
  const { comparison, moves, texts, language, numbers, width, paint } = sheet;
  if (comparison.identical) return [];
  const counted = numbers.plain(moves.counted, 0);
  if (!moves.hasIntervals) return ['', ...wrapped(texts.oneDay, width)];
  // Where something moved, only what was asked for.
  const sentences = toSeeSentences(comparison, language, moves.moved.length > 0);
  if (moves.moved.length === 0) {
    const days = daysText(comparison.days.simulated, language);
    return ['', ...[texts.nothingMoved(counted, days), ...sentences].flatMap((each) => wrapped(each, width))];
  }
  const block = (note: string, looks: readonly Look[]): string[] =>
    looks.length === 0
      ? []
      : [
          ...wrapped(note, width - 2).map((line) => `  ${paint(line, 'dim')}`),
          ...looks.flatMap((look) => moveLines(sheet, look)),
        ];
  const isTotal = ({ row }: Look): boolean => row.queue === null && row.group === null;
  const totals = moves.moved.filter(isTotal);
  const single = moves.moved.filter((look) => !isTotal(look));
  const rest = single.length - SINGLE_SHOWN;
  const byLuck = numbers.plain(Math.max(1, moves.byLuck), 0);
  return [
    '',
    paint(texts.whatMoved, 'strong'),
    ...block(
      texts.stands(counted),
      totals.filter(({ stands }) => stands),
    ),
    ...block(
      texts.doubtful(counted, byLuck),
      totals.filter(({ stands }) => !stands),
    ),
    ...block(texts.inSingle, single.slice(0, SINGLE_SHOWN)),
    ...(rest > 0 ? [`  ${texts.more(numbers.plain(rest, 0))}`] : []),
    ...(sentences.length > 0 ? ['', ...sentences.flatMap((each) => wrapped(each, width))] : []),
  ];
}

function moveLines({ language, width, paint }: Sheet, look: Look): string[] {
  const [first = '', ...rest] = wrapped(moveSentence(look, language), width - 4);
  const mark = paint(look.stands ? '•' : '?', TONE[look.row.verdict]);
  return [`  ${mark} ${first}`, ...rest.map((line) => `    ${line}`)];
}

function tableBlocks(
  { comparison, moves, words, language, numbers, paint }: Sheet,
  queues: readonly string[] | undefined,
): string[] {
  const headings = ['', words.baseline, words.candidate, words.difference, ''];
  const places = [...new Set(moves.looks.map(({ row }) => row.queue ?? row.group))];
  const shown =
    queues === undefined
      ? places.slice(0, 1 + QUEUES_SHOWN)
      : places.filter((each) => each === null || queues.includes(each));
  const lines = shown.flatMap((place) => {
    const looks = moves.looks.filter(({ row }) => (row.queue ?? row.group) === place);
    const rows = looks.map((look) => cellsOf(look, language, numbers, words));
    const table = tableLines(headings, rows, [LEFT, RIGHT, RIGHT, RIGHT, LEFT], paint);
    return ['', paint(place ?? words.all, 'strong'), ...table.map((line) => `  ${line}`)];
  });
  const rest = places.length - shown.length;
  return rest > 0 && queues === undefined && !comparison.identical
    ? [...lines, '', paint(words.moreQueues(numbers.plain(rest, 0)), 'dim')]
    : lines;
}

function warningLines({ comparison, words, language, width, paint }: Sheet): string[] {
  if (comparison.warnings.length === 0) return [];
  return [
    '',
    paint(words.lookOut, 'strong'),
    ...comparison.warnings.flatMap((warning) => {
      const [first = '', ...rest] = wrapped(warningText(warning, language), width - 4);
      return [`  ${paint('!', 'doubtful')} ${first}`, ...rest.map((line) => `    ${line}`)];
    }),
  ];
}

function cellsOf(
  { measure, row, isMove, stands }: Look,
  language: Language,
  numbers: Numbers,
  words: Words,
): Row {
  const { difference, verdict } = row;
  return [
    { text: measure.name[language] },
    { text: sideText(row, 'baseline', numbers) },
    { text: sideText(row, 'candidate', numbers) },
    { ...changeOf(row, difference, numbers), tone: TONE[verdict] },
    { text: `${words.change[verdict]}${isMove && !stands ? ' ?' : ''}`, tone: TONE[verdict] },
  ];
}

const TONE: Readonly<Record<ComparisonRow['verdict'], Tone>> = {
  better: 'good',
  worse: 'bad',
  higher: 'plain',
  lower: 'plain',
  unclear: 'dim',
  same: 'dim',
};
