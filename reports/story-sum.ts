/** The last sentence of a story: how long, how often, by whom, and how it ended. */
import type { StoryCall } from './story-call.ts';

export function sumUp(call: StoryCall): string {
  return `${call.words.sum.inShort} ${partsOf(call).join(', ')}`;
}

function partsOf({ words, page, ...call }: StoryCall): readonly string[] {
  const { sum } = words;
  const { offers, missed, attempts, delay, closed, agent } = call;
  const wait = page.length(call.lineWait ?? 0);
  const parts: string[] = [];
  if (call.optedInAt !== null && call.lineWait !== null) parts.push(sum.waited(wait));
  if (offers > 0) parts.push(sum.offers(offers));
  if (missed > 0) parts.push(sum.missed(missed));
  switch (closed) {
    case null:
      return [...parts, sum.open];
    case 'handled':
      return [...parts, sum.served(agent, wait)];
    case 'completed':
      return [...parts, sum.calledBack(agent, page.length(delay), attempts)];
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
