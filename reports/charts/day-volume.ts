/**
 * Calls as bars and agents on duty as steps, under the hours of another chart. Each has a scale of its own, with its greatest
 * value written on the mark: they are read for their shape through the day. It knows no wait.
 */
import type { KpiRow } from '../schema.ts';
import { spread } from './axis.ts';
import { byInterval, stretches, type DayAxis } from './day-axis.ts';
import { AXIS, INK, INK_2, label, line, LINE_STRONG, NOTHING, rect, type Frame } from './frame.ts';
import { key } from './key.ts';
import { linear } from './scale.ts';
import { all, el, pathOf, type Attributes, type Svg } from './svg.ts';
import { widthOf } from './text-width.ts';

export interface VolumeParts {
  readonly intervalSeconds: number;
  /** Calls by interval, a day. */
  readonly calls: readonly KpiRow[];
  /** Signed-in seconds of all agents by interval, a day. */
  readonly staff: readonly KpiRow[];
  /** The bars have room for so many calls at least: the same for charts that are compared. */
  readonly mostCalls?: number;
}

const BAR: Attributes = { fill: LINE_STRONG, 'fill-opacity': '0.35' };
const STEP: Attributes = { fill: 'none', stroke: INK, 'stroke-width': 1.5 };
/** Bars leave the steps the top of the strip. */
const BARS_REACH = 0.82;

export function dayVolume(
  frame: Frame,
  { calls, staff, intervalSeconds, mostCalls: room = 0 }: VolumeParts,
  axis: DayAxis,
  [top, bottom]: readonly [number, number],
): Svg {
  const { text } = frame;
  const counts = new Map([...byInterval(calls)].map(([index, { mean }]) => [index, mean]));
  const agents = new Map([...byInterval(staff)].map(([index, { mean }]) => [index, mean / intervalSeconds]));
  const mostCalls = greatest(counts);
  const mostAgents = greatest(agents);
  const yCalls = linear(
    [0, Math.max(room, mostCalls?.value ?? 0) || 1],
    [bottom, bottom - BARS_REACH * (bottom - top)],
  );
  const yAgents = linear([0, mostAgents?.value || 1], [bottom, top]);
  const names = {
    calls: text.words.callsPer(text.step(intervalSeconds)),
    agents: text.words.agentsOnDuty,
  };
  const mark = (index: number, value: number, y: number, isStrong: boolean): Svg => {
    const count = text.number(value);
    const half = widthOf(count, AXIS) / 2;
    const x = Math.min(Math.max(axis.middle(index), axis.left + half), axis.right - half);
    return label(x, y, count, { anchor: 'middle', fill: isStrong ? INK : INK_2, isStrong, hasHalo: true });
  };
  return all([
    ...bars(counts, axis, yCalls, bottom),
    line(axis.left, bottom, axis.right, bottom, { stroke: LINE_STRONG }),
    ...steps(agents, axis, yAgents),
    mostCalls === null
      ? null
      : mark(
          mostCalls.index,
          mostCalls.value,
          besideStep(yCalls(mostCalls.value) + 13, yAgents(agents.get(mostCalls.index) ?? 0), bottom),
          false,
        ),
    mostAgents === null ? null : mark(mostAgents.index, mostAgents.value, top - 5, true),
    frame.isNarrow
      ? key(
          [
            // No queue has agents of its own: only all together have the line.
            ...(agents.size > 0
              ? [{ name: names.agents, swatch: (x: number, y: number) => line(x - 5, y, x + 5, y, STEP) }]
              : []),
            { name: names.calls, swatch: BAR },
          ],
          { left: 0, right: frame.width, top: top - 34 },
        ).svg
      : rightLabels(axis, names, { calls: lastOf(counts, yCalls), agents: lastOf(agents, yAgents) }, [
          top,
          bottom,
        ]),
  ]);
}

type Values = ReadonlyMap<number, number>;
type Scale = ReturnType<typeof linear>;

function bars(values: Values, axis: DayAxis, y: Scale, bottom: number): Svg[] {
  return [...values].map(([index, value]) => {
    const [from, to] = axis.edges(index);
    const gap = to - from > 5 ? 1 : 0.2;
    return rect(from + gap, y(value), to - from - 2 * gap, bottom - y(value), BAR);
  });
}

function steps(values: Values, axis: DayAxis, y: Scale): Svg[] {
  return stretches(values.keys()).map((run) =>
    el('path', {
      d: pathOf(
        run.flatMap((index) => {
          const [from, to] = axis.edges(index);
          const height = y(values.get(index)!);
          return [
            [from, height],
            [to, height],
          ] as const;
        }),
      ),
      ...STEP,
    }),
  );
}

/** The count on the highest bar, moved off the step where agents are few while calls are many. */
function besideStep(baseline: number, step: number, bottom: number): number {
  const middle = baseline - 4;
  if (Math.abs(middle - step) > 9) return baseline;
  return step + 16 <= bottom - 3 ? step + 16 : step - 5;
}

function lastOf(values: Values, y: Scale): number | null {
  const last = [...values].toSorted(([a], [b]) => b - a)[0];
  return last === undefined ? null : y(last[1]);
}

function rightLabels(
  { right }: DayAxis,
  names: { readonly calls: string; readonly agents: string },
  ends: { readonly calls: number | null; readonly agents: number | null },
  [top, bottom]: readonly [number, number],
): Svg {
  const wanted = (['agents', 'calls'] as const).flatMap((which) => {
    const end = ends[which];
    return end === null ? [] : [{ which, end: end + 4 }];
  });
  const places = spread(
    wanted.map(({ end }) => end),
    14,
    top + 4,
    bottom,
  );
  return all(
    wanted.map(({ which }, at) =>
      label(right + 8, places[at]!, names[which], which === 'agents' ? { fill: INK, isStrong: true } : {}),
    ),
  );
}

/** null: nothing but zeros, which need no mark. */
function greatest(values: Values): { readonly index: number; readonly value: number } | null {
  let found: { index: number; value: number } | null = null;
  for (const [index, value] of values) {
    if (value > (found?.value ?? NOTHING)) found = { index, value };
  }
  return found;
}
