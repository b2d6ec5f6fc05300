/** Nobody listens. */
import type { Facts } from './protocol.ts';

const nothing = (): void => undefined;

export const silentFacts: Facts = {
  arrived: nothing,
  queued: nothing,
  left: nothing,
  overflowed: nothing,
  rang: nothing,
  ringEnded: nothing,
  offerPlayed: nothing,
  offerSkipped: nothing,
  optedIn: nothing,
  dialled: nothing,
  dialEnded: nothing,
  joined: nothing,
  handled: nothing,
  closed: nothing,
  announced: nothing,
  activity: nothing,
  refused: nothing,
};
