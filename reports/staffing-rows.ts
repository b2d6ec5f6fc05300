/** What the text and the page of a staffing both show: rows of heads and results, sentences. It knows no layout. */
import { formatMeasured, numbersOf } from './format.ts';
import type { Numbers } from './format.ts';
import { WORDS } from './languages.ts';
import { hoursOf } from './staffing.ts';
import type { Staffing, StaffingCell, StaffingGroup, StaffingKind } from './staffing.ts';
import { STAFFING_WORDS } from './staffing-words.ts';
import type { StaffingWords } from './staffing-words.ts';
import type { Language } from './words.ts';

/** At work the first four, planned the other two: now beside what is found, like beside like. */
export const HEAD_COLUMNS = ['atWorkNow', 'erlangC', 'erlangA', 'needed', 'plannedNow', 'rostered'] as const;
export type HeadColumn = (typeof HEAD_COLUMNS)[number];

export interface StaffingSheet {
  readonly staffing: Staffing;
  readonly words: StaffingWords;
  readonly numbers: Numbers;
}

export function staffingSheet(staffing: Staffing, language: Language): StaffingSheet {
  return { staffing, words: STAFFING_WORDS[language], numbers: numbersOf(WORDS[language].locale) };
}

/** Whole heads without decimals, averages over an interval with one. */
export function headText(numbers: Numbers, heads: number | undefined): string {
  if (heads === undefined) return numbers.absent;
  return numbers.plain(heads, Math.abs(heads - Math.round(heads)) < 0.05 ? 0 : 1);
}

export interface HeadRow {
  readonly from: string;
  readonly cells: readonly string[];
}

/** By interval; `isMerged`: intervals in a row with the same heads are one. */
export function headRows(
  sheet: StaffingSheet,
  kind: StaffingKind,
  group: StaffingGroup,
  isMerged: boolean,
): HeadRow[] {
  const rows = kind.starts.map((from, at) => ({
    from,
    cells: HEAD_COLUMNS.map((column) => headText(sheet.numbers, group[column]?.[at])),
  }));
  if (!isMerged) return rows;
  return rows.filter(({ cells }, at) => at === 0 || rows[at - 1]!.cells.join('|') !== cells.join('|'));
}

/** Agent-hours of a group by column, and of all planned groups together. */
export function hourCells(
  sheet: StaffingSheet,
  kind: StaffingKind,
  groups: readonly StaffingGroup[],
): string[] {
  return HEAD_COLUMNS.map((column) => {
    const rows = groups.map((group) => group[column]);
    if (rows.includes(null)) return sheet.numbers.absent;
    const sum = rows.reduce((total, row) => total + hoursOf(kind, row!), 0);
    return sheet.numbers.plain(sum, 1);
  });
}

/** All planned groups as one, for a total by interval. */
export function together(kind: StaffingKind, name: string): StaffingGroup {
  const planned = kind.groups.filter(({ isPlanned }) => isPlanned);
  const sum = (column: HeadColumn): number[] | null =>
    planned.some((group) => group[column] === null)
      ? null
      : kind.starts.map((_, at) => planned.reduce((total, group) => total + (group[column]![at] ?? 0), 0));
  const needed = sum('needed') ?? [];
  return {
    name,
    queues: [],
    isPlanned: true,
    shrinkage: 0,
    scenarioShrinkage: 0,
    atWorkNow: sum('atWorkNow') ?? [],
    erlangC: sum('erlangC'),
    erlangA: sum('erlangA'),
    needed,
    plannedNow: sum('plannedNow') ?? [],
    rostered: sum('rostered') ?? [],
    inScenario: needed,
    headsAtMost: null,
  };
}

export interface ResultText {
  readonly value: string;
  readonly half: string | null;
  readonly verdict: StaffingCell['verdict'];
}

/** Of one target: by interval, and under null over the day. */
export function resultsOf(
  { numbers }: StaffingSheet,
  kind: StaffingKind,
  target: Staffing['targets'][number],
): ReadonlyMap<number | null, ResultText> {
  return new Map(
    kind.results
      .filter(({ target: of }) => of === target.text)
      .map((cell): [number | null, ResultText] => {
        const { value, half } = formatMeasured(numbers, target.unit, cell);
        return [cell.interval, { value, half, verdict: cell.verdict }];
      }),
  );
}

export function verdictSentence({ staffing, words, numbers }: StaffingSheet, kind: StaffingKind): string {
  const { confidence, days, confirmationsAtMost } = staffing;
  switch (kind.verdict) {
    case 'confirmed':
      return words.confirmed(
        percent(numbers, confidence),
        numbers.plain(kind.confirmationDays ?? days.confirmation, 0),
        String(kind.confirmationSeed ?? ''),
        String(kind.confirmations),
        String(confirmationsAtMost),
      );
    case 'notConfirmed': {
      const open = kind.results.filter(({ verdict }) => verdict !== 'met').length;
      const [some, all] = [String(open), String(kind.results.length)];
      if (!kind.isOutOfHeads) return words.notConfirmed(some, all, kind.confirmations);
      const most = kind.groups.flatMap(({ name, headsAtMost }) =>
        headsAtMost === null ? [] : [`${name} ${numbers.plain(headsAtMost, 0)}`],
      );
      return words.outOfHeads(some, all, most.join(', '));
    }
    case 'stopped':
      return words.stopped;
  }
}

/** Agent-hours, at work and planned: needed beside now, rostered beside now. */
export function hourSentences({ words, numbers }: StaffingSheet, kind: StaffingKind): string[] {
  const planned = kind.groups.filter(({ isPlanned }) => isPlanned);
  const all = together(kind, words.total);
  const hours = (column: 'needed' | 'atWorkNow' | 'rostered' | 'plannedNow'): string =>
    numbers.plain(hoursOf(kind, all[column]), 1);
  const [rostered, now] = [hours('rostered'), hours('plannedNow')];
  return [
    words.atWork(hours('needed'), hours('atWorkNow')),
    planned.some(isShrunkOtherwise) ? words.rosteredOtherwise(rostered, now) : words.toRoster(rostered, now),
    ...untestedSentences(words, kind),
  ];
}

/** Heads of the warm-up serve the hours after it, but nothing is measured there. */
function untestedSentences(words: StaffingWords, { isMeasured, starts }: StaffingKind): string[] {
  const first = isMeasured.indexOf(true);
  return first > 0 ? [words.untested(starts[first]!)] : [];
}

/** What must be said of the heads to paste where Rostered has another shrinkage; null: they are the same heads. */
export function pasteShrinkage({ staffing, words, numbers }: StaffingSheet): string | null {
  const groups = staffing.kinds.flatMap((kind) => kind.groups.filter((each) => each.isPlanned));
  if (!groups.some(isShrunkOtherwise)) return null;
  const one = (shares: readonly number[]): string | null =>
    new Set(shares).size === 1 ? percent(numbers, shares[0]!) : null;
  return words.pasteShrinkage(
    one(groups.map(({ scenarioShrinkage }) => scenarioShrinkage)),
    percent(numbers, groups[0]!.shrinkage),
  );
}

function isShrunkOtherwise({ shrinkage, scenarioShrinkage }: StaffingGroup): boolean {
  return shrinkage !== scenarioShrinkage;
}

/** The level of one test: the risk is divided by the number of plans that may be confirmed. */
export function testLevel({ confidence, confirmationsAtMost }: Staffing): number {
  return 1 - (1 - confidence) / confirmationsAtMost;
}

export function percent(numbers: Numbers, share: number): string {
  const hundred = share * 100;
  const decimals = [0, 1, 2].find((each) => Math.abs(hundred - Number(hundred.toFixed(each))) < 1e-9) ?? 3;
  return numbers.percent(share, decimals);
}

/** What must be said of the numbers, whatever they are. */
export function noteSentences({ staffing, words, numbers }: StaffingSheet): string[] {
  const shrinkages = new Set(
    staffing.kinds.flatMap(({ groups }) =>
      groups.flatMap((each) => (each.isPlanned ? [each.shrinkage] : [])),
    ),
  );
  const [one] = shrinkages;
  const shrinkage = shrinkages.size === 1 && one !== undefined ? percent(numbers, one) : null;
  const left = staffing.kinds[0]?.groups.filter(({ isPlanned }) => !isPlanned) ?? [];
  return [
    ...words.noteLines(shrinkage),
    ...(staffing.withoutTarget.length > 0 ? [words.withoutTarget(staffing.withoutTarget.join(', '))] : []),
    ...left.map(({ name }) => words.left(name)),
  ];
}
