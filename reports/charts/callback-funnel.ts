/**
 * The callback promise of a day, step by step: heard an offer, pressed 1, dialled, reached; then what became of the rest. Each
 * bar has its count and its share of the step before. A lost promise is a fault, so it is vermilion and named.
 */
import type { Funnel } from '../schema.ts';
import { linear } from './axis.ts';
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
import { all, type Attributes } from './svg.ts';
import { widthOf, wrapped } from './text-width.ts';

const ROW = 34;
const BAR = 20;

/** null: no caller heard an offer or opted in. */
export function callbackFunnel(funnel: Funnel, options: ChartOptions): string | null {
  if (!(Math.max(funnel.heardOffer, funnel.optedIn) > NOTHING)) return null;
  const frame = frameOf(options);
  const rows = rowsOf(funnel, frame);
  const most = Math.max(...rows.map(({ value }) => value));
  const { text, width } = frame;
  const names = Math.min(
    Math.max(...rows.map(({ name }) => widthOf(name, LABEL))),
    frame.isNarrow ? 104 : 220,
  );
  const told = rows.map(({ value, share }) => [text.number(value), share ?? ''] as const);
  const counts = Math.max(...told.map(([count]) => widthOf(count, LABEL)));
  const room = Math.max(...told.map(([, share]) => widthOf(share, AXIS)));
  const left = names + 12;
  const right = Math.max(left + 40, width - counts - room - 20);
  const x = linear([0, most], [left, right]);
  return chart(
    options,
    rows.length * ROW + 2,
    rows.map(({ name, value, look }, at) => {
      const middle = at * ROW + ROW / 2;
      const end = x(value);
      const [count, share] = told[at]!;
      const lines = wrapped(name, names + 4, LABEL, 2);
      return all([
        ...lines.map((each, row) =>
          label(0, middle + 4 + (row - (lines.length - 1) / 2) * 13, each, { size: LABEL, fill: INK }),
        ),
        value > 0 ? rect(left, middle - BAR / 2, Math.max(1.5, end - left), BAR, { rx: 2, ...look }) : null,
        label(end + 8, middle + 4, count, { size: LABEL, fill: INK, isStrong: true }),
        share === '' ? null : label(end + 14 + widthOf(count, LABEL), middle + 4, share, { fill: INK_3 }),
      ]);
    }),
    [hatch(`${frame.id}-lost`, { line: ALARM, ground: SURFACE })],
  );
}

interface Row {
  readonly name: string;
  readonly value: number;
  /** Of the step before, in words where that is not the row above. */
  readonly share: string | null;
  readonly look: Attributes;
}

function rowsOf(funnel: Funnel, { id, text, isNarrow }: Frame): Row[] {
  const { heardOffer, optedIn, initiated, connected, lost, otherwise, open } = funnel;
  const of = (part: number, whole: number): string | null =>
    part > 0 && whole > NOTHING ? text.share(part / whole) : null;
  const { funnel: steps, outcome } = text.words;
  const done = { fill: CALLBACK, 'fill-opacity': '0.9' };
  const asked = { fill: CALLBACK, 'fill-opacity': '0.45' };
  const owed = { fill: CALLBACK_WASH, stroke: CALLBACK };
  // Too long for a phone, where the bars need the room.
  const ofCallers = isNarrow ? null : of(heardOffer, funnel.callers);
  const rows: Row[] = [
    {
      name: steps.heardOffer,
      value: heardOffer,
      share: ofCallers === null ? null : text.words.ofCallers(ofCallers),
      look: asked,
    },
    { name: steps.optedIn, value: optedIn, share: of(optedIn, heardOffer), look: done },
    { name: steps.initiated, value: initiated, share: of(initiated, optedIn), look: done },
    { name: steps.connected, value: connected, share: of(connected, initiated), look: done },
    {
      name: outcome.lost,
      value: lost,
      share: of(lost, optedIn),
      look: { fill: filledBy(`${id}-lost`), stroke: ALARM },
    },
  ];
  if (otherwise > 0)
    rows.push({ name: outcome.otherwise, value: otherwise, share: of(otherwise, optedIn), look: owed });
  rows.push({ name: outcome.open, value: open, share: of(open, optedIn), look: owed });
  return rows;
}
