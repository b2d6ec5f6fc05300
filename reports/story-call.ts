/** Where a call stands while its story is told: what those who tell its parts must know of each other. No sentence is made here. */
import type { Entry } from '../engine/index.ts';
import { Page } from './story-page.ts';
import type { StoryWords } from './story-words.ts';

export class StoryCall {
  readonly words: StoryWords;
  readonly page: Page;
  /** When it entered its first queue, and left the line: to an agent, for a callback, or for ever. */
  queuedAt: number | null = null;
  lineEndedAt: number | null = null;
  /** Times it went on to another queue. */
  moves = 0;
  optedInAt: number | null = null;
  /** The ring that the opt-in took back. */
  takenBack: Entry | null = null;
  agent = '';
  joinedAt: number | null = null;
  /** Callback offers heard, rings missed, dials, and the time from the opt-in to the last dial. */
  offers = 0;
  missed = 0;
  attempts = 0;
  lastDialAt: number | null = null;
  closed: string | null = null;
  /** Who could not take it, and why, when first nobody could. */
  nobody: string | null = null;

  /** Told step by step, not read aloud: nothing that happened apart is gathered. */
  readonly isStepwise: boolean;

  constructor(words: StoryWords, startOfDay: number, isStepwise = false) {
    this.words = words;
    this.isStepwise = isStepwise;
    this.page = new Page(words, startOfDay, isStepwise);
  }

  /** The time on the line, as it is said; null: it reached no queue, or is still there. */
  get lineWait(): string | null {
    const { queuedAt, lineEndedAt } = this;
    return queuedAt === null || lineEndedAt === null ? null : this.page.between(queuedAt, lineEndedAt);
  }
}
