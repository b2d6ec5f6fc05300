/**
 * The simulator against exact theory, at fixed seeds: the families that `npm test` plays briefly and the longer mode plays
 * until every half-width is within the limit of its case. Test names say the z.
 */
import { readCases } from './pack.suite.ts';
import { compare } from './compare.suite.ts';

const FAMILIES = ['erlang-c', 'erlang-a', 'm-g-1', 'priority', 'finite-queue', 'overflow', 'callback-offers'];

const cases = readCases();
await compare(
  FAMILIES.flatMap((family) => cases.filter((each) => each.family === family)),
  { short: 30_000, mostInShort: 110_000, long: 'long' },
);
