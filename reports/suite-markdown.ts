/** A check as Markdown, short enough for a pull request: the verdict first, what failed opened, what passed folded. */
import { SuiteCells } from './suite-cells.ts';
import { differenceLines } from './suite-junit.ts';
import { failsBaseline } from './suite.ts';
import type { BaselineVerdict, ExpectationVerdict, SuiteFile, SuiteReport } from './suite.ts';
import type { Language } from './words.ts';

export interface SuiteMarkdownOptions {
  readonly language?: Language | undefined;
  readonly allowBehaviour?: boolean | undefined;
}

const MARK: Readonly<Record<ExpectationVerdict['verdict'], string>> = {
  pass: '✅',
  fail: '❌',
  undecided: '❔',
};

export function renderSuiteMarkdown(report: SuiteReport, options: SuiteMarkdownOptions = {}): string {
  const cells = new SuiteCells(options.language);
  const { words } = cells;
  const { verdict, shard, files } = report;
  const mark = verdict === 'fail' ? '❌' : report.counts.unchecked > 0 ? '⚠️' : '✅';
  const lines = [`### ${mark} tandem check: ${cells.tally(report)}`, ''];
  if (report.counts.unchecked > 0) lines.push(words.whyUnchecked, '');
  const isOpen = (each: ExpectationVerdict): boolean => each.verdict !== 'pass';
  const open = files.flatMap((file) => file.expectations.filter(isOpen).map((each) => ({ each, file })));
  const passed = files.flatMap((file) =>
    file.expectations.filter((each) => !isOpen(each)).map((each) => ({ each, file })),
  );
  if (open.length > 0) lines.push(...tableOf(cells, open), '');
  for (const { file, name, baseline } of files) {
    if (baseline === null || baseline.verdict === 'same' || baseline.verdict === 'recorded') continue;
    lines.push(...baselineLines(cells, name, file, baseline, report, options));
  }
  const same = files.filter(({ baseline }) => baseline?.verdict === 'same').length;
  if (same > 0) lines.push(`✅ ${words.baseline.same}: ${words.suites(same)}`, '');
  if (passed.length > 0) {
    const summary = words.tally.pass(passed.length);
    lines.push(`<details><summary>${summary}</summary>`, '', ...tableOf(cells, passed), '', '</details>', '');
  }
  const part = shard === null ? '' : ` · ${words.shard(shard.index, shard.of)}`;
  const chance = report.counts.pass + report.counts.fail + report.counts.undecided > 0;
  if (chance) lines.push(cells.falseAlarm(report), '');
  lines.push(`<sub>tandem ${report.tandem}${part}</sub>`);
  return `${lines.join('\n')}\n`;
}

interface Row {
  readonly each: ExpectationVerdict;
  readonly file: SuiteFile;
}

function tableOf(cells: SuiteCells, rows: readonly Row[]): string[] {
  const { suite, expectation, verdict, value, expected, days } = cells.words.headings;
  return [
    `| ${['', suite, expectation, verdict, value, expected, days].join(' | ')} |`,
    '|---|---|---|---|--:|---|--:|',
    ...rows.map(({ each, file }) => {
      const told = cells.expectation(each, file);
      const said = told.why === '' ? told.verdict : `${told.verdict}: ${told.why}`;
      const texts = [file.name, told.what, said, `${told.value}${told.half}`, told.bounds, told.days];
      return `| ${[MARK[each.verdict], ...texts.map(escaped)].join(' | ')} |`;
    }),
  ];
}

function baselineLines(
  cells: SuiteCells,
  name: string,
  file: string,
  baseline: BaselineVerdict,
  { tandem }: SuiteReport,
  { allowBehaviour = false }: SuiteMarkdownOptions,
): string[] {
  const mark = failsBaseline(baseline, allowBehaviour) ? '❌' : '⚠️';
  const notes = cells.baselineNotes(baseline, tandem);
  const said = [cells.baseline(baseline), ...notes].join('; ');
  const lines = [`${mark} **${escaped(name)}** (\`${file.replaceAll('`', '')}\`): ${escaped(said)}`, ''];
  const difference = differenceLines(cells, baseline);
  // Longer than any run of backticks a name may hold.
  if (difference.length > 0)
    lines.push('````text', ...difference.map((line) => line.replaceAll('````', "''''")), '````', '');
  return lines;
}

/** Nothing of a name is a link, a heading, or ends its cell. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>()#|!@]/g, (sign) => (sign === '@' ? '@\u200b' : `\\${sign}`))
    .replaceAll('\n', ' ');
}
