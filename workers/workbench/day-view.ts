/**
 * One simulated day, drawn and told: simulates it and keeps of it the stretches of agents and waiting contacts, what is worth finding,
 * and the day's totals by the report's own formulas. For its stories the same day is simulated once more with every reason, when the
 * first is asked for. The same scenario, seed and day give what `tandem trace` prints. It knows no page and no pixels.
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
import { FactLog } from './fact-log.ts';

/** A day that was simulated, with what its stories need. */
export interface DrawnDay {
  readonly view: DayView;
  /** The entries of each contact, numbered from 1; simulated once more when they are first asked for. */
  readonly tales: () => ReadonlyMap<number, readonly Entry[]>;
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
  const seeded = { ...setup, seed };
  const heard = hearDay(seeded, day);
  const { calls } = heard;
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
  let tales: ReadonlyMap<number, readonly Entry[]> | null = null;
  return { view, tales: () => (tales ??= hearTales(seeded, day)) };
}

/** The story of a contact of that day, step by step. */
export function storySteps({ view, tales }: DrawnDay, contact: number, language: Language): Story {
  return stepsOf(contact, tales().get(contact) ?? [], { startOfDay: view.from, language });
}

// -------------------------------------------------------------------- hearing

interface Heard {
  readonly record: Float64Array;
  readonly end: number;
  readonly lanes: DayView['lanes'];
  readonly waiting: DayView['waiting'];
  readonly calls: readonly CallSummary[];
  /** Dials by contact. */
  readonly attempts: ReadonlyMap<number, number>;
}

function hearDay(setup: Setup, day: number): Heard {
  const { world, routing } = setup;
  const log = new FactLog(routing);
  const simulation = new Simulation(setup, log);
  const slices = simulation.trace(log, setup.seed, day, daysOfRun(setup));
  let slice = slices.next();
  while (slice.done !== true) slice = slices.next();
  const facts = log.take();
  const lanes = new DayLanes(
    routing.agents.map(({ name }) => name),
    log.activitiesAtStart,
  );
  const waiting = new DayWaiting(routing.queues.map(({ name }) => name));
  const attempts = new Map<number, number>();
  for (const fact of facts) {
    lanes.hear(fact);
    waiting.hear(fact);
    if (fact.name === 'dialled' && fact.contact !== undefined)
      attempts.set(fact.contact, Number(fact['attempt']));
  }
  const last = Math.max(simulation.engine.now, simulation.world.now) - log.origin;
  const end = world.continuous && day < world.days - 1 ? nextBegin(setup, day) : last;
  return {
    record: slice.value,
    end,
    lanes: lanes.end(end),
    waiting: waiting.end(end),
    calls: callsOf(facts),
    attempts,
  };
}

/** 0: the day by itself. */
const daysOfRun = ({ world }: Setup): number => (world.continuous ? world.days : 0);

/** The day once more, with every reason: the same seed, so the same day. Of its entries those that are told, by contact. */
function hearTales(setup: Setup, day: number): ReadonlyMap<number, readonly Entry[]> {
  const transcript = new Transcript(setup.routing);
  const simulation = new Simulation(setup, transcript);
  const entries = new Map<number, Entry[]>();
  const slices = simulation.trace(transcript, setup.seed, day, daysOfRun(setup));
  for (let isOver = false; !isOver;) {
    isOver = slices.next().done === true;
    for (const entry of transcript.take()) {
      if (entry.contact === undefined || !TOLD.has(entry.name)) continue;
      const own = entries.get(entry.contact);
      if (own === undefined) entries.set(entry.contact, [entry]);
      else own.push(entry);
    }
  }
  return entries;
}

/** A day of a long run ends where the next one begins. */
function nextBegin({ world }: Setup, day: number): number {
  const nights = dateOfDay(world, day + 1) - dateOfDay(world, day);
  return 86_400_000 * nights + kindStart(world, day + 1) - kindStart(world, day);
}

const kindStart = (world: Setup['world'], day: number): number => world.kinds[kindOfDay(world, day)]!.from;

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
