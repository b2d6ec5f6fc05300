/**
 * The waiting contacts of one day as stretches: on the line from entering a queue to leaving it, and as a callback from the promise to
 * the customer on the line or the end of the promise. That is what the backlog counts (K-32), so at any time as many stretches lie side
 * by side as the report has waiting. It also finds each contact a row to be drawn in.
 */
import type { Entry } from '../../engine/index.ts';
import type { DayView } from './api.ts';

interface Stretch {
  readonly contact: number;
  readonly isCallback: boolean;
  readonly queue: number;
  readonly from: number;
  to: number;
}

/** A row is free for another contact so long after the last one. */
const GAP = 20_000;

export class DayWaiting {
  readonly #queues: ReadonlyMap<string, number>;
  /** Where each contact stands now, by kind. */
  readonly #onLine = new Map<number, Stretch>();
  readonly #promised = new Map<number, Stretch>();
  readonly #stretches: Stretch[] = [];

  constructor(queues: readonly string[]) {
    this.#queues = new Map(queues.map((name, at) => [name, at]));
  }

  hear(entry: Entry): void {
    const { kind, t, name, contact } = entry;
    if (kind !== 'fact' || contact === undefined) return;
    switch (name) {
      case 'queued':
        this.#begin(this.#onLine, entry, false);
        return;
      case 'left':
        end(this.#onLine, contact, t);
        return;
      case 'optedIn':
        this.#begin(this.#promised, entry, true);
        return;
      case 'joined':
      case 'closed':
        end(this.#promised, contact, t);
        return;
      case 'dialEnded':
        // CB-X8: somebody had answered, and was not the customer: the promise still stands.
        if (entry['outcome'] !== 'joined' && !this.#promised.has(contact))
          this.#begin(this.#promised, entry, true);
        return;
      case 'carriedOver':
        this.#carryOver(entry);
        return;
      default:
    }
  }

  /** The day is over: whoever waits has waited until then. */
  end(t: number): DayView['waiting'] {
    for (const open of [...this.#onLine.values(), ...this.#promised.values()]) open.to = t;
    const all = this.#stretches
      .filter(({ from, to }) => to > from)
      .sort((a, b) => a.from - b.from || a.contact - b.contact);
    const rows = rowsOf(all);
    return {
      contact: Uint32Array.from(all, ({ contact }) => contact),
      isCallback: Uint8Array.from(all, ({ isCallback }) => (isCallback ? 1 : 0)),
      queue: Uint16Array.from(all, ({ queue }) => queue),
      row: Uint16Array.from(all, ({ contact }) => rows.get(contact)!),
      from: Float64Array.from(all, ({ from }) => from),
      to: Float64Array.from(all, ({ to }) => to),
    };
  }

  #begin(open: Map<number, Stretch>, { t, contact = 0, queue = '' }: Entry, isCallback: boolean): void {
    const stretch = { contact, isCallback, queue: this.#queues.get(queue) ?? 0, from: t, to: t };
    open.set(contact, stretch);
    this.#stretches.push(stretch);
  }

  /** Of an earlier day: drawn from the day's beginning on, as the report of this day counts it. */
  #carryOver(entry: Entry): void {
    const isCallback = entry['isCallback'] === true;
    const isServed = entry['state'] === 'talking' || entry['state'] === 'wrap-up';
    if (isCallback && !isServed) this.#begin(this.#promised, entry, true);
    else if (!isCallback && entry['state'] === 'waiting' && entry['queuedAt'] !== undefined)
      this.#begin(this.#onLine, entry, false);
  }
}

function end(open: Map<number, Stretch>, contact: number, t: number): void {
  const stretch = open.get(contact);
  if (stretch === undefined) return;
  stretch.to = t;
  open.delete(contact);
}

/** A contact keeps its row through all of its waits; each takes the first row that is free when its wait begins. */
function rowsOf(stretches: readonly Stretch[]): ReadonlyMap<number, number> {
  const until = new Map<number, number>();
  for (const { contact, to } of stretches) until.set(contact, Math.max(to, until.get(contact) ?? 0));
  const rows = new Map<number, number>();
  const free: number[] = [];
  for (const { contact, from } of stretches) {
    if (rows.has(contact)) continue;
    let row = free.findIndex((at) => at <= from);
    if (row < 0) row = free.length;
    free[row] = until.get(contact)! + GAP;
    rows.set(contact, row);
  }
  return rows;
}
