/**
 * `tandem trace`: one day of a scenario, entry by entry, as text or as lines of JSON; one call's story; or the calls worth reading.
 * It reads the file and writes what comes in slices, no faster than they are taken. What happened and how it is said is the package's.
 */
import {
  callsOf,
  dayLine,
  found,
  foundLines,
  isEssential,
  lineOf,
  OptionError,
  reasonLines,
  storyOf,
  storyWords,
  trace,
} from '../../workers/tandem.ts';
import type { Entry, Finding, ReadyScenario, Trace } from '../../workers/tandem.ts';
import { Arguments } from './arguments.ts';
import { commandLine } from './command-line.ts';
import { complain, failure, wantsColour } from './output.ts';
import { readScenarioFile } from './read-scenario.ts';
import { SlowWriter } from './slow-writer.ts';
import { askedOf, flagOf, traceHelp, traceOptions } from './trace-options.ts';
import type { Asked } from './trace-options.ts';

/** So many stories are told at once; of more there is a list. */
const fewStories = 3;

export async function traceCommand(args: readonly string[]): Promise<number> {
  const given = new Arguments(args, traceOptions);
  if (given.has('help')) {
    process.stdout.write(traceHelp);
    return 0;
  }
  const asked = askedOf(given);
  if (!asked) return complain(given.slips, 'tandem trace --help');
  const read = readScenarioFile(asked.file, asked.set);
  // A wrong scenario has been told; what is wrong with the options is told below it.
  const slips = typeof read === 'number' ? given.slips : [...given.slips, ...problemsOf(asked, read.ready)];
  if (slips.length > 0) return complain(slips, 'tandem trace --help');
  if (typeof read === 'number') return read;
  try {
    if (asked.finding !== undefined) await showFound(asked.finding, asked, read.ready);
    else if (asked.trace.contact === undefined || asked.isLines) await showLines(asked, read.ready);
    else await showStories([asked.trace.contact], asked, read.ready);
    return 0;
  } catch (error) {
    return failure(error, { help: 'tandem trace --help', file: asked.file, asTyped });
  }
}

/** What the package finds wrong with its options before anything is simulated. */
function problemsOf({ trace: options }: Asked, ready: ReadyScenario): readonly string[] {
  try {
    trace(ready, options);
    return [];
  } catch (error) {
    if (error instanceof OptionError) return error.problems.map(asTyped);
    throw error;
  }
}

/** What the package says of its options, as they are typed here. */
const asTyped = (problem: string): string => problem.replace(/^(?=(?:day|seed|contact|from|to) )/, '--');

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
  if (count === 0) process.stderr.write(`${nothingOf(asked)}\n`);
  else if (isNoStory(asked)) process.stderr.write(`${storyHint(asked)}\n`);
}

/** A part of a call was asked for: a story would tell all of it. */
function isNoStory({ trace: { contact }, isJson, isAll }: Asked): boolean {
  return contact !== undefined && !isJson && !isAll;
}

function storyHint({ trace: { contact, agent, from, to } }: Asked): string {
  const typed = Object.entries({ agent, from, to }).filter(([, value]) => value !== undefined);
  const options = typed.map(([name]) => `--${name}`).join(' and ');
  return `These are lines of call ${contact}; without ${options} its story is told.`;
}

/** What was looked for, so that one sees which part of it was too narrow. */
function nothingOf({ trace: { contact, agent, from, to } }: Asked): string {
  const parts = [
    contact === undefined ? '' : ` with call ${contact}`,
    agent === undefined ? '' : ` by or to agent "${agent}"`,
    from === undefined ? '' : ` from ${from} on`,
    to === undefined ? '' : ` before ${to}`,
  ].join('');
  return `Nothing happens${parts} on this day.`;
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
  const another = anotherDay(day);
  const hints = [
    ...(contacts.length > fewStories ? [lists.readOn(commandOf(asked, ['--contact', 'N', ...number]))] : []),
    ...(another === undefined
      ? []
      : [lists.otherDay(commandOf(asked, [`--${flagOf[finding]}`, '--day', String(another)]))]),
  ];
  if (hints.length > 0) process.stdout.write(`\n${hints.map(dimmer(isPlain)).join('\n')}\n`);
}

/** The next day; of the last the one before, and none where there is but one. */
function anotherDay({ day, days }: Trace): number | undefined {
  if (day + 1 < days) return day + 1;
  return day > 0 ? day - 1 : undefined;
}

/** What to type, with what was typed of seed, changes and language. */
function commandOf({ file, trace: { seed }, set, language }: Asked, more: readonly string[]): string {
  const parts = ['tandem', 'trace', file, ...more];
  if (seed !== undefined) parts.push('--seed', String(seed));
  for (const each of set) parts.push('--set', each);
  if (language !== 'en') parts.push('--lang', language);
  return commandLine(parts);
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
