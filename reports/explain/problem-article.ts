/**
 * A problem code as an article: when it appears, and the messages themselves. They are made on the spot from small scenarios
 * that are wrong in this way, by the reader and the sentences that a user's own scenario meets; so an example cannot be out of date.
 */
import {
  badScenarios,
  citationsIn,
  problemCodes,
  problemOf,
  readScenario,
  severityOf,
  warnedScenarios,
} from '../../engine/index.ts';
import { problemLine } from '../problem-text.ts';
import type { Article, Item } from './article.ts';
import { isChecked, itemOf } from './related.ts';

export function problemArticle(code: string): Article {
  const examples = examplesOf(code);
  const title = isChecked(code) ? problemCodes[code] : '';
  const words = problemOf(code)?.when ?? '';
  const when = words === title ? '' : words;
  const cited = citationsIn([when, ...examples.flatMap(({ lines }) => lines)].join(' '));
  return {
    name: code,
    title,
    place: placeOf(code),
    parts: [
      { label: 'Rule book', says: [when] },
      { heading: 'Examples, with what Tandem says and how to mend it', items: examples, isStacked: true },
      { heading: 'See also', items: cited.filter((id) => id !== code).flatMap(itemOf) },
    ].map((part) => ('says' in part && when === '' ? '' : part)),
  };
}

function placeOf(code: string): string {
  if (!isChecked(code)) return 'problem; not checked yet';
  return severityOf(code) === 'error'
    ? 'problem; the scenario is not run'
    : 'warning; the scenario is run all the same';
}

function examplesOf(code: string): Item[] {
  const own = [...badScenarios, ...warnedScenarios].filter((bad) => bad.code === code);
  const seen = new Set<string>();
  return own.flatMap(({ what, text }) => {
    const result = readScenario(text.replace('▸', ''));
    const problem = (result.ok ? result.warnings : result.problems).find((each) => each.code === code);
    if (problem === undefined) return [];
    const message = problemLine(problem, 'scenario.yaml');
    const kind = message.replaceAll(/"[^"]*"|\d+/g, '');
    if (seen.has(kind)) return [];
    seen.add(kind);
    return [{ term: what, lines: [lineWith(text, '▸'), message] }];
  });
}

/** The line at fault, without its indentation. */
function lineWith(text: string, mark: string): string {
  const line = text.split('\n').find((each) => each.includes(mark)) ?? '';
  return line.replace(mark, '').trim();
}
