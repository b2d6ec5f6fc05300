/**
 * The words of a call's story, all in one place: another language is another table of this shape. Sentences to be read aloud, each
 * with the rule behind it in brackets. Times and lengths come written; names are those of the scenario.
 */
/** Why agents could not take a call, as far as a listener wants to know. */
export type Unable = 'busy' | 'ringing' | 'usedUp' | 'declined' | 'away' | 'signedOut' | 'inactive' | 'other';

export interface StoryWords {
  /** Of its numbers. */
  readonly locale: string;
  readonly title: (contact: number) => string;
  /** How a sentence begins that begins with a clock. */
  readonly opening: (at: string) => string;
  /** Of whole seconds, as one says it. */
  readonly length: (seconds: number) => string;
  /** The rules that decided, in brackets; nothing where none did. */
  readonly cite: (rules: readonly string[]) => string;
  /** A clock of another day than the one before; `days` after the first. */
  readonly clockOfDay: (clock: string, days: number) => string;
  /** `state` as the transcript says it. */
  readonly carriedOver: (state: string, agent: string, isCallback: boolean) => string;
  readonly arrived: (at: string, entry: string, isWithheld: boolean) => string;
  readonly rejected: string;
  readonly condition: (condition: string, queue: string, limit: string) => string;
  readonly action: (action: string, to: string) => string;
  readonly exceeded: (at: string, queue: string, limit: string) => string;
  readonly exceededAction: (action: string, to: string) => string;
  readonly waitsOn: (at: string) => string;
  readonly queued: (queue: string, before: number) => string;
  readonly queuedAgain: (queue: string, before: number) => string;
  /** `at`: null if the sentence before has told when. */
  readonly nobody: (counts: readonly (readonly [Unable, number])[], at: string | null) => string;
  readonly behind: string;
  readonly told: (times: number, first: string, last: string) => string;
  readonly place: (ahead: number) => string;
  readonly toldWait: (minutes: number) => string;
  readonly offer: (at: string, count: number, waited: string) => string;
  /** `apart`: null if the times between them differ. */
  readonly moreOffers: (count: number, apart: string | null, last: string) => string;
  readonly offerKept: (at: string, times: number, why: string) => string;
  readonly kept: Readonly<Record<string, string>>;
  readonly optedIn: (at: string, after: string) => string;
  readonly pressedInVain: (at: string, digit: string) => string;
  readonly ringTakenBack: (agent: string) => string;
  readonly keepsPlace: (at: string) => string;
  readonly hungUpConfirming: (at: string) => string;
  readonly mayBeAssigned: (at: string) => string;
  readonly backForRetry: (at: string) => string;
  readonly heldBack: (at: string, rule: string) => string;
  readonly leftToSupervisor: string;
  /** `why`: a piece of `chosen` with its rule, or nothing. */
  readonly rang: (at: string, agent: string, why: string, isCallback: boolean) => string;
  /** Why it was this agent, by the rule; `only` and `onlyWilling`: there was no choice to make. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly accepted: (after: string) => string;
  readonly missed: (after: string) => string;
  readonly declined: (after: string) => string;
  readonly deviceError: string;
  readonly becomes: (agent: string, activity: string) => string;
  readonly back: (queue: string, before: number) => string;
  /** Waits are null where they are not known. */
  readonly joined: (waited: string | null) => string;
  readonly connectFailed: (at: string) => string;
  readonly dialled: (agent: string, attempt: number) => string;
  readonly answered: (after: string) => string;
  readonly notReached: (outcome: string, after: string) => string;
  readonly retry: (at: string) => string;
  readonly talked: (length: string, endedBy: 'caller' | 'agent') => string;
  readonly wroteUp: (agent: string, length: string) => string;
  readonly closedBy: (agent: string) => string;
  readonly abandoned: (at: string, waited: string | null) => string;
  readonly closed: (at: string, reason: string) => string;
  readonly stillOpen: string;
  /** What the steps of a story are called; the sentences stand below. */
  readonly steps: Steps;
  // The last sentences.
  readonly sum: Sum;
  readonly lists: Lists;
}

export interface Steps {
  readonly arrives: string;
  readonly carriedOver: string;
  readonly turnedAway: string;
  readonly overflows: string;
  readonly enters: (queue: string) => string;
  readonly nobody: string;
  readonly hearsPlace: string;
  readonly hearsWait: string;
  readonly hearsOffer: (count: number) => string;
  readonly offerKept: string;
  readonly presses: (digit: string) => string;
  readonly keepsPlace: string;
  readonly mayBeAssigned: string;
  readonly back: string;
  readonly heldBack: string;
  readonly leftToSupervisor: string;
  readonly waitsOn: string;
  readonly waitsForRetry: string;
  readonly rings: (agent: string) => string;
  readonly answers: (agent: string) => string;
  readonly noAnswer: (agent: string) => string;
  readonly declines: (agent: string) => string;
  readonly deviceFails: (agent: string) => string;
  readonly connectFailed: string;
  readonly talking: (agent: string) => string;
  readonly dials: (agent: string, attempt: number) => string;
  readonly reached: (agent: string) => string;
  readonly notReached: string;
  readonly callEnds: string;
  readonly caseClosed: string;
  readonly givesUp: string;
  readonly lost: string;
  readonly over: string;
  readonly stillOpen: string;
}

export interface Sum {
  readonly inShort: string;
  /** Times it went on to another queue. */
  readonly moved: (count: number) => string;
  readonly waited: (wait: string) => string;
  readonly offers: (count: number) => string;
  readonly missed: (count: number) => string;
  readonly served: (agent: string, wait: string | null) => string;
  readonly calledBack: (agent: string, delay: string | null, attempts: number) => string;
  readonly lost: (attempts: number) => string;
  readonly abandoned: (wait: string | null) => string;
  readonly otherwise: (reason: string) => string;
  readonly open: string;
  /** The callback of a call that is still open. */
  readonly owed: (attempts: number) => string;
}

/** Of the calls worth reading. */
export interface Lists {
  readonly day: (name: string, day: number, date: string, seed: number) => string;
  readonly longestWait: (contact: number, wait: string, hasMoved: boolean) => string;
  readonly noWait: string;
  readonly lostCallbacks: (count: number) => string;
  readonly noLostCallbacks: string;
  readonly rona: (count: number) => string;
  readonly noRona: string;
  readonly abandonedAfterOffer: (count: number) => string;
  readonly noAbandonedAfterOffer: string;
  /** Over the columns: when the ring was missed, or when it was over. */
  readonly heads: Readonly<Record<'lostCallbacks' | 'rona' | 'abandonedAfterOffer', readonly string[]>>;
  readonly why: (reason: string) => string;
  readonly rings: (count: number) => string;
  readonly readOn: (command: string) => string;
  readonly otherDay: (command: string) => string;
}

/** `one, two and three`. */
export function listOf(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}
