/**
 * Several agents whose calls are made of exponential phases: M/PH/c, exactly. The state is how many calls are in each phase and how
 * many callers wait. Above c calls every level looks the same, so the probabilities go down by one matrix R per level (Neuts 1981,
 * Matrix-Geometric Solutions); below, level by level. R by logarithmic reduction (Latouche and Ramaswami 1993).
 *
 * Any unit of time will do, the same for the rate, the phases and the answers.
 */
import { Matrix } from './dense-matrix.ts';
import { meanTimes } from './phase-type.ts';
import type { PhaseType } from './phase-type.ts';

export interface ManyAgents {
  readonly occupancy: number;
  /** An arriving caller does not start at once. */
  readonly pWait: number;
  readonly meanQueue: number;
  /** Over all callers. */
  readonly meanWait: number;
}

/** Ways to spread c calls over the phases: the work grows with the cube. 400 take about a second. */
const STATES_MAX = 800;

/**
 * @throws {RangeError} when the agents cannot keep up, or there are more ways to spread them over the phases than can be handled
 */
export function phaseTypeAgents(arrivalRate: number, handle: PhaseType, agents: number): ManyAgents {
  const mean = meanTimes(handle).reduce((sum, each) => sum + each, 0);
  const occupancy = (arrivalRate * mean) / agents;
  if (!(Number.isInteger(agents) && agents >= 1 && arrivalRate > 0 && occupancy < 1))
    throw new RangeError(`${agents} agents cannot keep up with a load of ${arrivalRate * mean} erlang.`);
  const phases = handle.rates.length;
  if (waysToSpread(agents, phases) > STATES_MAX)
    throw new RangeError(`${agents} agents with ${phases} phases are too many states to solve exactly.`);
  const levels = Array.from({ length: agents + 1 }, (_, calls) => new Level(calls, handle, arrivalRate));
  const full = levels[agents]!;
  const rate = rateMatrix(arrivalRate, full);
  // Level c, seen from below: everything above has been folded into it.
  let folded = full.within.plus(rate.times(full.nextCallStarts()));
  const down: Matrix[] = [];
  for (let calls = agents; calls >= 1; calls--) {
    // p(n) = p(n-1) up(n-1) (-folded(n))^-1
    const step = solveLeft(levels[calls - 1]!.arrival(levels[calls]!), folded);
    down[calls] = step;
    folded = levels[calls - 1]!.within.plus(step.times(levels[calls]!.completion(levels[calls - 1]!)));
  }
  let row = Matrix.identity(1);
  let below = 1;
  for (let calls = 1; calls <= agents; calls++) {
    row = row.times(down[calls]!);
    if (calls < agents) below += row.rowSums()[0]!;
  }
  // Σ R^k and Σ k R^k over the levels from c on.
  const room = Matrix.identity(full.size).plus(rate, -1);
  const upper = row.times(room.solve(Matrix.identity(full.size)));
  const atOrAbove = upper.rowSums()[0]!;
  const waiting = upper
    .times(rate)
    .times(room.solve(Matrix.identity(full.size)))
    .rowSums()[0]!;
  const meanQueue = waiting / (below + atOrAbove);
  return { occupancy, pWait: atOrAbove / (below + atOrAbove), meanQueue, meanWait: meanQueue / arrivalRate };
}

/** So many calls in service, in every way they can be spread over the phases. */
class Level {
  readonly #states: readonly (readonly number[])[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #handle: PhaseType;
  readonly #arrivalRate: number;
  /** Rates of moves within the level, with what leaves it on the diagonal. */
  readonly within: Matrix;

  constructor(calls: number, handle: PhaseType, arrivalRate: number) {
    this.#handle = handle;
    this.#arrivalRate = arrivalRate;
    this.#states = spreads(calls, handle.rates.length);
    this.#places = new Map(this.#states.map((state, place) => [state.join(), place]));
    this.within = this.#within();
  }

  get size(): number {
    return this.#states.length;
  }

  #within(): Matrix {
    const matrix = new Matrix(this.size, this.size);
    const { rates, next } = this.#handle;
    this.#states.forEach((state, from) => {
      matrix.add(from, from, -this.#arrivalRate);
      state.forEach((calls, i) => {
        if (calls === 0) return;
        matrix.add(from, from, -calls * rates[i]!);
        next[i]!.forEach((chance, j) => {
          if (chance > 0) matrix.add(from, this.#place(moved(state, i, j)), calls * rates[i]! * chance);
        });
      });
    });
    return matrix;
  }

  /** A call comes and starts at once. */
  arrival(above: Level): Matrix {
    const matrix = new Matrix(this.size, above.size);
    this.#states.forEach((state, from) => {
      this.#handle.start.forEach((chance, j) => {
        if (chance > 0) matrix.add(from, above.#place(moved(state, -1, j)), this.#arrivalRate * chance);
      });
    });
    return matrix;
  }

  /** A call ends and nobody waits. */
  completion(below: Level): Matrix {
    const matrix = new Matrix(this.size, below.size);
    this.#states.forEach((state, from) => {
      state.forEach((calls, i) => {
        const rate = calls * this.#endRate(i);
        if (rate > 0) matrix.add(from, below.#place(moved(state, i, -1)), rate);
      });
    });
    return matrix;
  }

  /** A call ends and the next one waiting starts. */
  nextCallStarts(): Matrix {
    const matrix = new Matrix(this.size, this.size);
    this.#states.forEach((state, from) => {
      state.forEach((calls, i) => {
        const rate = calls * this.#endRate(i);
        if (rate === 0) return;
        this.#handle.start.forEach((chance, j) => {
          if (chance > 0) matrix.add(from, this.#place(moved(state, i, j)), rate * chance);
        });
      });
    });
    return matrix;
  }

  #endRate(phase: number): number {
    const goesOn = this.#handle.next[phase]!.reduce((sum, chance) => sum + chance, 0);
    return this.#handle.rates[phase]! * (1 - goesOn);
  }

  #place(state: readonly number[]): number {
    return this.#places.get(state.join())!;
  }
}

/** R with λ + R within + R² down = 0: from G, the matrix of first passages to the level below. */
function rateMatrix(arrivalRate: number, full: Level): Matrix {
  const size = full.size;
  const identity = Matrix.identity(size);
  const up = new Matrix(size, size).plus(identity, arrivalRate);
  const leave = new Matrix(size, size).plus(full.within, -1);
  let rise = leave.solve(up);
  let fall = leave.solve(full.nextCallStarts());
  let first = fall;
  let reach = rise;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const stay = identity.plus(rise.times(fall).plus(fall.times(rise)), -1);
    rise = stay.solve(rise.times(rise));
    fall = stay.solve(fall.times(fall));
    first = first.plus(reach.times(fall));
    reach = reach.times(rise);
    if (Math.max(...reach.rowSums()) < NEGLIGIBLE) break;
  }
  return solveLeft(up, full.within.plus(up.times(first)));
}

// Each round doubles the number of levels that a path may reach: 2^40 is beyond any occupancy that a double tells from 1.
const ROUNDS_MAX = 40;
const NEGLIGIBLE = 1e-16;

/** X with X (-generator) = left. */
function solveLeft(left: Matrix, generator: Matrix): Matrix {
  const negative = new Matrix(generator.rows, generator.columns).plus(generator, -1);
  return negative.transposed().solve(left.transposed()).transposed();
}

function moved(state: readonly number[], from: number, to: number): number[] {
  return state.map((calls, i) => calls - (i === from ? 1 : 0) + (i === to ? 1 : 0));
}

function spreads(calls: number, phases: number): number[][] {
  if (phases === 1) return [[calls]];
  return Array.from({ length: calls + 1 }, (_, first) =>
    spreads(calls - first, phases - 1).map((rest) => [first, ...rest]),
  ).flat();
}

function waysToSpread(calls: number, phases: number): number {
  let ways = 1;
  for (let i = 1; i < phases; i++) ways = (ways * (calls + i)) / i;
  return ways;
}
