/**
 * The door of planning: what is known about queues without simulating them. Formulas where there are any, exact Markov
 * chains where there are none, and the solver for chains of one's own. Lengths are seconds, rates per hour, shares
 * fractions of 1.
 */

// One queue: Erlang B, C and A, patience of any law, callback offers, lines that end, handle times of any law, priorities.
export { erlangB, erlangC, linesFor, loadForAgents, loadOnLines } from './erlang.ts';
export { ErlangCQueue } from './erlang-c-queue.ts';
export { exponentialPatience, patienceOf } from './patience.ts';
export type { Patience, PatienceRule } from './patience.ts';
export { growsWithoutEnd, PatienceQueue } from './patience-queue.ts';
export { CallbackOfferQueue, PatienceWithOffers } from './callback-offers.ts';
export type { OfferSchedule } from './callback-offers.ts';
export { FiniteQueue } from './finite-queue.ts';
export type { FiniteLine } from './finite-queue.ts';
export { pooling } from './pooling.ts';
export type { Pooling, SeparateQueue } from './pooling.ts';
export { retrialsSeeTimeAverages } from './retrials-approximation.ts';
export type { Redials, RetrialsEstimate } from './retrials-approximation.ts';
export { generalHandle, generalHandleApproximations } from './general-handle.ts';
export { PriorityAgents, priorityMeanWaits } from './priority.ts';
export {
  equivalentRandom,
  equivalentRandomBlocking,
  haywardBlocking,
  orderedHunting,
  overflowTraffic,
  together,
} from './overflow-moments.ts';
export type { OrderedHunting, PeakedTraffic } from './overflow-moments.ts';

// How many agents.
export { abandonRateOf, serviceLevelOf } from './measures.ts';
export type { QueueMeasures, ServiceLevelFormula, ServiceLevelRule } from './measures.ts';
export { fewestAgents, headsFor, meets, queueOf, staffInterval, staffIntervals } from './staffing.ts';
export type { Requirement, Rounding, StaffingRule, Targets } from './staffing.ts';
export { loadOf } from './traffic.ts';
export type { Traffic } from './traffic.ts';

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
export { GammaPoissonCounts } from './gamma-days.ts';
export { meanOverDays, meansOverSmoothDays } from './day-factor.ts';
export type { DayFactor } from './day-factor.ts';
export { dayTotals } from './day.ts';
export type { Day, DayPeriod, DayTotals } from './day.ts';
export { dayServedWithin } from './day-served-within.ts';
export { meanBusyAt } from './time-dependent-load.ts';
export type { LoadPeriod } from './time-dependent-load.ts';
