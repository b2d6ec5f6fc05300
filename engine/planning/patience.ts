/**
 * How long callers wait before they hang up, as a queue needs it: the share gone by a time, and the mean time in line of one whose
 * turn comes at that time. It knows no queue; laws are those of kernel/distributions.ts, in seconds.
 */
import { distributionOf, type Law } from '../kernel/distributions.ts';
import { staysOf, type Stays } from './patience-laws.ts';
import { share } from './traffic.ts';

/** Times are seconds from joining the queue, shares of the callers who found no agent free. */
export interface Patience {
  /** Share gone by then, those who leave at that moment included; at 0, those who leave at once. */
  gone(seconds: number): number;
  /** Mean of the shorter of patience and so many seconds: the integral of 1 - gone from 0, which is Baccelli and Hebuterne's H. */
  stay(seconds: number): number;
  /** Where `gone` jumps or bends, strictly between, in order. */
  kinks(from: number, to: number): readonly number[];
  /** A share, known by then, of those who will never leave. Never falls; it may rise with time, for callers who accept a callback. */
  endless(seconds: number): number;
}

export interface PatienceRule {
  /** Law of patience in seconds; null: endless. */
  readonly law: Law | null;
  /** Share that leaves if no agent is free, without waiting at all; counts as abandoned. */
  readonly balkProbability?: number | undefined;
  /** Share, of the others, with no patience: hangs up at zero wait, which comes to the same. */
  readonly zeroProbability?: number | undefined;
  /** Share, of those who are left, that never leaves (a defective law). */
  readonly endlessProbability?: number | undefined;
}

/** @throws {RangeError} naming the argument, or with the sentence of kernel/distributions.ts for a law that is none */
export function patienceOf(rule: PatienceRule): Patience {
  const atOnce = rule.balkProbability ?? 0;
  const zero = rule.zeroProbability ?? 0;
  const endless = rule.law === null ? 1 : (rule.endlessProbability ?? 0);
  share('balkProbability', atOnce);
  share('zeroProbability', zero);
  share('endlessProbability', endless);
  if (rule.law !== null) distributionOf(rule.law);
  const stays = rule.law === null ? ENDLESS : staysOf(rule.law);
  const patient = (1 - atOnce) * (1 - zero);
  return new Parts(atOnce + (1 - atOnce) * zero, patient * (1 - endless), patient * endless, stays);
}

/** The law of Erlang A. */
export function exponentialPatience(meanSec: number): Patience {
  return patienceOf({ law: { law: 'exponential', mean: meanSec } });
}

const ENDLESS: Stays = { gone: () => 0, stay: (seconds) => seconds, kinks: [] };

/** Those who leave at once, those of the law and those who never leave. */
class Parts implements Patience {
  readonly #atOnce: number;
  readonly #mortal: number;
  readonly #endless: number;
  readonly #stays: Stays;

  constructor(atOnce: number, mortal: number, endless: number, stays: Stays) {
    this.#atOnce = atOnce;
    this.#mortal = mortal;
    this.#endless = endless;
    this.#stays = stays;
  }

  gone(seconds: number): number {
    return this.#atOnce + this.#mortal * this.#stays.gone(seconds);
  }

  stay(seconds: number): number {
    return this.#mortal * this.#stays.stay(seconds) + this.#endless * seconds;
  }

  kinks(from: number, to: number): readonly number[] {
    return between(this.#stays.kinks, from, to);
  }

  endless(): number {
    return this.#endless;
  }
}

/** Those of sorted numbers that lie strictly between. */
function between(sorted: readonly number[], from: number, to: number): readonly number[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > from) high = middle;
    else low = middle + 1;
  }
  let end = low;
  while (end < sorted.length && sorted[end]! < to) end++;
  return sorted.slice(low, end);
}
