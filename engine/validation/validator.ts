/**
 * The working side of a validation: answers one piece of work at a time, a calculator's numbers or a stretch of play, in whichever
 * thread it sits. What a piece came to does not depend on the pieces before it. It judges nothing.
 */
import type { Setup } from '../config/setup.ts';
import { CALCULATORS } from './calculators.ts';
import { flatNumbers, paramsOf, type Case } from './case.ts';
import { MalformedError, ParamsError } from './params.ts';
import { Player, type Stretch } from './play.ts';
import type { WatchOptions } from './watch-cells.ts';

/** Plain data: a worker can receive it. */
export type ValidationTask =
  | { readonly do: 'calculate'; readonly case: Pick<Case, 'id' | 'family' | 'params' | 'expected'> }
  | {
      readonly do: 'play';
      /** Plays of one key have the same setups. */
      readonly key: string;
      readonly setups: readonly Setup[];
      readonly watch: WatchOptions;
      readonly blockDays: number;
      readonly stretch: Stretch;
    };

export type ValidationAnswer =
  /** By path, as the case expects them: `curve[2].pAbandon`. */
  | { readonly did: 'calculate'; readonly numbers: readonly (readonly [string, number])[] }
  /** The calculator cannot express the case; null: there is no calculator. */
  | { readonly did: 'notCalculated'; readonly why: string | null }
  /** The pack says something of the case that makes no model. */
  | { readonly did: 'malformed'; readonly why: string }
  /** The rows of the replicates, by setup. */
  | { readonly did: 'play'; readonly rows: readonly Float64Array[] };

/** Simulations kept for the next stretch: the first days of a fresh one cost nearly twice as much. */
const KEPT = 3;

export class Validator {
  readonly #players = new Map<string, readonly Player[]>();

  answer(task: ValidationTask): ValidationAnswer {
    return task.do === 'calculate' ? calculate(task.case) : this.#play(task);
  }

  #play({
    key,
    setups,
    watch,
    blockDays,
    stretch,
  }: Extract<ValidationTask, { readonly do: 'play' }>): ValidationAnswer {
    const players = this.#players.get(key) ?? setups.map((setup) => new Player(setup, watch, blockDays));
    // The one used last is the last to go. One that fails is in no state to go on: it comes back only when it is done.
    this.#players.delete(key);
    const rows = players.map((player) => player.play(stretch));
    this.#players.set(key, players);
    for (const oldest of this.#players.keys()) {
      if (this.#players.size <= KEPT) break;
      this.#players.delete(oldest);
    }
    return { did: 'play', rows };
  }
}

function calculate(each: Pick<Case, 'id' | 'family' | 'params' | 'expected'>): ValidationAnswer {
  const calculator = Object.hasOwn(CALCULATORS, each.family) ? CALCULATORS[each.family] : undefined;
  if (calculator === undefined) return { did: 'notCalculated', why: null };
  try {
    return { did: 'calculate', numbers: [...flatNumbers(calculator(paramsOf(each), each.expected))] };
  } catch (error) {
    if (error instanceof MalformedError) return { did: 'malformed', why: error.message };
    if (error instanceof ParamsError) return { did: 'notCalculated', why: error.message };
    throw error;
  }
}
