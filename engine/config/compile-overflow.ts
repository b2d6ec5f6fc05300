/** Overflow conditions and actions of the setup, of queues and of rules. */
import type { CallbackCompiler } from './compile-callbacks.ts';
import type { Names } from './names.ts';
import type { OverflowOptions } from './scenario.ts';
import type { OverflowAction, OverflowSetup } from './setup.ts';

export class OverflowCompiler {
  readonly #queues: Names;
  readonly #callbacks: CallbackCompiler;

  constructor(queues: Names, callbacks: CallbackCompiler) {
    this.#queues = queues;
    this.#callbacks = callbacks;
  }

  /** `queue` is the one whose callback settings hold for a `directCallback` that names none. */
  compile(item: OverflowOptions, queue: string): OverflowSetup {
    const when = item.when ?? {};
    const action = this.#action(item.do ?? 'assignAnyway', queue);
    if (when.workItemLimit !== undefined) return { when: 'workItemLimit', limit: when.workItemLimit, action };
    if (when.averageWait !== undefined) return { when: 'averageWait', limit: when.averageWait, action };
    if (when.waitExceeds !== undefined) return { when: 'waitExceeds', limit: when.waitExceeds, action };
    return { when: 'outOfHours', limit: 0, action };
  }

  #action(written: NonNullable<OverflowOptions['do']>, queue: string): OverflowAction {
    if (typeof written === 'string') {
      switch (written) {
        case 'directCallback':
          return { do: 'directCallback', profile: this.#callbacks.indexOf(queue) };
        case 'endConversation':
          return { do: 'endCall' };
        default:
          return { do: written };
      }
    }
    if (written.transferQueue !== undefined) {
      return { do: 'transferQueue', queue: this.#queues.indexOf(written.transferQueue) };
    }
    if (written.transferExternal !== undefined) {
      return { do: 'transferExternal', number: written.transferExternal };
    }
    return { do: 'directCallback', profile: this.#callbacks.indexOf(queue, written.directCallback) };
  }
}
