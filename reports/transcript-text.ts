/**
 * A transcript in words: a line for each entry, as `tandem trace` prints it and as scripts (`.flow`) expect it. It says what
 * happened, the rule in brackets where one decided, and below it, on lines of their own, who else was looked at and why not. It
 * knows nothing of files and terminals, and leaves nothing out: which entries are worth a line is asked of `isEssential`.
 */
import type { Entry } from '../engine/index.ts';
import { clockWithSeconds } from './clock.ts';
import { phraseOf } from './transcript-phrases.ts';
import { said, UNABLE } from './transcript-words.ts';

export interface LineOptions {
  /** The local time at which the day begins, in milliseconds after midnight. */
  readonly startOfDay: number;
  /** The rule that decided, in brackets at the end. */
  readonly rules?: boolean;
}

/** `08:00:18 withdraw call 1 from ana: no answer; ana inactive (RONA)` */
export function lineOf(entry: Entry, { startOfDay, rules = false }: LineOptions): string {
  const what = phraseOf(entry, (t) => clockWithSeconds(startOfDay + t));
  const rule = rules && entry.rule !== undefined ? ` [${entry.rule}]` : '';
  return `${clockWithSeconds(startOfDay + entry.t)} ${what}${rule}`;
}

/** Whom the decision was about and why each was refused, those with the same reason together: `bob, seniors 2 to 8: busy [CP-11]`. */
export function reasonLines({ reason, rule }: Entry): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { name, refusedBy } of reason?.candidates ?? []) {
    // What only says the rule once more says nothing.
    if (refusedBy === null || refusedBy === rule) continue;
    const names = groups.get(refusedBy);
    if (names === undefined) groups.set(refusedBy, [name]);
    else names.push(name);
  }
  return [...groups].map(([why, names]) => `${inShort(names).join(', ')}: ${refusal(why)}`);
}

/** `CP-11 no units` as `busy [CP-11]`. */
function refusal(why: string): string {
  const [, rule, words = ''] = /^([A-Z]{2,3}-X?\d+) ?(.*)$/.exec(why) ?? [];
  if (rule === undefined) return why;
  return words === '' ? `[${rule}]` : `${said(UNABLE, words)} [${rule}]`;
}

/** Names of one group that follow each other: `seniors 2 to 8`. */
function inShort(names: readonly string[]): readonly string[] {
  const runs: { readonly name: string; readonly first: string; last: number; length: number }[] = [];
  for (const name of names) {
    const [, first = name, number] = /^(.* )(\d+)$/.exec(name) ?? [];
    const run = runs.at(-1);
    if (number !== undefined && run !== undefined && run.first === first && run.last + 1 === Number(number)) {
      run.last += 1;
      run.length += 1;
    } else runs.push({ name, first, last: Number(number ?? Number.NaN), length: 1 });
  }
  return runs.flatMap(({ name, first, last, length }) => {
    if (length === 1) return [name];
    return length === 2 ? [name, `${first}${last}`] : [`${name} to ${last}`];
  });
}

/**
 * Whether an entry says something that no other one says better: of a ring the command, not the fact that follows it; of a call
 * that comes the input. The rest is for those who debug.
 */
export function isEssential(entry: Entry): boolean {
  // Of one queue there was nothing to choose.
  if (entry.name === 'decided')
    return entry.reason?.candidates.length !== 1 || !entry.reason.decision.startsWith('queue ');
  // An agent is told of a refusal by a command.
  if (entry.name === 'refused') return entry.agent === undefined;
  return !REPEATED.has(entry.name);
}

const REPEATED: ReadonlySet<string> = new Set([
  'arrived',
  'answer',
  'music',
  'stopPlay',
  'promptDone',
  'rang',
  'ringEnded',
  'left',
  'offerPlayed',
  'announced',
  'dialled',
  'connect',
  'legsJoined',
  'handled',
  'activity',
]);
