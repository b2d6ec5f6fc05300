/**
 * A drawn day made quick to ask: what an agent does at a moment, where a contact appears, how many wait, what happens next. Everything
 * is found by halving, so asking costs the same for ten agents and for three hundred. It knows no pixels and no words.
 */
import { LANE_STATES, type DayView, type LaneState } from '../../workers/workbench/api.ts';

export interface Depth {
  readonly live: number;
  readonly callbacks: number;
}

/** What begins at a moment: a stretch of an agent, a wait, or a caller who gives up. */
export interface DayEvent {
  readonly t: number;
  readonly kind: 'lane' | 'wait' | 'gaveUp';
  /** Of the stretch, of the wait, or the place in `contacts`. */
  readonly index: number;
}

/** Five minutes of twelve hours. */
const DEEPEST_BINS = 144;

const KINDS = ['lane', 'wait', 'gaveUp'] as const;

export class DayIndex {
  readonly view: DayView;
  readonly agents: readonly string[];
  /** Rows in which waits are drawn. */
  readonly rows: number;
  /** Where the stretches of each agent begin, and after the last. */
  readonly #first: Uint32Array;
  readonly #lanesOf = new Map<number, number[]>();
  readonly #waitsOf = new Map<number, number[]>();
  readonly #placeOf = new Map<number, number>();
  /** Begins and ends of waits, each in order: on the line, as callbacks. */
  readonly #begins: readonly [Float64Array, Float64Array];
  readonly #ends: readonly [Float64Array, Float64Array];
  readonly #times: Float64Array;
  readonly #kinds: Uint8Array;
  readonly #indices: Uint32Array;

  constructor(view: DayView) {
    const { lanes, waiting, contacts, groups } = view;
    this.view = view;
    this.agents = groups.flatMap((group) => group.agents);
    this.rows = waiting.row.reduce((most, row) => Math.max(most, row + 1), 0);
    this.#first = new Uint32Array(this.agents.length + 1).fill(lanes.agent.length);
    for (let at = lanes.agent.length - 1; at >= 0; at--) this.#first[lanes.agent[at]!] = at;
    for (let agent = this.agents.length - 1; agent >= 0; agent--)
      this.#first[agent] = Math.min(this.#first[agent]!, this.#first[agent + 1]!);
    lanes.contact.forEach((contact, at) => contact > 0 && put(this.#lanesOf, contact, at));
    waiting.contact.forEach((contact, at) => put(this.#waitsOf, contact, at));
    contacts.forEach(({ contact }, at) => this.#placeOf.set(contact, at));
    const of = (times: Float64Array, kind: number): Float64Array =>
      times.filter((_, at) => waiting.isCallback[at] === kind).sort();
    this.#begins = [of(waiting.from, 0), of(waiting.from, 1)];
    this.#ends = [of(waiting.to, 0), of(waiting.to, 1)];
    const gaveUp = contacts.flatMap(({ closed, closedAt }, at) =>
      closed === 'abandoned' && closedAt !== null ? [{ at, t: closedAt }] : [],
    );
    const count = lanes.from.length + waiting.from.length + gaveUp.length;
    const all = Array.from({ length: count }, (_, at): [t: number, kind: number, index: number] => {
      if (at < lanes.from.length) return [lanes.from[at]!, 0, at];
      const wait = at - lanes.from.length;
      if (wait < waiting.from.length) return [waiting.from[wait]!, 1, wait];
      const gone = gaveUp[wait - waiting.from.length]!;
      return [gone.t, 2, gone.at];
    }).sort((a, b) => a[0] - b[0]);
    this.#times = Float64Array.from(all, ([t]) => t);
    this.#kinds = Uint8Array.from(all, ([, kind]) => kind);
    this.#indices = Uint32Array.from(all, ([, , index]) => index);
  }

  // ------------------------------------------------------------------ agents

  /** First stretch of an agent, and the one after its last. */
  rangeOf(agent: number): readonly [number, number] {
    return [this.#first[agent]!, this.#first[agent + 1]!];
  }

  /** The first stretch of an agent that ends after `t`; the range's end if none does. */
  firstAfter(agent: number, t: number): number {
    const [from, to] = this.rangeOf(agent);
    return countUntil(this.view.lanes.to, t, from, to);
  }

  /** What the agent does at `t`; -1: not signed in. */
  stretchAt(agent: number, t: number): number {
    const at = this.firstAfter(agent, t);
    return at < this.rangeOf(agent)[1] && this.view.lanes.from[at]! <= t ? at : -1;
  }

  stateOf(stretch: number): LaneState {
    return LANE_STATES[this.view.lanes.state[stretch]!]!;
  }

  // ------------------------------------------------------------------ contacts

  lanesOf(contact: number): readonly number[] {
    return this.#lanesOf.get(contact) ?? [];
  }

  waitsOf(contact: number): readonly number[] {
    return this.#waitsOf.get(contact) ?? [];
  }

  /** Its place among the contacts; -1: not of this day. */
  placeOf(contact: number): number {
    return this.#placeOf.get(contact) ?? -1;
  }

  // ------------------------------------------------------------------ waiting

  depthAt(t: number): Depth {
    const [live, callbacks] = ([0, 1] as const).map(
      (kind) => countUntil(this.#begins[kind], t) - countUntil(this.#ends[kind], t),
    ) as [number, number];
    return { live, callbacks };
  }

  /** Most that waited at once in each of so many equal parts of the time between: on the line, and with callbacks. */
  depths(
    bins: number,
    from: number,
    to: number,
  ): { readonly live: Float64Array; readonly all: Float64Array } {
    const width = (to - from) / bins;
    const live = new Float64Array(bins);
    const all = new Float64Array(bins);
    for (let bin = 0; bin < bins; bin++) {
      // The depth rises only where a wait begins.
      const moments = new Set([from + bin * width]);
      for (const begins of this.#begins) {
        const [first, last] = [
          countUntil(begins, from + bin * width),
          countUntil(begins, from + (bin + 1) * width),
        ];
        for (let at = first; at < last; at++) moments.add(begins[at]!);
      }
      for (const t of moments) {
        const depth = this.depthAt(t);
        live[bin] = Math.max(live[bin]!, depth.live);
        all[bin] = Math.max(all[bin]!, depth.live + depth.callbacks);
      }
    }
    return { live, all };
  }

  /** When most waited on the line; null: nobody did. */
  deepest(from: number, to: number): number | null {
    const { live } = this.depths(DEEPEST_BINS, from, to);
    const most = live.reduce((best, depth) => Math.max(best, depth), 0);
    return most === 0 ? null : from + ((live.indexOf(most) + 0.5) * (to - from)) / DEEPEST_BINS;
  }

  // ------------------------------------------------------------------ events

  /** How many have happened up to and with `t`. */
  eventsUntil(t: number): number {
    return countUntil(this.#times, t);
  }

  event(number: number): DayEvent | undefined {
    const t = this.#times[number];
    return t === undefined
      ? undefined
      : { t, kind: KINDS[this.#kinds[number]!]!, index: this.#indices[number]! };
  }

  /** The next moment at which anything happens; null: nothing does any more. */
  momentAfter(t: number): number | null {
    return this.#times[countUntil(this.#times, t)] ?? null;
  }

  momentBefore(t: number): number | null {
    let at = countUntil(this.#times, t) - 1;
    while (at >= 0 && this.#times[at]! >= t) at--;
    return this.#times[at] ?? null;
  }
}

function put(map: Map<number, number[]>, key: number, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** How many of the ordered values are at most `t`, counted from `from`: where the first later one stands. */
function countUntil(values: Float64Array, t: number, from = 0, to = values.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}
