/** Demand and behaviour: where calls go, how many come, and that every queue that can be reached has a talk time. */
import type { CheckContext } from './check-context.ts';
import { behaviourDemands, behaviourKeys } from './compile-behaviour.ts';
import { daysDefaults } from './defaults.ts';
import { dayKinds, stepsOf } from './day-kinds.ts';
import type { DayKind } from './day-kinds.ts';
import { lengthText } from './lengths.ts';
import type { ProblemPath } from './problems.ts';
import type { ArrivalOptions, DemandOptions } from './scenario.ts';

const second = 1000;

export function checkDemand(context: CheckContext): void {
  const kinds = dayKinds(context.scenario);
  for (const [name, demand] of Object.entries(context.scenario.demand ?? {})) {
    const path: ProblemPath = ['demand', name];
    checkWay(context, name, demand, path);
    checkRedial(context, demand.redial, [...path, 'redial']);
    let isCalling = false;
    for (const kind of kinds) {
      const changed = kind.options.demand?.[name];
      if (changed && 'none' in changed) continue;
      const own = changed?.arrivals;
      if (own) checkArrivals(context, own, kind, ['kinds', kind.name, 'demand', name, 'arrivals']);
      else if (demand.arrivals) checkArrivals(context, demand.arrivals, kind, [...path, 'arrivals']);
      if (own ?? demand.arrivals) isCalling = true;
      checkRedial(context, changed?.redial, ['kinds', kind.name, 'demand', name, 'redial']);
    }
    if (!isCalling && demand.arrivals === undefined) context.missing([...path, 'arrivals']);
  }
  checkBehaviour(context);
}

/** Where the calls go: a workstream, or straight to the queue of this or the given name. */
function checkWay(context: CheckContext, name: string, demand: DemandOptions, path: ProblemPath): void {
  const { queue, workstream } = demand;
  if (queue !== undefined) context.refer('queues', queue, [...path, 'queue']);
  if (workstream !== undefined) context.refer('workstreams', workstream, [...path, 'workstream']);
  const isQueue = context.names('queues').has(queue ?? name);
  if (queue === undefined && workstream === undefined && !isQueue && !context.wasRefused(path)) {
    context.refer('queues', name, path);
  }
  if (demand.attributes !== undefined && workstream === undefined && !context.wasRefused(path)) {
    context.add('E-PLACE', [...path, 'attributes'], { key: 'attributes', needs: ['workstream'], found: '' });
  }
  // RT: the law is that of the queue that got the caller, so it stands where the queue is named.
  for (const key of behaviourKeys) {
    if (demand[key] === undefined || isQueue) continue;
    context.add('E-PLACE', [...path, key], { key, needs: ['queues.<queue>.behaviour'], found: name }, 'key');
  }
}

/** A caller who calls again at once, for ever, would stop the clock. */
function checkRedial(context: CheckContext, redial: DemandOptions['redial'], path: ProblemPath): void {
  const delay = redial?.delay;
  if (delay?.law !== 'constant' || delay.value >= second) return;
  context.add('E-RANGE', [...path, 'delay'], {
    value: lengthText(delay.value),
    min: lengthText(second),
    max: '30d',
    unit: 'length',
  });
}

function checkArrivals(
  context: CheckContext,
  arrivals: ArrivalOptions,
  kind: DayKind,
  path: ProblemPath,
): void {
  if ('none' in arrivals) return;
  const every = arrivals.every ?? context.scenario.days?.interval ?? daysDefaults.interval;
  const steps = stepsOf(kind, every);
  for (const key of ['perInterval', 'profile'] as const) {
    const values = arrivals[key];
    if (!Array.isArray(values)) continue;
    if (values.length !== steps) {
      context.add('E-COUNT', [...path, key], {
        found: values.length,
        min: steps,
        max: steps,
        what: 'intervals',
        every: lengthText(every),
        kind: kind.name,
      });
    } else if (key === 'profile' && !values.some((value) => value > 0)) {
      context.add('E-LAW', [...path, key], { law: 'profile', why: 'weights' });
    }
  }
}

/** Every queue that can get a contact needs a talk time, said once. */
function checkBehaviour(context: CheckContext): void {
  for (const [name, queue] of Object.entries(context.scenario.queues ?? {})) {
    const demands = behaviourDemands(context.scenario, name);
    for (const key of behaviourKeys) {
      const places: ProblemPath[] = [
        ...(queue.behaviour?.[key] === undefined ? [] : [['queues', name, 'behaviour', key]]),
        ...demands.flatMap(([demand, options]) =>
          options[key] === undefined ? [] : [['demand', demand, key]],
        ),
      ];
      const [first, second] = places;
      if (first && second) {
        const options = [first.join('.'), second.join('.')];
        context.add('E-ONE-OF', second, { options, found: options }, 'key');
      }
      if (key === 'talk' && !first) missingTalk(context, name);
    }
  }
}

function missingTalk(context: CheckContext, queue: string): void {
  const asking = Object.entries(context.scenario.demand ?? {}).find(
    ([name, { queue: asked }]) => (asked ?? name) === queue,
  );
  const places: ProblemPath[] = [
    ['queues', queue, 'behaviour', 'talk'],
    ...(asking ? [['demand', asking[0], 'talk']] : []),
  ];
  if (!context.hasMembers(queue) || places.some((path) => context.wasRefused(path))) return;
  if (!asking && !canBeReached(context, queue)) return;
  // A demand that was refused as a whole may have held it.
  if (context.names('demand').has(queue) && !context.scenario.demand?.[queue]) return;
  context.missing(asking ? ['demand', asking[0], 'talk'] : ['queues', queue, 'behaviour', 'talk']);
}

/** Whether a call can get there by a rule, a split, a fallback or an overflow; nobody's own demand asks for it. */
function canBeReached(context: CheckContext, queue: string): boolean {
  const { workstreams, queues, kinds } = context.scenario;
  const overflows = Object.values(queues ?? {}).map((each) => each.overflow);
  return [workstreams, overflows, kinds].some((part) => mentions(part, queue));
}

function mentions(value: unknown, name: string): boolean {
  if (value === name) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key === name || mentions(inner, name));
}
