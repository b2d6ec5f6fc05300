/** One line of a transcript, as plain data. Types only, and what is kept of a contact while its transcript is written. */
import type { Instant } from '../kernel/time.ts';

/** GEN-09, for a reader: what was decided, among whom, and why each of the others was refused. */
export interface Reason {
  readonly decision: string;
  readonly candidates: readonly { readonly name: string; readonly refusedBy: string | null }[];
}

/** One line of a transcript. What else an input, command or fact says stands under its own name (`prompt`, `until`, `outcome`). */
export interface Entry {
  /** Milliseconds since the day began. */
  readonly t: Instant;
  readonly kind: 'input' | 'command' | 'fact';
  readonly name: string;
  readonly contact?: number;
  readonly agent?: string;
  readonly queue?: string;
  /** The rule that decided. */
  readonly rule?: string;
  readonly reason?: Reason;
  readonly [detail: string]: unknown;
}

/** An entry while it is made. */
export type Draft = { -readonly [Key in keyof Entry]: Entry[Key] };

/** What is known of a contact between two entries. */
export interface Known {
  readonly number: number;
  queue: string | undefined;
  isCallback: boolean;
  /** Its last fact, or its last `connect`, with what it says: `ringEnded accepted`. */
  before: string;
  /** What was last told of why nobody could be rung, and of other decisions that nothing carries out; empty after a change. */
  stay: string;
  decided: string;
}
