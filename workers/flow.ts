/**
 * A `.flow` script run: its text in; what happened otherwise than it expects, and the text as it should be, out. Pure: it opens
 * no file. The reader and the player are the engine's, the words of the output those of transcripts.
 */
import { exactClock, playScript, readScript } from '../engine/index.ts';
import type { Entry, Mistake, Problem, Script, Step } from '../engine/index.ts';
import { problemLine } from '../reports/problem-text.ts';
import { mistakeLine } from '../reports/script-text.ts';
import { lineOf, reasonLines } from '../reports/transcript-text.ts';

export type FlowProblem = Problem | Mistake;

export type FlowOutcome =
  | {
      readonly ok: true;
      readonly steps: number;
      /** The steps whose output is not what they expect; none: all is well. */
      readonly differences: readonly FlowDifference[];
      /** The script with what really happens in place of what it expected; comments, inputs and blank lines as they were. */
      readonly text: string;
    }
  | { readonly ok: false; readonly problems: readonly FlowProblem[] };

export interface FlowDifference {
  /** Where the expected output begins, from 1. */
  readonly line: number;
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

export function runFlow(text: string): FlowOutcome {
  const read = readScript(text);
  if (!read.ok) return { ok: false, problems: inOrder([...read.problems, ...read.mistakes]) };
  const { script } = read;
  const played = playScript(script);
  if (!played.ok) return { ok: false, problems: played.mistakes };
  const outputs = played.steps.map((entries) => linesOf(entries, script));
  const differences = script.steps.flatMap((step, index) => differenceOf(step, outputs[index] ?? []) ?? []);
  const steps = script.steps.length;
  return { ok: true, steps, differences, text: rewritten(text, differences) };
}

/** The output of a step, as it stands in the file. */
function linesOf(entries: readonly Entry[], { options, startOfDay }: Script): string[] {
  const rules = options.show !== 'essentials';
  return entries.flatMap((entry) => [
    // In a script a race may be decided within a second.
    lineOf(entry, { startOfDay, rules }).replace(/^\S+/, exactClock(entry.t, startOfDay)),
    ...(rules ? reasonLines(entry).map((reason) => `  ${reason}`) : []),
  ]);
}

/** One problem as a line, whether of the header or of a step. */
export function flowProblemLine(problem: FlowProblem, file: string): string {
  return 'severity' in problem ? problemLine(problem, file) : mistakeLine(problem, file);
}

function inOrder(problems: readonly FlowProblem[]): FlowProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function differenceOf({ line, expected }: Step, actual: readonly string[]): FlowDifference | undefined {
  const isSame = expected.length === actual.length && expected.every((each, at) => each === actual[at]);
  return isSame ? undefined : { line, expected, actual };
}

/** From the last step to the first, so that the lines of those above stay where they are. */
function rewritten(text: string, differences: readonly FlowDifference[]): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  for (const { line, expected, actual } of differences.toReversed())
    lines.splice(line - 1, expected.length, ...actual);
  return lines.join(newline);
}

/** A difference as lines: ` ` what is as expected, `-` what is missing, `+` what came instead, each with its line in the file. */
export function differenceLines({ line, expected, actual }: FlowDifference): string[] {
  const common = longestCommon(expected, actual);
  const rows: string[] = [];
  let [from, to] = [0, 0];
  const width = String(line + expected.length).length;
  const row = (number: string, sign: string, words: string) =>
    rows.push(`${number.padStart(width)} ${sign} ${words}`.trimEnd());
  for (const [at, same] of [...common, [expected.length, actual.length] as const]) {
    for (; from < at; from++) row(String(line + from), '-', expected[from] ?? '');
    for (; to < same; to++) row('', '+', actual[to] ?? '');
    if (at < expected.length || same < actual.length) row(String(line + from++), ' ', actual[to++] ?? '');
  }
  return rows;
}

/** Pairs of indices of the longest list of lines that both have, in order. A step has few lines: the plain table will do. */
function longestCommon(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row)
        row[j] =
          a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
