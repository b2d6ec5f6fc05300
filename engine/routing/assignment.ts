/**
 * The assignment pass (AS-02), incremental: only queues in which something has changed since the last pass
 * are tried, because an item that found nobody finds nobody again. In a tried queue the whole block is tried,
 * across queues in the order of RT-11. The slow, literal pass it must agree with is assignment.oracle.ts.
 */
import type { Agent } from './agent.ts';
import type { Centre } from './centre.ts';
import type { Contact } from './contact.ts';
import type { Queue } from './queue.ts';
import { ringAgent } from './flows/ring.ts';
import { explainChoice } from './reasons.ts';

export function runPass(centre: Centre): void {
  const { sharedBlock } = centre.setup;
  if (sharedBlock === null) runOwnBlocks(centre);
  else runSharedBlock(centre, sharedBlock);
}

function runOwnBlocks(centre: Centre): void {
  const { dirty } = centre;
  for (let at = 0; at < centre.dirtyCount; at++) {
    const queue = dirty[at]!;
    queue.cursor = queue.due > 0 ? nextDue(queue.first) : null;
    queue.tried = 0;
  }
  for (;;) {
    const queue = nextQueue(dirty, centre.dirtyCount);
    if (queue === null) break;
    const item = queue.cursor!;
    // Assigning takes the item out of the line: look behind it first.
    queue.cursor = nextDue(item.behind);
    queue.tried += 1;
    const agent = agentFor(queue, item);
    if (centre.reasons !== null) explainChoice(centre, queue, item, agent);
    if (agent !== null) ringAgent(centre, item, agent);
  }
  // A queue whose block was tried to its end with items below it is tried again in the next pass: they may have moved up.
  let kept = 0;
  for (let at = 0; at < centre.dirtyCount; at++) {
    const queue = dirty[at]!;
    if (centre.reasons !== null) explainUntried(centre, queue);
    if (queue.cursor !== null && queue.tried >= queue.blockSize) dirty[kept++] = queue;
    else queue.isDirty = false;
    queue.cursor = null;
  }
  centre.dirtyCount = kept;
}

/**
 * AS-02 as preset dynamics has it: the block is over all queues together, so that one queue nobody can serve starves
 * the rest. Items of every queue count, changed or not; the pass is therefore a whole one each time. Records have
 * blocks of their own.
 */
function runSharedBlock(centre: Centre, sharedBlock: number): void {
  const { queues } = centre;
  let left = sharedBlock;
  for (const queue of queues) {
    queue.cursor = queue.due > 0 ? nextDue(queue.first) : null;
    queue.tried = 0;
  }
  for (;;) {
    const queue = nextOfAll(queues, left);
    if (queue === null) break;
    const item = queue.cursor!;
    queue.cursor = nextDue(item.behind);
    queue.tried += 1;
    if (queue.setup.channel !== 'records') left -= 1;
    const agent = agentFor(queue, item);
    if (centre.reasons !== null) explainChoice(centre, queue, item, agent);
    if (agent !== null) ringAgent(centre, item, agent);
  }
  for (const queue of queues) {
    queue.cursor = null;
    queue.isDirty = false;
  }
  centre.dirtyCount = 0;
}

/** As `nextQueue`, without leaving anybody out. */
function nextOfAll(queues: readonly Queue[], left: number): Queue | null {
  let best: Queue | null = null;
  for (const queue of queues) {
    if (queue.cursor === null || queue.tried >= queue.blockSize) continue;
    if (left === 0 && queue.setup.channel !== 'records') continue;
    if (best === null || isBefore(queue, best)) best = queue;
  }
  return best;
}

function nextDue(from: Contact | null): Contact | null {
  let item = from;
  while (item !== null && !item.isDue) item = item.behind;
  return item;
}

/** RT-11: lower priority number first, then the oldest. A queue with nobody able is left out: none of its items could be given. */
function nextQueue(dirty: readonly Queue[], count: number): Queue | null {
  let best: Queue | null = null;
  for (let at = 0; at < count; at++) {
    const queue = dirty[at]!;
    if (queue.cursor === null || queue.able === 0 || queue.tried >= queue.blockSize) continue;
    if (best === null || isBefore(queue, best)) best = queue;
  }
  return best;
}

function isBefore(a: Queue, b: Queue): boolean {
  if (a.priority !== b.priority) return a.priority < b.priority;
  return a.cursor!.rank < b.cursor!.rank;
}

/**
 * The best able agent for this item, or null. NT-05, NT-06: who declined it comes last, and is asked again only
 * if every able one has declined, up to the limit.
 */
export function agentFor(queue: Queue, item: Contact): Agent | null {
  const bit = 1 << item.workClass;
  for (let member = queue.best; member !== null; member = member.after) {
    const { agent } = member;
    if ((agent.ableFor & bit) === 0) continue;
    if (item.declines === null || item.declinesBy(agent.index) === 0) return agent;
  }
  return item.declines === null ? null : askAgain(queue, item, item.declines);
}

/** All able ones have declined: whose last decline is longest ago goes first, since each decline put him last (NT-05). */
function askAgain(queue: Queue, item: Contact, declines: readonly number[]): Agent | null {
  const bit = 1 << item.workClass;
  for (let at = 0; at < declines.length; at += 2) {
    if (declines[at + 1]! >= queue.setup.declineLimit) continue;
    for (let member = queue.best; member !== null; member = member.after) {
      const { agent } = member;
      if (agent.index === declines[at] && (agent.ableFor & bit) !== 0) return agent;
    }
  }
  return null;
}

/** GEN-09: with nobody able at all the rest of the block was not tried; whoever listens is told all the same. */
function explainUntried(centre: Centre, queue: Queue): void {
  let left = queue.blockSize - queue.tried;
  for (let item = queue.cursor; item !== null && left > 0; item = nextDue(item.behind), left--)
    explainChoice(centre, queue, item, null);
}
