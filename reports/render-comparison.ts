/**
 * A comparison for a terminal: baseline, candidate and their difference side by side, what is certain in colour. A pure function
 * of the comparison; its words are in words.ts.
 */
import type { Comparison, ComparisonRow } from './compare.ts';
import { formatMeasured, formatSeconds, numbersOf } from './format.ts';
import type { Numbers } from './format.ts';
import { painter, shortened, tableLines, wrapped } from './text-table.ts';
import type { Cell, Row, Tone } from './text-table.ts';
import { english } from './words.ts';
import type { Words } from './words.ts';

export interface ComparisonTextOptions {
  readonly width?: number | undefined;
  readonly colour?: boolean | undefined;
  readonly words?: Words | undefined;
}

const RIGHT = { align: 'right' } as const;
const LEFT = { align: 'left' } as const;
const QUEUES_SHOWN = 8;

const ROWS: readonly (readonly [id: string, stat: string])[] = [
  ['Off', 'perDay'],
  ['K-01', 'share'],
  ['K-02', 'mean'],
  ['K-02', 'P80'],
  ['K-03', 'mean'],
  ['K-05', 'share'],
  ['K-04', 'mean'],
  ['K-11', 'share'],
  ['K-11', 'acceptance'],
  ['K-13', 'share'],
  ['K-15', 'mean'],
  ['K-31', 'share'],
  ['K-24', 'share'],
  ['K-09', 'share'],
  ['K-20', 'share'],
];

export function renderComparison(comparison: Comparison, options: ComparisonTextOptions = {}): string {
  const { width = 80, colour = false, words = english } = options;
  const paint = painter(colour);
  const numbers = numbersOf(words.locale);
  const lines = [
    paint(shortened(`${comparison.baseline} → ${comparison.candidate}`, width), 'strong'),
    paint(
      `${words.pairedDays(numbers.plain(comparison.days.simulated, 0), comparison.days.simulated)} · ${words.seed} ${comparison.seed} · tandem ${comparison.tandem}`,
      'dim',
    ),
  ];
  const headings = ['', words.baseline, words.candidate, words.difference, ''];
  for (const queue of queuesOf(comparison)) {
    const rows = ROWS.flatMap(([id, stat]) => {
      const row = find(comparison, id, stat, queue);
      return row === undefined ? [] : [cellsOf(row, id, numbers, words)];
    });
    if (rows.length === 0) continue;
    lines.push('', paint(queue ?? words.all, 'strong'));
    for (const line of tableLines(headings, rows, [LEFT, RIGHT, RIGHT, RIGHT, LEFT], paint))
      lines.push(`  ${line}`);
  }
  if (comparison.warnings.length > 0) {
    lines.push('', paint(words.lookOut, 'strong'));
    for (const { text } of comparison.warnings) {
      const [first = '', ...rest] = wrapped(text, width - 4);
      lines.push(`  ${paint('!', 'doubtful')} ${first}`, ...rest.map((line) => `    ${line}`));
    }
  }
  lines.push('', paint(words.pairedIntervals, 'dim'), `${paint(words.again, 'dim')} ${comparison.command}`);
  return `${lines.join('\n')}\n`;
}

/** All together first; a single queue is all together. */
function queuesOf({ rows }: Comparison): (string | null)[] {
  const names = [...new Set(rows.flatMap(({ queue }) => (queue === null ? [] : [queue])))];
  return names.length < 2 ? [null] : [null, ...names.slice(0, QUEUES_SHOWN)];
}

function find(
  { rows }: Comparison,
  id: string,
  stat: string,
  queue: string | null,
): ComparisonRow | undefined {
  // Of the six formulas the default, K-01a.
  const wanted = id === 'K-01' ? 'K-01a' : id;
  return rows.find(
    (row) => row.id === wanted && row.stat === stat && row.queue === queue && row.group === null,
  );
}

function cellsOf(row: ComparisonRow, id: string, numbers: Numbers, words: Words): Row {
  const { unit, stat, baseline, candidate, difference, verdict } = row;
  const name = words.kpi[stat.startsWith('P') || stat === 'acceptance' ? `${id}.${stat}` : id] ?? row.title;
  const side = ({ mean }: { readonly mean: number | null }): Cell => ({
    text: formatMeasured(numbers, unit, { mean, low: null, high: null }).value,
  });
  return [
    { text: name },
    side(baseline),
    side(candidate),
    { ...changeOf(unit, difference, numbers), tone: TONE[verdict] },
    { text: words.change[verdict], tone: TONE[verdict] },
  ];
}

/** With its sign; shares in percentage points. */
export function changeOf(
  unit: ComparisonRow['unit'],
  { mean, low, high }: ComparisonRow['difference'],
  numbers: Numbers,
): Cell {
  if (mean === null) return { text: numbers.absent };
  const sign = mean > 0 ? '+' : mean < 0 ? '−' : '';
  const size = Math.abs(mean);
  const half = low === null || high === null ? null : (high - low) / 2;
  // Both parts in the unit and with the decimals of the difference.
  const scaled = unit === 'share' ? 100 * size : size;
  const decimals = scaled === 0 ? 0 : scaled < 0.95 ? 2 : unit === 'share' || scaled < 100 ? 1 : 0;
  const text = (value: number): string =>
    unit === 's'
      ? formatSeconds(numbers, value)
      : numbers.plain(unit === 'share' ? 100 * value : value, decimals);
  return half === null ? { text: sign + text(size) } : { text: sign + text(size), after: ` ± ${text(half)}` };
}

const TONE: Readonly<Record<ComparisonRow['verdict'], Tone>> = {
  better: 'good',
  worse: 'bad',
  higher: 'plain',
  lower: 'plain',
  unclear: 'dim',
  same: 'dim',
};
