/**
 * One measure over the values of one setting: points with the bar of their interval, the target as a line, the scenario as it is as a ring.
 * Where theory gives the exact answer its curve lies behind, with a count of the intervals that hold it. Of a sweep of two settings it
 * shows the line of the chosen second value strong, its neighbours thin.
 */
import { msg, str } from '@lit/localize';
import { nice } from 'd3-array';
import { line as lineOf } from 'd3-shape';
import { linear, type Scale } from '../../reports/charts/scale.ts';
import { fitted, widthOf } from '../../reports/charts/text-width.ts';
import { formatSeconds } from '../../reports/format.ts';
import type { Sweep, SweepPoint } from '../../reports/sweep.ts';
import type { ExactCurve } from '../../workers/workbench/api.ts';
import { boundLabel } from './sweep-cells.ts';
import { axisLabels, axisRoom, percentText, spread, type Look, type Plan } from './plan.ts';
import { AXIS, type Surface } from './surface.ts';

export interface SweepCurveParts {
  readonly sweep: Sweep;
  readonly exact: ExactCurve | null;
  readonly kpi: number;
  readonly chosen: readonly number[] | null;
  readonly names: readonly string[];
}

export interface CurvePlan extends Plan {
  /** The points the cursor stands on, from the left. */
  readonly points: readonly SweepPoint[];
}

const TOP = 22;
const PLOT = 176;
const FOOT = 38;
const SIDE = 14;

/** A line of a sweep: all points that share a value of the second setting. */
interface Series {
  readonly second: number | null;
  readonly points: readonly SweepPoint[];
  readonly isMain: boolean;
}

/** null: no point has a value. */
export function sweepCurvePlan(parts: SweepCurveParts, look: Look): CurvePlan | null {
  const { sweep, exact, kpi, names } = parts;
  const setting = sweep.settings[0];
  const series = seriesOf(parts);
  const main = series.find(({ isMain }) => isMain);
  if (setting === undefined || main === undefined) return null;
  if (main.points.every(({ estimates }) => (estimates[kpi]?.mean ?? null) === null)) return null;
  const unit = sweep.kpis[kpi]?.unit ?? 'number';
  const target = targetOf(parts);
  const bottom = TOP + PLOT;
  const [least, most] = spanOf(parts, series, target);
  const y = linear(nice(least, most, 5), [bottom, TOP]);
  const ticks = y.ticks(5);
  const text = (value: number): string => axisText(unit, value, (ticks[1] ?? 1) - (ticks[0] ?? 0), look);
  const labels = series.length > 1 ? series.map((each) => secondText(sweep, each)) : [];
  const room = labels.length === 0 ? SIDE : 16 + Math.max(...labels.map((each) => widthOf(each, AXIS)));
  const left = axisRoom(ticks.map(text));
  const right = look.width - room;
  const x = placesOf(setting, left + SIDE, right - SIDE);
  const column = (index: number): number => x(main.points[index]?.at[0] ?? 0);
  return {
    width: look.width,
    height: bottom + FOOT,
    points: main.points,
    cursor: {
      count: main.points.length,
      boxAt: (index) => ({ left: column(index), top: TOP, width: 0, height: PLOT }),
      indexAt: (at) => {
        const far = main.points.map((_, index) => Math.abs(column(index) - at));
        const nearest = far.indexOf(Math.min(...far));
        return at < left || at > right + 4 ? null : nearest;
      },
    },
    paint(surface) {
      const { palette } = look;
      for (const [at, tick] of ticks.entries()) {
        const stroke = at === 0 ? palette.lineStrong : palette.line;
        surface.line(left, y(tick), right, y(tick), { stroke });
        surface.text(left - 8, y(tick) + 4, text(tick), { fill: palette.ink3, anchor: 'end' });
      }
      if (target !== null)
        surface.line(left, y(target), right, y(target), { stroke: palette.ink, width: 1.2 });
      if (exact !== null && exact.kpi === kpi) exactCurve(surface, look, parts, exact, main, x, y, right);
      for (const each of series) curve(surface, look, parts, each, x, y, exact !== null);
      for (const point of main.points) mark(surface, look, parts, point, x, y);
      const bound = sweep.targets.find((each) => each.kpi === kpi);
      if (target !== null && bound !== undefined)
        surface.text(
          left + 4,
          y(target) - 5 < TOP + 8 ? y(target) + 13 : y(target) - 5,
          boundLabel(unit, bound, look.numbers),
          {
            fill: palette.ink,
            isStrong: true,
            halo: palette.surface,
          },
        );
      if (labels.length > 0) seriesNames(surface, look, parts, series, labels, right, y);
      const values = setting.values.map((value, at) => ({ at: x(at), text: value.text }));
      axisLabels(surface, look, values, { left, right: look.width }, bottom + 15);
      surface.text(left, bottom + 31, fitted(names[0] ?? '', right - left, AXIS), {
        fill: palette.ink2,
      });
    },
  };
}

/** Of one setting all points; of two the chosen line and those beside it. */
function seriesOf({ sweep, chosen }: SweepCurveParts): Series[] {
  const byFirst = (a: SweepPoint, b: SweepPoint): number => (a.at[0] ?? 0) - (b.at[0] ?? 0);
  const second = sweep.settings[1];
  if (second === undefined) return [{ second: null, points: sweep.points.toSorted(byFirst), isMain: true }];
  const home = chosen?.[1] ?? sweep.points.find(({ isBase }) => isBase)?.at[1] ?? 0;
  return [home - 1, home, home + 1]
    .filter((at) => at >= 0 && at < second.values.length)
    .map((at) => ({
      second: at,
      isMain: at === home,
      points: sweep.points.filter((point) => point.at[1] === at).toSorted(byFirst),
    }));
}

export function targetOf({ sweep, kpi }: Pick<SweepCurveParts, 'sweep' | 'kpi'>): number | null {
  const target = sweep.targets.find((each) => each.kpi === kpi);
  return target === undefined ? null : (target.atLeast ?? target.atMost);
}

/** Intervals of the points that hold the exact value, and of how many. */
export function heldBy(points: readonly SweepPoint[], all: readonly SweepPoint[], exact: ExactCurve) {
  let [held, count] = [0, 0];
  for (const point of points) {
    const value = exact.values[all.indexOf(point)] ?? null;
    const { low = null, high = null } = point.estimates[exact.kpi] ?? {};
    if (value === null || low === null || high === null) continue;
    count++;
    if (low <= value && value <= high) held++;
  }
  return { held, count };
}

function spanOf(
  { exact, kpi }: SweepCurveParts,
  series: readonly Series[],
  target: number | null,
): [number, number] {
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ estimates }) => {
      const { mean = null, low = null, high = null } = estimates[kpi] ?? {};
      return mean === null ? [] : [mean, low ?? mean, high ?? mean];
    }),
  );
  if (target !== null) values.push(target);
  if (exact !== null && exact.kpi === kpi) values.push(...exact.values.flatMap((each) => each ?? []));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // A smaller difference would look like a cliff.
  const spare = Math.max(0.04 * Math.max(Math.abs(most), 0.1) - (most - least), 0) / 2;
  return [least >= 0 ? Math.max(0, least - spare) : least - spare, most + spare];
}

/** Numbers stand at their value, others side by side. */
function placesOf(
  { values }: Sweep['settings'][number],
  left: number,
  right: number,
): (index: number) => number {
  const numbers = values.flatMap(({ value }) => value ?? []);
  const isNumeric = numbers.length === values.length && new Set(numbers).size === numbers.length;
  if (isNumeric && values.length > 1) {
    const x = linear([Math.min(...numbers), Math.max(...numbers)], [left, right]);
    return (index) => x(numbers[index] ?? 0);
  }
  const step = (right - left) / Math.max(1, values.length);
  return (index) => left + (index + 0.5) * step;
}

function axisText(
  unit: Sweep['kpis'][number]['unit'],
  value: number,
  step: number,
  { numbers }: Look,
): string {
  if (unit === 'share') return percentText(numbers, value, step);
  if (unit === 's') return value === 0 ? '0' : formatSeconds(numbers, value);
  return numbers.plain(value, step < 1 ? 1 : 0);
}

function secondText({ settings }: Sweep, { second }: Series): string {
  return second === null ? '' : (settings[1]?.values[second]?.text ?? '');
}

function curve(
  surface: Surface,
  { palette }: Look,
  { kpi }: SweepCurveParts,
  { points, isMain }: Series,
  x: (index: number) => number,
  y: Scale,
  hasTheory: boolean,
): void {
  const draw = lineOf<SweepPoint>()
    .defined(({ estimates }) => (estimates[kpi]?.mean ?? null) !== null)
    .x(({ at }) => x(at[0] ?? 0))
    .y(({ estimates }) => y(estimates[kpi]!.mean!))
    .digits(1);
  // Behind points that theory joins, a second line would say nothing.
  if (isMain && hasTheory) return;
  const d = draw([...points]) ?? '';
  surface.path(d, isMain ? { stroke: palette.now, width: 1.8 } : { stroke: palette.ghost, width: 1.2 });
  if (isMain) return;
  for (const { at, estimates } of points) {
    const mean = estimates[kpi]?.mean ?? null;
    if (mean !== null) surface.circle(x(at[0] ?? 0), y(mean), 2, { fill: palette.ghost });
  }
}

function mark(
  surface: Surface,
  { palette }: Look,
  { kpi, chosen }: SweepCurveParts,
  { at, estimates, isBase }: SweepPoint,
  x: (index: number) => number,
  y: Scale,
): void {
  const { mean = null, low = null, high = null } = estimates[kpi] ?? {};
  if (mean === null) return;
  const place = x(at[0] ?? 0);
  if (low !== null && high !== null)
    surface.rect(place - 3, y(high), 6, Math.max(1, y(low) - y(high)), { fill: palette.interval, radius: 2 });
  const isChosen = chosen !== null && at.every((each, index) => each === chosen[index]);
  if (isChosen) surface.circle(place, y(mean), 8, { stroke: palette.ink, width: 2 });
  const hollow = { fill: palette.surface, stroke: palette.now, width: 2 };
  surface.circle(place, y(mean), 4, isBase ? hollow : { fill: palette.now });
}

function exactCurve(
  surface: Surface,
  { palette }: Look,
  { sweep }: SweepCurveParts,
  exact: ExactCurve,
  main: Series,
  x: (index: number) => number,
  y: Scale,
  right: number,
): void {
  const places = main.points.flatMap((point): [number, number][] => {
    const value = exact.values[sweep.points.indexOf(point)] ?? null;
    return value === null ? [] : [[x(point.at[0] ?? 0), y(value)]];
  });
  const d = lineOf().digits(1)(places) ?? '';
  surface.path(d, { stroke: palette.theory, width: 1.2 });
  const [bx, by] = places[Math.floor(places.length / 3)] ?? [right, TOP];
  const name = msg(str`exact: ${exact.model}`);
  surface.text(bx + 10, by - 10, name, { fill: palette.ink, isStrong: true, halo: palette.surface });
  const { held, count } = heldBy(main.points, sweep.points, exact);
  const told = msg(str`${held} of ${count} intervals hold the exact value`);
  surface.text(right, TOP - 9, told, { fill: palette.ink2, anchor: 'end', halo: palette.surface });
}

function seriesNames(
  surface: Surface,
  { palette }: Look,
  { kpi }: SweepCurveParts,
  series: readonly Series[],
  labels: readonly string[],
  right: number,
  y: Scale,
): void {
  const wanted = series.map(({ points }) => y(points.at(-1)?.estimates[kpi]?.mean ?? 0) + 4);
  const places = spread(wanted, 14, TOP, TOP + PLOT);
  for (const [at, label] of labels.entries()) {
    const { isMain } = series[at]!;
    const style = { fill: isMain ? palette.nowInk : palette.ink2, isStrong: isMain };
    surface.text(right + 6, places[at]!, label, style);
  }
}
