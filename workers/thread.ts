/** A worker thread as a run sees it. Which kind of thread it is, and what is simulated on it, is not said here. */
import type { FromWorker, ToWorker } from './simulation-api.ts';

export interface ThreadListener {
  heard(message: FromWorker): void;
  /** The thread ended without having been asked to. */
  died(error: Error): void;
}

/** What a run needs of a thread; a test may give another one. */
export interface Thread {
  post(message: ToWorker): void;
  listen(listener: ThreadListener | null): void;
  /** Whether the process must stay for it. */
  keepAlive(isKept: boolean): void;
  end(): void;
}

/** A thread of the platform: it can tell whether it is still there. */
export interface PlatformThread extends Thread {
  readonly hasEnded: boolean;
}
