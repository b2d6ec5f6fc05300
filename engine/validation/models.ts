/**
 * A case of the validation pack as the scenarios a planner would write: which family is written by whom. It simulates nothing.
 */
import { paramsOf, type Case } from './case.ts';
import { arrivalsGamma, arrivalsMt, day, published } from './models/days.ts';
import type { Model, Writer } from './models/model.ts';
import { callbackOffers, loss, pooling, single } from './models/one-queue.ts';
import { overflow, overflowLoss, priority, skillsN, skillsSpeed } from './models/several-queues.ts';

const WRITERS: Readonly<Record<string, Writer>> = {
  'erlang-b': loss,
  'erlang-c': single,
  'erlang-a': single,
  'patience-general': single,
  'finite-queue': single,
  'm-g-1': single,
  'm-g-c': single,
  'callback-offers': callbackOffers,
  'callback-threshold': single,
  redial: single,
  priority,
  'priority-abandon': priority,
  overflow,
  'overflow-loss': overflowLoss,
  'skills-n': skillsN,
  'skills-speed': skillsSpeed,
  pooling,
  'arrivals-gamma': arrivalsGamma,
  'arrivals-mt': arrivalsMt,
  day,
  published,
  'output-analysis': single,
};

/**
 * The model of a case, or null where its family is not simulated.
 * @throws {ParamsError} where the family is, but these parameters cannot be written as a scenario
 */
export function modelOf(each: Pick<Case, 'id' | 'family' | 'title' | 'params'>): Model | null {
  const write = Object.hasOwn(WRITERS, each.family) ? WRITERS[each.family] : undefined;
  return write === undefined ? null : write(each.title, paramsOf(each));
}
