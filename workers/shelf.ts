/**
 * The shelf where threads wait between runs: a warm one simulates its first days nearly twice as fast as a fresh one. Threads on
 * the shelf do not keep the process alive. It refuses to know what is simulated.
 */
import { platform } from '#platform';
import type { PlatformThread } from './thread.ts';

/** How long a thread may take to finish the day in hand when its job is over. A longer day is cut. */
const patienceMillis = 100;

const shelf: PlatformThread[] = [];

/** Threads on their way back, and who waits for them. */
let returning = 0;
let waiting: (() => void)[] = [];

function came(): void {
  returning -= 1;
  if (returning > 0) return;
  const all = waiting;
  waiting = [];
  for (const each of all) each();
}

/** When no thread is on its way back: a run that follows another at once then gets its warm threads. */
export async function threadsAreBack(): Promise<void> {
  if (returning > 0) await new Promise<void>((resolve) => waiting.push(resolve));
}

/** A thread that waits, or a new one. */
export function takeThread(): PlatformThread {
  while (shelf.length > 0) {
    const thread = shelf.pop();
    if (!thread || thread.hasEnded) continue;
    thread.keepAlive(true);
    return thread;
  }
  return platform.newThread();
}

/** Puts a thread back whose job is over. */
export function returnThread(thread: PlatformThread, job: number): void {
  if (thread.hasEnded) return;
  thread.keepAlive(false);
  returning += 1;
  const callOff = platform.after(patienceMillis, () => {
    thread.listen(null);
    thread.end();
    came();
  });
  thread.listen({
    heard: (message) => {
      if (message.say !== 'forgotten' || message.job !== job) return;
      callOff();
      thread.listen(null);
      if (shelf.length < platform.threadsUsual()) shelf.push(thread);
      else thread.end();
      came();
    },
    died: () => {
      callOff();
      came();
    },
  });
  thread.post({ say: 'forget', job });
}

/** Makes threads before they are needed: the first run of a page need not wait for them to load. */
export function fillShelf(): void {
  while (shelf.length + returning < platform.threadsUsual()) shelf.push(platform.newThread());
}

/** Ends the threads that wait. A program that is done need not: they do not keep it alive. */
export function clearShelf(): void {
  for (const thread of shelf.splice(0)) thread.end();
}
