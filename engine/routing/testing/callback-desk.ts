/**
 * Desks for tests about callbacks: a queue that offers one to every caller who has to wait, and the usual moves up
 * to the opt-in. It knows no expected value.
 */
import type { CallbackProfileSetup, OverflowSetup, QueueSetup, RoutingSetup } from '../../config/setup.ts';
import type { ContactId } from '../protocol.ts';
import { callbackProfile, type Desk, queue, routing } from './desk.ts';

/** Whoever has to wait is offered a callback under this profile (OV-05 with limit 0). */
export const offerToAll = (profile = 0): OverflowSetup => ({
  when: 'workItemLimit',
  limit: 0,
  action: { do: 'directCallback', profile },
});

export const offeringQueue = (name = 'sales', partial: Partial<QueueSetup> = {}): QueueSetup =>
  queue(name, { overflow: [offerToAll()], ...partial });

export const offering = (
  profile: Partial<CallbackProfileSetup> = {},
  partial: Partial<RoutingSetup> = {},
): RoutingSetup =>
  routing({ queues: [offeringQueue()], callbackProfiles: [callbackProfile(profile)], ...partial });

/** A caller who hears the first offer at 30 s, presses 1 at 32 s and hears the confirmation until 40 s. */
export function optIn(desk: Desk, arrives = 0, caller?: number): ContactId {
  const call = desk.call(arrives, caller === undefined ? {} : { caller });
  optInOf(desk, call, arrives);
  return call;
}

export function optInOf(desk: Desk, call: ContactId, arrives = 0): void {
  desk.advance(arrives + 30);
  desk.press(arrives + 32, call);
  desk.promptDone(arrives + 40, call);
}

/** The times in seconds at which a callback offer was played to this contact. */
export const offersTo = (desk: Desk, call: ContactId): number[] =>
  desk.factsOf('offerPlayed').flatMap((line) => {
    const [at, , who] = line.split(' ');
    return Number(who) === call ? [Number(at)] : [];
  });
