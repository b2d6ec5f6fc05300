/**
 * What staff is planned, what it costs, and what the formula of one interval would ask for: the part of a report that follows from the
 * scenario alone, so it is worked out once for each setup however often a report is made of a run of it.
 */
import { daysCounted, layoutOf, plannedBetween, plannedHours, requiredAgents } from '../engine/index.ts';
import type { Setup } from '../engine/index.ts';
import { clockOf } from './clock.ts';
import type { Cost, RequiredRow, StaffingRow } from './schema.ts';

export interface StaffPlan {
  readonly cost: Cost | null;
  readonly staffing: readonly StaffingRow[];
  readonly required: readonly RequiredRow[];
}

const known = new WeakMap<Setup, StaffPlan>();

/** @param tells whether single groups and queues are told by interval */
export function staffPlanOf(
  setup: Setup,
  tells: { readonly groups: boolean; readonly queues: boolean },
): StaffPlan {
  const before = known.get(setup);
  if (before !== undefined) return before;
  const grid = gridOf(setup);
  const plan = {
    cost: costOf(setup),
    staffing: tells.groups ? staffingRows(setup, grid) : [],
    required: tells.queues ? requiredRows(setup, grid) : [],
  };
  known.set(setup, plan);
  return plan;
}

/** Of the groups whose cost is said; null: none is. */
export function costOf(setup: Setup): Cost | null {
  const { costs, currency } = setup.report;
  const planned = plannedHours(setup);
  const groups = setup.world.groups.flatMap(({ name }, group) => {
    const perHour = costs[group] ?? null;
    const hours = planned[group]!;
    return perHour === null ? [] : [{ group: name, hours, perHour, perDay: hours * perHour }];
  });
  if (groups.length === 0) return null;
  return { currency, perDay: groups.reduce((sum, { perDay }) => sum + perDay, 0), groups };
}

function staffingRows(setup: Setup, grid: Grid): StaffingRow[] {
  const { groups, kinds } = setup.world;
  const heads = kinds.map((kind, at) =>
    grid.parts[at]!.map((part) => part && plannedBetween(kind, part.from, part.to)),
  );
  return groups.flatMap(({ name }, group) =>
    rowsBy(setup, grid, (kind, interval) => heads[kind]![interval]![group]!).map(({ value, ...where }) => ({
      group: name,
      ...where,
      planned: value!,
    })),
  );
}

function requiredRows(setup: Setup, grid: Grid): RequiredRow[] {
  const agents = setup.world.kinds.map((kind) =>
    requiredAgents(setup, kind, { from: grid.from - kind.from, length: grid.length, count: grid.count }),
  );
  return setup.routing.queues.flatMap(({ name }, queue) =>
    rowsBy(setup, grid, (kind, interval) => agents[kind]![queue]![interval]!).map(({ value, ...where }) => ({
      queue: name,
      ...where,
      required: value,
    })),
  );
}

// ---------------------------------------------------------------- intervals

/** The intervals of the report. */
interface Grid {
  /** Clock at which the first begins, in milliseconds after midnight. */
  readonly from: number;
  readonly length: number;
  readonly count: number;
  /** By kind of day: what of each interval lies within it, from its own start; null: nothing. */
  readonly parts: readonly (readonly ({ readonly from: number; readonly to: number } | null)[])[];
}

function gridOf(setup: Setup): Grid {
  const { gridFrom, interval, intervals } = layoutOf(setup);
  const parts = setup.world.kinds.map((kind) =>
    Array.from({ length: intervals }, (_, at) => {
      const begin = gridFrom + at * interval - kind.from;
      const [from, to] = [Math.max(0, begin), Math.min(kind.to - kind.from, begin + interval)];
      return from < to ? { from, to } : null;
    }),
  );
  return { from: gridFrom, length: interval, count: intervals, parts };
}

/**
 * A value of each interval over all days, and where there are several kinds of day of each of them: as the KPIs are told. Of an
 * interval that a kind of day has not, it says nothing; over all days one that is null is null.
 */
function rowsBy(setup: Setup, grid: Grid, value: (kind: number, interval: number) => number | null) {
  const { kinds } = setup.world;
  const days = daysCounted(setup.world);
  const asked: (number | null)[] = kinds.length > 1 ? [null, ...kinds.keys()] : [null];
  return asked.flatMap((kind) =>
    Array.from({ length: grid.count }, (_, index) => {
      const open = (kind === null ? days : [kind]).filter((each) => grid.parts[each]![index] !== null);
      if (open.length === 0) return [];
      const values = open.map((each) => value(each, index));
      return {
        interval: { index, start: clockOf(grid.from + index * grid.length) },
        kind: kind === null ? null : kinds[kind]!.name,
        value: values.includes(null) ? null : meanOf(values as number[]),
      };
    }).flat(),
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
