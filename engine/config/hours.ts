/**
 * Zones, dates and opening hours of one run: the only place that knows what time it is anywhere. A day of the
 * calendar becomes its UTC beginning, the openings of every hours record and the local midnights, all as instants of
 * the run. Daylight saving is that of the zone: an hour that is skipped does not exist, one that is repeated
 * counts twice (OH-02), a holiday overrides the week (OH-03). What is open is decided on the wall clock, so each
 * local date is worked out once and kept.
 */
// Function by function: a browser's workers carry what is used, a third of the whole.
import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDate';
import { getTimeZoneTransition, offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime';
import type { Instant } from '../kernel/time.ts';
import { dateText, parseDate, weekdayOf } from './lengths.ts';
import type { HoursSetup, Openings, RunFrame, Setup, WorldSetup } from './setup.ts';

const minute = 60_000;
const day = 86_400_000;
/** After the end of a run's days: callbacks that wait for an opening find one if there is one within this time. */
const afterwards = 14 * day;

/** A piece of a local date with one offset from UTC: [from, to) in UTC milliseconds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Local minus UTC. */
  readonly offset: number;
}

/** The stretches of one date in one zone; 23 and 25 hour days have two. */
class Zone {
  readonly #name: string;
  readonly #dates = new Map<number, readonly Stretch[]>();
  readonly #starts = new Map<number, number>();

  constructor(name: string) {
    this.#name = name;
  }

  /** UTC of the first moment of a date. */
  startOf(dayNumber: number): number {
    let start = this.#starts.get(dayNumber);
    if (start === undefined) {
      const [year, month, date] = dateText(dayNumber).split('-').map(Number) as [number, number, number];
      start = toZonedDateTime(create(year, month, date), this.#name).epochMilliseconds;
      this.#starts.set(dayNumber, start);
    }
    return start;
  }

  stretchesOf(dayNumber: number): readonly Stretch[] {
    const known = this.#dates.get(dayNumber);
    if (known) return known;
    const end = this.startOf(dayNumber + 1);
    const stretches: Stretch[] = [];
    let from = this.startOf(dayNumber);
    while (from < end) {
      const moment = toZonedDateTimeISO(fromEpochMilliseconds(from), this.#name);
      const next = getTimeZoneTransition(moment, 'next')?.epochMilliseconds ?? Infinity;
      const to = Math.min(end, next);
      stretches.push({ from, to, offset: Math.round(offsetNanoseconds(moment) / 1e6) });
      from = to;
    }
    this.#dates.set(dayNumber, stretches);
    return stretches;
  }

  /** UTC of a wall clock time on a date: a skipped time is the moment of the change, a repeated one the first. */
  at(dayNumber: number, clock: number): number {
    const number = dayNumber + Math.floor(clock / day);
    const wall = number * day + (clock - Math.floor(clock / day) * day);
    for (const { from, to, offset } of this.stretchesOf(number)) {
      if (wall < to + offset) return Math.max(from, wall - offset);
    }
    return this.startOf(number + 1);
  }
}

const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = new Zone(name);
  zones.set(name, zone);
  return zone;
}

/** Whether this is an IANA time zone. */
export function isZone(name: string): boolean {
  try {
    toZonedDateTimeISO(fromEpochMilliseconds(0), name);
    return true;
  } catch {
    return false;
  }
}

// ---------------------------------------------------------------- openings

const openingsByRecord = new WeakMap<HoursSetup, Map<number, readonly number[]>>();

/** [open, close) pairs in UTC of what an hours record says of one local date. */
function openingsOn(record: HoursSetup, dayNumber: number): readonly number[] {
  let dates = openingsByRecord.get(record);
  if (!dates) {
    dates = new Map();
    openingsByRecord.set(record, dates);
  }
  const known = dates.get(dayNumber);
  if (known) return known;
  const made = makeOpenings(record, dayNumber);
  dates.set(dayNumber, made);
  return made;
}

function makeOpenings(record: HoursSetup, dayNumber: number): number[] {
  const isHoliday = (number: number) => record.holidays.includes(dateText(number));
  if (isHoliday(dayNumber)) return [];
  // Wall clock ranges of this date: its own, and what the evening before left over.
  const own = (record.week[weekdayOf(dayNumber)] ?? []).map(({ from, to }) => ({
    from,
    to: to <= from ? 24 * 60 : Math.min(to, 24 * 60),
  }));
  const before = isHoliday(dayNumber - 1) ? [] : (record.week[weekdayOf(dayNumber - 1)] ?? []);
  const left = before.flatMap(({ from, to }) => {
    const end = to <= from ? to : to - 24 * 60;
    return end > 0 ? [{ from: 0, to: end }] : [];
  });
  const ranges = [...left, ...own];
  const pairs = zoneOf(record.zone)
    .stretchesOf(dayNumber)
    .flatMap((stretch) => {
      const wallFrom = stretch.from + stretch.offset - dayNumber * day;
      const wallTo = stretch.to + stretch.offset - dayNumber * day;
      return ranges.flatMap((range) => {
        const from = Math.max(wallFrom, range.from * minute);
        const to = Math.min(wallTo, range.to * minute);
        const shift = dayNumber * day - stretch.offset;
        return from < to ? [[from + shift, to + shift] as const] : [];
      });
    })
    .toSorted((a, b) => a[0] - b[0]);
  return joined(pairs);
}

/** Pairs that touch or overlap become one. */
function joined(pairs: Iterable<readonly [number, number]>): number[] {
  const result: number[] = [];
  for (const [from, to] of pairs) {
    const last = result.at(-1);
    if (last !== undefined && from <= last) result[result.length - 1] = Math.max(last, to);
    else result.push(from, to);
  }
  return result;
}

/** Openings of a record from one UTC moment to another, as instants after the first. */
export function openingsOf(record: HoursSetup, originUtc: number, span: number): Openings {
  const pairs: (readonly [number, number])[] = [];
  const lastDay = Math.floor((originUtc + span) / day) + 1;
  for (let number = Math.floor(originUtc / day) - 1; number <= lastDay; number++) {
    const utc = openingsOn(record, number);
    for (let index = 0; index < utc.length; index += 2) {
      const from = Math.max(0, (utc[index] ?? 0) - originUtc);
      const to = Math.min(span, (utc[index + 1] ?? 0) - originUtc);
      if (from < to) pairs.push([from, to]);
    }
  }
  return joined(pairs);
}

// ---------------------------------------------------------------- days of a run

/** The day number since 1970 of the i-th day that is simulated. */
export function dateOfDay(world: WorldSetup, index: number): number {
  const first = parseDate(world.firstDate) ?? 0;
  const from = world.calendarRepeatsFrom;
  const round = Math.max(0, Math.floor((index - from) / (world.calendar.length - from)));
  return first + round * world.calendarSpan + (world.calendarOffsets[entryOfDay(world, index)] ?? 0);
}

/** The kind of the i-th day that is simulated, as an index into `kinds`. */
export function kindOfDay(world: WorldSetup, index: number): number {
  return world.calendar[entryOfDay(world, index)] ?? 0;
}

/** The entry of the calendar for the i-th day: single dates come once, the week after them for ever. */
function entryOfDay(world: WorldSetup, index: number): number {
  const from = world.calendarRepeatsFrom;
  return index < from ? index : from + ((index - from) % (world.calendar.length - from));
}

/** UTC of the beginning of the i-th day. */
export function startOfDayUtc(world: WorldSetup, index: number): number {
  const kind = world.kinds[kindOfDay(world, index)];
  return zoneOf(world.zone).at(dateOfDay(world, index), kind?.from ?? 0);
}

/**
 * What the engine needs to know of a run that begins with the i-th day and covers so many. Instant 0 is the
 * moment the day begins; `day` is the index, which names the luck.
 */
export function frameOf(setup: Setup, dayIndex: number, seed: number, days = 1): RunFrame {
  const { world, routing } = setup;
  const originUtc = startOfDayUtc(world, dayIndex);
  const lastIndex = dayIndex + days - 1;
  const lastKind = world.kinds[kindOfDay(world, lastIndex)];
  const length = lastKind ? lastKind.to - lastKind.from : day;
  const span = startOfDayUtc(world, lastIndex) + length - originUtc + afterwards;
  return {
    seed,
    day: dayIndex,
    originUtc,
    openings: routing.hours.map((record) => openingsOf(record, originUtc, span)),
    midnights: midnightsOf(world, originUtc, span),
  };
}

function midnightsOf(world: WorldSetup, originUtc: number, span: number): Instant[] {
  const zone = zoneOf(world.zone);
  const midnights: Instant[] = [];
  for (let number = Math.floor(originUtc / day); ; number++) {
    const instant = zone.startOf(number) - originUtc;
    if (instant > span) return midnights;
    if (instant > 0) midnights.push(instant);
  }
}
