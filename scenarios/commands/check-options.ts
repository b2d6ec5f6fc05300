/** What the arguments of `tandem check` ask for, or every slip in them. It checks nothing else. */
import { languages } from '../../workers/tandem.ts';
import type { CheckOptions, Language } from '../../workers/tandem.ts';
import { optionLines } from './arguments.ts';
import type { Arguments, OptionKinds } from './arguments.ts';
import { BaselineFolder, baselineFolder } from './baseline-folder.ts';
import { languageOf, workersOf } from './common-options.ts';
import { outputFiles } from './output-files.ts';
import type { OutputFile } from './output-files.ts';

const formats = ['json', 'junit', 'html', 'markdown'] as const;
export type SuiteFormat = (typeof formats)[number];

export const checkKinds: OptionKinds = {
  'days-at-most': {
    value: 'N',
    help: 'days until which everything must be decided; default: what the suite says, else 1,600.\nIt looks after 100, 150, 200, 300, 400, 600 ... days, and at the last',
  },
  workers: {
    value: 'N',
    help: 'worker threads; default: one per core; 0: none. The verdicts do not depend on it',
  },
  shard: {
    value: 'I/N',
    help: 'only the I-th of N parts, to share a suite among machines: 1/4. All files are read all\nthe same: the chance of a false alarm is that of the whole suite',
  },
  record: {
    value: 'DIR',
    isOptional: true,
    help: 'record what each suite does now, into DIR or reports/baselines: digests of every\ncommand, the numbers, and the decisions of the first days. Commit them',
  },
  baseline: {
    value: 'DIR',
    isOptional: true,
    help: 'also compare with what was recorded. A change of behaviour fails, and the first\ndecision that differs is shown with its reasons, before and after',
  },
  'allow-behaviour': {
    help: 'with --baseline: a change of behaviour that moves no number beyond chance passes',
  },
  watch: {
    help: 'stay, and check again what changed: a suite, its scenario, a file that the scenario reads.\nCtrl-C ends',
  },
  json: {
    value: 'FILE',
    help: 'write the results as JSON; - writes it to the standard output instead of the table',
  },
  junit: { value: 'FILE', help: 'write the results as JUnit XML, which CI servers show' },
  html: { value: 'FILE', help: 'write the results as a page' },
  markdown: {
    value: 'FILE',
    isOptional: true,
    help: 'print a summary fit for a pull request instead of the table, or write it to FILE',
  },
  lang: { value: languages.join('|'), help: 'language; default: en' },
  'no-color': { help: 'no colours; so does NO_COLOR=1' },
  help: { short: 'h', help: 'print this text' },
};

export const checkHelp = `Usage: tandem check FILE... [options]

Simulates until each expectation is decided on its confidence interval: passed, failed, or undecided after the most
days allowed. FILE is a suite (*.suite.yaml), a scenario with "expect", or a folder of them. The chance of a false
alarm over all of them together is at most 1 %.

${optionLines(checkKinds)}

Exit code 0 when everything passed; 1 when something failed or is undecided; 2 when a suite, a scenario or an option
is wrong (all problems of all files are printed, and nothing is simulated).
`;

export interface Asked {
  readonly words: readonly string[];
  readonly files: readonly OutputFile<SuiteFormat>[];
  readonly language: Language;
  readonly isPlain: boolean;
  readonly isWatching: boolean;
  readonly check: Pick<CheckOptions, 'daysAtMost' | 'workers' | 'shard' | 'allowBehaviour'>;
  /** The folder to record into, or to compare with. */
  readonly record: BaselineFolder | null;
  readonly baseline: BaselineFolder | null;
}

export function askedOf(given: Arguments): Asked {
  if (given.words.length === 0 && !given.hasUnknown)
    given.slips.push('Name suites, scenarios or a folder: tandem check FILE...');
  if (given.has('record') && given.has('baseline'))
    given.slips.push('--record and --baseline at once make no sense: it would be compared with itself.');
  if (given.has('watch') && (given.has('record') || given.words.includes('-')))
    given.slips.push('--watch neither records nor reads the standard input.');
  if (given.has('allow-behaviour') && !given.has('baseline'))
    given.slips.push('--allow-behaviour is about --baseline, which is not given.');
  return {
    words: given.words,
    files: outputFiles(given, formats),
    language: languageOf(given),
    isPlain: given.has('no-color'),
    isWatching: given.has('watch'),
    check: {
      daysAtMost: given.whole('days-at-most', 2, 1_000_000),
      workers: workersOf(given),
      shard: shardOf(given),
      allowBehaviour: given.has('allow-behaviour'),
    },
    record: folderOf(given, 'record'),
    baseline: folderOf(given, 'baseline'),
  };
}

function folderOf(given: Arguments, name: 'record' | 'baseline'): BaselineFolder | null {
  const folder = given.text(name);
  return folder === undefined ? null : new BaselineFolder(folder === '' ? baselineFolder : folder);
}

function shardOf(given: Arguments): CheckOptions['shard'] {
  const text = given.text('shard');
  if (text === undefined) return undefined;
  const [, index, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index >= 1 && index <= of) return { index, of };
  given.slips.push(`--shard is written like 1/4, the first of four, not "${text}".`);
  return undefined;
}
