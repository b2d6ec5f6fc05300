/**
 * The shelf where threads wait between runs: a warm one simulates its first days nearly twice as fast as a fresh one. Threads on
 * the shelf do not keep the process alive. It refuses to know what is simulated.
 */
import { platform } from '#platform';
import type { PlatformThread } from './thread.ts';

/** How long a thread may take to finish the day in hand when its job is over. A longer day is cut. */
const patienceMillis = 100;

const shelf: PlatformThread[] = [];

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
  const callOff = platform.after(patienceMillis, () => {
    thread.listen(null);
    thread.end();
  });
  thread.listen({
    heard: (message) => {
      if (message.say !== 'forgotten' || message.job !== job) return;
      callOff();
      thread.listen(null);
      if (shelf.length < platform.threadsUsual()) shelf.push(thread);
      else thread.end();
    },
    died: callOff,
  });
  thread.post({ say: 'forget', job });
}

/** Ends the threads that wait. A program that is done need not: they do not keep it alive. */
export function clearShelf(): void {
  for (const thread of shelf.splice(0)) thread.end();
}
