/**
 * A sweep for a terminal: what the targets say, then a row for each point with its measures, then how each differs from the
 * scenario as it is. A pure function of the sweep.
 */
import { daysText } from './compare-words.ts';
import { formatMeasured, numbersOf } from './format.ts';
import type { Numbers, ReportUnit } from './format.ts';
import { sizeOf } from './difference-text.ts';
import { WORDS } from './languages.ts';
import type { Sweep, SweepPoint } from './sweep.ts';
import {
  kpiHeading,
  kpiName,
  shortPaths,
  surenessText,
  SWEEP_WORDS,
  targetSentences,
} from './sweep-words.ts';
import type { SweepWords } from './sweep-words.ts';
import { painter, shortened, tableLines, tableWidth, wrapped } from './text-table.ts';
import type { Cell, Paint, Row, Tone } from './text-table.ts';
import { warningText } from './warning-text.ts';
import type { Language, Words } from './words.ts';

export interface SweepTextOptions {
  readonly width?: number | undefined;
  readonly colour?: boolean | undefined;
  readonly language?: Language | undefined;
}

interface Sheet {
  readonly sweep: Sweep;
  readonly language: Language;
  readonly words: Words;
  readonly texts: SweepWords;
  readonly numbers: Numbers;
  readonly width: number;
  readonly paint: Paint;
}

export function renderSweep(sweep: Sweep, options: SweepTextOptions = {}): string {
  const { width = 80, colour = false, language = 'en' } = options;
  const words = WORDS[language];
  const numbers = numbersOf(words.locale);
  const sheet = {
    sweep,
    language,
    words,
    texts: SWEEP_WORDS[language],
    numbers,
    width,
    paint: painter(colour),
  };
  const lines = [
    ...headLines(sheet),
    ...targetLines(sheet),
    ...(sweep.settings.length === 1 ? curveTables(sheet) : gridTables(sheet)),
    ...warningLines(sheet),
    '',
    ...wrapped(sheet.texts.intervals, width).map((line) => sheet.paint(line, 'dim')),
    `${sheet.paint(words.again, 'dim')} ${sweep.command}`,
  ];
  return `${lines.join('\n')}\n`;
}

function headLines({ sweep, language, words, texts, numbers, width, paint }: Sheet): string[] {
  const { scenario, days, points, seed, tandem, settings } = sweep;
  const isStopped = days.ended === 'stopped';
  const interrupted = isStopped ? ` (${words.interrupted(numbers.plain(days.asked, 0))})` : '';
  const facts = [
    texts.points(numbers.plain(points.length, 0), points.length === 1),
    `${texts.ofEach(daysText(days.simulated, language))}${interrupted}`,
    `${words.seed} ${seed}`,
    `tandem ${tandem}`,
  ];
  return [
    paint(shortened(`${scenario}: ${settings.map(({ path }) => path).join(' × ')}`, width), 'strong'),
    ...wrapped(facts.join(' · '), width).map((line) => paint(line, 'dim')),
    ...settings.flatMap(({ path, base, standard }) => {
      const home = base ?? standard;
      return home === null ? [] : wrapped(texts.baseSays(path, home), width);
    }),
  ];
}

function targetLines({ sweep, language, texts, width, paint }: Sheet): string[] {
  const sentences = targetSentences(sweep, language);
  if (sentences.length === 0) return [];
  const asked = sweep.targets.map(({ text }) => text).join(', ');
  return [
    '',
    paint(shortened(texts.targets(asked), width), 'strong'),
    ...sentences.flatMap((each) => wrapped(each, width - 2).map((line) => `  ${line}`)),
  ];
}

function curveTables(sheet: Sheet): string[] {
  const all = sheet.sweep.kpis.map((_, at) => at);
  return [...tables(sheet, all, false), ...tables(sheet, all, true)];
}

/** So many grids are read; the rest is for files. */
const GRIDS = 4;

/** Of two settings a grid for each of the first measures, those of targets before the others. */
function gridTables({ sweep, language, texts, numbers, width, paint }: Sheet): string[] {
  const [down, across] = sweep.settings;
  const [downName = '', acrossName = ''] = shortPaths(sweep.settings);
  const columns = [LEFT, ...across!.values.map(() => RIGHT)];
  const told = sweep.kpis.slice(0, Math.max(GRIDS, sweep.targets.length)).flatMap(({ unit }, at) => {
    const rows = down!.values.map(({ text }, row): Row => {
      const points = sweep.points.filter((point) => point.at[0] === row);
      return [{ text }, ...points.map((point) => gridCell(point, unit, point.estimates[at]!.mean, numbers))];
    });
    const headings = ['', ...across!.values.map(({ text }) => text)];
    const lines = tableLines(headings, rows, columns, paint).map((line) => `  ${line}`);
    return ['', paint(kpiName(sweep, at, language), 'strong'), ...lines];
  });
  const note = texts.grid(downName, acrossName, sweep.targets.length > 0);
  return [
    ...told,
    '',
    ...[note, texts.elsewhere].flatMap((each) => wrapped(each, width)).map((line) => paint(line, 'dim')),
  ];
}

function gridCell({ verdict }: SweepPoint, unit: ReportUnit, mean: number | null, numbers: Numbers): Cell {
  const { value } = formatMeasured(numbers, unit, { mean, low: null, high: null });
  const mark = verdict === 'met' ? ' +' : verdict === 'unsure' ? ' ?' : '';
  return verdict === null ? { text: value } : { text: value, after: mark, tone: TONE[verdict] };
}

const RIGHT = { align: 'right' } as const;
const LEFT = { align: 'left' } as const;

/** As many measures side by side as the width holds; the rest in a table below. */
function tables(sheet: Sheet, kpis: readonly number[], isDifference: boolean, isMore = false): string[] {
  const { sweep, texts, width, paint, language, numbers } = sheet;
  if (kpis.length === 0) return [];
  const paths = shortPaths(sweep.settings);
  const hasHours =
    !isDifference && !isMore && new Set(sweep.points.map(({ agentHours }) => agentHours)).size > 1;
  const hasTargets = !isDifference && !isMore && sweep.targets.length > 0;
  const build = (some: readonly number[]) => {
    const headings = [
      ...paths,
      ...(hasHours ? [texts.agentHours] : []),
      ...some.map((at) => kpiHeading(sweep, at, language)),
      ...(hasTargets ? [texts.target] : []),
    ];
    const columns = headings.map((_, at) => (hasTargets && at === headings.length - 1 ? LEFT : RIGHT));
    const rows = sweep.points.map((point, index): Row => {
      const values = point.at.map((value, which): Cell => ({
        text: sweep.settings[which]!.values[value]!.text,
      }));
      const cells = some.map((at) =>
        isDifference ? differenceCell(sheet, index, at) : estimateCell(sheet, index, at),
      );
      return [
        ...values,
        ...(hasHours ? [{ text: numbers.plain(point.agentHours, 1) }] : []),
        ...cells,
        ...(hasTargets ? [verdictCell(sheet, index)] : []),
      ];
    });
    return { headings, rows, columns };
  };
  let count = kpis.length;
  while (count > 1) {
    const { headings, rows, columns } = build(kpis.slice(0, count));
    if (tableWidth(headings, rows, columns) <= width - 2) break;
    count--;
  }
  const { headings, rows, columns } = build(kpis.slice(0, count));
  return [
    '',
    ...(isDifference && !isMore ? [paint(texts.differences, 'strong')] : []),
    ...tableLines(headings, rows, columns, paint).map((line) => `  ${line}`),
    ...tables(sheet, kpis.slice(count), isDifference, true),
  ];
}

function estimateCell({ sweep, numbers }: Sheet, point: number, at: number): Cell {
  const { value, half } = formatMeasured(numbers, sweep.kpis[at]!.unit, sweep.points[point]!.estimates[at]!);
  return half === null ? { text: value } : { text: value, after: ` ±${half}` };
}

function differenceCell({ sweep, numbers, texts }: Sheet, point: number, at: number): Cell {
  const { isBase, differences } = sweep.points[point]!;
  if (isBase) return { text: texts.isBase, tone: 'dim' };
  const { mean, low, high } = differences[at]!;
  const { unit } = sweep.kpis[at]!;
  if (mean === null) return { text: numbers.absent };
  const size = Math.abs(mean);
  const sign = mean > 0 ? '+' : mean < 0 ? '−' : '';
  const text = `${sign}${sizeOf(unit, size, size, numbers)}`;
  if (low === null || high === null) return { text };
  const isClear = low > 0 || high < 0;
  return {
    text,
    after: ` ±${sizeOf(unit, (high - low) / 2, size, numbers)}`,
    tone: isClear ? 'plain' : 'dim',
  };
}

const TONE: Readonly<Record<'met' | 'missed' | 'unsure' | 'noValue', Tone>> = {
  met: 'good',
  missed: 'bad',
  unsure: 'doubtful',
  noValue: 'dim',
};

function verdictCell({ sweep, texts, language }: Sheet, index: number): Cell {
  const point = sweep.points[index]!;
  if (point.verdict === null) return { text: '' };
  const sure = surenessText(point, language);
  const mark = index === sweep.best?.cheapest ? ' *' : '';
  return {
    text: `${texts.verdict[point.verdict]}${sure === null ? '' : `, ${sure}`}${mark}`,
    tone: TONE[point.verdict],
  };
}

function warningLines({ sweep, words, language, width, paint }: Sheet): string[] {
  if (sweep.warnings.length === 0) return [];
  return [
    '',
    paint(words.lookOut, 'strong'),
    ...sweep.warnings.flatMap((warning) => {
      const [first = '', ...rest] = wrapped(warningText(warning, language), width - 4);
      return [`  ${paint('!', 'doubtful')} ${first}`, ...rest.map((line) => `    ${line}`)];
    }),
  ];
}
