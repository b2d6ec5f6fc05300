/**
 * Hears the entries of one call and makes sentences of them. It knows what belongs together: a ring and how it ended, a dial and
 * who answered, a digit and what came of it; and what is worth no sentence. Words it has from a table.
 */
import type { Entry } from '../engine/index.ts';
import { Page } from './story-page.ts';
import { sumUp } from './story-sum.ts';
import type { StoryWords, Unable } from './story-words.ts';

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

export class Teller {
  readonly #words: StoryWords;
  readonly #page: Page;

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

  readonly #sum = {
    offers: 0,
    missed: 0,
    attempts: 0,
    delay: 0,
    hasOptedIn: false,
    closed: null as string | null,
  };

  // What comes often is gathered: announcements of the place, and offers kept back by the same rule.
  #places: { readonly ahead: number; readonly rules: readonly string[] }[] = [];
  #kept: { readonly at: number; readonly rule: string; count: number } | null = null;

  constructor(contact: number, words: StoryWords, startOfDay: number) {
    this.#words = words;
    this.#page = new Page(words, startOfDay);
    this.#page.say(words.title(contact));
    this.#page.paragraph();
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
        this.#page.say(words.carriedOver);
        if (entry['isCallback'] === true) {
          this.#optedInAt = t;
          this.#sum.hasOptedIn = true;
        }
        return;
      case 'contactArrived':
        this.#page.say(
          words.arrived(this.#page.clock(t), String(entry['entry']), entry['withheld'] === true),
        );
        return;
      case 'reject':
        this.#page.say(words.rejected, [rule]);
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
        if (entry['closeReason'] === 'optedIn')
          this.#page.say(words.keepsPlace(this.#page.clock(t)), [rule, 'CB-06']);
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
          this.#page.say(words.connectFailed(this.#page.clock(t)));
        return;
      case 'dialled':
        this.#dialAt = t;
        this.#sum.attempts = Number(entry['attempt']);
        this.#sum.delay = t - (this.#optedInAt ?? t);
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
      const due = words.exceeded(
        this.#page.clock(entry.t),
        from,
        this.#page.length(entry.t - this.#enteredAt),
      );
      this.#page.say(`${due}, ${words.exceededAction(action, to)}`, [entry.rule, ...refusals]);
      return;
    }
    // The condition that acted is written with its limit: `workItemLimit 5`, `averageWait 60000`.
    const acting = entry.reason?.candidates.find(({ refusedBy }) => refusedBy === null)?.name ?? condition;
    const limit = acting.split(' ')[1] ?? '';
    const said = condition === 'averageWait' ? this.#page.length(Number(limit)) : limit;
    this.#page.say(`${words.condition(condition, from, said)}, ${words.action(action, to)}`, [entry.rule]);
  }

  #inQueue(entry: Entry): void {
    const words = this.#words;
    const queue = entry.queue ?? '';
    const before = Math.max(0, Number(entry['rank'] ?? 1) - 1);
    this.#isStayTold = false;
    if (entry.name === 'backInQueue') {
      this.#page.say(words.back(queue, before), [entry.rule]);
      return;
    }
    this.#enteredAt = entry.t;
    this.#firstEnteredAt ??= entry.t;
    const isFirst = entry['how'] === 'routed';
    this.#page.say(isFirst ? words.queued(queue, before) : words.queuedAgain(queue, before), [entry.rule]);
  }

  #decided(entry: Entry): void {
    const words = this.#words;
    const { t, rule, reason } = entry;
    switch (reason?.decision) {
      case 'stays':
        if (!this.#isStayTold) this.#page.say(words.nobody(unableOf(entry)), [rule]);
        this.#isStayTold = true;
        return;
      case 'retry':
        this.#page.say(words.retry(this.#page.clock(Number(entry['until']))), [rule]);
        return;
      case 'may be assigned':
        this.#isStayTold = false;
        this.#page.say(
          rule === 'CB-20'
            ? words.backForRetry(this.#page.clock(t))
            : words.mayBeAssigned(this.#page.clock(t)),
          [rule],
        );
        return;
      case 'held back':
        this.#page.say(words.heldBack(this.#page.clock(t), rule ?? ''), [rule]);
        return;
      case 'left to a supervisor':
        this.#page.say(words.leftToSupervisor, [rule]);
        return;
      case 'waits on':
        this.#page.say(words.waitsOn(this.#page.clock(t)), [
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
        this.#page.say(words.toldWait(value), [rule]);
        return;
      case 'callbackOffer':
        this.#sum.offers += 1;
        this.#offerAt = t;
        this.#page.say(
          words.offer(this.#page.clock(t), this.#sum.offers, this.#page.length(t - this.#enteredAt)),
          [rule],
        );
        return;
      default:
    }
  }

  #optedIn({ t, rule }: Entry): void {
    const words = this.#words;
    this.#pressed = null;
    this.#optedInAt = t;
    this.#sum.hasOptedIn = true;
    this.#isConfirming = true;
    this.#isStayTold = false;
    this.#page.paragraph();
    this.#page.say(words.optedIn(this.#page.clock(t), this.#page.length(t - this.#offerAt)), [rule]);
    if (this.#takenBack !== null)
      this.#page.say(words.ringTakenBack(this.#takenBack.agent ?? ''), [this.#takenBack.rule]);
    this.#takenBack = null;
  }

  #legEnded(entry: Entry): void {
    if (this.#joinedAt !== null) {
      this.#endTalk(entry.t, entry['by'] === 'agent' ? 'agent' : 'caller');
      return;
    }
    if (!this.#isConfirming || entry['by'] !== 'customer') return;
    this.#isConfirming = false;
    this.#page.say(this.#words.hungUpConfirming(this.#page.clock(entry.t)), ['CB-05', 'CB-06']);
  }

  #rings(entry: Entry): void {
    const { t, agent = '', rule } = entry;
    const chosen = this.#words.chosen[rule ?? ''];
    const why = chosen === undefined ? '' : `${chosen}${this.#page.cite([rule])}`;
    const told = this.#words.rang(this.#page.clock(t), agent, why, entry['ringKind'] === 'callback');
    this.#page.paragraph();
    this.#ring = { agent, at: t, told: why === '' ? `${told}${this.#page.cite([rule])}` : told };
  }

  /** The ring and how it ended make one sentence. */
  #ringSentence(t: number, words: (after: string) => string, rules: readonly (string | undefined)[]): void {
    const ring = this.#ring;
    this.#ring = null;
    if (ring !== null) this.#page.say(`${ring.told} ${words(this.#page.length(t - ring.at))}`, rules);
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
    if (isMissed) this.#sum.missed += 1;
    if (isMissed) this.#ringSentence(t, words.missed, [isRona ? 'RONA' : undefined, rule]);
    else if (why === 'declined') this.#ringSentence(t, words.declined, [rule]);
    else if (why === 'deviceError') this.#ringSentence(t, () => words.deviceError, [rule]);
    else if (this.#ring !== null) {
      this.#page.say(this.#ring.told.replace(/,$/, ''));
      this.#ring = null;
      if (why === 'optedIn') this.#takenBack = entry;
      else this.#endRules = [rule];
    }
    const activity = entry['activity'];
    if (typeof activity === 'string') this.#page.say(words.becomes(agent, activity), ['NT-04']);
  }

  #joined({ t, rule, agent = '' }: Entry): void {
    this.#agent = agent;
    this.#joinedAt = t;
    if (this.#optedInAt === null)
      this.#page.say(this.#words.joined(this.#page.length(this.#lineWait ?? 0)), [rule]);
  }

  #dialEnded(entry: Entry): void {
    const words = this.#words;
    const { t, rule, agent = '' } = entry;
    const after = this.#page.length(t - this.#dialAt);
    const dialled = words.dialled(agent, this.#sum.attempts);
    if (entry['outcome'] === 'joined') this.#page.say(`${dialled} ${words.answered(after)}`, ['CB-12', rule]);
    else {
      this.#page.say(dialled, ['CB-12']);
      this.#page.say(words.notReached(String(entry['outcome']), after), [rule]);
      this.#joinedAt = null;
    }
  }

  #endTalk(t: number, by: 'caller' | 'agent'): void {
    if (this.#joinedAt === null || this.#talkEndedAt > 0) return;
    this.#talkEndedAt = t;
    this.#page.say(this.#words.talked(this.#page.length(t - this.#joinedAt), by));
  }

  #over(entry: Entry): void {
    const words = this.#words;
    const { t, rule } = entry;
    const reason = String(entry['closeReason']);
    this.#sum.closed = reason;
    if (reason === 'handled' || reason === 'completed')
      this.#page.say(words.wroteUp(this.#agent, this.#page.length(t - this.#talkEndedAt)), [rule]);
    else if (reason === 'abandoned')
      this.#page.say(
        words.abandoned(this.#page.clock(t), this.#page.length(this.#lineWait ?? 0)),
        this.#endRules,
      );
    else this.#page.say(words.closed(this.#page.clock(t), reason), [rule]);
  }

  // ------------------------------------------------------------------ what is gathered

  #tellPlaces(): void {
    const [first] = this.#places;
    const last = this.#places.at(-1);
    if (first === undefined || last === undefined) return;
    const { place, told } = this.#words;
    this.#page.say(told(this.#places.length, place(first.ahead), place(last.ahead)), first.rules);
    this.#places = [];
  }

  /** A digit that was followed by nothing. */
  #tellPressed(): void {
    if (this.#pressed === null) return;
    const { t, digit } = this.#pressed;
    this.#pressed = null;
    this.#page.say(this.#words.pressedInVain(this.#page.clock(t), String(digit)), ['CB-04']);
  }

  #tellKept(): void {
    if (this.#kept === null) return;
    const { at, rule, count } = this.#kept;
    this.#kept = null;
    this.#page.say(this.#words.offerKept(this.#page.clock(at), count, this.#words.kept[rule] ?? ''), [rule]);
  }

  // ------------------------------------------------------------------ the last sentence

  end(): readonly string[] {
    this.#tellPressed();
    this.#tellPlaces();
    this.#tellKept();
    if (this.#sum.closed === null) this.#page.say(this.#words.stillOpen);
    this.#page.paragraph();
    this.#page.say(sumUp(this.#words, { ...this.#sum, agent: this.#agent, lineWait: this.#lineWait }));
    return this.#page.paragraphs;
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
