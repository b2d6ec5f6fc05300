/** A phrase of the script language, and what stands for the words in capitals. Types only. */
import type { Move } from './script.ts';

/** What stands for the words in capitals of a phrase. */
export interface Slots {
  /** Indices. */
  readonly AGENT: number;
  readonly QUEUE: number;
  readonly ENTRY: number;
  readonly PROFILE: number;
  /** The number of a call in this script. */
  readonly N: number;
  /** A telephone number. */
  readonly NUMBER: number;
  readonly COUNT: number;
  /** Milliseconds. */
  readonly LENGTH: number;
  readonly DIGIT: string;
  readonly REASON: string;
}
export type SlotName = keyof Slots;

export interface Phrase {
  readonly words: string;
  /** In a table of the reference, after the phrase. */
  readonly means: string;
  readonly move: (slots: Slots) => Move;
}
