import * as d3 from 'd3-random';
import { Calendar, type Ticket } from './calendar.ts';
import { distributionOf, type Distribution, type Law } from './distributions.ts';
import { Facility } from './facility.ts';
import { Histogram } from './histogram.ts';
import { Luck } from './luck.ts';
import { Streams } from './streams.ts';

/**
 * How fast the kernel is: customers per second through its facility, nanoseconds per timer at growing numbers of them, and
 * nanoseconds per draw. Plain data, in CPU time; whoever calls interleaves, compares and prints.
 *
 * Compiled code remembers what it was first used for, so each subject belongs into a process of its own.
 */
export interface Work {
  /** Units done, and CPU seconds they took. */
  readonly n: number;
  readonly sec: number;
}

/** M/M/c without patience, or M/M/c+M with a patience as long as the service: arrivals 0.9 c per service, as in the C program. */
export function customers(servers: number, withPatience: boolean, count: number): Work {
  const service = 180_000;
  const exponential = (mean: number) => distributionOf({ law: 'exponential', mean });
  const model = {
    servers,
    interarrival: exponential(service / (0.9 * servers)),
    service: exponential(service),
    ...(withPatience ? { patience: exponential(service) } : {}),
  };
  const facility = new Facility(model, 1);
  // In pieces, so that `run` itself is compiled and not only its loop.
  for (let i = 0; i < 20; i++) facility.run(Math.min(count, 50_000));
  return timed(count, () => facility.run(count));
}

/** Timers taken and set anew, `pending` of them at all times: the earliest fires and is set for an exponential time later. */
export function timersFired(pending: number, count: number): Work {
  const { calendar, lengths } = filled(pending);
  const fire = (times: number) => {
    for (let i = 0; i < times; i++) {
      calendar.take();
      calendar.schedule(calendar.due + lengths[i & LENGTHS_MASK]!, 0, calendar.subject);
    }
  };
  fire(Math.min(count, 3 * pending + 100_000));
  return timed(count, () => fire(count));
}

/** Timers cancelled, any of `pending`, and set anew. */
export function timersCancelled(pending: number, count: number): Work {
  const { calendar, lengths, tickets } = filled(pending);
  const cancel = (times: number) => {
    let which = 0;
    for (let i = 0; i < times; i++) {
      which = (which + 7_919) % pending;
      calendar.cancel(tickets[which]!);
      tickets[which] = calendar.schedule(lengths[(i * 31) & LENGTHS_MASK]!, 0, which);
    }
  };
  cancel(Math.min(count, pending + 100_000));
  return timed(count, () => cancel(count));
}

const LENGTHS = 2 ** 16;
const LENGTHS_MASK = LENGTHS - 1;

function filled(pending: number) {
  const stream = new Streams(1).of('lengths');
  const law = distributionOf({ law: 'exponential', mean: 8 * 180_000 });
  const lengths = Float64Array.from({ length: LENGTHS }, () => Math.floor(law.at(stream.next())) + 1);
  const calendar = new Calendar();
  const tickets: Ticket[] = [];
  for (let i = 0; i < pending; i++) tickets.push(calendar.schedule(lengths[(i * 17) & LENGTHS_MASK]!, 0, i));
  return { calendar, lengths, tickets };
}

const LAWS: Readonly<Record<string, Law>> = {
  exponential: { law: 'exponential', mean: 180 },
  lognormal: { law: 'lognormal', mean: 180, cv: 1.1 },
  gamma: { law: 'gamma', shape: 2.5, mean: 180 },
  weibull: { law: 'weibull', shape: 0.7, mean: 180 },
  triangular: { law: 'triangular', from: 0, mode: 60, to: 480 },
  hyperexponential: { law: 'hyperexponential', branches: [{ weight: 1, mean: 60 }, { weight: 1, mean: 300 }] }, // prettier-ignore
  empirical: { law: 'empirical', values: Array.from({ length: 1_000 }, (_, i) => i), weights: Array.from({ length: 1_000 }, (_, i) => i % 7) }, // prettier-ignore
};

/** Everything that is drawn or recorded, by name; the laws each with a stream, d3-random's with the same stream. */
export const DRAWS: Readonly<Record<string, (count: number) => Work>> = {
  stream: (count) =>
    perDraw(
      count,
      ({ stream }) =>
        () =>
          stream.next(),
    ),
  luck: (count) =>
    perDraw(
      count,
      ({ luck }) =>
        (i) =>
          luck.at(i, 3),
    ),
  ...Object.fromEntries(
    Object.entries(LAWS).map(([name, law]) => [
      name,
      (count: number) => {
        const distribution: Distribution = distributionOf(law);
        return perDraw(
          count,
          ({ stream }) =>
            () =>
              distribution.at(stream.next()),
        );
      },
    ]),
  ),
  'd3 exponential': (count) => d3Draw(count, (uniform) => d3.randomExponential.source(uniform)(1 / 180)),
  'd3 lognormal': (count) => d3Draw(count, (uniform) => d3.randomLogNormal.source(uniform)(4.8, 0.89)),
  'd3 gamma': (count) => d3Draw(count, (uniform) => d3.randomGamma.source(uniform)(2.5, 72)),
  'd3 weibull': (count) => d3Draw(count, (uniform) => d3.randomWeibull.source(uniform)(0.7, 0, 142)),
  'histogram record': (count) => {
    const histogram = new Histogram();
    const law = distributionOf({ law: 'lognormal', mean: 60_000, cv: 2 });
    const values = Float64Array.from({ length: LENGTHS }, (_, i) => Math.floor(law.at((i + 0.5) / LENGTHS)));
    return perDraw(count, () => (i) => {
      histogram.record(values[(i * 40_503) & LENGTHS_MASK]!);
      return 0;
    });
  },
};

function d3Draw(count: number, sampler: (uniform: () => number) => () => number): Work {
  return perDraw(count, ({ stream }) => sampler(() => stream.next()));
}

interface Sources {
  readonly stream: { next(): number };
  readonly luck: Luck;
}

function perDraw(count: number, make: (sources: Sources) => (i: number) => number): Work {
  const draw = make({ stream: new Streams(1).of('draws'), luck: new Luck().rekey(1, 0, 'draws') });
  const many = (times: number) => {
    let sum = 0;
    for (let i = 0; i < times; i++) sum += draw(i);
    return sum;
  };
  many(Math.min(count, 200_000));
  return timed(count, () => many(count));
}

function timed(n: number, work: () => unknown): Work {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { n, sec: (user + system) / 1e6 };
}

/** All subjects by name, for a host that starts each in a process of its own and passes its name. */
export const KERNEL_SUBJECTS: Readonly<Record<string, () => Work>> = {
  'M/M/1': () => customers(1, false, 2_000_000),
  'M/M/100+M': () => customers(100, true, 2_000_000),
  ...Object.fromEntries(
    [100, 1_000, 10_000, 100_000].flatMap((pending) => [
      [`${pending} timers fired`, () => timersFired(pending, 1_000_000)],
      [`${pending} timers cancelled`, () => timersCancelled(pending, 1_000_000)],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(DRAWS).map(([name, draw]) => [`draw: ${name}`, () => draw(2_000_000)]),
  ),
};

export interface KernelFigures {
  /** Customers per CPU second, and ratios to other programs where these are at hand. */
  readonly customers: Readonly<
    Record<string, { readonly perSecond: number; readonly toC?: number; readonly toSimjs?: number }>
  >;
  /** Nanoseconds each. */
  readonly timersFired: Readonly<Record<string, number>>;
  readonly timersCancelled: Readonly<Record<string, number>>;
  readonly draws: Readonly<Record<string, number>>;
  /** Cost per timer with 100,000 pending over that with 100. */
  readonly timerGrowth: { readonly fired: number; readonly cancelled: number };
}

export interface KernelBenchmarkOptions {
  readonly rounds: number;
  /** Does a subject's work; the default is here and now, a host may start a process for each. */
  readonly run?: (subject: string) => Work;
  /** Other programs on the same models, by 'M/M/1' and 'M/M/100+M'. */
  readonly c?: (model: string) => Work | undefined;
  readonly simjs?: (model: string) => Work | undefined;
}

/** Medians over interleaved rounds. */
export function kernelBenchmarks(options: KernelBenchmarkOptions): KernelFigures {
  const run = options.run ?? ((subject: string) => KERNEL_SUBJECTS[subject]!());
  const rates = new Map<string, number[]>();
  const note = (name: string, work: Work | undefined) => {
    if (work) rates.set(name, [...(rates.get(name) ?? []), work.n / work.sec]);
  };
  for (let round = 0; round < options.rounds; round++) {
    for (const model of MODELS) {
      note(model, run(model));
      note(`C ${model}`, options.c?.(model));
      note(`simjs ${model}`, options.simjs?.(model));
    }
    for (const subject of Object.keys(KERNEL_SUBJECTS)) {
      if (!MODELS.includes(subject)) note(subject, run(subject));
    }
  }
  const rate = (name: string) => median(rates.get(name) ?? []);
  const nanoseconds = (names: readonly string[], cut: RegExp) =>
    Object.fromEntries(
      names.filter((name) => cut.test(name)).map((name) => [name.replace(cut, ''), 1e9 / rate(name)]),
    );
  const names = Object.keys(KERNEL_SUBJECTS);
  const ratio = (model: string, key: string, other: string) =>
    rates.has(other) ? { [key]: rate(model) / rate(other) } : {};
  return {
    customers: Object.fromEntries(
      MODELS.map((model) => [
        model,
        {
          perSecond: rate(model),
          ...ratio(model, 'toC', `C ${model}`),
          ...ratio(model, 'toSimjs', `simjs ${model}`),
        },
      ]),
    ),
    timersFired: nanoseconds(names, / timers fired$/),
    timersCancelled: nanoseconds(names, / timers cancelled$/),
    draws: nanoseconds(names, /^draw: /),
    timerGrowth: {
      fired: rate('100 timers fired') / rate('100000 timers fired'),
      cancelled: rate('100 timers cancelled') / rate('100000 timers cancelled'),
    },
  };
}

const MODELS = ['M/M/1', 'M/M/100+M'];

/** The figures as lines to print: what, and how much. */
export function kernelLines(figures: KernelFigures): readonly (readonly [what: string, value: string])[] {
  const whole = (value: number) => Math.round(value).toLocaleString('en');
  const ns = (value: number) => `${value.toFixed(0)} ns`;
  const customerLines = Object.entries(figures.customers).flatMap(([model, { perSecond, toC, toSimjs }]) => {
    const lines: [string, string][] = [[`kernel ${model}, customers per CPU second`, whole(perSecond)]];
    if (toC !== undefined) lines.push([`  of the C program (goal 0.33, aim 0.5)`, toC.toFixed(2)]);
    if (toSimjs !== undefined) lines.push([`  times npm simjs (goal 10)`, toSimjs.toFixed(1)]);
    return lines;
  });
  const table = (title: string, values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([name, value]): [string, string] => [`${title} ${name}`, ns(value)]);
  return [
    ...customerLines,
    ...table('timer fired and set, pending:', figures.timersFired),
    ...table('timer cancelled and set, pending:', figures.timersCancelled),
    [
      'cost per timer, 100,000 over 100 pending, fired (goal at most 4)',
      figures.timerGrowth.fired.toFixed(2),
    ],
    ['  the same, cancelled', figures.timerGrowth.cancelled.toFixed(2)],
    ...table('per draw:', figures.draws),
  ];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
