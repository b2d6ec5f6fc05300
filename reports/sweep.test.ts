import { describe, expect, it } from 'vitest';
import { renderSweepCsv } from './render-sweep-csv.ts';
import { renderSweepHtml } from './render-sweep-html.ts';
import { renderSweep } from './render-sweep.ts';
import { buildSweep, sweepSchema } from './sweep.ts';
import type { Sweep, SweepParts } from './sweep.ts';
import { pointName, shortPaths, surenessText, targetSentences } from './sweep-words.ts';

/** A service level and an abandon rate by the number of agents; half of every interval is one point. */
const LEVELS = [0.7, 0.795, 0.83, 0.9];

function around(mean: number) {
  return { mean, low: mean - 0.01, high: mean + 0.01, n: 30 };
}

const kpi = (name: string, id: string): Sweep['kpis'][number] => ({
  name,
  id,
  stat: 'share',
  title: name,
  unit: 'share',
  queue: null,
  group: null,
});

function partsOf(more: Partial<SweepParts> = {}): SweepParts {
  return {
    tandem: '0.0.0',
    scenario: 'Desk',
    seed: 1,
    days: { simulated: 30, asked: 30, ended: 'allDays' },
    command: 'tandem sweep desk.yaml --vary agents.team.count=8..11',
    set: [],
    settings: [
      {
        path: 'agents.team.count',
        kind: 'number',
        base: '10',
        standard: null,
        values: [8, 9, 10, 11].map((value) => ({ text: String(value), value })),
      },
    ],
    kpis: [kpi('serviceLevel', 'K-01'), kpi('abandonRate', 'K-05')],
    ranges: [
      { least: 0, most: 1 },
      { least: 0, most: 1 },
    ],
    targets: [{ text: 'serviceLevel>=80%', kpi: 0, atLeast: 0.8, atMost: null }],
    currency: null,
    base: { agentHours: 100, cost: null, estimates: [around(0.83), around(0.05)] },
    points: LEVELS.map((level, at) => ({
      at: [at],
      isBase: at === 2,
      agentHours: 80 + 10 * at,
      cost: null,
      estimates: [around(level), around(0.08 - 0.02 * at)],
      differences: [around(level - 0.83), around(0.02 - 0.02 * at)],
    })),
    warnings: [],
    ...more,
  };
}

describe('a target', () => {
  it('is met or missed only by a whole interval, and says how sure it is', () => {
    const { points } = buildSweep(partsOf());
    expect(points.map(({ verdict }) => verdict)).toEqual(['missed', 'unsure', 'met', 'met']);
    const sure = points.map(({ targets: [judged] }) => judged!.sure!);
    // 0.795 is half an interval below: t = -1.02 of 29 degrees of freedom, 16 %.
    expect(sure[1]).toBeCloseTo(0.158, 2);
    expect(sure[0]).toBeLessThan(0.001);
    expect(sure[3]).toBeGreaterThan(0.999);
  });

  it('may be an upper bound, and several are met together only if each is', () => {
    const targets = [
      { text: 'serviceLevel>=80%', kpi: 0, atLeast: 0.8, atMost: null },
      { text: 'abandonRate<=3.5%', kpi: 1, atLeast: null, atMost: 0.035 },
    ];
    const { points, best } = buildSweep(partsOf({ targets }));
    expect(points.map(({ targets: judged }) => judged[1]!.verdict)).toEqual([
      'missed',
      'missed',
      'unsure',
      'met',
    ]);
    expect(points.map(({ verdict }) => verdict)).toEqual(['missed', 'missed', 'unsure', 'met']);
    expect(best).toEqual({ first: 3, cheapest: 3, by: 'agentHours' });
  });

  it('is judged before the interval is cut at what is possible', () => {
    const nearlyAll = { mean: 0.995, low: 0.975, high: 1.015, n: 30 };
    const { points } = buildSweep(
      partsOf({
        targets: [{ text: 'serviceLevel>=98%', kpi: 0, atLeast: 0.98, atMost: null }],
        points: partsOf().points.map((point) => ({ ...point, estimates: [nearlyAll, around(0.05)] })),
      }),
    );
    expect(points[0]!.estimates[0]).toEqual({ ...nearlyAll, high: 1 });
    // 0.015 of a half-width of 0.02, t 1.534 of 29 degrees of freedom.
    expect(points[0]!.targets[0]!.sure).toBeCloseTo(0.932, 2);
  });

  it('cannot be judged by one day', () => {
    const alone = { mean: 0.9, low: null, high: null, n: 1 };
    const sweep = buildSweep(
      partsOf({
        days: { simulated: 1, asked: 1, ended: 'allDays' },
        points: partsOf().points.map((point) => ({
          ...point,
          estimates: [alone, alone],
          differences: [alone, alone],
        })),
      }),
    );
    expect(sweep.points.map(({ verdict }) => verdict)).toEqual(['unsure', 'unsure', 'unsure', 'unsure']);
    expect(targetSentences(sweep, 'en')).toEqual([
      'One day alone has no intervals, so no target can be judged.',
    ]);
    expect(renderSweep(sweep)).not.toMatch(/NaN|undefined|null/);
  });
});

describe('the cheapest point that meets the targets', () => {
  it('is that with the fewest agent-hours, whatever comes first', () => {
    const { points } = partsOf();
    const { best } = buildSweep(partsOf({ points: points.toReversed() }));
    expect(best).toEqual({ first: 0, cheapest: 1, by: 'agentHours' });
  });

  it('is that which costs least, where the points have a cost and differ in it', () => {
    // More hours of cheaper people: 10 and 11 agents meet the target, and the eleven cost less.
    const costs = [3000, 3100, 3400.4, 3399.6];
    const points = partsOf().points.map((point, at) => ({ ...point, cost: costs[at]! }));
    const sweep = buildSweep(partsOf({ points, currency: 'EUR' }));
    expect(sweep.best).toEqual({ first: 2, cheapest: 3, by: 'cost' });
    expect(targetSentences(sweep, 'en').join(' ')).toContain(
      'by what its staff costs: count 11, €3,400 a day',
    );
    const french = targetSentences(sweep, 'fr').join(' ').replaceAll(/\s/g, ' ');
    expect(french).toContain('par ce que coûte son personnel : count 11, 3 400 € par jour');
    const [, ...unpriced] = points;
    const some = [{ ...points[0]!, cost: null }, ...unpriced];
    expect(buildSweep(partsOf({ points: some, currency: 'EUR' })).best?.by).toBe('agentHours');
  });

  it('is the nearest to the scenario as it is where all have the same hours', () => {
    const points = partsOf().points.map((point) => ({ ...point, agentHours: 100 }));
    expect(buildSweep(partsOf({ points })).best).toEqual({ first: 2, cheapest: 2, by: 'nearest' });
    // 90 s are written 1m30s: 60 s are nearer to it than 30 s.
    const [setting] = partsOf().settings;
    const values = [10, 60, 30, 20].map((value) => ({ text: `${value}s`, value }));
    const settings = [{ ...setting!, kind: 'length' as const, base: '1m30s', values }];
    const met = points.map((point) => ({ ...point, isBase: false, estimates: [around(0.9), around(0.02)] }));
    expect(buildSweep(partsOf({ points: met, settings })).best).toEqual({
      first: 0,
      cheapest: 1,
      by: 'nearest',
    });
  });

  it('is nobody where no point surely meets them', () => {
    const points = partsOf().points.slice(0, 2);
    const sweep = buildSweep(partsOf({ points }));
    expect(sweep.best).toEqual({ first: null, cheapest: null, by: 'agentHours' });
    expect(targetSentences(sweep, 'en').join(' ')).toContain('too close to call: count 9');
    expect(targetSentences(buildSweep(partsOf({ points: points.slice(0, 1) })), 'fr').join(' ')).toContain(
      'tous les manquent',
    );
  });
});

describe('an interrupted sweep', () => {
  it('says at its head how far it got, on the screen and on the page', () => {
    const stopped = buildSweep(partsOf({ days: { simulated: 20, asked: 5000, ended: 'stopped' } }));
    const text = renderSweep(stopped, { width: 80 });
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      '20 days of each, on the same luck (interrupted, 5,000 were asked)',
    );
    for (const line of text.split('\n').slice(0, 4)) expect(line.length).toBeLessThanOrEqual(80);
    expect(renderSweepHtml(stopped)).toContain('(interrupted, 5,000 were asked)');
    expect(renderSweep(buildSweep(partsOf()))).not.toContain('interrupted');
  });
});

describe('what is said of a sweep', () => {
  it('never says 100 %, and of what is missed how sure that is', () => {
    const { points } = buildSweep(partsOf());
    expect(points.map((point) => surenessText(point, 'en'))).toEqual([
      '>99.9% sure',
      '16% for it',
      '>99.9% sure',
      '>99.9% sure',
    ]);
  });

  it('names settings by their last step, and by all of it where that is not enough', () => {
    const setting = (path: string) => ({ ...partsOf().settings[0]!, path });
    expect(shortPaths([setting('agents.team.count'), setting('agents.seniors.shifts["early one"]')])).toEqual(
      ['count', 'early one'],
    );
    expect(shortPaths([setting('agents.a.count'), setting('agents.b.count')])).toEqual([
      'agents.a.count',
      'agents.b.count',
    ]);
    const sweep = buildSweep(partsOf());
    expect(pointName(sweep, sweep.points[1]!)).toBe('count 9');
  });

  it('is what its schema says', () => {
    const sweep = buildSweep(partsOf());
    expect(sweepSchema.parse(JSON.parse(JSON.stringify(sweep)))).toEqual(sweep);
  });

  it('fits a terminal of 80 columns', () => {
    for (const language of ['en', 'fr'] as const) {
      const text = renderSweep(buildSweep(partsOf()), { language, width: 80 });
      expect(text.split('\n').filter((line) => line.length > 80 && !/^(Again|Rejouer)/.test(line))).toEqual(
        [],
      );
    }
  });

  it('is a page of curves, and of maps for two settings, without a word that is no word', () => {
    const one = partsOf({ scenario: '<b>Desk</b>' });
    const [setting] = one.settings;
    const two = partsOf({
      settings: [
        { ...setting!, values: setting!.values.slice(0, 2) },
        { ...setting!, path: 'x.y', values: setting!.values.slice(0, 2) },
      ],
      points: one.points.map((point, at) => ({ ...point, at: [Math.floor(at / 2), at % 2] })),
    });
    for (const parts of [one, two])
      for (const language of ['en', 'fr'] as const) {
        const page = renderSweepHtml(buildSweep(parts), { language });
        expect(page).not.toMatch(/undefined|NaN|\[object|Infinity|<b>Desk/);
        expect(page).toContain('data-path="points[3].estimates[1].mean"');
      }
    expect(renderSweep(buildSweep(two))).toContain('down: agents.team.count'.slice(0, 6));
  });

  it('is a table in which each row has all columns, and no formula', () => {
    const csv = renderSweepCsv(buildSweep(partsOf({ scenario: '=1+1' })), { byteOrderMark: false });
    const lines = csv.trimEnd().split('\r\n');
    // The head, the base of two measures, four points of two measures and a target each.
    expect(lines).toHaveLength(1 + 2 + 4 * 3);
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1);
    expect(csv).not.toMatch(/,=1/);
    expect(renderSweepCsv(buildSweep(partsOf()), { locale: 'fr' })).toContain('0,83');
  });
});
