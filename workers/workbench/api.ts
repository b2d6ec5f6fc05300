/**
 * What the page and its workbench worker say to each other, by Comlink. The page holds texts and choices; the worker holds the engine,
 * reads, simulates on further workers, compares and writes reports, and sends back plain data. Types only: neither side is here.
 */
import type { Estimate, Threshold } from '../../engine/index.ts';
import type { FrameSide } from '../../reports/frame.ts';
import type { SettingChange } from '../../reports/settings-diff.ts';
import type { Story } from '../../reports/story-steps.ts';
import type { Language } from '../../reports/words.ts';
import type { Report } from '../../reports/schema.ts';
import type { Comparison } from '../../reports/compare.ts';
import type { Sweep } from '../../reports/sweep.ts';

/** A scenario as the page holds it: a text, and changes on top as `--set` takes them, one for each path. */
export interface ScenarioState {
  readonly text: string;
  readonly set: readonly string[];
}

/** A problem of a text or of a change, in words. */
export interface PlacedProblem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  /** `queues.support.ringTimeout`; empty: of the whole file. */
  readonly path: string;
  /** From 1; of a change both are 0. */
  readonly line: number;
  readonly column: number;
  /** The change it is about; null: the text. */
  readonly set: string | null;
  readonly sentence: string;
  /** A change that would mend it, as `--set` takes it. */
  readonly fix: string | null;
  /** The key that was probably meant, of one in the text that is not known; no change of `--set` takes a key out. */
  readonly rename: string | null;
}

export interface ScenarioSummary {
  readonly name: string;
  readonly description: string | null;
  readonly queues: readonly string[];
  readonly groups: readonly string[];
  readonly agents: readonly string[];
  readonly seed: number;
  readonly days: number;
  readonly isContinuous: boolean;
  /** Seconds. */
  readonly interval: number;
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly formula: string;
  readonly targets: readonly {
    readonly queue: string;
    readonly share: number | null;
    readonly within: number;
  }[];
}

export interface OpenedScenario {
  readonly problems: readonly PlacedProblem[];
  /** null: it has errors. */
  readonly summary: ScenarioSummary | null;
  readonly thresholds: readonly Threshold[];
}

export interface RunRequest {
  readonly now: ScenarioState;
  /** Pinned; null: nothing to compare with. */
  readonly baseline: ScenarioState | null;
  readonly seed: number;
  /** At most so many days. */
  readonly days: number;
  /** Enough when the service level's half-width (of the formula in `formula`, all queues) is at most this share; null: all days. */
  readonly halfWidth: number | null;
  /** The queue the frames are about; null: all together. */
  readonly queue: string | null;
}

export type RunState = 'refining' | 'enough' | 'allDays' | 'stopped';

/** A measure that differs, paired by day; `swing` is the standard deviation of a day's own difference, by which rows are sorted. */
export interface MovedMeasure {
  readonly id: string;
  readonly stat: string;
  readonly unit: 'share' | 's' | 'number' | 'money';
  readonly queue: string | null;
  readonly group: string | null;
  readonly baseline: Estimate;
  readonly now: Estimate;
  readonly difference: Estimate;
  readonly isWithinChance: boolean;
  /** Exact: a cost is no estimate. */
  readonly isExact: boolean;
}

export interface Frame {
  /** Which run of the page; an older one's late frame is thrown away. */
  readonly run: number;
  readonly state: RunState;
  /** What it shows is of days 1 to `days`. */
  readonly days: number;
  readonly asked: number;
  /** Half-width of the service level of all queues, a share; null: too few days. */
  readonly halfWidth: number | null;
  /** Seconds left, an estimate; null: not known yet, or over. */
  readonly secondsLeft: number | null;
  readonly eventsPerSecond: number;
  /** Workers that died and were replaced so far. */
  readonly restarts: number;
  readonly workers: number;
  readonly now: FrameSide;
  readonly baseline: FrameSide | null;
  /** Largest first; empty: no baseline, or the same scenario. */
  readonly moved: readonly MovedMeasure[];
  /** The same in sentences to paste into a mail, in the language asked for; a cost and what was changed the page says itself. */
  readonly movedText: string;
  /** In which settings now differs from the baseline, of what was simulated; empty as `moved`. */
  readonly settings: readonly SettingChange[];
}

export interface RunEnd {
  readonly state: RunState;
  readonly days: number;
}

export interface SweepRequest {
  readonly scenario: ScenarioState;
  /** One or two: `agents.team.count=8..12`. */
  readonly vary: readonly string[];
  /** `serviceLevel@support>=80%`. */
  readonly targets: readonly string[];
  readonly seed: number;
  readonly days: number;
}

/** Exact values of a KPI over the points of a sweep, where a model in closed form or a solved chain gives them. */
export interface ExactCurve {
  /** Index in `sweep.kpis`. */
  readonly kpi: number;
  /** "Erlang A", "Erlang C", "Markov chain". */
  readonly model: string;
  readonly source: string;
  /** One for each point of the sweep; null: the model has none there. */
  readonly values: readonly (number | null)[];
}

export interface SweepAnswer {
  readonly sweep: Sweep;
  readonly exact: readonly ExactCurve[];
}

export interface VariantsRequest {
  /** Two to four; differences are to the first. */
  readonly variants: readonly ScenarioState[];
  readonly seed: number;
  readonly days: number;
}

export interface VariantsFrame {
  readonly run: number;
  readonly state: RunState;
  readonly days: number;
  readonly asked: number;
  readonly sides: readonly FrameSide[];
  /** Of each variant but the first. */
  readonly moved: readonly (readonly MovedMeasure[])[];
}

/** One simulated day, drawn. Times are milliseconds since it began. */
export interface DayView {
  /** Of the scenario. */
  readonly name: string;
  /** From 0. */
  readonly day: number;
  /** How many days the scenario asks for; a day by itself may be any, a long run has no others. */
  readonly days: number;
  readonly seed: number;
  readonly date: string;
  /** Local clock of the beginning and the end, milliseconds after midnight. */
  readonly from: number;
  readonly to: number;
  /** The end of what happened, at least `to - from`. */
  readonly end: number;
  readonly groups: readonly { readonly name: string; readonly agents: readonly string[] }[];
  /** Stretches of agents: agent (its number over all groups), state (index in LANE_STATES), contact (0: none), from, to. */
  readonly lanes: {
    readonly agent: Uint16Array;
    readonly state: Uint8Array;
    readonly contact: Uint32Array;
    readonly from: Float64Array;
    readonly to: Float64Array;
  };
  /** Stretches of waiting contacts, on the line (0) or as a callback (1): contact, kind, queue (its number), row to draw it in. */
  readonly waiting: {
    readonly contact: Uint32Array;
    readonly isCallback: Uint8Array;
    readonly queue: Uint16Array;
    readonly row: Uint16Array;
    readonly from: Float64Array;
    readonly to: Float64Array;
  };
  readonly queues: readonly string[];
  readonly contacts: readonly DayContact[];
  /** Contacts by what one looks for: `longestWait`, `lostCallbacks`, `severalTries`, `abandonedAfterOffer`, `rona`. */
  readonly findings: Readonly<Record<string, readonly number[]>>;
  /** By the report's formulas, over all queues; `formula` is that of the service level, K-01a to K-01f. */
  readonly totals: {
    readonly calls: number;
    readonly answered: number;
    readonly abandoned: number;
    readonly callbacks: number;
    readonly formula: string;
    readonly serviceLevel: number | null;
    readonly abandonRate: number | null;
  };
}

export const LANE_STATES = [
  'idle',
  'ringing',
  'talking',
  'wrapUp',
  'dialling',
  'callbackTalk',
  'rona',
  'break',
] as const;
export type LaneState = (typeof LANE_STATES)[number];

export interface DayContact {
  readonly contact: number;
  readonly queue: string | null;
  readonly arrivedAt: number;
  /** Milliseconds on the line; null: reached no queue. */
  readonly wait: number | null;
  readonly offers: number;
  readonly hasOptedIn: boolean;
  /** Times a callback was dialled, and rings that nobody answered. */
  readonly attempts: number;
  readonly missedRings: number;
  /** As the transcript has it: why it was closed; null: still open. */
  readonly closed: string | null;
  readonly closedAt: number | null;
}

/** A rule of the book, as `tandem explain` tells it. The book is written in English. */
export interface RuleText {
  readonly id: string;
  /** The title of its section. */
  readonly place: string;
  readonly text: string;
  /** null: nowhere but in the book. */
  readonly source: string | null;
  readonly sureness: string;
}

/** A contact's story, step by step. */
export type { Story, StoryStep } from '../../reports/story-steps.ts';

export interface WorkbenchApi {
  /** What the build read of a scenario of the library, as prepared.ts writes it: it need not be read again. */
  prepare(scenario: ScenarioState, prepared: string): Promise<void>;
  /** Reads a scenario and says all that is wrong, or what there is to tune. */
  open(scenario: ScenarioState, language: Language): Promise<OpenedScenario>;
  /** Simulates; an earlier run, sweep or comparison is abandoned. Frames come at most ten a second; the promise ends with the run. */
  run(id: number, request: RunRequest, language: Language, onFrame: (frame: Frame) => void): Promise<RunEnd>;
  /** Stops whatever computes; its promise ends with state `stopped`. */
  stop(): Promise<void>;
  /** Frames of another queue or in another language from what has been simulated; null: nothing has. */
  reframe(queue: string | null, language: Language): Promise<Frame | null>;
  sweep(id: number, request: SweepRequest, onAnswer: (answer: SweepAnswer) => void): Promise<RunEnd>;
  compareVariants(
    id: number,
    request: VariantsRequest,
    language: Language,
    onFrame: (frame: VariantsFrame) => void,
  ): Promise<RunEnd>;
  /** `day` from 0; refused where the scenario has errors. */
  day(scenario: ScenarioState, seed: number, day: number): Promise<DayView>;
  /** Of the day last asked for. */
  story(contact: number, language: Language): Promise<Story>;
  /** What the rule says; null: there is none of this name. */
  rule(id: string): Promise<RuleText | null>;
  /** The last run's report, or null: nothing has been simulated. */
  report(): Promise<Report | null>;
  comparison(): Promise<Comparison | null>;
  /** The last run's report as a file's text. */
  exportReport(format: 'html' | 'csv' | 'json', language: Language): Promise<string | null>;
  /** The text with the changes written into it, comments kept. */
  written(scenario: ScenarioState): Promise<string>;
  /** JSON Schema of a scenario, for completion and forms. */
  schema(): Promise<Readonly<Record<string, unknown>>>;
}
