/**
 * Patience from waits that mostly end otherwise than by hanging up: the product-limit estimate of Kaplan and Meier (1958, JASA 53,
 * 457-481) with Greenwood's standard errors, and the cumulated hazard of Nelson and Aalen. A served call tells only that its caller
 * was ready to wait at least so long. Times in seconds.
 */
import type { Sample } from './sample.ts';

/** Waits in seconds, by how they ended. */
export interface CensoredWaits {
  /** Of callers who hung up: their patience itself. */
  readonly abandoned: Sample;
  /** Of callers who were served, or left the queue otherwise: patience is at least that. */
  readonly served: Sample;
}

/** At a second at which callers hung up. */
export interface SurvivalStep {
  readonly seconds: number;
  /** Who waited at least so long. */
  readonly atRisk: number;
  readonly abandoned: number;
  /** The share of callers whose patience is longer. */
  readonly survival: number;
  /** Greenwood's standard error of it; 0 where nobody is left. */
  readonly standardError: number;
  /** The cumulated hazard, Σ d/n. */
  readonly hazard: number;
}

export interface SurvivalOptions {
  /**
   * Whether who was served at the very second of an abandonment was still at risk: the usual rule, for he would have waited at least
   * that long.
   */
  readonly isServedAtRisk?: boolean;
}

export function kaplanMeier(
  { abandoned, served }: CensoredWaits,
  { isServedAtRisk = true }: SurvivalOptions = {},
): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let atRisk = abandoned.n + served.n;
  let survival = 1;
  let greenwood = 0;
  let hazard = 0;
  let next = 0;
  for (let at = 0; at < abandoned.values.length; at++) {
    const seconds = abandoned.values[at]!;
    while (next < served.values.length && isGone(served.values[next]!, seconds, isServedAtRisk)) {
      atRisk -= served.counts[next]!;
      next++;
    }
    const left = abandoned.counts[at]!;
    survival *= 1 - left / atRisk;
    hazard += left / atRisk;
    greenwood += left / (atRisk * (atRisk - left));
    const standardError = atRisk === left ? 0 : survival * Math.sqrt(greenwood);
    steps.push({ seconds, atRisk, abandoned: left, survival, standardError, hazard });
    atRisk -= left;
  }
  return steps;
}

function isGone(served: number, seconds: number, isServedAtRisk: boolean): boolean {
  return isServedAtRisk ? served < seconds : served <= seconds;
}

/** The last step at or before so many seconds; undefined: nobody had hung up by then. */
export function stepAt(steps: readonly SurvivalStep[], seconds: number): SurvivalStep | undefined {
  return steps.findLast((step) => step.seconds <= seconds);
}

/** The first second by which half of the callers would have hung up; null when the data do not reach that far. */
export function medianPatience(steps: readonly SurvivalStep[]): number | null {
  // Products of fractions: 0.5 may come out as 0.5000000000000001.
  return steps.find(({ survival }) => survival <= 0.5 + 1e-12)?.seconds ?? null;
}
