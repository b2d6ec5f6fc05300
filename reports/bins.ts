/**
 * A mean day's callers by how long they stayed in the queue, and its callbacks by how long they took, in bins a reader can count:
 * the narrowest ones of a round width of which forty hold nearly all. What is longer is together in the last bin, which has no
 * end. The bins are made of even steps that the days were counted in, so no caller is split between two. It draws nothing.
 */
import { DELAY_STEP, STAY_STEP, STEP_BINS, type Accumulator, type Setup } from '../engine/index.ts';
import type { Funnel, WaitBins } from './schema.ts';

const SECOND = 1000;
const BINS_MAX = 40;
/** In steps: 10, 20, 30 seconds, 1, 2, 5 minutes in the queue; 1 minute to an hour until the callback. */
const STAY_WIDTHS = [1, 2, 3, 6, 12, 30] as const;
const DELAY_WIDTHS = [1, 2, 5, 10, 15, 30, 60] as const;
/** The share that is to be shown in bins with an end. */
const NEARLY_ALL = 0.98;

interface Bin {
  readonly from: number;
  readonly to: number;
}

/** Steps [from, to) of each bin, counted from 1; the last one has no end if `to` is Infinity. */
function binsFor(counts: readonly number[], widths: readonly number[], atLeast: number): Bin[] {
  const first = counts.findIndex((count, step) => step > 0 && count > 0);
  if (first < 0) return [];
  const last = counts.findLastIndex((count) => count > 0);
  const wanted = Math.max(stepOfShare(counts, NEARLY_ALL), Math.min(atLeast, last));
  // Callbacks that nobody makes before three hours are over leave room for all that follows.
  const isLate = first - 1 > wanted / 2;
  const begin = (width: number): number => (isLate ? first - ((first - 1) % width) : 1);
  const width =
    widths.find((each) => Math.ceil((wanted + 1 - begin(each)) / each) <= BINS_MAX) ?? widths.at(-1)!;
  const bins: Bin[] = [];
  for (let from = begin(width); from <= wanted; from += width) bins.push({ from, to: from + width });
  const { from, to } = bins.at(-1)!;
  // The last step has no end of its own.
  if (to > STEP_BINS - 1) bins[bins.length - 1] = { from, to: Infinity };
  else if (last >= to) bins.push({ from: to, to: Infinity });
  return bins;
}

/** The first step by whose end so large a share is reached; step 0 stands apart. */
function stepOfShare(counts: readonly number[], share: number): number {
  const all = counts.reduce((sum, count, step) => (step === 0 ? 0 : sum + count), 0);
  let below = 0;
  return counts.findIndex((count, step) => {
    if (step > 0) below += count;
    return below >= share * all;
  });
}

/** A day's mean of a bin. */
function perDay(counts: readonly number[], { from, to }: Bin, days: number): number {
  let sum = 0;
  for (let step = from; step < Math.min(to, counts.length); step++) sum += counts[step]!;
  return sum / days;
}

const edge = (step: number, length: number): number => ((step - 1) * length) / SECOND;

export function waitBinsOf(setup: Setup, results: Accumulator): WaitBins[] {
  const { queues } = setup.routing;
  const places: (number | null)[] = queues.length > 1 ? [null, ...queues.keys()] : [0];
  const days = results.daysOf(null);
  const thresholds = new Set(queues.map((queue) => queue.serviceLevelThreshold));
  return places.flatMap((place) => {
    const answered = results.tally('stayAnswered', place);
    const optedIn = results.tally('stayOptedIn', place);
    const abandoned = results.tally('stayAbandoned', place);
    const steps = Math.max(answered.length, optedIn.length, abandoned.length);
    if (steps === 0) return [];
    const all = Array.from(
      { length: steps },
      (_, step) => (answered[step] ?? 0) + (optedIn[step] ?? 0) + (abandoned[step] ?? 0),
    );
    const threshold =
      place === null
        ? thresholds.size === 1
          ? queues[0]!.serviceLevelThreshold
          : null
        : queues[place]!.serviceLevelThreshold;
    const bins = binsFor(all, STAY_WIDTHS, Math.ceil((threshold ?? 0) / STAY_STEP));
    const end = bins.at(-1);
    const until = end === undefined ? 0 : end.to === Infinity ? end.from : end.to;
    return {
      queue: place === null ? null : queues[place]!.name,
      within: threshold === null ? null : threshold / SECOND,
      offers: sharedOffers(setup, place)
        .map((due) => due / SECOND)
        .filter((due) => due <= edge(until, STAY_STEP)),
      atOnce: (answered[0] ?? 0) / days,
      bins: bins.map((bin) => ({
        from: edge(bin.from, STAY_STEP),
        to: bin.to === Infinity ? null : edge(bin.to, STAY_STEP),
        answered: perDay(answered, bin, days),
        optedIn: perDay(optedIn, bin, days),
        abandoned: perDay(abandoned, bin, days),
      })),
    };
  });
}

export function delayBins(results: Accumulator, place: number | null): Funnel['delays'] {
  const days = results.daysOf(null);
  const counts = results.tally('delaySteps', place);
  return binsFor(counts, DELAY_WIDTHS, 0).map((bin) => ({
    from: edge(bin.from, DELAY_STEP),
    to: bin.to === Infinity ? null : edge(bin.to, DELAY_STEP),
    callbacks: perDay(counts, bin, days),
  }));
}

// ---------------------------------------------------------------- when offers are due

/** More than anybody hears: a picture of an hour has no room for more marks. */
const OFFERS_MAX = 60;

/** Of all queues together only where those that offer agree. */
function sharedOffers(setup: Setup, place: number | null): readonly number[] {
  const { queues } = setup.routing;
  if (place !== null) return offerTimes(setup, place, OFFERS_MAX);
  const lists = [...queues.keys()]
    .map((queue) => offerTimes(setup, queue, OFFERS_MAX))
    .filter(({ length }) => length > 0);
  const [first = []] = lists;
  return lists.every((list) => list.join() === first.join()) ? first : [];
}

/**
 * Milliseconds in the queue at which callers hear offers, rising. Where a queue offers in more than one way (CB-02 from the entry,
 * OV-26 once a caller has waited too long), those from the entry come first, for most hear them.
 */
export function offerTimes(setup: Setup, queue: number, count: number): readonly number[] {
  const { queues, entries, callbackProfiles } = setup.routing;
  const { overflow, waitExceeds } = queues[queue]!;
  const overrides = entries
    .flatMap(({ rules }) => rules)
    .filter(({ targets }) => targets.some((target) => target.queue === queue))
    .flatMap((rule) => rule.overflow ?? []);
  for (const { action } of [...overflow, ...overrides]) {
    if (action.do !== 'directCallback') continue;
    const { offerFirst, offerRepeat } = callbackProfiles[action.profile]!;
    return every(offerFirst, offerRepeat, count);
  }
  if (waitExceeds?.action.do !== 'directCallback') return [];
  return every(waitExceeds.limit, callbackProfiles[waitExceeds.action.profile]!.offerRepeat, count);
}

function every(first: number, repeat: number, count: number): number[] {
  return Array.from({ length: repeat === Infinity ? 1 : count }, (_, at) =>
    at === 0 ? first : first + at * repeat,
  );
}
