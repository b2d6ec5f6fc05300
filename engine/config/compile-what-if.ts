/**
 * Arrivals times the factors of `whatIf`: how many call, and how long the calls of a recording take. It changes nothing
 * where a factor is 1, and draws nothing: which calls of a recording are left out or repeated follows from the factor.
 */
import type { Factors } from './scenario-what-if.ts';
import type { ArrivalsSetup } from './setup.ts';

export function multiplied(arrivals: ArrivalsSetup, factors: Factors): ArrivalsSetup {
  const { volume, handleTime } = factors;
  switch (arrivals.kind) {
    case 'rates':
      return volume === 1
        ? arrivals
        : { ...arrivals, expected: arrivals.expected.map((calls) => calls * volume) };
    case 'fixed':
      return volume === 1 ? arrivals : { ...arrivals, count: Math.round(arrivals.count * volume) };
    case 'trace':
      return stretched(volume === 1 ? arrivals : resampled(arrivals, volume), handleTime);
  }
}

type Trace = Extract<ArrivalsSetup, { kind: 'trace' }>;

function stretched(trace: Trace, factor: number): Trace {
  const longer = (lengths: Trace['talk']): Trace['talk'] =>
    lengths && lengths.map((length) => length && Math.round(length * factor));
  return factor === 1 ? trace : { ...trace, talk: longer(trace.talk), wrapUp: longer(trace.wrapUp) };
}

/**
 * So many times as many calls along the recorded day: the times are read off its own curve of calls so far at even steps, so
 * busy minutes stay busy and a call that is added falls between two recorded ones, not on top of one. What was recorded of
 * handle times is that of the call nearest in the order of the day.
 */
function resampled(trace: Trace, factor: number): Trace {
  const { times } = trace;
  const count = Math.round(times.length * factor);
  // The middle of the k-th of `count` parts of the day's calls, as a place among the recorded ones.
  const places = Array.from({ length: count }, (_, k) => {
    const place = ((k + 0.5) * times.length) / count - 0.5;
    return Math.min(times.length - 1, Math.max(0, place));
  });
  const at = (lengths: Trace['talk']): Trace['talk'] =>
    lengths && places.map((place) => lengths[Math.round(place)] ?? null);
  return {
    kind: 'trace',
    times: places.map((place) => {
      const before = times[Math.floor(place)] ?? 0;
      const after = times[Math.ceil(place)] ?? before;
      return Math.round(before + (place - Math.floor(place)) * (after - before));
    }),
    talk: at(trace.talk),
    wrapUp: at(trace.wrapUp),
  };
}
