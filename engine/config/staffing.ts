/**
 * Who works when: groups of a scenario with what each kind of day changes, and shifts as times after the day's
 * start. Used by the checks (how many agents?) and the compiler. Chance and presence are not its business.
 */
import { peopleDefaults } from './defaults.ts';
import type { DayKind } from './day-kinds.ts';
import type { GroupOptions, Scenario, ShiftOptions } from './scenario.ts';
import type { ShiftSetup, StaffingSetup } from './setup.ts';

const day = 86_400_000;
/** The shift that is the whole day, unless the scenario names one so. */
export const wholeDayShift = 'day';

type StaffingOptions = Pick<GroupOptions, 'count' | 'staff' | 'every' | 'shifts' | 'shift'>;
type ShiftWritten = NonNullable<GroupOptions['shift']>;

/** What holds for a group on a kind of day: the group's own staffing, or what the kind puts in its place. */
export function staffingOn(group: GroupOptions, name: string, kind: DayKind): StaffingOptions | 'off' {
  const changed = kind.options.agents?.[name];
  if (!changed) return group;
  if ('off' in changed) return 'off';
  // A new `every` alone has nothing to divide; the checks say so.
  return changed;
}

/** Names of the members, or none for a group staffed by numbers. */
export function membersOf(group: GroupOptions): string[] {
  const members = group.members;
  if (!members) return [];
  return Array.isArray(members) ? members : Object.keys(members);
}

/** The queues any agent of a group serves. */
export function queuesServed(group: GroupOptions): string[] {
  const own = group.members && !Array.isArray(group.members) ? Object.values(group.members) : [];
  return [...(group.queues ?? []), ...own.flatMap((member) => member.queues ?? [])];
}

/** The most agents of a group on any kind of day. Arithmetic only: a hostile number must not become a list. */
export function groupSize(
  name: string,
  group: GroupOptions,
  kinds: readonly DayKind[],
  scenario: Scenario,
): number {
  const members = membersOf(group);
  if (members.length > 0) return members.length;
  const sizes = kinds.map((kind) => {
    const staffing = staffingOn(group, name, kind);
    return staffing === 'off' ? 0 : sizeOn(staffing, kind, scenario);
  });
  return Math.max(0, ...sizes);
}

function sizeOn(staffing: StaffingOptions, kind: DayKind, scenario: Scenario): number {
  const counts = shiftCountsOf(staffing);
  if (counts) {
    const size = ([shift, count]: ShiftCount) => count * shiftOccurrences(shift, kind, scenario).length;
    return counts.reduce((sum, entry) => sum + size(entry), 0);
  }
  const staff = staffing.staff;
  if (staff === undefined) return staffing.count ?? 1;
  return typeof staff === 'number' ? staff : staff.reduce((most, count) => Math.max(most, count), 0);
}

type ShiftCount = readonly [shift: ShiftWritten, count: number];

/** How many work each shift; undefined for a group staffed by numbers. */
function shiftCountsOf(staffing: StaffingOptions): ShiftCount[] | undefined {
  const one = staffing.shift ?? (typeof staffing.shifts === 'string' ? staffing.shifts : undefined);
  if (one !== undefined) return [[one, staffing.count ?? 1]];
  return typeof staffing.shifts === 'object' ? Object.entries(staffing.shifts) : undefined;
}

/** The shifts of a group staffed by shifts, one an agent. */
function shiftsOf(
  staffing: StaffingOptions,
  kind: DayKind,
  scenario: Scenario,
): readonly ShiftSetup[] | undefined {
  return shiftCountsOf(staffing)?.flatMap(([shift, count]) =>
    shiftOccurrences(shift, kind, scenario).flatMap((occurrence) =>
      Array.from({ length: count }, () => occurrence),
    ),
  );
}

/** The staffing of a group of this size on a kind of day. */
export function staffingSetup(
  name: string,
  group: GroupOptions,
  size: number,
  kind: DayKind,
  scenario: Scenario,
  interval: number,
): StaffingSetup {
  const staffing = staffingOn(group, name, kind);
  const members = membersOf(group);
  if (members.length > 0) return memberShifts(group, staffing, members, kind, scenario);
  if (staffing === 'off') return { kind: 'numbers', step: kind.to - kind.from, count: [0] };
  const shifts = shiftsOf(staffing, kind, scenario);
  if (shifts) {
    const filled: (ShiftSetup | null)[] = Array.from({ length: size }, (_, index) => shifts[index] ?? null);
    return { kind: 'shifts', shifts: filled };
  }
  const staff = staffing.staff ?? staffing.count ?? 1;
  return typeof staff === 'number'
    ? { kind: 'numbers', step: kind.to - kind.from, count: [staff] }
    : { kind: 'numbers', step: staffing.every ?? interval, count: staff };
}

function memberShifts(
  group: GroupOptions,
  staffing: StaffingOptions | 'off',
  members: readonly string[],
  kind: DayKind,
  scenario: Scenario,
): StaffingSetup {
  if (staffing === 'off') return { kind: 'shifts', shifts: members.map(() => null) };
  const own = group.members && !Array.isArray(group.members) ? group.members : {};
  const common = staffing.shift ?? (typeof staffing.shifts === 'string' ? staffing.shifts : wholeDayShift);
  // What the kind of day says of the group comes before what a member usually does.
  const isChanged = staffing !== group;
  const shifts = members.map((member) => {
    const shift = isChanged ? common : (own[member]?.shift ?? common);
    return shiftOccurrences(shift, kind, scenario)[0] ?? null;
  });
  return { kind: 'shifts', shifts };
}

/**
 * A shift as times after the day's start. A shift is the same each day, so of a day that stands alone, last
 * night's crew is there too: a night shift on a day of 24 hours gives two occurrences, worked by different people.
 * In a long run each day brings its own occurrence only, the one that begins in it.
 */
export function shiftOccurrences(written: ShiftWritten, kind: DayKind, scenario: Scenario): ShiftSetup[] {
  const shift = typeof written === 'string' ? scenario.shifts?.[written] : written;
  const span = kind.to - kind.from;
  if (!shift) return [{ from: 0, to: span, breaks: [] }];
  const length = shift.to <= shift.from ? shift.to + day - shift.from : shift.to - shift.from;
  const begin = shift.from - kind.from;
  const overlapping = [begin - day, begin, begin + day].filter((start) => start < span && start + length > 0);
  const inside = overlapping.filter((start) => start >= 0);
  const isContinuous = scenario.days?.continuous ?? false;
  const chosen = isContinuous && inside.length > 0 ? inside.slice(0, 1) : overlapping.toReversed();
  return chosen.map((start) => ({
    from: start,
    to: start + length,
    breaks: breaksOf(shift, start),
  }));
}

function breaksOf(shift: ShiftOptions, start: number): { from: number; to: number }[] {
  const after = (clock: number) => start + ((((clock - shift.from) % day) + day) % day);
  return (shift.breaks ?? []).map(({ from, to }) => ({ from: after(from), to: after(to) }));
}

export const unitsOf = (group: GroupOptions): number => group.units ?? peopleDefaults.units;
