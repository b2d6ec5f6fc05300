import { normalQuantile } from './quantiles.ts';
import { gammaTails, logGamma, logGammaTerm } from './special-functions.ts';

/**
 * The quantile function of a gamma law of scale 1, as a table made once per shape (0.5 ms).
 *
 * The logarithm of a gamma quantile is a smooth function of the normal quantile z of the same probability, for every shape, so a
 * quintic through value, slope and curvature on steps of 1/16 follows it to 1e-13 relative from shape 1 on, to 1e-9 at 0.01. It
 * takes 85 ns where solving anew takes 2,000, and d3-random's rejection 65, but of several uniforms. It knows no means and units.
 */
export class GammaQuantile {
  readonly #shape: number;
  readonly #coefficients = new Float64Array(6 * STEPS);

  constructor(shape: number) {
    this.#shape = shape;
    const nodes = nodesOf(shape);
    for (let step = 0; step < STEPS; step++) {
      this.#coefficients.set(quintic(nodes[step]!, nodes[step + 1]!), 6 * step);
    }
  }

  at(u: number): number {
    const place = (normalQuantile(u) + Z_MAX) * PER_UNIT;
    if (!(place >= 0 && place < STEPS)) return this.exact(u);
    const step = Math.floor(place);
    const t = place - step;
    const c = this.#coefficients;
    const i = 6 * step;
    return Math.exp(
      ((((c[i + 5]! * t + c[i + 4]!) * t + c[i + 3]!) * t + c[i + 2]!) * t + c[i + 1]!) * t + c[i]!,
    );
  }

  /** Without the table: some microseconds, for the outermost u and for tests. */
  exact(u: number): number {
    if (u <= 0) return 0;
    if (u >= 1) return Infinity;
    const z = normalQuantile(u);
    return Math.exp(solve(this.#shape, z, firstGuess(this.#shape, z)).y);
  }
}

// 2^-53 and 1 - 2^-53, the outermost uniform numbers there are, lie at z = ∓8.21.
const Z_MAX = 8.5;
const PER_UNIT = 16;
const STEPS = 2 * Z_MAX * PER_UNIT;

/** y = ln x at some z, with dy/dz and d²y/dz². */
interface Node {
  readonly y: number;
  readonly slope: number;
  readonly curvature: number;
}

// From the median outwards, each node from the Taylor series of the one before.
function nodesOf(shape: number): readonly Node[] {
  const middle = STEPS / 2;
  const nodes: Node[] = [];
  nodes[middle] = solve(shape, 0, firstGuess(shape, 0));
  for (const direction of [1, -1]) {
    const h = direction / PER_UNIT;
    for (let i = middle + direction; i >= 0 && i <= STEPS; i += direction) {
      const before = nodes[i - direction]!;
      nodes[i] = solve(
        shape,
        (i - middle) / PER_UNIT,
        before.y + h * (before.slope + (h / 2) * before.curvature),
      );
    }
  }
  return nodes;
}

// Newton on the logarithm of the smaller side, as a function of ln x: concave on either side, so a guess on the wrong side of the
// root is repaired by one step, which may be far too long where the law is flat: hence the bounds.
function solve(shape: number, z: number, guess: number): Node {
  const lowerSide = z < 0;
  const target = Math.log(normalTail(Math.abs(z)));
  let y = guess;
  for (let step = 0; step < 100; step++) {
    const x = Math.exp(y);
    const tails = gammaTails(shape, x, y);
    const side = lowerSide ? tails.lower : tails.upper;
    const densityOfY = shape * Math.exp(logGammaTerm(shape, x, y));
    const move = ((target - Math.log(side)) * side) / (lowerSide ? densityOfY : -densityOfY);
    y += Math.max(-1 - 1 / shape, Math.min(move, 1));
    if (Math.abs(move) <= 1e-14 * Math.max(1, Math.abs(y))) break;
  }
  const x = Math.exp(y);
  const normalDensity = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  const slope = normalDensity / (shape * Math.exp(logGammaTerm(shape, x, y)));
  return { y, slope, curvature: slope * (-z - (shape - x) * slope) };
}

function normalTail(z: number): number {
  return gammaTails(0.5, (z * z) / 2).upper / 2;
}

function firstGuess(shape: number, z: number): number {
  // Near zero the law is x^a / Γ(a+1); farther up Wilson and Hilferty (1931): the cube root of x is nearly normal.
  const nearZero = (Math.log(z < 0 ? normalTail(-z) : 1 - normalTail(z)) + logGamma(shape + 1)) / shape;
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  return root > 0.3 ? Math.log(shape) + 3 * Math.log(root) : nearZero;
}

// Hermite's quintic on a step of unit length.
function quintic(from: Node, to: Node): readonly number[] {
  const h = 1 / PER_UNIT;
  const [v0, s0, k0] = [from.y, from.slope * h, from.curvature * h * h];
  const [v1, s1, k1] = [to.y, to.slope * h, to.curvature * h * h];
  const rise = v1 - v0 - s0 - k0 / 2;
  const turn = s1 - s0 - k0;
  const bend = k1 - k0;
  return [
    v0,
    s0,
    k0 / 2,
    10 * rise - 4 * turn + bend / 2,
    -15 * rise + 7 * turn - bend,
    6 * rise - 3 * turn + bend / 2,
  ];
}
