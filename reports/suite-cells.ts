/** The cells that every way of writing a check has: what is expected of what, its value, its bounds, its verdict, as texts. */
import { kpisOf } from '../engine/index.ts';
import { formatLength, formatMeasured, formatSeconds, numbersOf } from './format.ts';
import type { Numbers } from './format.ts';
import { titleFr } from './html/titles-fr.ts';
import { shortened } from './text-table.ts';
import { LANGUAGES } from './words.ts';
import type { Language } from './words.ts';
import { frenchSuite } from './suite-words-fr.ts';
import { englishSuite } from './suite-words.ts';
import type { SuiteWords } from './suite-words.ts';
import type { BaselineVerdict, ExpectationVerdict, MovedNumber, SuiteFile, SuiteReport } from './suite.ts';

/** The titles are the same whatever a callback counts as. */
const TITLES: ReadonlyMap<string, string> = new Map(
  kpisOf({ callbackInSL: 'exclude' }).map(({ id, stat, title }) => [`${id} ${stat}`, title]),
);

const WORDS: Readonly<Record<Language, SuiteWords>> = { en: englishSuite, fr: frenchSuite };

export interface ExpectationCells {
  /** `serviceLevel of support`. */
  readonly what: string;
  readonly value: string;
  /** With its sign: ` ± 0.7`; empty where there is none. */
  readonly half: string;
  readonly bounds: string;
  readonly days: string;
  readonly verdict: string;
  /** Why it is undecided, a sentence; empty where it is decided. */
  readonly why: string;
}

export class SuiteCells {
  readonly words: SuiteWords;
  readonly numbers: Numbers;
  readonly #language: Language;

  constructor(language: Language = LANGUAGES[0]) {
    this.#language = language;
    this.words = WORDS[language];
    this.numbers = numbersOf(this.words.locale);
  }

  expectation(each: ExpectationVerdict, { daysAtMost }: SuiteFile): ExpectationCells {
    const { words, numbers } = this;
    const { value, half, sides } = formatMeasured(numbers, each.unit, each);
    const width = sides === null ? (half === null ? '' : ` ± ${half}`) : ` −${sides.below} +${sides.above}`;
    const days = this.whole(each.days);
    return {
      what: each.queue === null ? each.kpi : `${each.kpi} @ ${each.queue}`,
      value,
      half: each.low === each.high ? '' : width,
      bounds: this.bounds(each),
      days,
      verdict: words.verdict[each.verdict],
      why: each.why === null ? '' : words.why[each.why](days, this.whole(daysAtMost)),
    };
  }

  whole(value: number): string {
    return this.numbers.plain(value, 0);
  }

  daysText(days: number): string {
    return this.words.days(this.whole(days), days);
  }

  bounds({ unit, between: [low, high] }: Pick<ExpectationVerdict, 'unit' | 'between'>): string {
    // Both with as many decimals as one of them was written with.
    const scale = unit === 'share' ? 100 : 1;
    const decimals = Math.max(decimalsOf(scale * low), decimalsOf(scale * high));
    const [from, to] = [this.#bound(unit, low, decimals), this.#bound(unit, high, decimals)];
    return low === high ? this.words.exactly(from) : this.words.between(from, to);
  }

  #bound(unit: ExpectationVerdict['unit'], value: number, decimals: number): string {
    const { numbers } = this;
    if (unit === 'share') return numbers.percent(value, decimals);
    if (unit === 'number') return numbers.plain(value, decimals);
    if (value < 0) return `−${this.#bound(unit, -value, decimals)}`;
    return value < TWO_MINUTES ? `${numbers.plain(value, decimals)} s` : formatLength(numbers, value);
  }

  /** "5 passed, 1 undecided". */
  tally({ counts, files }: SuiteReport): string {
    const { words } = this;
    const told = (['pass', 'fail', 'undecided'] as const).flatMap((verdict) =>
      counts[verdict] > 0 ? [words.tally[verdict](counts[verdict])] : [],
    );
    const recorded = files.filter(({ baseline }) => baseline?.verdict === 'recorded').length;
    if (recorded > 0) told.push(words.recorded(recorded));
    if (counts.unchecked > 0) told.push(words.unchecked(counts.unchecked));
    if (counts.baselinesFailed > 0)
      told.push(words.baselinesFailed(counts.baselinesFailed, counts.baselines));
    return told.length === 0 ? (counts.baselines > 0 ? words.passed : words.nothing) : told.join(', ');
  }

  falseAlarm({ falseAlarm, expectations }: SuiteReport): string {
    return this.words.falseAlarm(this.numbers.percent(falseAlarm, 0), expectations);
  }

  /** "same behaviour: 12,345 commands in 10 days, seed 7". */
  baseline(baseline: BaselineVerdict): string {
    const facts = this.baselineFacts(baseline);
    const said = this.words.baseline[baseline.verdict];
    return facts === '' ? said : `${said}: ${facts}`;
  }

  baselineFacts({ verdict, commands, days, daysDiffering, seed }: BaselineVerdict): string {
    const { words } = this;
    if (verdict === 'missing') return words.noBaseline;
    if (verdict === 'stopped') return '';
    const what =
      daysDiffering > 0
        ? words.differing(daysDiffering, this.daysText(days))
        : words.commands(this.whole(commands.is ?? commands.was ?? 0), this.daysText(days));
    return seed === null ? what : `${what}, ${words.seed} ${seed}`;
  }

  /** What else one should know of it. */
  baselineNotes({ scenario, luck, recordedBy }: BaselineVerdict, version: string): string[] {
    const { words } = this;
    const notes: string[] = [];
    if (scenario === 'changed') notes.push(words.scenarioChanged);
    if (recordedBy !== null && recordedBy !== version) notes.push(words.otherVersion(recordedBy));
    if (luck === 'other') notes.push(words.otherLuck);
    return notes;
  }

  /** @param room for the name, in letters: the end of a title is left out before that of a queue */
  moved(
    { id, stat, unit, queue, group, was, is, difference, halfwidth }: MovedNumber,
    room = Infinity,
  ): readonly [what: string, was: string, is: string, difference: string] {
    const value = (mean: number | null): string =>
      formatMeasured(this.numbers, unit, { mean, low: null, high: null }).value;
    const place = queue ?? group;
    const at = place === null ? '' : ` @ ${place}`;
    const name = shortened(this.#title(id, stat), Math.max(LEAST_TITLE, room - at.length));
    const half = halfwidth === null ? '' : ` ± ${this.#difference(unit, halfwidth)}`;
    const sign = difference === null || difference < 0 ? '' : '+';
    const by = difference === null ? this.numbers.absent : `${sign}${this.#difference(unit, difference)}`;
    return [`${name}${at}`, value(was), value(is), `${by}${half}`];
  }

  /** As the report of a run calls it; one of an older version by its ID. */
  #title(id: string, stat: string): string {
    const french = this.#language === 'fr' ? titleFr(id, stat) : undefined;
    return french ?? TITLES.get(`${id} ${stat}`) ?? `${id} ${stat}`;
  }

  /** Shares differ by percentage points. */
  #difference(unit: MovedNumber['unit'], value: number): string {
    const { numbers } = this;
    if (unit === 's') return formatSeconds(numbers, value);
    const scaled = unit === 'share' ? 100 * value : value;
    return numbers.plain(scaled, Math.abs(scaled) < 0.95 ? 2 : Math.abs(scaled) < 100 ? 1 : 0);
  }
}

const TWO_MINUTES = 120;
const LEAST_TITLE = 16;

/** Decimals that say all of a number that a person wrote. */
function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    const scaled = value * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-7 * Math.max(1, Math.abs(scaled))) return decimals;
  }
  return 6;
}
