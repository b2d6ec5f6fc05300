/**
 * The part of a story in which a call arrives and waits: queues, overflow, announcements, callback offers, the promise, and why
 * nobody could take it. What comes often is gathered into one sentence. Rings and talk are told in story-service.ts.
 */
import type { Entry } from '../engine/index.ts';
import type { StoryCall } from './story-call.ts';
import { secondsBetween } from './story-page.ts';
import type { Unable } from './story-words.ts';

/** By the rule that refused an agent. Who has an Idle pending still has a call in hand (PR-06). */
const UNABLE: Readonly<Record<string, Unable>> = {
  'CP-11': 'busy',
  'CP-02': 'busy',
  'CP-05': 'busy',
  'PR-04': 'busy',
  'PR-06': 'busy',
  'AS-12': 'ringing',
  'AS-03': 'signedOut',
  'PR-01': 'inactive',
  'PR-03': 'away',
  'PR-08': 'away',
  'NT-06': 'declined',
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
  /** Since when an agent may be sought; the sentence before has told it. */
  #soughtAt = 0;
  /** When it fell in behind others, until something is said of why it waits. */
  #behindAt: number | null = null;
  #offerAt = 0;
  #isConfirming = false;
  #isStayTold = false;
  /** A digit, until something has come of it. */
  #pressed: Entry | null = null;
  #places: { readonly at: number; readonly ahead: number; readonly rule: string | undefined }[] = [];
  #offers: { readonly at: number; readonly count: number; readonly rule: string | undefined }[] = [];
  #kept: { readonly at: number; readonly rule: string; count: number } | null = null;

  constructor(call: StoryCall) {
    this.#call = call;
  }

  hear(entry: Entry): void {
    const { words, page } = this.#call;
    const { t, name, rule } = entry;
    switch (name) {
      case 'carriedOver':
        this.#carriedOver(entry);
        return;
      case 'contactArrived':
        page.say(words.arrived(page.clock(t), String(entry['entry']), entry['withheld'] === true), [], {
          heading: words.steps.arrives,
        });
        return;
      case 'reject':
        page.say(words.rejected, [rule], { heading: words.steps.turnedAway, kind: 'failed' });
        return;
      case 'overflowed':
        this.#overflowed(entry);
        return;
      case 'queued':
      case 'backInQueue':
        this.#inQueue(entry);
        return;
      case 'left':
        if (OFF_THE_LINE.has(entry['outcome'])) this.#call.lineEndedAt = t;
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
        if (entry['closeReason'] === 'optedIn')
          page.say(words.keepsPlace(page.clock(t)), [rule, 'CB-06'], {
            heading: words.steps.keepsPlace,
            kind: 'callback',
          });
        this.#isConfirming = false;
        return;
      case 'legEnded':
        if (this.#isConfirming && entry['by'] === 'customer')
          page.say(words.hungUpConfirming(page.clock(t)), ['CB-05', 'CB-06'], {
            heading: words.steps.keepsPlace,
            kind: 'callback',
          });
        this.#isConfirming = false;
        return;
      default:
    }
  }

  /** What is not known of the days before is left out. */
  #carriedOver({ agent = '', ...entry }: Entry): void {
    const call = this.#call;
    const isCallback = entry['isCallback'] === true;
    call.page.say(call.words.carriedOver(String(entry['state']), agent, isCallback), [], {
      heading: call.words.steps.carriedOver,
      kind: isCallback ? 'callback' : 'plain',
    });
    if (typeof entry['queuedAt'] === 'number') call.queuedAt = this.#enteredAt = entry['queuedAt'];
    if (isCallback && typeof entry['optedInAt'] === 'number')
      call.optedInAt = call.lineEndedAt = entry['optedInAt'];
  }

  #overflowed(entry: Entry): void {
    const words = this.#call.words;
    if (entry['action'] === 'transferQueue') this.#call.moves += 1;
    const from = String(entry['from']);
    const to = String(entry['to']);
    const action = String(entry['action']);
    const condition = String(entry['condition']);
    if (condition === 'waitExceeds') {
      const refusals = entry.reason?.candidates.map(({ refusedBy }) => refusedBy ?? undefined) ?? [];
      const due = words.exceeded(
        this.#call.page.clock(entry.t),
        from,
        this.#call.page.between(this.#enteredAt, entry.t),
      );
      this.#call.page.say(`${due}, ${words.exceededAction(action, to)}`, [entry.rule, ...refusals], {
        heading: words.steps.overflows,
      });
      return;
    }
    // The condition that acted is written with its limit: `workItemLimit 5`, `averageWait 60000`.
    const acting = entry.reason?.candidates.find(({ refusedBy }) => refusedBy === null)?.name ?? condition;
    const limit = acting.split(' ')[1] ?? '';
    const said = condition === 'averageWait' ? this.#call.page.length(Number(limit)) : limit;
    this.#call.page.say(
      `${words.condition(condition, from, said)}, ${words.action(action, to)}`,
      [entry.rule],
      { heading: words.steps.overflows },
    );
  }

  #inQueue(entry: Entry): void {
    const words = this.#call.words;
    const queue = entry.queue ?? '';
    const before = Math.max(0, Number(entry['rank'] ?? 1) - 1);
    this.#isStayTold = false;
    this.#soughtAt = entry.t;
    this.#behindAt = before > 0 ? entry.t : null;
    if (entry.name === 'backInQueue') {
      this.#call.page.say(words.back(queue, before), [entry.rule], { heading: words.steps.back });
      return;
    }
    this.#enteredAt = entry.t;
    this.#call.queuedAt ??= entry.t;
    const isFirst = entry['how'] === 'routed';
    this.#call.page.say(
      isFirst ? words.queued(queue, before) : words.queuedAgain(queue, before),
      [entry.rule],
      { heading: words.steps.enters(queue) },
    );
  }

  #decided(entry: Entry): void {
    const words = this.#call.words;
    const { t, rule, reason } = entry;
    const decision = reason?.decision ?? '';
    if (!DECISIONS.has(decision) || (decision === 'stays' && this.#isStayTold)) return;
    this.#tellBehind(t);
    this.tellGathered();
    switch (decision) {
      case 'stays':
        this.#stays(entry);
        return;
      case 'retry':
        this.#call.page.say(words.retry(this.#call.page.clockAhead(Number(entry['until']))), [rule], {
          heading: words.steps.waitsForRetry,
        });
        return;
      case 'may be assigned':
        this.#isStayTold = false;
        this.#soughtAt = t;
        this.#call.page.say(
          rule === 'CB-20'
            ? words.backForRetry(this.#call.page.clock(t))
            : words.mayBeAssigned(this.#call.page.clock(t)),
          [rule],
          { heading: rule === 'CB-20' ? words.steps.back : words.steps.mayBeAssigned },
        );
        return;
      case 'held back':
        this.#call.page.say(words.heldBack(this.#call.page.clock(t), rule ?? ''), [rule], {
          heading: words.steps.heldBack,
        });
        return;
      case 'left to a supervisor':
        this.#call.page.say(words.leftToSupervisor, [rule], {
          heading: words.steps.leftToSupervisor,
          kind: 'failed',
        });
        return;
      case 'waits on':
        this.#call.page.say(
          words.waitsOn(this.#call.page.clock(t)),
          [rule, ...(reason?.candidates ?? []).map(({ refusedBy }) => refusedBy ?? undefined)],
          { heading: words.steps.waitsOn },
        );
        return;
      default:
    }
  }

  /** Nobody can take it: at once, or later when its turn has come. */
  #stays(entry: Entry): void {
    const { words, page } = this.#call;
    const isAtOnce = secondsBetween(this.#soughtAt, entry.t) === 0;
    const told = words.nobody(unableOf(entry), isAtOnce ? null : page.clock(entry.t));
    page.say(told, [entry.rule], isAtOnce ? null : { heading: words.steps.nobody });
    this.#call.nobody ??= words.nobody(unableOf(entry), null);
    this.#isStayTold = true;
    this.#behindAt = null;
  }

  #played(entry: Entry): void {
    const words = this.#call.words;
    const { t, rule } = entry;
    const value = Number(entry['value']);
    switch (entry['prompt']) {
      case 'position':
        this.#places.push({ at: t, ahead: value, rule });
        return;
      case 'wait':
        this.#call.page.say(words.toldWait(value), [rule], { heading: words.steps.hearsWait });
        return;
      case 'callbackOffer':
        if (this.#kept !== null) this.tellGathered();
        this.#call.offers += 1;
        this.#offerAt = t;
        this.#offers.push({ at: t, count: this.#call.offers, rule });
        return;
      default:
    }
  }

  #offerKept(at: number, rule: string | undefined): void {
    if (this.#kept !== null && this.#kept.rule === rule) {
      this.#kept.count += 1;
      return;
    }
    this.tellGathered();
    if (rule !== undefined) this.#kept = { at, rule, count: 1 };
  }

  #optedIn({ t, rule }: Entry): void {
    const words = this.#call.words;
    this.#pressed = null;
    this.#call.optedInAt = t;
    this.#isConfirming = true;
    this.#isStayTold = false;
    this.#call.page.paragraph();
    this.#call.page.say(
      words.optedIn(this.#call.page.clock(t), this.#call.page.between(this.#offerAt, t)),
      [rule],
      { heading: words.steps.presses('1'), kind: 'callback' },
    );
    if (this.#call.takenBack !== null)
      this.#call.page.say(words.ringTakenBack(this.#call.takenBack.agent ?? ''), [this.#call.takenBack.rule]);
    this.#call.takenBack = null;
  }

  // ------------------------------------------------------------------ what is gathered

  /** What was gathered is told before the next sentence, what began first before the rest. */
  tellGathered(): void {
    const gathered = [
      { at: this.#places[0]?.at ?? Infinity, tell: () => this.#tellPlaces() },
      { at: this.#offers[0]?.at ?? Infinity, tell: () => this.#tellOffers() },
      { at: this.#kept?.at ?? Infinity, tell: () => this.#tellKept() },
    ];
    for (const { tell } of gathered.toSorted((a, b) => a.at - b.at)) tell();
  }

  /** What is told as soon as time has passed: a digit that was followed by nothing, and that nobody was sought yet. */
  tellPassed(now = Infinity): void {
    this.#tellBehind(now);
    this.#tellPressed(now);
  }

  /** In a crowded queue it may be long until anybody is sought for it at all. */
  #tellBehind(now: number): void {
    if (this.#behindAt === null || now === Infinity || secondsBetween(this.#behindAt, now) === 0) return;
    this.#behindAt = null;
    this.#call.page.say(this.#call.words.behind);
  }

  #tellPressed(now: number): void {
    if (this.#pressed === null || this.#pressed.t === now) return;
    const { t, digit } = this.#pressed;
    const { words, page } = this.#call;
    this.#pressed = null;
    page.say(words.pressedInVain(page.clock(t), String(digit)), ['CB-04'], {
      heading: words.steps.presses(String(digit)),
      t,
    });
  }

  #tellPlaces(): void {
    const [first] = this.#places;
    const last = this.#places.at(-1);
    if (first === undefined || last === undefined) return;
    const { place, told } = this.#call.words;
    const { steps } = this.#call.words;
    const tellOne = (ahead: number, at: number, rule: string | undefined): void =>
      this.#call.page.say(told(1, place(ahead), place(ahead)), [rule], { heading: steps.hearsPlace, t: at });
    if (this.#call.isStepwise) for (const { ahead, at, rule } of this.#places) tellOne(ahead, at, rule);
    else this.#call.page.say(told(this.#places.length, place(first.ahead), place(last.ahead)), [first.rule]);
    this.#places = [];
  }

  /** Two are told one by one; of more the first, and that the others followed. */
  #tellOffers(): void {
    const offers = this.#offers;
    const { words, page } = this.#call;
    this.#offers = [];
    const isMany = offers.length > 2 && !this.#call.isStepwise;
    for (const { at, count, rule } of isMany ? offers.slice(0, 1) : offers)
      page.say(words.offer(page.clock(at), count, page.between(this.#enteredAt, at)), [rule], {
        heading: words.steps.hearsOffer(count),
        t: at,
      });
    const last = offers.at(-1);
    if (!isMany || last === undefined) return;
    const gaps = new Set(offers.slice(1).map(({ at }, index) => page.between(offers[index]!.at, at)));
    const [gap = null] = gaps.size === 1 ? gaps : [];
    page.say(words.moreOffers(offers.length - 1, gap, page.clock(last.at)), [last.rule]);
  }

  #tellKept(): void {
    if (this.#kept === null) return;
    const { at, rule, count } = this.#kept;
    this.#kept = null;
    this.#call.page.say(
      this.#call.words.offerKept(this.#call.page.clock(at), count, this.#call.words.kept[rule] ?? ''),
      [rule],
      { heading: this.#call.words.steps.offerKept, t: at },
    );
  }
}

function unableOf({ reason }: Entry): readonly (readonly [Unable, number])[] {
  const counts = new Map<Unable, number>();
  for (const { refusedBy } of reason?.candidates ?? []) {
    const why = whyUnable(refusedBy ?? '');
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return ORDER.flatMap((why) => (counts.has(why) ? [[why, counts.get(why) ?? 0] as const] : []));
}

function whyUnable(refusedBy: string): Unable {
  if (refusedBy.endsWith(' used up')) return 'usedUp';
  if (refusedBy.endsWith(' not held')) return 'other';
  return UNABLE[refusedBy.split(' ')[0] ?? ''] ?? 'other';
}

const ORDER: readonly Unable[] = [
  'busy',
  'ringing',
  'usedUp',
  'declined',
  'inactive',
  'away',
  'other',
  'signedOut',
];

/** Decisions that are told. */
const DECISIONS: ReadonlySet<string> = new Set([
  'stays',
  'retry',
  'may be assigned',
  'held back',
  'left to a supervisor',
  'waits on',
]);
