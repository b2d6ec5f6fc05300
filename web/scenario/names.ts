/**
 * Where a scenario speaks of its own things by name: a group of the queues it serves, an overflow of the queue it moves to. Completion
 * offers the names there, and a thing that is renamed is renamed there too. The schema only says "a name"; whose it is stands here.
 */
import type { Path, Step } from './schema-tree.ts';

export type Collection =
  | 'queues'
  | 'agents'
  | 'shifts'
  | 'demand'
  | 'workstreams'
  | 'kinds'
  | 'hours'
  | 'numbers'
  | 'sites'
  | 'capacityProfiles'
  | 'callbackProfiles';

export const COLLECTIONS: readonly Collection[] = [
  'queues',
  'agents',
  'shifts',
  'demand',
  'workstreams',
  'kinds',
  'hours',
  'numbers',
  'sites',
  'capacityProfiles',
  'callbackProfiles',
];

/** `*` is any name, `#` any place in a list; a pattern that ends in `{}` speaks of the keys of a map. */
const PLACES: readonly (readonly [pattern: string, collection: Collection])[] = [
  ['agents.*.queues', 'queues'],
  ['agents.*.queues.#', 'queues'],
  ['agents.*.members.*.queues', 'queues'],
  ['agents.*.members.*.queues.#', 'queues'],
  ['demand.{}', 'queues'],
  ['demand.*.queue', 'queues'],
  ['queues.*.overflow.#.do.transferQueue', 'queues'],
  ['workstreams.*.fallback', 'queues'],
  ['workstreams.*.rules.#.to', 'queues'],
  ['workstreams.*.rules.#.split.#.queue', 'queues'],
  ['workstreams.*.rules.#.overflow.#.do.transferQueue', 'queues'],
  ['expect.#.queue', 'queues'],
  ['agents.*.shifts', 'shifts'],
  ['agents.*.shifts.{}', 'shifts'],
  ['agents.*.shift', 'shifts'],
  ['agents.*.members.*.shift', 'shifts'],
  ['kinds.*.agents.*.shifts', 'shifts'],
  ['kinds.*.agents.*.shifts.{}', 'shifts'],
  ['kinds.*.agents.*.shift', 'shifts'],
  ['kinds.*.agents.{}', 'agents'],
  ['kinds.*.demand.{}', 'demand'],
  ['calendar.#', 'kinds'],
  ['calendar.*', 'kinds'],
  ['calendar.dates.*', 'kinds'],
  ['demand.*.workstream', 'workstreams'],
  ['queues.*.hours', 'hours'],
  ['queues.*.callback', 'callbackProfiles'],
  ['queues.*.overflow.#.do.directCallback', 'callbackProfiles'],
  ['workstreams.*.rules.#.overflow.#.do.directCallback', 'callbackProfiles'],
  ['queues.*.callback.fixedNumber', 'numbers'],
  ['queues.*.callback.fallbackNumber', 'numbers'],
  ['callbackProfiles.*.fixedNumber', 'numbers'],
  ['callbackProfiles.*.fallbackNumber', 'numbers'],
  ['workstreams.*.number', 'numbers'],
  ['workstreams.*.site', 'sites'],
  ['workstreams.*.profiles.#', 'capacityProfiles'],
  ['agents.*.profiles.#', 'capacityProfiles'],
  ['agents.*.profiles.#.profile', 'capacityProfiles'],
];

/** Whose names the value at the path is of; null: it is no name of the scenario's own. */
export function collectionAt(path: Path): Collection | null {
  return collectionOf(path);
}

/** Whose names the keys of the map at the path are; null: they are keys of the schema, or new names. */
export function collectionOfKeys(path: Path): Collection | null {
  return collectionOf([...path, '{}']);
}

function collectionOf(path: Path): Collection | null {
  const found = PLACES.find(([pattern]) => fits(path, pattern.split('.')));
  return found?.[1] ?? null;
}

function fits(path: Path, pattern: readonly string[]): boolean {
  return path.length === pattern.length && path.every((step, at) => fitsStep(step, pattern[at] ?? ''));
}

function fitsStep(step: Step, pattern: string): boolean {
  if (pattern === '#') return typeof step === 'number';
  return pattern === '*' ? typeof step === 'string' && step !== '{}' : step === pattern;
}
