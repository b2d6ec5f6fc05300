/**
 * Erlang B and Erlang C: the chance to find all lines taken, and the chance to have to wait. Loads and lines may be fractions,
 * which Hayward's approximation needs. It knows probabilities only; waits are in erlang-c-queue.ts.
 *
 * Everything comes from the reciprocal of B, which is a sum of positive terms: nothing is subtracted, nothing overflows before B
 * itself is below 1e-308, and only the terms that count are added, some tens of √load of them.
 */
import { gammaTails, logGammaTerm } from '../kernel/special-functions.ts';
import { fewest, largest } from './search.ts';
import { notNegative, positive } from './traffic.ts';

/** From this load on, the terms that alternate fall below a double's last digit before they grow again: e^-50 is 2e-22. */
const ASYMPTOTIC_FROM = 50;

/**
 * Share of calls that find every line taken, and of time that every line is taken (M/M/c/c, and by insensitivity M/G/c/c).
 *
 *     B(c, a) = (a^c / c!) / sum of a^n / n! over n = 0..c,   for fractions 1/B = a ∫ e^(-at) (1+t)^c dt over t > 0
 *
 * A. K. Erlang 1917; for fractions of lines: R. Fortet, and D. L. Jagerman, Bell System Technical Journal 53 (1974).
 *
 * @param load offered, in erlang, 0 or more
 * @param lines 0 or more, whole or not
 * @returns a share of 1, exact to some 1e-13 of itself; 0 where it is below 1e-308
 * @throws {RangeError} naming the argument
 */
export function erlangB(load: number, lines: number): number {
  return 1 / inverseB(notNegative('load', load), notNegative('lines', lines));
}

/**
 * 1 / B(lines, load), which is also the sum of the probabilities of 0..lines over that of `lines`, in M/M/c of any kind. Infinity
 * where B is below 1e-308. Arguments are not checked: it is the inner loop of all searches.
 *
 *     1/B = 1 + c/a + c(c-1)/a² + ... , down to the fraction of a line that is left
 */
export function inverseB(load: number, lines: number): number {
  if (load === 0) return lines === 0 ? 1 : Infinity;
  const last = load < ASYMPTOTIC_FROM ? Math.floor(lines) : Infinity;
  let sum = 0;
  let term = 1;
  for (let taken = 0; taken < last; taken++) {
    sum += term;
    term *= (lines - taken) / load;
    if (Math.abs(term) < sum * 1e-17) return sum;
    if (sum === Infinity) return sum;
  }
  return sum + term * inverseOfFraction(load, lines - last);
}

// Less than one line and a small load: 1/B = Q(c+1, a) / (a^c e^-a / Γ(c+1)), the gamma law's upper tail over its term.
function inverseOfFraction(load: number, fraction: number): number {
  if (fraction === 0) return 1;
  const term = Math.exp(logGammaTerm(fraction, load, Math.log(load)));
  return gammaTails(fraction + 1, load).upper / term;
}

/**
 * Share of calls that have to wait when everybody waits as long as it takes (M/M/c): with B as above and R = 1/B,
 *
 *     C(c, a) = B / (1 - (a/c)(1 - B)) = c / (a + (c - a) R)
 *
 * A. K. Erlang 1917. 1 where the load is not below the number of agents: the queue then grows without end.
 *
 * @param load offered, in erlang, 0 or more
 * @param agents above 0, whole or not (Jagerman 1974)
 * @throws {RangeError} naming the argument
 */
export function erlangC(load: number, agents: number): number {
  notNegative('load', load);
  positive('agents', agents);
  return load >= agents ? 1 : waitingShare(load, agents);
}

function waitingShare(load: number, agents: number): number {
  return agents / (load + (agents - load) * inverseB(load, agents));
}

/**
 * The fewest lines, a whole number, on which no more than `maxBlocking` of the calls find none free.
 *
 * @param load in erlang
 * @param maxBlocking above 0
 * @throws {RangeError} naming the argument
 */
export function linesFor(load: number, maxBlocking: number): number {
  notNegative('load', load);
  positive('maxBlocking', maxBlocking);
  return fewest((lines) => inverseB(load, lines) * maxBlocking >= 1, 0, load * (1 - maxBlocking));
}

/**
 * The largest load in erlang of which no more than `maxBlocking` is blocked.
 *
 * @param lines above 0, whole or not
 * @param maxBlocking above 0 and below 1
 * @throws {RangeError} naming the argument
 */
export function loadOnLines(lines: number, maxBlocking: number): number {
  positive('lines', lines);
  openShare('maxBlocking', maxBlocking);
  // At this load more is turned away even if no line were ever free: B is at least 1 - c/a.
  const most = lines / (1 - maxBlocking);
  return largest((load) => inverseB(load, lines) * maxBlocking >= 1, 0, most);
}

/**
 * The largest load in erlang of which no more than `maxWaiting` has to wait.
 *
 * @param agents above 0, whole or not
 * @param maxWaiting share of the calls, above 0 and below 1
 * @throws {RangeError} naming the argument
 */
export function loadForAgents(agents: number, maxWaiting: number): number {
  positive('agents', agents);
  openShare('maxWaiting', maxWaiting);
  return largest((load) => load < agents && waitingShare(load, agents) <= maxWaiting, 0, agents);
}

function openShare(argument: string, value: number): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${argument} must lie between 0 and 1, not ${value}.`);
}
