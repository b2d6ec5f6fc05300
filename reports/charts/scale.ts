/**
 * A linear scale: numbers of a domain to pixels of a range. D3's own brings formats and colours for scales of any kind, 9 kB that a page
 * would fetch before its first number; its round steps (d3-array) are used. It knows no axis.
 */
import { ticks } from 'd3-array';

type Pair = readonly [number, number];

export interface Scale {
  (value: number): number;
  readonly domain: Pair;
  readonly range: Pair;
  /** The value at a place of the range. */
  invert(place: number): number;
  /** About so many round values in the domain, in its order. */
  ticks(count: number): number[];
}

/** @param isClamped what lies outside the domain stands at its end */
export function linear(domain: Pair, range: Pair, isClamped = false): Scale {
  const within = ([from, to]: Pair, value: number): number =>
    isClamped ? Math.max(Math.min(from, to), Math.min(Math.max(from, to), value)) : value;
  return Object.assign((value: number) => mapped(within(domain, value), domain, range), {
    domain,
    range,
    invert: (place: number) => within(domain, mapped(place, range, domain)),
    ticks: (count: number) => ticks(domain[0], domain[1], count),
  });
}

/** A domain of one point is in the middle of the range. */
function mapped(value: number, [from, to]: Pair, [low, high]: Pair): number {
  const share = to === from ? 0.5 : (value - from) / (to - from);
  return low * (1 - share) + high * share;
}
