/**
 * Random runs of legal and illegal inputs under the checker, with the literal pass beside the fast one. Longer
 * mode: 20,000 seeds. A failure prints its seed and the shortest tape found.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { againstOracle } from './fuzz/against-oracle.ts';
import { both, Reach } from './fuzz/reach.ts';
import { describe as tell, fuzz } from './fuzz.ts';

const isLong = process.env['TANDEM_LONG'] !== undefined;
const COUNT = isLong ? 20_000 : 300;

/** Paths that a few hundred runs must reach. */
const OFTEN = [
  'closed handled',
  'closed abandoned',
  'closed abandoned-before-queue',
  'closed capacity-exceeded',
  'closed queue-full',
  'closed queue-without-agents',
  'closed overflow-end',
  'closed external-ended',
  'closed voicemail',
  'closed voicemail-failed',
  'closed duplicate-callback',
  'closed lost-at-connect',
  'closed completed',
  'closed exhausted',
  'closed expired',
  'closed served-inbound',
  'left movedQueue',
  'left movedExternal',
  'left optedIn',
  'queued overflow',
  'queued returned',
  'overflowed outOfHours assignAnyway',
  'overflowed averageWait directCallback',
  'overflowed workItemLimit directCallback',
  'overflowed waitExceeds directCallback',
  'overflowed waitExceeds transferQueue',
  'overflowed waitExceeds transferExternal',
  'overflowed waitExceeds voicemail',
  'overflowed waitExceeds stays',
  'ringEnded accepted',
  'ringEnded declined',
  'ringEnded missed',
  'ringEnded withdrawn',
  'ringEnded deviceError',
  'withdrawRing hungUp',
  'withdrawRing optedIn',
  'offerSkipped CB-03',
  'offerSkipped CB-08',
  'offerSkipped CB-41',
  'offerSkipped CB-42',
  'offerSkipped CB-43',
  'offerSkipped MS-03',
  'dialEnded joined',
  'dialEnded noAnswer',
  'dialEnded failed',
  'dialEnded machine',
  'refused stale-offer',
  'refused already-closed',
  'refused already-assigned',
  'refused not-allowed-in-state',
  'refused not-editable',
  'refused not-enabled',
  'refused unknown-reason',
  'callback held for a line or number',
  'overflow waits for the next minute',
  'overflow deferred by a ring',
  'items left below a block',
  'item left to a supervisor',
  'sent to the head of its queue',
  'promise expired in a ring or dial',
  'slot used again',
  'asked again after a decline',
  'wrap-up alone',
  'Idle pending',
  'Idle on one channel',
  'two channels ring at once',
  'two calls at once',
  'late input',
  'quiet deadline',
  'play apology',
] as const;

/** Paths so rare that only the longer mode is held to them. */
const SELDOM = [
  'closed cancelled-by-agent',
  'closed invalid-number',
  'closed abandoned-in-message',
  'overflowed outOfHours directCallback',
  'overflowed outOfHours transferQueue',
  'overflowed averageWait transferExternal',
  'withdrawRing duplicateCallback',
  'withdrawRing servedInbound',
  'dialEnded answeredThenLost',
  'dialEnded busy',
  'dialEnded cancelled',
  'dialEnded invalidNumber',
  'hangup served-inbound',
  'hangup attemptFailed',
  'refused line-ceiling',
  'notify wrapUp-closed',
  'limit lowered below what is used',
] as const;

/** INV-D3: neither a clock nor chance from outside, not even once in all these runs. */
function forbidTheOutside(): void {
  const refuse = (what: string) => () => {
    throw new Error(`INV-D3: the engine asked for ${what}`);
  };
  vi.spyOn(Math, 'random').mockImplementation(refuse('Math.random'));
  vi.spyOn(Date, 'now').mockImplementation(refuse('the time of day'));
}

describe('the fuzz', () => {
  const reach = new Reach();
  const count = { passes: 0, assignments: 0 };

  beforeAll(forbidTheOutside);
  afterAll(() => vi.restoreAllMocks());

  test(`every invariant holds after every step of ${COUNT} random runs, and each pass is that of the rules (AS-02)`, () => {
    for (let seed = 1; seed <= COUNT; seed++) {
      const failure = fuzz(seed, () => both(againstOracle(count), reach.bystander()));
      if (failure !== null) expect.fail(tell(failure));
    }
    expect(count.assignments).toBeGreaterThan(2 * COUNT);
  });

  test('every rare path was reached', () => {
    const missed = [...OFTEN, ...(isLong ? SELDOM : [])].filter((path) => !reach.counts.has(path));
    expect(missed).toEqual([]);
  });
});
