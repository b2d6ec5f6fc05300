/**
 * Sentences and paragraphs as they are written: capitals, full stops, rules in brackets, clocks and lengths. Each sentence is also kept
 * by itself, with its time and its rules, for a page that shows them step by step. It knows no call.
 */
import { clockWithSeconds } from './clock.ts';
import type { StoryWords } from './story-words.ts';

const DAY = 86_400_000;

/** Clocks are said without fractions of a second. */
export const secondsBetween = (from: number, to: number): number =>
  Math.floor(to / 1000) - Math.floor(from / 1000);

/** A rule, or that there is none. */
type Rules = readonly (string | undefined)[];

export const STEP_KINDS = ['plain', 'callback', 'joined', 'failed'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What a sentence is as a step of its own; a sentence without goes on with the step before. */
export interface Mark {
  /** In a few words, what happened. */
  readonly heading: string;
  /** Default: the moment that is being told. */
  readonly t?: number;
  readonly kind?: StepKind;
  readonly agent?: string | undefined;
  /** Rules that stand inside the sentence already. */
  readonly cited?: Rules;
}

/** A sentence by itself: without rules in brackets, and without the clock it begins with. */
export interface Told {
  readonly t: number;
  readonly text: string;
  readonly rules: readonly string[];
  readonly mark: Mark | null;
}

export class Page {
  readonly #words: StoryWords;
  readonly #startOfDay: number;
  readonly #paragraphs: string[][] = [[]];
  readonly #told: Told[] = [];
  /** In steps rules stand apart. */
  readonly #isStepwise: boolean;
  #lastClock = '';
  /** The moment that is being told. */
  now = 0;
  /** Of the last clock that was said: days after the first. */
  #day = 0;

  constructor(words: StoryWords, startOfDay: number, isStepwise = false) {
    this.#words = words;
    this.#startOfDay = startOfDay;
    this.#isStepwise = isStepwise;
  }

  get told(): readonly Told[] {
    return this.#told;
  }

  get paragraphs(): readonly string[] {
    return this.#paragraphs.filter((each) => each.length > 0).map((each) => each.join(' '));
  }

  say(text: string, rules: Rules = [], mark: Mark | null = null): void {
    const isTitle = this.#paragraphs.length === 1;
    this.#paragraphs.at(-1)!.push(written(`${text}${this.cite(rules)}`, isTitle));
    if (!this.#isStepwise || isTitle) return;
    const own = written(this.#withoutClock(text), false);
    this.#told.push({
      t: mark?.t ?? this.now,
      text: own,
      rules: known([...(mark?.cited ?? []), ...rules]).filter((rule) => rule !== 'RONA'),
      mark,
    });
  }

  cite(rules: Rules): string {
    return this.#isStepwise ? '' : this.#words.cite(known(rules));
  }

  /** A step shows its time beside the sentence. */
  #withoutClock(text: string): string {
    const opening = this.#words.opening(this.#lastClock);
    return text.startsWith(opening) ? text.slice(opening.length).replace(/^,? /, '') : text;
  }

  paragraph(): void {
    if (this.#paragraphs.at(-1)!.length > 0) this.#paragraphs.push([]);
  }

  /** Of milliseconds since the day's start. Which day it is of is said when it is another than that of the clock before. */
  clock(t: number): string {
    const said = this.clockAhead(t);
    this.#day = this.#dayOf(t);
    this.#lastClock = said;
    return said;
  }

  /** Of what is still to come: the story goes on where it was. */
  clockAhead(t: number): string {
    const day = this.#dayOf(t);
    const clock = clockWithSeconds(this.#startOfDay + t - day * DAY);
    return day === this.#day ? clock : this.#words.clockOfDay(clock, day);
  }

  #dayOf(t: number): number {
    return Math.floor((this.#startOfDay + t) / DAY);
  }

  /** Between two clocks as they are said, so that a listener who subtracts finds the same. */
  between(from: number, to: number): string {
    return this.#words.length(secondsBetween(this.#startOfDay + from, this.#startOfDay + to));
  }

  length(millis: number): string {
    return this.#words.length(Math.round(millis / 1000));
  }
}

const known = (rules: Rules): readonly string[] => [...new Set(rules.filter((rule) => rule !== undefined))];

function written(sentence: string, isTitle: boolean): string {
  const end = isTitle || /[.!?]$/.test(sentence) ? '' : '.';
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${end}`;
}
