/** A law in milliseconds, as setups have them, in seconds, as the formulas take them. */
import type { LawSetup } from '../../engine/index.ts';

export function inSeconds(law: LawSetup): LawSetup {
  const s = (millis: number): number => millis / 1000;
  switch (law.law) {
    case 'constant':
      return { ...law, value: s(law.value) };
    case 'uniform':
      return { ...law, from: s(law.from), to: s(law.to) };
    case 'triangular':
      return { ...law, from: s(law.from), mode: s(law.mode), to: s(law.to) };
    case 'exponential':
    case 'erlang':
    case 'gamma':
      return { ...law, mean: s(law.mean) };
    case 'lognormal':
      return 'median' in law
        ? { ...law, median: s(law.median), p90: s(law.p90) }
        : { ...law, mean: s(law.mean) };
    case 'weibull':
      return 'scale' in law ? { ...law, scale: s(law.scale) } : { ...law, mean: s(law.mean) };
    case 'hyperexponential':
      return { ...law, branches: law.branches.map(({ weight, mean }) => ({ weight, mean: s(mean) })) };
    case 'mixture':
      return { ...law, branches: law.branches.map(({ weight, of }) => ({ weight, of: inSeconds(of) })) };
    case 'empirical':
      return { ...law, values: law.values.map(s) };
    case 'atom':
      return { ...law, value: s(law.value), otherwise: inSeconds(law.otherwise) };
  }
}
