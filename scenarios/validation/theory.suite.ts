/**
 * Exact numbers of a few more models, computed here from the textbooks' formulas and from nothing of the engine: Erlang's
 * recursion, M/M/c+G by quadrature (Palm, Baccelli and Hebuterne), Pollaczek-Khinchine, Cobham, birth-death chains. Its names
 * are those of the pack, so that a case made here is a case like any other.
 */

type Numbers = Record<string, number>;

/** Erlang B by its recursion. */
export function erlangB(load: number, agents: number): number {
  let b = 1;
  for (let n = 1; n <= agents; n++) b = (load * b) / (n + load * b);
  return b;
}

export function erlangC(load: number, agents: number): number {
  const b = erlangB(load, agents);
  return b / (1 - (load / agents) * (1 - b));
}

export function mmc(perHour: number, handle: number, agents: number, thresholds: readonly number[]): Numbers {
  const load = (perHour * handle) / 3600;
  const pWait = erlangC(load, agents);
  const given = handle / (agents - load);
  const numbers: Numbers = {
    pWait,
    asa: pWait * given,
    meanQueue: (pWait * given * perHour) / 3600,
    occupancy: load / agents,
    meanWaitGivenWait: given,
  };
  for (const t of thresholds) {
    numbers[`pWaitExceeds_${t}`] = pWait * Math.exp(-t / given);
    numbers[`serviceLevel_${t}`] = 1 - pWait * Math.exp(-t / given);
  }
  for (const p of [0.9, 0.99])
    if (1 - p < pWait) numbers[`waitQuantile_${p}`] = given * Math.log(pWait / (1 - p));
  return numbers;
}

// ---------------------------------------------------------------- M/M/c+G

export interface Offers {
  readonly first: number;
  readonly every: number;
  readonly accepts: number;
}

/** Step of the quadrature in seconds (midpoint rule); all thresholds and offers are multiples of it. */
const STEP = 0.02;

/**
 * M/M/c with patience of any survivor function S, and callback offers that keep the place. The offered wait has density
 * lambda p(c-1) exp(lambda H(x) - c mu x), H the integral of the chance to be still in line at x: alive and waiting, or
 * accepted, since who has accepted stays.
 */
export function mmcg(
  perHour: number,
  handle: number,
  agents: number,
  survivor: (x: number) => number,
  thresholds: readonly number[],
  offers: Offers | null = null,
): Numbers {
  const lambda = perHour / 3600;
  const load = lambda * handle;
  // Sum of p(n) for n < c, in units of p(c-1).
  let below = 0;
  let term = 1;
  for (let n = agents - 1; n >= 0; n--) {
    below += term;
    term *= n / load;
  }
  const sums = {
    all: 0,
    here: 0,
    wait: 0,
    offered: 0,
    servedWait: 0,
    callbacks: 0,
    callbackWait: 0,
    last: 0,
  };
  const by = thresholds.map((t) => ({ t, here: 1, served: 0, gone: 0, beyond: 0 }));
  /** Of each offer: when, who would still be there to hear it, and the chance that the turn comes later. */
  const heard: { readonly at: number; readonly present: number; beyond: number }[] = [];
  let inLine = 0;
  let refused = 1;
  let taken = 0;
  for (let cell = 0; cell < 1000 || sums.all === 0 || sums.last > 1e-13 * sums.all; cell++) {
    const x = cell * STEP;
    const next = offers === null ? Infinity : offers.first + heard.length * offers.every;
    if (offers !== null && x >= next - STEP / 2) {
      const present = survivor(next) * refused;
      heard.push({ at: next, present, beyond: 0 });
      taken += present * offers.accepts;
      refused *= 1 - offers.accepts;
    }
    const middle = x + STEP / 2;
    const here = survivor(middle) * refused + taken;
    const wait = inLine + (here * STEP) / 2;
    const density = lambda * Math.exp(lambda * wait - (agents / handle) * middle) * STEP;
    sums.last = density;
    sums.all += density;
    sums.here += density * here;
    sums.wait += density * wait;
    sums.offered += density * middle;
    sums.servedWait += density * here * middle;
    sums.callbacks += density * taken;
    sums.callbackWait += density * taken * middle;
    for (const offer of heard) offer.beyond += density;
    for (const each of by) {
      if (middle > each.t) {
        each.beyond += density;
        continue;
      }
      each.served += density * here;
      each.gone += density * (1 - here);
      each.here = survivor(each.t) * refused + taken;
    }
    inLine += here * STEP;
  }
  const total = below + sums.all;
  const pWait = sums.all / total;
  const served = 1 - (sums.all - sums.here) / total;
  const callbacks = sums.callbacks / total;
  const numbers: Numbers = {
    pWait,
    pAbandon: 1 - served,
    meanWaitAll: sums.wait / total,
    meanWaitServed: sums.servedWait / total / served,
    meanOfferedWait: sums.offered / total,
    meanQueue: (lambda * sums.wait) / total,
    occupancy: (load * served) / agents,
    meanWaitAbandoned: (sums.wait - sums.servedWait) / total / (1 - served),
    meanWaitGivenWait: sums.wait / sums.all,
  };
  for (const { t, here, served: inTime, gone, beyond } of by) {
    numbers[`pServedWithin_${t}`] = 1 - pWait + inTime / total;
    numbers[`pAbandonWithin_${t}`] = (gone + (1 - here) * beyond) / total;
    numbers[`pWaitExceeds_${t}`] = (here * beyond) / total;
    numbers[`pOfferedWaitExceeds_${t}`] = beyond / total;
  }
  if (offers === null) return numbers;
  numbers['pCallback'] = callbacks;
  numbers['offersPerCall'] = heard.reduce((sum, { present, beyond }) => sum + (present * beyond) / total, 0);
  heard.slice(0, 3).forEach(({ present, beyond }, at) => {
    numbers[`pAcceptAtOffer_${at + 1}`] = (present * beyond * offers.accepts) / total;
  });
  numbers['meanWaitCallback'] = sums.callbackWait / sums.callbacks;
  numbers['pServedLive'] = served - callbacks;
  numbers['meanWaitServedLive'] = (sums.servedWait - sums.callbackWait) / total / (served - callbacks);
  const without = mmcg(perHour, handle, agents, survivor, [], null);
  numbers['pAbandonIfNoOffers'] = without['pAbandon']!;
  numbers['meanWaitAllIfNoOffers'] = without['meanWaitAll']!;
  return numbers;
}

/** Chance to be still alive in line after x seconds; `leaveAtOnce` have no patience at all. */
export const survivors = {
  exponential:
    (mean: number, leaveAtOnce = 0) =>
    (x: number): number =>
      x <= 0 ? 1 : (1 - leaveAtOnce) * Math.exp(-x / mean),
  deterministic:
    (length: number) =>
    (x: number): number =>
      x < length ? 1 : 0,
  weibull:
    (shape: number, scale: number, leaveAtOnce = 0) =>
    (x: number): number =>
      x <= 0 ? 1 : (1 - leaveAtOnce) * Math.exp(-((x / scale) ** shape)),
  uniform:
    (from: number, to: number) =>
    (x: number): number =>
      x <= from ? 1 : x >= to ? 0 : (to - x) / (to - from),
};

// ---------------------------------------------------------------- general handle times, priorities

/** First three moments. */
export type Moments = readonly [number, number, number];

export const moments = {
  deterministic: (mean: number): Moments => [mean, mean ** 2, mean ** 3],
  exponential: (mean: number): Moments => [mean, 2 * mean ** 2, 6 * mean ** 3],
  lognormal: (mean: number, cv: number): Moments => [
    mean,
    mean ** 2 * (1 + cv ** 2),
    mean ** 3 * (1 + cv ** 2) ** 3,
  ],
  erlang: (shape: number, mean: number): Moments => [
    mean,
    (mean ** 2 * (shape + 1)) / shape,
    (mean ** 3 * (shape + 1) * (shape + 2)) / shape ** 2,
  ],
  /** One exponential after the other, talk and wrap-up for instance. */
  inTurn: (a: number, b: number): Moments => [
    a + b,
    2 * (a ** 2 + a * b + b ** 2),
    6 * (a ** 3 + a ** 2 * b + a * b ** 2 + b ** 3),
  ],
  hyperexponential: (weights: readonly number[], means: readonly number[]): Moments => {
    const of = (power: number): number =>
      means.reduce((sum, mean, at) => sum + weights[at]! * mean ** power, 0);
    return [of(1), 2 * of(2), 6 * of(3)];
  },
};

/** Pollaczek-Khinchine, and the second moment by Takacs. */
export function mg1(perHour: number, [m1, m2, m3]: Moments): Numbers {
  const lambda = perHour / 3600;
  const load = lambda * m1;
  const wait = (lambda * m2) / (2 * (1 - load));
  return {
    occupancy: load,
    pWait: load,
    meanWait: wait,
    meanQueue: lambda * wait,
    varWait: (lambda * m3) / (3 * (1 - load)) + wait ** 2,
  };
}

/** Cobham 1954: head of the line, one law of handle time, several agents. */
export function priorityMmc(perHour: readonly number[], handle: number, agents: number): Numbers {
  const load = (perHour.reduce((sum, rate) => sum + rate, 0) * handle) / 3600;
  const numbers: Numbers = { pWait: erlangC(load, agents) };
  const base = (numbers['pWait']! * handle) / agents;
  let before = 0;
  perHour.forEach((rate, at) => {
    const upTo = before + (rate * handle) / 3600 / agents;
    numbers[`meanWait_${at + 1}`] = base / ((1 - before) * (1 - upTo));
    before = upTo;
  });
  return numbers;
}

/** Cobham for one agent and classes with handle times of their own. */
export function priorityMg1(perHour: readonly number[], handle: readonly Moments[]): Numbers {
  const residual = perHour.reduce((sum, rate, at) => sum + ((rate / 3600) * handle[at]![1]) / 2, 0);
  const numbers: Numbers = {};
  let before = 0;
  perHour.forEach((rate, at) => {
    const upTo = before + (rate / 3600) * handle[at]![0];
    numbers[`meanWait_${at + 1}`] = residual / ((1 - before) * (1 - upTo));
    before = upTo;
  });
  numbers['occupancy'] = before;
  return numbers;
}

// ---------------------------------------------------------------- lines that end

/** A caller with j before him in line: mean time in queue, and the chance that he hangs up first. */
function inQueue(
  depth: number,
  handle: number,
  agents: number,
  patience: number | null,
): { wait: number; gone: number } {
  const leave = patience === null ? 0 : 1 / patience;
  const serve = agents / handle;
  let wait = 0;
  let gone = 0;
  for (let j = 0; j <= depth; j++) {
    const ahead = serve + j * leave;
    wait = (1 + ahead * wait) / (ahead + leave);
    gone = (leave + ahead * gone) / (ahead + leave);
  }
  return { wait, gone };
}

/** M/M/c/K+M by its birth-death chain. */
export function finiteQueue(
  perHour: number,
  handle: number,
  agents: number,
  places: number,
  patience: number | null,
): Numbers {
  const lambda = perHour / 3600;
  const p: number[] = [1];
  for (let n = 1; n <= agents + places; n++) {
    const down = Math.min(n, agents) / handle + (patience === null ? 0 : Math.max(0, n - agents) / patience);
    p.push((p[n - 1]! * lambda) / down);
  }
  const total = p.reduce((sum, each) => sum + each, 0);
  const mean = (of: (n: number) => number): number =>
    p.reduce((sum, each, n) => sum + (each / total) * of(n), 0);
  const pBlock = p.at(-1)! / total;
  const meanQueue = mean((n) => Math.max(0, n - agents));
  const occupancy = mean((n) => Math.min(n, agents)) / agents;
  return {
    pBlock,
    pWaitAccepted: mean((n) => (n >= agents && n < agents + places ? 1 : 0)) / (1 - pBlock),
    meanQueue,
    meanWaitAccepted: meanQueue / (lambda * (1 - pBlock)),
    occupancy,
    pAbandonOffered: patience === null ? 0 : meanQueue / patience / lambda,
    pServedOffered: (occupancy * agents) / handle / lambda,
  };
}

/** Ordered hunting: Erlang B, and the moments of the overflow by Riordan. */
export function overflowLoss(load: number, first: number, second: number): Numbers {
  const over = load * erlangB(load, first);
  const lost = load * erlangB(load, first + second);
  const variance = over * (1 - over + load / (first + 1 + over - load));
  return {
    blockGroup1: over / load,
    overflowMean: over,
    overflowVariance: variance,
    peakedness: variance / over,
    lostTraffic: lost,
    totalBlocking: lost / load,
    blockingSeenByOverflow: lost / over,
    carriedGroup1: load - over,
    carriedGroup2: over - lost,
  };
}

export interface QueueOfTwo {
  readonly perHour: number;
  readonly handle: number;
  readonly agents: number;
  readonly patience: number | null;
}

/** The most that are ever in B in the chain; the mass there is checked to be nothing. */
const MOST_IN_B = 200;

/** Queue A sends arrivals to B when `limit` wait: the chain of (in A, in B) by Gauss-Seidel. */
export function overflowOfTwo(a: QueueOfTwo, b: QueueOfTwo, limit: number): Numbers {
  const mostA = a.agents + limit;
  const width = MOST_IN_B + 1;
  const p = new Float64Array((mostA + 1) * width).fill(1 / ((mostA + 1) * width));
  const [la, lb] = [a.perHour / 3600, b.perHour / 3600];
  const down = ({ agents, handle, patience }: QueueOfTwo, n: number): number =>
    Math.min(n, agents) / handle + (patience === null ? 0 : Math.max(0, n - agents) / patience);
  const downA = Array.from({ length: mostA + 2 }, (_, n) => down(a, n));
  const downB = Array.from({ length: width + 1 }, (_, n) => down(b, n));
  for (let round = 0, change = 1; change > 1e-12 && round < 20_000; round++) {
    change = 0;
    let total = 0;
    for (let i = 0; i <= mostA; i++) {
      const toB = lb + (i === mostA ? la : 0);
      for (let j = 0; j < width; j++) {
        let into = 0;
        if (i > 0) into += la * p[(i - 1) * width + j]!;
        if (i < mostA) into += downA[i + 1]! * p[(i + 1) * width + j]!;
        if (j > 0) into += toB * p[i * width + j - 1]!;
        if (j < MOST_IN_B) into += downB[j + 1]! * p[i * width + j + 1]!;
        const out = (i < mostA ? la : 0) + downA[i]! + (j < MOST_IN_B ? toB : 0) + downB[j]!;
        const next = into / out;
        const at = i * width + j;
        change = Math.max(change, Math.abs(next - p[at]!));
        p[at] = next;
        total += next;
      }
    }
    for (let at = 0; at < p.length; at++) p[at]! /= total;
  }
  const mean = (of: (i: number, j: number) => number): number => {
    let sum = 0;
    for (let i = 0; i <= mostA; i++) for (let j = 0; j < width; j++) sum += p[i * width + j]! * of(i, j);
    return sum;
  };
  if (mean((_, j) => (j === MOST_IN_B ? 1 : 0)) > 1e-9) throw new Error('the chain is cut too short');
  const pOverflow = mean((i) => (i === mostA ? 1 : 0));
  const seen = Array.from({ length: width }, (_, j) =>
    j < b.agents ? { wait: 0, gone: 0 } : inQueue(j - b.agents, b.handle, b.agents, b.patience),
  );
  const sent = (of: (j: number) => number): number => mean((i, j) => (i === mostA ? of(j) : 0)) / pOverflow;
  const queueA = mean((i) => Math.max(0, i - a.agents));
  return {
    pOverflow,
    meanQueueA: queueA,
    meanWaitAccA: queueA / (la * (1 - pOverflow)),
    pAbandonA: a.patience === null ? 0 : queueA / a.patience / la,
    occupancyA: mean((i) => Math.min(i, a.agents)) / a.agents,
    occupancyB: mean((_, j) => Math.min(j, b.agents)) / b.agents,
    meanQueueB: mean((_, j) => Math.max(0, j - b.agents)),
    pWaitB_direct: mean((_, j) => (j >= b.agents ? 1 : 0)),
    pWaitB_overflow: sent((j) => (j >= b.agents ? 1 : 0)),
    meanWaitB_direct: mean((_, j) => seen[j]!.wait),
    meanWaitB_overflow: sent((j) => seen[j]!.wait),
    pAbandonB_direct: mean((_, j) => seen[j]!.gone),
    pAbandonB_overflow: sent((j) => seen[j]!.gone),
  };
}
