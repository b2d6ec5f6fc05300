/** The last sentence of a story: how long, how often, by whom, and how it ended. */
import type { StoryWords } from './story-words.ts';

export interface Summary {
  readonly offers: number;
  /** Rings that nobody answered. */
  readonly missed: number;
  /** Dials of the callback. */
  readonly attempts: number;
  /** From the opt-in to the last dial. */
  readonly delay: number;
  readonly hasOptedIn: boolean;
  /** Why it was closed; null: it is still open. */
  readonly closed: string | null;
  readonly agent: string;
  /** The time on the line; null: it reached no queue. */
  readonly lineWait: number | null;
}

export function sumUp(words: StoryWords, summary: Summary): string {
  return `${words.sum.inShort} ${partsOf(words, summary).join(', ')}`;
}

function partsOf({ sum, length }: StoryWords, summary: Summary): readonly string[] {
  const { offers, missed, attempts, delay, hasOptedIn, closed, agent } = summary;
  const lengthOf = (millis: number): string => length(Math.round(millis / 1000));
  const wait = lengthOf(summary.lineWait ?? 0);
  const parts: string[] = [];
  if (hasOptedIn && summary.lineWait !== null) parts.push(sum.waited(wait));
  if (offers > 0) parts.push(sum.offers(offers));
  if (missed > 0) parts.push(sum.missed(missed));
  switch (closed) {
    case null:
      return [...parts, sum.open];
    case 'handled':
      return [...parts, sum.served(agent, wait)];
    case 'completed':
      return [...parts, sum.calledBack(agent, lengthOf(delay), attempts)];
    case 'exhausted':
    case 'expired':
    case 'invalid-number':
      return [...parts, sum.lost(attempts)];
    case 'abandoned':
      return [...parts, sum.abandoned(wait)];
    default:
      return [...parts, sum.otherwise(closed)];
  }
}
