/**
 * The calls of a day worth reading: who waited longest, whose callback was lost, whose ring nobody answered, who gave up after a
 * callback offer. It reads a transcript once, keeps a line for each call, and says what it found in words. It tells no stories.
 */
import type { Entry } from '../engine/index.ts';
import { clockWithSeconds } from './clock.ts';
import { formatSeconds, numbersOf } from './format.ts';
import { secondsBetween } from './story-page.ts';
import { STORY_WORDS, type StoryOptions } from './story.ts';

/** What is kept of a call. Times are milliseconds since the day's start. */
export interface CallSummary {
  readonly contact: number;
  readonly arrivedAt: number;
  /** When it entered its first queue; null: it reached none, or did so on an earlier day. */
  readonly queuedAt: number | null;
  /** When its last ring was missed, and when it was closed; null: never. */
  readonly missedAt: number | null;
  readonly closedAt: number | null;
  /** The last queue it stood in. */
  readonly queue: string | null;
  /** From its first queue to an agent, a callback or the end: on the line. Null: it reached no queue. */
  readonly wait: number | null;
  /** Times it went on to another queue. */
  readonly moves: number;
  readonly offers: number;
  readonly hasOptedIn: boolean;
  readonly missedRings: number;
  /** Why it was closed; null: still open when the day was over. */
  readonly closed: string | null;
}

export const FINDINGS = ['longestWait', 'lostCallbacks', 'rona', 'abandonedAfterOffer'] as const;
export type Finding = (typeof FINDINGS)[number];

type Draft = { -readonly [Key in keyof CallSummary]: CallSummary[Key] };

/** One summary for each call, in the order of arrival. */
export function callsOf(entries: Iterable<Entry>): readonly CallSummary[] {
  const calls: Draft[] = [];
  let last = 0;
  for (const entry of entries) {
    last = entry.t;
    if (entry.kind === 'fact' && entry.contact !== undefined) note(draftOf(calls, entry), entry);
  }
  return calls.filter(Boolean).map((call) => ({
    ...call,
    // Whoever still stood there when the day was cut has waited until then.
    wait: call.wait ?? (call.queuedAt === null ? null : last - call.queuedAt),
  }));
}

function draftOf(calls: Draft[], { contact = 0, t }: Entry): Draft {
  const known = calls[contact - 1];
  if (known !== undefined) return known;
  const fresh: Draft = {
    contact,
    arrivedAt: t,
    queuedAt: null,
    missedAt: null,
    closedAt: null,
    queue: null,
    wait: null,
    moves: 0,
    offers: 0,
    hasOptedIn: false,
    missedRings: 0,
    closed: null,
  };
  calls[contact - 1] = fresh;
  return fresh;
}

function note(call: Draft, entry: Entry): void {
  const { t, name } = entry;
  if (entry.queue !== undefined) call.queue = entry.queue;
  if (name === 'carriedOver') carryOver(call, entry);
  else if (name === 'queued') {
    call.queuedAt ??= t;
    call.wait = null;
  } else if (name === 'left' && call.queuedAt !== null) call.wait = t - call.queuedAt;
  else if (name === 'overflowed' && entry['action'] === 'transferQueue') call.moves += 1;
  else if (name === 'offerPlayed') call.offers += 1;
  else if (name === 'optedIn') call.hasOptedIn = true;
  else if (name === 'ringEnded' && entry['outcome'] === 'missed') {
    call.missedRings += 1;
    call.missedAt = t;
  } else if (name === 'closed') {
    call.closed = String(entry['closeReason']);
    call.closedAt = t;
  }
}

/** Of an earlier day: it goes on waiting, or its wait on the line was over before this day. */
function carryOver(call: Draft, entry: Entry): void {
  call.arrivedAt = Number(entry['since']);
  call.hasOptedIn = entry['isCallback'] === true;
  if (!call.hasOptedIn && entry['state'] === 'waiting' && typeof entry['queuedAt'] === 'number')
    call.queuedAt = entry['queuedAt'];
}

/** As the KPI of lost callbacks counts them (K-18). */
const LOST: ReadonlySet<string | null> = new Set(['exhausted', 'expired', 'invalid-number']);

/** The calls that were found; of the longest wait the one call, if anybody waited. */
export function found(finding: Finding, calls: readonly CallSummary[]): readonly CallSummary[] {
  switch (finding) {
    case 'longestWait': {
      const waits = calls.filter(({ wait }) => wait !== null && wait > 0);
      const most = Math.max(...waits.map(({ wait }) => wait ?? 0));
      return waits.filter(({ wait }) => wait === most).slice(0, 1);
    }
    case 'lostCallbacks':
      return calls.filter(({ closed, hasOptedIn }) => hasOptedIn && LOST.has(closed));
    case 'rona':
      return calls.filter(({ missedRings }) => missedRings > 0);
    case 'abandonedAfterOffer':
      return calls.filter(({ closed, offers }) => closed === 'abandoned' && offers > 0);
  }
}

/** A sentence that says how many there are, then a line for each, in the order in which it happened: when, which, where, and why. */
export function foundLines(
  finding: Finding,
  calls: readonly CallSummary[],
  { startOfDay, language = 'en' }: StoryOptions,
): readonly string[] {
  const { lists, locale } = STORY_WORDS[language];
  // As the clocks of its story say it.
  const waited = ({ queuedAt, wait }: CallSummary): string =>
    formatSeconds(numbersOf(locale), secondsBetween(queuedAt ?? 0, (queuedAt ?? 0) + (wait ?? 0)));
  const [first] = calls;
  if (finding === 'longestWait')
    return [
      first === undefined ? lists.noWait : lists.longestWait(first.contact, waited(first), first.moves > 0),
    ];
  const none = {
    lostCallbacks: lists.noLostCallbacks,
    rona: lists.noRona,
    abandonedAfterOffer: lists.noAbandonedAfterOffer,
  };
  if (first === undefined) return [none[finding]];
  const happenedAt = (call: CallSummary): number =>
    (finding === 'rona' ? call.missedAt : call.closedAt) ?? call.arrivedAt;
  const inOrder = calls.toSorted((a, b) => happenedAt(a) - happenedAt(b));
  const lines = inOrder.map((call) => [
    clockWithSeconds(startOfDay + happenedAt(call)),
    String(call.contact),
    call.queue ?? '',
    finding === 'lostCallbacks'
      ? lists.why(call.closed ?? '')
      : finding === 'rona'
        ? lists.rings(call.missedRings)
        : waited(call),
  ]);
  const rows = [lists.heads[finding], ...lines];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return [
    lists[finding](calls.length),
    ...rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd()),
  ];
}
