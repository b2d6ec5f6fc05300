/**
 * What the checks share: the scenario, what was written (also what was refused, so that nobody complains twice),
 * and the findings. Names are looked up in what was written: a queue with a mistake in it still is a queue.
 */
import { nearestName } from './nearest.ts';
import type { Findings, ProblemCode, ProblemParameters, ProblemPath } from './problems.ts';
import type { Scenario, WorkstreamOptions } from './scenario.ts';
import type { Channel } from './setup.ts';
import { queuesServed } from './staffing.ts';
import { startsWith } from './issues.ts';

export type NamedThing =
  | 'queues'
  | 'agents'
  | 'workstreams'
  | 'demand'
  | 'shifts'
  | 'kinds'
  | 'hours'
  | 'sites'
  | 'capacityProfiles'
  | 'callbackProfiles';

export class CheckContext {
  readonly scenario: Scenario;
  readonly #written: unknown;
  readonly #removed: readonly ProblemPath[];
  readonly #findings: Findings;
  readonly #names = new Map<NamedThing, ReadonlySet<string>>();
  #served: ReadonlySet<string> | 'unknown' | undefined;

  constructor(scenario: Scenario, written: unknown, removed: readonly ProblemPath[], findings: Findings) {
    this.scenario = scenario;
    this.#written = written;
    this.#removed = removed;
    this.#findings = findings;
  }

  add(
    code: ProblemCode,
    path: ProblemPath,
    params: ProblemParameters = {},
    at: 'key' | 'value' = 'value',
  ): void {
    this.#findings.add(code, path, params, at);
  }

  /** Says that a key is missing, unless it was written and refused for another reason. */
  missing(path: ProblemPath): void {
    if (this.wasRefused(path)) return;
    this.add('E-MISSING', path, { key: String(path.at(-1) ?? '') }, 'key');
  }

  /** Whether this value, or one in it, or one around it was refused before. */
  wasRefused(path: ProblemPath): boolean {
    return this.#removed.some((gone) => startsWith(gone, path) || startsWith(path, gone));
  }

  names(what: NamedThing): ReadonlySet<string> {
    const known = this.#names.get(what);
    if (known) return known;
    const things = (this.#written as Record<string, unknown> | null)?.[what];
    const isMap = typeof things === 'object' && things !== null && !Array.isArray(things);
    const names = new Set(isMap ? Object.keys(things) : []);
    this.#names.set(what, names);
    return names;
  }

  /** True if something bears the name; else a finding that names the nearest. */
  refer(what: NamedThing, name: string, path: ProblemPath): boolean {
    const names = this.names(what);
    if (names.has(name)) return true;
    const nearest = nearestName(name, names);
    const params = { what, name, known: [...names].slice(0, 20) };
    this.add('E-REF', path, nearest === undefined ? params : { ...params, nearest });
    return false;
  }

  channelOf(queue: string): Channel {
    return this.scenario.queues?.[queue]?.channel ?? 'voice';
  }

  /** Whether any agent serves the queue; in doubt, because a list of queues was refused, yes. */
  hasMembers(queue: string): boolean {
    this.#served ??= this.#servedQueues();
    return this.#served === 'unknown' || this.#served.has(queue);
  }

  #servedQueues(): ReadonlySet<string> | 'unknown' {
    const groups = Object.entries(this.scenario.agents ?? {});
    const isUnknown = this.wasRefused(['agents']) || groups.length < this.names('agents').size;
    if (isUnknown) return 'unknown';
    return new Set(
      groups.filter(([, group]) => group.count !== 0).flatMap(([, group]) => queuesServed(group)),
    );
  }

  /** Workstreams that may bring a contact to this queue, by rule or fallback. */
  workstreamsTo(queue: string): [string, WorkstreamOptions][] {
    return Object.entries(this.scenario.workstreams ?? {}).filter(([, workstream]) =>
      queuesOfWorkstream(workstream).includes(queue),
    );
  }
}

/** The queues the rules of a workstream name, and its fallback. */
export function queuesOfWorkstream(workstream: WorkstreamOptions): string[] {
  const targets = (workstream.rules ?? []).flatMap((rule) => [
    ...(rule.to === undefined ? [] : [rule.to]),
    ...(rule.split ?? []).map(({ queue }) => queue),
  ]);
  return workstream.fallback === undefined ? targets : [...targets, workstream.fallback];
}
