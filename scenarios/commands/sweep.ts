/**
 * `tandem sweep`: a scenario over the values of one or two settings, every point on the same days with the same luck. It reads
 * what was asked, shows how far it is and what is wrong, and hears Ctrl-C. Numbers and sentences are the package's.
 */
import {
  languages,
  renderSweep,
  renderSweepCsv,
  renderSweepHtml,
  sweep,
  sweepJson,
} from '../../workers/tandem.ts';
import type { Language, Outcome, ReadyScenario, Sweep } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { commandLine, courseAgain } from './command-line.ts';
import { courseOf, languageOf, onlyFile } from './common-options.ts';
import type { Course } from './common-options.ts';
import { complain } from './output.ts';
import { outputFiles, overwriting, printText, writeFiles } from './output-files.ts';
import type { OutputFile } from './output-files.ts';
import { readScenarioFile } from './read-scenario.ts';
import type { ScenarioRead } from './read-scenario.ts';
import { FilesBeside } from './scenario-text.ts';
import { watched } from './watched.ts';

const options: OptionKinds = {
  vary: {
    value: 'PATH=A..B',
    multiple: true,
    help: 'the setting and its values: agents.team.count=8..12, a step after a stroke:\nqueues.support.callback.offerFirst=10s..90s/20s, shares 70%..90%/5%, or a list: 1,2,4.\nTwice: every combination of two settings',
  },
  target: {
    value: 'KPI>=BOUND',
    multiple: true,
    help: "what a point must meet: 'serviceLevel@support>=80%', 'abandonRate<=5%'; as often as\nyou like. Quote it: > and < mean something to the shell",
  },
  kpi: {
    value: 'NAME',
    multiple: true,
    help: 'a measure to show, in total or @ a queue or group; default: service level, abandon\nrate, speed of answer, occupancy, and callbacks and overflow where there are any',
  },
  days: { value: 'N', help: 'days of each point to simulate; default: what the scenario says' },
  seed: { value: 'N', help: 'the seed of all chance; default: what the scenario says' },
  workers: { value: 'N', help: 'worker threads; default: one per core; 0: none' },
  set: { value: 'PATH=VALUE', multiple: true, help: 'change the scenario at every point, as in tandem run' },
  json: {
    value: 'FILE',
    help: 'write the sweep as JSON; - writes it to the standard output instead of the text',
  },
  csv: {
    value: 'FILE',
    help: 'write a row for each point and measure; with --lang fr as a French Excel reads it',
  },
  html: { value: 'FILE', help: 'write it as a page: curves of one setting, maps of two; - as with --json' },
  lang: {
    value: languages.join('|'),
    help: 'language of the text and the page, and how the CSV writes numbers; default: en',
  },
  'no-color': { help: 'no colours; so does NO_COLOR=1' },
  help: { short: 'h', help: 'print this text' },
};

const sweepHelp = `Usage: tandem sweep FILE --vary PATH=A..B [--vary PATH=A..B] [options]

Simulates the scenario at every value of one setting, or at every combination of two, all on the same days with the
same luck, and says which points meet the targets and how sure that is.

${optionLines(options)}

Met and missed mean that the whole 95% interval lies on that side. The cheapest point that meets the targets is the one
with the fewest planned agent-hours; where all have the same, the nearest to the scenario as it is.
Ctrl-C stops and shows the days done so far, the same for every point; a second one ends at once.
Exit code 0, whether targets are met or not; 2 when the scenario, a point or an option is wrong (all problems are
printed); 130 when interrupted before the first day was done, or twice.
`;

const formats = ['json', 'csv', 'html'] as const;
type Format = (typeof formats)[number];

interface Asked {
  readonly file: string;
  readonly vary: readonly string[];
  readonly targets: readonly string[];
  readonly kpis: readonly string[];
  readonly set: readonly string[];
  readonly files: readonly OutputFile<Format>[];
  readonly language: Language;
  readonly isPlain: boolean;
  readonly course: Course;
}

export async function sweepCommand(args: readonly string[]): Promise<number> {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(sweepHelp);
    return 0;
  }
  const asked = askedOf(given);
  if (!asked) return complain(given.slips, 'tandem sweep --help');
  const read = readScenarioFile(asked.file, asked.set);
  if (typeof read === 'number') return read;
  const slips = overwriting(asked.files, read.sources);
  return slips.length > 0 ? complain(slips, 'tandem sweep --help') : simulate(asked, read);
}

function askedOf(given: Arguments): Asked | undefined {
  const file = onlyFile(given, 'Name a scenario file: tandem sweep FILE --vary PATH=A..B.', 'scenario');
  const vary = given.all('vary');
  if (vary.length === 0) given.slips.push('Say what to vary: --vary agents.team.count=8..12.');
  if (vary.length > 2) given.slips.push(`A sweep varies one or two settings, not ${vary.length}.`);
  const asked = {
    file,
    vary,
    targets: given.all('target'),
    kpis: given.all('kpi'),
    set: given.all('set'),
    files: outputFiles(given, formats),
    language: languageOf(given),
    isPlain: given.has('no-color'),
    course: courseOf(given),
  };
  return given.slips.length === 0 ? asked : undefined;
}

async function simulate(asked: Asked, { ready, text }: ScenarioRead): Promise<number> {
  const beside = new FilesBeside(asked.file);
  const asking = { help: 'tandem sweep --help', file: asked.file };
  const done = await watched(
    asking,
    (watch) =>
      sweep(text, {
        ...asked.course,
        ...watch,
        vary: asked.vary,
        targets: asked.targets,
        ...(asked.kpis.length > 0 ? { kpis: asked.kpis } : {}),
        set: asked.set,
        files: (name) => beside.read(name),
        command: (outcome) => commandOf(asked, ready, outcome),
      }),
    'days of each point',
  );
  return typeof done === 'number' ? done : print(done.result, asked);
}

function print(swept: Sweep, { files, language, isPlain }: Asked): number {
  printText(files, isPlain, (drawing) => renderSweep(swept, { ...drawing, language }));
  const texts: Readonly<Record<Format, (file: string) => string>> = {
    json: () => sweepJson(swept),
    // Excel needs the mark to see that it is UTF-8; what reads a pipe would take it for a part of the first heading.
    csv: (file) => renderSweepCsv(swept, { locale: language, byteOrderMark: file !== '-' }),
    html: () => renderSweepHtml(swept, { language }),
  };
  return writeFiles(files, ({ format, file }) => texts[format](file));
}

/** What to type to see the same again. */
function commandOf(asked: Asked, ready: ReadyScenario, outcome: Outcome): string {
  const { file, vary, targets, kpis, set, course } = asked;
  const repeated = Object.entries({ vary, target: targets, kpi: kpis, set });
  const options = repeated.flatMap(([name, values]) => values.flatMap((value) => [`--${name}`, value]));
  return commandLine(['tandem', 'sweep', file, ...options, ...courseAgain(course, ready, outcome)]);
}
