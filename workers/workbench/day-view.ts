/**
 * One simulated day, drawn and told: simulates it with its transcript listening, and keeps of it the stretches of agents and waiting
 * contacts, what is worth finding, the day's totals by the report's own formulas, and the entries that stories are made of. The same
 * scenario, seed and day give what `tandem trace` prints. It knows no page and no pixels.
 */
import {
  Accumulator,
  dateOfDay,
  kindOfDay,
  kpiById,
  readScenario,
  Simulation,
  Transcript,
} from '../../engine/index.ts';
import type { Entry, Setup } from '../../engine/index.ts';
import { callsOf, found, type CallSummary } from '../../reports/calls.ts';
import { problemLine } from '../../reports/problem-text.ts';
import { storySteps as stepsOf, type Story } from '../../reports/story-steps.ts';
import type { Language } from '../../reports/words.ts';
import type { DayContact, DayView, ScenarioState } from './api.ts';
import { DayLanes } from './day-lanes.ts';
import { DayWaiting } from './day-waiting.ts';

/** A day that was simulated, with what its stories need. */
export interface DrawnDay {
  readonly view: DayView;
  /** By contact, numbered from 1. */
  readonly entries: ReadonlyMap<number, readonly Entry[]>;
}

/** @param day from 0, as `tandem trace --day` has it */
export function dayView(scenario: ScenarioState, seed: number, day: number): DayView {
  return drawDay(scenario, seed, day).view;
}

export function drawDay({ text, set }: ScenarioState, seed: number, day: number): DrawnDay {
  const read = readScenario(text, { set });
  if (!read.ok) throw new Error(read.problems.map((problem) => problemLine(problem, 'scenario')).join('\n'));
  const { setup } = read;
  const { world, routing } = setup;
  if (world.continuous && day >= world.days)
    throw new Error(`The long run of this scenario has ${world.days} days; days.count says how many.`);
  const heard = hearDay({ ...setup, seed }, day);
  const calls = callsOf(heard.told);
  const kind = world.kinds[kindOfDay(world, day)]!;
  const length = kind.to - kind.from;
  const end = Math.max(length, heard.end);
  const view: DayView = {
    name: setup.name,
    day,
    days: world.days,
    seed,
    date: new Date(dateOfDay(world, day) * 86_400_000).toISOString().slice(0, 10),
    from: kind.from,
    to: kind.to,
    end,
    groups: groupsOf(setup),
    lanes: heard.lanes,
    waiting: heard.waiting,
    queues: routing.queues.map(({ name }) => name),
    contacts: calls.map((call) => contactOf(call, heard.attempts.get(call.contact) ?? 0)),
    findings: findingsOf(calls, heard.attempts),
    totals: totalsOf(setup, heard.record, calls),
  };
  return { view, entries: heard.entries };
}

/** The story of a contact of that day, step by step. */
export function storySteps({ view, entries }: DrawnDay, contact: number, language: Language): Story {
  return stepsOf(contact, entries.get(contact) ?? [], { startOfDay: view.from, language });
}

// -------------------------------------------------------------------- hearing

interface Heard {
  readonly record: Float64Array;
  readonly end: number;
  readonly lanes: DayView['lanes'];
  readonly waiting: DayView['waiting'];
  /** Of contacts, in order: those that tell their stories, and nothing else (a third of all). */
  readonly told: readonly Entry[];
  readonly entries: ReadonlyMap<number, readonly Entry[]>;
  /** Dials by contact. */
  readonly attempts: ReadonlyMap<number, number>;
}

function hearDay(setup: Setup, day: number): Heard {
  const { world, routing } = setup;
  const names = routing.agents.map(({ name }) => name);
  const transcript = new AwareTranscript(setup.routing);
  const simulation = new Simulation(setup, transcript);
  const slices = simulation.trace(transcript, setup.seed, day, world.continuous ? world.days : 0);
  const waiting = new DayWaiting(routing.queues.map(({ name }) => name));
  const told: Entry[] = [];
  const entries = new Map<number, Entry[]>();
  const attempts = new Map<number, number>();
  let lanes: DayLanes | null = null;
  let last = 0;
  for (;;) {
    const slice = slices.next();
    lanes ??= new DayLanes(names, transcript.activitiesAtStart);
    for (const entry of transcript.take()) {
      last = entry.t;
      lanes.hear(entry);
      waiting.hear(entry);
      if (entry.contact === undefined || !TOLD.has(entry.name)) continue;
      told.push(entry);
      const own = entries.get(entry.contact);
      if (own === undefined) entries.set(entry.contact, [entry]);
      else own.push(entry);
      if (entry.name === 'dialled') attempts.set(entry.contact, Number(entry['attempt']));
    }
    if (slice.done !== true) continue;
    const end = endOf(
      setup,
      day,
      Math.max(last, Math.max(simulation.engine.now, simulation.world.now) - transcript.origin),
    );
    return {
      record: slice.value,
      end,
      lanes: lanes.end(end),
      waiting: waiting.end(end),
      told,
      entries,
      attempts,
    };
  }
}

/** A day of a long run ends where the next one begins. */
function endOf({ world }: Setup, day: number, last: number): number {
  if (!world.continuous || day === world.days - 1) return last;
  const start = kindStart(world, day);
  return 86_400_000 * (dateOfDay(world, day + 1) - dateOfDay(world, day)) + kindStart(world, day + 1) - start;
}

const kindStart = (world: Setup['world'], day: number): number => world.kinds[kindOfDay(world, day)]!.from;

type Facts = ReturnType<Transcript['factsTo']>;

/** A transcript that knows what the agents did before it began to listen: of a day of a long run nobody tells. */
class AwareTranscript extends Transcript {
  readonly #activities: string[] = [];
  activitiesAtStart: readonly string[] = [];
  origin = 0;

  override begin(...args: Parameters<Transcript['begin']>): void {
    this.activitiesAtStart = [...this.#activities];
    this.origin = args[1] ?? args[0].now;
    super.begin(...args);
  }

  override factsTo(listener: Facts): Facts {
    const facts = super.factsTo(listener);
    const activities = this.#activities;
    return {
      ...facts,
      activity(now, agent, activity) {
        activities[agent] = activity;
        facts.activity(now, agent, activity);
      },
    };
  }
}

/** What the tellers of stories and the list of calls listen to. */
const TOLD: ReadonlySet<string> = new Set([
  'carriedOver',
  'contactArrived',
  'reject',
  'overflowed',
  'queued',
  'backInQueue',
  'left',
  'decided',
  'play',
  'offerPlayed',
  'offerSkipped',
  'dtmf',
  'optedIn',
  'hangup',
  'legEnded',
  'ring',
  'ringEnded',
  'withdrawRing',
  'joined',
  'commandFailed',
  'dialled',
  'dialEnded',
  'endRequested',
  'closed',
  'arrived',
]);

// -------------------------------------------------------------------- what is made of it

function groupsOf({ routing, world }: Setup): DayView['groups'] {
  return world.groups.map(({ name }, group) => ({
    name,
    agents: routing.agents.filter((agent) => agent.group === group).map((agent) => agent.name),
  }));
}

function contactOf(call: CallSummary, attempts: number): DayContact {
  const { contact, queue, arrivedAt, wait, offers, hasOptedIn, missedRings, closed, closedAt } = call;
  return { contact, queue, arrivedAt, wait, offers, hasOptedIn, attempts, missedRings, closed, closedAt };
}

function findingsOf(
  calls: readonly CallSummary[],
  attempts: ReadonlyMap<number, number>,
): DayView['findings'] {
  const numbers = (some: readonly CallSummary[]): readonly number[] => some.map(({ contact }) => contact);
  return {
    longestWait: numbers(found('longestWait', calls)),
    severalTries: numbers(calls.filter(({ contact }) => (attempts.get(contact) ?? 0) >= 2)),
    lostCallbacks: numbers(found('lostCallbacks', calls)),
    abandonedAfterOffer: numbers(found('abandonedAfterOffer', calls)),
    rona: numbers(found('rona', calls)),
  };
}

/** By the formulas of the report, over all queues. */
function totalsOf(setup: Setup, record: Float64Array, calls: readonly CallSummary[]): DayView['totals'] {
  const formula = setup.report.serviceLevel;
  const day = new Accumulator(setup, setup.world.continuous ? { blockDays: 1 } : {});
  day.add(0, record);
  const of = (id: string): number | null => {
    const kpi = kpiById(day.kpis, id, formula);
    return kpi === undefined ? null : day.estimate(kpi).mean;
  };
  return {
    calls: calls.length,
    answered: of('Ans') ?? 0,
    abandoned: of('Ab') ?? 0,
    callbacks: of('CbAcc') ?? 0,
    formula,
    serviceLevel: of('K-01'),
    abandonRate: of('K-05'),
  };
}
