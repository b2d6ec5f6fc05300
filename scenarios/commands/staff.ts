/**
 * `tandem staff`: one scenario file and targets in, heads by interval and group out. It reads what was asked, shows how far it is and
 * hears Ctrl-C. How heads are found and what may be said of them is the package's.
 */
import {
  languages,
  renderStaffing,
  renderStaffingHtml,
  staff,
  staffDays,
  staffingJson,
  staffingYaml,
} from '../../workers/tandem.ts';
import type { Language, ReadyScenario, Staffing, StaffOptions, StaffProgress } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { commandLine } from './command-line.ts';
import { courseOf, languageOf, onlyFile } from './common-options.ts';
import { listenForCtrlC } from './ctrl-c.ts';
import { complain, failure, interrupted } from './output.ts';
import { outputFiles, overwriting, printText, writeFiles } from './output-files.ts';
import type { OutputFile } from './output-files.ts';
import { readScenarioFile } from './read-scenario.ts';
import type { ScenarioRead } from './read-scenario.ts';
import { StatusLine } from './status-line.ts';

const options: OptionKinds = {
  target: {
    value: 'KPI=VALUE',
    multiple: true,
    help: "what the heads must reach, as often as you like; all must hold, in every interval and over the\nday: serviceLevel=80%, abandonRate@support=5%, asa=20s, occupancy=85%. The sign may also\nbe the one that is meant, in quotes: 'serviceLevel>=80%', 'abandonRate<=5%'.\nLeft out: the targets of the queues in the scenario",
  },
  confidence: { value: 'SHARE', help: 'that the plan meets the targets; default: 95%' },
  shrinkage: {
    value: 'SHARE',
    help: 'share of rostered time not at work, for all groups; default: what the\nscenario says of each group. The YAML to paste keeps what the scenario says',
  },
  days: {
    value: 'N',
    help: 'days of the first confirmation, default 500; plans are searched on a quarter\nof them, and later confirmations have twice as many.\nMore days leave fewer heads to doubt',
  },
  seed: { value: 'N', help: 'the seed of the search; confirmations take the next ones' },
  workers: { value: 'N', help: 'worker threads; default: one per core. The result does not depend on it' },
  json: { value: 'FILE', help: 'write everything as JSON; - writes it to the standard output instead' },
  html: { value: 'FILE', help: 'write a page with charts; - as with --json' },
  write: { value: 'FILE', help: 'write the heads as YAML to paste into the scenario; - as with --json' },
  lang: { value: languages.join('|'), help: 'language of the text and of the page; default: en' },
  set: {
    value: 'PATH=VALUE',
    multiple: true,
    help: 'change the scenario without editing it, as with tandem run',
  },
  'no-color': { help: 'no colours; so does NO_COLOR=1' },
  help: { short: 'h', help: 'print this text' },
};

const staffHelp = `Usage: tandem staff FILE [options]

Finds the heads each interval and group needs to meet targets, by simulating the scenario in FILE with its rules,
and confirms them on fresh days. Erlang C and A stand beside them.
Shrinkage is taken as an average. A run draws who is away anew each day, so the same heads give a little less there.

${optionLines(options)}

Ctrl-C stops and gives what is known so far, which is then not confirmed; a second one ends at once.
Exit code 0 when the plan is confirmed; 1 when it is not; 2 when the scenario or an option is wrong or no number of
heads meets a target; 130 when interrupted before anything was known, or twice.
`;

const formats = ['json', 'html', 'write'] as const;
type Format = (typeof formats)[number];

interface Asked {
  readonly file: string;
  readonly files: readonly OutputFile<Format>[];
  readonly language: Language;
  readonly isPlain: boolean;
  readonly set: readonly string[];
  /** Confidence and shrinkage as they were typed. */
  readonly shares: Readonly<Record<'confidence' | 'shrinkage', string | undefined>>;
  readonly staff: Pick<StaffOptions, 'targets' | 'confidence' | 'shrinkage' | 'days' | 'seed' | 'workers'>;
}

export async function staffCommand(args: readonly string[]): Promise<number> {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(staffHelp);
    return 0;
  }
  const asked = askedOf(given);
  if (!asked) return complain(given.slips, 'tandem staff --help');
  const read = readScenarioFile(asked.file, asked.set);
  if (typeof read === 'number') return read;
  const slips = overwriting(asked.files, read.sources);
  return slips.length > 0 ? complain(slips, 'tandem staff --help') : find(asked, read);
}

function askedOf(given: Arguments): Asked | undefined {
  const file = onlyFile(given, 'Name a scenario file: tandem staff FILE.', 'scenario');
  const asked = {
    file,
    files: outputFiles(given, formats),
    language: languageOf(given),
    isPlain: given.has('no-color'),
    set: given.all('set'),
    shares: { confidence: given.text('confidence'), shrinkage: given.text('shrinkage') },
    staff: {
      targets: given.all('target'),
      confidence: shareOf(given, 'confidence', 0.5, 0.999),
      shrinkage: shareOf(given, 'shrinkage', 0, 0.95),
      ...courseOf(given, 50),
    },
  };
  return given.slips.length === 0 ? asked : undefined;
}

/** `30%` or `0.3`. */
function shareOf(given: Arguments, name: string, min: number, max: number): number | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  const parts = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim());
  const value = parts ? Number(parts[1]) / (parts[2] === '%' ? 100 : 1) : Number.NaN;
  if (value >= min && value <= max) return value;
  given.slips.push(`--${name} asks for a share from ${min * 100}% to ${max * 100}%, not "${text}".`);
  return undefined;
}

async function find(asked: Asked, { ready }: ScenarioRead): Promise<number> {
  const ctrlC = listenForCtrlC();
  const line = new StatusLine(process.stderr);
  let staffing: Staffing;
  try {
    staffing = await staff(ready, {
      ...asked.staff,
      set: asked.set,
      signal: ctrlC.signal,
      onProgress: (progress) => line.show(() => progressText(progress), performance.now()),
      command: commandOf(asked, ready),
    });
  } catch (error) {
    line.wipe();
    return failure(error, { help: 'tandem staff --help', file: asked.file });
  } finally {
    ctrlC.close();
  }
  line.wipe();
  if (staffing.kinds.length === 0) {
    process.stderr.write('Stopped before anything was known: there is nothing to report.\n');
    return interrupted;
  }
  const { files, language, isPlain } = asked;
  printText(files, isPlain, (drawing) => renderStaffing(staffing, { ...drawing, language }));
  const written = writeFiles(files, ({ format }) => {
    if (format === 'json') return staffingJson(staffing);
    return format === 'html' ? renderStaffingHtml(staffing, { language }) : staffingYaml(staffing);
  });
  if (written !== 0) return written;
  return staffing.kinds.every(({ verdict }) => verdict === 'confirmed') ? 0 : 1;
}

/** What to type to see the same again: without what it was written to and how many worked on it. */
function commandOf(
  { file, set, shares, staff: { targets = [], days, seed } }: Asked,
  ready: ReadyScenario,
): string {
  const options = Object.entries({ target: targets, ...shares, set }).flatMap(([name, values]) =>
    [values ?? []].flat().flatMap((value) => [`--${name}`, value]),
  );
  const course = ['--seed', String(seed ?? ready.setup.seed), '--days', String(days ?? staffDays)];
  return commandLine(['tandem', 'staff', file, ...options, ...course]);
}

const PHASES = {
  load: 'load, with ample staff',
  search: 'search',
  confirmation: 'confirmation on fresh days',
} as const;

/** How many plans there will be nobody knows, so there is no bar. */
function progressText({ phase, kind, plan, days, daysAsked }: StaffProgress): string {
  const of = kind === null ? '' : `${kind}: `;
  return `${of}${PHASES[phase]}, plan ${plan}, day ${days} of ${daysAsked}`;
}
