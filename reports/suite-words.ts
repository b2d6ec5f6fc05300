/** The words of a check, for every way it is written: terminal, page, Markdown, JUnit. Another language is another table of this shape. */
import type { BaselineVerdict, ExpectationVerdict } from './suite.ts';

export interface SuiteWords {
  /** Of its numbers. */
  readonly locale: string;
  readonly kind: string;
  readonly title: string;
  readonly skip: string;
  readonly contents: string;
  readonly summary: string;
  /** "6 expectations in 2 suites". */
  readonly counted: (expectations: number, suites: number) => string;
  readonly suites: (count: number) => string;
  readonly shard: (index: number, of: number) => string;
  readonly passed: string;
  readonly failed: string;
  readonly seed: string;
  readonly days: (written: string, count: number) => string;
  readonly headings: Readonly<
    Record<'suite' | 'expectation' | 'value' | 'expected' | 'days' | 'verdict', string>
  >;
  readonly verdict: Readonly<Record<ExpectationVerdict['verdict'], string>>;
  readonly why: Readonly<
    Record<NonNullable<ExpectationVerdict['why']>, (days: string, most: string) => string>
  >;
  readonly between: (low: string, high: string) => string;
  readonly exactly: (value: string) => string;
  readonly inTotal: string;
  readonly tally: Readonly<Record<ExpectationVerdict['verdict'], (count: number) => string>>;
  readonly recorded: (baselines: number) => string;
  readonly unchecked: (expectations: number) => string;
  readonly whyUnchecked: string;
  /** What stands behind the verdicts. */
  readonly falseAlarm: (chance: string, expectations: number) => string;
  readonly intervals: string;
  readonly nothing: string;
  readonly behaviour: string;
  readonly baseline: Readonly<Record<BaselineVerdict['verdict'], string>>;
  readonly baselinesFailed: (failed: number, of: number) => string;
  readonly commands: (written: string, days: string) => string;
  readonly otherVersion: (version: string) => string;
  readonly otherLuck: string;
  readonly scenarioChanged: string;
  readonly noBaseline: string;
  readonly differing: (differing: number, days: string) => string;
  readonly firstDiffers: (day: number) => string;
  readonly before: string;
  readonly was: string;
  readonly is: string;
  readonly nothingMore: string;
  readonly notKept: string;
  readonly notSeen: string;
  readonly replayed: string;
  readonly moved: string;
  readonly movedHeadings: Readonly<Record<'what' | 'was' | 'is' | 'difference', string>>;
  readonly recordAgain: string;
}

const plural = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

export const englishSuite: SuiteWords = {
  locale: 'en-GB',
  kind: 'Suite',
  title: 'What was expected, and what is so',
  skip: 'Skip to the result',
  contents: 'Contents',
  summary: 'Result',
  counted: (expectations, suites) =>
    `${plural(expectations, 'expectation', 'expectations')} in ${plural(suites, 'suite', 'suites')}`,
  suites: (count) => plural(count, 'suite', 'suites'),
  shard: (index, of) => `shard ${index} of ${of}`,
  passed: 'passed',
  failed: 'failed',
  seed: 'seed',
  days: (written, count) => (count === 1 ? '1 day' : `${written} days`),
  headings: {
    suite: 'suite',
    expectation: 'expectation',
    value: 'value',
    expected: 'expected',
    days: 'days',
    verdict: 'verdict',
  },
  verdict: { pass: 'pass', fail: 'FAIL', undecided: 'UNDECIDED' },
  why: {
    tooClose: (days, most) =>
      `still too close to a bound after ${days} days (the limit is ${most}): widen the bounds or raise --days-at-most`,
    noValue: (days) => `nothing to measure in ${days} days`,
    noInterval: (days) => `too few of the ${days} days had anything to measure`,
    stopped: (days) => `interrupted after ${days} days`,
  },
  between: (low, high) => `${low} to ${high}`,
  exactly: (value) => `exactly ${value}`,
  inTotal: 'in total',
  tally: {
    pass: (count) => `${count} passed`,
    fail: (count) => `${count} failed`,
    undecided: (count) => `${count} undecided`,
  },
  recorded: (baselines) => `${plural(baselines, 'baseline', 'baselines')} recorded`,
  unchecked: (expectations) => `${plural(expectations, 'expectation', 'expectations')} not checked`,
  whyUnchecked: 'Recording decides nothing: check again without --record.',
  falseAlarm: (chance, expectations) =>
    expectations < 2
      ? `The chance of a false alarm is at most ${chance}, all looks included.`
      : `The chance of a false alarm is at most ${chance}, over all ${expectations} expectations and all looks at them.`,
  intervals:
    'A verdict needs the whole interval within, or outside, the bounds. ± is half that interval: wider than one of 95%, so that the chance holds for the suite.',
  nothing: 'No expectation here.',
  behaviour: 'baseline',
  baseline: {
    same: 'same behaviour',
    changed: 'behaviour changed, numbers within chance',
    moved: 'numbers moved',
    missing: 'no baseline recorded',
    recorded: 'recorded',
    stopped: 'interrupted',
  },
  baselinesFailed: (failed, of) => `${failed} of ${plural(of, 'baseline', 'baselines')} not as recorded`,
  commands: (written, days) => `${written} commands in ${days}`,
  otherVersion: (version) => `recorded by tandem ${version}`,
  otherLuck: 'the suite now asks for another seed: compared on the recorded one',
  scenarioChanged: 'the scenario is not the recorded one',
  noBaseline: 'record it with --record',
  differing: (differing, days) => `${differing} of ${days} differ`,
  firstDiffers: (day) => `the first decision that differs is on day ${day}:`,
  before: 'before',
  was: 'was',
  is: 'is',
  nothingMore: 'nothing more that day',
  notKept: 'the old decision was not kept: the record holds the first days only',
  notSeen: 'by name every decision is the same: agents or groups are numbered otherwise',
  replayed: 'the old decision is of the recorded scenario, played again by this version',
  moved: 'moved',
  movedHeadings: { what: 'number', was: 'was', is: 'is', difference: 'difference' },
  recordAgain:
    'If it is meant so, record it again with --record; --allow-behaviour lets a change pass that moves no number.',
};
