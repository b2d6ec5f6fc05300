/**
 * The transcript: what crossed the boundary, in order, as plain data that can be read aloud: inputs, commands, facts, each with
 * the rule that decided where one did. Contacts are numbered from 1 in the order of arrival; agents and queues have their names.
 */
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
