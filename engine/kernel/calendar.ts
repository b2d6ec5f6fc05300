import type { Due } from './time.ts';

/**
 * What will happen, in order: by due, and among equal dues in the order of scheduling (GEN-03).
 *
 * The only heap in the house: an indexed 4-ary heap in typed arrays, so that a cancelled entry is taken out and its slot used
 * again, instead of lying about until its hour. It knows neither the present moment nor what a kind or a subject means.
 */
export type Ticket = number;

/** Never the ticket of anything. */
export const NO_TICKET: Ticket = 0;

/** Plain data, good for JSON. Entries stand in heap order and free slots in the order of their next use, so that a restored
 *  calendar goes on exactly as the saved one would, down to the numbers of its tickets. */
export interface CalendarState {
  readonly sequence: number;
  readonly pending: readonly PendingState[];
  readonly free: readonly Ticket[];
}

export interface PendingState {
  readonly ticket: Ticket;
  readonly due: Due;
  readonly sequence: number;
  readonly kind: number;
  readonly subject: number;
}

// A ticket is generation × 2^20 + slot. The generation of a slot is one higher each time it is let go, so a ticket that was
// used, cancelled or cleared never matches again; 2^33 generations are more than a run can use.
const SLOTS_MAX = 2 ** 20;
const SLOT_MASK = SLOTS_MAX - 1;
const FIRST_CAPACITY = 64;
const NONE = -1;

export class Calendar {
  /** What the last `take` found. */
  due: Due = Number.NEGATIVE_INFINITY;
  kind = 0;
  subject = 0;

  #size = 0;
  #made = 0;
  #sequence = 0;

  // By position in the heap; the children of i are 4i+1 to 4i+4.
  #heapDue = new Float64Array(FIRST_CAPACITY).fill(Infinity, 0, 1);
  #heapSlot = new Int32Array(FIRST_CAPACITY);

  // By slot.
  #tickets = new Float64Array(FIRST_CAPACITY); // of the entry in it; of the next one when the slot is free
  #places = new Int32Array(FIRST_CAPACITY); // position in the heap; the next free slot when free
  #sequences = new Float64Array(FIRST_CAPACITY);
  #kinds = new Int32Array(FIRST_CAPACITY);
  #subjects = new Float64Array(FIRST_CAPACITY);
  #firstFree = NONE;
  #lastFree = NONE;

  get size(): number {
    return this.#size;
  }

  /** Slots ever made: the most entries that were pending at one time. */
  get capacity(): number {
    return this.#made;
  }

  /** The due of the earliest entry, Infinity when there is none. */
  get nextDue(): Due {
    return this.#heapDue[0]!;
  }

  schedule(due: Due, kind: number, subject: number): Ticket {
    if (!(due < Infinity))
      throw new RangeError(`An entry of the calendar must have a finite due, not ${due}.`);
    const slot = this.#firstFree === NONE ? this.#makeSlot() : this.#reuseSlot();
    this.#sequences[slot] = this.#sequence++;
    this.#kinds[slot] = kind;
    this.#subjects[slot] = subject;
    this.#rise(this.#size++, due, slot);
    return this.#tickets[slot]!;
  }

  /** Takes the entry out; false, and nothing else, when it has fired or was cancelled or cleared. */
  cancel(ticket: Ticket): boolean {
    const slot = ticket & SLOT_MASK;
    if (this.#tickets[slot] !== ticket) return false;
    this.#remove(this.#places[slot]!);
    this.#letGo(slot);
    return true;
  }

  isPending(ticket: Ticket): boolean {
    return this.#tickets[ticket & SLOT_MASK] === ticket;
  }

  dueOf(ticket: Ticket): Due {
    const slot = ticket & SLOT_MASK;
    return this.#tickets[slot] === ticket ? this.#heapDue[this.#places[slot]!]! : Infinity;
  }

  /** Removes the earliest entry and shows it in `due`, `kind` and `subject`; false when there is none. */
  take(): boolean {
    if (this.#size === 0) return false;
    const slot = this.#heapSlot[0]!;
    this.due = this.#heapDue[0]!;
    this.kind = this.#kinds[slot]!;
    this.subject = this.#subjects[slot]!;
    this.#remove(0);
    this.#letGo(slot);
    return true;
  }

  /** Empties it in place: slots stay for reuse, tickets given out so far stay stale. */
  clear(): void {
    for (let position = 0; position < this.#size; position++) this.#letGo(this.#heapSlot[position]!);
    this.#size = 0;
    this.#heapDue[0] = Infinity;
  }

  save(): CalendarState {
    const pending: PendingState[] = [];
    for (let position = 0; position < this.#size; position++) {
      const slot = this.#heapSlot[position]!;
      pending.push({
        ticket: this.#tickets[slot]!,
        due: this.#heapDue[position]!,
        sequence: this.#sequences[slot]!,
        kind: this.#kinds[slot]!,
        subject: this.#subjects[slot]!,
      });
    }
    const free: Ticket[] = [];
    for (let slot = this.#firstFree; slot !== NONE; slot = this.#places[slot]!)
      free.push(this.#tickets[slot]!);
    return { sequence: this.#sequence, pending, free };
  }

  /** Becomes what was saved; tickets given out before that moment are valid again, later ones must be forgotten. */
  restore(state: CalendarState): void {
    const slots = state.pending.length + state.free.length;
    while (this.#tickets.length < slots) this.#grow();
    this.#made = slots;
    this.#size = state.pending.length;
    this.#sequence = state.sequence;
    this.#heapDue[0] = Infinity;
    state.pending.forEach((entry, position) => {
      const slot = entry.ticket & SLOT_MASK;
      this.#heapDue[position] = entry.due;
      this.#heapSlot[position] = slot;
      this.#tickets[slot] = entry.ticket;
      this.#places[slot] = position;
      this.#sequences[slot] = entry.sequence;
      this.#kinds[slot] = entry.kind;
      this.#subjects[slot] = entry.subject;
    });
    this.#firstFree = NONE;
    this.#lastFree = NONE;
    for (const ticket of state.free) {
      this.#tickets[ticket & SLOT_MASK] = ticket;
      this.#appendFree(ticket & SLOT_MASK);
    }
  }

  #remove(position: number): void {
    const last = --this.#size;
    const heapDue = this.#heapDue;
    const due = heapDue[last]!;
    const slot = this.#heapSlot[last]!;
    if (last === 0) heapDue[0] = Infinity;
    if (position === last) return;
    const above = (position - 1) >> 2;
    if (position > 0 && this.#precedes(due, slot, above)) this.#rise(position, due, slot);
    else this.#sink(position, due, slot);
  }

  #precedes(due: Due, slot: number, position: number): boolean {
    const other = this.#heapDue[position]!;
    return (
      due < other || (due === other && this.#sequences[slot]! < this.#sequences[this.#heapSlot[position]!]!)
    );
  }

  // Moves the hole at `position` up to where the entry belongs. No swaps: each entry on the way moves once.
  #rise(position: number, due: Due, slot: number): void {
    const heapDue = this.#heapDue;
    const heapSlot = this.#heapSlot;
    const places = this.#places;
    while (position > 0) {
      const above = (position - 1) >> 2;
      if (!this.#precedes(due, slot, above)) break;
      const moved = heapSlot[above]!;
      heapDue[position] = heapDue[above]!;
      heapSlot[position] = moved;
      places[moved] = position;
      position = above;
    }
    heapDue[position] = due;
    heapSlot[position] = slot;
    places[slot] = position;
  }

  #sink(position: number, due: Due, slot: number): void {
    const heapDue = this.#heapDue;
    const heapSlot = this.#heapSlot;
    const places = this.#places;
    const size = this.#size;
    for (;;) {
      const first = 4 * position + 1;
      if (first >= size) break;
      const end = Math.min(first + 4, size);
      let least = first;
      let leastDue = heapDue[first]!;
      for (let child = first + 1; child < end; child++) {
        const childDue = heapDue[child]!;
        if (
          childDue < leastDue ||
          (childDue === leastDue && this.#precedes(childDue, heapSlot[child]!, least))
        ) {
          least = child;
          leastDue = childDue;
        }
      }
      if (leastDue > due || (leastDue === due && this.#precedes(due, slot, least))) break;
      const moved = heapSlot[least]!;
      heapDue[position] = leastDue;
      heapSlot[position] = moved;
      places[moved] = position;
      position = least;
    }
    heapDue[position] = due;
    heapSlot[position] = slot;
    places[slot] = position;
  }

  #reuseSlot(): number {
    const slot = this.#firstFree;
    this.#firstFree = slot === this.#lastFree ? NONE : this.#places[slot]!;
    return slot;
  }

  #makeSlot(): number {
    const slot = this.#made++;
    if (slot === SLOTS_MAX) throw new RangeError(`The calendar holds at most ${SLOTS_MAX} pending entries.`);
    if (slot === this.#tickets.length) this.#grow();
    this.#tickets[slot] = SLOTS_MAX + slot;
    return slot;
  }

  #letGo(slot: number): void {
    this.#tickets[slot] = this.#tickets[slot]! + SLOTS_MAX;
    this.#appendFree(slot);
  }

  // First let go, first used again: generations grow evenly and tickets stay small.
  #appendFree(slot: number): void {
    if (this.#firstFree === NONE) this.#firstFree = slot;
    else this.#places[this.#lastFree] = slot;
    this.#places[slot] = NONE;
    this.#lastFree = slot;
  }

  #grow(): void {
    const length = this.#tickets.length * 2;
    this.#heapDue = doubles(this.#heapDue, length);
    this.#heapSlot = integers(this.#heapSlot, length);
    this.#tickets = doubles(this.#tickets, length);
    this.#places = integers(this.#places, length);
    this.#sequences = doubles(this.#sequences, length);
    this.#kinds = integers(this.#kinds, length);
    this.#subjects = doubles(this.#subjects, length);
  }
}

function doubles(old: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(length);
  longer.set(old);
  return longer;
}

function integers(old: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(old);
  return longer;
}
