/**
 * The part of a story in which somebody serves a call: rings and how they ended, the talk, the dials of a callback, and the end.
 * A ring and what became of it make one sentence.
 */
import type { Entry } from '../engine/index.ts';
import type { StoryCall } from './story-call.ts';
import type { Mark, StepKind } from './story-page.ts';

interface Ring {
  readonly agent: string;
  /** Of the sentence that tells it: when, whose, why his. */
  readonly told: string;
  readonly at: number;
  /** Behind the choice. */
  readonly rules: readonly (string | undefined)[];
  readonly isCallback: boolean;
}

export class ServiceTeller {
  readonly #call: StoryCall;
  #ring: Ring | null = null;
  #talkEndedAt: number | null = null;
  #endRules: readonly (string | undefined)[] = [];

  constructor(call: StoryCall) {
    this.#call = call;
  }

  hear(entry: Entry): void {
    const call = this.#call;
    const { t, name } = entry;
    switch (name) {
      case 'ring':
        this.#rings(entry);
        return;
      case 'ringEnded':
        if (entry['outcome'] === 'accepted') this.#accepted(entry);
        return;
      case 'withdrawRing':
        this.#withdrawn(entry);
        return;
      case 'joined':
        this.#joined(entry);
        return;
      case 'commandFailed':
        if (call.joinedAt === null && call.lineEndedAt !== null && call.optedInAt === null)
          call.page.say(call.words.connectFailed(call.page.clock(t)), [], {
            heading: call.words.steps.connectFailed,
            kind: 'failed',
          });
        return;
      case 'carriedOver':
        this.#carriedOver(entry);
        return;
      case 'dialled':
        call.lastDialAt = t;
        call.attempts = Number(entry['attempt']);
        return;
      case 'dialEnded':
        this.#dialEnded(entry);
        return;
      case 'legEnded':
        this.#endTalk(t, entry['by'] === 'agent' ? 'agent' : 'caller');
        return;
      case 'endRequested':
        this.#endTalk(t, 'agent');
        return;
      case 'closed':
        this.#over(entry);
        return;
      default:
    }
  }

  /** What fell before the day is known, and was told by nobody. */
  #carriedOver({ agent = '', ...entry }: Entry): void {
    const call = this.#call;
    call.agent = agent;
    call.lastDialAt = timeOf(entry['dialledAt']);
    call.joinedAt = timeOf(entry['joinedAt']);
    call.attempts = Number(entry['attempt'] ?? 0);
    this.#talkEndedAt = timeOf(entry['talkEndedAt']);
  }

  #rings(entry: Entry): void {
    const { t, agent = '', rule } = entry;
    const key = whyHe(entry);
    const chosen = this.#call.words.chosen[key];
    const rules = [chosen === undefined ? rule : (CITED[key] ?? rule)];
    const why = chosen === undefined ? '' : `${chosen}${this.#call.page.cite(rules)}`;
    const isCallback = entry['ringKind'] === 'callback';
    const told = this.#call.words.rang(this.#call.page.clock(t), agent, why, isCallback);
    this.#call.page.paragraph();
    this.#ring = {
      agent,
      at: t,
      told: why === '' ? `${told}${this.#call.page.cite(rules)}` : told,
      rules,
      isCallback,
    };
  }

  /** The ring and how it ended make one sentence. */
  #ringSentence(
    t: number,
    words: (after: string) => string,
    rules: readonly (string | undefined)[],
    heading: (agent: string) => string,
    kind: StepKind = 'failed',
  ): void {
    const ring = this.#ring;
    this.#ring = null;
    if (ring !== null)
      this.#call.page.say(`${ring.told} ${words(this.#call.page.between(ring.at, t))}`, rules, {
        ...ringMark(ring),
        heading: heading(ring.agent),
        kind,
      });
  }

  #accepted({ t, rule, agent = '' }: Entry): void {
    const { words } = this.#call;
    this.#call.agent = agent;
    const kind = this.#ring?.isCallback === true ? 'callback' : 'plain';
    this.#ringSentence(t, words.accepted, [rule], words.steps.answers, kind);
  }

  #withdrawn(entry: Entry): void {
    const words = this.#call.words;
    const { t, rule, agent = '' } = entry;
    const why = entry['why'];
    const isMissed = why === 'noAnswer';
    const isRona = isMissed && entry['activity'] === 'inactive';
    if (isMissed) this.#call.missed += 1;
    const { steps } = words;
    if (isMissed) this.#ringSentence(t, words.missed, [isRona ? 'RONA' : undefined, rule], steps.noAnswer);
    else if (why === 'declined') this.#ringSentence(t, words.declined, [rule], steps.declines);
    else if (why === 'deviceError') this.#ringSentence(t, () => words.deviceError, [rule], steps.deviceFails);
    else if (this.#ring !== null) {
      this.#call.page.say(this.#ring.told.replace(/,$/, ''), [], {
        ...ringMark(this.#ring),
        heading: steps.rings(this.#ring.agent),
      });
      this.#ring = null;
      if (why === 'optedIn') this.#call.takenBack = entry;
      else this.#endRules = [rule];
    }
    const activity = entry['activity'];
    if (typeof activity === 'string') this.#call.page.say(words.becomes(agent, activity), ['NT-04']);
  }

  #joined({ t, rule, agent = '' }: Entry): void {
    this.#call.agent = agent;
    this.#call.joinedAt = t;
    const { words, page } = this.#call;
    if (this.#call.optedInAt === null)
      page.say(words.joined(this.#call.lineWait), [rule], {
        heading: words.steps.talking(agent),
        kind: 'joined',
        agent,
      });
  }

  #dialEnded(entry: Entry): void {
    const words = this.#call.words;
    const { t, rule, agent = '' } = entry;
    const after = this.#call.page.between(this.#call.lastDialAt ?? t, t);
    const { steps } = words;
    const dialled = words.dialled(agent, this.#call.attempts);
    if (entry['outcome'] === 'joined')
      this.#call.page.say(`${dialled} ${words.answered(after)}`, ['CB-12', rule], {
        heading: steps.reached(agent),
        kind: 'joined',
        agent,
      });
    else {
      // Somebody had answered, and was not the customer (CB-X8).
      if (this.#call.joinedAt === null)
        this.#call.page.say(dialled, ['CB-12'], {
          heading: steps.dials(agent, this.#call.attempts),
          kind: 'callback',
          t: this.#call.lastDialAt ?? t,
          agent,
        });
      this.#call.page.say(words.notReached(String(entry['outcome']), after), [rule], {
        heading: steps.notReached,
        kind: 'failed',
        agent,
      });
      this.#call.joinedAt = null;
    }
  }

  #endTalk(t: number, by: 'caller' | 'agent'): void {
    if (this.#call.joinedAt === null || this.#talkEndedAt !== null) return;
    this.#talkEndedAt = t;
    const { words, page } = this.#call;
    page.say(words.talked(page.between(this.#call.joinedAt, t), by), [], { heading: words.steps.callEnds });
  }

  #over(entry: Entry): void {
    const words = this.#call.words;
    const { t, rule } = entry;
    const reason = String(entry['closeReason']);
    const { steps } = words;
    this.#call.closed = reason;
    if (reason === 'handled' || reason === 'completed')
      this.#call.page.say(
        this.#talkEndedAt === null
          ? words.closedBy(this.#call.agent)
          : words.wroteUp(this.#call.agent, this.#call.page.between(this.#talkEndedAt, t)),
        [rule],
        { heading: steps.caseClosed, agent: this.#call.agent },
      );
    else if (reason === 'abandoned')
      this.#call.page.say(words.abandoned(this.#call.page.clock(t), this.#call.lineWait), this.#endRules, {
        heading: steps.givesUp,
        kind: 'failed',
      });
    else
      this.#call.page.say(words.closed(this.#call.page.clock(t), reason), [rule], {
        heading: LOST.has(reason) ? steps.lost : steps.over,
        kind: ENDED_WELL.has(reason) ? 'plain' : 'failed',
      });
  }
}

/** A ring is told of when it began. */
const ringMark = ({ at, agent, rules }: Ring): Omit<Mark, 'heading'> => ({ t: at, agent, cited: rules });

/** As the KPI of lost callbacks counts them (K-18). */
const LOST: ReadonlySet<string> = new Set(['exhausted', 'expired', 'invalid-number']);
/** Of the ends that are neither a talk nor a hang-up. */
const ENDED_WELL: ReadonlySet<string> = new Set([
  'external-ended',
  'voicemail',
  'overflow-end',
  'cancelled-by-agent',
  'served-inbound',
  'duplicate-callback',
]);

const timeOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Of the reasons that have no rule as their name. */
const CITED: Readonly<Record<string, string>> = { only: 'AS-03', onlyWilling: 'NT-05' };

/** Why it was this agent: by the queue's method only if the method had a choice to make. */
function whyHe({ rule = '', reason }: Entry): string {
  if (reason === undefined || rule === 'NT-06') return rule;
  const others = reason.candidates.map(({ refusedBy }) => refusedBy ?? '');
  if (others.some((why) => why.endsWith('another goes first'))) return rule;
  return others.some((why) => why.startsWith('NT-05')) ? 'onlyWilling' : 'only';
}
