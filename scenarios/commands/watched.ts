/**
 * A simulation as somebody at a terminal sees it: how far it is on the error stream, and what Ctrl-C ends. It refuses to know what
 * comes of it.
 */
import type { Progress } from '../../workers/tandem.ts';
import { listenForCtrlC } from './ctrl-c.ts';
import { failure, interrupted } from './output.ts';
import type { Asking } from './output.ts';
import { progressLine } from './progress-line.ts';
import { StatusLine } from './status-line.ts';

/** What a simulation is given, to be stopped and to say how far it is. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Watched<Result> {
  readonly result: Result;
  /** Undefined: no day was done. */
  readonly last: Progress | undefined;
}

/**
 * The result and how far it came, or the exit code when there is nothing to show.
 *
 * @param days what is counted: "days", "days of each point"
 */
export async function watched<Result extends { readonly days: { readonly simulated: number } }>(
  asking: Asking,
  simulate: (watch: Watch) => Promise<Result>,
  days = 'days',
): Promise<Watched<Result> | number> {
  const line = new StatusLine(process.stderr);
  const ctrlC = listenForCtrlC();
  let last: Progress | undefined;
  // Said at once: what is made of many queues takes a moment.
  ctrlC.signal.addEventListener('abort', () => {
    line.wipe();
    if (last) process.stderr.write(`Stopped after ${last.days} of ${last.daysAsked} ${days}.\n`);
  });
  try {
    const result = await simulate({
      signal: ctrlC.signal,
      onProgress: (progress) => {
        last = progress;
        line.show(() => progressLine(progress), performance.now());
      },
    });
    line.wipe();
    if (result.days.simulated > 0) return { result, last };
    process.stderr.write('Stopped before the first day was done: there is nothing to show.\n');
    return interrupted;
  } catch (error) {
    line.wipe();
    return failure(error, asking);
  } finally {
    ctrlC.close();
  }
}
