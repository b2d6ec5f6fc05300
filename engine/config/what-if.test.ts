import { describe, expect, it } from 'vitest';
import { Simulation } from '../world/run.ts';
import { Accumulator } from '../metrics/summary.ts';
import { centre } from './bad-scenarios.ts';
import { readScenario } from './read.ts';
import type { ArrivalsSetup, Setup } from './setup.ts';

const CALLBACKS =
  'a: { behaviour: { BEHAVIOUR }, overflow: [{ when: { workItemLimit: 1 }, do: directCallback }] }';

function desk(behaviour: string, arrivals: string): string {
  return centre({
    days: 'from: 08:00\nto: 12:00',
    queues: CALLBACKS.replace('BEHAVIOUR', behaviour),
    agents: 'team: { count: 3, queues: [a], accept: 2s }',
    demand: `a: { arrivals: ${arrivals} }`,
  });
}

const BEHAVIOUR =
  'talk: { lognormal: { mean: 4m, cv: 1.1 } }, wrapUp: { exponential: { mean: 30s } }, patience: { exponential: { mean: 2m }, balk: 5%, atZero: 2% }, callback: { accepts: [40%, 20%] }';

function read(text: string, ...set: string[]): Setup {
  const result = readScenario(text, { set });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.setup;
}

const setup = (...set: string[]): Setup => read(desk(BEHAVIOUR, '{ perHour: 50 }'), ...set);
const problems = (...set: string[]) => {
  const result = readScenario(desk(BEHAVIOUR, '{ perHour: 50 }'), { set });
  return result.ok ? [] : result.problems.map(({ code, params }) => ({ code, ...params }));
};

function numbersOf(of: Setup, days = 3): string {
  const [simulation, results] = [new Simulation(of), new Accumulator(of)];
  for (let day = 0; day < days; day++) results.add(day, simulation.day(1, day));
  results.close();
  return JSON.stringify(results.kpis.map((kpi) => results.estimate(kpi)));
}

const arrivalsOf = (of: Setup): ArrivalsSetup => of.world.kinds[0]!.demand[0]!.arrivals;

describe('whatIf', () => {
  it('is nothing where its factors are 1, or not said', () => {
    const ones = ['volume', 'handleTime', 'patience', 'acceptance'].map((factor) => `whatIf.${factor}=1`);
    expect(setup(...ones)).toEqual(setup());
    expect(setup('whatIf={}')).toEqual(setup());
  });

  it('volume: the numbers are those of a scenario that writes so many more calls', () => {
    const written = read(desk(BEHAVIOUR, '{ perHour: 60 }'));
    expect(setup('whatIf.volume=1.2')).toEqual(written);
    expect(numbersOf(setup('whatIf.volume=1.2'))).toBe(numbersOf(written));
    expect(numbersOf(written)).not.toBe(numbersOf(setup()));
  });

  it('volume: a list and its day factor, fixed numbers, no calls at all', () => {
    const listed = 'perInterval: [2, 4, 6, 8, 8, 6, 4, 2], dayFactor: { gamma: { shape: 9 } }';
    expect(arrivalsOf(read(desk(BEHAVIOUR, `{ ${listed} }`), 'whatIf.volume=1.5'))).toMatchObject({
      expected: [3, 6, 9, 12, 12, 9, 6, 3],
      dayFactor: { law: 'gamma', shape: 9, mean: 1 },
    });
    expect(arrivalsOf(read(desk(BEHAVIOUR, '{ perDay: 101 }'), 'whatIf.volume=1.1'))).toMatchObject({
      kind: 'fixed',
      count: 111,
    });
    expect(numbersOf(setup('whatIf.volume=0'))).toContain('"mean":0');
  });

  it('volume: a trace is thinned or filled up along its own day', () => {
    const trace =
      '{ trace: [{ at: 08:00, talk: 1m }, { at: 08:10, talk: 2m }, { at: 09:00, talk: 3m }, { at: 11:00 }] }';
    const minutes = (factor: number) => {
      const arrivals = arrivalsOf(read(desk(BEHAVIOUR, trace), `whatIf.volume=${factor}`));
      if (arrivals.kind !== 'trace') throw new Error(arrivals.kind);
      return { times: arrivals.times.map((time) => time / 60_000), talk: arrivals.talk };
    };
    // Of four calls two: half way between the first and the second, and between the third and the fourth.
    expect(minutes(0.5).times).toEqual([5, 120]);
    // Of four calls eight: a quarter before and after each, the first and the last at most there.
    expect(minutes(2).times).toEqual([0, 2.5, 7.5, 22.5, 47.5, 90, 150, 180]);
    expect(minutes(2).talk).toEqual([60_000, 60_000, 120_000, 120_000, 180_000, 180_000, null, null]);
    expect(minutes(0)).toEqual({ times: [], talk: [] });
  });

  it('handleTime: talk and wrap-up are the laws with so much longer means, and recorded times too', () => {
    const doubled = BEHAVIOUR.replace('mean: 4m', 'mean: 8m').replace('mean: 30s', 'mean: 60s');
    expect(setup('whatIf.handleTime=2')).toEqual(read(desk(doubled, '{ perHour: 50 }')));
    const recorded = desk(BEHAVIOUR, '{ trace: [{ at: 08:00, talk: 1m, wrapUp: 9s }, { at: 08:10 }] }');
    expect(arrivalsOf(read(recorded, 'whatIf.handleTime=1.5'))).toMatchObject({
      talk: [90_000, null],
      wrapUp: [13_500, null],
    });
  });

  it('patience: the law is longer, the shares stay, and endless stays endless', () => {
    const half = BEHAVIOUR.replace('mean: 2m', 'mean: 1m');
    expect(setup('whatIf.patience=0.5')).toEqual(read(desk(half, '{ perHour: 50 }')));
    const endless = desk('talk: 4m', '{ perHour: 50 }');
    expect(read(endless, 'whatIf.patience=0.5')).toEqual(read(endless));
    const some = desk('talk: 4m, patience: { atZero: 10% }', '{ perHour: 50 }');
    expect(read(some, 'whatIf.patience=3')).toEqual(read(some));
  });

  it('acceptance: each share, never above 100%', () => {
    const accepts = (factor: number) => setup(`whatIf.acceptance=${factor}`).world.behaviour[0]!.accepts;
    expect(accepts(2)).toEqual([0.8, 0.4]);
    expect(accepts(4)).toEqual([1, 0.8]);
    expect(accepts(0)).toEqual([0, 0]);
  });

  it('refuses factors out of range, factors that are none, and calls beyond what a day holds', () => {
    expect(problems('whatIf.volume=-1')).toMatchObject([{ code: 'E-RANGE', value: -1, min: 0, max: 5 }]);
    expect(problems('whatIf.handleTime=0')).toMatchObject([{ code: 'E-RANGE', min: 0.1, max: 5 }]);
    expect(problems('whatIf.patience=6')).toMatchObject([{ code: 'E-RANGE', min: 0.1, max: 5 }]);
    expect(problems('whatIf.acceptance=viel')).toMatchObject([{ code: 'E-TYPE', expected: 'number' }]);
    expect(problems('whatIf.staff=2')).toMatchObject([{ code: 'E-KEY' }]);
    expect(problems('demand.a.arrivals.perHour=200000', 'whatIf.volume=1.2')).toEqual([]);
    expect(problems('demand.a.arrivals.perHour=200000', 'whatIf.volume=1.5')).toMatchObject([
      { code: 'E-LIMIT', what: 'calls', value: 1_200_000 },
    ]);
  });
});

describe('what staff costs', () => {
  it('is said by group, in one currency, and changes nothing else', () => {
    const priced = setup('agents.team.costPerHour=31.5', 'report.currency=CHF');
    expect(priced.report).toMatchObject({ costs: [31.5], currency: 'CHF' });
    expect(setup().report).toMatchObject({ costs: [null], currency: 'EUR' });
    expect({ ...priced, report: null }).toEqual({ ...setup(), report: null });
  });

  it('refuses what is no cost and no code of a currency', () => {
    expect(problems('agents.team.costPerHour=-1')).toMatchObject([
      { code: 'E-RANGE', min: 0, max: 1_000_000 },
    ]);
    expect(problems('report.currency=euro')).toMatchObject([
      { code: 'E-FORMAT', expected: 'currency', value: 'euro' },
    ]);
    expect(problems('report.currency=3')).toMatchObject([{ code: 'E-TYPE', expected: 'currency' }]);
    // A kind of day says who works, not what that costs.
    expect(problems('kinds={ saturday: { agents: { team: { costPerHour: 40 } } } }')).toMatchObject([
      { code: 'E-KEY', key: 'costPerHour' },
      { code: 'E-MISSING', key: 'calendar' },
    ]);
  });
});
