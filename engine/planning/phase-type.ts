/**
 * Handle times made of exponential phases (Neuts 1981): talk then wrap-up, a mixture of short and long calls, an Erlang law. With
 * such a law the agents are a Markov chain. Only the description is here.
 */
import type { Law } from '../kernel/distributions.ts';

export interface PhaseType {
  /** Probability that a call begins in each phase; they add to 1. */
  readonly start: readonly number[];
  /** Rate at which each phase ends, per unit of time. */
  readonly rates: readonly number[];
  /** `next[i][j]`: probability that phase j follows phase i; what lacks to 1 is the end of the call. */
  readonly next: readonly (readonly number[])[];
}

/** One phase after another, each exponential: talk and then wrap-up, for instance. */
export function phasesInSeries(means: readonly number[]): PhaseType {
  return {
    start: means.map((_, i) => (i === 0 ? 1 : 0)),
    rates: means.map((mean) => 1 / mean),
    next: means.map((_, i) => means.map((__, j) => (j === i + 1 ? 1 : 0))),
  };
}

/** One of several, chosen at the start. */
function phasesByChance(branches: readonly { readonly weight: number; readonly of: PhaseType }[]): PhaseType {
  const total = branches.reduce((sum, { weight }) => sum + weight, 0);
  const phases = branches.flatMap(({ weight, of }, branch) =>
    of.rates.map((rate, i) => ({ branch, i, rate, start: (weight / total) * of.start[i]!, of })),
  );
  return {
    start: phases.map(({ start }) => start),
    rates: phases.map(({ rate }) => rate),
    next: phases.map((from) =>
      phases.map((to) => (from.branch === to.branch ? from.of.next[from.i]![to.i]! : 0)),
    ),
  };
}

/** The phases of a law that is made of such; null for any other law (a lognormal has none). */
export function phasesOf(law: Law): PhaseType | null {
  switch (law.law) {
    case 'exponential':
      return phasesInSeries([law.mean]);
    case 'gamma':
    case 'erlang':
      return Number.isInteger(law.shape)
        ? phasesInSeries(Array.from({ length: law.shape }, () => law.mean / law.shape))
        : null;
    case 'hyperexponential':
      return phasesByChance(
        law.branches
          .filter(({ weight }) => weight > 0)
          .map(({ weight, mean }) => ({ weight, of: phasesInSeries([mean]) })),
      );
    case 'mixture': {
      const branches = law.branches.filter(({ weight }) => weight > 0);
      const parts = branches.flatMap(({ weight, of }) => {
        const phases = phasesOf(of);
        return phases ? [{ weight, of: phases }] : [];
      });
      return parts.length === branches.length ? phasesByChance(parts) : null;
    }
    default:
      return null;
  }
}

/** Mean time in each phase over a whole call, however often it is passed; phases lead forward only. */
export function meanTimes({ start, rates, next }: PhaseType): number[] {
  const visits = [...start];
  for (let i = 0; i < visits.length; i++)
    for (let j = i + 1; j < visits.length; j++) visits[j]! += visits[i]! * next[i]![j]!;
  return visits.map((each, i) => each / rates[i]!);
}
