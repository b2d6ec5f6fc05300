/** Entries of the setup (a demand each, and workstreams that nobody calls), and the work classes they need. */
import type { PresetValues } from './defaults.ts';
import type { OverflowCompiler } from './compile-overflow.ts';
import type { Names } from './names.ts';
import { mayCall } from './numbers.ts';
import { allowedPresences } from './presences.ts';
import type { DemandOptions, RuleOptions, Scenario, WorkstreamOptions } from './scenario.ts';
import type { EntrySetup, MatchSetup, RuleSetup, WorkClassSetup } from './setup.ts';

export interface EntryNames {
  readonly queues: Names;
  readonly profiles: Names;
  readonly sites: Names;
}

export class EntryCompiler {
  readonly #scenario: Scenario;
  readonly #preset: PresetValues;
  readonly #names: EntryNames;
  readonly #overflow: OverflowCompiler;
  readonly #classes: WorkClassSetup[] = [];
  readonly #classIndices = new Map<string, number>();

  constructor(scenario: Scenario, preset: PresetValues, names: EntryNames, overflow: OverflowCompiler) {
    this.#scenario = scenario;
    this.#preset = preset;
    this.#names = names;
    this.#overflow = overflow;
  }

  /** Those that the entries compiled so far need. */
  get classes(): readonly WorkClassSetup[] {
    return this.#classes;
  }

  /** The entry of each demand, in the order of the file; unused workstreams follow. */
  entries(): EntrySetup[] {
    const demand = Object.entries(this.#scenario.demand ?? {});
    const used = new Set(demand.map(([, options]) => options.workstream));
    const unused = Object.entries(this.#scenario.workstreams ?? {}).filter(([name]) => !used.has(name));
    return [
      ...demand.map(([name, options]) => this.#entryOf(name, options)),
      ...unused.map(([name, workstream]) => this.#entry(name, workstream, {})),
    ];
  }

  #entryOf(name: string, demand: DemandOptions): EntrySetup {
    const workstream =
      demand.workstream === undefined ? undefined : this.#scenario.workstreams?.[demand.workstream];
    if (workstream) return this.#entry(name, workstream, demand.attributes ?? {});
    const queue = demand.queue ?? name;
    const channel = this.#scenario.queues?.[queue]?.channel ?? 'voice';
    const straight: WorkstreamOptions = { channel, rules: [{ to: queue }], fallback: queue };
    return this.#entry(name, straight, demand.attributes ?? {});
  }

  #entry(
    name: string,
    workstream: WorkstreamOptions,
    attributes: Readonly<Record<string, string>>,
  ): EntrySetup {
    const number = workstream.number ?? null;
    return {
      name,
      workClass: this.#workClass(workstream),
      site: workstream.site === undefined ? 0 : this.#names.sites.indexOf(workstream.site),
      number,
      mayCall: number === null || mayCall(this.#scenario, number),
      greeting: workstream.greeting ?? false,
      attributes,
      rules: (workstream.rules ?? []).map((rule) => this.#rule(rule)),
      fallback: this.#names.queues.indexOf(workstream.fallback ?? ''),
    };
  }

  #rule(rule: RuleOptions): RuleSetup {
    const targets = rule.split
      ? rule.split.map(({ queue, percent }) => ({ queue: this.#names.queues.indexOf(queue), percent }))
      : [{ queue: this.#names.queues.indexOf(rule.to ?? ''), percent: 100 }];
    const home = rule.to ?? rule.split?.[0]?.queue ?? '';
    return {
      when: Object.entries(rule.when ?? {}).map(([attribute, match]) => matchOf(attribute, match)),
      targets,
      overflow: rule.overflow ? rule.overflow.map((item) => this.#overflow.compile(item, home)) : null,
    };
  }

  /** Workstreams that ask the same of an agent share a class. */
  #workClass(workstream: WorkstreamOptions): number {
    const channel = workstream.channel ?? 'voice';
    const profiles = (workstream.profiles ?? []).map((profile) => this.#names.profiles.indexOf(profile));
    const workClass: WorkClassSetup = {
      channel,
      // E-CAP-MIX: profiles take the place of units.
      units: profiles.length > 0 ? 0 : (workstream.units ?? 1),
      profiles,
      allowedPresences: allowedPresences(workstream, this.#preset),
    };
    const key = JSON.stringify(workClass);
    const known = this.#classIndices.get(key);
    if (known !== undefined) return known;
    this.#classIndices.set(key, this.#classes.length);
    return this.#classes.push(workClass) - 1;
  }
}

function matchOf(
  attribute: string,
  match: { is?: string[] | undefined; above?: number | undefined; below?: number | undefined },
): MatchSetup {
  return {
    attribute,
    ...(match.is === undefined ? {} : { is: match.is }),
    ...(match.above === undefined ? {} : { above: match.above }),
    ...(match.below === undefined ? {} : { below: match.below }),
  };
}
