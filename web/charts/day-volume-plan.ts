/**
 * Calls as bars and agents as steps, under the hours of another chart: planned strong, required by the standard formula thin beside
 * it, the baseline's plan dashed. Calls and agents have a scale each, with the greatest value written on the mark: they are read for
 * their shape through the day. It knows no wait.
 */
import { msg, str } from '@lit/localize';
import { linear, type Scale } from '../../reports/charts/scale.ts';
import { widthOf } from '../../reports/charts/text-width.ts';
import type { FrameSide } from '../../reports/frame.ts';
import { lastIndexOf, peakOf, stretchesOf, type DayPlaces } from './day-places.ts';
import { countText, isNarrow, spread, type Look } from './plan.ts';
import { AXIS, type Stroke, type Surface } from './surface.ts';

/** Bars leave the steps the top of the strip. */
const BARS_REACH = 0.82;

interface VolumeParts {
  readonly now: FrameSide;
  readonly ghost: FrameSide | null;
}

interface VolumeNames {
  readonly agents: string;
  readonly calls: string;
  readonly required?: string;
}

export function volumeNames({ intervalSeconds, series }: FrameSide): VolumeNames {
  const minutes = `${intervalSeconds / 60}\u00a0min`;
  const names = {
    agents: msg('Agents planned'),
    calls: intervalSeconds % 60 === 0 ? msg(str`Calls per ${minutes}`) : msg('Calls per interval'),
  };
  return lastIndexOf(series.required) < 0 ? names : { ...names, required: msg('Agents required') };
}

export function volumeStrip(
  surface: Surface,
  look: Look,
  { now, ghost }: VolumeParts,
  day: DayPlaces,
  [top, bottom]: readonly [number, number],
): void {
  const { palette } = look;
  const { offered, planned, required } = now.series;
  const mostCalls = peakOf(offered);
  const mostAgents = Math.max(
    ...[planned, required, ghost?.series.planned ?? planned].map((each) => peakOf(each)?.value ?? 0),
  );
  const yCalls = linear(
    [0, look.top('calls', mostCalls?.value ?? 0) || 1],
    [bottom, bottom - BARS_REACH * (bottom - top)],
  );
  const yAgents = linear([0, look.top('agents', mostAgents) || 1], [bottom, top]);
  const gap = day.edge(1) - day.edge(0) > 5 ? 1 : 0.2;
  for (const [index, value] of offered.entries()) {
    if (!(value > 0)) continue;
    const from = day.edge(index) + gap;
    const paint = { fill: palette.lineStrong, alpha: 0.35 };
    surface.rect(from, yCalls(value), day.edge(index + 1) - gap - from, bottom - yCalls(value), paint);
  }
  surface.line(day.left, bottom, day.right, bottom, { stroke: palette.lineStrong });
  if (ghost !== null)
    steps(surface, ghost.series.planned, day, yAgents, { stroke: palette.ghost, width: 1.2, dash: [4, 3] });
  steps(surface, required, day, yAgents, { stroke: palette.ink3, width: 1 });
  steps(surface, planned, day, yAgents, { stroke: palette.ink, width: 1.6 });
  const peak = peakOf(planned);
  const mark = (index: number, value: number, y: number, isStrong: boolean): void => {
    const text = countText(look.numbers, value);
    const half = widthOf(text, AXIS) / 2;
    const x = Math.min(Math.max(day.middle(index), day.left + half), day.right - half);
    const fill = isStrong ? palette.ink : palette.ink2;
    // Within a bar a halo would be a patch.
    const halo = isStrong ? palette.surface : undefined;
    surface.text(x, y, text, { fill, isStrong, anchor: 'middle', halo });
  };
  if (peak !== null) mark(peak.index, peak.value, yAgents(peak.value) - 5, true);
  if (mostCalls !== null && mostCalls.value > 0) {
    const step = yAgents(planned[mostCalls.index] ?? 0);
    mark(mostCalls.index, mostCalls.value, besideStep(yCalls(mostCalls.value) + 13, step, bottom), false);
  }
  if (isNarrow(look)) narrowNames(surface, look, now, top);
  else rightNames(surface, look, now, day, { yCalls, yAgents }, [top, bottom]);
}

function steps(surface: Surface, values: Float64Array, day: DayPlaces, y: Scale, stroke: Stroke): void {
  for (const run of stretchesOf(values)) {
    const d = run.map((index, at) => {
      const height = y(values[index]!);
      return `${at === 0 ? `M${day.edge(index)},${height}` : `V${height}`}H${day.edge(index + 1)}`;
    });
    surface.path(d.join(''), stroke);
  }
}

/** The count on the highest bar, moved off the step where agents are few while calls are many. */
function besideStep(baseline: number, step: number, bottom: number): number {
  if (Math.abs(baseline - 4 - step) > 9) return baseline;
  return step + 16 <= bottom - 3 ? step + 16 : step - 5;
}

function rightNames(
  surface: Surface,
  { palette }: Look,
  now: FrameSide,
  day: DayPlaces,
  { yCalls, yAgents }: { readonly yCalls: Scale; readonly yAgents: Scale },
  [top, bottom]: readonly [number, number],
): void {
  const { agents, calls, required } = volumeNames(now);
  const { series } = now;
  const named = [
    { name: agents, values: series.planned, y: yAgents, isStrong: true, fill: palette.ink },
    { name: required, values: series.required, y: yAgents, isStrong: false, fill: palette.ink3 },
    { name: calls, values: series.offered, y: yCalls, isStrong: false, fill: palette.ink2 },
  ].flatMap(({ name, values, y, ...look }) => {
    const last = lastIndexOf(values);
    return name === undefined || last < 0 ? [] : [{ ...look, name, at: y(values[last]!) + 4 }];
  });
  const wanted = named.map(({ at }) => at);
  const places = spread(wanted, 14, top + 4, bottom + 4);
  for (const [at, { name, fill, isStrong }] of named.entries())
    surface.text(day.right + 8, places[at]!, name, { fill, isStrong });
}

/** On a phone in one line above the strip. */
function narrowNames(surface: Surface, { palette, width }: Look, now: FrameSide, top: number): void {
  const { calls } = volumeNames(now);
  surface.text(width - 4, top - 5, calls, { fill: palette.ink3, anchor: 'end', halo: palette.surface });
}
