/**
 * Which of several scenarios is best, decided on paired differences: all were played over the same replicates with the same luck, so
 * that what they share cancels. It knows no case.
 */
import type { Choice } from './curves.ts';
import { Moments, type Measured } from './measure.ts';
import type { Verdict } from './verdict.ts';
import type { Sums } from './watch-cells.ts';

/** 99 % sure of each comparison that matters. */
const SURE = 2.58;

export class Choosing {
  readonly #choice: Choice;
  /** By arm and replicate. */
  readonly #objectives: readonly (readonly number[])[][];
  readonly #limits: readonly Moments[];

  constructor(choice: Choice) {
    this.#choice = choice;
    this.#objectives = choice.settings.map(() => []);
    this.#limits =
      choice.limit === null
        ? []
        : choice.settings.map(() => new Moments(choice.limit?.quantity ?? choice.objective));
  }

  /** One replicate of all arms. */
  add(arms: readonly Sums[]): void {
    const { objective } = this.#choice;
    arms.forEach((sums, arm) => {
      this.#objectives[arm]!.push(objective.terms(sums));
      this.#limits[arm]?.add(sums);
    });
  }

  verdict(): Verdict {
    const { name, expected, settings } = this.#choice;
    const values = settings.map((_, arm) => this.#valueOf(arm));
    const isAllowed = settings.map((_, arm) => this.#room(arm) >= 0);
    let best = -1;
    values.forEach((value, arm) => {
      if (isAllowed[arm] === true && (best < 0 || value < values[best]!)) best = arm;
    });
    const n = this.#objectives[0]?.length ?? 0;
    const margin = best < 0 ? 0 : this.#margin(best, values, isAllowed);
    return {
      name,
      expected,
      estimate: best < 0 ? NaN : settings[best]!,
      standardError: 0,
      half: 0,
      n,
      z: null,
      firstZ: null,
      firstEstimate: null,
      widest: null,
      isNarrow: margin >= SURE,
      range: null,
      margin,
      // Another one that is not surely better contradicts nothing: more is to be played.
      isNear: margin < SURE || settings[best] === expected,
    };
  }

  /** The least sure of the comparisons that make it the best. */
  #margin(best: number, values: readonly number[], isAllowed: readonly boolean[]): number {
    const margins = values.flatMap((value, arm) => {
      if (arm === best) return Math.abs(this.#room(best));
      if (isAllowed[arm] === true) return this.#paired(arm, best);
      // It would win if it were allowed: how sure is it that it is not?
      return value < values[best]! ? Math.abs(this.#room(arm)) : [];
    });
    return Math.min(...margins);
  }

  #valueOf(arm: number): number {
    const moments = new Moments(this.#choice.objective);
    for (const terms of this.#objectives[arm]!) moments.addTerms(terms);
    return moments.measured().estimate;
  }

  /** How far within its limit an arm is, in standard errors; Infinity without one. */
  #room(arm: number): number {
    const { limit } = this.#choice;
    const moments = this.#limits[arm];
    if (limit === null || moments === undefined) return Infinity;
    const { estimate, standardError } = moments.measured();
    return (limit.atMost - estimate) / standardError;
  }

  /** How far arm is above the best, in standard errors of the paired difference. */
  #paired(arm: number, best: number): number {
    const { estimate, standardError } = this.#difference(arm, best);
    return estimate / standardError;
  }

  #difference(arm: number, best: number): Measured {
    const { value } = this.#choice.objective;
    const width = this.#objectives[arm]![0]?.length ?? 0;
    const moments = new Moments({
      terms: () => [],
      value: (means) => value(means.slice(0, width)) - value(means.slice(width)),
    });
    this.#objectives[arm]!.forEach((terms, at) =>
      moments.addTerms([...terms, ...this.#objectives[best]![at]!]),
    );
    return moments.measured();
  }
}
