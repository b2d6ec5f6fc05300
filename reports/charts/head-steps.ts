/**
 * Heads by interval as steps: what is needed as a filled area, what is at work now as a line, what Erlang A says as a dashed one.
 * Steps and no curves, since a head works a whole interval. All of it is heads at work, shrinkage taken off. It knows no target.
 */
import { axisLabels, axisRoom, countTicks, gridlines } from './axis.ts';
import { BAND_80, chart, frameOf, INK, LINE_STRONG, NOW, type ChartOptions } from './frame.ts';
import { key } from './key.ts';
import { linear } from './scale.ts';
import { all, el, pathOf } from './svg.ts';

export interface HeadStepsParts {
  /** Local time at which each interval begins: "08:30". */
  readonly starts: readonly string[];
  readonly needed: readonly number[];
  readonly atWorkNow: readonly number[];
  readonly erlangA: readonly number[] | null;
  readonly words: { readonly needed: string; readonly atWorkNow: string; readonly erlangA: string };
}

const PLOT = 180;
const HOURS = 22;
const TICKS_MOST = 6;
const LABEL_ROOM = 56;

/** null: there is no interval. */
export function headSteps(parts: HeadStepsParts, options: ChartOptions): string | null {
  const { starts, needed, atWorkNow, erlangA, words } = parts;
  const intervals = starts.length;
  if (intervals === 0) return null;
  const frame = frameOf(options);
  const most = Math.max(1, ...needed, ...atWorkNow, ...(erlangA ?? []));
  const { values, top: highest } = ticksOf(most);
  const span = { left: axisRoom(values.map(frame.text.number)), right: frame.width - 8 };
  const legend = key(
    [
      { name: words.needed, swatch: { fill: BAND_80, stroke: NOW } },
      {
        name: words.atWorkNow,
        swatch: (x, y) =>
          stroke(
            [
              [x - 6, y],
              [x + 6, y],
            ],
            NOW_LINE,
          ),
      },
      ...(erlangA === null
        ? []
        : [
            {
              name: words.erlangA,
              swatch: (x: number, y: number) =>
                stroke(
                  [
                    [x - 6, y],
                    [x + 6, y],
                  ],
                  ERLANG_LINE,
                ),
            },
          ]),
    ],
    { left: frame.isNarrow ? 0 : span.left, right: frame.width, top: 0 },
  );
  const top = legend.height + 8;
  const bottom = top + PLOT;
  const x = linear([0, intervals], [span.left, span.right]);
  const y = linear([0, highest], [bottom, top]);
  const steps = (heads: readonly number[]): [number, number][] =>
    heads.flatMap((each, at): [number, number][] => [
      [x(at), y(each)],
      [x(at + 1), y(each)],
    ]);
  const area = [[x(0), y(0)] as const, ...steps(needed), [x(intervals), y(0)] as const];
  return chart(options, bottom + HOURS, [
    legend.svg,
    gridlines(values, y, span, frame.text.number),
    el('path', { d: `${pathOf(area)}Z`, fill: BAND_80 }),
    stroke(steps(needed), { stroke: NOW, 'stroke-width': 1.5 }),
    erlangA === null ? null : stroke(steps(erlangA), ERLANG_LINE),
    stroke(steps(atWorkNow), NOW_LINE),
    axisLabels(
      hours(starts, span.right - span.left).map((at) => ({ at: x(at), text: starts[at]! })),
      span,
      bottom + 16,
    ),
    all(
      needed.map((heads, at) =>
        el(
          'rect',
          { x: x(at), y: top, width: x(at + 1) - x(at), height: PLOT, fill: 'transparent' },
          el(
            'title',
            {},
            `${starts[at]}: ${words.needed} ${frame.text.number(heads)}, ${words.atWorkNow} ${frame.text.number(atWorkNow[at] ?? 0)}`,
          ),
        ),
      ),
    ),
  ]);
}

const NOW_LINE = { stroke: INK, 'stroke-width': 1.5 };
const ERLANG_LINE = { stroke: LINE_STRONG, 'stroke-width': 1.5, 'stroke-dasharray': '5 3' };

function stroke(
  points: readonly (readonly [number, number])[],
  style: Readonly<Record<string, string | number>>,
) {
  return el('path', { d: pathOf(points), fill: 'none', ...style });
}

/** Whole heads. */
function ticksOf(most: number): { readonly values: readonly number[]; readonly top: number } {
  const { values } = countTicks(Math.max(most, 2), TICKS_MOST);
  return { values, top: Math.max(most, values.at(-1) ?? most) };
}

/** Intervals that get a label: on the hour, and as many as there is room for. */
function hours(starts: readonly string[], width: number): number[] {
  const whole = [...starts.keys()].filter((at) => starts[at]!.slice(3, 5) === '00');
  const candidates = whole.length > 1 ? whole : [...starts.keys()];
  const each = Math.ceil((candidates.length * LABEL_ROOM) / width);
  return candidates.filter((_, at) => at % each === 0);
}
