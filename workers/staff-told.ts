/** What was found for a kind of day as the data of a staffing. It finds nothing. */
import { headsFor } from '../engine/index.ts';
import type { Setup } from '../engine/index.ts';
import { clockOf } from '../reports/clock.ts';
import type { StaffingGroup, StaffingKind } from '../reports/staffing.ts';
import { groupServes, intervalsOf, kindOf } from './staffing/heads.ts';
import type { Found } from './staffing/kind-of-day.ts';
import { told } from './staffing/targets.ts';

const HOUR = 3_600_000;

/** @param shrinkage of all groups; left out: each group's own */
export function toldKind(setup: Setup, found: Found, shrinkage?: number): StaffingKind {
  const { from, to, name } = kindOf(setup);
  const { interval, warmUp } = setup.world;
  const { confirmation, confirmations, verdict, trials } = found;
  const begins = Array.from({ length: intervalsOf(setup) }, (_, at) => at * interval);
  return {
    name,
    starts: begins.map((begin) => clockOf(from + begin)),
    isMeasured: begins.map((begin) => begin + interval > warmUp),
    hoursPerInterval: begins.map((begin) => (Math.min(to - from, begin + interval) - begin) / HOUR),
    groups: setup.world.groups.map((_, group) => toldGroup(setup, found, group, shrinkage)),
    results: (confirmation?.cells ?? []).map((cell) => ({
      target: cell.target.text,
      interval: cell.interval,
      mean: told(cell.target, cell.mean)!,
      low: told(cell.target, cell.low),
      high: told(cell.target, cell.high),
      verdict: cell.verdict,
    })),
    verdict,
    isOutOfHeads: found.isOutOfHeads,
    confirmations,
    confirmationSeed: confirmation?.seed ?? null,
    confirmationDays: confirmation?.days ?? null,
    trials,
  };
}

function toldGroup(setup: Setup, found: Found, at: number, shrinkage: number | undefined): StaffingGroup {
  const group = setup.world.groups[at]!;
  const isPlanned = found.isPlanned[at] === true;
  const plannedNow = [...found.planned[at]!];
  const atWorkNow = plannedNow.map((heads) => heads * (1 - group.shrinkage));
  const away = shrinkage ?? group.shrinkage;
  const needed = isPlanned ? [...found.heads[at]!] : atWorkNow;
  const beside = (rows: Found['beside']['erlangA']): number[] | null =>
    rows === null || !isPlanned ? null : [...rows[at]!];
  return {
    name: group.name,
    queues: setup.routing.queues.flatMap(({ name }, queue) => (groupServes(setup, at, queue) ? [name] : [])),
    isPlanned,
    shrinkage: away,
    scenarioShrinkage: group.shrinkage,
    atWorkNow,
    erlangC: beside(found.beside.erlangC),
    erlangA: beside(found.beside.erlangA),
    needed,
    plannedNow,
    rostered: isPlanned ? needed.map((heads) => headsFor(heads, away)) : plannedNow,
    inScenario: isPlanned ? needed.map((heads) => headsFor(heads, group.shrinkage)) : plannedNow,
    headsAtMost: isPlanned ? found.sizes[at]! : null,
  };
}
