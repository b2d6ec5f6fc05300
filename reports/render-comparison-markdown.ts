/** A comparison in the short form that a pull request or a wiki takes: what moved, what differs, and all measures together. */
import {
  COMPARE_WORDS,
  daysText,
  moveSentence,
  pairedDaysText,
  settingSide,
  toSeeSentences,
} from './compare-words.ts';
import { movesOf } from './compare-moves.ts';
import type { Comparison } from './compare.ts';
import { changeOf, sideText } from './difference-text.ts';
import { numbersOf } from './format.ts';
import { WORDS } from './languages.ts';

import { warningText } from './warning-text.ts';
import type { Language } from './words.ts';

export function renderComparisonMarkdown(
  comparison: Comparison,
  { language = 'en' }: { readonly language?: Language | undefined } = {},
): string {
  const [texts, words] = [COMPARE_WORDS[language], WORDS[language]];
  const numbers = numbersOf(words.locale);
  const moves = movesOf(comparison);
  const counted = numbers.plain(moves.counted, 0);
  const { days, seed, tandem, settings } = comparison;
  const sentence = (each: (typeof moves.moved)[number]): string =>
    `- ${plain(moveSentence(each, language))}${each.stands ? '' : ' (?)'}`;
  const paired = pairedDaysText(comparison, language);
  const said = comparison.identical
    ? [texts.identical]
    : !moves.hasIntervals
      ? [texts.oneDay]
      : moves.moved.length === 0
        ? [texts.nothingMoved(counted, daysText(days.simulated, language))]
        : [...moves.moved.filter(({ row }) => row.queue === null && row.group === null).map(sentence)];
  const toSee =
    moves.hasIntervals && !comparison.identical
      ? toSeeSentences(comparison, language, moves.moved.length > 0)
      : [];
  const rows = moves.looks.flatMap(({ row, measure, isMove, stands }) => {
    if (row.queue !== null || row.group !== null) return [];
    const { text, after = '' } = changeOf(row, row.difference, numbers);
    const reading = `${words.change[row.verdict]}${isMove && !stands ? ' ?' : ''}`;
    return [
      `| ${measure.name[language]} | ${sideText(row, 'baseline', numbers)} | ${sideText(row, 'candidate', numbers)} | ${text}${after} | ${reading} |`,
    ];
  });
  const blocks = [
    [`### ${plain(comparison.baseline)} → ${plain(comparison.candidate)}`],
    [`${paired} · ${words.seed} ${seed} · tandem ${tandem}`],
    said,
    toSee,
    settings.map(
      ({ path, baseline, candidate, standard }) =>
        `- \`${path}\`: ${plain(settingSide(baseline, standard, texts))} → ${plain(settingSide(candidate, standard, texts))}`,
    ),
    [
      `| | ${words.baseline} | ${words.candidate} | ${words.difference} | |`,
      '|---|--:|--:|--:|---|',
      ...rows,
    ],
    comparison.warnings.map((warning) => `- ${plain(warningText(warning, language))}`),
    [words.pairedIntervals],
    ['```sh', comparison.command, '```'],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** Names come from scenarios: nothing of them ends a cell, a line or the text. */
function plain(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`);
}
