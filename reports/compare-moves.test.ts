import { describe, expect, it } from 'vitest';
import { moveSentence, narrowerSentence, toSeeSentences } from './compare-words.ts';
import { movesOf } from './compare-moves.ts';
import { buildComparison } from './compare.ts';
import type { Comparison, ComparisonRow } from './compare.ts';
import { renderComparisonHtml } from './render-comparison-html.ts';
import { renderComparisonMarkdown } from './render-comparison-markdown.ts';
import { renderComparison } from './render-comparison.ts';
import { DESK_RUN, deskPairs } from './small-desk.suite.ts';

/** A row of a comparison by its z: a standard error of 0.01 on both sides of a difference. */
function row(id: string, stat: string, z: number, more: Partial<ComparisonRow> = {}): ComparisonRow {
  const mean = 0.01 * z;
  const difference = { mean, low: mean - 0.02, high: mean + 0.02, n: 1000 };
  return {
    id,
    stat,
    title: id,
    unit: 'share',
    queue: null,
    group: null,
    baseline: { mean: 0.076, low: 0.07, high: 0.08, n: 1000 },
    candidate: { mean: 0.062, low: 0.06, high: 0.07, n: 1000 },
    difference,
    z,
    chance: Math.exp(-z * z),
    varianceRatio: 4,
    verdict: Math.abs(z) < 2 ? 'unclear' : z > 0 ? 'higher' : 'lower',
    ...more,
  };
}

function comparison(rows: readonly ComparisonRow[], more: Partial<Comparison> = {}): Comparison {
  return {
    reportVersion: 1,
    tandem: '0.0.0',
    baseline: 'Now',
    candidate: 'Then',
    seed: 1,
    days: { simulated: 1000, asked: 1000, ended: 'allDays' },
    command: 'tandem compare now.yaml then.yaml',
    serviceLevel: 'K-01a',
    settings: [
      { path: 'queues.support.callback.offerFirst', baseline: '1m30s', candidate: '15s', standard: null },
    ],
    identical: false,
    toSee: [],
    rows,
    warnings: [],
    ...more,
  } as Comparison;
}

describe('what moved', () => {
  it('is ordered by how sure it is, whichever way it went', () => {
    const { moved } = movesOf(
      comparison([
        row('K-01a', 'share', 3),
        row('K-05', 'share', -9),
        row('K-31', 'share', 1),
        row('K-09', 'share', 5),
      ]),
    );
    expect(moved.map(({ measure }) => measure.name.en)).toEqual([
      'Abandon rate',
      'Occupancy',
      'Service level',
    ]);
  });

  it('stands only if it is clear among all looks (Holm)', () => {
    // Chances e^-4 = 0.018 and e^-25: of four looks the second needs 5 %/3 = 0.0167.
    const { looks, counted, byLuck } = movesOf(
      comparison([
        row('K-01a', 'share', 2),
        row('K-05', 'share', -5),
        row('K-31', 'share', 0.1),
        row('K-09', 'share', 0.2),
      ]),
    );
    expect(looks.map(({ isMove, stands }) => [isMove, stands])).toEqual([
      [true, false],
      [true, true],
      [false, false],
      [false, false],
    ]);
    expect([counted, byLuck]).toEqual([4, 0.2]);
  });

  it('does not count as looks what is the same in every pair of days, nor every formula of the same thing', () => {
    const same = { verdict: 'same' as const, chance: 1 };
    const { counted, looks } = movesOf(
      comparison([
        row('Off', 'perDay', 0, same),
        row('K-01a', 'share', 3),
        row('K-01b', 'share', 3),
        row('K-01c', 'share', 3),
      ]),
    );
    expect(counted).toBe(1);
    expect(looks).toHaveLength(2);
  });

  it('takes the formula of the headline for the service level', () => {
    const { looks } = movesOf(
      comparison([row('K-01a', 'share', 3), row('K-01c', 'share', 4)], { serviceLevel: 'K-01c' }),
    );
    expect(looks.map(({ at }) => at)).toEqual([1]);
  });

  it('leaves a single queue out, which is all together', () => {
    const of = (queue: string | null) => row('K-05', 'share', 3, { queue });
    expect(movesOf(comparison([of(null), of('support')])).looks).toHaveLength(1);
    expect(movesOf(comparison([of(null), of('support'), of('sales')])).looks).toHaveLength(3);
  });
});

describe('the sentence of a move', () => {
  const fall = (more: Partial<ComparisonRow> = {}) =>
    movesOf(
      comparison([
        row('K-05', 'share', -7, { difference: { mean: -0.014, low: -0.017, high: -0.011, n: 50 }, ...more }),
      ]),
    ).moved[0]!;
  // With a no-break space between a number and its unit.
  const spaced = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

  it('can be pasted into a mail', () => {
    expect(spaced(moveSentence(fall(), 'en'))).toBe(
      'Abandonment falls by 1.4 points (1.1 to 1.7), from 7.6% to 6.2%',
    );
    expect(spaced(moveSentence(fall(), 'fr'))).toBe(
      'Le taux d’abandon baisse de 1,4 point (1,1 à 1,7), de 7,6 % à 6,2 %',
    );
  });

  it('leaves out two sides that are written alike', () => {
    const candidate = { mean: 0.0758, low: 0.07, high: 0.08, n: 50 };
    expect(spaced(moveSentence(fall({ candidate }), 'en'))).toBe(
      'Abandonment falls by 1.4 points (1.1 to 1.7)',
    );
    expect(spaced(moveSentence(fall({ candidate }), 'fr'))).toBe(
      'Le taux d’abandon baisse de 1,4 point (1,1 à 1,7)',
    );
  });

  it('names the unit of seconds once, and the place', () => {
    const seconds = {
      unit: 's' as const,
      baseline: { mean: 12.2, low: 11, high: 13, n: 50 },
      candidate: { mean: 16, low: 15, high: 17, n: 50 },
    };
    const [look] = movesOf(
      comparison([
        row('K-02', 'mean', 9, {
          ...seconds,
          queue: 'support',
          difference: { mean: 3.8, low: 3.3, high: 4.3, n: 50 },
        }),
        row('K-02', 'mean', 1, { ...seconds, queue: 'sales' }),
      ]),
    ).moved;
    expect(spaced(moveSentence(look!, 'en'))).toBe(
      'The average speed of answer at support rises by 3.8 s (3.3 to 4.3 s), from 12 s to 16 s',
    );
  });
});

describe('the difference of a quantile', () => {
  const pairs = deskPairs(8, []);
  const quantiles = (identical: boolean) =>
    buildComparison(pairs, { ...DESK_RUN, identical }).rows.filter(
      ({ id, stat }) => ['K-02', 'K-03'].includes(id) && /^P\d/.test(stat),
    );

  it('has the interval of two runs, and is the same where that is printed as nothing', () => {
    const verdicts = quantiles(false).map(({ difference: { mean, low, high }, verdict }) => {
      expect(mean).toBe(0);
      expect(verdict).toBe(Math.max(-low!, high!) < 0.05 ? 'same' : 'unclear');
      return verdict;
    });
    expect(new Set(verdicts)).toEqual(new Set(['same', 'unclear']));
  });

  it('is none between a scenario and itself', () => {
    for (const { difference, verdict } of quantiles(true))
      expect([difference, verdict]).toEqual([{ mean: 0, low: 0, high: 0, n: 8 }, 'same']);
  });
});

describe('a comparison in which nothing moved', () => {
  const nothing = comparison([row('K-05', 'share', 1), row('K-01a', 'share', -1)], {
    toSee: [{ id: 'K-01', stat: 'share', queue: null, difference: 0.01, days: 1234, stated: false }],
  });

  it('says so in text, page and short form, and how many days a difference takes', () => {
    expect(toSeeSentences(nothing, 'en')).toEqual([
      'To see a true difference of 1.0 point (Service level), four times of five, takes about 1,300 days; these are 1,000 days.',
    ]);
    for (const text of [
      renderComparison(nothing),
      renderComparisonHtml(nothing),
      renderComparisonMarkdown(nothing),
    ]) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(
        'Nothing moved beyond chance: in 1,000 days none of 2 differences',
      );
      expect(text).toContain('1,300');
    }
  });

  it('of a scenario with itself says that there is nothing to compare', () => {
    const identical = comparison([row('K-05', 'share', 0, { verdict: 'same' })], {
      identical: true,
      settings: [],
    });
    expect(renderComparison(identical)).toContain('The two scenarios are the same');
    expect(renderComparisonHtml(identical, { language: 'fr' })).toContain(
      'Les deux scénarios sont identiques',
    );
  });

  it('of one day says that it cannot tell', () => {
    const difference = { mean: 0.02, low: null, high: null, n: 1 };
    const one = comparison([
      row('K-05', 'share', 0, { difference, z: null, chance: null, verdict: 'unclear' }),
    ]);
    expect(renderComparison(one)).toContain('One day alone cannot tell');
  });
});

it('says what the common luck gains, where it gains something', () => {
  expect(narrowerSentence(comparison([row('K-01a', 'share', 3)]), 'en')).toContain(
    'as sharp as 4.0 times the days',
  );
  expect(narrowerSentence(comparison([row('K-01a', 'share', 3, { varianceRatio: 1.1 })]), 'en')).toBeNull();
});

describe('an interrupted comparison', () => {
  const pairs = deskPairs(2, ['agents.juniors.count=4']);
  const stopped = buildComparison(pairs, { ...DESK_RUN, days: 5000, ended: 'stopped' });

  it.each([
    ['text', renderComparison],
    ['page', renderComparisonHtml],
    ['Markdown', renderComparisonMarkdown],
  ])('says at its head and among its warnings how far it got: %s', (_, render) => {
    const text = render(stopped).replaceAll(/\s+/g, ' ');
    expect(text).toContain('(interrupted, 5,000 were asked)');
    expect(text).toContain('Interrupted after 2 of 5,000 days');
    expect(render({ ...stopped, days: { ...stopped.days, ended: 'allDays' } })).not.toContain('were asked');
    expect(render(stopped, { language: 'fr' })).toContain('interrompu, ');
  });
});

describe('a simulated comparison', () => {
  const simulated = buildComparison(deskPairs(12, ['agents.juniors.count=4']), DESK_RUN);

  it('moves the service level up beyond doubt, and says so in both languages', () => {
    const { moved } = movesOf(simulated);
    expect(moved.find(({ measure, row: { queue } }) => measure.id === 'K-01' && queue === null)?.stands).toBe(
      true,
    );
    expect(renderComparison(simulated, { language: 'fr', width: 80 })).toMatch(
      /Le niveau de service monte de/,
    );
  });

  it('is a page without a word that is no word, whatever the names', () => {
    const named = { ...simulated, baseline: '<b>now</b>', candidate: 'then & "there"' };
    for (const language of ['en', 'fr'] as const) {
      const page = renderComparisonHtml(named, { language });
      expect(page).not.toMatch(/undefined|NaN|\[object|Infinity/);
      expect(page).not.toContain('<b>now');
      expect(page).toContain(`<html lang="${language}">`);
    }
    expect(renderComparisonMarkdown(named)).toContain('\\<b\\>now\\</b\\>');
  });

  it('has in the cells of the page the numbers of the comparison', () => {
    const page = renderComparisonHtml(simulated);
    const cells = [
      ...page.matchAll(/<data value="([^"]*)" data-path="rows\[(\d+)\]\.(baseline|candidate)\.mean"/g),
    ];
    expect(cells.length).toBeGreaterThan(20);
    for (const [, value, at, side] of cells)
      expect(Number(value)).toBe(simulated.rows[Number(at)]![side as 'baseline' | 'candidate'].mean);
  });
});
