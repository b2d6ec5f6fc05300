/**
 * Markdown for the manual: escaping, tables, and links from the IDs that a text cites to where they are
 * explained. It knows how an ID looks and on which page it lives; it knows none of the texts.
 */
import { posix } from 'node:path';

export interface Page {
  /** Where the file is inside web/guide: `reference/rules.md`. */
  readonly path: string;
  readonly text: string;
}

/** Said at the head of every generated page, where an editor will see it and a reader will not. */
export function generatedFrom(source: string): string {
  return `<!-- Made from ${source} by \`npm run docs\`. Edit there, not here. -->`;
}

/** Blocks with one empty line between them, and a newline at the end. */
export function document(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A table; cells are Markdown already. A column that is empty in every row is left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const kept = head.map((_, column) => rows.some((row) => (row[column] ?? '') !== ''));
  const line = (cells: readonly string[]) => `| ${cells.filter((_, column) => kept[column]).join(' | ')} |`;
  const rule = head.map(() => '---');
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Plain words as Markdown: nothing in them is taken for markup but the backticks. */
export function prose(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeOutsideCode(part)))
    .join('');
}

/** As `prose`, with each cited ID a link, seen from the page at `path`. */
export function linked(text: string, path: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : linkCitations(escapeOutsideCode(part), path)))
    .join('');
}

/** The ID with an anchor, so that `linked` texts and other people's pages can point at it. */
export function anchored(id: string): string {
  return `<a id="${anchorOf(id)}"></a>${id}`;
}

export function code(text: string): string {
  return text === '' ? '' : codeSpan(text);
}

function anchorOf(id: string): string {
  return id.toLowerCase();
}

function codeSpan(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function escapeOutsideCode(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[|*_[\]]/g, (mark) => `\\${mark}`);
}

/** Rules and edges, KPIs, worked examples, problems. `K-01` and `K-27` stand for all their variants. */
const citation =
  /(?<![\w-])(?:(K)-\d{2}[a-f]?|([EW])-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*|[A-Z]{2,3}-(?:X\d{1,2}|\d{2}))(?!\w)/g;

function linkCitations(text: string, path: string): string {
  return text.replace(citation, (id, kpi?: string, problem?: string) => {
    const page = `reference/${kpi !== undefined ? 'kpis' : problem !== undefined ? 'problems' : 'rules'}.md`;
    const anchor = id === 'K-01' || id === 'K-27' ? `${anchorOf(id)}a` : anchorOf(id);
    return `[${id}](${page === path ? '' : posix.relative(posix.dirname(path), page)}#${anchor})`;
  });
}
