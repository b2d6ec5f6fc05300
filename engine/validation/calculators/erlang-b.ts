/** Family erlang-b: the blocking of a load on lines; of the three, the one that is not given is looked for. */
import { erlangB, linesFor, loadOnLines } from '../../planning/erlang.ts';
import type { Calculator } from '../calculator.ts';

export const erlangBLines: Calculator = (params) => {
  const offeredErlang = params.has('offeredErlang')
    ? params.number('offeredErlang')
    : loadOnLines(params.number('lines'), params.number('maxBlocking'));
  const lines = params.has('lines')
    ? params.number('lines')
    : linesFor(offeredErlang, params.number('maxBlocking'));
  const pBlock = erlangB(offeredErlang, lines);
  const carriedErlang = offeredErlang * (1 - pBlock);
  return { offeredErlang, lines, pBlock, carriedErlang, occupancy: lines === 0 ? 0 : carriedErlang / lines };
};
