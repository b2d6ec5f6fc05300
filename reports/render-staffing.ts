/** A staffing for a terminal: the verdict, heads by interval and group with the formulas beside them, what they give. */
import {
  HEAD_COLUMNS,
  headRows,
  hourCells,
  hourSentences,
  noteSentences,
  pasteShrinkage,
  percent,
  resultsOf,
  staffingSheet,
  testLevel,
  together,
  verdictSentence,
} from './staffing-rows.ts';
import type { StaffingSheet } from './staffing-rows.ts';
import { staffingYaml } from './staffing.ts';
import type { Staffing, StaffingGroup, StaffingKind } from './staffing.ts';
import { painter, tableLines, wrapped } from './text-table.ts';
import type { Cell, Column, Paint, Tone } from './text-table.ts';
import type { Language } from './words.ts';

export interface StaffingTextOptions {
  readonly width?: number | undefined;
  readonly colour?: boolean | undefined;
  readonly language?: Language | undefined;
}

const LEFT = { align: 'left' } as const;
const RIGHT = { align: 'right' } as const;
/** So many lines of YAML are pasted from a terminal; more are written to a file. */
const SNIPPET_LINES = 16;

interface Sheet extends StaffingSheet {
  readonly width: number;
  readonly paint: Paint;
}

export function renderStaffing(staffing: Staffing, options: StaffingTextOptions = {}): string {
  const { width = 80, colour = false, language = 'en' } = options;
  const sheet: Sheet = { ...staffingSheet(staffing, language), width, paint: painter(colour) };
  const { words, numbers, paint } = sheet;
  const { scenario, days, seed, tandem } = staffing;
  const facts = words.facts(numbers.plain(days.search, 0), numbers.plain(days.confirmation, 0));
  const lines = [
    paint(scenario, 'strong'),
    paint(`${facts} · ${words.seed(String(seed))} · tandem ${tandem}`, 'dim'),
    staffing.targets.map(({ text }) => text).join(' · '),
    ...staffing.kinds.flatMap((kind) => kindLines(sheet, kind, staffing.kinds.length > 1)),
    ...(staffing.kinds.length === 0 ? ['', words.nothing] : snippetLines(sheet)),
    '',
    ...noteSentences(sheet).flatMap((note) => wrapped(note, width).map((line) => paint(line, 'dim'))),
    `${paint(`${words.again}:`, 'dim')} ${staffing.command}`,
  ];
  return `${lines.join('\n')}\n`;
}

const TONES: Readonly<Record<StaffingKind['verdict'], Tone>> = {
  confirmed: 'good',
  notConfirmed: 'bad',
  stopped: 'doubtful',
};

function kindLines(sheet: Sheet, kind: StaffingKind, isOneOfSeveral: boolean): string[] {
  const { words, width, paint } = sheet;
  const planned = kind.groups.filter(({ isPlanned }) => isPlanned);
  const all = together(kind, words.total);
  return [
    ...(isOneOfSeveral ? ['', paint(words.ofKind(kind.name), 'strong')] : []),
    '',
    ...wrapped(verdictSentence(sheet, kind), width).map((line) => paint(line, TONES[kind.verdict])),
    ...hourSentences(sheet, kind).flatMap((sentence) => wrapped(sentence, width)),
    ...planned.flatMap((group) => groupLines(sheet, kind, group)),
    ...(planned.length > 1 ? groupLines(sheet, kind, all) : []),
    ...resultLines(sheet, kind),
  ];
}

function groupLines(sheet: Sheet, kind: StaffingKind, group: StaffingGroup): string[] {
  const { words, paint } = sheet;
  const isTotal = group.queues.length === 0;
  const planned = kind.groups.filter(({ isPlanned }) => isPlanned);
  const headings = [words.from, ...HEAD_COLUMNS.map((column) => words[column])];
  const at = HEAD_COLUMNS.indexOf('needed');
  const rows = headRows(sheet, kind, group, true).map(({ from, cells }) => [
    { text: from },
    ...cells.map((text, column): Cell => ({ text, tone: column === at ? 'strong' : 'plain' })),
  ]);
  const hours = hourCells(sheet, kind, isTotal ? planned : [group]);
  rows.push([{ text: words.hours }, ...hours.map((text): Cell => ({ text, tone: 'strong' }))]);
  const columns: Column[] = [LEFT, ...HEAD_COLUMNS.map(() => RIGHT)];
  const title = isTotal ? group.name : words.group(group.name, group.queues.join(', '));
  return ['', paint(title, 'strong'), ...tableLines(headings, rows, columns, paint)];
}

function resultLines(sheet: Sheet, kind: StaffingKind): string[] {
  const { staffing, words, numbers, paint } = sheet;
  if (kind.results.length === 0) return [];
  const byTarget = staffing.targets.map((target) => resultsOf(sheet, kind, target));
  const places = [...kind.starts.keys()].filter((at) => byTarget.some((results) => results.has(at)));
  const rows = [...places, null].map((at) => [
    { text: at === null ? words.day : (kind.starts[at] ?? '') },
    ...byTarget.map((results): Cell => {
      const found = results.get(at);
      if (!found) return { text: numbers.absent };
      const tone = { met: 'plain', unsure: 'doubtful', missed: 'bad' } as const;
      const verdict = found.verdict === 'met' ? '' : ` ${words.verdicts[found.verdict]}`;
      const after = `${found.half === null ? '' : ` ± ${found.half}`}${verdict}`;
      return { text: found.value, tone: tone[found.verdict], after };
    }),
  ]);
  const headings = [words.from, ...staffing.targets.map(({ text }) => text)];
  return [
    '',
    paint(words.result, 'strong'),
    ...tableLines(headings, rows, [LEFT, ...byTarget.map(() => RIGHT)], paint),
    paint(words.bounds(percent(numbers, testLevel(staffing))), 'dim'),
  ];
}

function snippetLines(sheet: Sheet): string[] {
  const { staffing, words, width, paint } = sheet;
  const lines = staffingYaml(staffing).trimEnd().split('\n');
  if (lines.length > SNIPPET_LINES) return [];
  const otherwise = pasteShrinkage(sheet);
  const says = [...(otherwise === null ? [] : wrapped(otherwise, width)), words.pasteSay];
  return ['', paint(words.paste, 'strong'), ...says.map((say) => paint(say, 'dim')), ...lines];
}
