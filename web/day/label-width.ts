/** How much room the names of agents need beside their lanes, in the font of charts. */
import { palette } from '../charts/palette.ts';
import { AXIS, WEIGHTS } from '../charts/surface.ts';

/** For the names of the strip and of the band of waiting contacts, which are shorter on a narrow screen. */
const LEAST = { wide: 92, narrow: 64 } as const;
const NARROW = 760;
const GAP = 12;

export function labelWidth(names: readonly string[]): number {
  const least = innerWidth <= NARROW ? LEAST.narrow : LEAST.wide;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return least;
  context.font = `${WEIGHTS.regular} ${AXIS}px ${palette().font}`;
  const widest = names.reduce((most, name) => Math.max(most, context.measureText(name).width), 0);
  return Math.ceil(Math.max(least, widest + GAP));
}
