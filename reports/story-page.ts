/** Sentences and paragraphs as they are written: capitals, full stops, rules in brackets, clocks and lengths. It knows no call. */
import { clockWithSeconds } from './clock.ts';
import type { StoryWords } from './story-words.ts';

const DAY = 86_400_000;

/** Clocks are said without fractions of a second. */
export const secondsBetween = (from: number, to: number): number =>
  Math.floor(to / 1000) - Math.floor(from / 1000);

/** A rule, or that there is none. */
type Rules = readonly (string | undefined)[];

export class Page {
  readonly #words: StoryWords;
  readonly #startOfDay: number;
  readonly #paragraphs: string[][] = [[]];
  /** Of the last clock that was said: days after the first. */
  #day = 0;

  constructor(words: StoryWords, startOfDay: number) {
    this.#words = words;
    this.#startOfDay = startOfDay;
  }

  get paragraphs(): readonly string[] {
    return this.#paragraphs.filter((each) => each.length > 0).map((each) => each.join(' '));
  }

  say(text: string, rules: Rules = []): void {
    const sentence = `${text}${this.cite(rules)}`;
    const isTitle = this.#paragraphs.length === 1;
    const end = isTitle || /[.!?]$/.test(sentence) ? '' : '.';
    this.#paragraphs.at(-1)!.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${end}`);
  }

  cite(rules: Rules): string {
    return this.#words.cite([...new Set(rules.filter((rule) => rule !== undefined))]);
  }

  paragraph(): void {
    if (this.#paragraphs.at(-1)!.length > 0) this.#paragraphs.push([]);
  }

  /** Of milliseconds since the day's start. Which day it is of is said when it is another than that of the clock before. */
  clock(t: number): string {
    const said = this.clockAhead(t);
    this.#day = this.#dayOf(t);
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
