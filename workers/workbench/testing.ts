/** A small centre for the workbench's tests, and what its page sees of a run. */
import type { Frame, RunEnd, RunRequest, ScenarioState } from './api.ts';
import { Workbench } from './workbench.ts';

const DESK = `
name: Desk
days: { from: 08:00, to: 12:00 }
queues:
  support: { serviceLevel: { share: 80%, within: 20s }, overflow: [{ when: { workItemLimit: 9 }, do: { transferQueue: second } }] }
  second: { serviceLevel: { share: 80%, within: 20s } }
agents:
  team: { count: 5, queues: [support], costPerHour: 30 }
  spare: { count: 2, queues: [second], costPerHour: 40 }
demand:
  support: { arrivals: { perHour: 60 }, talk: { exponential: { mean: 4m } }, patience: { exponential: { mean: 3m } } }
  second: { arrivals: { perHour: 20 }, talk: { exponential: { mean: 3m } }, patience: { exponential: { mean: 3m } } }
`;

export function desk(...set: readonly string[]): ScenarioState {
  return { text: DESK, set };
}

export function requestOf(now: ScenarioState, more: Partial<RunRequest> = {}): RunRequest {
  return { now, baseline: null, seed: 5, days: 12, halfWidth: null, queue: null, ...more };
}

export interface Seen {
  readonly bench: Workbench;
  readonly frames: readonly Frame[];
  readonly last: Frame;
  readonly end: RunEnd;
}

/** Without further threads, unless told. */
export async function seen(
  request: RunRequest,
  bench = new Workbench({ workers: 0 }),
  id = 1,
): Promise<Seen> {
  const frames: Frame[] = [];
  const end = await bench.run(id, request, 'en', (frame) => void frames.push(frame));
  return { bench, frames, last: frames.at(-1)!, end };
}
