/**
 * Ctrl-C: the first asks for an end, the second ends at once. Until it is listened for, and after, it does what it
 * always does.
 */
import { interrupted } from './output.ts';

export interface CtrlC {
  readonly signal: AbortSignal;
  /** Stops listening. */
  close(): void;
}

export function listenForCtrlC(): CtrlC {
  const controller = new AbortController();
  const hear = () => {
    if (controller.signal.aborted) process.exit(interrupted);
    controller.abort();
  };
  process.on('SIGINT', hear);
  return {
    signal: controller.signal,
    close: () => process.removeListener('SIGINT', hear),
  };
}
