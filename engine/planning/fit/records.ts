/** What a file of calls or of counts is once it is read: plain columns of numbers, one place for each row. It knows no text. */
import type { Outcome } from './outcomes.ts';
import type { Column } from './columns.ts';

/** A thing that a reader of the result should know of how the file was read. Sentences are made at the edge. */
export interface ReadNote {
  readonly code:
    | 'header'
    | 'order'
    | 'ambiguousOrder'
    | 'halves'
    | 'doubled'
    | 'unknownOutcomes'
    | 'skipped'
    | 'averageHandle'
    | 'longTimes';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Source {
  readonly shape: 'calls' | 'counts';
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly notes: readonly ReadNote[];
}

/** NaN: the file does not say. Times in seconds. */
export interface CallRecords extends Source {
  readonly shape: 'calls';
  readonly queues: readonly string[];
  /** Days since 1970-01-01, and seconds after midnight, local time. */
  readonly day: Int32Array;
  readonly second: Float64Array;
  readonly queue: Int32Array;
  readonly wait: Float64Array;
  readonly talk: Float64Array;
  readonly wrapUp: Float64Array;
  readonly outcome: readonly Outcome[];
  /** A number for each caller; -1: not known. */
  readonly caller: Int32Array;
}

export interface CountRecords extends Source {
  readonly shape: 'counts';
  readonly queues: readonly string[];
  /** Of the intervals of the file, in seconds; a divisor of a day. */
  readonly interval: number;
  readonly day: Int32Array;
  readonly second: Float64Array;
  readonly queue: Int32Array;
  readonly calls: Float64Array;
  /** Mean handle time of the interval in seconds; NaN where the file has none. */
  readonly handle: Float64Array;
}

export type Records = CallRecords | CountRecords;

/** A line that cannot be read, or (line 0) a file. */
export interface DataProblem {
  readonly line: number;
  readonly code:
    | 'empty'
    | 'noColumn'
    | 'missingColumn'
    | 'moment'
    | 'clock'
    | 'length'
    | 'negative'
    | 'count'
    | 'tooLong'
    | 'missing'
    | 'queues'
    | 'noCalls'
    | 'scenario';
  readonly params: Readonly<Record<string, string>>;
}
