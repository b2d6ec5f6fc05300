/** Rows of cells into aligned lines. It knows widths and tones, not what the cells say. */

export type Tone = 'plain' | 'strong' | 'dim' | 'good' | 'bad' | 'doubtful';

export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
  /** After the text, dimmed: a half-width. Aligned in a column of its own. */
  readonly after?: string;
}

export interface Column {
  readonly align: 'left' | 'right';
}

export type Paint = (text: string, tone: Tone) => string;

const GAP = '  ';

const ESCAPES: Readonly<Record<Exclude<Tone, 'plain'>, readonly [string, string]>> = {
  strong: ['\u001b[1m', '\u001b[22m'],
  dim: ['\u001b[2m', '\u001b[22m'],
  good: ['\u001b[32m', '\u001b[39m'],
  bad: ['\u001b[31m', '\u001b[39m'],
  doubtful: ['\u001b[33m', '\u001b[39m'],
};

export function painter(colour: boolean): Paint {
  return (text, tone) => {
    if (!colour || tone === 'plain' || text.trim() === '') return text;
    const [on, off] = ESCAPES[tone];
    return `${on}${text}${off}`;
  };
}

export type Row = readonly Cell[];

/**
 * Lines of a table under its headings. Of "mean ± half" both parts stand under each other; a heading stands over both, so that it
 * takes no more room than it must.
 */
export function tableLines(
  headings: readonly string[] | null,
  rows: readonly Row[],
  columns: readonly Column[],
  paint: Paint,
): string[] {
  const longest = (at: number, part: (cell: Cell) => string): number =>
    Math.max(0, ...rows.map((row) => part(row[at] ?? { text: '' }).length));
  const texts = columns.map((_, at) => longest(at, ({ text }) => text));
  const afters = columns.map((_, at) => longest(at, ({ after = '' }) => after));
  const widths = columns.map((_, at) => Math.max(texts[at]! + afters[at]!, headings?.[at]?.length ?? 0));
  const lines = rows.map((row) =>
    columns
      .map(({ align }, at) => {
        const { text, tone = 'plain', after = '' } = row[at] ?? { text: '' };
        const rest = ' '.repeat(afters[at]! - after.length);
        const spare = ' '.repeat(widths[at]! - texts[at]! - afters[at]!);
        const pad = ' '.repeat(texts[at]! - text.length);
        const written = paint(text, tone);
        return align === 'right'
          ? spare + pad + written + paint(after, 'dim') + rest
          : written + pad + paint(after, 'dim') + rest + spare;
      })
      .join(GAP)
      .trimEnd(),
  );
  if (headings === null) return lines;
  const heading = columns.map(({ align }, at) => {
    const text = headings[at] ?? '';
    return align === 'right' ? text.padStart(widths[at]!) : text.padEnd(widths[at]!);
  });
  return [paint(heading.join(GAP).trimEnd(), 'dim'), ...lines];
}

/** How wide the lines of that table are. */
export function tableWidth(
  headings: readonly string[] | null,
  rows: readonly Row[],
  columns: readonly Column[],
): number {
  return Math.max(0, ...tableLines(headings, rows, columns, (text) => text).map(({ length }) => length));
}

export function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1))}…`;
}

/** Words into lines of that width. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
