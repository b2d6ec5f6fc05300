/**
 * The way of a callback in three pictures: bars from callers to customers who joined, the share that presses 1 at each offer as points
 * with intervals and how many heard it, and how long a callback takes. Beside each other, or below each other on a phone.
 */
import { msg, str } from '@lit/localize';
import { countTicks } from '../../reports/charts/axis.ts';
import { linear } from '../../reports/charts/scale.ts';
import { widthOf, wrapped } from '../../reports/charts/text-width.ts';
import type { FrameSide } from '../../reports/frame.ts';
import type { Funnel } from '../../reports/schema.ts';
import { delayPlan } from './callback-delay-plan.ts';
import {
  axisRoom,
  countText,
  gridlines,
  isNarrow,
  NOTHING,
  percentText,
  type Look,
  type Plan,
} from './plan.ts';
import { AXIS, LABEL, type Paint, type Surface } from './surface.ts';

export interface CallbackParts {
  readonly now: FrameSide;
  readonly ghost: FrameSide | null;
}

/** A picture within the chart: painted with its top left corner at `left`, `top`. */
export interface Panel {
  readonly height: number;
  paint(surface: Surface, left: number, top: number): void;
}

const ROW = 30;
const BAR = 19;
const HEAD = 26;
const PLOT = 138;
const BELOW = 34;
const BETWEEN = 28;

/** null: no caller of this scenario hears an offer or leaves a number. */
export function callbacksPlan({ now, ghost }: CallbackParts, look: Look): Plan | null {
  const funnel = now.callbacks;
  if (!hasCallbacks(funnel)) return null;
  const was = ghost?.callbacks ?? null;
  const half = isNarrow(look) ? look.width : Math.floor((look.width - BETWEEN) / 2);
  const upper = [funnelPanel(funnel, was, look, half), uptakePanel(funnel, was, look, half)] as const;
  const delay = delayPlan(funnel, look, look.width);
  const [first, second] = upper;
  const isStacked = isNarrow(look);
  const firstBottom = isStacked ? first.height + BETWEEN : 0;
  const upperBottom = isStacked ? firstBottom + second.height : Math.max(first.height, second.height);
  const places = shownOffers(funnel, half, look);
  const uptakeLeft = isStacked ? 0 : half + BETWEEN;
  const uptake = uptakeScale(funnel, was, look, half);
  return {
    width: look.width,
    height: upperBottom + (delay === null ? 0 : BETWEEN - 8 + delay.height),
    cursor: {
      count: places.length,
      boxAt: (index) => ({
        left: uptakeLeft + uptake.x(index),
        top: firstBottom + HEAD,
        width: 0,
        height: PLOT,
      }),
      indexAt: (at) => {
        const index = Math.floor((at - uptakeLeft - uptake.left) / uptake.column);
        return index >= 0 && index < places.length ? index : null;
      },
    },
    paint(surface) {
      first.paint(surface, 0, 0);
      second.paint(surface, uptakeLeft, firstBottom);
      delay?.paint(surface, 0, upperBottom + BETWEEN - 8);
    },
  };
}

export function hasCallbacks(funnel: Funnel | null): funnel is Funnel {
  return funnel !== null && Math.max(funnel.heardOffer, funnel.optedIn) > NOTHING;
}

export interface FunnelRow {
  readonly key: 'callers' | 'heardOffer' | 'optedIn' | 'initiated' | 'connected' | 'lost';
  readonly name: string;
  readonly value: number;
  /** Of the step before; null: there is none. */
  readonly share: number | null;
}

export function funnelRows(funnel: Funnel): FunnelRow[] {
  const names = {
    callers: msg('Callers'),
    heardOffer: msg('Heard an offer'),
    optedIn: msg('Pressed 1'),
    initiated: msg('Agent dialled'),
    connected: msg('Customer joined'),
    lost: msg('Lost'),
  };
  const before = {
    callers: null,
    heardOffer: funnel.callers,
    optedIn: funnel.heardOffer,
    initiated: funnel.optedIn,
    connected: funnel.initiated,
    lost: funnel.optedIn,
  };
  return (['callers', 'heardOffer', 'optedIn', 'initiated', 'connected', 'lost'] as const).map((key) => {
    const of = before[key];
    const share = of === null || of <= NOTHING ? null : funnel[key] / of;
    return { key, name: names[key], value: funnel[key], share };
  });
}

function funnelPanel(funnel: Funnel, was: Funnel | null, look: Look, width: number): Panel {
  const { palette, numbers } = look;
  const rows = funnelRows(funnel);
  const old = was === null ? null : funnelRows(was);
  const told = rows.map(({ value, share }) => ({
    count: countText(numbers, value),
    share: share === null ? '' : numbers.percent(share, share < 0.0995 ? 1 : 0),
  }));
  const names = Math.min(Math.max(...rows.map(({ name }) => widthOf(name, LABEL))), width * 0.36);
  const room = Math.max(...told.map(({ count, share }) => widthOf(count, LABEL) + widthOf(share, AXIS))) + 18;
  const left = Math.ceil(names) + 10;
  // All callers would press the promise itself flat: the scale is that of those who heard an offer, and the first bar is cut.
  const most = Math.max(...[...rows.slice(1), ...(old ?? []).slice(1)].map(({ value }) => value), NOTHING);
  const x = linear([0, look.top('callers', most)], [0, width - left - room], true);
  const looks: Readonly<Record<FunnelRow['key'], Paint>> = {
    callers: { fill: palette.callbackWash, stroke: palette.callback },
    heardOffer: { fill: palette.callback, alpha: 0.45 },
    optedIn: { fill: palette.callback, alpha: 0.9 },
    initiated: { fill: palette.callback, alpha: 0.9 },
    connected: { fill: palette.callback, alpha: 0.9 },
    lost: { fill: palette.surface, hatch: palette.alarm, stroke: palette.alarm },
  };
  return {
    height: HEAD + rows.length * ROW,
    paint(surface, fromX, fromY) {
      surface.text(fromX, fromY + 12, msg('Per simulated day'), { fill: palette.ink3, size: LABEL });
      for (const [at, { key, name, value }] of rows.entries()) {
        const middle = fromY + HEAD + (at + 0.5) * ROW;
        const start = fromX + left;
        const lines = wrapped(name, names + 4, LABEL, 2);
        for (const [row, line] of lines.entries())
          surface.text(fromX, middle + 4 + (row - (lines.length - 1) / 2) * 13, line, {
            fill: palette.ink2,
            size: LABEL,
          });
        const length = x(value);
        const isCut = value > most * 1.0001;
        const top = middle - BAR / 2;
        if (value > NOTHING) surface.rect(start, top, Math.max(2, length), BAR, { ...looks[key], radius: 2 });
        if (isCut) {
          const cut = `M${start + length - 18},${top + BAR + 2}l8,${-BAR - 4}m5,0l-8,${BAR + 4}`;
          surface.path(cut, { stroke: palette.surface, width: 3 });
        }
        const past = old?.[at]?.value;
        if (past !== undefined && past <= most * 1.0001)
          surface.line(start + x(past), top - 3, start + x(past), top + BAR + 3, {
            stroke: palette.ghost,
            width: 1.5,
            dash: [4, 3],
          });
        const { count, share } = told[at]!;
        const after = start + Math.max(2, length) + 7;
        surface.text(after, middle + 4, count, {
          fill: palette.ink,
          isStrong: true,
          size: LABEL,
          halo: palette.surface,
        });
        surface.text(after + widthOf(count, LABEL) + 6, middle + 4, share, {
          fill: palette.ink3,
          halo: palette.surface,
        });
      }
    },
  };
}

export type Offer = Funnel['offers'][number];

export function heardOffers({ offers }: Funnel): Offer[] {
  return offers.filter(({ heard, accepted }) => heard > NOTHING && accepted.mean !== null);
}

/** As many as have room; the table has all. */
function shownOffers(funnel: Funnel, width: number, look: Look): Offer[] {
  const heard = heardOffers(funnel);
  const each = Math.max(
    56,
    ...heard.map((offer) => Math.max(...offerNames(offer, look).map((name) => widthOf(name, AXIS))) + 8),
  );
  return heard.slice(0, Math.max(1, Math.floor((width - 44) / each)));
}

function offerNames({ number, heard }: Offer, { numbers }: Look): [string, string] {
  return [offerName(number), msg(str`${countText(numbers, heard)} a day`)];
}

export function offerName(number: number): string {
  const known = [msg('1st offer'), msg('2nd offer'), msg('3rd offer')];
  return known[number - 1] ?? msg(str`offer ${number}`);
}

function uptakeScale(funnel: Funnel, was: Funnel | null, look: Look, width: number) {
  const shown = shownOffers(funnel, width, look);
  const old = was === null ? [] : heardOffers(was);
  const highest = Math.max(
    0.1,
    // An interval of a handful of callers reaches far; the points are what the axis is for.
    ...[...shown, ...old].map(({ accepted: { mean } }) => mean ?? 0),
    ...shown.filter(({ heard }) => heard >= 1).map(({ accepted: { high } }) => high ?? 0),
  );
  const ticks = countTicks(Math.min(1, look.top('uptake', highest)), 5);
  const left = axisRoom(ticks.values.map((value) => percentText(look.numbers, value)));
  const column = Math.min((width - left) / Math.max(1, shown.length), 140);
  return { shown, old, ticks, left, column, x: (index: number) => left + column * (index + 0.5) };
}

function uptakePanel(funnel: Funnel, was: Funnel | null, look: Look, width: number): Panel {
  const { palette, numbers } = look;
  const { shown, old, ticks, left, column, x } = uptakeScale(funnel, was, look, width);
  return {
    height: HEAD + PLOT + BELOW,
    paint(surface, fromX, fromY) {
      const top = fromY + HEAD;
      const y = linear([0, ticks.top], [top + PLOT, top], true);
      const heading = msg('Share pressing 1, by offer');
      surface.text(fromX, fromY + 12, heading, { fill: palette.ink3, size: LABEL });
      if (shown.length === 0) {
        surface.text(fromX, top + 20, msg('Nobody has heard an offer yet.'), { fill: palette.ink2 });
        return;
      }
      const span = { left: fromX + left, right: fromX + left + column * shown.length };
      const step = ticks.values[1] ?? 0.1;
      gridlines(surface, look, ticks.values, y, span, (value) => percentText(numbers, value, step));
      for (const [at, offer] of shown.entries()) {
        const middle = fromX + x(at);
        const { mean, low, high } = offer.accepted;
        const past = old.find(({ number }) => number === offer.number)?.accepted;
        if (past !== undefined) ghostPoint(surface, look, middle - 9, past, y);
        if (low !== null && high !== null)
          surface.rect(middle - 3, y(Math.min(1, high)), 6, y(Math.max(0, low)) - y(Math.min(1, high)), {
            fill: palette.callback,
            alpha: 0.35,
            radius: 2,
          });
        // A value without its interval is not shown: too few callers have heard it.
        const isKnown = low !== null && high !== null;
        if (isKnown) surface.circle(middle, y(mean ?? 0), 4, { fill: palette.callback });
        const told = isKnown ? percentText(numbers, mean ?? 0) : msg('too few');
        const isLate = middle + 10 + widthOf(told, AXIS) > fromX + width;
        surface.text(
          isLate ? middle - 10 : middle + 10,
          (isKnown ? y(mean ?? 0) : top + PLOT - 8) + 4,
          told,
          {
            fill: isKnown ? palette.ink : palette.ink3,
            isStrong: isKnown,
            anchor: isLate ? 'end' : 'start',
            halo: palette.surface,
          },
        );
        for (const [row, name] of offerNames(offer, look).entries())
          surface.text(middle, top + PLOT + 15 + 13 * row, name, { fill: palette.ink3, anchor: 'middle' });
      }
    },
  };
}

function ghostPoint(
  surface: Surface,
  { palette }: Look,
  x: number,
  { mean, low, high }: Offer['accepted'],
  y: (value: number) => number,
): void {
  if (low === null || high === null) return;
  const dashed = { stroke: palette.ghost, width: 1.2, dash: [4, 3] };
  surface.line(x, y(Math.min(1, high)), x, y(Math.max(0, low)), dashed);
  surface.circle(x, y(mean ?? 0), 3.6, { fill: palette.surface, stroke: palette.ghost, width: 1.5 });
}
