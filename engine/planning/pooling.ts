/**
 * Economies of scale: several queues with agents of their own against one queue that all of them serve. It knows Erlang C only:
 * one handle time, and callers who wait as long as it takes.
 */
import { ErlangCQueue } from './erlang-c-queue.ts';
import { notNegative } from './traffic.ts';

/** One of the queues to be pooled. */
export interface SeparateQueue {
  readonly arrivalsPerHour: number;
  readonly agents: number;
}

export interface Pooling {
  /** All the calls on all the agents. */
  readonly pooled: ErlangCQueue;
  readonly separate: readonly ErlangCQueue[];
  /** Over the calls of all the queues, each call counting once: mean wait in seconds. */
  readonly asaSeparate: number;
  serviceLevelSeparate(withinSec: number): number;
}

/**
 * @param meanHandleSec in seconds, the same for all the queues; pooling queues of different handle times can do harm (Smith and
 *   Whitt 1981), and is not a matter of Erlang's formula
 * @throws {RangeError} naming the argument
 */
export function pooling(queues: readonly SeparateQueue[], meanHandleSec: number): Pooling {
  if (queues.length === 0) throw new RangeError('queues must not be empty.');
  const arrivalsPerHour = queues.reduce(
    (sum, queue) => sum + notNegative('arrivalsPerHour', queue.arrivalsPerHour),
    0,
  );
  const agents = queues.reduce((sum, queue) => sum + queue.agents, 0);
  const separate = queues.map((queue) => new ErlangCQueue({ ...queue, meanHandleSec }, queue.agents));
  const perCall = (of: (queue: ErlangCQueue) => number): number =>
    queues.reduce((sum, queue, at) => {
      const weight = queue.arrivalsPerHour / arrivalsPerHour;
      return weight > 0 ? sum + weight * of(separate[at]!) : sum;
    }, 0);
  return {
    pooled: new ErlangCQueue({ arrivalsPerHour, meanHandleSec }, agents),
    separate,
    asaSeparate: perCall((queue) => queue.asa),
    serviceLevelSeparate: (withinSec) => perCall((queue) => queue.pServedWithin(withinSec)),
  };
}
