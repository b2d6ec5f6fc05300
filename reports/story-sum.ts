/** The last sentence of a story: how long, how often, by whom, and how it ended. What is not known is left out. */
import type { StoryCall } from './story-call.ts';

export function sumUp(call: StoryCall): string {
  return `${call.words.sum.inShort} ${partsOf(call).join(', ')}`;
}

function partsOf(call: StoryCall): readonly string[] {
  const { words, page, offers, missed, moves, attempts, closed, agent, lineWait } = call;
  const { sum } = words;
  const parts: string[] = [];
  if (moves > 0) parts.push(sum.moved(moves));
  if (call.optedInAt !== null && lineWait !== null) parts.push(sum.waited(lineWait));
  if (offers > 0) parts.push(sum.offers(offers));
  if (missed > 0) parts.push(sum.missed(missed));
  switch (closed) {
    case null:
      return [...parts, call.optedInAt !== null && call.joinedAt === null ? sum.owed(attempts) : sum.open];
    case 'handled':
      return [...parts, sum.served(agent, lineWait)];
    case 'completed': {
      const { optedInAt, lastDialAt } = call;
      const isKnown = optedInAt !== null && lastDialAt !== null;
      return [
        ...parts,
        sum.calledBack(agent, isKnown ? page.between(optedInAt, lastDialAt) : null, attempts),
      ];
    }
    case 'exhausted':
    case 'expired':
    case 'invalid-number':
      return [...parts, sum.lost(attempts)];
    case 'abandoned':
      return [...parts, sum.abandoned(lineWait)];
    default:
      return [...parts, sum.otherwise(closed)];
  }
}
