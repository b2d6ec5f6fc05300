/**
 * A scenario at a glance, without simulating it: the calls of its day against the people who are there, how many queues it has, which
 * overflow into which, and whether it offers callbacks. Numbers out of the file; drawing them is library-card.ts. It guesses nothing: what
 * it cannot read is left out.
 */
import { parse } from 'yaml';

export interface Glance {
  /** Expected calls by step of the day, all demand together; the largest is 1. */
  readonly calls: readonly number[];
  /** People on duty by step; the largest is 1. Empty: none are told by the day. */
  readonly staff: readonly number[];
  readonly queues: readonly string[];
  /** Index of the queue a caller leaves, and of the one he moves to; -1: out of the house. */
  readonly moves: readonly (readonly [from: number, to: number])[];
  readonly hasCallbacks: boolean;
  readonly hasRedial: boolean;
  readonly hasQuota: boolean;
  /** Share of rings that are missed, at most of any group. */
  readonly missed: number;
}

type Data = Readonly<Record<string, unknown>>;

/** Steps of the picture over the day. */
export const STEPS = 48;
const MINUTE = 60;
const DAY = 24 * 60;

export function glanceOf(text: string): Glance {
  const data = mapOf(parse(text, { logLevel: 'silent' }));
  const days = mapOf(data['days']);
  const from = minutesOf(days['from']) ?? 0;
  const until = minutesOf(days['to']) ?? DAY;
  const to = until <= from ? until + DAY : until;
  const span = { from, to, interval: lengthOf(days['interval']) ?? 30 };
  const queues = Object.keys(mapOf(data['queues']));
  return {
    calls: scaled(callsOf(data, span)),
    staff: scaled(staffOf(data, span)),
    queues,
    moves: movesOf(data, queues),
    hasCallbacks: JSON.stringify(data['queues'] ?? {}).includes('"directCallback"'),
    hasRedial: entriesOf(data['demand']).some(([, demand]) => demand['redial'] !== undefined),
    hasQuota: entriesOf(data['capacityProfiles']).some(([, profile]) => profile['reset'] === 'endOfDay'),
    missed: Math.max(0, ...entriesOf(data['agents']).map(([, group]) => shareOf(group['missed']) ?? 0)),
  };
}

interface DaySpan {
  readonly from: number;
  readonly to: number;
  /** Minutes. */
  readonly interval: number;
}

function callsOf(data: Data, span: DaySpan): number[] {
  const total = new Array<number>(STEPS).fill(0);
  for (const [, demand] of entriesOf(data['demand'])) {
    const arrivals = mapOf(demand['arrivals']);
    const every = lengthOf(arrivals['every']) ?? span.interval;
    const perDay = numberOf(arrivals['perDay']);
    const list = numbersOf(
      arrivals['perInterval'] ?? (perDay === undefined ? undefined : arrivals['profile']),
    );
    const sum = list.reduce((all, each) => all + each, 0);
    const factor = perDay === undefined || sum === 0 ? 1 : perDay / sum;
    const even = numberOf(arrivals['perHour']) ?? (perDay ?? 0) / ((span.to - span.from) / MINUTE);
    total.forEach((_, step) => {
      const minute = ((step + 0.5) / STEPS) * (span.to - span.from);
      const perHour = list.length === 0 ? even : (between(list, minute / every) * factor * MINUTE) / every;
      total[step] = (total[step] ?? 0) + perHour;
    });
  }
  return total;
}

/** A rate between the middles of two intervals, so that the curve has no stairs. */
function between(list: readonly number[], place: number): number {
  const before = Math.min(Math.max(Math.floor(place - 0.5), 0), list.length - 1);
  const part = Math.min(Math.max(place - 0.5 - before, 0), 1);
  const [here = 0, next = here] = [list[before], list[before + 1]];
  return here + (next - here) * part;
}

function staffOf(data: Data, span: DaySpan): number[] {
  const shifts = mapOf(data['shifts']);
  const total = new Array<number>(STEPS).fill(0);
  for (const [, group] of entriesOf(data['agents'])) {
    const list = numbersOf(group['staff']);
    const every = lengthOf(group['every']) ?? span.interval;
    total.forEach((_, step) => {
      const minute = ((step + 0.5) / STEPS) * (span.to - span.from);
      const clock = span.from + minute;
      total[step] =
        (total[step] ?? 0) +
        (list.length > 0 ? (list[Math.floor(minute / every)] ?? 0) : onShift(group, shifts, clock));
    });
  }
  return total;
}

function onShift(group: Data, shifts: Data, clock: number): number {
  const count = numberOf(group['staff']) ?? numberOf(group['count']) ?? membersOf(group) ?? 1;
  const { shifts: worked } = group;
  if (typeof worked === 'string') return isOn(mapOf(shifts[worked]), clock) ? count : 0;
  if (worked === undefined) {
    const shift = typeof group['shift'] === 'string' ? shifts[group['shift']] : group['shift'];
    return shift === undefined || isOn(mapOf(shift), clock) ? count : 0;
  }
  return Object.entries(mapOf(worked)).reduce(
    (sum, [name, people]) => sum + (isOn(mapOf(shifts[name]), clock) ? (numberOf(people) ?? 0) : 0),
    0,
  );
}

function isOn(shift: Data, clock: number): boolean {
  if (!isWithin(shift, clock) && !isWithin(shift, clock - DAY) && !isWithin(shift, clock + DAY)) return false;
  const { breaks } = shift;
  const pauses = Array.isArray(breaks) ? breaks.map(mapOf) : [];
  return !pauses.some((pause) => isWithin(pause, clock) || isWithin(pause, clock - DAY));
}

/** What has no times is the whole day. */
function isWithin(shift: Data, clock: number): boolean {
  const from = minutesOf(shift['from']) ?? 0;
  const until = minutesOf(shift['to']) ?? DAY;
  return clock >= from && clock < (until <= from ? until + DAY : until);
}

function membersOf({ members }: Data): number | undefined {
  if (Array.isArray(members)) return members.length;
  return members === undefined ? undefined : Object.keys(mapOf(members)).length;
}

function movesOf(data: Data, queues: readonly string[]): (readonly [number, number])[] {
  return entriesOf(data['queues']).flatMap(([, queue], from) => {
    const { overflow } = queue;
    const items = Array.isArray(overflow) ? overflow.map(mapOf) : [];
    return items.flatMap((item): (readonly [number, number])[] => {
      const action = mapOf(item['do']);
      if (action['transferExternal'] !== undefined) return [[from, -1]];
      const to = queues.indexOf(String(action['transferQueue']));
      return to === -1 ? [] : [[from, to]];
    });
  });
}

function scaled(values: readonly number[]): readonly number[] {
  const most = Math.max(...values);
  return most > 0 ? values.map((value) => value / most) : [];
}

// ---------------------------------------------------------------- reading values

function mapOf(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

function entriesOf(value: unknown): readonly (readonly [string, Data])[] {
  return Object.entries(mapOf(value)).map(([name, each]) => [name, mapOf(each)]);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function numbersOf(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.map((each) => numberOf(each) ?? 0) : [];
}

function shareOf(value: unknown): number | undefined {
  const percent = typeof value === 'string' ? /^([\d.]+)\s*%$/.exec(value)?.[1] : undefined;
  return percent === undefined ? numberOf(value) : Number(percent) / 100;
}

/** Minutes of "08:30"; YAML reads some clocks as they are. */
function minutesOf(value: unknown): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?::(\d{2}))?/.exec(String(value)) ?? [];
  return value === undefined || hours === undefined ? undefined : Number(hours) * MINUTE + Number(minutes);
}

/** Minutes of "30m", "1h" or seconds. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value / MINUTE;
  if (typeof value !== 'string') return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d+)h)?\s*(?:(\d+)m(?:in)?)?\s*(?:(\d+)s)?$/.exec(value.trim()) ?? [];
  const total = Number(hours) * MINUTE + Number(minutes) + Number(seconds) / MINUTE;
  return total > 0 ? total : undefined;
}
