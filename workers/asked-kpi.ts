/**
 * A KPI as it is named in an option, `abandonRate` or `serviceLevel@support`, into what the accumulator calls it, or into every
 * sentence about what is wrong with it. It estimates nothing.
 */
import {
  Accumulator,
  boundOf,
  isBeyondShare,
  kpiNamed,
  kpis,
  nearestName,
  shareAsMeant,
} from '../engine/index.ts';
import type { Kpi, KpiName, PairAccumulator, Setup } from '../engine/index.ts';

/** A KPI of this centre, in total or of one queue or group. */
export interface AskedKpi {
  readonly named: KpiName;
  readonly kpi: Kpi;
  readonly queue: string | null;
  readonly group: string | null;
}

export class KpiFinder {
  readonly #accumulator: Accumulator;
  readonly #queues: readonly string[];
  readonly #groups: readonly string[];

  constructor(setup: Setup) {
    this.#accumulator = new Accumulator(setup);
    this.#queues = setup.routing.queues.map(({ name }) => name);
    this.#groups = setup.world.groups.map(({ name }) => name);
  }

  /** What is wrong is added to the problems. */
  find(text: string, problems: string[]): AskedKpi | undefined {
    const at = text.indexOf('@');
    const [name, place] = at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
    const named = kpiNamed(name.trim());
    if (named === undefined)
      problems.push(
        unknown(
          'KPI',
          name,
          kpis.map((each) => each.name),
        ),
      );
    if (place === null) {
      const kpi = named && this.#accumulator.kpi(named.id);
      if (!named || !kpi) return undefined;
      return this.#measured({ named, kpi, queue: null, group: null }, problems);
    }
    const isQueue = this.#queues.includes(place);
    if (!isQueue && !this.#groups.includes(place)) {
      problems.push(unknown('queue or group of agents', place, [...this.#queues, ...this.#groups]));
      return undefined;
    }
    if (!named) return undefined;
    // A queue and a group may have the same name: the KPI says which of them is meant.
    const scopes = (isQueue ? ['queue', 'group'] : ['group', 'queue']) as ('queue' | 'group')[];
    for (const scope of scopes) {
      const names = scope === 'queue' ? this.#queues : this.#groups;
      const kpi = this.#accumulator.kpi(named.id, scope);
      if (kpi?.scope !== scope || !names.includes(place)) continue;
      const places = scope === 'queue' ? { queue: place, group: null } : { queue: null, group: place };
      return this.#measured({ named, kpi, ...places }, problems);
    }
    problems.push(`${named.name} is not told by ${isQueue ? 'queue' : 'group'}.`);
    return undefined;
  }

  #measured(asked: AskedKpi, problems: string[]): AskedKpi | undefined {
    if (asked.kpi.form !== 'maximum') return asked;
    problems.push(`${asked.named.name} has no confidence interval.`);
    return undefined;
  }
}

/** Every run has KPIs of its own: whether these two are the same one. */
export function isSameKpi(one: Kpi, other: Kpi): boolean {
  return one.id === other.id && one.stat === other.stat && one.scope === other.scope;
}

/** Where two scenarios are compared in it; undefined when they do not both have it. */
export function pairOf(
  { pairs }: PairAccumulator,
  { kpi, queue, group }: AskedKpi,
): PairAccumulator['pairs'][number] | undefined {
  return pairs.find(({ baseline, name }) => isSameKpi(baseline, kpi) && name === (queue ?? group));
}

const EXAMPLES = { share: '1%', time: '2s', number: '0.5' } as const;

/** A value of that KPI: fraction of 1, milliseconds, or a number. */
export function valueOf({ named }: AskedKpi, written: string, problems: string[]): number | undefined {
  const value = boundOf(written, named.unit);
  if (isBeyondShare(value, named.unit)) {
    problems.push(`${named.name} is at most 100%: write ${shareAsMeant(written)}, not "${written.trim()}".`);
    return undefined;
  }
  if (value === undefined)
    problems.push(`A value of ${named.name} is written like ${EXAMPLES[named.unit]}, not "${written}".`);
  return value;
}

/** Millisecond KPIs are seconds in reports. */
export function inReport({ named }: AskedKpi, value: number): number {
  return named.unit === 'time' ? value / 1000 : value;
}

function unknown(thing: string, name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? `Known: ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
  return `There is no ${thing} "${name}". ${hint}`;
}
