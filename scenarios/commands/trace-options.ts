/**
 * What `tandem trace` can be asked, and what goes together: its options, its help, and every slip of what was typed. It reads no file
 * and simulates nothing.
 */
import { findings } from '../../workers/tandem.ts';
import type { Finding, Language, TraceOptions } from '../../workers/tandem.ts';
import { optionLines } from './arguments.ts';
import type { Arguments, OptionKinds } from './arguments.ts';
import { languageOf, onlyFile, seedOf } from './common-options.ts';

export const traceOptions: OptionKinds = {
  contact: {
    value: 'N',
    help: 'the story of this call, numbered from 1 in the order of arrival; its lines instead\nwith --all, --agent, --from or --to',
  },
  'longest-wait': {
    help: 'the story of the call that waited longest on the line, over all its queues (the KPI of\nthe same name is of one queue at a time)',
  },
  'lost-callbacks': { help: 'the calls whose callback was lost' },
  rona: { help: 'the calls that rang at somebody who did not answer' },
  'abandoned-after-offer': { help: 'the calls that heard a callback offer, did not take it and gave up' },
  day: {
    value: 'N',
    help: 'which day of the scenario, from 0; default: 0. Of a long run (days.continuous)\none of those it has: 0 to days.count - 1',
  },
  seed: { value: 'N', help: 'the seed of all chance; default: what the scenario says' },
  agent: { value: 'NAME', help: 'only what this agent does and is told' },
  from: { value: '09:00', help: 'from this local time on; 09:00:30 too' },
  to: { value: '09:30', help: 'until just before this local time' },
  json: {
    help: 'lines of JSON, one for each input, command and fact, nothing left out. t is\nmilliseconds since the day begins (days.from), not since midnight; kind is input, command\nor fact. With an option that looks for calls: a line for each call',
  },
  all: {
    help: 'in the text also what only repeats another line (music, prompts that end, the\nactivity of agents); with --contact the lines instead of the story',
  },
  lang: {
    value: 'en|fr',
    help: 'the language of stories and lists of calls; default: en. Lines are English',
  },
  set: {
    value: 'PATH=VALUE',
    multiple: true,
    help: 'change the scenario without editing it, as in tandem run',
  },
  'no-color': { help: 'no colours; so does NO_COLOR=1' },
  help: { short: 'h', help: 'print this text' },
};

export const traceHelp = `Usage: tandem trace FILE [options]

Simulates one day of the scenario in FILE (YAML or JSON; - reads the standard input) and shows it as it happens: what
callers and agents do, what the engine orders and why. The rule behind each line is in brackets: "tandem explain CB-02".

${optionLines(traceOptions)}

Why nobody could take a call is told once for each of its waits, and with --contact at every change.
Exit code 0; 2 when the scenario or an option is wrong (all problems are printed; that a day has no call N shows only
when nothing else is wrong and the day has been played).
`;

export const flagOf: Readonly<Record<Finding, string>> = {
  longestWait: 'longest-wait',
  lostCallbacks: 'lost-callbacks',
  rona: 'rona',
  abandonedAfterOffer: 'abandoned-after-offer',
};

export interface Asked {
  readonly file: string;
  readonly set: readonly string[];
  readonly finding: Finding | undefined;
  readonly isJson: boolean;
  /** Lines rather than a story. */
  readonly isLines: boolean;
  readonly isAll: boolean;
  readonly isPlain: boolean;
  readonly language: Language;
  readonly trace: Pick<TraceOptions, 'day' | 'seed' | 'agent' | 'from' | 'to'> & {
    readonly contact: number | undefined;
  };
}

/** What was typed, as far as it can be read; what is wrong with it is in the slips. Undefined: there is no file to read. */
export function askedOf(given: Arguments): Asked | undefined {
  const file = onlyFile(given, 'Name a scenario file: tandem trace FILE.', 'scenario');
  if (given.has('json') && given.has('all'))
    given.slips.push('--json leaves nothing out: --all makes no sense with it.');
  const finding = findingOf(given);
  const isLines = ['json', 'all', 'agent', 'from', 'to'].some((name) => given.has(name));
  const isStory = finding !== undefined || (given.has('contact') && !isLines);
  if (given.words.length === 0) return undefined;
  return {
    file,
    set: given.all('set'),
    finding,
    isJson: given.has('json'),
    isLines,
    isAll: given.has('all'),
    isPlain: given.has('no-color'),
    language: storyLanguage(given, isStory && !given.has('json')),
    trace: {
      day: given.whole('day', 0, 999_999),
      seed: seedOf(given),
      contact: given.whole('contact', 1, 999_999_999),
      agent: given.text('agent'),
      from: given.text('from'),
      to: given.text('to'),
    },
  };
}

function findingOf(given: Arguments): Finding | undefined {
  const [finding, another] = findings.filter((each) => given.has(flagOf[each]));
  if (finding === undefined) return undefined;
  if (another !== undefined)
    given.slips.push(`One at a time: --${flagOf[finding]} or --${flagOf[another]}, not both.`);
  for (const name of ['contact', 'agent', 'from', 'to', 'all'])
    if (given.has(name))
      given.slips.push(`--${flagOf[finding]} looks through the whole day: --${name} makes no sense with it.`);
  return finding;
}

/** Lines and JSON are for whoever works with the engine, whose names are English. */
function storyLanguage(given: Arguments, isStory: boolean): Language {
  const language = languageOf(given);
  if (language !== 'en' && !isStory)
    given.slips.push(
      `--lang ${language} is for stories and lists of calls; lines and JSON are in English. Leave it out, or ask for a story: --contact N.`,
    );
  return language;
}
