/**
 * One call's story: the entries of a transcript that are about it, told in sentences that can be read aloud, with the rule behind
 * each decision, and summed up in a last one. This is its door; the parts are told in story-waiting.ts and story-service.ts, the words are in a table for
 * each language.
 */
import type { Entry } from '../engine/index.ts';
import { StoryCall } from './story-call.ts';
import { ServiceTeller } from './story-service.ts';
import { sumUp } from './story-sum.ts';
import { WaitingTeller } from './story-waiting.ts';
import { englishStory } from './story-words-en.ts';
import { frenchStory } from './story-words-fr.ts';
import type { StoryWords } from './story-words.ts';
import type { Language } from './words.ts';

export const STORY_WORDS: Readonly<Record<Language, StoryWords>> = { en: englishStory, fr: frenchStory };

export interface StoryOptions {
  /** The local time at which the day begins, in milliseconds after midnight. */
  readonly startOfDay: number;
  /** Default: English. */
  readonly language?: Language | undefined;
}

/** Paragraphs of sentences; the first is the title, the last sums up. */
export function storyOf(
  contact: number,
  entries: Iterable<Entry>,
  { startOfDay, language = 'en' }: StoryOptions,
): readonly string[] {
  const call = new StoryCall(STORY_WORDS[language], startOfDay);
  tell(call, contact, entries);
  call.page.paragraph();
  call.page.say(sumUp(call));
  return call.page.paragraphs;
}

/** All but the last sentence. */
export function tell(call: StoryCall, contact: number, entries: Iterable<Entry>): void {
  const { words, page } = call;
  const waiting = new WaitingTeller(call);
  const service = new ServiceTeller(call);
  page.say(words.title(contact));
  page.paragraph();
  for (const entry of entries) {
    if (entry.contact !== contact) continue;
    waiting.tellPassed(entry.t);
    page.now = entry.t;
    if (isSpoken(entry)) waiting.tellGathered();
    waiting.hear(entry);
    service.hear(entry);
  }
  waiting.tellPassed();
  waiting.tellGathered();
  if (call.closed === null) page.say(words.stillOpen, [], { heading: words.steps.stillOpen });
}

/** Whether a sentence is made of it; before that what was gathered is told. */
const isSpoken = ({ name, prompt }: Entry): boolean =>
  name === 'play' ? prompt === 'wait' : SPOKEN.has(name);

const SPOKEN: ReadonlySet<string> = new Set([
  'overflowed',
  'queued',
  'backInQueue',
  'optedIn',
  'ring',
  'hangup',
  'legEnded',
  'closed',
  'withdrawRing',
  'ringEnded',
]);

/** What is needed to say which day it is. */
export interface DayTitle {
  readonly name: string;
  /** From 0. */
  readonly day: number;
  /** Days since 1970. */
  readonly date: number;
  readonly seed: number;
}

/** `Help desk, day 0 (Monday, 5 January 2026), seed 1` */
export function dayLine({ name, day, date, seed }: DayTitle, language: Language = 'en'): string {
  const { lists, locale } = STORY_WORDS[language];
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return lists.day(name, day, format.format(date * 86_400_000), seed);
}
