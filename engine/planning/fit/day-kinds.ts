/**
 * Which weekdays are alike: they are one kind of day unless they differ in volume, or in the hours at which calls come, by more than
 * chance makes of it and by more than matters. Weekdays without calls are closed. What a kind's calls are is in kind-demand.ts.
 */
import { weekdayNames } from '../../config/day-kinds.ts';
import { weekdayOf } from '../../config/lengths.ts';
import { normalQuantile } from '../../kernel/quantiles.ts';
import { gammaTails } from '../../kernel/special-functions.ts';
import { median, OUTLIER_FROM, robustDeviation } from './robust.ts';
import { profileOf, totalOf } from './volumes.ts';
import type { Volumes } from './volumes.ts';

export interface KindFound {
  /** `weekday`, `saturday`, `weekend`, `monday-tuesday`, or `day` when there is but one. */
  readonly name: string;
  /** 0 is Monday. */
  readonly weekdays: readonly number[];
}

/** Why two weekdays are or are not of one kind. */
export interface WeekdayPair {
  readonly weekdays: readonly [number, number];
  /** Of the second over the first. */
  readonly volumeRatio: number;
  /** The chance of so great a difference between days that are alike. */
  readonly volumeP: number;
  /** Share of the calls that come at other hours. */
  readonly shapeDistance: number;
  readonly shapeP: number;
}

export interface KindsFound {
  readonly kinds: readonly KindFound[];
  readonly closed: readonly number[];
  readonly pairs: readonly WeekdayPair[];
}

/** Of the busiest weekday's calls: a weekday with fewer is closed, and what calls there are have lost their way. */
const CLOSED_BELOW = 0.005;
/** Of any of the 21 pairs of weekdays being told apart by chance. */
const FALSE_ALARM = 0.01 / 21;
/** Hours are compared, for half hours of a quiet queue hold too few calls. */
const HOUR = 3600;

/** @param alike a difference up to this share, in volume or in hours, does not make two kinds */
export function findKinds(volumes: Volumes, alike: number): KindsFound {
  const weekdays = weekdayNames.map((_, weekday) => weekOf(volumes, weekday));
  const busiest = Math.max(...weekdays.map(({ usual }) => usual));
  const isOpen = weekdays.map(({ usual, totals }) => totals.length > 0 && usual > CLOSED_BELOW * busiest);
  const open = weekdays.filter((_, weekday) => isOpen[weekday]);
  const spread = dayToDay(open);
  const noise = shapeNoise(open);
  const pairs = open.flatMap((one, at) =>
    open.slice(at + 1).map((other) => compared(one, other, spread, noise)),
  );
  const apart = (a: number, b: number): number => {
    const pair = pairs.find(
      ({ weekdays: [one, other] }) => (one === a && other === b) || (one === b && other === a),
    );
    return pair === undefined ? 0 : separation(pair, alike);
  };
  return {
    kinds: clustered(
      open.map(({ weekday }) => weekday),
      apart,
    ).map((group, _, groups) => ({ name: nameOf(group, groups), weekdays: group })),
    closed: weekdayNames.flatMap((_, weekday) => (isOpen[weekday] === true ? [] : [weekday])),
    pairs,
  };
}

interface Week {
  readonly weekday: number;
  /** Of days that are not far out. */
  readonly totals: readonly number[];
  /** Calls by hour of each of those. */
  readonly hours: readonly Float64Array[];
  readonly usual: number;
}

function weekOf(volumes: Volumes, weekday: number): Week {
  const perHour = Math.max(1, Math.round(HOUR / volumes.interval));
  const told = volumes.days.flatMap((day, at) =>
    weekdayOf(day) === weekday && volumes.isTold[at] === true ? [profileOf(volumes, at, null)] : [],
  );
  const usual = median(told.map((profile) => totalOf(profile)));
  const logs = told.map((profile) => Math.log(Math.max(0.5, totalOf(profile))));
  const spread = Math.max(robustDeviation(logs), Math.sqrt(1 / Math.max(1, usual)));
  const kept = told.filter((_, at) => Math.abs(logs[at]! - median(logs)) <= OUTLIER_FROM * spread);
  return {
    weekday,
    totals: kept.map((profile) => totalOf(profile)),
    hours: kept.map((profile) =>
      Float64Array.from({ length: Math.ceil(profile.length / perHour) }, (_, hour) =>
        totalOf(profile, hour * perHour, Math.min(profile.length, (hour + 1) * perHour)),
      ),
    ),
    usual: Number.isNaN(usual) ? 0 : usual,
  };
}

/** Variance of ln(calls of a day) beyond Poisson, over all weekdays: a month has four Mondays, too few to tell by themselves. */
function dayToDay(weeks: readonly Week[]): number {
  let squares = 0;
  let degrees = 0;
  for (const { totals } of weeks) {
    const logs = totals.map((calls) => Math.log(Math.max(0.5, calls)));
    const mean = totalOf(logs) / logs.length;
    const poisson = 1 / Math.max(1, totalOf(totals) / totals.length);
    squares += logs.reduce((sum, log) => sum + (log - mean) ** 2 - poisson, 0) + poisson;
    degrees += logs.length - 1;
  }
  return degrees > 0 ? Math.max(0, squares / degrees) : 0.01;
}

/** Pearson's statistic of days of one weekday over its degrees of freedom: 1 when hours vary by chance alone. */
function shapeNoise(weeks: readonly Week[]): number {
  let statistic = 0;
  let degrees = 0;
  for (const { hours } of weeks) {
    const found = homogeneity(hours);
    statistic += found.statistic;
    degrees += found.degrees;
  }
  return degrees > 0 ? Math.max(1, statistic / degrees) : 1;
}

/** Pearson's chi-square of counts in rows that should have the same shares; hours with fewer than 5 a row are put together. */
function homogeneity(rows: readonly Float64Array[]): {
  readonly statistic: number;
  readonly degrees: number;
} {
  const totals = rows.map((row) => totalOf(row));
  const whole = totalOf(totals);
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, at) => rows.map((row) => row[at]!));
  const isSmall = (column: readonly number[]): boolean => totalOf(column) < 5 * rows.length;
  const rest = rows.map((_, at) => columns.filter(isSmall).reduce((sum, column) => sum + column[at]!, 0));
  const used = [...columns.filter((column) => !isSmall(column)), rest].filter(
    (column) => totalOf(column) > 0,
  );
  let statistic = 0;
  for (const column of used) {
    const share = totalOf(column) / whole;
    for (const [at, count] of column.entries()) {
      const expected = share * totals[at]!;
      if (expected > 0) statistic += (count - expected) ** 2 / expected;
    }
  }
  const filled = totals.filter((total) => total > 0).length;
  return { statistic, degrees: Math.max(0, (used.length - 1) * (filled - 1)) };
}

function compared(one: Week, other: Week, spread: number, noise: number): WeekdayPair {
  const logMean = ({ totals }: Week) =>
    totals.reduce((sum, calls) => sum + Math.log(Math.max(0.5, calls)), 0) / totals.length;
  const variance = ({ totals }: Week) =>
    (spread + 1 / Math.max(1, totalOf(totals) / totals.length)) / totals.length;
  const difference = logMean(other) - logMean(one);
  const z = Math.abs(difference) / Math.sqrt(variance(one) + variance(other));
  const [a, b] = [summed(one.hours), summed(other.hours)];
  const { statistic, degrees } = homogeneity([a, b]);
  const [wholeA, wholeB] = [totalOf(a), totalOf(b)];
  const distance = a.reduce((sum, calls, hour) => sum + Math.abs(calls / wholeA - b[hour]! / wholeB), 0) / 2;
  return {
    weekdays: [one.weekday, other.weekday],
    volumeRatio: Math.exp(difference),
    volumeP: gammaTails(0.5, (z * z) / 2).upper,
    shapeDistance: distance,
    shapeP: degrees === 0 ? 1 : gammaTails(degrees / 2, statistic / noise / 2).upper,
  };
}

function summed(rows: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) for (const [at, calls] of row.entries()) sum[at]! += calls;
  return sum;
}

/** Below 1: alike. A difference counts as much as the lesser of what chance and what practice make of it. */
function separation({ volumeRatio, volumeP, shapeDistance, shapeP }: WeekdayPair, alike: number): number {
  const surely = (p: number): number => zOf(p) / zOf(FALSE_ALARM);
  const volume = Math.min(surely(volumeP), Math.abs(Math.log(volumeRatio)) / Math.log1p(alike));
  const shape = Math.min(surely(shapeP), shapeDistance / alike);
  return Math.max(volume, shape);
}

function zOf(p: number): number {
  return -normalQuantile(Math.max(p, 1e-300) / 2);
}

/** Complete linkage: all members of a group are alike, not only neighbours in a chain. */
function clustered(members: readonly number[], apart: (a: number, b: number) => number): number[][] {
  const groups = members.map((member) => [member]);
  const between = (one: readonly number[], other: readonly number[]): number =>
    Math.max(...one.flatMap((a) => other.map((b) => apart(a, b))));
  for (;;) {
    const candidates = groups.flatMap((one, at) =>
      groups.slice(at + 1).map((other) => ({ one, other, distance: between(one, other) })),
    );
    const nearest = candidates.toSorted((a, b) => a.distance - b.distance)[0];
    if (nearest === undefined || nearest.distance >= 1) break;
    nearest.one.push(...nearest.other);
    groups.splice(groups.indexOf(nearest.other), 1);
  }
  return groups
    .map((group) => group.toSorted((a, b) => a - b))
    .toSorted((a, b) => b.length - a.length || a[0]! - b[0]!);
}

function nameOf(group: readonly number[], groups: readonly (readonly number[])[]): string {
  if (groups.length === 1) return 'day';
  if (group.length === 1) return weekdayNames[group[0]!] ?? 'day';
  if (group.length === 2 && group[0] === 5 && group[1] === 6) return 'weekend';
  const isUsual = group.length >= 3 && groups.every((each) => each === group || each.length < group.length);
  if (isUsual) return 'weekday';
  const isRun = group.every((weekday, at) => at === 0 || weekday === group[at - 1]! + 1);
  const names = isRun && group.length > 2 ? [group[0]!, group.at(-1)!] : group;
  return names.map((weekday) => weekdayNames[weekday]).join(isRun && group.length > 2 ? '-to-' : '-');
}
