/**
 * The door of planning: what is known about queues without simulating them. Formulas where there are any, exact Markov chains where
 * there are none, and the solver for chains of one's own. Lengths are seconds, rates per hour, shares fractions of 1.
 */

// Markov chains: built from a function of the state, solved in the long run, over a time, until they end.
export { chainOf, ChainError, meanOver } from './chain.ts';
export type { Chain, Moves, State } from './chain.ts';
export { timeUntilEnd } from './chain-absorbing.ts';
export { imbalance, steadyState } from './chain-steady.ts';
export { after, expectedAfter, over } from './chain-transient.ts';
export { steadyStateOf } from './chain-truncation.ts';
export type { EndlessModel, Solved } from './chain-truncation.ts';
export { longRun } from './chain-variance.ts';
export type { LongRun } from './chain-variance.ts';

// Queues without a formula.
export { callbackSeparate } from './callback-separate.ts';
export type { CallbackSeparate, CallbackSeparateResult } from './callback-separate.ts';
export { callbackThreshold } from './callback-threshold.ts';
export type { CallbackThreshold, CallbackThresholdResult } from './callback-threshold.ts';
export { overflowOfTwo } from './overflow-of-two.ts';
export type { OverflowResult, SeenAtB } from './overflow-of-two.ts';
export { priorityWithPatience } from './priority-abandon.ts';
export type { PriorityClass, PriorityResult } from './priority-abandon.ts';
export { redial } from './redial.ts';
export type { Redial, RedialResult } from './redial.ts';
export { nDesign } from './skills-n.ts';
export type { CallType, NDesign, NDesignResult } from './skills-n.ts';
export { groupsBySpeed } from './skills-speed.ts';
export type { AgentGroup, GroupsResult } from './skills-speed.ts';
export type { Team, TeamWithCalls } from './team.ts';
export { halfWidthAfter, runLengthFor, teamLongRun } from './team-variance.ts';
export { servedWithinByAhead, waitByAhead } from './wait-behind.ts';

// Days.
export { dayTotals } from './day.ts';
export type { Day, DayPeriod, DayTotals } from './day.ts';
export { meansOverDayFactor } from './day-factor.ts';
export { dayServedWithin } from './day-served-within.ts';
export { meanBusyAt } from './time-dependent-load.ts';
export type { LoadPeriod } from './time-dependent-load.ts';
