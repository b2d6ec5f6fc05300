/**
 * `tandem run`: one scenario file in, a report out. It reads what was asked, shows how far it is and what is
 * wrong, and hears Ctrl-C. Numbers and sentences are the package's.
 */
import { languages, OptionError, renderText, run, SimulationError } from '../../workers/tandem.ts';
import type {
  Language,
  Outcome,
  Progress,
  ReadyScenario,
  Report,
  RunOptions,
  TextOptions,
  UntilHalfwidth,
  UntilRelative,
} from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { listenForCtrlC } from './ctrl-c.ts';
import { complain, interrupted, ownFault, wantsColour } from './output.ts';
import { ProgressBar } from './progress-bar.ts';
import { readScenarioFile } from './read-scenario.ts';
import type { ScenarioRead } from './read-scenario.ts';
import { outputFiles } from './output-files.ts';
import type { OutputFile } from './output-files.ts';
import { reportFormats, writeReports } from './report-files.ts';
import type { ReportFormat } from './report-files.ts';
import { shellWord } from './shell-word.ts';

const options: OptionKinds = {
  days: { value: 'N', help: 'days to simulate; default: what the scenario says' },
  seed: { value: 'N', help: 'the seed of all chance; default: what the scenario says' },
  workers: {
    value: 'N',
    help: 'worker threads; default: one per core; 0: none, all is done\nin the main thread. The report does not depend on it',
  },
  'until-halfwidth': {
    value: 'KPI=WIDTH',
    multiple: true,
    help: 'stop when half the confidence interval is as narrow: serviceLevel=1%, asa=2s,\nor of one queue: serviceLevel@support=1%. Looks after 100, 150, 200, 300, 400,\n600 ... days, up to --days (default 10,000). Given more than once: all must be reached',
  },
  'until-relative': {
    value: 'KPI=PART',
    multiple: true,
    help: 'the same as a part of the value: asa=5% stops when half the interval of the speed of\nanswer is at most a twentieth of it',
  },
  'control-variates': {
    help: 'narrower intervals: shares and means are adjusted by how many called and how much work\nthey brought, whose means are known exactly',
  },
  antithetic: {
    help: 'narrower intervals: days come in pairs, the second one with the luck of the first\nmirrored (1 - u for u); --days is then even',
  },
  'warm-up': {
    value: 'auto',
    help: 'leave out the start as long as it is felt, found by MSER-5 on 50 days of a pilot; for\ndemand that is the same all day. A length is a setting: --set days.warmUp=30m',
  },
  json: {
    value: 'FILE',
    help: 'write the report as JSON; - writes it to the standard output instead of the text',
  },
  csv: {
    value: 'FILE',
    help: 'write every figure as a row of a table, for Excel, R or pandas; with --lang fr as a\nFrench Excel reads it (semicolons, decimal commas); - as with --json',
  },
  html: {
    value: 'FILE',
    help: 'write the report as a page with charts, to read, to print and to hand on; - as with --json',
  },
  lang: {
    value: languages.join('|'),
    help: 'language of the text and of the page, and how the CSV writes numbers; default: en',
  },
  set: {
    value: 'PATH=VALUE',
    multiple: true,
    help: 'change the scenario without editing it, as often as you like:\n--set queues.support.callback.offerFirst=15s\nA name with a space is quoted: --set \'agents.seniors.shifts["early one"]=5\'',
  },
  'no-color': { help: 'no colours; so does NO_COLOR=1' },
  help: { short: 'h', help: 'print this text' },
};

export const runHelp = `Usage: tandem run FILE [options]

Simulates the scenario in FILE (YAML or JSON; - reads the standard input) and prints a report. CSV files that it
names are looked for in its folder.

${optionLines(options)}

Ctrl-C stops and gives the report of the days done so far; a second one ends at once.
Exit code 0; 2 when the scenario or an option is wrong (all problems are printed); 130 when interrupted before
the first day was done, or twice.
`;

type RunQuestion =
  | 'days'
  | 'seed'
  | 'workers'
  | 'untilHalfwidth'
  | 'untilRelative'
  | 'controlVariates'
  | 'antithetic'
  | 'warmUp';

/** What the arguments ask for. */
interface Asked {
  readonly file: string;
  readonly files: readonly OutputFile<ReportFormat>[];
  readonly language: Language;
  readonly isPlain: boolean;
  readonly set: readonly string[];
  readonly run: Pick<RunOptions, RunQuestion>;
}

export async function runCommand(args: readonly string[]): Promise<number> {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(runHelp);
    return 0;
  }
  const asked = askedOf(given);
  if (!asked) return complain(given.slips, 'tandem run --help');
  const read = readScenarioFile(asked.file, asked.set);
  return typeof read === 'number' ? read : simulate(asked, read);
}

function askedOf(given: Arguments): Asked | undefined {
  const [file, ...more] = given.words;
  if (file === undefined) given.slips.push('Name a scenario file: tandem run FILE.');
  // Behind an unknown option it may be that option's value.
  for (const word of given.hasUnknown ? [] : more)
    given.slips.push(`One scenario at a time: "${word}" is one too many.`);
  const asked = {
    file: file ?? '',
    files: outputFiles(given, reportFormats),
    language: languageOf(given),
    isPlain: given.has('no-color'),
    set: given.all('set'),
    run: {
      days: given.whole('days', 1, 1_000_000),
      seed: given.whole('seed', 0, 4_294_967_295),
      workers: given.whole('workers', 0, 1024),
      untilHalfwidth: goalsOf(given, 'until-halfwidth', 'serviceLevel=1%').map(
        ({ width, ...of }): UntilHalfwidth => ({ ...of, halfwidth: width }),
      ),
      controlVariates: given.has('control-variates'),
      antithetic: given.has('antithetic'),
      // What is not "auto" is refused with a sentence where all options are looked at.
      warmUp: given.text('warm-up') as 'auto' | undefined,
      untilRelative: goalsOf(given, 'until-relative', 'asa=5%').map(({ width, ...of }): UntilRelative => ({
        ...of,
        part: width,
      })),
    },
  };
  return given.slips.length === 0 ? asked : undefined;
}

function languageOf(given: Arguments): Language {
  const asked = given.text('lang') ?? 'en';
  const found = languages.find((language) => language === asked);
  if (found === undefined) given.slips.push(`--lang knows ${languages.join(' and ')}, not "${asked}".`);
  return found ?? 'en';
}

interface GoalGiven {
  readonly kpi: string;
  readonly queue?: string;
  readonly width: string;
}

function goalsOf(given: Arguments, option: string, example: string): GoalGiven[] {
  return given.all(option).flatMap((text): GoalGiven[] => {
    const parts = /^([^=@]+)(?:@(.+))?=([^=]+)$/.exec(text);
    if (!parts) {
      given.slips.push(`--${option} is written like ${example}, not "${text}".`);
      return [];
    }
    const [, kpi = '', queue, width = ''] = parts;
    return [queue === undefined ? { kpi, width } : { kpi, queue, width }];
  });
}

async function simulate(asked: Asked, { ready, text }: ScenarioRead): Promise<number> {
  const bar = new ProgressBar(process.stderr);
  const ctrlC = listenForCtrlC();
  let report: Report;
  let last: Progress | undefined;
  // Said at once: the report of many queues takes a moment.
  ctrlC.signal.addEventListener('abort', () => {
    bar.wipe();
    if (last) process.stderr.write(`Stopped after ${last.days} of ${last.daysAsked} days.\n`);
  });
  try {
    report = await run(ready, {
      ...asked.run,
      set: asked.set,
      signal: ctrlC.signal,
      onProgress: (progress) => {
        last = progress;
        bar.show(progress, performance.now());
      },
      command: (outcome) => commandOf(asked, ready, outcome),
    });
  } catch (error) {
    bar.wipe();
    if (error instanceof OptionError) {
      const slips = error.problems.map((text) =>
        text.replace(/^(?:until[A-Z][a-z]+|antithetic|controlVariates|warmUp)/, asOption),
      );
      return complain(slips, 'tandem run --help');
    }
    if (error instanceof SimulationError) return ownFault(error, asked.file);
    throw error;
  } finally {
    ctrlC.close();
  }
  bar.wipe();
  if (report.days.simulated === 0) {
    process.stderr.write('Stopped before the first day was done: there is nothing to report.\n');
    return interrupted;
  }
  return print(report, asked, text, last);
}

function print(report: Report, asked: Asked, source: string, last: Progress | undefined): number {
  const { files, language } = asked;
  // In place of the text, when one of the formats is to go there.
  if (files.every(({ file }) => file !== '-'))
    process.stdout.write(renderText(report, textOptions(asked, last)));
  return writeReports(report, files, { language, source });
}

/** In a file or a pipe the same run gives the same bytes: how wide and how fast is for a terminal only. */
function textOptions(asked: Asked, last: Progress | undefined): TextOptions {
  const { language } = asked;
  const { isTTY, columns } = process.stdout;
  const colour = wantsColour(process.stdout, asked.isPlain);
  if (isTTY !== true || !last) return { colour, language };
  const speed = { callsPerSecond: last.callsPerSecond, seconds: last.millisElapsed / 1000 };
  return { colour, language, width: columns, speed };
}

/** `untilHalfwidth` of the API is `--until-halfwidth` here. */
function asOption(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** What to type to see the same again. */
function commandOf(asked: Asked, ready: ReadyScenario, { days: done, ended }: Outcome): string {
  const { days, seed, untilHalfwidth, untilRelative, controlVariates, antithetic, warmUp } = asked.run;
  const { world } = ready.setup;
  // The first days of separate ones are the same however many follow; those of a long run hang together.
  const isCut = ended === 'stopped' && !world.continuous;
  const goals = [
    ...[untilHalfwidth ?? []].flat().map((each) => ({ ...each, option: 'halfwidth', width: each.halfwidth })),
    ...[untilRelative ?? []].flat().map((each) => ({ ...each, option: 'relative', width: each.part })),
  ];
  const parts = ['tandem', 'run', asked.file, '--seed', String(seed ?? ready.setup.seed)];
  if (isCut) parts.push('--days', String(done));
  else if (days !== undefined || goals.length === 0) parts.push('--days', String(days ?? world.days));
  for (const { option, kpi, queue, width } of isCut ? [] : goals)
    parts.push(`--until-${option}`, `${kpi}${queue === undefined ? '' : `@${queue}`}=${width}`);
  if (controlVariates === true) parts.push('--control-variates');
  if (antithetic === true) parts.push('--antithetic');
  if (warmUp !== undefined) parts.push('--warm-up', warmUp);
  for (const setting of asked.set) parts.push('--set', setting);
  return parts.map(shellWord).join(' ');
}
