/**
 * One call's story: the entries of a transcript that are about it, told in sentences that can be read aloud, with the rule behind
 * each decision, and summed up in a last one. It knows what belongs together (a ring and how it ended, a dial and who answered) and
 * refuses to know words: those are in a table for each language.
 */
import type { Entry } from '../engine/index.ts';
import { clockWithSeconds } from './clock.ts';
import { frenchStory } from './story-words-fr.ts';
import { englishStory } from './story-words.ts';
import type { StoryWords, Unable } from './story-words.ts';
import type { Language } from './words.ts';

export const STORY_WORDS: Readonly<Record<Language, StoryWords>> = { en: englishStory, fr: frenchStory };

export interface StoryOptions {
  /** The local time at which the day begins, in milliseconds after midnight. */
  readonly startOfDay: number;
  /** Default: English. */
  readonly language?: Language | undefined;
}

/** Paragraphs of sentences; the first is the title, the last sums up. */
export function storyOf(contact: number, entries: Iterable<Entry>, options: StoryOptions): readonly string[] {
  const teller = new Teller(contact, options);
  for (const entry of entries) if (entry.contact === contact) teller.hear(entry);
  return teller.end();
}

/** What is needed to say which day it is. */
export interface DayTitle {
  readonly name: string;
  /** From 0. */
  readonly day: number;
  /** Days since 1970. */
  readonly date: number;
  readonly seed: number;
}

export function dayLine({ name, day, date, seed }: DayTitle, language: Language = 'en'): string {
  const { lists, locale } = STORY_WORDS[language];
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return lists.day(name, day, format.format(date * 86_400_000), seed);
}

interface Ring {
  readonly agent: string;
  /** Of the sentence that tells it: when, whose, why his. */
  readonly told: string;
  readonly at: number;
}

/** By the rule that refused an agent. */
const UNABLE: Readonly<Record<string, Unable>> = {
  'CP-11': 'busy',
  'CP-02': 'busy',
  'AS-12': 'ringing',
  'AS-03': 'signedOut',
  'PR-01': 'inactive',
  'PR-03': 'away',
  'PR-06': 'away',
  'PR-08': 'away',
};

/** Ways in which the time on the line ends. */
const OFF_THE_LINE: ReadonlySet<unknown> = new Set([
  'answered',
  'abandoned',
  'optedIn',
  'movedExternal',
  'voicemail',
  'overflowEnd',
  'duplicate',
]);

class Teller {
  readonly #words: StoryWords;
  readonly #startOfDay: number;
  readonly #paragraphs: string[][];

  // Where the call stands.
  #enteredAt = 0;
  #firstEnteredAt: number | null = null;
  #lineWait: number | null = null;
  #ring: Ring | null = null;
  #takenBack: Entry | null = null;
  #agent = '';
  #joinedAt: number | null = null;
  #talkEndedAt = 0;
  #offerAt = 0;
  #optedInAt: number | null = null;
  #dialAt = 0;
  #isConfirming = false;
  #isStayTold = false;
  #pressed: Entry | null = null;
  #endRules: readonly (string | undefined)[] = [];

  // What the last sentence sums up.
  #offers = 0;
  #missed = 0;
  #attempts = 0;
  #delay = 0;
  #closed: string | null = null;

  // What comes often is gathered: announcements of the place, and offers kept back by the same rule.
  #places: { readonly ahead: number; readonly rules: readonly string[] }[] = [];
  #kept: { readonly at: number; readonly rule: string; count: number } | null = null;

  constructor(contact: number, { startOfDay, language = 'en' }: StoryOptions) {
    this.#words = STORY_WORDS[language];
    this.#startOfDay = startOfDay;
    this.#paragraphs = [[this.#words.title(contact)], []];
  }

  // ------------------------------------------------------------------ sentences

  #say(text: string, rules: readonly (string | undefined)[] = []): void {
    const sentence = `${text}${this.#cite(rules)}`;
    const last = this.#paragraphs.at(-1)!;
    last.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${/[.!?]$/.test(sentence) ? '' : '.'}`);
  }

  #cite(rules: readonly (string | undefined)[]): string {
    return this.#words.cite([...new Set(rules.filter((rule) => rule !== undefined))]);
  }

  #paragraph(): void {
    if (this.#paragraphs.at(-1)!.length > 0) this.#paragraphs.push([]);
  }

  #clock(t: number): string {
    return clockWithSeconds(this.#startOfDay + t);
  }

  #length(millis: number): string {
    return this.#words.length(Math.round(millis / 1000));
  }

  // ------------------------------------------------------------------ hearing

  hear(entry: Entry): void {
    if (this.#pressed !== null && entry.t > this.#pressed.t) this.#tellPressed();
    if (isSpoken(entry)) {
      this.#tellPlaces();
      this.#tellKept();
    }
    this.#hear(entry);
  }

  #hear(entry: Entry): void {
    const words = this.#words;
    const { t, name, rule } = entry;
    switch (name) {
      case 'carriedOver':
        this.#say(words.carriedOver);
        if (entry['isCallback'] === true) this.#optedInAt = t;
        return;
      case 'contactArrived':
        this.#say(words.arrived(this.#clock(t), String(entry['entry']), entry['withheld'] === true));
        return;
      case 'reject':
        this.#say(words.rejected, [rule]);
        return;
      case 'overflowed':
        this.#overflowed(entry);
        return;
      case 'queued':
      case 'backInQueue':
        this.#inQueue(entry);
        return;
      case 'decided':
        this.#decided(entry);
        return;
      case 'play':
        this.#played(entry);
        return;
      case 'offerSkipped':
        this.#offerKept(t, rule);
        return;
      case 'dtmf':
        // What comes of it is told with the opt-in; a digit on which nothing follows changes nothing.
        this.#pressed = entry;
        return;
      case 'optedIn':
        this.#optedIn(entry);
        return;
      case 'hangup':
        if (entry['closeReason'] === 'optedIn') this.#say(words.keepsPlace(this.#clock(t)), [rule, 'CB-06']);
        this.#isConfirming = false;
        return;
      case 'legEnded':
        this.#legEnded(entry);
        return;
      case 'endRequested':
        this.#endTalk(t, 'agent');
        return;
      case 'ring':
        this.#rings(entry);
        return;
      case 'ringEnded':
        if (entry['outcome'] === 'accepted') this.#accepted(entry);
        return;
      case 'withdrawRing':
        this.#withdrawn(entry);
        return;
      case 'left':
        if (this.#firstEnteredAt !== null && OFF_THE_LINE.has(entry['outcome']))
          this.#lineWait = t - this.#firstEnteredAt;
        return;
      case 'joined':
        this.#joined(entry);
        return;
      case 'commandFailed':
        if (this.#joinedAt === null && this.#lineWait !== null && this.#optedInAt === null)
          this.#say(words.connectFailed(this.#clock(t)));
        return;
      case 'dialled':
        this.#dialAt = t;
        this.#attempts = Number(entry['attempt']);
        if (this.#attempts === 1) this.#delay = t - (this.#optedInAt ?? t);
        return;
      case 'dialEnded':
        this.#dialEnded(entry);
        return;
      case 'closed':
        this.#over(entry);
        return;
      default:
    }
  }

  #offerKept(at: number, rule: string | undefined): void {
    if (this.#kept !== null && this.#kept.rule === rule) {
      this.#kept.count += 1;
      return;
    }
    this.#tellKept();
    if (rule !== undefined) this.#kept = { at, rule, count: 1 };
  }

  #overflowed(entry: Entry): void {
    const words = this.#words;
    const from = String(entry['from']);
    const to = String(entry['to']);
    const action = String(entry['action']);
    const condition = String(entry['condition']);
    if (condition === 'waitExceeds') {
      const refusals = entry.reason?.candidates.map(({ refusedBy }) => refusedBy ?? undefined) ?? [];
      const due = words.exceeded(this.#clock(entry.t), from, this.#length(entry.t - this.#enteredAt));
      this.#say(`${due}, ${words.exceededAction(action, to)}`, [entry.rule, ...refusals]);
      return;
    }
    // The condition that acted is written with its limit: `workItemLimit 5`, `averageWait 60000`.
    const acting = entry.reason?.candidates.find(({ refusedBy }) => refusedBy === null)?.name ?? condition;
    const limit = acting.split(' ')[1] ?? '';
    const said = condition === 'averageWait' ? this.#length(Number(limit)) : limit;
    this.#say(`${words.condition(condition, from, said)}, ${words.action(action, to)}`, [entry.rule]);
  }

  #inQueue(entry: Entry): void {
    const words = this.#words;
    const queue = entry.queue ?? '';
    const before = Math.max(0, Number(entry['rank'] ?? 1) - 1);
    this.#isStayTold = false;
    if (entry.name === 'backInQueue') {
      this.#say(words.back(queue, before), [entry.rule]);
      return;
    }
    this.#enteredAt = entry.t;
    this.#firstEnteredAt ??= entry.t;
    const isFirst = entry['how'] === 'routed';
    this.#say(isFirst ? words.queued(queue, before) : words.queuedAgain(queue, before), [entry.rule]);
  }

  #decided(entry: Entry): void {
    const words = this.#words;
    const { t, rule, reason } = entry;
    switch (reason?.decision) {
      case 'stays':
        if (!this.#isStayTold) this.#say(words.nobody(unableOf(entry)), [rule]);
        this.#isStayTold = true;
        return;
      case 'retry':
        this.#say(words.retry(this.#clock(Number(entry['until']))), [rule]);
        return;
      case 'may be assigned':
        this.#isStayTold = false;
        this.#say(
          rule === 'CB-20' ? words.backForRetry(this.#clock(t)) : words.mayBeAssigned(this.#clock(t)),
          [rule],
        );
        return;
      case 'held back':
        this.#say(words.heldBack(this.#clock(t), rule ?? ''), [rule]);
        return;
      case 'left to a supervisor':
        this.#say(words.leftToSupervisor, [rule]);
        return;
      case 'waits on':
        this.#say(words.waitsOn(this.#clock(t)), [
          rule,
          ...reason.candidates.map(({ refusedBy }) => refusedBy ?? undefined),
        ]);
        return;
      default:
    }
  }

  #played(entry: Entry): void {
    const words = this.#words;
    const { t, rule } = entry;
    const value = Number(entry['value']);
    switch (entry['prompt']) {
      case 'position':
        this.#places.push({ ahead: value, rules: rule === undefined ? [] : [rule] });
        return;
      case 'wait':
        this.#say(words.toldWait(value), [rule]);
        return;
      case 'callbackOffer':
        this.#offers += 1;
        this.#offerAt = t;
        this.#say(words.offer(this.#clock(t), this.#offers, this.#length(t - this.#enteredAt)), [rule]);
        return;
      default:
    }
  }

  #optedIn({ t, rule }: Entry): void {
    const words = this.#words;
    this.#pressed = null;
    this.#optedInAt = t;
    this.#isConfirming = true;
    this.#isStayTold = false;
    this.#paragraph();
    this.#say(words.optedIn(this.#clock(t), this.#length(t - this.#offerAt)), [rule]);
    if (this.#takenBack !== null)
      this.#say(words.ringTakenBack(this.#takenBack.agent ?? ''), [this.#takenBack.rule]);
    this.#takenBack = null;
  }

  #legEnded(entry: Entry): void {
    if (this.#joinedAt !== null) {
      this.#endTalk(entry.t, entry['by'] === 'agent' ? 'agent' : 'caller');
      return;
    }
    if (!this.#isConfirming || entry['by'] !== 'customer') return;
    this.#isConfirming = false;
    this.#say(this.#words.hungUpConfirming(this.#clock(entry.t)), ['CB-05', 'CB-06']);
  }

  #rings(entry: Entry): void {
    const { t, agent = '', rule } = entry;
    const chosen = this.#words.chosen[rule ?? ''];
    const why = chosen === undefined ? '' : `${chosen}${this.#cite([rule])}`;
    const told = this.#words.rang(this.#clock(t), agent, why, entry['ringKind'] === 'callback');
    this.#paragraph();
    this.#ring = { agent, at: t, told: why === '' ? `${told}${this.#cite([rule])}` : told };
  }

  /** The ring and how it ended make one sentence. */
  #ringSentence(t: number, words: (after: string) => string, rules: readonly (string | undefined)[]): void {
    const ring = this.#ring;
    this.#ring = null;
    if (ring !== null) this.#say(`${ring.told} ${words(this.#length(t - ring.at))}`, rules);
  }

  #accepted({ t, rule, agent = '' }: Entry): void {
    this.#agent = agent;
    this.#ringSentence(t, this.#words.accepted, [rule]);
  }

  #withdrawn(entry: Entry): void {
    const words = this.#words;
    const { t, rule, agent = '' } = entry;
    const why = entry['why'];
    const isMissed = why === 'noAnswer';
    const isRona = isMissed && entry['activity'] === 'inactive';
    if (isMissed) this.#missed += 1;
    if (isMissed) this.#ringSentence(t, words.missed, [isRona ? 'RONA' : undefined, rule]);
    else if (why === 'declined') this.#ringSentence(t, words.declined, [rule]);
    else if (why === 'deviceError') this.#ringSentence(t, () => words.deviceError, [rule]);
    else if (this.#ring !== null) {
      this.#say(this.#ring.told.replace(/,$/, ''));
      this.#ring = null;
      if (why === 'optedIn') this.#takenBack = entry;
      else this.#endRules = [rule];
    }
    const activity = entry['activity'];
    if (typeof activity === 'string') this.#say(words.becomes(agent, activity), ['NT-04']);
  }

  #joined({ t, rule, agent = '' }: Entry): void {
    this.#agent = agent;
    this.#joinedAt = t;
    if (this.#optedInAt === null) this.#say(this.#words.joined(this.#length(this.#lineWait ?? 0)), [rule]);
  }

  #dialEnded(entry: Entry): void {
    const words = this.#words;
    const { t, rule, agent = '' } = entry;
    const after = this.#length(t - this.#dialAt);
    const dialled = words.dialled(agent, this.#attempts);
    if (entry['outcome'] === 'joined') this.#say(`${dialled} ${words.answered(after)}`, ['CB-12', rule]);
    else {
      this.#say(dialled, ['CB-12']);
      this.#say(words.notReached(String(entry['outcome']), after), [rule]);
      this.#joinedAt = null;
    }
  }

  #endTalk(t: number, by: 'caller' | 'agent'): void {
    if (this.#joinedAt === null || this.#talkEndedAt > 0) return;
    this.#talkEndedAt = t;
    this.#say(this.#words.talked(this.#length(t - this.#joinedAt), by));
  }

  #over(entry: Entry): void {
    const words = this.#words;
    const { t, rule } = entry;
    const reason = String(entry['closeReason']);
    this.#closed = reason;
    if (reason === 'handled' || reason === 'completed')
      this.#say(words.wroteUp(this.#agent, this.#length(t - this.#talkEndedAt)), [rule]);
    else if (reason === 'abandoned')
      this.#say(words.abandoned(this.#clock(t), this.#length(this.#lineWait ?? 0)), this.#endRules);
    else this.#say(words.closed(this.#clock(t), reason), [rule]);
  }

  // ------------------------------------------------------------------ what is gathered

  #tellPlaces(): void {
    const [first] = this.#places;
    const last = this.#places.at(-1);
    if (first === undefined || last === undefined) return;
    const { place, told } = this.#words;
    this.#say(told(this.#places.length, place(first.ahead), place(last.ahead)), first.rules);
    this.#places = [];
  }

  /** A digit that was followed by nothing. */
  #tellPressed(): void {
    if (this.#pressed === null) return;
    const { t, digit } = this.#pressed;
    this.#pressed = null;
    this.#say(this.#words.pressedInVain(this.#clock(t), String(digit)), ['CB-04']);
  }

  #tellKept(): void {
    if (this.#kept === null) return;
    const { at, rule, count } = this.#kept;
    this.#kept = null;
    this.#say(this.#words.offerKept(this.#clock(at), count, this.#words.kept[rule] ?? ''), [rule]);
  }

  // ------------------------------------------------------------------ the last sentence

  end(): readonly string[] {
    this.#tellPressed();
    this.#tellPlaces();
    this.#tellKept();
    if (this.#closed === null) this.#say(this.#words.stillOpen);
    this.#paragraph();
    const parts = this.#parts();
    this.#say(`${this.#words.sum.inShort} ${parts.join(', ')}`);
    return this.#paragraphs.filter((each) => each.length > 0).map((each) => each.join(' '));
  }

  #parts(): readonly string[] {
    const { sum } = this.#words;
    const wait = this.#length(this.#lineWait ?? 0);
    const parts: string[] = [];
    const isCallback = this.#optedInAt !== null;
    if (isCallback) parts.push(sum.waited(wait));
    if (this.#offers > 0) parts.push(sum.offers(this.#offers));
    if (this.#missed > 0) parts.push(sum.missed(this.#missed));
    switch (this.#closed) {
      case null:
        return [...parts, sum.open];
      case 'handled':
        return [...parts, sum.served(this.#agent, wait)];
      case 'completed':
        return [...parts, sum.calledBack(this.#agent, this.#length(this.#delay), this.#attempts)];
      case 'exhausted':
      case 'expired':
      case 'invalid-number':
        return [...parts, sum.lost(this.#attempts)];
      case 'abandoned':
        return [...parts, sum.abandoned(wait)];
      default:
        return [...parts, sum.otherwise(this.#closed)];
    }
  }
}

/** Whether a sentence is made of it; before that what was gathered is told. */
const isSpoken = ({ name, prompt }: Entry): boolean =>
  name === 'play' ? prompt === 'callbackOffer' || prompt === 'wait' : SPOKEN.has(name);

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

function unableOf({ reason }: Entry): readonly (readonly [Unable, number])[] {
  const counts = new Map<Unable, number>();
  for (const { refusedBy } of reason?.candidates ?? []) {
    const why = UNABLE[(refusedBy ?? '').split(' ')[0] ?? ''] ?? 'other';
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return ORDER.flatMap((why) => (counts.has(why) ? [[why, counts.get(why) ?? 0] as const] : []));
}

const ORDER: readonly Unable[] = ['busy', 'ringing', 'inactive', 'away', 'other', 'signedOut'];
