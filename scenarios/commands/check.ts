/**
 * `tandem check`: decides what suites expect, for engineers in CI. It reads what was asked, shows how far it is and what is wrong,
 * and hears Ctrl-C. Verdicts and sentences are the package's.
 */
import { resolve } from 'node:path';
import {
  check,
  renderSuite,
  renderSuiteHtml,
  renderSuiteJunit,
  renderSuiteMarkdown,
  suiteJson,
} from '../../workers/tandem.ts';
import type { Baseline, Language, SuiteJunitOptions, SuiteReport } from '../../workers/tandem.ts';
import { Arguments } from './arguments.ts';
import type { BaselineFolder } from './baseline-folder.ts';
import { Changes } from './changes.ts';
import { askedOf, checkHelp, checkKinds } from './check-options.ts';
import type { Asked, SuiteFormat } from './check-options.ts';
import { listenForCtrlC } from './ctrl-c.ts';
import { badInput, complain, failure } from './output.ts';
import { overwriting, printText, writeFiles } from './output-files.ts';
import { StatusLine } from './status-line.ts';
import { readSuiteFile, suiteFilesAt } from './suite-files.ts';
import type { SuiteRead } from './suite-files.ts';

/** Something failed or is undecided. */
const failed = 1;

export async function checkCommand(args: readonly string[]): Promise<number> {
  const given = new Arguments(args, checkKinds);
  if (given.has('help')) {
    process.stdout.write(checkHelp);
    return 0;
  }
  const asked = askedOf(given);
  const files = suiteFilesAt(given.words, given.slips);
  given.slips.push(...((asked.record ?? asked.baseline)?.problems(files) ?? []));
  if (given.slips.length > 0) return complain(given.slips, 'tandem check --help');
  const ctrlC = listenForCtrlC();
  try {
    if (asked.isWatching) return await watch(asked, ctrlC.signal);
    return (await checkFiles(asked, files, ctrlC.signal)).code;
  } finally {
    ctrlC.close();
  }
}

interface Checked {
  readonly code: number;
  /** null: something is wrong with them, and has been said. */
  readonly suites: readonly SuiteRead[] | null;
}

/** @param isWanted of suites that were all read; left out: all of them are */
async function checkFiles(
  asked: Asked,
  files: readonly string[],
  signal: AbortSignal,
  isWanted: (suite: SuiteRead, all: readonly SuiteRead[]) => boolean = () => true,
): Promise<Checked> {
  const suites = readAll(files);
  if (suites === null) return { code: badInput, suites };
  const slips = overwritten(asked, suites);
  if (slips.length > 0) return { code: complain(slips, 'tandem check --help'), suites };
  const isBaseline = asked.record !== null || asked.baseline !== null;
  if (!isBaseline && expectationsOf(suites) === 0) {
    process.stderr.write(`tandem: ${nothingExpected(files)}\n`);
    return { code: badInput, suites };
  }
  const baselines = readBaselines(asked.baseline, suites);
  if (baselines === null) return { code: badInput, suites };
  const wanted = new Set(suites.filter((suite) => isWanted(suite, suites)).map(({ file }) => file));
  return { code: await checkAll(asked, suites, baselines, wanted, signal), suites };
}

/** Suites, their scenarios, what those name, and the baselines are all read: none may be written over. */
function overwritten({ files, record, baseline }: Asked, suites: readonly SuiteRead[]): string[] {
  const sources = suites.flatMap((suite) => suite.sources);
  const recorded = (folder: BaselineFolder | null): string[] =>
    folder === null ? [] : suites.flatMap(({ file }) => folder.paths(file));
  // A suite in JSON may stand in the folder that is recorded into.
  const recording = recorded(record).map((file) => ({ format: 'record', file }));
  return overwriting([...files, ...recording], [...sources, ...recorded(baseline)]);
}

function nothingExpected(files: readonly string[]): string {
  const shown = files.slice(0, FILES_NAMED).map((file) => `"${file}"`);
  const more = files.length > FILES_NAMED ? ` and ${files.length - FILES_NAMED} more` : '';
  return `Nothing is expected in ${shown.join(', ')}${more}. Write "expect" into the scenario or the suite.`;
}
const FILES_NAMED = 3;

function expectationsOf(suites: readonly SuiteRead[]): number {
  return suites.reduce((sum, { suite }) => sum + suite.ready.setup.report.expectations.length, 0);
}

/** Until Ctrl-C; the exit code is that of the last check. */
async function watch(asked: Asked, signal: AbortSignal): Promise<number> {
  const changes = new Changes();
  let known: readonly SuiteRead[] = [];
  const files = (): string[] => suiteFilesAt(asked.words, []);
  const sources = (): string[] => [
    ...files().map((file) => resolve(file)),
    ...known.flatMap((suite) => suite.sources),
  ];
  let changed = changes.look(sources());
  for (;;) {
    const [before, touched] = [known, changed];
    // When there are more or fewer expectations, each has another part of the chance.
    const checked = await checkFiles(asked, files(), signal, (suite, all) => {
      const isKnown = before.some(({ file }) => file === suite.file);
      const isSameChance = expectationsOf(all) === expectationsOf(before);
      return !isKnown || !isSameChance || suite.sources.some((path) => touched.has(path));
    });
    if (checked.suites !== null) known = checked.suites;
    // Sources that were met only now are no change.
    changes.look(sources());
    if (!signal.aborted) process.stderr.write('Watching for changes; Ctrl-C ends.\n');
    const next = await changes.next(sources, signal);
    if (next === null) return checked.code;
    changed = next;
  }
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

/** All of them, or null when anything is wrong with any of them: all of it has been said. */
function readAll(files: readonly string[]): SuiteRead[] | null {
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
  wanted: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<number> {
  const status = new StatusLine(process.stderr);
  let report: SuiteReport;
  try {
    report = await check(suites, {
      ...asked.check,
      ...(asked.baseline === null ? {} : { baselineOf: (file) => baselines.get(file) ?? null }),
      ...(asked.record === null ? {} : { record: (file, baseline) => asked.record?.write(file, baseline) }),
      only: (file) => wanted.has(file),
      signal,
      onProgress: ({ suite, suites: of, file, days, daysAtMost }) =>
        status.show(
          () => `[${suite} of ${of}] ${file}: ${days} of at most ${daysAtMost} days`,
          performance.now(),
        ),
    });
  } catch (error) {
    status.wipe();
    const file = suites.map((each) => each.file).join('", "');
    return failure(error, { help: 'tandem check --help', file });
  }
  status.wipe();
  return print(report, asked);
}

const WRITE: Readonly<
  Record<
    SuiteFormat,
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
  printText(files, isPlain, (drawing) => renderSuite(report, { ...drawing, language }));
  const options = { language, allowBehaviour: asked.check.allowBehaviour };
  const written = writeFiles(files, ({ format }) => WRITE[format](report, options));
  if (written !== 0) return written;
  return report.verdict === 'pass' ? 0 : failed;
}
