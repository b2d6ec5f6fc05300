/**
 * Scenario into the world half of the setup: behaviour, groups, kinds of day with demand and staffing, calendar,
 * prompts. Everything has been checked before, except what stands in files: reading those may still find problems.
 */
import { daysDefaults, limits, peopleDefaults, promptLength } from './defaults.ts';
import { calendarDays, closedKind, dayKinds, stepsOf } from './day-kinds.ts';
import type { DayKind } from './day-kinds.ts';
import type { ScenarioFiles } from './files.ts';
import { timeAfter } from './files.ts';
import type { LawText } from './law-text.ts';
import { dateText, parseDate } from './lengths.ts';
import type { Names } from './names.ts';
import type { Findings, ProblemPath } from './problems.ts';
import type { ArrivalOptions, BehaviourOptions, DemandOptions, GroupOptions, Scenario } from './scenario.ts';
import type {
  ArrivalsSetup,
  BehaviourSetup,
  DayKindSetup,
  DemandSetup,
  GroupSetup,
  LawSetup,
  PromptName,
  RedialSetup,
  WorldSetup,
} from './setup.ts';
import { groupSize, staffingSetup } from './staffing.ts';

const hour = 3_600_000;
/** Who waits this long has endless patience for every purpose. */
const endless = 365 * 24 * hour;
const constant = (value: number): LawSetup => ({ law: 'constant', value });

export class WorldCompiler {
  readonly #scenario: Scenario;
  readonly #files: ScenarioFiles;
  readonly #findings: Findings;
  readonly #kinds: readonly DayKind[];
  readonly #interval: number;

  constructor(scenario: Scenario, files: ScenarioFiles, findings: Findings) {
    this.#scenario = scenario;
    this.#files = files;
    this.#findings = findings;
    this.#kinds = dayKinds(scenario);
    this.#interval = scenario.days?.interval ?? daysDefaults.interval;
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
      behaviour: queues.list.map((queue) => this.#behaviour(queue)),
      groups: this.#groups(sizes),
      kinds,
      calendar: open.map((day) => kindNames.indexOf(day.kind)),
      calendarOffsets: open.map((day) => day.offset),
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

  // -------------------------------------------------------------- behaviour

  /** What a queue's callers do: its own block, completed by the demand that bears its name. */
  #behaviour(queue: string): BehaviourSetup {
    const places = behaviourPlaces(this.#scenario, queue);
    const {
      talk,
      wrapUp,
      patience,
      callback = {},
    } = Object.assign({}, ...places.map(([, said]) => said)) as BehaviourOptions;
    const at = (key: keyof BehaviourOptions): ProblemPath => {
      const place = places.find(([, said]) => said[key] !== undefined);
      return [...(place?.[0] ?? []), key];
    };
    const law = patience?.law ? this.#law(patience.law, at('patience')) : null;
    const atZero = patience?.atZero ?? 0;
    const people = peopleDefaults;
    const others =
      (callback.busy ?? 0) + (callback.machine ?? 0) + (callback.invalid ?? 0) + (callback.failed ?? 0);
    return {
      patience:
        atZero === 0 ? law : { law: 'atom', share: atZero, value: 0, otherwise: law ?? constant(endless) },
      balk: patience?.balk ?? 0,
      talk: talk ? this.#law(talk, at('talk')) : constant(0),
      wrapUp: wrapUp ? this.#law(wrapUp, at('wrapUp')) : null,
      accepts: callback.accepts ?? [people.accepts],
      reaction: callback.reaction
        ? this.#law(callback.reaction, [...at('callback'), 'reaction'])
        : constant(people.reaction),
      answers: callback.answers ?? Math.max(0, people.answers - others),
      busy: callback.busy ?? 0,
      machine: callback.machine ?? 0,
      invalid: callback.invalid ?? 0,
      failed: callback.failed ?? 0,
      answerAfter: callback.answerAfter
        ? this.#law(callback.answerAfter, [...at('callback'), 'answerAfter'])
        : constant(people.answerAfter),
    };
  }

  #law(written: LawText, path: ProblemPath): LawSetup {
    switch (written.law) {
      case 'file': {
        const values = this.#files.lengths(written.file, written.column, path, this.#findings);
        return { law: 'empirical', values: values ?? [0] };
      }
      case 'mixture':
        return {
          law: 'mixture',
          branches: written.branches.map(({ weight, of }) => ({ weight, of: this.#law(of, path) })),
        };
      case 'erlang':
      case 'gamma':
        return { law: written.law, shape: written.shape, mean: written.mean };
      default:
        return written;
    }
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
      accept: group.accept ? this.#law(group.accept, [...path, 'accept']) : constant(people.accept),
      missed: group.missed ?? people.missed,
      declined: group.declined ?? people.declined,
      ronaReturn: group.ronaReturn
        ? this.#law(group.ronaReturn, [...path, 'ronaReturn'])
        : constant(people.ronaReturn),
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
    const { from, to } = this.#kinds[0] ?? { from: 0, to: 24 * hour };
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
    const arrivals = options.arrivals ? this.#arrivals(options.arrivals, kind, path) : undefined;
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
      delay: redial.delay
        ? this.#law(redial.delay, ['demand', name, 'redial', 'delay'])
        : constant(people.redialDelay),
      fresh: redial.fresh ?? false,
      maxRedials: redial.maxRedials ?? people.maxRedials,
    };
  }

  #arrivals(written: ArrivalOptions, kind: DayKind, path: ProblemPath): ArrivalsSetup | undefined {
    if ('none' in written) return undefined;
    const step = written.every ?? this.#interval;
    const span = kind.to - kind.from;
    const dayFactor = written.dayFactor ? this.#law(written.dayFactor, path) : null;
    if (written.perInterval) {
      const expected = this.#numbers(written.perInterval, stepsOf(kind, step), [...path, 'perInterval']);
      return { kind: 'rates', expected, step, dayFactor };
    }
    if (written.perHour !== undefined) {
      return { kind: 'rates', expected: [(written.perHour * span) / hour], step: span, dayFactor };
    }
    if (written.perDay !== undefined) {
      return written.profile
        ? {
            kind: 'fixed',
            count: written.perDay,
            weights: this.#numbers(written.profile, stepsOf(kind, step), [...path, 'profile']),
            step,
          }
        : { kind: 'fixed', count: written.perDay, weights: [1], step: span };
    }
    return written.trace ? this.#trace(written.trace, kind, [...path, 'trace']) : undefined;
  }

  /** A list of the file or of a CSV column; the latter is checked only now that it is read. */
  #numbers(
    written: number[] | { file: string; column: string },
    steps: number,
    path: ProblemPath,
  ): readonly number[] {
    if (Array.isArray(written)) return written;
    const { file, column } = written;
    const numbers = this.#files.numbers(file, column, path, this.#findings);
    if (!numbers) return [];
    const calls = numbers.reduce((sum, value) => sum + value, 0);
    if (numbers.length !== steps) {
      this.#findings.add('E-FILE', path, { file, why: 'length', found: numbers.length, limit: steps });
    } else if (calls > limits.callsADay) {
      this.#findings.add('E-FILE', path, { file, why: 'calls', value: calls, limit: limits.callsADay });
    }
    return numbers;
  }

  #trace(
    written: NonNullable<Exclude<ArrivalOptions, { none: true }>['trace']>,
    kind: DayKind,
    path: ProblemPath,
  ): ArrivalsSetup {
    const files = this.#files;
    const isList = Array.isArray(written);
    const times = isList
      ? written.map(({ at }, index) => this.#listedTime(at, kind, [...path, index, 'at']))
      : files.times(written.file, written.at ?? 'at', kind.from, path, this.#findings);
    const column = (key: 'talk' | 'wrapUp'): readonly number[] | null => {
      if (isList) {
        return written.some((call) => call[key] !== undefined) ? written.map((call) => call[key] ?? 0) : null;
      }
      const name = written[key];
      return name === undefined ? null : (files.lengths(written.file, name, path, this.#findings) ?? null);
    };
    if (times && times.length > limits.callsADay) {
      const params = { what: 'calls', value: times.length, limit: limits.callsADay };
      this.#findings.add('E-LIMIT', path, params);
    }
    return inOrder(times ?? [], column('talk'), column('wrapUp'));
  }

  #listedTime(at: string | number | undefined, kind: DayKind, path: ProblemPath): number {
    if (at === undefined) {
      this.#findings.add('E-MISSING', path, { key: 'at' }, 'key');
      return 0;
    }
    const time = timeAfter(at, kind.from);
    if (time === undefined) this.#findings.add('E-FORMAT', path, { expected: 'clock', value: String(at) });
    return time ?? 0;
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

/** A trace is played in the order of its times, whatever the order of the file. */
function inOrder(
  times: readonly number[],
  talk: readonly number[] | null,
  wrapUp: readonly number[] | null,
): ArrivalsSetup {
  const order = times.map((_, index) => index).toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const sorted = (values: readonly number[]) => order.map((index) => values[index] ?? 0);
  return {
    kind: 'trace',
    times: sorted(times),
    talk: talk && sorted(talk),
    wrapUp: wrapUp && sorted(wrapUp),
  };
}

/** The queue a demand's callers ask for, or end up in when nothing else holds. */
export function queueOfDemand(scenario: Scenario, name: string, options: DemandOptions): string {
  if (options.queue !== undefined) return options.queue;
  if (scenario.queues?.[name] !== undefined) return name;
  const workstream =
    options.workstream === undefined ? undefined : scenario.workstreams?.[options.workstream];
  return workstream?.fallback ?? name;
}

export const behaviourKeys = ['talk', 'wrapUp', 'patience', 'callback'] as const;

/** Demands that say what the callers of a queue do: those that ask for it by name. */
export function behaviourDemands(scenario: Scenario, queue: string): [string, DemandOptions][] {
  return Object.entries(scenario.demand ?? {}).filter(([name, options]) => {
    const asked = options.queue ?? name;
    return asked === queue && behaviourKeys.some((key) => options[key] !== undefined);
  });
}

/** Where the behaviour in a queue is said, with what is said there; each key stands in one of them (the checks see to it). */
function behaviourPlaces(scenario: Scenario, queue: string): [ProblemPath, BehaviourOptions][] {
  const own = scenario.queues?.[queue]?.behaviour;
  const demands = behaviourDemands(scenario, queue).map(([name, demand]): [ProblemPath, BehaviourOptions] => {
    const said = behaviourKeys.filter((key) => demand[key] !== undefined).map((key) => [key, demand[key]]);
    return [['demand', name], Object.fromEntries(said) as BehaviourOptions];
  });
  return [
    ...(own ? [[['queues', queue, 'behaviour'], own] as [ProblemPath, BehaviourOptions]] : []),
    ...demands,
  ];
}
