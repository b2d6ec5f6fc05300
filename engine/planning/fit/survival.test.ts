import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Streams } from '../../kernel/streams.ts';
import { censoredExponential, censoredLogLikelihood, censoredWeibull } from './censored-laws.ts';
import { distributionOfFitted } from './laws.ts';
import { sampleOf } from './sample.ts';
import { kaplanMeier, medianPatience, stepAt } from './survival.ts';

/** Weeks in remission under 6-MP (Freireich et al. 1963, Blood 21, 699-716), of which Gehan (1965) and every textbook since. */
const remission = {
  abandoned: sampleOf([6, 6, 6, 7, 10, 13, 16, 22, 23]),
  served: sampleOf([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]),
};

describe('Kaplan-Meier', () => {
  it('has the published curve of the 6-MP data', () => {
    // Kleinbaum and Klein, Survival Analysis, table 2.1; standard errors by Greenwood as in Collett and in R's survival.
    const published = [
      [6, 21, 0.857, 0.0764],
      [7, 17, 0.807, 0.0869],
      [10, 15, 0.753, 0.0963],
      [13, 12, 0.69, 0.1068],
      [16, 11, 0.627, 0.1141],
      [22, 7, 0.538, 0.1282],
      [23, 6, 0.448, 0.1346],
    ] as const;
    const steps = kaplanMeier(remission);
    expect(steps).toHaveLength(published.length);
    for (const [at, [seconds, atRisk, survival, error]] of published.entries()) {
      expect(steps[at]).toMatchObject({ seconds, atRisk });
      expect(steps[at]!.survival).toBeCloseTo(survival, 3);
      expect(steps[at]!.standardError).toBeCloseTo(error, 4);
    }
    expect(medianPatience(steps)).toBe(23);
  });

  it('counts who was served at the second of an abandonment as still at risk, unless told otherwise', () => {
    const waits = { abandoned: sampleOf([10]), served: sampleOf([10, 20]) };
    expect(kaplanMeier(waits)[0]?.survival).toBeCloseTo(2 / 3, 15);
    expect(kaplanMeier(waits, { isServedAtRisk: false })[0]?.survival).toBeCloseTo(1 / 2, 15);
  });

  it('is the share that waits longer where nobody is served', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 60 }), (patience) => {
        const steps = kaplanMeier({ abandoned: sampleOf(patience), served: sampleOf([]) });
        for (const seconds of [0, 5, 20, 49, 50]) {
          const longer = patience.filter((each) => each > seconds).length / patience.length;
          expect(stepAt(steps, seconds)?.survival ?? 1).toBeCloseTo(longer, 12);
        }
      }),
      { seed: 1 },
    );
  });

  it('says that half never left when the data do not reach that far', () => {
    const steps = kaplanMeier({ abandoned: sampleOf([10]), served: sampleOf([5, 20, 30]) });
    expect(medianPatience(steps)).toBeNull();
  });

  it('has nothing to say when nobody hung up', () => {
    expect(kaplanMeier({ abandoned: sampleOf([]), served: sampleOf([1, 2]) })).toEqual([]);
  });
});

describe('laws of patience', () => {
  it('fits the 6-MP data', () => {
    // 359 weeks and 9 relapses; Weibull by scipy.optimize on the likelihood.
    expect(censoredExponential(remission).mean).toBeCloseTo(359 / 9, 12);
    const weibull = censoredWeibull(remission);
    expect(weibull.shape).toBeCloseTo(1.35373452, 5);
    expect(weibull.scale).toBeCloseTo(33.76515111, 4);
    expect(censoredLogLikelihood(weibull, remission)).toBeCloseTo(-41.65867847688153, 9);
  });

  it('finds the law of patience whatever the law of the answers, |z| at most 4', () => {
    const stream = new Streams(3).of('waits');
    const patience = distributionOfFitted({ law: 'weibull', shape: 1.5, scale: 300 });
    const answer = distributionOfFitted({ law: 'exponential', mean: 120 });
    const abandoned: number[] = [];
    const served: number[] = [];
    for (let caller = 0; caller < 20_000; caller++) {
      const [leaves, answered] = [patience.at(stream.next()), answer.at(stream.next())];
      if (leaves < answered) abandoned.push(leaves);
      else served.push(answered);
    }
    const waits = { abandoned: sampleOf(abandoned), served: sampleOf(served) };
    const { shape } = censoredWeibull(waits);
    // At least as uncertain as an uncensored sample of the abandonments alone, at most twice as much.
    const error = ((Math.sqrt(6) / Math.PI) * 1.5) / Math.sqrt(abandoned.length);
    expect(Math.abs(shape - 1.5)).toBeLessThan(4 * 2 * error);
    const step = stepAt(kaplanMeier(waits), 200)!;
    const truth = Math.exp(-((200 / 300) ** 1.5));
    expect(Math.abs(step.survival - truth)).toBeLessThan(4 * step.standardError);
  });
});
