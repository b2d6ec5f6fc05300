/**
 * What a run needs of where it runs. Two files give it, `node.ts` and `browser.ts`; which one `#platform` means is decided by the
 * conditions of `imports` in package.json when a program is built. It holds nothing that could change a result.
 */
import type { PlatformThread } from '../thread.ts';

export interface Platform {
  /** How many workers are used where no number is said. */
  threadsUsual(): number;
  newThread(): PlatformThread;
  /** Runs the next step after the messages that wait. */
  later(next: () => void): void;
  /** Runs it after so long, and does not keep the process for it; what comes back calls it off. */
  after(millis: number, then: () => void): () => void;
  /** Says once what the optimising compiler should know, where it listens. */
  tuneCompiler(): void;
}
