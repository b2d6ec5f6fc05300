/**
 * `tandem run`: one scenario file in, a report out. It reads what was asked, shows how far it is and what is
 * wrong, and hears Ctrl-C. Numbers and sentences are the package's.
 */
import { languages, renderText, run } from '../../workers/tandem.ts';
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
import { commandLine, isCut } from './command-line.ts';
import { courseOf, languageOf, onlyFile } from './common-options.ts';
import { complain } from './output.ts';
import { outputFiles, overwriting, printText } from './output-files.ts';
import type { Drawing, OutputFile } from './output-files.ts';
import { readScenarioFile } from './read-scenario.ts';
import type { ScenarioRead } from './read-scenario.ts';
import { reportFormats, writeReports } from './report-files.ts';
import type { ReportFormat } from './report-files.ts';
import { watched } from './watched.ts';

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

const runHelp = `Usage: tandem run FILE [options]

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
  if (typeof read === 'number') return read;
  const slips = overwriting(asked.files, read.sources);
  return slips.length > 0 ? complain(slips, 'tandem run --help') : simulate(asked, read);
}

function askedOf(given: Arguments): Asked | undefined {
  const file = onlyFile(given, 'Name a scenario file: tandem run FILE.', 'scenario');
  const asked = {
    file,
    files: outputFiles(given, reportFormats),
    language: languageOf(given),
    isPlain: given.has('no-color'),
    set: given.all('set'),
    run: {
      ...courseOf(given),
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
  const asking = { help: 'tandem run --help', file: asked.file, asTyped };
  const done = await watched(asking, (watch) =>
    run(ready, {
      ...asked.run,
      ...watch,
      set: asked.set,
      command: (outcome) => commandOf(asked, ready, outcome),
    }),
  );
  return typeof done === 'number' ? done : print(done.result, asked, text, done.last);
}

function print(report: Report, asked: Asked, source: string, last: Progress | undefined): number {
  const { files, language, isPlain } = asked;
  printText(files, isPlain, (drawing) => renderText(report, textOptions(drawing, language, last)));
  return writeReports(report, files, { language, source });
}

/** How fast it was is for a terminal only: in a file or a pipe the same run gives the same bytes. */
function textOptions(
  { colour, width }: Drawing,
  language: Language,
  last: Progress | undefined,
): TextOptions {
  if (width === undefined || !last) return { colour, language };
  const speed = { callsPerSecond: last.callsPerSecond, seconds: last.millisElapsed / 1000 };
  return { colour, language, width, speed };
}

/** `untilHalfwidth` of the API is `--until-halfwidth` here. */
function asTyped(problem: string): string {
  return problem.replace(
    /^(?:until[A-Z][a-z]+|antithetic|controlVariates|warmUp)/,
    (name) => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  );
}

/** What to type to see the same again. */
function commandOf(asked: Asked, ready: ReadyScenario, outcome: Outcome): string {
  const { days, seed, untilHalfwidth, untilRelative, controlVariates, antithetic, warmUp } = asked.run;
  const { world } = ready.setup;
  const cut = isCut(ready, outcome);
  const goals = [
    ...[untilHalfwidth ?? []].flat().map((each) => ({ ...each, option: 'halfwidth', width: each.halfwidth })),
    ...[untilRelative ?? []].flat().map((each) => ({ ...each, option: 'relative', width: each.part })),
  ];
  const parts = ['tandem', 'run', asked.file, '--seed', String(seed ?? ready.setup.seed)];
  if (cut) parts.push('--days', String(outcome.days));
  else if (days !== undefined || goals.length === 0) parts.push('--days', String(days ?? world.days));
  for (const { option, kpi, queue, width } of cut ? [] : goals)
    parts.push(`--until-${option}`, `${kpi}${queue === undefined ? '' : `@${queue}`}=${width}`);
  if (controlVariates === true) parts.push('--control-variates');
  if (antithetic === true) parts.push('--antithetic');
  if (warmUp !== undefined) parts.push('--warm-up', warmUp);
  for (const setting of asked.set) parts.push('--set', setting);
  return commandLine(parts);
}
