/**
 * A state machine as a table: state, event, next state. The table is what the documentation draws and what
 * the buttons of a desktop ask; the engine asks its compiled form, where names are small whole numbers,
 * because a lookup by name costs ten times as much as one by number. It knows nothing of calls.
 */
import { invariant } from '../kernel/invariant.ts';

export type Table<S extends string, E extends string> = { readonly [K in S]: { readonly [F in E]?: S } };

export interface Machine<S extends string, E extends string> {
  readonly name: string;
  readonly table: Table<S, E>;
  readonly states: readonly S[];
  readonly events: readonly E[];
  readonly state: { readonly [K in S]: number };
  readonly event: { readonly [K in E]: number };
  /** The code of the next state, or NO_MOVE where the table has none. */
  next(state: number, event: number): number;
}

export const NO_MOVE = 255;

/** Compile a table. States and events are numbered in the order they are listed. */
export function machine<const S extends string, const E extends string>(
  name: string,
  states: readonly S[],
  events: readonly E[],
  table: Table<S, E>,
): Machine<S, E> {
  const numbered = <K extends string>(names: readonly K[]) =>
    Object.fromEntries(names.map((each, index) => [each, index])) as { readonly [L in K]: number };
  const state = numbered(states);
  const event = numbered(events);
  const width = events.length;
  const next = new Uint8Array(states.length * width).fill(NO_MOVE);
  for (const from of states) {
    for (const on of events) {
      const to = table[from][on];
      if (to === undefined) continue;
      invariant(state[to] !== undefined, `${name}: ${from} on ${on} leads to a declared state`);
      next[state[from] * width + event[on]] = state[to];
    }
  }
  return {
    name,
    table,
    states,
    events,
    state,
    event,
    next: (from, on) => next[from * width + on] ?? NO_MOVE,
  };
}
