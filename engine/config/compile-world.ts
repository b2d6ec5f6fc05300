/**
 * Scenario into the world half of the setup: behaviour, groups, kinds of day with demand and staffing, calendar,
 * prompts. Everything has been checked before, except what stands in files: reading those may still find problems.
 */
import { ArrivalCompiler } from './compile-arrivals.ts';
import { compileBehaviour } from './compile-behaviour.ts';
import { LawCompiler } from './compile-law.ts';
import { daysDefaults, peopleDefaults, promptLength } from './defaults.ts';
import { calendarDays, closedKind, dayKinds } from './day-kinds.ts';
import type { DayKind } from './day-kinds.ts';
import type { ScenarioFiles } from './files.ts';
import { dateText, parseDate } from './lengths.ts';
import type { Names } from './names.ts';
import type { Findings, ProblemPath } from './problems.ts';
import type { DemandOptions, GroupOptions, Scenario } from './scenario.ts';
import { factorsOf } from './scenario-what-if.ts';
import type { DayKindSetup, DemandSetup, GroupSetup, PromptName, RedialSetup, WorldSetup } from './setup.ts';
import { groupSize, staffingSetup } from './staffing.ts';

const day = 24 * 3_600_000;

export class WorldCompiler {
  readonly #scenario: Scenario;
  readonly #laws: LawCompiler;
  readonly #arrivals: ArrivalCompiler;
  readonly #kinds: readonly DayKind[];
  readonly #interval: number;

  constructor(scenario: Scenario, files: ScenarioFiles, findings: Findings) {
    this.#scenario = scenario;
    this.#kinds = dayKinds(scenario);
    this.#interval = scenario.days?.interval ?? daysDefaults.interval;
    this.#laws = new LawCompiler(files, findings);
    this.#arrivals = new ArrivalCompiler(files, findings, this.#laws, this.#interval, factorsOf(scenario));
  }

  /** Agents of each group, in the order of the file. */
  sizes(): number[] {
    return Object.entries(this.#scenario.agents ?? {}).map(([name, group]) =>
      groupSize(name, group, this.#kinds, this.#scenario),
    );
  }

  compile(queues: Names, sizes: readonly number[]): WorldSetup {
    const scenario = this.#scenario;
    const days = scenario.days ?? {};
    const firstDay = days.start ?? parseDate(daysDefaults.start) ?? 0;
    const isContinuous = days.continuous ?? daysDefaults.continuous;
    const calendar = calendarDays(scenario, firstDay);
    // Separate days: a closed day is no day at all. A long run lives through it.
    const open = isContinuous
      ? calendar.days
      : calendar.days.filter((day) => day.kind !== closedKind || this.#isKind(day.kind));
    const needsClosed = open.some((day) => day.kind === closedKind && !this.#isKind(day.kind));
    const kinds = this.#kinds.map((kind) => this.#kind(kind, queues, sizes));
    if (needsClosed) kinds.push(this.#closed(sizes));
    const kindNames = kinds.map((kind) => kind.name);
    return {
      behaviour: queues.list.map((queue) => compileBehaviour(scenario, queue, this.#laws)),
      groups: this.#groups(sizes),
      kinds,
      calendar: open.map((day) => kindNames.indexOf(day.kind)),
      calendarOffsets: open.map((day) => day.offset),
      calendarRepeatsFrom: open.findIndex((day) => day.offset >= calendar.repeatsFrom),
      calendarSpan: calendar.span,
      firstDate: dateText(firstDay),
      zone: days.zone ?? daysDefaults.zone,
      interval: this.#interval,
      continuous: isContinuous,
      warmUp: days.warmUp ?? daysDefaults.warmUp,
      endOfDay: days.endOfDay ?? daysDefaults.endOfDay,
      prompts: this.#prompts(),
      days: days.count ?? daysDefaults.count,
    };
  }

  #isKind(name: string): boolean {
    return this.#kinds.some((kind) => kind.name === name);
  }

  // -------------------------------------------------------------- agents

  #groups(sizes: readonly number[]): GroupSetup[] {
    let firstAgent = 0;
    return Object.entries(this.#scenario.agents ?? {}).map(([name, group], index) => {
      const size = sizes[index] ?? 0;
      const setup = this.#group(name, group, firstAgent, size);
      firstAgent += size;
      return setup;
    });
  }

  #group(name: string, group: GroupOptions, firstAgent: number, size: number): GroupSetup {
    const people = peopleDefaults;
    const path: ProblemPath = ['agents', name];
    return {
      name,
      firstAgent,
      size,
      accept: this.#laws.orConstant(group.accept, people.accept, [...path, 'accept']),
      missed: group.missed ?? people.missed,
      declined: group.declined ?? people.declined,
      ronaReturn: this.#laws.orConstant(group.ronaReturn, people.ronaReturn, [...path, 'ronaReturn']),
      efficiency: group.efficiency ?? people.efficiency,
      shrinkage: group.shrinkage ?? people.shrinkage,
    };
  }

  // -------------------------------------------------------------- days

  #kind(kind: DayKind, queues: Names, sizes: readonly number[]): DayKindSetup {
    const demands = Object.entries(this.#scenario.demand ?? {});
    const demand = demands.flatMap(([name, base], entry) => {
      const changed = kind.options.demand?.[name];
      if (changed && 'none' in changed) return [];
      const options = { ...base, ...changed };
      const hasOwn = changed?.arrivals !== undefined;
      const path: ProblemPath = hasOwn
        ? ['kinds', kind.name, 'demand', name, 'arrivals']
        : ['demand', name, 'arrivals'];
      const setup = this.#demand(name, entry, options, kind, queues, path);
      return setup ? [setup] : [];
    });
    const groups = Object.entries(this.#scenario.agents ?? {});
    const staffing = groups.map(([name, group], index) =>
      staffingSetup(name, group, sizes[index] ?? 0, kind, this.#scenario, this.#interval),
    );
    return { name: kind.name, from: kind.from, to: kind.to, demand, staffing };
  }

  #closed(sizes: readonly number[]): DayKindSetup {
    const { from, to } = this.#kinds[0] ?? { from: 0, to: day };
    const staffing = sizes.map(() => ({ kind: 'numbers', step: to - from, count: [0] }) as const);
    return { name: closedKind, from, to, demand: [], staffing };
  }

  #demand(
    name: string,
    entry: number,
    options: DemandOptions,
    kind: DayKind,
    queues: Names,
    path: ProblemPath,
  ): DemandSetup | undefined {
    const arrivals = options.arrivals ? this.#arrivals.compile(options.arrivals, kind, path) : undefined;
    if (!arrivals) return undefined;
    return {
      name,
      entry,
      queue: queues.indexOf(queueOfDemand(this.#scenario, name, options)),
      arrivals,
      withheld: options.withheld ?? 0,
      redial: this.#redial(options.redial ?? {}, name),
    };
  }

  #redial(redial: NonNullable<DemandOptions['redial']>, name: string): RedialSetup {
    const people = peopleDefaults;
    return {
      afterAbandon: redial.afterAbandon ?? 0,
      afterBlocked: redial.afterBlocked ?? 0,
      delay: this.#laws.orConstant(redial.delay, people.redialDelay, ['demand', name, 'redial', 'delay']),
      fresh: redial.fresh ?? false,
      maxRedials: redial.maxRedials ?? people.maxRedials,
    };
  }

  #prompts(): Readonly<Record<PromptName, number>> {
    const written = this.#scenario.prompts ?? {};
    return {
      greeting: written.greeting ?? promptLength,
      callbackOffer: written.callbackOffer ?? promptLength,
      callbackConfirmation: written.callbackConfirmation ?? promptLength,
      overflowEnd: written.overflowEnd ?? promptLength,
      position: written.position ?? promptLength,
      wait: written.wait ?? promptLength,
      apology: written.apology ?? promptLength,
      voicemail: written.voicemail ?? promptLength,
      duplicate: written.duplicate ?? promptLength,
    };
  }
}

/** The queue a demand's callers ask for, or end up in when nothing else holds. */
export function queueOfDemand(scenario: Scenario, name: string, options: DemandOptions): string {
  if (options.queue !== undefined) return options.queue;
  if (scenario.queues?.[name] !== undefined) return name;
  const workstream =
    options.workstream === undefined ? undefined : scenario.workstreams?.[options.workstream];
  return workstream?.fallback ?? name;
}
