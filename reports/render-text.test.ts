import { describe, expect, it } from 'vitest';
import { buildComparison, comparisonSchema } from './compare.ts';
import { renderComparison } from './render-comparison.ts';
import { renderText } from './render-text.ts';
import { reportSchema, type Report } from './schema.ts';
import { deskPairs, deskReport, deskSetup, DESK_RUN } from './small-desk.suite.ts';

const report = deskReport();
const ESCAPE = new RegExp(`${String.fromCodePoint(27)}\\[\\d+m`, 'g');
const withoutColour = (text: string): string => text.replaceAll(ESCAPE, '');

describe('The report on a terminal', () => {
  const text = renderText(report, { width: 80 });
  const lines = text.split('\n');

  it('says first what was asked: the service level against its target', () => {
    expect(lines[0]).toBe('Small desk');
    expect(lines[1]).toBe('12 days · seed 1 · tandem 0.0.0');
    expect(lines[3]).toBe('Service level (K-01a)');
    expect(lines[4]).toMatch(
      /^ {2}all +\d+\.\d% ± \d+\.\d +(met|missed|too close to call) +target 80% within 20 s$/,
    );
  });

  it('fits 80 columns, and 60', () => {
    for (const width of [60, 80, 120]) {
      // The command to type is never broken.
      const long = renderText(report, { width })
        .split('\n')
        .filter((line) => line.length > width && !line.startsWith('Again:'));
      expect(long).toEqual([]);
    }
  });

  it('has the numbers of the report, with their half-widths', () => {
    const asa = report.kpis.find(
      ({ id, stat, queue, interval }) =>
        id === 'K-02' && stat === 'mean' && queue === 'support' && interval === null,
    )!;
    expect(asa.mean! > 9.95 && asa.mean! < 59.5).toBe(true);
    const half = Math.round((asa.high! - asa.low!) / 2);
    expect(text).toContain(`${Math.round(asa.mean!)} s ± ${half}`);
  });

  it('names each section that has something to say', () => {
    for (const title of [
      'Queues',
      'Callbacks a day: support',
      "Agents' time",
      'Overflow',
      'Through the day',
      'Expected',
    ])
      expect(text).toContain(title);
    expect(text).not.toContain('Kinds of day');
  });

  it('tells every end of the offered in its queue table, so that a column adds up', () => {
    const moving = deskReport(
      12,
      {},
      deskSetup([
        'queues.support.overflow.0.when={ waitExceeds: 60s }',
        'queues.support.overflow.0.do={ transferQueue: billing }',
      ]),
    );
    const table = renderText(moving, { width: 120 }).split('\n');
    const column = (title: string): number[] => {
      const line = table.find((each) => each.startsWith(`  ${title} a day`)) ?? '';
      const cells = line
        .slice(24)
        .replaceAll(/± <?[\d.,]+/g, '')
        .trim()
        .split(/ +/);
      return cells.map((cell) => Number(cell.replaceAll(',', '')));
    };
    const offered = column('Offered');
    const others = column('Moved or other');
    const ends = [
      ...['Answered', 'Abandoned', 'Took a callback']
        .filter((each) => table.some((line) => line.startsWith(`  ${each} a`)))
        .map(column),
      others,
    ];
    expect(offered).toHaveLength(3);
    for (const [at, count] of offered.entries()) {
      const sum = ends.reduce((total, end) => total + end[at]!, 0);
      // Each of five numbers is rounded for itself, to a half at most.
      expect(Math.abs(sum - count)).toBeLessThanOrEqual(0.5 * 5);
    }
    // Who leaves is told by overflow on its own.
    const [moved] = moving.overflow;
    expect(moved).toMatchObject({ queue: 'support', when: 'waitExceeds', action: 'transferQueue' });
    expect(moved!.perDay).toBeGreaterThan(1);
    expect(others[1]! / moved!.perDay).toBeCloseTo(1, 2);
    expect(others[2]).toBe(0);
  });

  it('has no row for other ends where there are none', () => {
    expect(text).toContain('Took a callback a day');
    expect(text).not.toContain('Moved or other a day');
  });

  it('says how many intervals there are, and where, when they are too many', () => {
    // 4 hours by 4 minutes.
    const fine = renderText(deskReport(2, {}, deskSetup(['days.interval=4m'])));
    expect(fine).toContain('\nThrough the day\n  60 intervals, too many for a page: see --json\n');
    expect(text).not.toContain('too many for a page');
  });

  it('says no wait twice, and which is the longest', () => {
    const points = [0, 60, 120, 127].map((wait, at) => ({ wait, share: (at + 1) / 4 }));
    const headings = renderText({ ...report, waits: [{ queue: null, of: 'all', points }] })
      .split('\nWaited no longer than\n')[1]!
      .split('\n');
    expect(headings[0]!.trim().split(/ {2,}/)).toEqual(['0 s', '1 min', 'longest 2 min']);
    expect(headings[1]!.trim().split(/ {2,}/)).toEqual(['25.0%', '50.0%', '100.0%']);
  });

  it('says that overflow allows a callback, for who heard of it is in the funnel', () => {
    expect(report.overflow.some(({ action }) => action === 'directCallback')).toBe(true);
    expect(text).toMatch(/item limit +callback allowed/);
    expect(text).not.toContain('callback offered');
  });

  it('ends with the command that gives the same again', () => {
    expect(lines.at(-2)).toBe('Again: tandem run desk.yaml --days 12 --seed 1');
  });

  it('says the same in colour and without', () => {
    const coloured = renderText(report, { width: 80, colour: true });
    expect(coloured).not.toBe(text);
    expect(withoutColour(coloured)).toBe(text);
  });

  it('speaks French, and fits 80 columns in it too', () => {
    const french = renderText(report, { width: 80, language: 'fr' });
    expect(french).toMatch(/^Small desk\n12 jours · graine 1 · tandem 0\.0\.0\n/);
    expect(french).toMatch(
      /ensemble +\d+,\d\u202f% ± \d+,\d +(atteint|manqué|incertain) +objectif 80\u202f% en 20 s/,
    );
    const lines = french.split('\n').filter((line) => !line.startsWith('Rejouer :'));
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.join('\n')).not.toMatch(
      /\b(the|within|callers|answered|queues|days|target|met|missed)\b|undefined/i,
    );
  });

  it('shows how fast it went only when told', () => {
    expect(text).not.toContain('a second');
    const speed = { callsPerSecond: 251_234, seconds: 4 };
    expect(renderText(report, { speed })).toContain('251,234 calls a second, 4.0 s');
  });

  it('shows an en dash, and no NaN, where there is nothing', () => {
    for (const days of [0, 1]) {
      const bare = renderText(deskReport(days), { width: 80 });
      expect(bare).not.toMatch(/NaN|undefined|null|Infinity/);
      if (days === 0) expect(bare).toContain('–');
    }
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('takes hundreds of queues and the longest names', () => {
    const many: Report = {
      ...report,
      scenario: 'x'.repeat(300),
      headline: Array.from({ length: 500 }, (_, at) => ({
        ...report.headline[1]!,
        queue: `${'q'.repeat(90)} ${at}`,
      })),
    };
    expect(() => reportSchema.parse(many)).not.toThrow();
    const written = renderText(many, { width: 80 });
    expect(written).toContain('and 491 more queues');
    const long = written.split('\n').filter((line) => line.length > 80 && !line.startsWith('Again:'));
    expect(long).toEqual([]);
  });
});

describe('A comparison', () => {
  const info = { ...DESK_RUN, command: 'tandem compare desk.yaml --set agents.juniors.count=4' };
  const pairs = deskPairs(12, ['agents.juniors.count=4']);
  const comparison = buildComparison(pairs, info);

  it('is what its schema says', () => {
    expect(() => comparisonSchema.parse(JSON.parse(JSON.stringify(comparison)))).not.toThrow();
  });

  it('sees that more agents answer sooner, on the same calls', () => {
    const row = (id: string) =>
      comparison.rows.find((each) => each.id === id && each.queue === null && each.group === null)!;
    expect(row('Arrived').verdict).toBe('same');
    expect(row('K-01a').verdict).toBe('better');
    expect(row('K-02').verdict).toBe('better');
    expect(row('K-05').verdict).toBe('better');
    expect(row('K-09').verdict).toBe('lower');
    expect(row('K-01a').difference.low).toBeGreaterThan(0);
  });

  it('pairs: its interval is narrower than that of two runs apart', () => {
    const { baseline, candidate, difference } = comparison.rows.find(
      ({ id, queue }) => id === 'K-01a' && queue === null,
    )!;
    const half = ({ low, high }: typeof baseline): number => (high! - low!) / 2;
    expect(half(difference)).toBeLessThan(Math.hypot(half(baseline), half(candidate)));
  });

  it('stands on a terminal, side by side', () => {
    const text = renderComparison(comparison, { width: 80 });
    expect(text).toMatch(/Service level +\d+\.\d% +\d+\.\d% +\+\d+\.\d ± \d+\.\d +better/);
    expect(text.split('\n').filter((line) => line.length > 80 && !line.startsWith('Again:'))).toEqual([]);
    expect(text).not.toMatch(/NaN|undefined|null/);
  });
});
