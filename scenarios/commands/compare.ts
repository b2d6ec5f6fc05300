/**
 * `tandem compare`: two scenarios, or one and the same with settings, on the same days with the same luck; what moved comes first.
 * It reads what was asked, shows how far it is and what is wrong, and hears Ctrl-C. Numbers and sentences are the package's.
 */
import {
  compare,
  comparisonJson,
  languages,
  renderComparison,
  renderComparisonHtml,
  renderComparisonMarkdown,
} from '../../workers/tandem.ts';
import type { Comparison, Language, Outcome, ReadyScenario } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { commandLine, courseAgain } from './command-line.ts';
import { courseOf, languageOf } from './common-options.ts';
import type { Course } from './common-options.ts';
import { complain } from './output.ts';
import { outputFiles, overwriting, printText, writeFiles } from './output-files.ts';
import type { OutputFile } from './output-files.ts';
import { readScenarioFile } from './read-scenario.ts';
import { watched } from './watched.ts';

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

const compareHelp = `Usage: tandem compare BASELINE CANDIDATE [options]
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
  readonly course: Course;
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
  const slips = [
    ...unknownQueues(asked.queues, [baseline.ready, candidate.ready]),
    ...overwriting(asked.files, [...baseline.sources, ...candidate.sources]),
  ];
  if (slips.length > 0) return complain(slips, 'tandem compare --help');
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
    course: courseOf(given),
    see: given.all('see'),
  };
  return given.slips.length === 0 ? asked : undefined;
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
  const asking = { help: 'tandem compare --help', file: asked.candidate };
  const done = await watched(asking, (watch) =>
    compare(baseline, candidate, {
      ...asked.course,
      ...watch,
      ...(asked.see.length > 0 ? { see: asked.see } : {}),
      names: namesOf(asked, baseline, candidate),
      command: (outcome) => commandOf(asked, baseline, outcome),
    }),
  );
  return typeof done === 'number' ? done : print(done.result, asked);
}

function print(comparison: Comparison, { files, language, isPlain, queues }: Asked): number {
  printText(files, isPlain, (drawing) =>
    renderComparison(comparison, {
      ...drawing,
      language,
      queues: queues.length > 0 ? queues : undefined,
    }),
  );
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
    // The same file again has nothing to be told by.
    baseline === candidate ? set.join(', ') || other.name : [candidate, ...set].join(', '),
  ];
}

/** What to type to see the same again. */
function commandOf(asked: Asked, ready: ReadyScenario, outcome: Outcome): string {
  const { baseline, candidate, set, course } = asked;
  const scenarios = candidate === baseline && set.length > 0 ? [baseline] : [baseline, candidate];
  const settings = set.flatMap((setting) => ['--set', setting]);
  return commandLine([
    'tandem',
    'compare',
    ...scenarios,
    ...settings,
    ...courseAgain(course, ready, outcome),
  ]);
}
