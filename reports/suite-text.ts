/** A check for a terminal: a table by suite, what failed in colour, and at the end how many and how sure. A pure function. */
import { SuiteCells } from './suite-cells.ts';
import type { BaselineVerdict, Decision, ExpectationVerdict, SuiteFile, SuiteReport } from './suite.ts';
import { painter, tableLines, tableWidth, wrapped } from './text-table.ts';
import type { Paint, Row, Tone } from './text-table.ts';
import type { Language } from './words.ts';

export interface SuiteTextOptions {
  readonly width?: number | undefined;
  readonly colour?: boolean | undefined;
  readonly language?: Language | undefined;
}

const LEFT = { align: 'left' } as const;
const RIGHT = { align: 'right' } as const;
const TONE: Readonly<Record<ExpectationVerdict['verdict'], Tone>> = {
  pass: 'good',
  fail: 'bad',
  undecided: 'doubtful',
};
const BASELINE_TONE: Readonly<Record<BaselineVerdict['verdict'], Tone>> = {
  same: 'good',
  recorded: 'plain',
  changed: 'doubtful',
  moved: 'bad',
  missing: 'bad',
  stopped: 'doubtful',
};
/** Of many numbers that moved, the first are told: most of them say the same. */
const MOVED_SHOWN = 8;

export function renderSuite(report: SuiteReport, options: SuiteTextOptions = {}): string {
  const { width = 80, colour = false, language } = options;
  const cells = new SuiteCells(language);
  const { words } = cells;
  const paint = painter(colour);
  const { shard, counts, files } = report;
  const part = shard === null ? '' : ` · ${words.shard(shard.index, shard.of)}`;
  const here = counts.pass + counts.fail + counts.undecided + counts.unchecked;
  const lines = [paint(`${words.counted(here, files.length)}${part} · tandem ${report.tandem}`, 'strong')];
  const rows = files.flatMap((file) => file.expectations.map((each) => rowOf(cells, each, file)));
  const { expectation, value, expected, days, verdict } = words.headings;
  const [heading = '', ...table] = tableLines(
    [expectation, verdict, value, expected, days],
    rows,
    [LEFT, LEFT, RIGHT, LEFT, RIGHT],
    paint,
  );
  if (rows.length > 0) lines.push('', `  ${heading}`);
  let next = 0;
  for (const file of files) {
    if (rows.length === 0) lines.push('');
    lines.push(`${paint(file.file, 'strong')} ${paint(aboutFile(cells, file), 'dim')}`);
    for (const each of file.expectations) {
      lines.push(`  ${table[next++] ?? ''}`);
      const { why } = cells.expectation(each, file);
      for (const line of why === '' ? [] : wrapped(why, width - 6)) lines.push(`      ${line}`);
    }
    if (file.baseline !== null) lines.push(...baselineLines(cells, file.baseline, report, paint, width));
  }
  const tone = report.verdict === 'fail' ? 'bad' : counts.unchecked > 0 ? 'doubtful' : 'good';
  lines.push('', paint(cells.tally(report), tone));
  if (counts.unchecked > 0) lines.push(words.whyUnchecked);
  if (rows.length > 0) {
    lines.push(...wrapped(cells.falseAlarm(report), width));
    lines.push(...wrapped(words.intervals, width).map((line) => paint(line, 'dim')));
  }
  return `${lines.join('\n')}\n`;
}

function aboutFile({ words }: SuiteCells, { name, seed }: SuiteFile): string {
  return `${name} · ${words.seed} ${seed}`;
}

function rowOf(cells: SuiteCells, each: ExpectationVerdict, file: SuiteFile): Row {
  const { what, value, half, bounds, days, verdict } = cells.expectation(each, file);
  return [
    { text: what },
    { text: verdict, tone: TONE[each.verdict] },
    { text: value, after: half },
    { text: bounds },
    { text: days },
  ];
}

function baselineLines(
  cells: SuiteCells,
  baseline: BaselineVerdict,
  report: SuiteReport,
  paint: Paint,
  width: number,
): string[] {
  const { words } = cells;
  const lines = [`  ${words.behaviour}: ${paint(cells.baseline(baseline), BASELINE_TONE[baseline.verdict])}`];
  for (const note of cells.baselineNotes(baseline, report.tandem)) lines.push(`    ${paint(note, 'dim')}`);
  const { first, moved } = baseline;
  if (first !== null) {
    lines.push(`    ${words.firstDiffers(first.day)}`);
    for (const line of first.before) lines.push(`      ${paint(`${words.before.padEnd(6)} ${line}`, 'dim')}`);
    const note = firstNote(cells, first);
    if (note === null) {
      lines.push(...decisionLines(words.was, first.was, words.nothingMore));
      lines.push(...decisionLines(words.is, first.is, words.nothingMore));
    } else lines.push(...wrapped(note, width - 6).map((line) => `      ${line}`));
    if (first.kept === 'replayed') lines.push(`      ${paint(words.replayed, 'dim')}`);
  }
  if (moved.length > 0) {
    const { what, was, is, difference } = words.movedHeadings;
    const shown = moved.slice(0, MOVED_SHOWN);
    const rowsOf = (room: number): Row[] =>
      shown.map((each) => cells.moved(each, room).map((text) => ({ text })));
    const headings = [what, was, is, difference];
    const columns = [LEFT, RIGHT, RIGHT, RIGHT];
    const names = Math.max(...rowsOf(Infinity).map(([name]) => name?.text.length ?? 0));
    const room = names - Math.max(0, tableWidth(headings, rowsOf(Infinity), columns) + 4 - width);
    for (const line of tableLines(headings, rowsOf(room), columns, paint)) lines.push(`    ${line}`);
    if (moved.length > MOVED_SHOWN) lines.push(`    … +${moved.length - MOVED_SHOWN}`);
  }
  if (baseline.verdict === 'changed' || baseline.verdict === 'moved')
    lines.push(...wrapped(words.recordAgain, width - 4).map((line) => `    ${paint(line, 'dim')}`));
  return lines;
}

/** Where there are no two decisions to show. */
export function firstNote(
  { words }: SuiteCells,
  first: NonNullable<BaselineVerdict['first']>,
): string | null {
  if (first.kept === 'none') return words.notKept;
  return first.was === null && first.is === null ? words.notSeen : null;
}

function decisionLines(label: string, decision: Decision | null, nothing: string): string[] {
  const head = `      ${label.padEnd(6)} `;
  if (decision === null) return [`${head}${nothing}`];
  const { at, text, rule, why } = decision;
  const below = ' '.repeat(head.length + 2);
  return [
    `${head}${at} ${text}${rule === null ? '' : ` [${rule}]`}`,
    ...why.map((line) => `${below}${line}`),
  ];
}
