/** Family redial: callers who are blocked or give up, and call again. */
import { redial as solve } from '../../planning/redial.ts';
import type { Calculator } from '../calculator.ts';
import { teamOf } from './team-of.ts';

export const redial: Calculator = (params) => ({
  ...solve({
    ...teamOf(params),
    maxWaiting: params.optional('maxWaiting'),
    meanRedialDelaySec: params.number('meanRedialDelaySec'),
    redialAfterBlock: params.optional('redialAfterBlock') ?? 0,
    redialAfterAbandon: params.optional('redialAfterAbandon') ?? 0,
  }),
});
