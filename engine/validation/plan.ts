/**
 * What is to be simulated of a case, and what is to be compared: scenarios, what is listened for, and a check for each expected number
 * that a simulation gives. Types only; plan-of.ts makes them.
 */
import type { Choice } from './curves.ts';
import type { Quantity, Reference } from './quantities/quantity.ts';
import type { Runs } from './runs.ts';
import type { WatchOptions } from './watch-cells.ts';

export interface Check {
  /** As in the pack, lists and parts by their path: `curve[2].pAbandon`. */
  readonly name: string;
  readonly expected: number;
  readonly quantity: Quantity;
  /** Which scenario of the play. */
  readonly arm: number;
  /** A share of callers. */
  readonly isShare: boolean;
  readonly reference: Reference | null;
}

/** Scenarios that are played over the same replicates with the same luck, for as long as any of their checks needs. */
export interface Play {
  /** Of its own within the case: luck and simulations are kept by it. */
  readonly name: string;
  readonly scenarios: readonly string[];
  /** Long runs: days in a block. */
  readonly blockDays: number;
  readonly watch: WatchOptions;
  readonly checks: readonly Check[];
  /** Which of the scenarios is best, decided on paired differences. */
  readonly choices: readonly Choice[];
  /** Many independent runs whose own intervals are put to the test. */
  readonly runs: Runs | null;
  /** Replicates at least, where the pack says how many others took. */
  readonly least: number;
}

export interface Plan {
  readonly plays: readonly Play[];
  /** Expected numbers that no simulation gives, with the reason: their calculator decides. */
  readonly calculated: ReadonlyMap<string, string>;
  /** Expected numbers that should be simulated and are not known here. */
  readonly unknown: readonly string[];
}
