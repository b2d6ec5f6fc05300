/**
 * How long a callback takes, from pressing 1 to the joined call: bars by length, the mean as a point with its interval above them. It
 * knows no baseline: its bins may be others.
 */
import { msg, str } from '@lit/localize';
import { type Placed } from '../../reports/charts/axis.ts';
import { linear } from '../../reports/charts/scale.ts';
import { widthOf } from '../../reports/charts/text-width.ts';
import { formatMeasured, formatSeconds } from '../../reports/format.ts';
import type { Funnel } from '../../reports/schema.ts';
import type { Panel } from './callbacks-plan.ts';
import { axisLabels, NOTHING, stepText, type Look } from './plan.ts';
import { AXIS, LABEL } from './surface.ts';

const HEAD = 26;
const STRIP = 20;
const PLOT = 64;
const FOOT = 20;
const LEFT = 8;

type Delay = Funnel['delays'][number];

/** null: no callback has been joined. */
export function delayPlan(funnel: Funnel, look: Look, width: number): Panel | null {
  const { palette, numbers } = look;
  const { delays, delay } = funnel;
  const most = Math.max(0, ...delays.map(({ callbacks }) => callbacks));
  if (most <= NOTHING || delay.mean === null) return null;
  const bins = linear([0, delays.length], [LEFT, width - LEFT]);
  const told = formatMeasured(numbers, 's', delay);
  const mean = told.half === null ? told.value : `${told.value} ± ${told.half}`;
  return {
    height: HEAD + STRIP + PLOT + FOOT,
    paint(surface, fromX, fromY) {
      const heading = msg('From pressing 1 to the joined call');
      surface.text(fromX, fromY + 12, heading, { fill: palette.ink3, size: LABEL });
      const top = fromY + HEAD + STRIP;
      const bottom = top + PLOT;
      const place = (seconds: number): number => fromX + bins(placeIn(delays, seconds));
      for (const [at, { to, callbacks }] of delays.entries()) {
        if (callbacks <= NOTHING) continue;
        const [from, end] = [fromX + bins(at) + 0.5, fromX + bins(at + 1) - 0.5];
        const height = Math.max(1, (PLOT * callbacks) / most);
        const open = { fill: palette.surface, hatch: palette.callback, stroke: palette.callback };
        surface.rect(
          from,
          bottom - height,
          end - from,
          height,
          to === null ? open : { fill: palette.callback, alpha: 0.8 },
        );
      }
      surface.line(fromX + LEFT, bottom, fromX + width - LEFT, bottom, { stroke: palette.lineStrong });
      const middle = fromY + HEAD + 8;
      const x = place(delay.mean ?? 0);
      if (delay.low !== null && delay.high !== null) {
        const [low, high] = [place(Math.max(0, delay.low)), place(delay.high)];
        surface.rect(low, middle - 4, Math.max(1, high - low), 8, {
          fill: palette.callback,
          alpha: 0.35,
          radius: 2,
        });
      }
      surface.circle(x, middle, 4, { fill: palette.callback });
      surface.line(x, middle + 5, x, bottom, { stroke: palette.callback, dash: [1.5, 2] });
      const name = msg(str`mean ${mean}`);
      const [low, high] = [
        place(Math.max(0, delay.low ?? delay.mean ?? 0)),
        place(delay.high ?? delay.mean ?? 0),
      ];
      const isLate = high + 10 + widthOf(name, AXIS) > fromX + width;
      surface.text(isLate ? low - 10 : high + 10, middle + 4, name, {
        fill: palette.ink,
        isStrong: true,
        anchor: isLate ? 'end' : 'start',
        halo: palette.surface,
      });
      const edges = edgePlaces(delays, look, (at) => fromX + bins(at));
      axisLabels(surface, look, edges, { left: fromX + LEFT, right: fromX + width - LEFT }, bottom + 15);
    },
  };
}

/** So many bins from label to label. */
const STRIDES = [1, 2, 5, 10, 15, 20, 30];

/** Of bins of one width as many edges as have room, evenly; the last one says that it has no end. */
function edgePlaces(delays: readonly Delay[], look: Look, place: (at: number) => number): Placed[] {
  const edges = delays.map((bin, at) => ({ at: place(at), text: edgeText(bin, look) }));
  const widest = Math.max(...edges.map(({ text }) => widthOf(text, AXIS))) + 10;
  const needed = widest / (place(1) - place(0));
  const stride = STRIDES.find((each) => each >= needed) ?? Math.ceil(needed);
  const last = edges.length - 1;
  const end = { at: place(delays.length), text: edges[last]?.text ?? '' };
  const isOpen = delays[last]?.to === null;
  const shown = edges.filter((_, at) => at % stride === 0 && !(isOpen && at > last - stride / 2));
  return isOpen ? [...shown, end] : shown;
}

function edgeText({ from, to }: Delay, look: Look): string {
  return `${to === null ? '≥ ' : ''}${stepOrLong(from, look)}`;
}

/** "3 h 17 min" rather than "197 min". */
function stepOrLong(seconds: number, { numbers }: Look): string {
  return seconds >= 3600 && seconds % 3600 !== 0
    ? formatSeconds(numbers, seconds)
    : stepText(numbers, seconds);
}

/** In bins from the left; what lies beyond all edges is in the middle of the open one. */
function placeIn(delays: readonly Delay[], seconds: number): number {
  for (const [at, { from, to }] of delays.entries()) {
    if (to === null) return at + 0.5;
    if (seconds < to) return at + Math.max(0, (seconds - from) / (to - from));
  }
  return delays.length;
}
