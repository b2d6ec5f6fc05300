/** Whether volumes rise or fall over the file: then the days of a kind differ by their date as well as by chance. */
import { studentQuantile } from '../../kernel/quantiles.ts';
import type { FittedDay } from './kind-demand.ts';
import { median } from './robust.ts';

export interface Trend {
  /** Change in 30 days, as a share. */
  readonly perMonth: number;
  /** 95 %, taking the days for independent. */
  readonly interval: readonly [low: number, high: number];
}

const DAYS_LEAST = 20;

/** The line of least squares through ln(calls over what is usual for the kind), outliers left out; null: too few days. */
export function trendOf(days: readonly FittedDay[]): Trend | null {
  const kept = days.filter(({ outlier, calls }) => outlier === null && calls > 0);
  if (kept.length < DAYS_LEAST) return null;
  const usual = new Map<string, number>();
  for (const kind of new Set(kept.map((day) => day.kind))) {
    usual.set(kind, median(kept.filter((day) => day.kind === kind).map((day) => Math.log(day.calls))));
  }
  const points = kept.map(({ day, calls, kind }) => ({
    x: day,
    y: Math.log(calls) - (usual.get(kind) ?? 0),
  }));
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const sxx = points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) / sxx;
  const rest = points.reduce((sum, { x, y }) => sum + (y - my - slope * (x - mx)) ** 2, 0);
  const half = studentQuantile(0.975, points.length - 2) * Math.sqrt(rest / (points.length - 2) / sxx);
  const month = (perDay: number) => Math.expm1(30 * perDay);
  return { perMonth: month(slope), interval: [month(slope - half), month(slope + half)] };
}
