/**
 * What can be wrong with a script: codes, with the place and the parameters of each. No sentences: those are made at the
 * edge (reports/script-text.ts). What is wrong with a script's header is a problem of a scenario, with the codes of those.
 */

export const mistakeCodes = {
  'E-FLOW-HEADER': 'no header, or no line of ==== that ends it',
  'E-FLOW-STEPS': 'no step',
  'E-FLOW-DASHES': 'a ---- that is missing or one too many',
  'E-FLOW-COMMENT': 'a comment inside an expected output',
  'E-FLOW-TIME': 'a time that cannot be read',
  'E-FLOW-BACKWARDS': 'a time that has passed',
  'E-FLOW-WAIT': 'a wait that cannot be read, or that shares its line',
  'E-FLOW-NOTHING': 'a wait for nothing',
  'E-FLOW-PHRASE': 'a phrase that the language does not have',
  'E-FLOW-NAME': 'a name that nothing bears',
  'E-FLOW-CALL': 'a call that has not arrived, or another number than its turn',
  'E-FLOW-VALUE': 'a number or a length that cannot be read',
} as const;

export type MistakeCode = keyof typeof mistakeCodes;

export interface Mistake {
  readonly code: MistakeCode;
  /** From 1, in the file of the script. */
  readonly line: number;
  readonly column: number;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/** A text with so many mistakes is no script with mistakes in it. */
const most = 300;

/** Collects mistakes. */
export class Mistakes {
  readonly #all: Mistake[] = [];

  /** Enough have been found. */
  get isFull(): boolean {
    return this.#all.length >= most;
  }

  get all(): readonly Mistake[] {
    return this.#all.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }

  add(code: MistakeCode, line: number, column: number, params: Mistake['params'] = {}): void {
    if (!this.isFull) this.#all.push({ code, line, column, params });
  }
}
