/**
 * The text of a `.flow` script into its centre and its steps, or into everything that is wrong with it, each with its place.
 * Never throws for a bad text. It plays nothing: what only shows when the script is played (a wait for nothing, a time that
 * has passed by then) is found by the player.
 */
import type { Problem } from '../config/problems.ts';
import type { Setup } from '../config/setup.ts';
import type { Instant, Millis } from '../kernel/time.ts';
import { readHeader } from './header.ts';
import { matchPhrase } from './match.ts';
import { Mistakes, type Mistake } from './mistakes.ts';
import type { Moment, Move, Script, Step, Time } from './script.ts';
import { exactClock, looksLikeTime, startOfDay, timeOf } from './times.ts';

export type ScriptResult =
  | { readonly ok: true; readonly script: Script }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly mistakes: readonly Mistake[] };

/** Ends the header. */
const headerEnd = /^={4,}$/;
const dashes = /^-{4,}$/;

export function readScript(text: string): ScriptResult {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => headerEnd.test(line.trimEnd()));
  const mistakes = new Mistakes();
  if (end < 0) {
    mistakes.add('E-FLOW-HEADER', Math.max(1, lines.length), 1);
    return { ok: false, problems: [], mistakes: mistakes.all };
  }
  const header = readHeader(lines.slice(0, end).join('\n'));
  const blocks = blocksOf(lines, end + 1, mistakes);
  if (blocks.length === 0 && mistakes.all.length === 0) mistakes.add('E-FLOW-STEPS', end + 1, 1);
  const reader = new StepReader(header.ok ? header.setup : undefined, mistakes);
  const steps = blocks.map((block) => reader.step(block));
  if (!header.ok) {
    // A script may well set up what a planner is warned of: warnings are not its business.
    const problems = header.problems.filter(({ severity }) => severity === 'error');
    return { ok: false, problems, mistakes: mistakes.all };
  }
  if (mistakes.all.length > 0) return { ok: false, problems: [], mistakes: mistakes.all };
  const { setup, options } = header;
  return { ok: true, script: { setup, options, startOfDay: startOfDay(setup), steps } };
}

// ---------------------------------------------------------------- blocks

interface Block {
  readonly inputs: readonly { readonly text: string; readonly line: number }[];
  readonly expected: readonly string[];
  readonly line: number;
}

/** Input lines, `----`, expected lines, a blank line. Comments stand above a step or between its inputs. */
function blocksOf(lines: readonly string[], from: number, mistakes: Mistakes): Block[] {
  const blocks: Block[] = [];
  let inputs: Block['inputs'][number][] = [];
  let expected: string[] | undefined;
  const close = () => {
    const first = inputs[0];
    if (expected === undefined && first) {
      mistakes.add('E-FLOW-DASHES', first.line, 1, { why: 'missing' });
      // Its phrases are read all the same.
      blocks.push({ inputs, expected: [], line: first.line });
    }
    inputs = [];
    expected = undefined;
  };
  for (const [index, written] of lines.entries()) {
    if (index < from) continue;
    const line = index + 1;
    const text = written.trimEnd();
    if (text === '') close();
    else if (expected !== undefined) {
      if (dashes.test(text)) mistakes.add('E-FLOW-DASHES', line, 1, { why: 'second' });
      else if (text.startsWith('#')) mistakes.add('E-FLOW-COMMENT', line, 1);
      else expected.push(text);
    } else if (dashes.test(text)) {
      if (inputs.length === 0) mistakes.add('E-FLOW-DASHES', line, 1, { why: 'nothing' });
      expected = [];
      blocks.push({ inputs, expected, line: line + 1 });
    } else if (!text.trimStart().startsWith('#')) inputs.push({ text, line });
  }
  close();
  return blocks;
}

// ---------------------------------------------------------------- steps

/** Without a centre no name can be looked up; everything else of a step is read all the same. */
class StepReader {
  readonly #setup: Setup | undefined;
  readonly #startOfDay: Millis;
  readonly #mistakes: Mistakes;
  /** The line on which each call arrives; its number is its place in the list, from 1. */
  readonly #arrivals: number[] = [];
  /** The present can be no earlier. */
  #earliest: Instant = 0;

  constructor(setup: Setup | undefined, mistakes: Mistakes) {
    this.#setup = setup;
    // When its day begins is not known either: at midnight, no time of a script comes before it.
    this.#startOfDay = setup ? startOfDay(setup) : 0;
    this.#mistakes = mistakes;
  }

  step({ inputs, expected, line }: Block): Step {
    const moments = inputs.flatMap((input) =>
      this.#mistakes.isFull ? [] : (this.#moment(input.text, input.line) ?? []),
    );
    return { moments, expected, line };
  }

  #moment(written: string, line: number): Moment | undefined {
    const text = withoutComment(written);
    const start = text.length - text.trimStart().length;
    const [first = ''] = text.trimStart().split(/\s/, 1);
    if (first === 'wait') return this.#wait(text, start, line);
    let at: Time | undefined;
    let from = start;
    if (looksLikeTime(first)) {
      at = timeOf(first, this.#startOfDay);
      if (!at) this.#mistakes.add('E-FLOW-TIME', line, start + 1, { value: first });
      else this.#pass(at, line, start + 1);
      from = start + first.length;
    }
    const moves = this.#moves(text, from, line);
    return { kind: 'moves', line, column: start + 1, moves, ...(at ? { at } : {}) };
  }

  #moves(text: string, from: number, line: number): Move[] {
    let offset = from;
    return text
      .slice(from)
      .split(';')
      .flatMap((part) => {
        const column = offset + part.length - part.trimStart().length + 1;
        offset += part.length + 1;
        return this.#move(part.trim(), line, column) ?? [];
      });
  }

  #move(text: string, line: number, column: number): Move | undefined {
    if (text === 'wait' || text.startsWith('wait ')) {
      this.#mistakes.add('E-FLOW-WAIT', line, column, { why: 'shared' });
      return undefined;
    }
    const match = matchPhrase(text, this.#setup?.routing);
    if (!match.ok) {
      for (const { code, offset, params } of match.slips)
        this.#mistakes.add(code, line, column + offset, params);
      return undefined;
    }
    const { move } = match;
    if ('call' in move) this.#call(move, line, column + match.callOffset);
    return move;
  }

  /** Calls are numbered as they arrive, and nothing can happen to one before. */
  #call(move: Extract<Move, { readonly call: number }>, line: number, column: number): void {
    const { call } = move;
    const arrivals = this.#arrivals;
    if (move.input === 'contactArrived') {
      const next = arrivals.length + 1;
      if (call !== next) {
        const why = call < next ? 'again' : 'turn';
        this.#mistakes.add('E-FLOW-CALL', line, column, { why, call, next, line: arrivals[call - 1] ?? 0 });
      }
      // One wrong number brings no second mistake with each call that follows.
      if (call >= next) arrivals[call - 1] = line;
      return;
    }
    const arrived = arrivals[call - 1];
    if (arrived === undefined) this.#mistakes.add('E-FLOW-CALL', line, column, { why: 'unknown', call });
    else if (arrived === line) this.#mistakes.add('E-FLOW-CALL', line, column, { why: 'sameLine', call });
  }

  #wait(text: string, start: number, line: number): Moment | undefined {
    const column = start + 1;
    const words = text.trim().slice('wait'.length).trim();
    if (words === '') return { kind: 'wait', line, column };
    const argument = text.trimEnd().length - words.length + 1;
    if (words.includes(';')) {
      this.#mistakes.add('E-FLOW-WAIT', line, column, { why: 'shared' });
      return undefined;
    }
    const until = timeOf(words.startsWith('until ') ? words.slice(6).trim() : `+${words}`, this.#startOfDay);
    if (!until) {
      this.#mistakes.add('E-FLOW-WAIT', line, argument, { why: 'argument', value: words });
      return undefined;
    }
    this.#pass(until, line, argument);
    return { kind: 'wait', line, column, until };
  }

  /** A time that has certainly passed; where a wait came before, the player knows more. */
  #pass(time: Time, line: number, column: number): void {
    if ('after' in time) this.#earliest += time.after;
    else if (time.instant >= this.#earliest) this.#earliest = time.instant;
    else {
      const now = exactClock(this.#earliest, this.#startOfDay);
      this.#mistakes.add('E-FLOW-BACKWARDS', line, column, { now });
    }
  }
}

/** A comment may follow the input on its line; the key # of a telephone has no space after it. */
function withoutComment(text: string): string {
  return text.replace(/\s#\s.*$/, '');
}
