/** Family erlang-b: blocking on given lines, or the lines needed. */
import { erlangB, linesFor } from '../../planning/erlang.ts';
import type { Calculator } from '../calculator.ts';

export const erlangBLines: Calculator = (params) => {
  const load = params.number('offeredErlang');
  const lines = params.has('lines') ? params.number('lines') : linesFor(load, params.number('maxBlocking'));
  const pBlock = erlangB(load, lines);
  const carried = load * (1 - pBlock);
  return { lines, pBlock, carriedErlang: carried, occupancy: lines === 0 ? 0 : carried / lines };
};
