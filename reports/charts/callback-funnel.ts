/**
 * The callback promise of a day, step by step: heard an offer, pressed 1, dialled, reached; then what became of the rest. Each
 * bar has its count, its share, and of what. A lost promise is a fault, so it is vermilion and named.
 */
import type { Funnel } from '../schema.ts';
import {
  ALARM,
  AXIS,
  CALLBACK,
  CALLBACK_WASH,
  chart,
  filledBy,
  frameOf,
  hatch,
  INK,
  INK_3,
  LABEL,
  label,
  NOTHING,
  rect,
  SURFACE,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { linear } from './scale.ts';
import { all, type Attributes, type Svg } from './svg.ts';
import { widthOf, wrapped } from './text-width.ts';

const ROW = 34;
const BAR = 20;

/** null: no caller heard an offer or opted in. */
export function callbackFunnel(funnel: Funnel, options: ChartOptions): string | null {
  if (!(Math.max(funnel.heardOffer, funnel.optedIn) > NOTHING)) return null;
  const frame = frameOf(options);
  const rows = rowsOf(funnel, frame);
  const most = Math.max(...rows.map(({ value }) => value));
  const { width } = frame;
  const names = Math.min(
    Math.max(...rows.map(({ name }) => widthOf(name, LABEL))),
    frame.isNarrow ? 104 : 220,
  );
  const told = rows.map((row) => beside(row, frame));
  const left = names + 12;
  const right = Math.max(left + 40, width - 8 - Math.max(...told.map((each) => each.width)));
  const x = linear([0, most], [left, right]);
  return chart(
    options,
    rows.length * ROW + 2,
    rows.map(({ name, value, look }, at) => {
      const middle = at * ROW + ROW / 2;
      const end = x(value);
      const lines = wrapped(name, names + 4, LABEL, 2);
      return all([
        ...lines.map((each, row) =>
          label(0, middle + 4 + (row - (lines.length - 1) / 2) * 13, each, { size: LABEL, fill: INK }),
        ),
        value > 0 ? rect(left, middle - BAR / 2, Math.max(1.5, end - left), BAR, { rx: 2, ...look }) : null,
        told[at]!.draw(end + 8, middle),
      ]);
    }),
    [hatch(`${frame.id}-lost`, { line: ALARM, ground: SURFACE })],
  );
}

interface Row {
  readonly name: string;
  readonly value: number;
  readonly share: Share | null;
  readonly look: Attributes;
}

interface Share {
  readonly value: string;
  readonly of: string;
}

interface Beside {
  readonly width: number;
  readonly draw: (x: number, middle: number) => Svg;
}

/** Count and share; on a phone, where bars need the room, what it is a share of stands below. */
function beside({ value, share }: Row, { text, isNarrow }: Frame): Beside {
  const count = text.number(value);
  const after = widthOf(count, LABEL) + 6;
  const strong = { size: LABEL, fill: INK, isStrong: true };
  if (share === null) return { width: after, draw: (x, middle) => label(x, middle + 4, count, strong) };
  if (!isNarrow) {
    const whole = `${share.value} ${share.of}`;
    return {
      width: after + widthOf(whole, AXIS),
      draw: (x, middle) =>
        all([label(x, middle + 4, count, strong), label(x + after, middle + 4, whole, { fill: INK_3 })]),
    };
  }
  return {
    width: Math.max(after + widthOf(share.value, AXIS), widthOf(share.of, AXIS)),
    draw: (x, middle) =>
      all([
        label(x, middle - 3, count, strong),
        label(x + after, middle - 3, share.value, { fill: INK_3 }),
        label(x, middle + 11, share.of, { fill: INK_3 }),
      ]),
  };
}

function rowsOf(funnel: Funnel, { id, text }: Frame): Row[] {
  const { heardOffer, optedIn, initiated, connected, lost, otherwise, open } = funnel;
  // The same wholes as in the page's sentence and table.
  const wholes = { callers: funnel.callers, heardOffer, optedIn, initiated };
  const of = (part: number, whole: keyof typeof wholes): Share | null =>
    part > 0 && wholes[whole] > NOTHING
      ? { value: text.share(part / wholes[whole]), of: text.words.of[whole] }
      : null;
  const { funnel: steps, outcome } = text.words;
  const done = { fill: CALLBACK, 'fill-opacity': '0.9' };
  const asked = { fill: CALLBACK, 'fill-opacity': '0.45' };
  const owed = { fill: CALLBACK_WASH, stroke: CALLBACK };
  const rows: Row[] = [
    {
      name: steps.heardOffer,
      value: heardOffer,
      share: of(heardOffer, 'callers'),
      look: asked,
    },
    { name: steps.optedIn, value: optedIn, share: of(optedIn, 'heardOffer'), look: done },
    { name: steps.initiated, value: initiated, share: of(initiated, 'optedIn'), look: done },
    { name: steps.connected, value: connected, share: of(connected, 'initiated'), look: done },
    {
      name: outcome.lost,
      value: lost,
      share: of(lost, 'optedIn'),
      look: { fill: filledBy(`${id}-lost`), stroke: ALARM },
    },
  ];
  if (otherwise > 0)
    rows.push({ name: outcome.otherwise, value: otherwise, share: of(otherwise, 'optedIn'), look: owed });
  rows.push({ name: outcome.open, value: open, share: of(open, 'optedIn'), look: owed });
  return rows;
}
