/**
 * The controls of a day for control variates: how many call, and how much work they bring, both less their means. They follow from
 * the day's luck and the laws alone, so they are found without simulating it, by drawing the same numbers once more: who calls
 * the first time, and the talk and wrap-up he has by the law of the queue he dials. Redials, overflow and handle times by group are the
 * centre's doing and are left out, so the means are exact: of rates the calls expected (a day factor has mean 1), times the mean of
 * the laws. (Lengths are rounded to the millisecond, which moves a mean by less than a ten-thousandth of one.)
 *
 * It plays nothing and is asked once a day: 0.2 µs a caller.
 */
import type { ArrivalsSetup, BehaviourSetup, DemandSetup, LawSetup, Setup } from '../config/setup.ts';
import { kindOfDay } from '../config/hours.ts';
import { distributionOf } from '../kernel/distributions.ts';
import { Luck } from '../kernel/luck.ts';
import { Streams } from '../kernel/streams.ts';
import { Arrivals } from './arrivals.ts';
import { Behaviour } from './behaviour.ts';
import { drawOf, keysOf } from './purposes.ts';

/** In the order of the values. Offered load: milliseconds of talk and wrap-up. */
export const CONTROLS = ['arrivals', 'offeredLoad'] as const;

export class Controls {
  readonly #setup: Setup;
  readonly #kinds: readonly (readonly ControlledDemand[])[];
  readonly #dayFactor = new Luck();
  readonly #talk = new Luck();
  readonly #wrapUp = new Luck();

  constructor(setup: Setup) {
    this.#setup = setup;
    const { kinds, behaviour } = setup.world;
    const names = [...new Set(kinds.flatMap((kind) => kind.demand.map(({ name }) => name)))];
    const keys = keysOf(names);
    const behaviours = behaviour.map((each) => new Behaviour(each));
    this.#kinds = kinds.map(({ demand }) =>
      demand.map((each) => ({
        setup: each,
        key: keys[names.indexOf(each.name)]!,
        arrivals: new Arrivals(each.arrivals),
        behaviour: behaviours[each.queue]!,
        mean: meansOf(each, behaviour[each.queue]!),
      })),
    );
  }

  /** Of the day of that number, alone: each control less its mean. */
  day(seed: number, day: number, isMirrored = false): Float64Array {
    for (const [luck, purpose] of [
      [this.#dayFactor, 'dayFactor'],
      [this.#talk, 'talk'],
      [this.#wrapUp, 'wrapUp'],
    ] as const)
      luck.rekey(seed, day, purpose, isMirrored);
    const streams = new Streams(`${seed}/${day}`, isMirrored);
    let [calls, load] = [0, 0];
    for (const { setup, key, arrivals, behaviour, mean } of this.#kinds[kindOfDay(this.#setup.world, day)]!) {
      const draw = drawOf(key, 0);
      arrivals.begin(streams.of(`arrivals/${setup.name}`), this.#dayFactor.at(0, draw));
      let person = 0;
      for (; arrivals.next() !== Infinity; person++) {
        const recorded = arrivals.recorded(person);
        load += recorded.talk ?? behaviour.talk.draw(this.#talk, person, draw);
        load += recorded.wrapUp ?? behaviour.wrapUp?.draw(this.#wrapUp, person, draw) ?? 0;
      }
      calls += person - mean.calls;
      load -= mean.load;
    }
    return Float64Array.of(calls, load);
  }
}

interface ControlledDemand {
  readonly setup: DemandSetup;
  readonly key: number;
  readonly arrivals: Arrivals;
  readonly behaviour: Behaviour;
  readonly mean: { readonly calls: number; readonly load: number };
}

function meansOf({ arrivals }: DemandSetup, { talk, wrapUp }: BehaviourSetup) {
  const means = [meanOf(talk), wrapUp === null ? 0 : meanOf(wrapUp)] as const;
  if (arrivals.kind !== 'trace') {
    const calls = callsExpected(arrivals);
    return { calls, load: calls * (means[0] + means[1]) };
  }
  let load = 0;
  for (let call = 0; call < arrivals.times.length; call++)
    load += (arrivals.talk?.[call] ?? means[0]) + (arrivals.wrapUp?.[call] ?? means[1]);
  return { calls: arrivals.times.length, load };
}

function callsExpected(arrivals: Exclude<ArrivalsSetup, { readonly kind: 'trace' }>): number {
  if (arrivals.kind === 'fixed') return arrivals.count;
  const { expected, dayFactor } = arrivals;
  const sum = expected.reduce((total, each) => total + each, 0);
  return dayFactor === null ? sum : sum * distributionOf(dayFactor).mean;
}

/** As drawn: a constant is rounded once. */
function meanOf(law: LawSetup): number {
  return law.law === 'constant' ? Math.round(law.value) : distributionOf(law).mean;
}
