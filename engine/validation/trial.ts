/**
 * One play of a case while it goes on: joins replicates in order, says how many more are needed, and what its numbers came to. It stops when
 * every half-width is as narrow as asked for, looked at first after 100 replicates, since earlier a z is too large too often.
 *
 * What it asks for depends on the replicates alone, never on who plays them: any number of workers comes to the same numbers.
 */
import type { Setup } from '../config/setup.ts';
import type { SimulationTolerance } from './case.ts';
import { Choosing } from './choosing.ts';
import { Moments } from './measure.ts';
import type { Play } from './plan.ts';
import { callsPerReplicate, type Stretch } from './play.ts';
import { RunResults } from './runs.ts';
import { seedOf } from './seeds.ts';
import { rangeVerdict, verdictOf, type Verdict } from './verdict.ts';
import { Row, WatchLayout } from './watch-cells.ts';

export interface TrialOptions {
  readonly tolerance: SimulationTolerance;
  /** What its luck is made from; another text is fresh luck. */
  readonly luck: string;
  /** So many replicates, whatever the width; left out: until the widths are reached. */
  readonly replicates?: number | undefined;
  /** Calls after which it ends, whatever the width. */
  readonly mostCalls: number;
}

const LEAST = 100;
const LEAST_CALLS = 50_000;
/** A stretch is about half a second of work: enough not to wait for messages, little enough to share out and to stop. */
const STRETCH_CALLS = 200_000;
/** Blocks of a long run for each block of its warm-up. */
const PER_WARM_UP = 20;
/** More is played at once than the widths seem to need, or it would be looked at again and again. */
const SPARE = 1.05;

export class Trial {
  readonly play: Play;
  readonly layouts: readonly WatchLayout[];
  readonly #options: TrialOptions;
  readonly #callsPerReplicate: number;
  readonly #isContinuous: boolean;
  readonly #moments: readonly Moments[];
  readonly #choosings: readonly Choosing[];
  readonly #runs: RunResults | null;
  #stretches = 0;
  #asked = 0;
  replicates = 0;
  calls = 0;

  constructor(play: Play, setups: readonly Setup[], options: TrialOptions) {
    this.play = play;
    this.layouts = setups.map((setup) => new WatchLayout(setup, play.watch));
    this.#options = options;
    this.#callsPerReplicate = setups.reduce((sum, each) => sum + callsPerReplicate(each, play.blockDays), 0);
    this.#isContinuous = setups[0]?.world.continuous === true;
    this.#moments = play.checks.map(({ quantity }) => new Moments(quantity));
    this.#choosings = play.choices.map((choice) => new Choosing(choice));
    this.#runs = play.runs === null ? null : new RunResults(play.runs);
  }

  /** What is to be played now: when all of it is joined, it is asked again. Nothing: enough is known. */
  next(): Stretch[] {
    const more = this.#wanted() - this.#asked;
    if (more <= 0) return [];
    this.#asked += more;
    return this.#runs === null ? this.#stretchesOf(more) : this.#runsOf(more);
  }

  /** The rows of a stretch, by arm, in the order in which they were asked for. */
  add(stretch: Stretch, rows: readonly Float64Array[]): void {
    const runBlocks: Row[] = [];
    for (let at = 0; at < stretch.count; at++) {
      const arms = this.layouts.map(
        (layout, arm) => new Row(layout, rows[arm]!.subarray(at * layout.length, (at + 1) * layout.length)),
      );
      for (const arm of arms) this.calls += arm.of('calls');
      if (this.#runs === null) this.#replicate(arms);
      else runBlocks.push(arms[0]!);
    }
    if (this.#runs === null) return;
    this.#runs.add(runBlocks);
    this.replicates += 1;
  }

  #replicate(arms: readonly Row[]): void {
    this.replicates += 1;
    this.play.checks.forEach(({ arm }, at) => this.#moments[at]!.add(arms[arm]!));
    for (const choosing of this.#choosings) choosing.add(arms);
  }

  verdicts(): Verdict[] {
    const { tolerance } = this.#options;
    const checks = this.play.checks.map((check, at) =>
      verdictOf(check, this.#moments[at]!.measured(), this.calls, tolerance),
    );
    const runs = (this.#runs?.checks() ?? []).map(({ name, expected, measured, range }) =>
      range === null
        ? verdictOf({ name, expected, isShare: false, reference: null }, measured, this.calls, tolerance)
        : rangeVerdict(name, expected, measured, range),
    );
    return [...checks, ...runs, ...this.#choosings.map((choosing) => choosing.verdict())];
  }

  // ------------------------------------------------------------------ how much

  #wanted(): number {
    const { replicates, mostCalls } = this.#options;
    if (replicates !== undefined) return replicates;
    if (this.play.runs !== null) return this.play.runs.count;
    const first = Math.max(LEAST, this.play.least, Math.ceil(LEAST_CALLS / this.#callsPerReplicate));
    const done = this.replicates;
    if (done === 0) return first;
    if (this.calls >= mostCalls) return done;
    const wide = Math.max(
      1,
      ...this.verdicts()
        .filter(({ isNarrow }) => !isNarrow)
        .map(timesMore),
    );
    if (wide === 1) return done;
    const most = Math.ceil((done * mostCalls) / this.calls);
    // At most four times as many at once: what few replicates say of a width is not much.
    return Math.min(most, Math.ceil(done * Math.min(4, Math.max(1.2, SPARE * wide))));
  }

  #stretchesOf(count: number): Stretch[] {
    const size = Math.max(1, Math.round(STRETCH_CALLS / this.#callsPerReplicate));
    // A long run pays for its warm-up with each stretch.
    const least = this.#isContinuous ? Math.max(size, PER_WARM_UP) : size;
    const stretches: Stretch[] = [];
    for (let done = 0; done < count;) {
      const rest = count - done;
      const part = rest < 1.5 * least ? rest : least;
      stretches.push(this.#stretch(this.#asked - count + done, part));
      done += part;
    }
    return stretches;
  }

  #runsOf(count: number): Stretch[] {
    const blocks = this.play.runs?.blocks ?? 1;
    return Array.from({ length: count }, () => this.#stretch(0, blocks));
  }

  /** Separate days are told apart by their number, long runs by their seed. */
  #stretch(first: number, count: number): Stretch {
    const { luck } = this.#options;
    const number = this.#stretches++;
    return this.#isContinuous
      ? { seed: seedOf(`${luck}/${number}`), first: 0, count }
      : { seed: seedOf(luck), first, count };
  }
}

/** How many times as many replicates a number needs to be narrow. */
function timesMore({ half, widest, margin }: Verdict): number {
  if (margin !== null) return margin <= 0 ? 4 : (2.7 / margin) ** 2;
  // Nothing has happened yet that would tell the width.
  if (widest === null || !Number.isFinite(half)) return 4;
  return (half / widest) ** 2;
}
