/**
 * The part of a story in which a call arrives and waits: queues, overflow, announcements, callback offers, the promise, and why
 * nobody could take it. What comes often is gathered into one sentence. Rings and talk are told in story-service.ts.
 */
import type { Entry } from '../engine/index.ts';
import type { StoryCall } from './story-call.ts';
import type { Unable } from './story-words.ts';

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

export class WaitingTeller {
  readonly #call: StoryCall;
  #enteredAt = 0;
  #firstEnteredAt: number | null = null;
  #offerAt = 0;
  #isConfirming = false;
  #isStayTold = false;
  /** A digit, until something has come of it. */
  #pressed: Entry | null = null;
  #places: { readonly ahead: number; readonly rules: readonly string[] }[] = [];
  #kept: { readonly at: number; readonly rule: string; count: number } | null = null;

  constructor(call: StoryCall) {
    this.#call = call;
  }

  hear(entry: Entry): void {
    const { words, page } = this.#call;
    const { t, name, rule } = entry;
    switch (name) {
      case 'carriedOver':
        page.say(words.carriedOver);
        if (entry['isCallback'] === true) this.#call.optedInAt = t;
        else this.#enteredAt = this.#firstEnteredAt = Number(entry['since']);
        return;
      case 'contactArrived':
        page.say(words.arrived(page.clock(t), String(entry['entry']), entry['withheld'] === true));
        return;
      case 'reject':
        page.say(words.rejected, [rule]);
        return;
      case 'overflowed':
        this.#overflowed(entry);
        return;
      case 'queued':
      case 'backInQueue':
        this.#inQueue(entry);
        return;
      case 'left':
        if (this.#firstEnteredAt !== null && OFF_THE_LINE.has(entry['outcome']))
          this.#call.lineWait = t - this.#firstEnteredAt;
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
        this.#pressed = entry;
        return;
      case 'optedIn':
        this.#optedIn(entry);
        return;
      case 'hangup':
        if (entry['closeReason'] === 'optedIn') page.say(words.keepsPlace(page.clock(t)), [rule, 'CB-06']);
        this.#isConfirming = false;
        return;
      case 'legEnded':
        if (this.#isConfirming && entry['by'] === 'customer')
          page.say(words.hungUpConfirming(page.clock(t)), ['CB-05', 'CB-06']);
        this.#isConfirming = false;
        return;
      default:
    }
  }

  #overflowed(entry: Entry): void {
    const words = this.#call.words;
    const from = String(entry['from']);
    const to = String(entry['to']);
    const action = String(entry['action']);
    const condition = String(entry['condition']);
    if (condition === 'waitExceeds') {
      const refusals = entry.reason?.candidates.map(({ refusedBy }) => refusedBy ?? undefined) ?? [];
      const due = words.exceeded(
        this.#call.page.clock(entry.t),
        from,
        this.#call.page.length(entry.t - this.#enteredAt),
      );
      this.#call.page.say(`${due}, ${words.exceededAction(action, to)}`, [entry.rule, ...refusals]);
      return;
    }
    // The condition that acted is written with its limit: `workItemLimit 5`, `averageWait 60000`.
    const acting = entry.reason?.candidates.find(({ refusedBy }) => refusedBy === null)?.name ?? condition;
    const limit = acting.split(' ')[1] ?? '';
    const said = condition === 'averageWait' ? this.#call.page.length(Number(limit)) : limit;
    this.#call.page.say(`${words.condition(condition, from, said)}, ${words.action(action, to)}`, [
      entry.rule,
    ]);
  }

  #inQueue(entry: Entry): void {
    const words = this.#call.words;
    const queue = entry.queue ?? '';
    const before = Math.max(0, Number(entry['rank'] ?? 1) - 1);
    this.#isStayTold = false;
    if (entry.name === 'backInQueue') {
      this.#call.page.say(words.back(queue, before), [entry.rule]);
      return;
    }
    this.#enteredAt = entry.t;
    this.#firstEnteredAt ??= entry.t;
    const isFirst = entry['how'] === 'routed';
    this.#call.page.say(isFirst ? words.queued(queue, before) : words.queuedAgain(queue, before), [
      entry.rule,
    ]);
  }

  #decided(entry: Entry): void {
    const words = this.#call.words;
    const { t, rule, reason } = entry;
    switch (reason?.decision) {
      case 'stays':
        if (!this.#isStayTold) this.#call.page.say(words.nobody(unableOf(entry)), [rule]);
        this.#isStayTold = true;
        return;
      case 'retry':
        this.#call.page.say(words.retry(this.#call.page.clock(Number(entry['until']))), [rule]);
        return;
      case 'may be assigned':
        this.#isStayTold = false;
        this.#call.page.say(
          rule === 'CB-20'
            ? words.backForRetry(this.#call.page.clock(t))
            : words.mayBeAssigned(this.#call.page.clock(t)),
          [rule],
        );
        return;
      case 'held back':
        this.#call.page.say(words.heldBack(this.#call.page.clock(t), rule ?? ''), [rule]);
        return;
      case 'left to a supervisor':
        this.#call.page.say(words.leftToSupervisor, [rule]);
        return;
      case 'waits on':
        this.#call.page.say(words.waitsOn(this.#call.page.clock(t)), [
          rule,
          ...reason.candidates.map(({ refusedBy }) => refusedBy ?? undefined),
        ]);
        return;
      default:
    }
  }

  #played(entry: Entry): void {
    const words = this.#call.words;
    const { t, rule } = entry;
    const value = Number(entry['value']);
    switch (entry['prompt']) {
      case 'position':
        this.#places.push({ ahead: value, rules: rule === undefined ? [] : [rule] });
        return;
      case 'wait':
        this.#call.page.say(words.toldWait(value), [rule]);
        return;
      case 'callbackOffer':
        this.#call.offers += 1;
        this.#offerAt = t;
        this.#call.page.say(
          words.offer(
            this.#call.page.clock(t),
            this.#call.offers,
            this.#call.page.length(t - this.#enteredAt),
          ),
          [rule],
        );
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

  #optedIn({ t, rule }: Entry): void {
    const words = this.#call.words;
    this.#pressed = null;
    this.#call.optedInAt = t;
    this.#isConfirming = true;
    this.#isStayTold = false;
    this.#call.page.paragraph();
    this.#call.page.say(words.optedIn(this.#call.page.clock(t), this.#call.page.length(t - this.#offerAt)), [
      rule,
    ]);
    if (this.#call.takenBack !== null)
      this.#call.page.say(words.ringTakenBack(this.#call.takenBack.agent ?? ''), [this.#call.takenBack.rule]);
    this.#call.takenBack = null;
  }

  // ------------------------------------------------------------------ what is gathered

  /** What was gathered is told before the next sentence. */
  tellGathered(): void {
    this.#tellPlaces();
    this.#tellKept();
  }

  /** A digit that was followed by nothing, as soon as time has passed. */
  tellPressed(now = Infinity): void {
    if (this.#pressed === null || this.#pressed.t === now) return;
    const { t, digit } = this.#pressed;
    const { words, page } = this.#call;
    this.#pressed = null;
    page.say(words.pressedInVain(page.clock(t), String(digit)), ['CB-04']);
  }

  #tellPlaces(): void {
    const [first] = this.#places;
    const last = this.#places.at(-1);
    if (first === undefined || last === undefined) return;
    const { place, told } = this.#call.words;
    this.#call.page.say(told(this.#places.length, place(first.ahead), place(last.ahead)), first.rules);
    this.#places = [];
  }

  #tellKept(): void {
    if (this.#kept === null) return;
    const { at, rule, count } = this.#kept;
    this.#kept = null;
    this.#call.page.say(
      this.#call.words.offerKept(this.#call.page.clock(at), count, this.#call.words.kept[rule] ?? ''),
      [rule],
    );
  }
}

function unableOf({ reason }: Entry): readonly (readonly [Unable, number])[] {
  const counts = new Map<Unable, number>();
  for (const { refusedBy } of reason?.candidates ?? []) {
    const why = UNABLE[(refusedBy ?? '').split(' ')[0] ?? ''] ?? 'other';
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return ORDER.flatMap((why) => (counts.has(why) ? [[why, counts.get(why) ?? 0] as const] : []));
}

const ORDER: readonly Unable[] = ['busy', 'ringing', 'inactive', 'away', 'other', 'signedOut'];
