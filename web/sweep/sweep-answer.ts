/**
 * What a sweep answers: the cheapest setting that surely meets the targets, how sure that is, and what one step away from it would do.
 * Pure; it knows sweeps and no words.
 */
import type { Sweep, SweepPoint } from '../../reports/sweep.ts';

export interface Answer {
  /** Index of the point. */
  readonly at: number;
  /** At least so sure that all targets hold there; null: no interval. */
  readonly sure: number | null;
}

/** null: no setting surely meets them all. */
export function answerOf({ best, points }: Sweep): Answer | null {
  const at = best?.cheapest ?? null;
  const point = at === null ? undefined : points[at];
  return at === null || point === undefined ? null : { at, sure: sureOf(point) };
}

/**
 * How sure it is that all targets of a point hold: what is unsure of each is added up (Bonferroni), for they move together in a way
 * nobody told us; so it is at least this much.
 */
export function sureOf({ targets }: Pick<SweepPoint, 'targets'>): number | null {
  let unsure = 0;
  for (const { sure } of targets) {
    if (sure === null) return null;
    unsure += 1 - sure;
  }
  return targets.length === 0 ? null : Math.max(0, 1 - unsure);
}

/** A neighbour of a point: one value further along one setting. */
export interface Neighbour {
  /** Index of the setting, and of the point. */
  readonly setting: number;
  readonly at: number;
  readonly step: -1 | 1;
}

export function neighboursOf({ points, settings }: Sweep, at: number): readonly Neighbour[] {
  const centre = points[at];
  if (centre === undefined) return [];
  return settings.flatMap((_, setting) =>
    ([-1, 1] as const).flatMap((step) => {
      const found = points.findIndex((point) =>
        point.at.every((value, each) => value === centre.at[each]! + (each === setting ? step : 0)),
      );
      return found < 0 ? [] : [{ setting, at: found, step }];
    }),
  );
}

/** How many settings are met, missed and unsure. */
export function countsOf({ points }: Sweep): {
  readonly met: number;
  readonly missed: number;
  readonly unsure: number;
} {
  const count = (verdict: SweepPoint['verdict']): number =>
    points.filter((point) => point.verdict === verdict).length;
  return { met: count('met'), missed: count('missed'), unsure: count('unsure') };
}

/** As `--set` takes the point. */
export function settingsOf({ settings }: Sweep, { at }: SweepPoint): readonly string[] {
  return settings.map(({ path, values }, setting) => `${path}=${values[at[setting]!]!.text}`);
}
