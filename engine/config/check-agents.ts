/** Groups of agents and their shifts: what they serve, who works when (codes E-REF, E-ONE-OF, E-COUNT, E-NAME-DUP, E-RING). */
import type { CheckContext } from './check-context.ts';
import { checkRing } from './check-queues.ts';
import { daysDefaults } from './defaults.ts';
import { dayKinds, stepsOf } from './day-kinds.ts';
import type { DayKind } from './day-kinds.ts';
import { lengthText } from './lengths.ts';
import type { ProblemPath } from './problems.ts';
import type { GroupOptions } from './scenario.ts';
import { membersOf, queuesServed, staffingOn, wholeDayShift } from './staffing.ts';

type Staffing = Pick<GroupOptions, 'count' | 'staff' | 'every' | 'shifts' | 'shift' | 'members'>;

export function checkAgents(context: CheckContext): void {
  const kinds = dayKinds(context.scenario);
  const owners = new Map<string, string>();
  for (const [name, group] of Object.entries(context.scenario.agents ?? {})) {
    const path: ProblemPath = ['agents', name];
    checkQueues(context, group, path);
    checkForms(context, group, path);
    checkShiftNames(context, group, path);
    for (const [member, memberPath] of memberPaths(group, path)) {
      const owner = owners.get(member);
      if (owner !== undefined) context.add('E-NAME-DUP', memberPath, { name: member, owner }, 'key');
      owners.set(member, name);
    }
    for (const [index, { profile }] of (group.profiles ?? []).entries()) {
      context.refer('capacityProfiles', profile, [...path, 'profiles', index]);
    }
    const isVoice = queuesServed(group).some((queue) => context.channelOf(queue) === 'voice');
    checkRing(context, group.ringTimeout, isVoice ? 'voice' : 'messaging', [...path, 'ringTimeout']);
    for (const kind of kinds) checkOnKind(context, name, group, kind);
  }
  for (const [name, shift] of Object.entries(context.scenario.shifts ?? {})) {
    for (const [index, pause] of (shift.breaks ?? []).entries()) {
      if (pause.from !== pause.to) continue;
      context.add('E-HOURS', ['shifts', name, 'breaks', index], { why: 'empty' });
    }
    if (shift.from === shift.to) context.add('E-HOURS', ['shifts', name], { why: 'empty' });
  }
}

function checkQueues(context: CheckContext, group: GroupOptions, path: ProblemPath): void {
  const own = group.members && !Array.isArray(group.members) ? Object.entries(group.members) : [];
  for (const [index, queue] of (group.queues ?? []).entries()) {
    // A single queue may stand without its list.
    const here = (group.queues ?? []).length === 1 ? [...path, 'queues'] : [...path, 'queues', index];
    if (!context.refer('queues', queue, here)) continue;
    if (group.queues?.indexOf(queue) !== index) context.add('E-NAME-DUP', here, { name: queue });
  }
  for (const [member, { queues = [] }] of own) {
    for (const [index, queue] of queues.entries()) {
      context.refer('queues', queue, [...path, 'members', member, 'queues', index]);
    }
  }
  const allHaveOwn = own.length > 0 && own.every(([, member]) => member.queues !== undefined);
  if (group.queues === undefined && !allHaveOwn) context.missing([...path, 'queues']);
}

/** Ways to say how many work when do not mix. */
function checkForms(context: CheckContext, staffing: Staffing, path: ProblemPath): void {
  const clash = (first: keyof Staffing, second: keyof Staffing) => {
    if (staffing[first] === undefined || staffing[second] === undefined) return;
    context.add('E-ONE-OF', [...path, second], { options: [first, second], found: [first, second] });
  };
  clash('staff', 'count');
  clash('staff', 'shifts');
  clash('staff', 'shift');
  clash('shifts', 'shift');
  clash('members', 'count');
  clash('members', 'staff');
  if (staffing.members !== undefined && typeof staffing.shifts === 'object') clash('members', 'shifts');
  if (staffing.every !== undefined && !Array.isArray(staffing.staff)) {
    const isRefused = context.wasRefused([...path, 'staff']);
    if (!isRefused) context.add('E-PLACE', [...path, 'every'], { key: 'every', needs: ['staff'], found: '' });
  }
  const shifts = staffing.shifts;
  if (typeof shifts !== 'object' || staffing.count === undefined) return;
  const sum = Object.values(shifts).reduce((total, count) => total + count, 0);
  if (sum === staffing.count) return;
  context.add('E-COUNT', [...path, 'shifts'], {
    found: sum,
    min: staffing.count,
    max: staffing.count,
    what: 'agents',
  });
}

function checkShiftNames(context: CheckContext, staffing: Staffing, path: ProblemPath): void {
  const refer = (name: string, here: ProblemPath) => {
    if (name !== wholeDayShift) context.refer('shifts', name, here);
  };
  if (typeof staffing.shift === 'string') refer(staffing.shift, [...path, 'shift']);
  if (typeof staffing.shifts === 'string') refer(staffing.shifts, [...path, 'shifts']);
  else {
    for (const name of Object.keys(staffing.shifts ?? {})) {
      if (name !== wholeDayShift) context.refer('shifts', name, [...path, 'shifts', name]);
    }
  }
  const members = staffing.members && !Array.isArray(staffing.members) ? staffing.members : {};
  for (const [name, member] of Object.entries(members)) {
    if (typeof member.shift === 'string') refer(member.shift, [...path, 'members', name, 'shift']);
  }
}

function memberPaths(group: GroupOptions, path: ProblemPath): [string, ProblemPath][] {
  const isList = Array.isArray(group.members);
  return membersOf(group).map((name, index) => [name, [...path, 'members', isList ? index : name]]);
}

/** What a kind of day makes of a group: the same rules, and lists as long as that day. */
function checkOnKind(context: CheckContext, name: string, group: GroupOptions, kind: DayKind): void {
  const staffing = staffingOn(group, name, kind);
  if (staffing === 'off') return;
  const isChanged = staffing !== group;
  const path: ProblemPath = isChanged ? ['kinds', kind.name, 'agents', name] : ['agents', name];
  if (isChanged) {
    checkForms(context, { ...staffing, members: group.members }, path);
    checkShiftNames(context, staffing, path);
  }
  const staff = staffing.staff;
  if (!Array.isArray(staff)) return;
  const every = staffing.every ?? context.scenario.days?.interval ?? daysDefaults.interval;
  const steps = stepsOf(kind, every);
  if (staff.length === steps) return;
  context.add('E-COUNT', [...path, 'staff'], {
    found: staff.length,
    min: steps,
    max: steps,
    what: 'intervals',
    every: lengthText(every),
    kind: kind.name,
  });
}
