/**
 * A law with its times changed by one factor: in another unit, or longer by a fifth. Every law here is as stretchable as its
 * times are, so each draw is stretched by just that factor, and the same uniform gives the same caller a longer or shorter
 * time of the same shape. It knows no unit and draws nothing.
 */
import type { Law } from './distributions.ts';

/** @param change multiplies by a number above 0; shapes, spreads, weights and shares are left alone */
export function withTimes(law: Law, change: (time: number) => number): Law {
  switch (law.law) {
    case 'constant':
      return { ...law, value: change(law.value) };
    case 'uniform':
      return { ...law, from: change(law.from), to: change(law.to) };
    case 'triangular':
      return { ...law, from: change(law.from), mode: change(law.mode), to: change(law.to) };
    case 'exponential':
    case 'erlang':
    case 'gamma':
      return { ...law, mean: change(law.mean) };
    case 'lognormal':
      return 'median' in law
        ? { ...law, median: change(law.median), p90: change(law.p90) }
        : { ...law, mean: change(law.mean) };
    case 'weibull':
      return 'scale' in law ? { ...law, scale: change(law.scale) } : { ...law, mean: change(law.mean) };
    case 'hyperexponential':
      return { ...law, branches: law.branches.map(({ weight, mean }) => ({ weight, mean: change(mean) })) };
    case 'mixture':
      return {
        ...law,
        branches: law.branches.map(({ weight, of }) => ({ weight, of: withTimes(of, change) })),
      };
    case 'empirical':
      return { ...law, values: law.values.map(change) };
    case 'atom':
      return { ...law, value: change(law.value), otherwise: withTimes(law.otherwise, change) };
  }
}
