/**
 * `tandem trace`: one day of a scenario, entry by entry, as text or as lines of JSON; one call's story; or the calls worth reading.
 * It reads the file and writes what comes in slices, no faster than they are taken. What happened and how it is said is the package's.
 */
import {
  callsOf,
  dayLine,
  findings,
  found,
  foundLines,
  isEssential,
  languages,
  lineOf,
  OptionError,
  reasonLines,
  SimulationError,
  storyOf,
  storyWords,
  trace,
} from '../../workers/tandem.ts';
import type { Entry, Finding, Language, ReadyScenario, Trace, TraceOptions } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { complain, ownFault, wantsColour } from './output.ts';
import { readScenarioFile } from './read-scenario.ts';
import { shellWord } from './shell-word.ts';
import { SlowWriter } from './slow-writer.ts';

const options: OptionKinds = {
  contact: { value: 'N', help: 'the story of this call, numbered from 1 in the order of arrival' },
  'longest-wait': { help: 'the story of the call that waited longest' },
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
    help: 'lines of JSON, one for each input, command and fact, nothing left out. t is\nmilliseconds since the start of the day; kind is input, command or fact. With an option\nthat looks for calls: a line for each call',
  },
  all: {
    help: 'in the text also what only repeats another line (music, prompts that end, the\nactivity of agents); with --contact the lines instead of the story',
  },
  lang: { value: 'en|fr', help: 'the language of stories; default: en' },
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

${optionLines(options)}

Why nobody could take a call is told once for each of its waits, and with --contact at every change.
Exit code 0; 2 when the scenario or an option is wrong (all problems are printed).
`;

const flagOf: Readonly<Record<Finding, string>> = {
  longestWait: 'longest-wait',
  lostCallbacks: 'lost-callbacks',
  rona: 'rona',
  abandonedAfterOffer: 'abandoned-after-offer',
};

/** So many stories are told at once; of more there is a list. */
const fewStories = 3;

interface Asked {
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

export async function traceCommand(args: readonly string[]): Promise<number> {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(traceHelp);
    return 0;
  }
  const asked = askedOf(given);
  if (!asked) return complain(given.slips, 'tandem trace --help');
  const read = readScenarioFile(asked.file, asked.set);
  if (typeof read === 'number') return read;
  try {
    if (asked.finding !== undefined) await showFound(asked.finding, asked, read.ready);
    else if (asked.trace.contact === undefined || asked.isLines) await showLines(asked, read.ready);
    else await showStories([asked.trace.contact], asked, read.ready);
    return 0;
  } catch (error) {
    if (error instanceof OptionError) return complain(error.problems.map(asTyped), 'tandem trace --help');
    if (error instanceof SimulationError) return ownFault(error, asked.file);
    throw error;
  }
}

/** What the package says of its options, as they are typed here. */
const asTyped = (problem: string): string => problem.replace(/^(?=(?:day|seed|contact|from|to) )/, '--');

function askedOf(given: Arguments): Asked | undefined {
  const [file, ...more] = given.words;
  if (file === undefined) given.slips.push('Name a scenario file: tandem trace FILE.');
  for (const word of given.hasUnknown ? [] : more)
    given.slips.push(`One scenario at a time: "${word}" is one too many.`);
  const isLines = ['json', 'all', 'agent', 'from', 'to'].some((name) => given.has(name));
  const asked = {
    file: file ?? '',
    set: given.all('set'),
    finding: findingOf(given),
    isJson: given.has('json'),
    isLines,
    isAll: given.has('all'),
    isPlain: given.has('no-color'),
    language: languageOf(given),
    trace: {
      day: given.whole('day', 0, 999_999),
      seed: given.whole('seed', 0, 4_294_967_295),
      contact: given.whole('contact', 1, 999_999_999),
      agent: given.text('agent'),
      from: given.text('from'),
      to: given.text('to'),
    },
  };
  return given.slips.length === 0 ? asked : undefined;
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

function languageOf(given: Arguments): Language {
  const text = given.text('lang') ?? 'en';
  const language = languages.find((each) => each === text);
  if (language === undefined) given.slips.push(`--lang is ${languages.join(' or ')}, not "${text}".`);
  return language ?? 'en';
}

// ---------------------------------------------------------------- lines

async function showLines(asked: Asked, ready: ReadyScenario): Promise<void> {
  const day = trace(ready, asked.trace);
  const writer = new SlowWriter(process.stdout);
  const linesOf = asked.isJson ? (entry: Entry) => [JSON.stringify(entry)] : textOf(day, asked);
  if (!asked.isJson) writer.line(dayLine(day));
  let count = 0;
  for (const entry of day) {
    if (!asked.isJson && !asked.isAll && !isEssential(entry)) continue;
    count += 1;
    for (const line of linesOf(entry)) if (!writer.line(line)) await writer.drained();
  }
  await writer.end();
  if (count === 0) process.stderr.write('Nothing of that happens on this day.\n');
}

function textOf({ from }: Trace, { isPlain }: Asked): (entry: Entry) => readonly string[] {
  const dim = dimmer(isPlain);
  return (entry) => {
    const rule = entry.rule === undefined ? '' : ` ${dim(`[${entry.rule}]`)}`;
    const reasons = reasonLines(entry).map((line) => dim(`           ${line}`));
    return [`${lineOf(entry, { startOfDay: from })}${rule}`, ...reasons];
  };
}

function dimmer(isPlain: boolean): (text: string) => string {
  if (!wantsColour(process.stdout, isPlain)) return (text) => text;
  return (text) => `\u001b[2m${text}\u001b[22m`;
}

// ---------------------------------------------------------------- stories

async function showFound(finding: Finding, asked: Asked, ready: ReadyScenario): Promise<void> {
  const day = trace(ready, asked.trace);
  const calls = found(finding, callsOf(day));
  if (asked.isJson) {
    for (const call of calls) process.stdout.write(`${JSON.stringify(call)}\n`);
    return;
  }
  const { language, isPlain } = asked;
  const { lists } = storyWords[language];
  const lines = [
    dayLine(day, language),
    '',
    ...foundLines(finding, calls, { startOfDay: day.from, language }),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  const contacts = calls.map(({ contact }) => contact);
  if (contacts.length > 0 && contacts.length <= fewStories) await writeStories(contacts, asked, ready);
  const number = day.day === 0 ? [] : ['--day', String(day.day)];
  const read = lists.readOn(commandOf(asked, ['--contact', 'N', ...number]));
  const other = lists.otherDay(commandOf(asked, [`--${flagOf[finding]}`, '--day', String(day.day + 1)]));
  const hints = contacts.length > fewStories ? [read, other] : [other];
  process.stdout.write(`\n${hints.map(dimmer(isPlain)).join('\n')}\n`);
}

/** What to type, with what was typed of seed, changes and language. */
function commandOf({ file, trace: { seed }, set, language }: Asked, more: readonly string[]): string {
  const parts = ['tandem', 'trace', file, ...more];
  if (seed !== undefined) parts.push('--seed', String(seed));
  for (const each of set) parts.push('--set', each);
  if (language !== 'en') parts.push('--lang', language);
  return parts.map(shellWord).join(' ');
}

async function showStories(contacts: readonly number[], asked: Asked, ready: ReadyScenario): Promise<void> {
  // Written when the stories are known to be there.
  await writeStories(contacts, asked, ready, (day) => `${dayLine(day, asked.language)}\n`);
}

async function writeStories(
  contacts: readonly number[],
  { trace: { day: number, seed }, language }: Asked,
  ready: ReadyScenario,
  heading: (day: Trace) => string = () => '',
): Promise<void> {
  const day = trace(ready, { day: number, seed, contact: contacts });
  const entries = [...day];
  const width = Math.min(process.stdout.columns ?? 100, 100);
  const stories = contacts.map((contact) =>
    storyOf(contact, entries, { startOfDay: day.from, language }).map((paragraph) =>
      wrapped(paragraph, width),
    ),
  );
  process.stdout.write(`${heading(day)}\n${stories.map((story) => story.join('\n\n')).join('\n\n\n')}\n`);
}

/** Lines no longer than that, unless a word is. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
