import { describe, expect, it } from 'vitest';
import { Calendar, NO_TICKET, type CalendarState, type Ticket } from './calendar.ts';
import { Streams, type Stream } from './streams.ts';
import { DAY, MINUTE, Rank, dueAt, type Due } from './time.ts';

function takeAll(calendar: Calendar): number[] {
  const subjects: number[] = [];
  while (calendar.take()) subjects.push(calendar.subject);
  return subjects;
}

describe('the order of the calendar', () => {
  it('gives the earliest first', () => {
    const calendar = new Calendar();
    [50, 10, 40, 20, 30].forEach((due) => calendar.schedule(due, 0, due));
    expect(takeAll(calendar)).toEqual([10, 20, 30, 40, 50]);
  });

  it('GEN-03: within one millisecond serves by rank, whatever was scheduled first', () => {
    const calendar = new Calendar();
    const backwards = Object.values(Rank).toSorted((a, b) => b - a);
    for (const rank of backwards) calendar.schedule(dueAt(7, rank), 0, rank);
    calendar.schedule(dueAt(6, Rank.pass), 0, -1);
    calendar.schedule(dueAt(8, Rank.legEnded), 0, 8);
    expect(takeAll(calendar)).toEqual([-1, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('GEN-03: within one rank serves in the order of scheduling', () => {
    const calendar = new Calendar();
    const due = dueAt(1_000, Rank.timer);
    const many = Array.from({ length: 1_000 }, (_, i) => i);
    for (const i of many) calendar.schedule(due, 0, i);
    expect(takeAll(calendar)).toEqual(many);
  });

  it('GEN-03: keeps the order of scheduling among equals when others are cancelled from between them', () => {
    const calendar = new Calendar();
    const tickets = Array.from({ length: 300 }, (_, i) => calendar.schedule(5, 0, i));
    tickets.forEach((ticket, i) => i % 3 === 1 && calendar.cancel(ticket));
    expect(takeAll(calendar)).toEqual(tickets.map((_, i) => i).filter((i) => i % 3 !== 1));
  });

  it('GEN-03: serves next what an event causes in its own instant at a lower rank', () => {
    const calendar = new Calendar();
    calendar.schedule(dueAt(9, Rank.timer), 0, 1);
    calendar.schedule(dueAt(9, Rank.arrival), 0, 2);
    calendar.take();
    calendar.schedule(dueAt(9, Rank.legEnded), 0, 3);
    expect(calendar.nextDue).toBe(dueAt(9, Rank.legEnded));
    expect(takeAll(calendar)).toEqual([3, 2]);
  });

  it('holds dues of a hundred years to the millisecond', () => {
    const calendar = new Calendar();
    const late = dueAt(100 * 366 * DAY, Rank.pass);
    calendar.schedule(late, 3, 4);
    calendar.schedule(late - 1, 1, 2);
    calendar.take();
    expect([calendar.due, calendar.kind, calendar.subject]).toEqual([late - 1, 1, 2]);
    calendar.take();
    expect([calendar.due, calendar.kind, calendar.subject]).toEqual([late, 3, 4]);
  });

  it('refuses a due that is no number or never comes', () => {
    const calendar = new Calendar();
    for (const due of [Number.NaN, Infinity, -Infinity]) {
      expect(() => calendar.schedule(due, 0, 0)).toThrow(RangeError);
    }
    expect(calendar.size).toBe(0);
  });
});

describe('a ticket', () => {
  it('takes its entry out at once', () => {
    const calendar = new Calendar();
    const first = calendar.schedule(1, 0, 1);
    calendar.schedule(2, 0, 2);
    expect(calendar.isPending(first)).toBe(true);
    expect(calendar.dueOf(first)).toBe(1);
    expect(calendar.cancel(first)).toBe(true);
    expect(calendar.size).toBe(1);
    expect(calendar.nextDue).toBe(2);
    expect(takeAll(calendar)).toEqual([2]);
  });

  it('is harmless when its entry has fired, was cancelled, or when its slot has another tenant', () => {
    const calendar = new Calendar();
    const fired = calendar.schedule(1, 0, 1);
    const cancelled = calendar.schedule(2, 0, 2);
    calendar.take();
    calendar.cancel(cancelled);
    const tenants = [calendar.schedule(3, 0, 3), calendar.schedule(4, 0, 4)];
    for (const stale of [fired, cancelled, NO_TICKET]) {
      expect(calendar.cancel(stale)).toBe(false);
      expect(calendar.isPending(stale)).toBe(false);
      expect(calendar.dueOf(stale)).toBe(Infinity);
    }
    expect(new Set([fired, cancelled, ...tenants]).size).toBe(4);
    expect(takeAll(calendar)).toEqual([3, 4]);
  });

  it('is harmless after the calendar was cleared and its slots are used again', () => {
    const calendar = new Calendar();
    const old = Array.from({ length: 100 }, (_, i) => calendar.schedule(i, 0, i));
    calendar.take();
    calendar.clear();
    expect([calendar.size, calendar.nextDue, calendar.take()]).toEqual([0, Infinity, false]);
    for (let i = 0; i < 100; i++) calendar.schedule(i, 0, 1_000 + i);
    expect(old.map((ticket) => calendar.cancel(ticket))).not.toContain(true);
    expect(calendar.capacity).toBe(100);
    expect(takeAll(calendar)).toEqual(old.map((_, i) => 1_000 + i));
  });

  it('of an entry never scheduled matches nothing', () => {
    const calendar = new Calendar();
    for (const ticket of [NO_TICKET, 1, 2 ** 20, 2 ** 20 + 1, 2 ** 40 + 5]) {
      expect(calendar.cancel(ticket)).toBe(false);
    }
  });
});

describe('the memory of the calendar', () => {
  it('does not grow when timers are set and cancelled for a simulated year', () => {
    const calendar = new Calendar();
    const patience: Ticket[] = [];
    // Every minute a caller with an hour of patience, served after four minutes: 525,600 timers, none of which fires.
    for (let now = 0; now < 365 * DAY; now += MINUTE) {
      patience.push(calendar.schedule(dueAt(now + 60 * MINUTE, Rank.timer), 0, patience.length));
      if (patience.length > 4) same('the year', calendar.cancel(patience.shift()!), true);
    }
    expect(calendar.capacity).toBe(5);
  });

  it('grows to the most that were pending at one time, and no further', () => {
    const calendar = new Calendar();
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 5_000; i++) calendar.schedule(i % 97, 0, i);
      expect(calendar.capacity).toBe(5_000);
      while (calendar.take());
    }
  });

  it('ends with a sentence at a million pending entries', () => {
    const calendar = new Calendar();
    for (let i = 0; i < 2 ** 20; i++) calendar.schedule(i, 0, i);
    expect(() => calendar.schedule(0, 0, 0)).toThrow('at most 1048576 pending entries');
    expect(calendar.take()).toBe(true);
    calendar.schedule(0, 0, 0);
    expect(calendar.size).toBe(2 ** 20);
  });

  it('is as new after a reset', () => {
    const calendar = new Calendar();
    const play = () => {
      const stream = new Streams(1).of('play');
      const tickets: Ticket[] = [];
      for (let i = 0; i < 500; i++) {
        tickets.push(calendar.schedule(Math.floor(stream.next() * 100), 0, i));
        if (i % 3 === 0) calendar.cancel(tickets[Math.floor(stream.next() * i)]!);
        if (i % 5 === 0) calendar.take();
      }
      return { tickets, state: calendar.save() };
    };
    const first = play();
    calendar.reset();
    expect(calendar.capacity).toBe(0);
    expect(play()).toEqual(first);
  });
});

/** The same by the slowest means: a list kept in order. */
class NaiveCalendar {
  entries: { readonly due: Due; readonly kind: number; readonly subject: number; readonly ticket: Ticket }[] =
    [];

  schedule(due: Due, kind: number, subject: number, ticket: Ticket): void {
    const after = this.entries.findIndex((entry) => entry.due > due);
    this.entries.splice(after === -1 ? this.entries.length : after, 0, { due, kind, subject, ticket });
  }

  cancel(ticket: Ticket): boolean {
    const index = this.entries.findIndex((entry) => entry.ticket === ticket);
    if (index === -1) return false;
    this.entries.splice(index, 1);
    return true;
  }
}

function whole(stream: Stream, below: number): number {
  return Math.floor(stream.next() * below);
}

// An expectation of vitest costs some microseconds; here there are half a million.
function same(where: string, actual: unknown, expected: unknown): void {
  if (actual !== expected) expect(actual, where).toBe(expected);
}

/** Random operations on both calendars, compared after each; `between` may exchange the calendar for an equal one. */
function compareWithNaive(seed: string, steps: number, between: (calendar: Calendar) => Calendar): void {
  const stream = new Streams(seed).of('operations');
  const dues = 1 + whole(stream, 60); // few different ones: most entries have equals
  const growth = 0.3 + 0.4 * stream.next();
  const naive = new NaiveCalendar();
  const given: Ticket[] = [NO_TICKET];
  let calendar = new Calendar();
  for (let step = 0; step < steps; step++) {
    const what = stream.next();
    const where = `seed ${seed}, step ${step}`;
    if (what < growth) {
      const [due, kind, subject] = [whole(stream, dues), whole(stream, 5), step];
      const ticket = calendar.schedule(due, kind, subject);
      naive.schedule(due, kind, subject, ticket);
      given.push(ticket);
    } else if (what < 0.7) {
      const ticket = given[whole(stream, given.length)]!;
      same(
        where,
        calendar.isPending(ticket),
        naive.entries.some((entry) => entry.ticket === ticket),
      );
      same(where, calendar.cancel(ticket), naive.cancel(ticket));
    } else if (what < 0.999) {
      const first = naive.entries.shift();
      same(where, calendar.take(), first !== undefined);
      if (first)
        same(
          where,
          [calendar.due, calendar.kind, calendar.subject].join(),
          [first.due, first.kind, first.subject].join(),
        );
    } else {
      calendar.clear();
      naive.entries = [];
    }
    same(where, calendar.size, naive.entries.length);
    same(where, calendar.nextDue, naive.entries[0]?.due ?? Infinity);
    const any = naive.entries[whole(stream, naive.entries.length)];
    if (any) same(where, calendar.dueOf(any.ticket), any.due);
    calendar = between(calendar);
  }
  expect(takeAll(calendar)).toEqual(naive.entries.map((entry) => entry.subject));
}

describe('the calendar beside a sorted list', () => {
  it('does the same over random schedules, cancels, takes and clears', () => {
    for (let seed = 0; seed < 60; seed++) compareWithNaive(`plain ${seed}`, 1_000, (calendar) => calendar);
  });

  it('does the same when it is saved and restored, as JSON, after every step', () => {
    for (let seed = 0; seed < 6; seed++) {
      compareWithNaive(`saved ${seed}`, 500, (calendar) => {
        const restored = new Calendar();
        restored.restore(JSON.parse(JSON.stringify(calendar.save())) as CalendarState);
        return restored;
      });
    }
  });
});

describe('a saved calendar', () => {
  it('goes on as the original does, to the numbers of its tickets, and tickets of before stay good', () => {
    const stream = new Streams(7).of('life');
    const original = new Calendar();
    const held: Ticket[] = [];
    const live = (calendar: Calendar, chance: Stream): unknown[] => {
      const seen: unknown[] = [];
      for (let i = 0; i < 400; i++) {
        seen.push(calendar.schedule(whole(chance, 50), 1, i));
        seen.push(calendar.cancel(held[whole(chance, held.length)] ?? NO_TICKET));
        if (i % 2 === 0) seen.push(calendar.take(), calendar.due, calendar.subject);
      }
      return seen;
    };
    for (let i = 0; i < 200; i++) held.push(original.schedule(whole(stream, 50), 0, i));
    original.take();
    const state = JSON.stringify(original.save());
    const expected = live(original, new Streams(8).of('after'));
    const restored = new Calendar();
    for (let i = 0; i < 900; i++) restored.schedule(i, 9, 9); // what was there before does not matter
    restored.restore(JSON.parse(state) as CalendarState);
    expect(JSON.stringify(restored.save())).toBe(state);
    expect(live(restored, new Streams(8).of('after'))).toEqual(expected);
    expect(JSON.stringify(restored.save())).toBe(JSON.stringify(original.save()));
  });
});
