/**
 * What an explanation looks like: a title, a paragraph, facts with their labels, lists under headings; and how that becomes
 * lines of a terminal. It knows widths and tones, not what is explained.
 */
import { painter, wrapped } from '../text-table.ts';
import type { Paint } from '../text-table.ts';

export interface Article {
  /** The ID or the name that was asked for. */
  readonly name: string;
  readonly title: string;
  /** Where it belongs, after the title. */
  readonly place?: string;
  readonly parts: readonly Part[];
}

/** A paragraph, a label with what it says, or a list under a heading. What is empty is not shown. */
export type Part = string | Fact | List;

export interface Fact {
  readonly label: string;
  readonly says: readonly string[];
}

export interface List {
  readonly heading: string;
  readonly items: readonly Item[];
  /** Terms above their lines, however short they are. */
  readonly isStacked?: boolean;
}

export interface Item {
  /** Beside its lines where all terms of the list are short, else above them. */
  readonly term: string;
  readonly lines: readonly string[];
}

export interface ArticleOptions {
  readonly width?: number;
  readonly colour?: boolean;
}

const INDENT = 2;
const WIDTH = 100;
/** A line longer than this is hard to follow. */
const WIDEST = 110;
const NARROWEST = 40;
const LONGEST_TERM = 32;

export function renderArticles(articles: readonly Article[], options: ArticleOptions = {}): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, options.width ?? WIDTH));
  const paint = painter(options.colour === true);
  return `${articles.map((article) => linesOf(article, width, paint).join('\n')).join('\n\n')}\n`;
}

function linesOf({ name, title, place, parts }: Article, width: number, paint: Paint): string[] {
  const [first = '', ...more] = wrapped(title === '' ? name : `${name}  ${title}`, width - INDENT);
  const lines = [
    paint(name, 'strong') + first.slice(name.length),
    ...more.map((line) => ' '.repeat(INDENT) + line),
  ];
  if (place !== undefined) lines.push(...block(place, INDENT, width).map((line) => paint(line, 'dim')));
  const facts = parts.filter((part) => typeof part === 'object' && 'label' in part);
  const labels = Math.max(0, ...facts.map(({ label }) => label.length));
  let isAfterFact = false;
  for (const part of parts) {
    const isFact = typeof part === 'object' && 'label' in part;
    const own =
      typeof part === 'string'
        ? block(part, INDENT, width)
        : isFact
          ? factLines(part, labels, width, paint)
          : listLines(part, width, paint);
    if (own.length === 0) continue;
    if (!(isFact && isAfterFact)) lines.push('');
    lines.push(...own);
    isAfterFact = isFact;
  }
  return lines;
}

function factLines({ label, says }: Fact, labels: number, width: number, paint: Paint): string[] {
  const indent = INDENT + labels + 2;
  const lines = says.filter((each) => each !== '').flatMap((each) => block(each, indent, width));
  return lines.map((line, at) =>
    at === 0 ? ' '.repeat(INDENT) + paint(label.padEnd(labels), 'dim') + line.slice(INDENT + labels) : line,
  );
}

function listLines({ heading, items, isStacked = false }: List, width: number, paint: Paint): string[] {
  if (items.length === 0) return [];
  const longest = Math.max(...items.map(({ term }) => term.length));
  const isBeside = !isStacked && longest <= LONGEST_TERM && items.every(({ term }) => term !== '');
  const lines = items.flatMap(({ term, lines: texts }) => {
    if (!isBeside) {
      const own = texts.flatMap((text) => block(text, 3 * INDENT, width));
      return term === '' ? own : [...block(term, 2 * INDENT, width), ...own];
    }
    const indent = 2 * INDENT + longest + 2;
    const own = texts.filter((text) => text !== '').flatMap((text) => block(text, indent, width));
    if (own.length === 0) own.push('');
    return own.map((line, at) =>
      at === 0 ? `${' '.repeat(2 * INDENT)}${term.padEnd(longest)}${line.slice(2 * INDENT + longest)}` : line,
    );
  });
  const head = block(heading, INDENT, width).map((line) => paint(line, 'strong'));
  return [...head, ...lines.map((line) => line.trimEnd())];
}

/** Lines that begin with blanks (an example in YAML) are left as they are. */
function block(text: string, indent: number, width: number): string[] {
  if (text === '') return [];
  const margin = ' '.repeat(indent);
  if (text.includes('\n')) return text.split('\n').map((line) => margin + line);
  return wrapped(text, width - indent).map((line) => margin + line);
}
