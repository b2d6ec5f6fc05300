/**
 * `tandem explain`: what an ID, a code, a KPI, a setting or a word is about, from the rule book, the schema and the formulas
 * that the engine itself goes by. No sentence of a rule is written here.
 */
import {
  EXAMPLES,
  kpis,
  KPIS,
  nearestName,
  problemCodes,
  PROBLEMS,
  RULES,
  SECTIONS,
} from '../engine/index.ts';
import { renderArticles } from './explain/article.ts';
import type { Article, ArticleOptions } from './explain/article.ts';
import { Topics } from './explain/topics.ts';
import { warnings } from './explain/warning-article.ts';

export type { ArticleOptions as ExplainOptions } from './explain/article.ts';

export interface Explanation {
  /** Of all that was found; empty: nothing was. */
  readonly text: string;
  readonly unknown: readonly { readonly word: string; readonly nearest: string | undefined }[];
}

/**
 * Words that name something are explained one by one; those that name nothing are searched together.
 * No words: what can be asked.
 */
export function explain(words: readonly string[], options: ArticleOptions = {}): Explanation {
  if (words.length === 0) return { text: renderArticles([overview()], options), unknown: [] };
  const topics = new Topics();
  const articles: Article[] = [];
  const rest: string[] = [];
  const phrase = phraseOf(words, topics);
  for (const word of words) {
    const own = phrase.includes(word) ? [] : topics.named(word);
    if (own.length === 0) rest.push(...word.split(/\s+/).filter((part) => part !== ''));
    articles.push(...own);
  }
  const together = rest.length === 0 ? undefined : topics.searched(rest);
  if (together !== undefined) articles.push(together);
  const unknown: { word: string; nearest: string | undefined }[] = [];
  for (const word of together === undefined ? rest : []) {
    const found = rest.length > 1 ? topics.searched([word]) : undefined;
    if (found === undefined) unknown.push({ word, nearest: nearestName(word, topics.names) });
    else articles.push(found);
  }
  return { text: articles.length === 0 ? '' : renderArticles(articles, options), unknown };
}

/** `callback retry`: ordinary words that are found together are meant together, though one alone is a setting too. */
function phraseOf(words: readonly string[], topics: Topics): readonly string[] {
  const ordinary = words.filter((word) => /^[a-z]+$/.test(word));
  return ordinary.length > 1 && topics.searched(ordinary) !== undefined ? ordinary : [];
}

function overview(): Article {
  const families = SECTIONS.filter(
    ({ number, title }) => !number.includes('.') && /\([A-Z, ]+\)$/.test(title),
  );
  const count = new Set([...Object.keys(problemCodes), ...PROBLEMS.map(({ code }) => code)]).size;
  return {
    name: 'tandem explain',
    title: 'WORD ...',
    parts: [
      {
        heading: 'WORD is one of',
        items: [
          { term: 'CB-02, OV-X4', lines: [`one of the ${RULES.length} rules and edges`] },
          { term: 'CB, 6.3', lines: ['a family or a section of rules'] },
          { term: 'K-05, abandonRate', lines: [`one of the ${KPIS.length} KPIs; K lists them`] },
          { term: 'E-OV-SELF, W-HOPS', lines: [`one of the ${count} problems; E and W list them`] },
          { term: 'one-day', lines: [`one of the ${warnings.length} warnings of a report, by its code`] },
          { term: 'offerFirst', lines: ['a setting of the scenario file, or the path to one'] },
          { term: 'EX-02', lines: [`one of the ${EXAMPLES.length} worked examples; EX lists them`] },
          { term: 'callback retry', lines: ['words to search'] },
        ],
      },
      {
        heading: 'Families of rules',
        items: families.map(({ title }) => {
          const [, name = '', family = ''] = /^(.*) \(([A-Z, ]+)\)$/.exec(title) ?? [];
          return { term: family, lines: [name] };
        }),
      },
      {
        heading: 'KPIs that a scenario may expect something of',
        items: [{ term: '', lines: [kpis.map(({ name }) => name).join(', ')] }],
      },
    ],
  };
}
