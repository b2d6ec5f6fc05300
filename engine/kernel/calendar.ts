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

// A ticket is sequence × 2^20 + slot: unique, and of two the one scheduled first is the smaller, so tickets also settle ties.
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
  /** The due of the earliest entry, Infinity when there is none; to be read only. A field, because it is read more often than
   *  anything else. */
  nextDue: Due = Infinity;
  /** What the last `take` found. */
  due: Due = Number.NEGATIVE_INFINITY;
  kind = 0;
  subject = 0;

  // By position in the heap; the children of i are 4i+1 to 4i+4. Behind the last entry dues are Infinity and slots are the free
  // ones, next one first: who leaves the heap leaves his slot to the position that falls free.
  #dues = new Float64Array(FIRST_LENGTH).fill(Infinity);
  #slots = new Int32Array(FIRST_LENGTH).map((_, position) => position);
  #size = 0;

  // By slot.
  #tickets = new Float64Array(FIRST_LENGTH); // NO_TICKET while free
  #positions = new Int32Array(FIRST_LENGTH);
  #kinds = new Int32Array(FIRST_LENGTH);
  #subjects = new Float64Array(FIRST_LENGTH);

  #capacity = 0;
  #sequence = 1;

  // Most events schedule another one. So `take` leaves the root open for the next `schedule`, which then has one way through the
  // heap to go instead of two; whatever comes in between works around it.
  #rootIsOpen = false;

  get size(): number {
    return this.#rootIsOpen ? this.#size - 1 : this.#size;
  }

  /** Slots ever used: the most entries that were pending at one time. */
  get capacity(): number {
    return this.#capacity;
  }

  schedule(due: Due, kind: number, subject: number): Ticket {
    if (!Number.isFinite(due)) throw new RangeError(`An entry must have a finite due, not ${due}.`);
    if (this.#sequence === SEQUENCE_MAX) throw new RangeError('The calendar has given out all its tickets.');
    const position = this.#rootIsOpen ? 0 : this.#append();
    this.#rootIsOpen = false;
    const slot = this.#slots[position]!;
    const ticket = this.#sequence++ * SLOTS_MAX + slot;
    this.#dues[position] = due;
    this.#tickets[slot] = ticket;
    this.#kinds[slot] = kind;
    this.#subjects[slot] = subject;
    if (position === 0) this.#sink(0);
    else this.#rise(position);
    if (due < this.nextDue) this.nextDue = due;
    return ticket;
  }

  /** Takes the entry out; false, and nothing else, when it has fired or was cancelled or cleared. */
  cancel(ticket: Ticket): boolean {
    if (!this.isPending(ticket)) return false;
    const slot = ticket & SLOT_MASK;
    this.#tickets[slot] = NO_TICKET;
    this.#remove(this.#positions[slot]!);
    this.#findNext();
    return true;
  }

  isPending(ticket: Ticket): boolean {
    return this.#tickets[ticket & SLOT_MASK] === ticket && ticket !== NO_TICKET;
  }

  dueOf(ticket: Ticket): Due {
    return this.isPending(ticket) ? this.#dues[this.#positions[ticket & SLOT_MASK]!]! : Infinity;
  }

  /** Removes the earliest entry and shows it in `due`, `kind` and `subject`; false when there is none. */
  take(): boolean {
    if (this.#rootIsOpen) this.#closeRoot();
    if (this.#size === 0) return false;
    const slot = this.#slots[0]!;
    this.due = this.#dues[0]!;
    this.kind = this.#kinds[slot]!;
    this.subject = this.#subjects[slot]!;
    this.#tickets[slot] = NO_TICKET;
    this.#openRoot();
    this.#findNext();
    return true;
  }

  /** Empties it in place: slots stay for reuse, tickets given out so far stay stale. */
  clear(): void {
    this.#dues.fill(Infinity, 0, this.#size);
    this.#tickets.fill(NO_TICKET, 0, this.#capacity);
    this.#size = 0;
    this.#rootIsOpen = false;
    this.nextDue = Infinity;
  }

  /** As new, memory kept: tickets begin again, so that a run does not depend on those before it. Older ones must be forgotten. */
  reset(): void {
    this.clear();
    this.#slots.forEach((_, position, slots) => {
      slots[position] = position;
    });
    this.#capacity = 0;
    this.#sequence = 1;
  }

  save(): CalendarState {
    const pending: PendingState[] = [];
    const free = [...this.#slots.subarray(this.#size, this.#capacity)];
    for (let position = 0; position < this.#size; position++) {
      const slot = this.#slots[position]!;
      const ticket = this.#tickets[slot]!;
      const due = this.#dues[position]!;
      if (ticket === NO_TICKET) free.unshift(slot);
      else pending.push({ ticket, due, kind: this.#kinds[slot]!, subject: this.#subjects[slot]! });
    }
    return { sequence: this.#sequence, rootIsOpen: this.#rootIsOpen, pending, free };
  }

  /** Becomes what was saved; tickets given out before that moment are valid again, later ones must be forgotten. */
  restore(state: CalendarState): void {
    this.reset();
    const free = [...state.free];
    this.#capacity = state.pending.length + free.length;
    while (this.#dues.length < this.#capacity + PADDING) this.#grow();
    this.#sequence = state.sequence;
    let position = 0;
    if (state.rootIsOpen) {
      this.#slots[position++] = free.shift()!;
      this.#openRoot();
    }
    for (const { ticket, due, kind, subject } of state.pending) {
      const slot = ticket & SLOT_MASK;
      this.#dues[position] = due;
      this.#slots[position] = slot;
      this.#tickets[slot] = ticket;
      this.#positions[slot] = position++;
      this.#kinds[slot] = kind;
      this.#subjects[slot] = subject;
    }
    this.#slots.set(free, position);
    this.#size = position;
    this.#findNext();
  }

  #openRoot(): void {
    this.#rootIsOpen = true;
    this.#dues[0] = -Infinity; // nobody rises past it
  }

  #closeRoot(): void {
    this.#rootIsOpen = false;
    this.#remove(0);
  }

  #findNext(): void {
    const dues = this.#dues;
    if (!this.#rootIsOpen) {
      this.nextDue = dues[0]!;
      return;
    }
    const a = dues[1 + (Number(dues[2]! < dues[1]!) | 0)]!;
    const b = dues[3 + (Number(dues[4]! < dues[3]!) | 0)]!;
    this.nextDue = b < a ? b : a;
  }

  #append(): number {
    if (this.#size === this.#capacity) this.#extend();
    return this.#size++;
  }

  #remove(position: number): void {
    const dues = this.#dues;
    const slots = this.#slots;
    const last = --this.#size;
    const slot = slots[position]!;
    dues[position] = dues[last]!;
    slots[position] = slots[last]!;
    dues[last] = Infinity;
    slots[last] = slot;
    if (position === last) return;
    if (position > 0 && this.#precedes(position, (position - 1) >> 2)) this.#rise(position);
    else this.#sink(position);
  }

  #precedes(position: number, other: number): boolean {
    const due = this.#dues[position]!;
    const otherDue = this.#dues[other]!;
    return (
      due < otherDue || (due === otherDue && this.#isEarlier(this.#slots[position]!, this.#slots[other]!))
    );
  }

  // Of two slots with equal dues.
  #isEarlier(slot: number, other: number): boolean {
    return this.#tickets[slot]! < this.#tickets[other]!;
  }

  // Both ways move a hole to where the entry belongs; no swaps, each entry on the way moves once. They are told positions only: a
  // double handed to a function that is not inlined is a new object on the heap of JavaScript.
  #rise(position: number): void {
    const dues = this.#dues;
    const slots = this.#slots;
    const positions = this.#positions;
    const due = dues[position]!;
    const slot = slots[position]!;
    let hole = position;
    while (hole > 0) {
      const above = (hole - 1) >> 2;
      const aboveDue = dues[above]!;
      const aboveSlot = slots[above]!;
      if (aboveDue < due || (aboveDue === due && this.#isEarlier(aboveSlot, slot))) break;
      dues[hole] = aboveDue;
      slots[hole] = aboveSlot;
      positions[aboveSlot] = hole;
      hole = above;
    }
    dues[hole] = due;
    slots[hole] = slot;
    positions[slot] = hole;
  }

  // Which child is the least cannot be predicted, so it is computed without jumps: a third faster from a hundred entries on.
  #sink(position: number): void {
    const dues = this.#dues;
    const slots = this.#slots;
    const positions = this.#positions;
    const size = this.#size;
    const due = dues[position]!;
    const slot = slots[position]!;
    let hole = position;
    for (let first = 4 * hole + 1; first < size; first = 4 * hole + 1) {
      const d0 = dues[first]!;
      const d1 = dues[first + 1]!;
      const d2 = dues[first + 2]!;
      const d3 = dues[first + 3]!;
      let a = first + (Number(d1 < d0) | 0);
      let b = first + 2 + (Number(d3 < d2) | 0);
      if (d0 === d1 && this.#isEarlier(slots[first + 1]!, slots[first]!)) a = first + 1;
      if (d2 === d3 && this.#isEarlier(slots[first + 3]!, slots[first + 2]!)) b = first + 3;
      const da = dues[a]!;
      const db = dues[b]!;
      let least = a + ((b - a) & -(Number(db < da) | 0));
      if (da === db && this.#isEarlier(slots[b]!, slots[a]!)) least = b;
      const leastDue = dues[least]!;
      const leastSlot = slots[least]!;
      if (due < leastDue || (due === leastDue && this.#isEarlier(slot, leastSlot))) break;
      dues[hole] = leastDue;
      slots[hole] = leastSlot;
      positions[leastSlot] = hole;
      hole = least;
    }
    dues[hole] = due;
    slots[hole] = slot;
    positions[slot] = hole;
  }

  #extend(): void {
    if (this.#capacity === SLOTS_MAX) {
      throw new RangeError(`The calendar holds at most ${SLOTS_MAX} pending entries.`);
    }
    this.#capacity++;
    if (this.#dues.length < this.#capacity + PADDING) this.#grow();
  }

  #grow(): void {
    const old = this.#dues.length;
    const length = 2 * old;
    const [dues, slots, tickets] = [this.#dues, this.#slots, this.#tickets];
    const [positions, kinds, subjects] = [this.#positions, this.#kinds, this.#subjects];
    this.#dues = new Float64Array(length).fill(Infinity, old);
    this.#slots = new Int32Array(length).map((_, position) => position);
    this.#tickets = new Float64Array(length);
    this.#positions = new Int32Array(length);
    this.#kinds = new Int32Array(length);
    this.#subjects = new Float64Array(length);
    this.#dues.set(dues);
    this.#slots.set(slots);
    this.#tickets.set(tickets);
    this.#positions.set(positions);
    this.#kinds.set(kinds);
    this.#subjects.set(subjects);
  }
}
