/**
 * The luck of simulated people: one key a purpose and day, one uniform a variate, numbered by caller and draw.
 * Everything one caller would do is his own whatever the rules do to others, so that two scenarios are compared
 * caller by caller. What a number is used for is decided in callers.ts and staff.ts.
 */
import { Luck } from '../kernel/luck.ts';

const PURPOSES = [
  'patience',
  'balk',
  'talk',
  'wrapUp',
  'withheld',
  'accepts',
  'reaction',
  'dialOutcome',
  'dialDelay',
  'redial',
  'redialDelay',
  'ringOutcome',
  'ringDelay',
  'ronaReturn',
  'absence',
  'dayFactor',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export class Lucks implements Record<Purpose, Luck> {
  readonly patience = new Luck();
  readonly balk = new Luck();
  readonly talk = new Luck();
  readonly wrapUp = new Luck();
  readonly withheld = new Luck();
  readonly accepts = new Luck();
  readonly reaction = new Luck();
  readonly dialOutcome = new Luck();
  readonly dialDelay = new Luck();
  readonly redial = new Luck();
  readonly redialDelay = new Luck();
  readonly ringOutcome = new Luck();
  readonly ringDelay = new Luck();
  readonly ronaReturn = new Luck();
  readonly absence = new Luck();
  readonly dayFactor = new Luck();

  rekey(seed: number, day: number, isMirrored = false): void {
    for (const purpose of PURPOSES) this[purpose].rekey(seed, day, purpose, isMirrored);
  }
}

const DRAWS = 256;

/** One number for (demand, k-th draw of a caller); k beyond 255 starts again. */
export const drawOf = (demandKey: number, k: number): number => demandKey * DRAWS + (k % DRAWS);

/**
 * A key of 24 bits for each name, by the name alone (FNV-1a, Fowler, Noll, Vo 1991), so that adding a demand moves
 * no other caller's luck; two names with one key are told apart by their order.
 */
export function keysOf(names: readonly string[]): number[] {
  const taken = new Set<number>();
  return names.map((name) => {
    let key = 0x811c9dc5;
    for (let at = 0; at < name.length; at++) key = Math.imul(key ^ name.charCodeAt(at), 0x01000193);
    key = (key ^ (key >>> 24)) & 0xffffff;
    while (taken.has(key)) key = (key + 1) & 0xffffff;
    taken.add(key);
    return key;
  });
}
