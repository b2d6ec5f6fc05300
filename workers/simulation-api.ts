/**
 * What a run and its workers say to each other. A worker is told once what to simulate, then which days; it
 * answers each day by itself, so that the run can join them as they come. Types only: who listens on which kind
 * of port is not said here.
 */
import type { DayDigest, Setup, ValidationAnswer, ValidationTask } from '../engine/index.ts';

/** What is simulated: each day once for each setup, with the same luck. */
export interface Job {
  readonly setups: readonly Setup[];
  readonly seed: number;
  /** How many days at most: a long run must know its last one, which is served to the end. */
  readonly days: number;
  /** Whether the digest of each day's commands is wanted too. */
  readonly digests?: boolean | undefined;
  /** Separate days come in pairs: the second one of each is the first with mirrored luck. */
  readonly antithetic?: boolean | undefined;
  /** Say of each day how lucky it was, for control variates. */
  readonly controls?: boolean | undefined;
}

/** One replication of one setup: the `of`-th setup of the job, on that day. */
export interface Task {
  readonly day: number;
  readonly of: number;
}

/** What a day came to. */
export interface DayResult {
  /** The day's record, as engine/metrics lays it out. */
  readonly record: Float64Array;
  /** Moments served: arrivals, prompts, rings, answers, timers. For the progress display, never for a report. */
  readonly events: number;
  /** Of its commands, where that was asked for. */
  readonly digest?: DayDigest | undefined;
  /** How many called and what work they brought, less the means, where that was asked for. */
  readonly controls?: Float64Array | undefined;
}

export type ToWorker =
  /** The job stays with the worker until it is told to forget it; a new one replaces it. */
  | ({ readonly say: 'begin'; readonly job: number } & Job)
  | { readonly say: 'simulate'; readonly job: number; readonly tasks: readonly Task[] }
  /** A piece of a validation; answered by itself. */
  | { readonly say: 'validate'; readonly job: number; readonly number: number; readonly task: ValidationTask }
  /** Drops what is left of the job; answered when the day in hand is over. */
  | { readonly say: 'forget'; readonly job: number };

export type FromWorker =
  | ({ readonly say: 'day'; readonly job: number; readonly task: Task } & DayResult)
  /** The engine contradicted itself: the same day would fail again. */
  | {
      readonly say: 'failed';
      readonly job: number;
      readonly task: Task;
      readonly why: string;
      /** How far the engine was: milliseconds since the run began. */
      readonly instant: number;
    }
  | {
      readonly say: 'validated';
      readonly job: number;
      readonly number: number;
      readonly answer: ValidationAnswer;
    }
  | { readonly say: 'notValidated'; readonly job: number; readonly number: number; readonly why: string }
  | { readonly say: 'forgotten'; readonly job: number };
