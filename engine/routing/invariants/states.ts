/** The states of a contact in the groups the invariants speak of. */
import { contactMachine, State } from '../contact-states.ts';

const STATES_OF = {
  waiting: [State.queued, State.callbackWaiting],
  linked: [State.queued, State.callbackWaiting, State.confirming],
  ringing: [State.offered, State.callbackOffered],
  owned: [
    State.offered,
    State.connecting,
    State.connected,
    State.wrapUp,
    State.callbackOffered,
    State.dialling,
    State.callbackConnected,
    State.callbackWrapUp,
  ],
} as const;

const isAmong = (group: readonly (number | undefined)[]): ((state: number) => boolean) => {
  const among = contactMachine.states.map((_, state) => group.includes(state));
  return (state) => among[state] ?? false;
};
export const isWaitingState = isAmong(STATES_OF.waiting);
export const isLinkedState = isAmong(STATES_OF.linked);
export const isRingingState = isAmong(STATES_OF.ringing);
export const isOwnedState = isAmong(STATES_OF.owned);
