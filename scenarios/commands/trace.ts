/**
 * `tandem trace`: one day of a scenario, entry by entry, as text or as lines of JSON. It reads the file and writes what it reads in
 * slices, no faster than they are taken. What happened and how it is said is the package's.
 */
import { once } from 'node:events';
import {
  isEssential,
  lineOf,
  OptionError,
  reasonLines,
  SimulationError,
  trace,
} from '../../workers/tandem.ts';
import type { Entry, ReadyScenario, Trace, TraceOptions } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { complain, ownFault, wantsColour } from './output.ts';
import { readScenarioFile } from './read-scenario.ts';

const options: OptionKinds = {
  day: { value: 'N', help: 'which day, from 0; default: 0' },
  seed: { value: 'N', help: 'the seed of all chance; default: what the scenario says' },
  contact: { value: 'N', help: 'only this call, numbered from 1 in the order of arrival: its story' },
  agent: { value: 'NAME', help: 'only this agent' },
  from: { value: '09:00', help: 'from this local time on; 09:00:30 too' },
  to: { value: '09:30', help: 'until just before this local time' },
  json: { help: 'lines of JSON instead of text, everything in them' },
  all: {
    help: 'also what only repeats another line: prompts that end, music, answers, telephones that ring',
  },
  set: {
    value: 'PATH=VALUE',
    multiple: true,
    help: 'change the scenario without editing it, as with tandem run',
  },
  'no-color': { help: 'no colours; so does NO_COLOR=1' },
  help: { short: 'h', help: 'print this text' },
};

export const traceHelp = `Usage: tandem trace FILE [options]

Simulates one day of the scenario in FILE and shows what happens: what callers and agents do, what the engine orders, and the
rule behind it in brackets.

${optionLines(options)}

Exit code 0; 2 when the scenario or an option is wrong.
`;

interface Asked {
  readonly file: string;
  readonly set: readonly string[];
  readonly isJson: boolean;
  readonly isAll: boolean;
  readonly isPlain: boolean;
  readonly trace: Pick<TraceOptions, 'day' | 'seed' | 'contact' | 'agent' | 'from' | 'to'>;
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
    return await show(asked, read.ready);
  } catch (error) {
    if (error instanceof OptionError) return complain(error.problems, 'tandem trace --help');
    if (error instanceof SimulationError) return ownFault(error, asked.file);
    throw error;
  }
}

function askedOf(given: Arguments): Asked | undefined {
  const [file, ...more] = given.words;
  if (file === undefined) given.slips.push('Name a scenario file: tandem trace FILE.');
  for (const word of given.hasUnknown ? [] : more)
    given.slips.push(`One scenario at a time: "${word}" is one too many.`);
  const asked = {
    file: file ?? '',
    set: given.all('set'),
    isJson: given.has('json'),
    isAll: given.has('all'),
    isPlain: given.has('no-color'),
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

async function show(asked: Asked, ready: ReadyScenario): Promise<number> {
  const day = trace(ready, asked.trace);
  const write = new SlowWriter(process.stdout);
  const lines = asked.isJson ? jsonOf : textOf(day, asked);
  let count = 0;
  for (const entry of day) {
    if (!asked.isJson && !asked.isAll && !isEssential(entry)) continue;
    count += 1;
    for (const line of lines(entry)) if (!write.line(line)) await write.drained();
  }
  await write.end();
  if (count === 0) process.stderr.write('Nothing of that happens on this day.\n');
  return 0;
}

const jsonOf = (entry: Entry): readonly string[] => [JSON.stringify(entry)];

function textOf({ from }: Trace, { isPlain }: Asked): (entry: Entry) => readonly string[] {
  const dim = wantsColour(process.stdout, isPlain) ? (text: string) => `\u001b[2m${text}\u001b[22m` : String;
  return (entry) => {
    const rule = entry.rule === undefined ? '' : ` ${dim(`[${entry.rule}]`)}`;
    const reasons = reasonLines(entry).map((line) => dim(`           ${line}`));
    return [`${lineOf(entry, { startOfDay: from })}${rule}`, ...reasons];
  };
}

/** Lines in pieces, no faster than they are read. */
class SlowWriter {
  readonly #stream: NodeJS.WriteStream;
  #piece = '';

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** False: wait for `drained` before the next. */
  line(line: string): boolean {
    this.#piece += `${line}\n`;
    if (this.#piece.length < PIECE) return true;
    const piece = this.#piece;
    this.#piece = '';
    return this.#stream.write(piece);
  }

  async drained(): Promise<void> {
    if (this.#stream.writableNeedDrain) await once(this.#stream, 'drain');
  }

  async end(): Promise<void> {
    if (this.#piece !== '' && !this.#stream.write(this.#piece)) await this.drained();
  }
}

const PIECE = 65_536;
