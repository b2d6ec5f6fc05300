/** A check as JUnit XML, which every CI server shows: a test suite for each file, a test for each expectation and each baseline. */
import { SuiteCells } from './suite-cells.ts';
import { firstNote } from './suite-text.ts';
import { failsBaseline } from './suite.ts';
import type { BaselineVerdict, Decision, ExpectationVerdict, SuiteFile, SuiteReport } from './suite.ts';
import type { Language } from './words.ts';

export interface SuiteJunitOptions {
  readonly language?: Language | undefined;
  /** As it was checked: a change of behaviour alone is no failure. */
  readonly allowBehaviour?: boolean | undefined;
}

interface Test {
  readonly name: string;
  /** What it measured, for who opens a test that passed. */
  readonly said: string;
  readonly isSkipped?: boolean;
  readonly failure: { readonly type: string; readonly message: string; readonly text: string } | null;
}

export function renderSuiteJunit(report: SuiteReport, options: SuiteJunitOptions = {}): string {
  const cells = new SuiteCells(options.language);
  const suites = report.files.map((file) => ({ file, tests: testsOf(cells, file, report, options) }));
  const all = suites.flatMap(({ tests }) => tests);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="tandem check" ${counts(all)}>`];
  for (const { file, tests } of suites) {
    lines.push(`  <testsuite name="${escaped(file.file)}" ${counts(tests)}>`);
    lines.push('    <properties>');
    const properties = {
      tandem: report.tandem,
      seed: file.seed,
      days: file.days,
      falseAlarm: report.falseAlarm,
      expectations: report.expectations,
    };
    for (const [name, value] of Object.entries(properties))
      lines.push(`      <property name="${name}" value="${escaped(String(value))}"/>`);
    lines.push('    </properties>');
    for (const test of tests) lines.push(...testLines(file, test));
    lines.push('  </testsuite>');
  }
  lines.push('</testsuites>');
  return `${lines.join('\n')}\n`;
}

function counts(tests: readonly Test[]): string {
  const failures = tests.filter(({ failure }) => failure !== null).length;
  const skipped = tests.filter(({ isSkipped = false }) => isSkipped).length;
  return `tests="${tests.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}

function testLines(file: SuiteFile, { name, said, isSkipped = false, failure }: Test): string[] {
  const opening = `    <testcase classname="${escaped(file.name)}" name="${escaped(name)}"`;
  const out = `      <system-out>${escaped(said)}</system-out>`;
  if (isSkipped) return [`${opening}>`, `      <skipped message="${escaped(said)}"/>`, '    </testcase>'];
  if (failure === null) return [`${opening}>`, out, '    </testcase>'];
  const { type, message, text } = failure;
  return [
    `${opening}>`,
    `      <failure type="${type}" message="${escaped(message)}">${escaped(text)}</failure>`,
    out,
    '    </testcase>',
  ];
}

function testsOf(
  cells: SuiteCells,
  file: SuiteFile,
  { tandem }: SuiteReport,
  { allowBehaviour = false }: SuiteJunitOptions,
): Test[] {
  const { words } = cells;
  const tests = file.expectations.map((each) => expectationTest(cells, each, file));
  if (file.unchecked > 0)
    tests.push({
      name: words.unchecked(file.unchecked),
      said: words.whyUnchecked,
      isSkipped: true,
      failure: null,
    });
  const { baseline } = file;
  if (baseline === null) return tests;
  const said = cells.baseline(baseline);
  const isFailure = failsBaseline(baseline, allowBehaviour);
  const text = [said, ...cells.baselineNotes(baseline, tandem), ...differenceLines(cells, baseline)].join(
    '\n',
  );
  const failure = isFailure ? { type: baseline.verdict, message: said, text } : null;
  return [...tests, { name: words.behaviour, said: text, failure }];
}

function expectationTest(cells: SuiteCells, each: ExpectationVerdict, file: SuiteFile): Test {
  const { what, value, half, bounds, verdict, why } = cells.expectation(each, file);
  const said = `${what}: ${value}${half}, ${cells.daysText(each.days)}`;
  const message = `${verdict}: ${value}${half}, ${cells.words.headings.expected}: ${bounds}`;
  const text = why === '' ? message : `${message}\n${why}`;
  return {
    name: `${what}: ${bounds}`,
    said,
    failure: each.verdict === 'pass' ? null : { type: each.verdict, message, text },
  };
}

/** The first decision that differs and the numbers that moved, a line each. */
export function differenceLines(cells: SuiteCells, { first, moved }: BaselineVerdict): string[] {
  const { words } = cells;
  const lines: string[] = [];
  if (first !== null) {
    lines.push(words.firstDiffers(first.day));
    const note = firstNote(cells, first);
    if (note !== null) lines.push(note);
    else {
      for (const line of first.before) lines.push(`  ${words.before}: ${line}`);
      lines.push(...decisionLines(words.was, first.was, words.nothingMore));
      lines.push(...decisionLines(words.is, first.is, words.nothingMore));
    }
  }
  for (const each of moved) {
    const [what, was, is, difference] = cells.moved(each);
    lines.push(`${words.moved}: ${what}: ${was} → ${is} (${difference})`);
  }
  return lines;
}

function decisionLines(label: string, decision: Decision | null, nothing: string): string[] {
  if (decision === null) return [`  ${label}: ${nothing}`];
  const { at, text, rule, why } = decision;
  return [
    `  ${label}: ${at} ${text}${rule === null ? '' : ` [${rule}]`}`,
    ...why.map((line) => `    ${line}`),
  ];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Also without what XML 1.0 has no way to write. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/[&<>"\n]/g, (sign) => ENTITIES[sign] ?? sign);
}
