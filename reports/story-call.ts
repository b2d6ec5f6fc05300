/** Where a call stands while its story is told: what those who tell its parts must know of each other. No sentence is made here. */
import type { Entry } from '../engine/index.ts';
import { Page } from './story-page.ts';
import type { StoryWords } from './story-words.ts';

export class StoryCall {
  readonly words: StoryWords;
  readonly page: Page;
  /** The time on the line; null: it reached no queue, or is still there. */
  lineWait: number | null = null;
  optedInAt: number | null = null;
  /** The ring that the opt-in took back. */
  takenBack: Entry | null = null;
  agent = '';
  joinedAt: number | null = null;
  /** Callback offers heard, rings missed, dials, and the time from the opt-in to the last dial. */
  offers = 0;
  missed = 0;
  attempts = 0;
  delay = 0;
  closed: string | null = null;

  constructor(words: StoryWords, startOfDay: number) {
    this.words = words;
    this.page = new Page(words, startOfDay);
  }
}
