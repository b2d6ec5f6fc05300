/**
 * `tandem compare`: two scenarios, or one and the same with settings, on the same days with the same luck; what moved comes first.
 * It reads what was asked, shows how far it is and what is wrong, and hears Ctrl-C. Numbers and sentences are the package's.
 */
import {
  compare,
  comparisonJson,
  languages,
  OptionError,
  renderComparison,
  renderComparisonHtml,
  renderComparisonMarkdown,
  SimulationError,
} from '../../workers/tandem.ts';
import type { Comparison, Language, Outcome, Progress, ReadyScenario } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { listenForCtrlC } from './ctrl-c.ts';
import { complain, interrupted, ownFault, wantsColour } from './output.ts';
import { outputFiles, writeFiles } from './output-files.ts';
import type { OutputFile } from './output-files.ts';
import { ProgressBar } from './progress-bar.ts';
import { readScenarioFile } from './read-scenario.ts';
import { shellWord } from './shell-word.ts';

const options: OptionKinds = {
  set: {
    value: 'PATH=VALUE',
    multiple: true,
    help: 'change the candidate without editing it, as often as you like; of a single FILE\nthe candidate is that file with these settings',
  },
  days: { value: 'N', help: 'days of each to simulate; default: what the first scenario says' },
  seed: { value: 'N', help: 'the seed of all chance; default: what the first scenario says' },
  workers: { value: 'N', help: 'worker threads; default: one per core; 0: none' },
  see: {
    value: 'KPI=SIZE',
    multiple: true,
    help: 'say how many days it takes to see a difference of that size: abandonRate=0.5%,\nasa@support=2s',
  },
  queue: {
    value: 'NAME',
    multiple: true,
    help: 'of the single queues and groups show only this one in the table; as often as you like',
  },
  json: {
    value: 'FILE',
    help: 'write the comparison as JSON; - writes it to the standard output instead of the text',
  },
  html: {
    value: 'FILE',
    help: 'write it as a page with a chart, to read, to print and to hand on; - as with --json',
  },
  markdown: { value: 'FILE', help: 'write a short form for a pull request or a wiki; - as with --json' },
  lang: {
    value: languages.join('|'),
    help: 'language of the text, the page and the short form; default: en',
  },
  'no-color': { help: 'no colours; so does NO_COLOR=1' },
  help: { short: 'h', help: 'print this text' },
};

export const compareHelp = `Usage: tandem compare BASELINE CANDIDATE [options]
       tandem compare FILE --set PATH=VALUE [options]

Simulates two scenarios on the same days with the same luck and says what moved, the surest first. Every caller is
the same person in both, so a difference is known much better than either number by itself.

${optionLines(options)}

Ctrl-C stops and compares the days done so far; a second one ends at once.
Exit code 0, whatever moved; 2 when a scenario or an option is wrong (all problems are printed); 130 when interrupted
before the first day was done, or twice.
`;

const formats = ['json', 'html', 'markdown'] as const;
type Format = (typeof formats)[number];

interface Asked {
  readonly baseline: string;
  readonly candidate: string;
  readonly set: readonly string[];
  readonly files: readonly OutputFile<Format>[];
  readonly language: Language;
  readonly isPlain: boolean;
  readonly queues: readonly string[];
  readonly days: number | undefined;
  readonly seed: number | undefined;
  readonly workers: number | undefined;
  readonly see: readonly string[];
}

export async function compareCommand(args: readonly string[]): Promise<number> {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(compareHelp);
    return 0;
  }
  const asked = askedOf(given);
  if (!asked) return complain(given.slips, 'tandem compare --help');
  // Both are read, so that the problems of both are said at once; those of one and the same file once.
  const isSame = asked.baseline === asked.candidate;
  const candidate = readScenarioFile(asked.candidate, asked.set);
  if (isSame && typeof candidate === 'number') return candidate;
  const baseline = readScenarioFile(asked.baseline, [], { warns: !isSame });
  if (typeof baseline === 'number') return baseline;
  if (typeof candidate === 'number') return candidate;
  const unknown = unknownQueues(asked.queues, [baseline.ready, candidate.ready]);
  if (unknown.length > 0) return complain(unknown, 'tandem compare --help');
  return simulate(asked, baseline.ready, candidate.ready);
}

function askedOf(given: Arguments): Asked | undefined {
  const [baseline, second, ...more] = given.words;
  const set = given.all('set');
  if (baseline === undefined) given.slips.push('Name two scenario files: tandem compare BASELINE CANDIDATE.');
  else if (second === undefined && set.length === 0)
    given.slips.push(
      'Name a second scenario file, or what is set in the candidate: tandem compare FILE --set PATH=VALUE.',
    );
  // Behind an unknown option it may be that option's value.
  for (const word of given.hasUnknown ? [] : more)
    given.slips.push(`Two scenarios at a time: "${word}" is one too many.`);
  if (baseline === '-' && (second === undefined || second === '-'))
    given.slips.push('The standard input can be read once: name a file for one of the two.');
  const asked = {
    baseline: baseline ?? '',
    candidate: second ?? baseline ?? '',
    set,
    files: outputFiles(given, formats),
    language: languageOf(given),
    isPlain: given.has('no-color'),
    queues: given.all('queue'),
    days: given.whole('days', 1, 1_000_000),
    seed: given.whole('seed', 0, 4_294_967_295),
    workers: given.whole('workers', 0, 1024),
    see: given.all('see'),
  };
  return given.slips.length === 0 ? asked : undefined;
}

function languageOf(given: Arguments): Language {
  const asked = given.text('lang') ?? 'en';
  const found = languages.find((language) => language === asked);
  if (found === undefined) given.slips.push(`--lang knows ${languages.join(' and ')}, not "${asked}".`);
  return found ?? 'en';
}

function unknownQueues(asked: readonly string[], scenarios: readonly ReadyScenario[]): string[] {
  const known = new Set(
    scenarios.flatMap(({ setup }) =>
      [...setup.routing.queues, ...setup.world.groups].map(({ name }) => name),
    ),
  );
  return asked
    .filter((name) => !known.has(name))
    .map((name) => `There is no queue or group of agents "${name}". Known: ${[...known].join(', ')}.`);
}

async function simulate(asked: Asked, baseline: ReadyScenario, candidate: ReadyScenario): Promise<number> {
  const bar = new ProgressBar(process.stderr);
  const ctrlC = listenForCtrlC();
  let comparison: Comparison;
  let last: Progress | undefined;
  ctrlC.signal.addEventListener('abort', () => {
    bar.wipe();
    if (last) process.stderr.write(`Stopped after ${last.days} of ${last.daysAsked} days.\n`);
  });
  try {
    comparison = await compare(baseline, candidate, {
      days: asked.days,
      seed: asked.seed,
      workers: asked.workers,
      ...(asked.see.length > 0 ? { see: asked.see } : {}),
      names: namesOf(asked, baseline, candidate),
      signal: ctrlC.signal,
      onProgress: (progress) => {
        last = progress;
        bar.show(progress, performance.now());
      },
      command: (outcome) => commandOf(asked, baseline, outcome),
    });
  } catch (error) {
    bar.wipe();
    if (error instanceof OptionError) return complain(error.problems, 'tandem compare --help');
    if (error instanceof SimulationError) return ownFault(error, asked.candidate);
    throw error;
  } finally {
    ctrlC.close();
  }
  bar.wipe();
  if (comparison.days.simulated === 0) {
    process.stderr.write('Stopped before the first day was done: there is nothing to compare.\n');
    return interrupted;
  }
  return print(comparison, asked);
}

function print(comparison: Comparison, { files, language, isPlain, queues }: Asked): number {
  // In place of the text, when one of the formats is to go there.
  if (files.every(({ file }) => file !== '-')) {
    const { isTTY, columns } = process.stdout;
    process.stdout.write(
      renderComparison(comparison, {
        language,
        colour: wantsColour(process.stdout, isPlain),
        queues: queues.length > 0 ? queues : undefined,
        // In a file or a pipe the same comparison gives the same bytes.
        ...(isTTY === true ? { width: columns } : {}),
      }),
    );
  }
  const texts: Readonly<Record<Format, () => string>> = {
    json: () => comparisonJson(comparison),
    html: () => renderComparisonHtml(comparison, { language }),
    markdown: () => renderComparisonMarkdown(comparison, { language }),
  };
  return writeFiles(files, ({ format }) => texts[format]());
}

/** By their names; where those are the same, by what is set, or by their files. */
function namesOf(
  { baseline, candidate, set }: Asked,
  { setup: one }: ReadyScenario,
  { setup: other }: ReadyScenario,
): readonly [string, string] {
  if (one.name !== other.name) return [one.name, other.name];
  return [
    baseline === candidate ? one.name : baseline,
    baseline === candidate ? set.join(', ') : [candidate, ...set].join(', '),
  ];
}

/** What to type to see the same again. */
function commandOf(asked: Asked, { setup }: ReadyScenario, { days: done, ended }: Outcome): string {
  const { baseline, candidate, days, seed } = asked;
  // The first days of separate ones are the same however many follow; those of a long run hang together.
  const isCut = ended === 'stopped' && !setup.world.continuous;
  const parts = ['tandem', 'compare', baseline, ...(candidate === baseline ? [] : [candidate])];
  for (const setting of asked.set) parts.push('--set', setting);
  parts.push(
    '--seed',
    String(seed ?? setup.seed),
    '--days',
    String(isCut ? done : (days ?? setup.world.days)),
  );
  return parts.map(shellWord).join(' ');
}
