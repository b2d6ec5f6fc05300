/**
 * `tandem check`: decides what suites expect, for engineers in CI. It reads what was asked, shows how far it is and what is wrong,
 * and hears Ctrl-C. Verdicts and sentences are the package's.
 */
import {
  check,
  renderSuiteHtml,
  renderSuiteJunit,
  renderSuiteMarkdown,
  languages,
  OptionError,
  renderSuite,
  SimulationError,
  suiteJson,
} from '../../workers/tandem.ts';
import type {
  Baseline,
  CheckOptions,
  Language,
  SuiteJunitOptions,
  SuiteReport,
} from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { BaselineFolder, baselineFolder } from './baseline-folder.ts';
import { listenForCtrlC } from './ctrl-c.ts';
import { outputFiles, writeFiles } from './output-files.ts';
import type { OutputFile } from './output-files.ts';
import { badInput, complain, ownFault, wantsColour } from './output.ts';
import { StatusLine } from './status-line.ts';
import { readSuiteFile, suiteFilesAt } from './suite-files.ts';
import type { SuiteRead } from './suite-files.ts';

const formats = ['json', 'junit', 'html', 'markdown'] as const;
type Format = (typeof formats)[number];

const options: OptionKinds = {
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

${optionLines(options)}

Exit code 0 when everything passed; 1 when something failed or is undecided; 2 when a suite, a scenario or an option
is wrong (all problems of all files are printed, and nothing is simulated).
`;

/** Something failed or is undecided. */
const failed = 1;

interface Asked {
  readonly words: readonly string[];
  readonly files: readonly OutputFile<Format>[];
  readonly language: Language;
  readonly isPlain: boolean;
  readonly check: Pick<CheckOptions, 'daysAtMost' | 'workers' | 'shard' | 'allowBehaviour'>;
  /** The folder to record into, or to compare with. */
  readonly record: BaselineFolder | null;
  readonly baseline: BaselineFolder | null;
}

export async function checkCommand(args: readonly string[]): Promise<number> {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(checkHelp);
    return 0;
  }
  const asked = askedOf(given);
  if (asked.record !== null && asked.baseline !== null)
    given.slips.push('--record and --baseline at once make no sense: it would be compared with itself.');
  if (given.has('allow-behaviour') && asked.baseline === null)
    given.slips.push('--allow-behaviour is about --baseline, which is not given.');
  const files = suiteFilesAt(given.words, given.slips);
  given.slips.push(...((asked.record ?? asked.baseline)?.problems(files) ?? []));
  if (given.slips.length > 0) return complain(given.slips, 'tandem check --help');
  const suites = readAll(files);
  if (suites === null) return badInput;
  const isBaseline = asked.record !== null || asked.baseline !== null;
  if (!isBaseline && suites.every(({ suite }) => suite.ready.setup.report.expectations.length === 0)) {
    process.stderr.write('tandem: Nothing is expected. Write "expect" into the scenario or the suite.\n');
    return badInput;
  }
  const baselines = readBaselines(asked.baseline, suites);
  return baselines === null ? badInput : checkAll(asked, suites, baselines);
}

/** By file; null when one of them cannot be used: then all of those have been said. */
function readBaselines(
  folder: BaselineFolder | null,
  suites: readonly SuiteRead[],
): ReadonlyMap<string, Baseline> | null {
  const baselines = new Map<string, Baseline>();
  let isWrong = false;
  for (const { file } of folder === null ? [] : suites) {
    const read = folder?.read(file) ?? null;
    if (typeof read === 'string') {
      process.stderr.write(`tandem: ${read}\n`);
      isWrong = true;
    } else if (read !== null) baselines.set(file, read);
  }
  return isWrong ? null : baselines;
}

function askedOf(given: Arguments): Asked {
  if (given.words.length === 0 && !given.hasUnknown)
    given.slips.push('Name suites, scenarios or a folder: tandem check FILE...');
  const language = given.text('lang') ?? 'en';
  if (!languages.some((each) => each === language))
    given.slips.push(`--lang knows ${languages.join(' and ')}, not "${language}".`);
  return {
    words: given.words,
    files: outputFiles(given, formats),
    language: language === 'fr' ? 'fr' : 'en',
    isPlain: given.has('no-color'),
    check: {
      daysAtMost: given.whole('days-at-most', 2, 1_000_000),
      workers: given.whole('workers', 0, 1024),
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

/** All of them, or null when anything is wrong with any of them: all of it has been said. */
export function readAll(files: readonly string[]): SuiteRead[] | null {
  const lines: string[] = [];
  const read = files.map((file) => readSuiteFile(file, (line) => lines.push(line)));
  // Two suites of one scenario say the same of it.
  for (const line of new Set(lines)) process.stderr.write(`${line}\n`);
  const wrong = read.filter((each) => each === null).length;
  if (wrong === 0) return read.flatMap((each) => each ?? []);
  const count = files.length === 1 ? 'It' : `${wrong} of ${files.length} files`;
  process.stderr.write(`${count} cannot be used; nothing was simulated.\n`);
  return null;
}

async function checkAll(
  asked: Asked,
  suites: readonly SuiteRead[],
  baselines: ReadonlyMap<string, Baseline>,
): Promise<number> {
  const status = new StatusLine(process.stderr);
  const ctrlC = listenForCtrlC();
  let report: SuiteReport;
  try {
    report = await check(suites, {
      ...asked.check,
      ...(asked.baseline === null ? {} : { baselineOf: (file) => baselines.get(file) ?? null }),
      ...(asked.record === null ? {} : { record: (file, baseline) => asked.record?.write(file, baseline) }),
      signal: ctrlC.signal,
      onProgress: ({ suite, suites: of, file, days, daysAtMost }) =>
        status.show(`[${suite} of ${of}] ${file}: ${days} of at most ${daysAtMost} days`, performance.now()),
    });
  } catch (error) {
    status.wipe();
    if (error instanceof OptionError) return complain(error.problems, 'tandem check --help');
    if (error instanceof SimulationError) return ownFault(error, suites.map(({ file }) => file).join('", "'));
    throw error;
  } finally {
    ctrlC.close();
  }
  status.wipe();
  return print(report, asked);
}

const WRITE: Readonly<
  Record<
    Format,
    (report: SuiteReport, options: SuiteJunitOptions & { readonly language: Language }) => string
  >
> = {
  json: suiteJson,
  junit: renderSuiteJunit,
  html: renderSuiteHtml,
  markdown: renderSuiteMarkdown,
};

function print(report: SuiteReport, asked: Asked): number {
  const { files, language, isPlain } = asked;
  if (files.every(({ file }) => file !== '-')) {
    const { isTTY, columns } = process.stdout;
    const colour = wantsColour(process.stdout, isPlain);
    const width = isTTY === true ? columns : undefined;
    process.stdout.write(renderSuite(report, { colour, language, width }));
  }
  const options = { language, allowBehaviour: asked.check.allowBehaviour };
  const written = writeFiles(files, ({ format }) => WRITE[format](report, options));
  if (written !== 0) return written;
  return report.verdict === 'pass' ? 0 : failed;
}
