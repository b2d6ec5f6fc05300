/** Sentences and paragraphs as they are written: capitals, full stops, rules in brackets, clocks and lengths. It knows no call. */
import { clockWithSeconds } from './clock.ts';
import type { StoryWords } from './story-words.ts';

/** A rule, or that there is none. */
type Rules = readonly (string | undefined)[];

export class Page {
  readonly #words: StoryWords;
  readonly #startOfDay: number;
  readonly #paragraphs: string[][] = [[]];

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

  /** Of milliseconds since the day's start. */
  clock(t: number): string {
    return clockWithSeconds(this.#startOfDay + t);
  }

  length(millis: number): string {
    return this.#words.length(Math.round(millis / 1000));
  }
}
