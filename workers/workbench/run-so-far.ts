/**
 * What a run of the workbench knows after so many days: the sums of now, and with a baseline those of both and of their pairs. Out of
 * it come frames, the report and the comparison, the same as the command line's for the same seed and days. It refuses to know how
 * days are simulated and how often a page wants to see them.
 */
import { halfWidth, PairAccumulator, version } from '../../engine/index.ts';
import type { Accumulator, Setup } from '../../engine/index.ts';
import type { Comparison } from '../../reports/compare.ts';
import type { FrameSide } from '../../reports/frame.ts';
import { frameSide } from '../../reports/frame-side.ts';
import { buildReport } from '../../reports/model.ts';
import type { Report, ReportWarning } from '../../reports/schema.ts';
import type { SettingChange } from '../../reports/settings-diff.ts';
import type { Language } from '../../reports/words.ts';
import { comparisonOf, wantedOf } from '../comparison-of.ts';
import type { Wanted } from '../comparison-of.ts';
import type { Outcome } from '../course.ts';
import { accumulatorFor } from '../plan.ts';
import { isSameSetup } from '../same-setup.ts';
import type { DayResult } from '../simulation-api.ts';
import { blockDaysOf } from '../stopping.ts';
import { commandAgain } from './command-again.ts';
import type { Frame, RunRequest, ScenarioState } from './api.ts';
import type { Reader, Side } from './reader.ts';
import { movedOf, NOTHING_MOVED } from './moved.ts';
import type { Moved } from './moved.ts';

/** What a frame shows of it. */
export interface About {
  readonly queue: string | null;
  readonly language: Language;
}

type Ended = Outcome['ended'];

export class RunSoFar {
  readonly now: Accumulator;
  #plan: Side;
  readonly #state: ScenarioState;
  readonly #baseline: Baseline | null;
  #days = 0;
  /** How it ended; a run that goes on is told as one that was stopped here. */
  ended: Ended = 'stopped';
  warnings: readonly ReportWarning[] = [];

  private constructor(request: RunRequest, { plan, other, settings }: Sides) {
    this.#state = request.now;
    this.#plan = plan;
    const isSequential = request.halfWidth !== null;
    if (other === null || isSameSetup(this.plan.setup, other.setup)) {
      this.now = accumulatorFor(this.plan.setup, isSequential);
      this.#baseline = other === null ? null : { kind: 'same', plan: other };
    } else if (other.setup.world.continuous !== this.plan.setup.world.continuous) {
      // A long run has no days to be paired with separate ones: both are shown, nothing is compared.
      this.now = accumulatorFor(this.plan.setup, isSequential);
      this.#baseline = { kind: 'apart', plan: other, results: accumulatorFor(other.setup, isSequential) };
    } else {
      const isBlocked = isSequential && other.setup.world.continuous;
      const options = isBlocked ? { blockDays: blockDaysOf(other.setup) } : {};
      const pairs = new PairAccumulator(other.setup, this.plan.setup, options);
      this.now = pairs.candidate;
      this.#baseline = {
        kind: 'paired',
        plan: other,
        pairs,
        settings,
        wanted: wantedOf(undefined, other.setup),
      };
    }
  }

  /** Throws when one of the two cannot be run. */
  static async of(request: RunRequest, reader: Reader): Promise<RunSoFar> {
    const { now, baseline } = request;
    const plan = await reader.side(now, request);
    const other = baseline === null ? null : await reader.side(baseline, request);
    const settings = baseline === null ? [] : await reader.differences(baseline, now);
    return new RunSoFar(request, { plan, other, settings });
  }

  get plan(): Side {
    return this.#plan;
  }

  /** More days are wanted, separate ones: those that are there stay. */
  goOn(days: number): this {
    const { setup } = this.#plan;
    this.#plan = { ...this.#plan, days, setup: { ...setup, world: { ...setup.world, days } } };
    this.ended = 'stopped';
    this.warnings = [];
    return this;
  }

  /** To simulate: now, and the baseline where it is another one. */
  get setups(): readonly Setup[] {
    const other = this.#baseline;
    return other === null || other.kind === 'same' ? [this.plan.setup] : [this.plan.setup, other.plan.setup];
  }

  /** Days added so far. */
  get days(): number {
    return this.#days;
  }

  /** Days that frames tell of: of a long run only those of whole blocks. */
  get daysTold(): number {
    return this.now.daysOf(null);
  }

  add(day: number, [now, baseline]: readonly DayResult[]): void {
    if (now === undefined) throw new RangeError(`Day ${day} has no result.`);
    const other = this.#baseline;
    if (other?.kind === 'paired') other.pairs.add(day, baseline!.record, now.record);
    else {
      this.now.add(day, now.record);
      if (other?.kind === 'apart') other.results.add(day, baseline!.record);
    }
    this.#days = day + 1;
  }

  /** No day will follow; of separate days none needs to know. */
  close(): void {
    const other = this.#baseline;
    if (other?.kind === 'paired') return other.pairs.close();
    this.now.close();
    if (other?.kind === 'apart') other.results.close();
  }

  /** What a frame shows of both sides, and what differs. */
  shown({ queue, language }: About): Pick<Frame, 'days' | 'halfWidth' | 'now' | 'baseline' | keyof Moved> {
    const report = this.report();
    const now = sideOf(report, this.plan, queue);
    const shown = {
      days: report.days.simulated,
      halfWidth: halfWidth(this.now.estimate(this.now.kpi('K-01')!)),
      now,
      baseline: null,
      ...NOTHING_MOVED,
    };
    const other = this.#baseline;
    if (other === null) return shown;
    if (other.kind === 'same') return { ...shown, baseline: { ...now, scenario: other.plan.setup.name } };
    const before = this.#reportOf(other.plan, other.kind === 'apart' ? other.results : other.pairs.baseline);
    const baseline = sideOf(before, other.plan, hasQueue(other.plan, queue) ? queue : null);
    if (other.kind === 'apart') return { ...shown, baseline };
    const comparison = this.#compared(other, 'allDays');
    const costs = { baseline: before.cost, now: report.cost };
    return { ...shown, baseline, ...movedOf(comparison, costs, language) };
  }

  report(): Report {
    return this.#reportOf(this.plan, this.now);
  }

  /** null: no baseline, the same scenario, or days that cannot be paired. */
  comparison(): Comparison | null {
    const other = this.#baseline;
    return other?.kind === 'paired' ? this.#compared(other, this.ended) : null;
  }

  #reportOf(plan: Side, results: Accumulator): Report {
    const { seed, days, setup } = plan;
    return buildReport(setup, results, {
      version,
      seed,
      days,
      ended: this.ended,
      set: this.#state.set,
      command: commandAgain(this.#state, plan, this.#days),
      warnings: [...plan.warnings, ...this.warnings],
    });
  }

  #compared(
    { plan, pairs, wanted, settings }: Extract<Baseline, { kind: 'paired' }>,
    ended: Ended,
  ): Comparison {
    const outcome = { days: this.#days, ended };
    const first = { ...plan, days: this.plan.days };
    return comparisonOf({ first, second: this.plan, pairs, outcome, wanted, settings });
  }
}

interface Sides {
  readonly plan: Side;
  readonly other: Side | null;
  readonly settings: readonly SettingChange[];
}

type Baseline =
  | { readonly kind: 'same'; readonly plan: Side }
  | { readonly kind: 'apart'; readonly plan: Side; readonly results: Accumulator }
  | {
      readonly kind: 'paired';
      readonly plan: Side;
      readonly pairs: PairAccumulator;
      readonly wanted: readonly Wanted[];
      readonly settings: readonly SettingChange[];
    };

function hasQueue({ setup }: Side, queue: string | null): boolean {
  return queue === null || setup.routing.queues.some(({ name }) => name === queue);
}

export function sideOf(report: Report, plan: Side, queue: string | null): FrameSide {
  const shown = hasQueue(plan, queue) ? queue : null;
  if (shown === null) return frameSide(report, { queue: null });
  const { routing, world } = plan.setup;
  const place = routing.queues.findIndex(({ name }) => name === shown);
  const serving = new Set(
    routing.agents.flatMap(({ group, queues }) => (queues.includes(place) ? [group] : [])),
  );
  return frameSide(report, {
    queue: shown,
    groups: world.groups.flatMap(({ name }, at) => (serving.has(at) ? [name] : [])),
  });
}
