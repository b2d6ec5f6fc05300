/** Family overflow-loss: a loss group whose overflow tries a second one. */
import { haywardBlocking, orderedHunting } from '../../planning/overflow-moments.ts';
import type { Calculator } from '../calculator.ts';

export const overflowLoss: Calculator = (params) => {
  const group2 = params.number('group2');
  const { overflow, ...exact } = orderedHunting(
    params.number('offeredErlang'),
    params.number('group1'),
    group2,
  );
  return {
    ...exact,
    overflowMean: overflow.mean,
    overflowVariance: overflow.variance,
    peakedness: overflow.peakedness,
    haywardApproxOfThat: haywardBlocking(overflow, group2),
  };
};
