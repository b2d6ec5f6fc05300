/**
 * Two to four variants over the same days with the same luck, side by side: frames show the first n days of all of them, and how each
 * differs from the first. It knows no pool of workers and no screen.
 */
import { PairAccumulator, version } from '../../engine/index.ts';
import type { Accumulator } from '../../engine/index.ts';
import { buildReport } from '../../reports/model.ts';
import type { Report } from '../../reports/schema.ts';
import type { Language } from '../../reports/words.ts';
import { comparisonOf } from '../comparison-of.ts';
import type { Outcome, ThreadSource } from '../course.ts';
import { OptionError } from '../stopping.ts';
import type { RunEnd, RunState, VariantsFrame, VariantsRequest } from './api.ts';
import type { DayStore } from './day-store.ts';
import { FramePacer } from './frame-pacer.ts';
import { ABANDONED } from './live-run.ts';
import { movedOf } from './moved.ts';
import type { Reader, Side } from './reader.ts';
import { sideOf } from './run-so-far.ts';

export interface VariantsOptions {
  readonly id: number;
  readonly language: Language;
  readonly reader: Reader;
  readonly store: DayStore;
  readonly signal: AbortSignal;
  readonly onFrame: (frame: VariantsFrame) => unknown;
  readonly onReplaced: () => void;
  readonly workers?: number | undefined;
  readonly threads?: ThreadSource | undefined;
}

const VARIANTS_MOST = 4;

export class VariantsRun {
  readonly #request: VariantsRequest;
  readonly #options: VariantsOptions;
  readonly #plans: readonly Side[];
  /** Each but the first beside the first. */
  readonly #pairs: readonly PairAccumulator[];

  private constructor(request: VariantsRequest, options: VariantsOptions, plans: readonly Side[]) {
    this.#request = request;
    this.#options = options;
    this.#plans = plans;
    const [first, ...others] = plans.map(({ setup }) => setup);
    if (others.some(({ world }) => world.continuous !== first!.world.continuous))
      throw new OptionError('Separate days cannot be compared with a long run (days: continuous).');
    this.#pairs = others.map((other) => new PairAccumulator(first!, other));
  }

  /** Throws when one of them cannot be run. */
  static async of(request: VariantsRequest, options: VariantsOptions): Promise<VariantsRun> {
    const { variants } = request;
    if (variants.length < 2 || variants.length > VARIANTS_MOST)
      throw new OptionError(`Two to ${VARIANTS_MOST} variants stand side by side, not ${variants.length}.`);
    const plans = await Promise.all(variants.map((variant) => options.reader.side(variant, request)));
    return new VariantsRun(request, options, plans);
  }

  async play(): Promise<RunEnd> {
    const { store, signal, workers, threads, onFrame, onReplaced } = this.#options;
    const { seed, days } = this.#request;
    const pacer = new FramePacer(onFrame);
    const outcome = await store.simulate({
      setups: this.#plans.map(({ setup }) => setup),
      seed,
      days,
      workers,
      threads,
      signal,
      onReplaced,
      onDay: (day, [first, ...others]) => {
        this.#pairs.forEach((pair, at) => pair.add(day, first!.record, others[at]!.record));
        if (day + 1 < days && this.#told > 0) pacer.offer(day + 1, days, () => this.#frame('refining'));
        return true;
      },
    });
    if (outcome.days > 0 && signal.reason !== ABANDONED) {
      for (const pair of this.#pairs) pair.close();
      onFrame(this.#frame(outcome.ended));
    }
    return { state: outcome.ended, days: outcome.days };
  }

  /** Days that frames tell of: of a long run only those of whole blocks. */
  get #told(): number {
    return this.#pairs[0]!.baseline.daysOf(null);
  }

  #frame(state: RunState): VariantsFrame {
    const outcome: Outcome = { days: this.#pairs[0]!.days, ended: 'allDays' };
    const results = [this.#pairs[0]!.baseline, ...this.#pairs.map(({ candidate }) => candidate)];
    const reports = results.map((each, at) => this.#report(at, each));
    return {
      run: this.#options.id,
      state,
      days: reports[0]!.days.simulated,
      asked: this.#request.days,
      sides: reports.map((report, at) => sideOf(report, this.#plans[at]!, null)),
      moved: this.#pairs.map((pairs, at) => {
        const [first, second] = [this.#plans[0]!, this.#plans[at + 1]!];
        const comparison = comparisonOf({ first, second, pairs, outcome, wanted: [], settings: [] });
        const costs = { baseline: reports[0]!.cost, now: reports[at + 1]!.cost };
        return movedOf(comparison, costs, this.#options.language).moved;
      }),
    };
  }

  #report(at: number, results: Accumulator): Report {
    const { setup, seed, days, warnings } = this.#plans[at]!;
    const { set } = this.#request.variants[at]!;
    return buildReport(setup, results, {
      version,
      seed,
      days,
      ended: 'allDays',
      set,
      command: '',
      warnings,
    });
  }
}
