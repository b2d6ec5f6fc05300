/**
 * `tandem fit`: an export of calls or counts in, a scenario out, with a page that shows the fit against the data. It reads what was
 * asked and says which lines are wrong; figures and sentences are the package's.
 */
import {
  columnRoles,
  DataError,
  dataProblemLine,
  fit,
  fitJson,
  fitSummary,
  languages,
  nearestName,
  OptionError,
  parseClock,
  parseLength,
  renderFitHtml,
  statedFormat,
} from '../../workers/tandem.ts';
import type { ColumnRole, FitOptionsGiven, FitReport, Language } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { commandLine } from './command-line.ts';
import { languageOf, onlyFile } from './common-options.ts';
import { badInput, complain } from './output.ts';
import { outputFiles, writeFiles } from './output-files.ts';
import type { OutputFile } from './output-files.ts';
import { FileError, readDataText } from './scenario-text.ts';

const laws = [
  'exponential',
  'lognormal',
  'gamma',
  'weibull',
  'hyperexponential',
  'mixture',
  'empirical',
] as const;

const options: OptionKinds = {
  out: { value: 'FILE', help: 'write the scenario into FILE; default: the standard output' },
  columns: {
    value: 'WHAT=HEADING,...',
    multiple: true,
    help: `say which column is what, where a guess is wrong; WHAT is ${columnRoles.slice(0, 7).join(', ')},\n${columnRoles.slice(7).join(', ')}`,
  },
  'time-format': {
    value: 'FORMAT',
    help: 'how dates and moments are written: "DD/MM/YYYY HH:mm:ss"; default: guessed',
  },
  interval: { value: 'LENGTH', help: 'interval of the scenario; default: 30m' },
  hours: {
    value: 'FROM-TO',
    help: 'opening hours of all days, 08:00-18:00; default: found for each kind of day',
  },
  alike: {
    value: 'SHARE',
    help: 'weekdays that differ by no more than that, in volume and in hours, are one kind\nof day; default: 12%',
  },
  law: {
    value: 'LAW',
    help: `law of handle times: ${laws.slice(0, 4).join(', ')},\n${laws.slice(4).join(', ')}; default: the one with the lowest BIC`,
  },
  'redial-window': {
    value: 'LENGTH',
    help: 'a lost caller who calls again within it redials; default: 1h',
  },
  'keep-outliers': {
    help: 'count days that are far from their kind as any other; default: they are named and left out',
  },
  'skip-bad-lines': {
    help: 'leave out lines that cannot be read, and say how many; default: nothing is fitted',
  },
  zone: { value: 'ZONE', help: 'IANA time zone the scenario states: Europe/Paris' },
  html: {
    value: 'FILE',
    help: 'write a page with plots of the fit against the data; - is the standard output',
  },
  json: { value: 'FILE', help: 'write all figures as JSON; - is the standard output' },
  lang: {
    value: languages.join('|'),
    help: 'language of the page and of what is printed; default: en',
  },
  help: { short: 'h', help: 'print this text' },
};

const fitHelp = `Usage: tandem fit DATA.csv [options]

Fits a scenario to an export of your telephone system: kinds of day, arrivals by interval, how much days differ,
handle times, patience, redials; holidays and other days far out are named. DATA.csv (- reads the standard input)
has one row per call (arrival, queue, wait, talk, wrap-up, outcome, caller: what there is) or counts per interval
(date, time, calls, queue). Columns are known by their English or French headings. The scenario runs as it is; its
comments say where each figure came from, and what is missing.

${optionLines(options)}

Exit code 0; 2 when a line cannot be read or an option is wrong.
`;

interface Asked {
  readonly file: string;
  readonly out: string | undefined;
  readonly files: readonly OutputFile<'html' | 'json' | 'out'>[];
  readonly language: Language;
  readonly fit: FitOptionsGiven;
}

export function fitCommand(args: readonly string[]): number {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(fitHelp);
    return 0;
  }
  const asked = askedOf(given);
  if (!asked) return complain(given.slips, 'tandem fit --help');
  try {
    const text = readDataText(asked.file);
    return write(fit(text, { ...asked.fit, command: commandLine(['tandem', 'fit', ...args]) }), asked);
  } catch (error) {
    if (error instanceof DataError) return refuse(error, asked.file);
    if (error instanceof OptionError) return complain(error.problems.map(asOption), 'tandem fit --help');
    if (!(error instanceof FileError)) throw error;
    process.stderr.write(`tandem: ${error.message}\n`);
    return badInput;
  }
}

function write(report: FitReport, { files, language }: Asked): number {
  const texts = {
    out: () => report.scenario,
    html: () => renderFitHtml(report, { language }),
    json: () => fitJson(report),
  };
  const isPrinted = files.every(({ format, file }) => format !== 'out' && file !== '-');
  // What was found stands beside the scenario, or in its place when that goes into a file.
  const isTaken = isPrinted || files.some(({ file }) => file === '-');
  (isTaken ? process.stderr : process.stdout).write(fitSummary(report, { language }));
  if (isPrinted) process.stdout.write(report.scenario);
  return writeFiles(files, ({ format }) => texts[format]());
}

/** More would scroll the first ones away. */
const SHOWN = 20;

function refuse({ problems }: DataError, file: string): number {
  const name = file === '-' ? 'stdin' : file;
  for (const problem of problems.slice(0, SHOWN)) process.stderr.write(`${dataProblemLine(problem, name)}\n`);
  const more = problems.length > SHOWN ? `, of which the first ${SHOWN} are shown` : '';
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const hint = problems.some(({ line }) => line > 0) ? ' --skip-bad-lines leaves such lines out.' : '';
  process.stderr.write(`${count}${more}; nothing was fitted.${hint}\n`);
  return badInput;
}

/** The API's names of options as the command line writes them. */
function asOption(text: string): string {
  return text.replace(/^(interval|hours|alike|zone)\b/, '--$1').replace(/^redialWindow\b/, '--redial-window');
}

// ---------------------------------------------------------------- what was asked

function askedOf(given: Arguments): Asked | undefined {
  const file = onlyFile(given, 'Name a file of calls or counts: tandem fit DATA.csv.', 'file');
  const asked = {
    file,
    out: given.text('out'),
    files: outputFiles(given, ['out', 'html', 'json'] as const),
    language: languageOf(given),
    fit: {
      file,
      columns: columnsOf(given),
      timeFormat: timeFormatOf(given),
      interval: secondsOf(given, 'interval'),
      hours: hoursOf(given),
      alike: shareOf(given),
      law: lawOf(given),
      redialWindow: secondsOf(given, 'redial-window'),
      keepsOutliers: given.has('keep-outliers'),
      skipsBadLines: given.has('skip-bad-lines'),
      zone: given.text('zone'),
    },
  };
  return given.slips.length === 0 ? asked : undefined;
}

/** `arrival=Start,wait=Queue time`; a heading with a comma is given by itself. */
function columnsOf(given: Arguments): Partial<Record<ColumnRole, string>> {
  const columns: Partial<Record<ColumnRole, string>> = {};
  for (const text of given.all('columns')) {
    const parts = text.split(/,(?=\s*[A-Za-z]+=)/);
    for (const part of parts) {
      const [, name = '', heading = ''] = /^\s*([^=]*)=(.*)$/.exec(part) ?? [];
      const role = columnRoles.find((each) => each.toLowerCase() === name.toLowerCase());
      if (role !== undefined && heading.trim() !== '') columns[role] = heading.trim();
      else if (role !== undefined || name === '') {
        given.slips.push(`--columns is written like arrival=Start,wait=Queue time, not "${part}".`);
      } else {
        given.slips.push(`--columns knows no "${name}". ${knownHint(name, columnRoles)}`);
      }
    }
  }
  return columns;
}

function timeFormatOf(given: Arguments): string | undefined {
  const text = given.text('time-format');
  if (text === undefined || statedFormat(text)) return text;
  given.slips.push(
    `--time-format needs YYYY (or YY), MM and DD, each once, and may have HH, mm and ss: "${text}" is none.`,
  );
  return undefined;
}

function secondsOf(given: Arguments, name: string): number | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  const length = parseLength(text);
  if (length !== undefined && length > 0) return length / 1000;
  given.slips.push(`--${name} asks for a length of time like 30m, not "${text}".`);
  return undefined;
}

function hoursOf(given: Arguments): readonly [number, number] | undefined {
  const text = given.text('hours');
  if (text === undefined) return undefined;
  const [from, to] = text.split('-').map((clock) => parseClock(clock));
  if (from !== undefined && to !== undefined) return [from / 1000, to / 1000];
  given.slips.push(`--hours is written like 08:00-18:00, not "${text}".`);
  return undefined;
}

function shareOf(given: Arguments): number | undefined {
  const text = given.text('alike');
  if (text === undefined) return undefined;
  const parts = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  const value = Number(parts?.[1]);
  if (parts?.[2] === '%') return value / 100;
  // 12 is 12% to whoever writes it; as a multiple it would make all weekdays one kind.
  if (value <= 1) return value;
  given.slips.push(`--alike asks for a share like 12%, not "${text}".`);
  return undefined;
}

function lawOf(given: Arguments): FitOptionsGiven['law'] {
  const text = given.text('law');
  if (text === undefined) return undefined;
  const law = laws.find((each) => each === text);
  if (law === undefined) {
    given.slips.push(`--law knows no "${text}". ${knownHint(text, laws)}`);
  }
  return law === 'mixture' ? 'lognormalMixture' : law;
}

/** The nearest name, or where none is near all that there are. */
function knownHint(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? `It knows ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
}
