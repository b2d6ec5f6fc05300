/**
 * The other families that this simulator can play, the curves behind the pack's sliders, and cases of our own making at the
 * edges: in brief by `npm test`, in the longer mode until the pack's half-widths are reached.
 */
import { readCases } from './pack.suite.ts';
import { compare } from './compare.suite.ts';
import { ownCases } from './own-cases.suite.ts';

const FAMILIES = [
  'patience-general',
  'm-g-c',
  'priority-abandon',
  'overflow-loss',
  'erlang-b',
  'callback-threshold',
  'redial',
  'skills-n',
  'skills-speed',
  'pooling',
  'arrivals-gamma',
  'arrivals-mt',
  'day',
  'tune-overflow',
  'tune-callback',
  'published',
];

const cases = readCases();
await compare(
  FAMILIES.flatMap((family) => cases.filter((each) => each.family === family)),
  { short: 20_000, mostInShort: 75_000, long: 'long' },
);
await compare(ownCases, { short: 20_000, mostInShort: 75_000, long: { calls: 2_000_000 } });
