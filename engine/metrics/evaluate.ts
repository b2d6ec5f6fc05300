/**
 * The formulas at work: of one replicate, numerator and denominator of every ratio KPI at every place (each queue or group,
 * then all together) and of the intervals where the KPI is told by interval. Flat arrays in a fixed order, so that what adds
 * them up over days, or pairs them with another scenario's, needs no names.
 */
import type { Setup } from '../config/setup.ts';
import { invariant } from '../kernel/invariant.ts';
import { kpisOf, termsOf, type Kpi, type RatioKpi, type Scope } from './kpis.ts';
import {
  C,
  CENTRE_CELLS,
  G,
  GROUP_CELLS,
  layoutOf,
  Q,
  QUEUE_CELLS,
  QD,
  QUEUE_DAY_CELLS,
  tellsIntervals,
  type Layout,
} from './layout.ts';
import type { Replicate } from './replicate.ts';

/** Beside the cells of the record: 1 in each replicate, its days, the measured time, the arrivals. */
const SHARED = ['one', 'days', 'elapsed', 'arrived'] as const;

/** Beside the cells of a group: the same time without what lies outside the grid, after closing above all. */
const IN_HOURS = ['handlingInHours', 'availableInHours'] as const;
const HANDLING = [G.ringing, G.dialling, G.talking, G.wrappingUp] as const;

const NAMES: Readonly<Record<Scope, readonly string[]>> = {
  queue: [...QUEUE_CELLS, ...QUEUE_DAY_CELLS, ...SHARED],
  group: [...GROUP_CELLS, ...IN_HOURS, ...SHARED],
  centre: [...QUEUE_CELLS, ...QUEUE_DAY_CELLS, ...SHARED, ...CENTRE_CELLS],
};
const SHARED_AT: Readonly<Record<Scope, number>> = {
  queue: QUEUE_CELLS.length + QUEUE_DAY_CELLS.length,
  group: GROUP_CELLS.length + IN_HOURS.length,
  centre: QUEUE_CELLS.length + QUEUE_DAY_CELLS.length,
};

interface Formula {
  readonly cells: Int32Array;
  readonly signs: Float64Array;
}

function compile(scope: Scope, formula: string): Formula {
  const terms = termsOf(formula);
  const names = NAMES[scope];
  const cells = Int32Array.from(terms, ({ cell }) => names.indexOf(cell));
  invariant(!cells.includes(-1), `every term of "${formula}" is a cell of a ${scope}`);
  return { cells, signs: Float64Array.from(terms, ({ sign }) => sign) };
}

function valueOf(formula: Formula, vector: Float64Array): number {
  const { cells, signs } = formula;
  let sum = 0;
  for (let at = 0; at < cells.length; at++) sum += signs[at]! * vector[cells[at]!]!;
  return sum;
}

interface Compiled {
  readonly kpi: RatioKpi;
  readonly numerator: Formula;
  readonly denominator: Formula;
  /** Index of the first of its cells: of each place [whole day, then intervals], and the same of all together. */
  readonly first: number;
  /** Cells of a single place; all together always has its intervals. */
  readonly perPlace: number;
}

/** Interval `null`: the whole day. The slice outside the grid counts in the whole day only. */
export class Evaluator {
  readonly layout: Layout;
  readonly kpis: readonly Kpi[];
  readonly length: number;
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  readonly #compiled: Readonly<Record<Scope, readonly Compiled[]>>;
  readonly #byInterval: Readonly<Record<Scope, readonly Compiled[]>>;
  readonly #at = new Map<Kpi, Compiled>();
  /** Where overflow from queue to queue begins: of each edge its share of those who reached the queue, then its number. */
  readonly #edgesAt: number;
  readonly #reached: Float64Array;
  readonly #vector: Float64Array;
  readonly #total: Float64Array;
  readonly #totals: readonly Float64Array[];

  constructor(setup: Setup) {
    const layout = layoutOf(setup);
    this.layout = layout;
    this.kpis = kpisOf(setup.report);
    const compiled: Record<Scope, Compiled[]> = { queue: [], group: [], centre: [] };
    let length = 0;
    for (const kpi of this.kpis) {
      if (kpi.form !== 'ratio') continue;
      const perPlace = this.tellsIntervals(kpi.scope) && kpi.byInterval ? 1 + layout.intervals : 1;
      const entry: Compiled = {
        kpi,
        numerator: compile(kpi.scope, kpi.numerator),
        denominator: compile(kpi.scope, kpi.denominator),
        first: length,
        perPlace,
      };
      compiled[kpi.scope].push(entry);
      this.#at.set(kpi, entry);
      length += (this.places(kpi.scope) - 1) * perPlace + (kpi.byInterval ? 1 + layout.intervals : 1);
    }
    this.#compiled = compiled;
    this.#byInterval = {
      queue: compiled.queue.filter(({ kpi }) => kpi.byInterval),
      group: compiled.group.filter(({ kpi }) => kpi.byInterval),
      centre: compiled.centre.filter(({ kpi }) => kpi.byInterval),
    };
    this.#edgesAt = length;
    length += 2 * layout.edges.length;
    this.#reached = new Float64Array(layout.queues);
    this.length = length;
    this.numerators = new Float64Array(length);
    this.denominators = new Float64Array(length);
    this.#vector = new Float64Array(NAMES.centre.length);
    this.#total = new Float64Array(NAMES.centre.length);
    this.#totals = Array.from({ length: layout.intervals }, () => new Float64Array(NAMES.centre.length));
  }

  /** Each queue or group, and last all together; of the centre there is one. */
  places(scope: Scope): number {
    const { queues, groups } = this.layout;
    return scope === 'queue' ? queues + 1 : scope === 'group' ? groups + 1 : 1;
  }

  /** Whether single queues or groups are told by interval; all together always is. */
  tellsIntervals(scope: Scope): boolean {
    return tellsIntervals(this.places(scope) - 1, this.layout.intervals);
  }

  /** Where a KPI's value stands, or -1: not told. `place` null: all together. */
  indexOf(kpi: RatioKpi, place: number | null, interval: number | null): number {
    const entry = this.#at.get(kpi);
    invariant(entry !== undefined, `${kpi.id} ${kpi.stat} is among the evaluator's KPIs`);
    if (interval !== null && (!kpi.byInterval || (place !== null && entry.perPlace === 1))) return -1;
    const row = place ?? this.places(kpi.scope) - 1;
    return entry.first + row * entry.perPlace + (interval === null ? 0 : 1 + interval);
  }

  /** Where an edge of the layout stands: as a share of those who reached the queue, or as a number per day. */
  indexOfEdge(edge: number, as: 'share' | 'perDay'): number {
    return this.#edgesAt + 2 * edge + (as === 'share' ? 0 : 1);
  }

  read(replicate: Replicate): void {
    this.#readScope('queue', replicate);
    this.#readScope('group', replicate);
    this.#readEdges(replicate);
  }

  #readEdges(replicate: Replicate): void {
    const { edges, edgeAt } = this.layout;
    for (let edge = 0; edge < edges.length; edge++) {
      const at = this.#edgesAt + 2 * edge;
      const moved = replicate.cells[edgeAt + edge]!;
      this.numerators[at] = moved;
      this.denominators[at] = this.#reached[edges[edge]!.queue]!;
      this.numerators[at + 1] = moved;
      this.denominators[at + 1] = replicate.days;
    }
  }

  /** Place by place; the vectors of all together are made on the way. The centre is all queues together, and its own cells. */
  #readScope(scope: 'queue' | 'group', replicate: Replicate): void {
    const { layout } = this;
    const total = this.#total;
    const totals = this.#totals;
    total.fill(0);
    for (const each of totals) each.fill(0);
    const places = scope === 'queue' ? layout.queues : layout.groups;
    const isTold = this.tellsIntervals(scope);
    // Cells of the whole day have no interval.
    const sliced = scope === 'queue' ? QUEUE_CELLS.length : SHARED_AT.group;
    for (let place = 0; place < places; place++) {
      this.#readWhole(scope, replicate, place);
      if (scope === 'queue') this.#reached[place] = this.#vector[Q.reached]!;
      join(total, this.#vector, SHARED_AT[scope], scope);
      this.#evaluate(this.#compiled[scope], place, 0);
      for (let interval = 0; interval < layout.intervals; interval++) {
        const isFilled = this.#readSlice(scope, replicate, place, interval);
        if (isFilled) join(totals[interval]!, this.#vector, sliced, scope);
        if (isTold) this.#evaluate(this.#byInterval[scope], place, 1 + interval);
      }
    }
    this.#evaluateTotals(scope, replicate, places);
  }

  #evaluateTotals(scope: 'queue' | 'group', replicate: Replicate, place: number): void {
    const { layout } = this;
    this.#vector.set(this.#total);
    this.#share(scope, replicate, null);
    if (scope === 'queue') {
      // All together meets the target by its own intervals, not by those of its queues.
      const day = QUEUE_CELLS.length;
      this.#vector[day + QD.intervalsMet] = this.#centreCell(replicate, C.togetherMet, null);
      this.#vector[day + QD.intervalsCounted] = this.#centreCell(replicate, C.togetherCounted, null);
    }
    this.#evaluate(this.#compiled[scope], place, 0);
    if (scope === 'queue') {
      this.#addCentre(replicate, null);
      this.#evaluate(this.#compiled.centre, 0, 0);
    }
    for (let interval = 0; interval < layout.intervals; interval++) {
      this.#vector.set(this.#totals[interval]!);
      this.#share(scope, replicate, interval);
      this.#evaluate(this.#byInterval[scope], place, 1 + interval);
      if (scope !== 'queue') continue;
      this.#addCentre(replicate, interval);
      this.#evaluate(this.#byInterval.centre, 0, 1 + interval);
    }
  }

  #evaluate(entries: readonly Compiled[], place: number, row: number): void {
    const vector = this.#vector;
    for (let at = 0; at < entries.length; at++) {
      const { numerator, denominator, first, perPlace } = entries[at]!;
      const cell = first + place * perPlace + row;
      this.numerators[cell] = valueOf(numerator, vector);
      this.denominators[cell] = valueOf(denominator, vector);
    }
  }

  /** The whole day of a place: its slices added up. Averages over time are of the hours on the grid only. */
  #readWhole(scope: 'queue' | 'group', replicate: Replicate, place: number): void {
    const { layout } = this;
    const { cells } = replicate;
    const vector = this.#vector;
    const stride = scope === 'queue' ? QUEUE_CELLS.length : GROUP_CELLS.length;
    const base = (scope === 'queue' ? layout.queueAt : layout.groupAt) + place * layout.slices * stride;
    vector.fill(0);
    for (let slice = 0; slice < layout.slices; slice++) {
      const from = base + slice * stride;
      const isOutside = slice === layout.intervals;
      for (let cell = 0; cell < stride; cell++) {
        const value = cells[from + cell]!;
        if (value === 0) continue;
        if (scope === 'queue') {
          if (cell === Q.longestWait) {
            if (value > vector[cell]!) vector[cell] = value;
            continue;
          }
          if (isOutside && (cell === Q.waitingArea || cell === Q.callbackArea)) continue;
        }
        vector[cell]! += value;
      }
      if (scope === 'group' && !isOutside) addInHours(vector, cells, from);
    }
    if (scope === 'queue') {
      const day = layout.queueDayAt + place * QUEUE_DAY_CELLS.length;
      for (let cell = 0; cell < QUEUE_DAY_CELLS.length; cell++) vector[stride + cell] = cells[day + cell]!;
    }
    this.#share(scope, replicate, null);
  }

  /** False when all cells are 0. */
  #readSlice(scope: 'queue' | 'group', replicate: Replicate, place: number, slice: number): boolean {
    const { layout } = this;
    const { cells } = replicate;
    const vector = this.#vector;
    const stride = scope === 'queue' ? QUEUE_CELLS.length : GROUP_CELLS.length;
    const base =
      (scope === 'queue' ? layout.queueAt : layout.groupAt) + (place * layout.slices + slice) * stride;
    let isEmpty = true;
    for (let cell = 0; cell < stride; cell++) {
      const value = cells[base + cell]!;
      vector[cell] = value;
      if (value !== 0) isEmpty = false;
    }
    // Cells of the whole day have no interval; no formula by interval uses them.
    if (scope === 'queue') vector.fill(0, stride, stride + QUEUE_DAY_CELLS.length);
    else {
      vector.fill(0, stride, stride + IN_HOURS.length);
      addInHours(vector, cells, base);
    }
    this.#share(scope, replicate, slice);
    return !isEmpty;
  }

  #share(scope: Scope, replicate: Replicate, slice: number | null): void {
    const at = SHARED_AT[scope];
    const vector = this.#vector;
    vector[at] = 1;
    vector[at + 1] = replicate.days;
    vector[at + 2] = this.#centreCell(replicate, C.elapsed, slice);
    vector[at + 3] = this.#centreCell(replicate, C.arrived, slice);
  }

  #addCentre(replicate: Replicate, slice: number | null): void {
    const at = SHARED_AT.centre + SHARED.length;
    for (let cell = 0; cell < CENTRE_CELLS.length; cell++)
      this.#vector[at + cell] = this.#centreCell(replicate, cell, slice);
  }

  /** Time counts on the grid only, what arrives counts always. */
  #centreCell(replicate: Replicate, cell: number, slice: number | null): number {
    const { centreAt, slices, intervals } = this.layout;
    const stride = CENTRE_CELLS.length;
    if (slice !== null) return replicate.cells[centreAt + slice * stride + cell]!;
    const last = cell === C.elapsed ? intervals : slices;
    let sum = 0;
    for (let each = 0; each < last; each++) sum += replicate.cells[centreAt + each * stride + cell]!;
    return sum;
  }
}

/** Of one slice of a group, which begins at `from` among the cells. */
function addInHours(vector: Float64Array, cells: Float64Array, from: number): void {
  for (const cell of HANDLING) vector[GROUP_CELLS.length]! += cells[from + cell]!;
  vector[GROUP_CELLS.length + 1]! += cells[from + G.available]!;
}

/** Adds the first cells of a vector to a total; the longest wait is the longest. */
function join(total: Float64Array, vector: Float64Array, length: number, scope: 'queue' | 'group'): void {
  const longest = scope === 'queue' ? Math.max(total[Q.longestWait]!, vector[Q.longestWait]!) : 0;
  for (let cell = 0; cell < length; cell++) total[cell]! += vector[cell]!;
  if (scope === 'queue') total[Q.longestWait] = longest;
}
