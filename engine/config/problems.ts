/**
 * What can be wrong with a scenario: codes, with the place and the parameters of each finding. No sentences:
 * those are made at the edge, in the reader's language (reports/problem-text.ts). Codes of the rule book's list
 * of rejected configurations keep their names; the others (syntax, keys, limits) are ours.
 */

/** Every code, with what it means in few words (the long words are the edge's business). */
export const problemCodes = {
  // The file itself
  'E-SIZE': 'the text is too large',
  'E-SYNTAX': 'not YAML or JSON',
  'E-DEPTH': 'nested too deep',
  'E-ALIAS': 'aliases that blow up, lead nowhere or contain themselves',
  'E-CONTROL': 'a control character',
  'E-PROTO': 'a key that JavaScript reserves',
  'E-LIMIT': 'more than this program simulates',
  'E-SET': 'a --set that cannot be applied',
  'E-FILE': 'a named file that cannot be used',
  // Its shape
  'E-KEY': 'an unknown key',
  'E-KEY-DUP': 'the same key twice',
  'E-MISSING': 'something that must be said is not',
  'E-TYPE': 'another kind of value is asked',
  'E-FORMAT': 'a text that cannot be read as what is asked',
  'E-CHOICE': 'not one of the words allowed here',
  'E-ONE-OF': 'none, or more than one, of several ways to say it',
  'E-COUNT': 'a list of the wrong length',
  'E-PLACE': 'a setting that belongs elsewhere',
  'E-LAW': 'parameters that make no law of chance',
  // The rule book's list
  'E-REF': 'a name that nothing bears',
  'E-RANGE': 'a number outside its range',
  'E-NAME-DUP': 'the same name twice',
  'E-OV-ACTION': 'an overflow action that the condition or the channel does not allow',
  'E-OV-HOURS': 'a callback outside hours without a profile that allows it',
  'E-OV-SELF': 'overflow to the same queue',
  'E-OV-KIND': 'an overflow target of another channel, or without members',
  'E-OV-DUP': 'the same condition twice',
  'E-OV-EXT': 'external transfer without a number that may call out',
  'E-SPLIT': 'a split that does not add up',
  'E-FALLBACK': 'no fallback queue, or one of another channel',
  'E-CB-MODE': 'a callback mode that cannot work here',
  'E-CB-DIGIT': 'another opt-in digit',
  'E-CB-RETRY': 'retries too soon or none',
  'E-CB-NUMBER': 'a callback number that may not call out',
  'E-CAP-LIMIT': 'a capacity limit or unit cost below 1',
  'E-CAP-MIX': 'both unit cost and profiles',
  'E-PRES': 'presences that cannot be allowed',
  'E-RING': 'a ring timeout outside the channel',
  'E-WRAP': 'a wrap-up setting that cannot work',
  'E-LEAST': 'leastActive on a records queue',
  'E-NUM-SHARED': 'one number in two workstreams',
  'E-DIAL': 'a number that cannot be dialled',
  'E-HOURS': 'opening hours that make no sense',
  // Allowed, but worth a look
  'W-CB-EWT': 'averageWait without a history to estimate from',
  'W-CAP-MIX': 'units in one workstream, profiles in another',
  'W-EOD-VOICE': 'an end-of-day profile on a voice workstream',
  'W-HOPS': 'queues that overflow to each other in a circle',
  'W-OV-HOURS': 'outOfHours on a queue that is always open',
  'W-PRES-AWAY': 'Away allowed while a missed ring makes inactive',
  'W-TRACE': 'calls of a trace outside the day, or times that look like another unit',
  'W-UNITS': 'units that do not fit the cost',
  'W-UNUSED': 'something that nothing refers to',
} as const;

export type ProblemCode = keyof typeof problemCodes;

export type ProblemPath = readonly (string | number)[];
export type ProblemParameters = Readonly<Record<string, string | number | readonly string[]>>;

/** A finding before its place in the text is looked up. */
export interface Finding {
  readonly code: ProblemCode;
  readonly path: ProblemPath;
  /** Point at the key or at the value; a missing thing is pointed at where it should stand. */
  readonly at: 'key' | 'value';
  readonly params: ProblemParameters;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly path: ProblemPath;
  /** From 1; 0 when the value does not come from the file but from a `--set`. */
  readonly line: number;
  readonly column: number;
  /** The `--set` that brought it, or null. */
  readonly set: string | null;
  readonly params: ProblemParameters;
}

export function severityOf(code: ProblemCode): 'error' | 'warning' {
  return code.startsWith('W-') ? 'warning' : 'error';
}

/** `queues.support.overflow[0].do`, as `--set` takes it. */
export function pathText(path: ProblemPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else {
      const plain = /^[^\s."=[\]]+$/.test(step) ? step : JSON.stringify(step);
      text += text === '' ? plain : `.${plain}`;
    }
  }
  return text;
}

/** Collects findings; says nothing twice about one place. */
export class Findings {
  readonly #all: Finding[] = [];
  readonly #seen = new Set<string>();

  get all(): readonly Finding[] {
    return this.#all;
  }

  add(
    code: ProblemCode,
    path: ProblemPath,
    params: ProblemParameters = {},
    at: 'key' | 'value' = 'value',
  ): void {
    const key = JSON.stringify([code, path, at, params]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#all.push({ code, path, params, at });
  }
}
