/** What a case becomes to be played. Types only. */
import type { Params } from '../params.ts';

export interface Model {
  /** The scenario of a case and, where its numbers compare several systems, of the others by name. */
  readonly scenarios: Readonly<Record<string, string>>;
  /** Long runs: days in a block, the replicate of the statistics. Separate days have none. */
  readonly blockDays?: number;
  /** Seconds before the end in which what does not come after closing would still matter. Days from empty to empty have none. */
  readonly tail?: number;
}

/** The scenario of a case; where there are several, the first. */
export const MAIN = 'main';

/** @throws {ParamsError} where the parameters make no scenario */
export type Writer = (title: string, params: Params) => Model;
