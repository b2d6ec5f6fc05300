/**
 * Plays cases and makes a test of each number, named with what came out and its z. The playing is done while the tests are
 * collected, so that the names can say it.
 */
import { describe, expect, test } from 'vitest';
import type { Case } from '../../engine/validation/case.ts';
import { planOf } from '../../engine/validation/plan-of.ts';
import { isLong, leastCalls, play, sentenceOf } from './play.suite.ts';
import type { Length } from './play.suite.ts';

export interface Lengths {
  readonly short: number;
  /** A case whose shortest play takes more calls waits for the longer mode. */
  readonly mostInShort: number;
  readonly long: Length;
}

export async function compare(cases: readonly Case[], { short, mostInShort, long }: Lengths): Promise<void> {
  // A search or a statistic of given numbers has nothing to play.
  const played = cases
    .filter((each) => planOf(each) !== null)
    .filter((each) => isLong || leastCalls(each) <= mostInShort);
  for (const each of played) {
    const length = isLong ? long : { calls: short };
    const { verdicts, calls } = await play(each, length);
    describe(`${each.id}, ${each.title}: ${Math.round(calls / 1000)}k calls`, () => {
      for (const verdict of verdicts) {
        test(`${each.id} ${sentenceOf(verdict)}`, () => {
          expect(verdict.isNear, 'the number is near what is expected').toBe(true);
          if (length === 'long') expect(verdict.isNarrow, 'the half-width is within its limit').toBe(true);
        });
      }
    });
  }
}
