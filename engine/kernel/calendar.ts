import type { Due } from './time.ts';

/** The right to cancel one entry. Each is given out once, so one kept too long is harmless. */
export type Ticket = number;

/** Never the ticket of anything. */
export const NO_TICKET: Ticket = 0;

/** Plain data, good for JSON. Entries stand in heap order and free slots in the order of their next use, so that a restored
 *  calendar goes on exactly as the saved one would, down to the numbers of its tickets. */
export interface CalendarState {
  readonly sequence: number;
  readonly rootIsOpen: boolean;
  readonly pending: readonly PendingState[];
  readonly free: readonly number[];
}

export interface PendingState {
  readonly ticket: Ticket;
  readonly due: Due;
  readonly kind: number;
  readonly subject: number;
}

// A ticket is sequence × 2^20 + slot: unique, and of two the one scheduled first is the smaller, so tickets also settle ties. A
// free slot is shown as slot - 2^20, which is nobody's ticket and has the slot in the same bits.
const SLOTS_MAX = 2 ** 20;
const SLOT_MASK = SLOTS_MAX - 1;
const SEQUENCE_MAX = 2 ** 33;

const FIRST_LENGTH = 64;
// A family of four is read whole, also where only its first child exists.
const PADDING = 4;

/**
 * What will happen, in order: by due, and among equal dues in the order of scheduling (GEN-03).
 *
 * The only heap in the house: an indexed 4-ary heap in typed arrays. A cancelled entry is taken out at once and its slot used
 * again, instead of lying about until its hour. It knows neither the present moment nor what a kind or a subject means.
 */
export class Calendar {
  /** What the last `take` found. */
  due: Due = Number.NEGATIVE_INFINITY;
  kind = 0;
  subject = 0;

  // By position in the heap; the children of i are 4i+1 to 4i+4. Behind the last entry dues are Infinity, and the tickets left
  // there are those of the free slots, next one first: who leaves the heap leaves his slot to the position that falls free.
  #dues = new Float64Array(FIRST_LENGTH).fill(Infinity);
  #tickets = numberFree(new Float64Array(FIRST_LENGTH));
  #size = 0;

  // By slot.
  #positions = new Int32Array(FIRST_LENGTH);
  #kinds = new Int32Array(FIRST_LENGTH);
  #subjects = new Float64Array(FIRST_LENGTH);

  #capacity = 0;
  #sequence = 1;

  // Most events schedule another one. So `take` leaves the root open for the next `schedule`, which then has one way through the
  // heap to go instead of two (a third faster at a hundred entries); whatever comes in between works around it.
  #rootIsOpen = false;

  get size(): number {
    return this.#rootIsOpen ? this.#size - 1 : this.#size;
  }

  /** Slots ever used: the most entries that were pending at one time. */
  get capacity(): number {
    return this.#capacity;
  }

  /** The due of the earliest entry, Infinity when there is none. One load: it is asked for more often than anything else. */
  get nextDue(): Due {
    return this.#dues[0]!;
  }

  schedule(due: Due, kind: number, subject: number): Ticket {
    if (!Number.isFinite(due)) throw new RangeError(`An entry must have a finite due, not ${due}.`);
    if (this.#sequence === SEQUENCE_MAX) throw new RangeError('The calendar has given out all its tickets.');
    const position = this.#rootIsOpen ? 0 : this.#append();
    this.#rootIsOpen = false;
    const slot = this.#tickets[position]! & SLOT_MASK;
    const ticket = this.#sequence++ * SLOTS_MAX + slot;
    this.#dues[position] = due;
    this.#tickets[position] = ticket;
    this.#kinds[slot] = kind;
    this.#subjects[slot] = subject;
    if (position === 0) this.#sink(0);
    else this.#rise(position);
    return ticket;
  }

  /** Takes the entry out; false, and nothing else, when it has fired or was cancelled or cleared. Half an entry moves on average,
   *  from 100 pending to 100,000: the last one takes the place, which lies mostly at the bottom where it came from. */
  cancel(ticket: Ticket): boolean {
    const slot = ticket & SLOT_MASK;
    const position = this.#positions[slot]!;
    if (this.#tickets[position] !== ticket) return false;
    this.#remove(position);
    if (this.#rootIsOpen) this.#showNext();
    return true;
  }

  isPending(ticket: Ticket): boolean {
    return this.#tickets[this.#positions[ticket & SLOT_MASK]!] === ticket;
  }

  dueOf(ticket: Ticket): Due {
    return this.isPending(ticket) ? this.#dues[this.#positions[ticket & SLOT_MASK]!]! : Infinity;
  }

  /** Removes the earliest entry and shows it in `due`, `kind` and `subject`; false when there is none. */
  take(): boolean {
    if (this.#rootIsOpen) this.#closeRoot();
    if (this.#size === 0) return false;
    const slot = this.#tickets[0]! & SLOT_MASK;
    this.due = this.#dues[0]!;
    this.kind = this.#kinds[slot]!;
    this.subject = this.#subjects[slot]!;
    this.#openRoot(slot);
    return true;
  }

  /** Empties it in place: slots stay for reuse, tickets given out so far stay stale. */
  clear(): void {
    for (let position = 0; position < this.#capacity; position++) {
      this.#dues[position] = Infinity;
      this.#tickets[position] = (this.#tickets[position]! & SLOT_MASK) - SLOTS_MAX;
    }
    this.#size = 0;
    this.#rootIsOpen = false;
  }

  /** As new, memory kept: tickets begin again, so that a run does not depend on those before it. Older ones must be forgotten. */
  reset(): void {
    this.clear();
    this.#tickets.set(numberFree(this.#tickets));
    this.#capacity = 0;
    this.#sequence = 1;
  }

  save(): CalendarState {
    const pending: PendingState[] = [];
    for (let position = this.#rootIsOpen ? 1 : 0; position < this.#size; position++) {
      const ticket = this.#tickets[position]!;
      const slot = ticket & SLOT_MASK;
      pending.push({
        ticket,
        due: this.#dues[position]!,
        kind: this.#kinds[slot]!,
        subject: this.#subjects[slot]!,
      });
    }
    const open = this.#rootIsOpen ? [this.#tickets[0]! & SLOT_MASK] : [];
    const free = Array.from(
      this.#tickets.subarray(this.#size, this.#capacity),
      (ticket) => ticket & SLOT_MASK,
    );
    return { sequence: this.#sequence, rootIsOpen: this.#rootIsOpen, pending, free: [...open, ...free] };
  }

  /** Becomes what was saved; tickets given out before that moment are valid again, later ones must be forgotten. */
  restore(state: CalendarState): void {
    this.reset();
    const free = state.free.map((slot) => slot - SLOTS_MAX);
    this.#capacity = state.pending.length + free.length;
    while (this.#dues.length < this.#capacity + PADDING) this.#grow();
    this.#sequence = state.sequence;
    let position = 0;
    this.#rootIsOpen = state.rootIsOpen;
    if (state.rootIsOpen) this.#tickets[position++] = free.shift()!;
    for (const { ticket, due, kind, subject } of state.pending) {
      const slot = ticket & SLOT_MASK;
      this.#dues[position] = due;
      this.#tickets[position] = ticket;
      this.#positions[slot] = position++;
      this.#kinds[slot] = kind;
      this.#subjects[slot] = subject;
    }
    this.#tickets.set(free, position);
    this.#size = position;
    if (state.rootIsOpen) this.#showNext();
  }

  #openRoot(slot: number): void {
    this.#rootIsOpen = true;
    this.#tickets[0] = slot - SLOTS_MAX;
    this.#showNext();
  }

  #closeRoot(): void {
    this.#rootIsOpen = false;
    this.#remove(0);
  }

  // An open root shows the due of the least of its children, which nobody precedes.
  #showNext(): void {
    const dues = this.#dues;
    const a = 1 + (Number(dues[2]! < dues[1]!) | 0);
    const b = 3 + (Number(dues[4]! < dues[3]!) | 0);
    dues[0] = dues[a + ((b - a) & -(Number(dues[b]! < dues[a]!) | 0))]!;
  }

  #append(): number {
    if (this.#size === this.#capacity) this.#extend();
    return this.#size++;
  }

  #remove(position: number): void {
    const dues = this.#dues;
    const tickets = this.#tickets;
    const last = --this.#size;
    const slot = tickets[position]! & SLOT_MASK;
    dues[position] = dues[last]!;
    tickets[position] = tickets[last]!;
    dues[last] = Infinity;
    tickets[last] = slot - SLOTS_MAX;
    if (position === last) return;
    if (position > 0 && this.#precedes(position, (position - 1) >> 2)) this.#rise(position);
    else this.#sink(position);
  }

  #precedes(position: number, other: number): boolean {
    const due = this.#dues[position]!;
    const otherDue = this.#dues[other]!;
    return due < otherDue || (due === otherDue && this.#tickets[position]! < this.#tickets[other]!);
  }

  // Both ways move a hole to where the entry belongs; no swaps, each entry on the way moves once. They are told positions only: a
  // double handed to a function that is not inlined is a new object on the heap of JavaScript.
  #rise(position: number): void {
    const dues = this.#dues;
    const tickets = this.#tickets;
    const positions = this.#positions;
    const due = dues[position]!;
    const ticket = tickets[position]!;
    let hole = position;
    while (hole > 0) {
      const above = (hole - 1) >> 2;
      const aboveDue = dues[above]!;
      const aboveTicket = tickets[above]!;
      if (aboveDue < due || (aboveDue === due && aboveTicket < ticket)) break;
      dues[hole] = aboveDue;
      tickets[hole] = aboveTicket;
      positions[aboveTicket & SLOT_MASK] = hole;
      hole = above;
    }
    dues[hole] = due;
    tickets[hole] = ticket;
    positions[ticket & SLOT_MASK] = hole;
  }

  // Which child is the least cannot be predicted, so it is computed without jumps: a third faster from a hundred entries on.
  #sink(position: number): void {
    const dues = this.#dues;
    const tickets = this.#tickets;
    const positions = this.#positions;
    const size = this.#size;
    const due = dues[position]!;
    const ticket = tickets[position]!;
    let hole = position;
    for (let first = 4 * hole + 1; first < size; first = 4 * hole + 1) {
      const d0 = dues[first]!;
      const d1 = dues[first + 1]!;
      const d2 = dues[first + 2]!;
      const d3 = dues[first + 3]!;
      let a = first + (Number(d1 < d0) | 0);
      let b = first + 2 + (Number(d3 < d2) | 0);
      if (d0 === d1 && tickets[first + 1]! < tickets[first]!) a = first + 1;
      if (d2 === d3 && tickets[first + 3]! < tickets[first + 2]!) b = first + 3;
      const da = dues[a]!;
      const db = dues[b]!;
      let least = a + ((b - a) & -(Number(db < da) | 0));
      if (da === db && tickets[b]! < tickets[a]!) least = b;
      const leastDue = dues[least]!;
      const leastTicket = tickets[least]!;
      if (due < leastDue || (due === leastDue && ticket < leastTicket)) break;
      dues[hole] = leastDue;
      tickets[hole] = leastTicket;
      positions[leastTicket & SLOT_MASK] = hole;
      hole = least;
    }
    dues[hole] = due;
    tickets[hole] = ticket;
    positions[ticket & SLOT_MASK] = hole;
  }

  #extend(): void {
    if (this.#capacity === SLOTS_MAX)
      throw new RangeError(`The calendar holds at most ${SLOTS_MAX} pending entries.`);
    this.#capacity++;
    if (this.#dues.length < this.#capacity + PADDING) this.#grow();
  }

  #grow(): void {
    const old = this.#dues.length;
    const length = 2 * old;
    const [dues, tickets, positions] = [this.#dues, this.#tickets, this.#positions];
    const [kinds, subjects] = [this.#kinds, this.#subjects];
    this.#dues = new Float64Array(length).fill(Infinity, old);
    this.#tickets = numberFree(new Float64Array(length));
    this.#positions = new Int32Array(length);
    this.#kinds = new Int32Array(length);
    this.#subjects = new Float64Array(length);
    this.#dues.set(dues);
    this.#tickets.set(tickets);
    this.#positions.set(positions);
    this.#kinds.set(kinds);
    this.#subjects.set(subjects);
  }
}

function numberFree(tickets: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  return tickets.map((_, slot) => slot - SLOTS_MAX);
}
