/**
 * What many days say together. Records are joined in day order, whatever order the workers deliver them in: early ones wait for
 * their turn, so the result is the same bytes for any number of workers. Memory is flat in the number of days: of every KPI at
 * every place only the sums and products that its interval needs.
 *
 * Separate days are replicates, by kind of day, or pairs of them with mirrored luck. A long run is cut into blocks of days (batch means), and a block is one
 * replicate of the total and of each kind of day in it. It makes no sentence and no table.
 */
import type { Setup } from '../config/setup.ts';
import { invariant } from '../kernel/invariant.ts';
import { ratioEstimate, type Estimate, type RatioSums } from './confidence.ts';
import { controlGain, controlledEstimate, ControlSums } from './control-variates.ts';
import { Evaluator } from './evaluate.ts';
import { kpiById, type Kpi, type QuantileKpi, type RatioKpi, type Sample, type Scope } from './kpis.ts';
import { COARSE_SCALE } from './bins.ts';
import { IntervalWaits } from './interval-waits.ts';
import { batchCheck, BlockSeries, type BatchCheck } from './batches.ts';
import { HEADER, Q, QUEUE_CELLS, type Layout, type OverflowEdge, type TallyName } from './layout.ts';
import { Replicate } from './replicate.ts';
import { bandOf, distribution, quantileOf, SampleSums, scaleOf, type Band, type Point } from './samples.ts';
import { Tallies } from './tallies.ts';

/** Of which part of the centre, of the day and of the calendar; what is left out means all together. */
export interface Part {
  /** Queue or group, by the KPI's scope. */
  readonly place?: number | null;
  readonly interval?: number | null;
  readonly kind?: number | null;
}

export interface AccumulatorOptions {
  /** Long runs: days in a block. */
  readonly blockDays?: number;
  /** Separate days: each two in a row are an antithetic pair, which is one replicate. */
  readonly antithetic?: boolean;
  /** How many control variates come with each day; ratios are adjusted by them. */
  readonly controls?: number;
}

const PER_CELL = 5;
const NONE = new Float64Array(0);

/** A day that waits for its turn. */
interface Early {
  readonly record: Float64Array;
  readonly controls: Float64Array;
}

/**
 * The first day of an antithetic pair until the second one is there. What is told of a day (its longest wait) stays of a day: both
 * are evaluated apart and added up, where a block of a long run is one whole.
 */
class PairStarted {
  readonly #pair: Replicate;
  readonly #numerators: Float64Array;
  readonly #denominators: Float64Array;

  constructor(evaluator: Evaluator) {
    this.#pair = new Replicate(evaluator.layout);
    this.#numerators = new Float64Array(evaluator.length);
    this.#denominators = new Float64Array(evaluator.length);
  }

  /** The evaluator has read this day alone; with the second one it holds the sums of both, and both come back. */
  paired(evaluator: Evaluator, record: Float64Array): Replicate | null {
    const pair = this.#pair;
    if (pair.days === 2) pair.clear();
    pair.add(record);
    if (pair.days === 1) {
      this.#numerators.set(evaluator.numerators);
      this.#denominators.set(evaluator.denominators);
      return null;
    }
    for (let cell = 0; cell < evaluator.length; cell++) {
      evaluator.numerators[cell]! += this.#numerators[cell]!;
      evaluator.denominators[cell]! += this.#denominators[cell]!;
    }
    return pair;
  }
}

/** The sums of one population: a kind of day, or of a long run also the total. */
class Population {
  n = 0;
  days = 0;
  readonly samples: SampleSums;
  readonly waits: IntervalWaits;
  readonly tallies: Tallies;
  readonly controls: ControlSums | null;
  /** [cell][sum N, sum D, sum NN, sum ND, sum DD] */
  readonly #sums: Float64Array;
  /** [queue or all][whole day, then intervals] */
  readonly #longest: Float64Array;
  readonly #layout: Layout;

  constructor(evaluator: Evaluator, controls: number) {
    this.#layout = evaluator.layout;
    this.controls = controls === 0 ? null : new ControlSums(controls, evaluator.length);
    this.samples = new SampleSums(evaluator.layout);
    this.waits = new IntervalWaits(evaluator.layout);
    this.tallies = new Tallies(evaluator.layout);
    this.#sums = new Float64Array(PER_CELL * evaluator.length);
    this.#longest = new Float64Array(evaluator.layout.queues * (1 + evaluator.layout.intervals));
  }

  /** The evaluator has read this replicate. */
  add(evaluator: Evaluator, replicate: Replicate, controls: Float64Array): void {
    this.n += 1;
    this.days += replicate.days;
    const { numerators, denominators, length } = evaluator;
    this.controls?.add(numerators, denominators, controls);
    const sums = this.#sums;
    for (let cell = 0, at = 0; cell < length; cell++, at += PER_CELL) {
      const N = numerators[cell]!;
      const D = denominators[cell]!;
      if (D !== 0) {
        sums[at + 1]! += D;
        sums[at + 4]! += D * D;
      }
      if (N === 0) continue;
      sums[at]! += N;
      sums[at + 2]! += N * N;
      sums[at + 3]! += N * D;
    }
    this.samples.add(replicate);
    this.waits.add(replicate.waits);
    this.tallies.add(replicate);
    this.#addLongest(replicate);
  }

  #addLongest(replicate: Replicate): void {
    const { queues, slices, intervals, queueAt } = this.#layout;
    for (let queue = 0; queue < queues; queue++) {
      const to = queue * (1 + intervals);
      for (let slice = 0; slice < slices; slice++) {
        const wait =
          replicate.cells[queueAt + (queue * slices + slice) * QUEUE_CELLS.length + Q.longestWait]!;
        if (wait > this.#longest[to]!) this.#longest[to] = wait;
        if (slice < intervals && wait > this.#longest[to + 1 + slice]!) this.#longest[to + 1 + slice] = wait;
      }
    }
  }

  ratio(cell: number): RatioSums {
    const at = cell * PER_CELL;
    const sums = this.#sums;
    return {
      n: this.n,
      N: sums[at]!,
      D: sums[at + 1]!,
      NN: sums[at + 2]!,
      ND: sums[at + 3]!,
      DD: sums[at + 4]!,
    };
  }

  longest(queue: number | null, interval: number | null): number {
    const { queues, intervals } = this.#layout;
    const row = interval === null ? 0 : 1 + interval;
    let longest = 0;
    for (let each = queue ?? 0; each < (queue === null ? queues : queue + 1); each++)
      longest = Math.max(longest, this.#longest[each * (1 + intervals) + row]!);
    return longest;
  }
}

export class Accumulator {
  readonly setup: Setup;
  readonly layout: Layout;
  readonly kpis: readonly Kpi[];
  readonly #evaluator: Evaluator;
  readonly #kinds: readonly Population[];
  /** Of a long run; separate days have their kinds as strata instead. */
  readonly #whole: Population | null;
  readonly #blockDays: number;
  /** The block being filled: by kind and, last, the whole of it. Separate days need one, emptied for each. */
  readonly #blocks: readonly Replicate[];
  /** Of a long run the blocks of a few KPIs one by one, to see whether they hang together. */
  readonly #watched: readonly { readonly kpi: RatioKpi; readonly blocks: BlockSeries }[];
  /** Of an antithetic pair what its first day came to. */
  readonly #first: PairStarted | null;
  /** The controls of the replicate being filled. */
  readonly #controls: Float64Array;
  readonly #early = new Map<number, Early>();
  /** Of the days so far; a report reads three quantiles off each. */
  readonly #bands = new Map<string, Band>();
  /** KPIs asked for by ID: a report asks a thousand times for some dozens. */
  readonly #byId = new Map<string, Kpi | undefined>();
  #days = 0;

  constructor(setup: Setup, options: AccumulatorOptions = {}) {
    const evaluator = new Evaluator(setup);
    this.setup = setup;
    this.layout = evaluator.layout;
    this.kpis = evaluator.kpis;
    this.#evaluator = evaluator;
    const { antithetic = false, controls = 0 } = options;
    this.#kinds = setup.world.kinds.map(() => new Population(evaluator, controls));
    const isLong = setup.world.continuous;
    invariant(!isLong || (!antithetic && controls === 0), 'a long run has neither pairs nor controls');
    this.#whole = isLong ? new Population(evaluator, 0) : null;
    this.#blockDays = isLong
      ? (options.blockDays ?? blockDaysFor(setup, setup.world.days))
      : antithetic
        ? 2
        : 1;
    this.#watched = isLong ? this.#watch() : [];
    this.#first = antithetic ? new PairStarted(evaluator) : null;
    this.#controls = new Float64Array(controls);
    const blocks = isLong ? setup.world.kinds.length + 1 : 1;
    this.#blocks = Array.from({ length: blocks }, () => new Replicate(evaluator.layout));
  }

  /** Days joined so far; those that came early are not among them. */
  get days(): number {
    return this.#days;
  }

  /** Days in a replicate: 1, in a block of a long run more, 2 in an antithetic pair. */
  get blockDays(): number {
    return this.#blockDays;
  }

  /** Whether two days in a row are a pair with mirrored luck. */
  get isAntithetic(): boolean {
    return this.#first !== null;
  }

  /** Whether ratios are adjusted by control variates. */
  get hasControls(): boolean {
    return this.#controls.length > 0;
  }

  /** Replicates so far: what n counts. */
  get replicates(): number {
    return this.#whole === null ? this.#kinds.reduce((sum, { n }) => sum + n, 0) : this.#whole.n;
  }

  daysOf(kind: number | null): number {
    if (kind !== null) return this.#kinds[kind]!.days;
    return this.#kinds.reduce((sum, { days }) => sum + days, 0);
  }

  /**
   * The record of the day of that number, counted from 0.
   * @param controls of that day, less their means
   */
  add(day: number, record: Float64Array, controls: Float64Array = NONE): void {
    invariant(day >= this.#days && !this.#early.has(day), `day ${day} is added once`);
    invariant(controls.length === this.#controls.length, `a day has ${this.#controls.length} controls`);
    this.#early.set(day, { record, controls });
    for (let next = this.#early.get(this.#days); next !== undefined; next = this.#early.get(this.#days)) {
      this.#early.delete(this.#days);
      this.#days += 1;
      this.#join(next);
    }
  }

  #join({ record, controls }: Early): void {
    this.#bands.clear();
    const kind = record[HEADER.kind]!;
    if (this.#whole === null) {
      const day = this.#blocks[0]!;
      day.clear();
      day.add(record);
      this.#evaluator.read(day);
      for (let one = 0; one < controls.length; one++) this.#controls[one]! += controls[one]!;
      const replicate = this.#first === null ? day : this.#first.paired(this.#evaluator, record);
      if (replicate === null) return;
      this.#kinds[kind]!.add(this.#evaluator, replicate, this.#controls);
      this.#controls.fill(0);
      return;
    }
    this.#blocks[kind]!.add(record);
    const whole = this.#blocks[this.#kinds.length]!;
    whole.add(record);
    if (whole.days === this.#blockDays) this.#closeBlock();
  }

  /** The run is over: days that fill no whole block are a smaller one. Separate days need no end. */
  close(): void {
    if (this.#whole !== null && this.#blocks[this.#kinds.length]!.days > 0) this.#closeBlock();
  }

  #closeBlock(): void {
    this.#bands.clear();
    this.#blocks.forEach((block, at) => {
      if (block.days === 0) return;
      this.#evaluator.read(block);
      if (at === this.#kinds.length) this.#watchBlock(block);
      (this.#kinds[at] ?? this.#whole!).add(this.#evaluator, block, NONE);
      block.clear();
    });
  }

  #watch(): { readonly kpi: RatioKpi; readonly blocks: BlockSeries }[] {
    return WATCHED.flatMap((id) => {
      const kpi = this.kpi(id);
      return kpi?.form === 'ratio' ? [{ kpi, blocks: new BlockSeries() }] : [];
    });
  }

  /** A last block that is not full is not as long as the others. */
  #watchBlock({ days }: Replicate): void {
    if (days < this.#blockDays) return;
    const { numerators, denominators } = this.#evaluator;
    for (const { kpi, blocks } of this.#watched) {
      const cell = this.#evaluator.indexOf(kpi, null, null);
      blocks.add(numerators[cell]!, denominators[cell]!);
    }
  }

  /** Whether the blocks of a long run hang together, by a few KPIs of the whole centre; empty for separate days and few blocks. */
  batches(): readonly ({ readonly kpi: RatioKpi } & BatchCheck)[] {
    return this.#watched.flatMap(({ kpi, blocks }) => {
      const check = batchCheck(blocks.residuals);
      return check === null ? [] : [{ kpi, ...check }];
    });
  }

  /** A KPI by ID, `K-01` being the formula of the report; see `kpiById`. */
  kpi(id: string, scope: Scope | null = null): Kpi | undefined {
    const key = scope === null ? id : `${id}@${scope}`;
    if (!this.#byId.has(key))
      this.#byId.set(key, kpiById(this.kpis, id, this.setup.report.serviceLevel, scope));
    return this.#byId.get(key);
  }

  /** Whether single queues or groups are told by interval; in a centre of hundreds of queues only all together is. */
  tellsIntervals(scope: Scope): boolean {
    return this.#evaluator.tellsIntervals(scope);
  }

  estimate(kpi: Kpi, part: Part = {}): Estimate {
    const { place = null, interval = null, kind = null } = part;
    const populations = this.#populations(kind);
    switch (kpi.form) {
      case 'ratio':
        return this.#estimateCell(this.#evaluator.indexOf(kpi, place, interval), populations);
      case 'quantile':
        if (interval !== null) return this.#quantileOfInterval(kpi, part, populations);
        return quantileOf(
          kpi.p,
          this.#band(`${kpi.sample} ${place} ${kind}`, () =>
            bandOf(
              scaleOf(kpi.sample),
              populations.map(({ samples, n }) => samples.of(kpi.sample, place, n)),
            ),
          ),
        );
      case 'maximum': {
        const n = populations.reduce((sum, each) => sum + each.n, 0);
        const longest = Math.max(0, ...populations.map((each) => each.longest(place, interval)));
        return { mean: n === 0 ? null : longest, low: null, high: null, n };
      }
    }
  }

  /** Of the waits of all; other quantiles are of the whole day. */
  #quantileOfInterval(
    kpi: QuantileKpi,
    { place = null, interval = null, kind = null }: Part,
    populations: readonly Population[],
  ): Estimate {
    const band = this.#band(`${interval} ${kpi.byInterval} ${place} ${kind}`, () => {
      const strata = kpi.byInterval
        ? populations.map(({ waits, n: of }) => waits.of(place, interval!, of))
        : [];
      // A kind of day on which nobody waited here has no sums, but its days count.
      return bandOf(
        COARSE_SCALE,
        populations.map(({ n }, at) => {
          const ratios = strata[at] ?? [];
          return ratios.length > 0 ? ratios : [noneOf(n)];
        }),
      );
    });
    return quantileOf(kpi.p, band);
  }

  /** Made once for all quantiles that are read off it, until another day comes. */
  #band(key: string, make: () => Band): Band {
    let band = this.#bands.get(key);
    if (band === undefined) {
      band = make();
      this.#bands.set(key, band);
    }
    return band;
  }

  /** Overflow from queue to queue that the setup allows; its numbers by `estimateEdge`. */
  get edges(): readonly OverflowEdge[] {
    return this.layout.edges;
  }

  estimateEdge(edge: number, as: 'share' | 'perDay'): Estimate {
    return this.#estimateCell(this.#evaluator.indexOfEdge(edge, as), this.#populations(null));
  }

  /** What the controls gain: the variance of the plain ratio over that of the adjusted one; null where there are none. */
  controlGain(kpi: RatioKpi, place: number | null = null): number | null {
    if (this.#controls.length === 0) return null;
    return controlGain(this.#controlled(this.#evaluator.indexOf(kpi, place, null), this.#populations(null)));
  }

  #estimateCell(cell: number, populations: readonly Population[]): Estimate {
    if (cell < 0) return ratioEstimate([]);
    return this.#controls.length === 0
      ? ratioEstimate(populations.map((population) => population.ratio(cell)))
      : controlledEstimate(this.#controlled(cell, populations));
  }

  #controlled(cell: number, populations: readonly Population[]) {
    return populations.map((population) => population.controls!.of(cell, population.ratio(cell)));
  }

  /** How many fell in each of the even bins of `bins.ts` on all days; it ends with the last filled one. */
  tally(name: TallyName, queue: number | null): readonly number[] {
    const sums: number[] = [];
    for (const { tallies } of this.#populations(null)) tallies.addTo(sums, name, queue);
    return sums;
  }

  /** The sums behind a ratio, by stratum. */
  sums(kpi: RatioKpi, part: Part = {}): RatioSums[] {
    const { place = null, interval = null, kind = null } = part;
    const cell = this.#evaluator.indexOf(kpi, place, interval);
    if (cell < 0) return [];
    return this.#populations(kind).map((population) => population.ratio(cell));
  }

  /** The share of a sample that does not exceed each value. */
  distribution(sample: Sample, queue: number | null, kind: number | null = null): Point[] {
    return distribution(
      scaleOf(sample),
      this.#populations(kind).map(({ samples, n }) => samples.of(sample, queue, n)),
    );
  }

  #populations(kind: number | null): readonly Population[] {
    if (kind !== null) return [this.#kinds[kind]!];
    return this.#whole === null ? this.#kinds : [this.#whole];
  }
}

function noneOf(n: number): RatioSums {
  return { n, N: 0, D: 0, NN: 0, ND: 0, DD: 0 };
}

/** Service level, wait of all, occupancy: what lasts longest from one block to the next. */
const WATCHED = ['K-01', 'K-03', 'K-09'] as const;

const BLOCKS_WANTED = 30;
const BLOCKS_ENOUGH = 10;

/**
 * Long runs: blocks so long that what is left over from one to the next is little, and so many that Student's t is near the
 * normal: about 30, of whole turns of the calendar where that leaves at least 10.
 */
export function blockDaysFor(setup: Setup, days: number): number {
  const wanted = Math.max(1, Math.floor(days / BLOCKS_WANTED));
  const turn = setup.world.calendar.length;
  const whole = Math.ceil(wanted / turn) * turn;
  return days / whole >= BLOCKS_ENOUGH ? whole : wanted;
}
