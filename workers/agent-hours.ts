/**
 * The hours of agents that a scenario plans for a day, on average over its calendar: what staff costs, whatever is simulated.
 * Breaks are not in it, nor what is worked after the end. It knows no report.
 */
import type { Setup } from '../engine/index.ts';

const HOUR = 3_600_000;

export function agentHoursOf({ world }: Setup): number {
  const hours = world.kinds.map((kind) =>
    kind.staffing.reduce((sum, staffing) => sum + hoursOf(staffing, kind.to - kind.from), 0),
  );
  const days = world.calendar.slice(0, Math.min(world.calendar.length, world.days));
  return days.reduce((sum, kind) => sum + (hours[kind] ?? 0), 0) / Math.max(1, days.length) / HOUR;
}

type Staffing = Setup['world']['kinds'][number]['staffing'][number];

function hoursOf(staffing: Staffing, length: number): number {
  if (staffing.kind === 'numbers')
    return staffing.count.reduce((sum, count, at) => {
      const [from, to] = [at * staffing.step, Math.min(length, (at + 1) * staffing.step)];
      return sum + count * Math.max(0, to - from);
    }, 0);
  return staffing.shifts.reduce((sum, shift) => {
    if (shift === null) return sum;
    const away = shift.breaks.reduce((total, each) => total + each.to - each.from, 0);
    return sum + shift.to - shift.from - away;
  }, 0);
}
