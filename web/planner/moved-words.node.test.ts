/** What moved in words: which rows stand first, what they are called, and the text for a mail, which tells what was simulated. */
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../engine/index.ts';
import type { Frame, MovedMeasure } from '../../workers/workbench/api.ts';
import { writerOf } from './measure-text.ts';
import { movedRows } from './moved-rows.ts';
import { mailSentence, mailText, movedName, NO_CHANGES, toldChanges } from './moved-words.ts';
import { ATTEMPTS, frameOf, thresholdOf } from './samples.ts';

const english = writerOf('en-GB', 'EUR');
const plain = (text: string | null): string => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
const around = (mean: number, half: number): Estimate => ({
  mean,
  low: mean - half,
  high: mean + half,
  n: 20,
});

function row(key: string, mean: number, change: Partial<MovedMeasure> = {}): MovedMeasure {
  const [id = '', stat = ''] = key.split(' ');
  return {
    ...{ id, stat, unit: 'share', queue: null, group: null, isWithinChance: false, isExact: false },
    ...{ baseline: around(0.5, 0), now: around(0.5 + mean, 0), difference: around(mean, 0.01) },
    ...change,
  };
}

const COST = row('cost perDay', 305, { unit: 'money', isExact: true });
const chance = { isWithinChance: true };

describe('What stands there without asking', () => {
  const keysOf = (rows: readonly MovedMeasure[]): string[] => rows.map(({ id, stat }) => `${id} ${stat}`);

  it('is what moved: the headline before others, what is within chance after them, a cost last', () => {
    const moved = [
      COST,
      row('K-11 share', 0.2),
      row('K-05 share', 0.1),
      row('K-01b share', 0.05),
      row('K-15 mean', 0.02, chance),
      row('K-03 mean', 0.02, chance),
      row('K-11 acceptance', 0.01, chance),
    ];
    const { first, rest } = movedRows(moved, null, english);
    expect(keysOf(first)).toEqual([
      ...['K-05 share', 'K-01b share', 'K-11 share', 'K-15 mean', 'K-11 acceptance', 'cost perDay'],
    ]);
    expect(keysOf(rest)).toEqual(['K-03 mean']);
  });

  it('holds six rows, the cost among them, and hides no move behind a row within chance', () => {
    const others = ['K-03', 'K-04', 'K-13', 'K-18', 'K-20'].map((id) => row(`${id} share`, 0.1));
    const { first, rest } = movedRows([row('K-05 share', 0.1, chance), ...others, COST], null, english);
    expect(keysOf(first)).toEqual([...keysOf(others), 'cost perDay']);
    expect(keysOf(rest)).toEqual(['K-05 share']);
  });

  it('leaves out what prints as no change, and other queues', () => {
    const moved = [
      row('K-20 share', 0.0002),
      row('K-05 share', 0.1, { queue: 'billing' }),
      row('K-09 share', 0.1),
    ];
    expect(keysOf(movedRows(moved, null, english).first)).toEqual(['K-09 share']);
    expect(keysOf(movedRows(moved, 'billing', english).first)).toEqual(['K-05 share', 'K-09 share']);
  });
});

it('What a tile tells is called as the tile', () => {
  expect(
    ['K-01c share', 'K-05 share', 'K-02 mean', 'K-11 acceptance'].map((key) => movedName(row(key, 0.1))),
  ).toEqual(['Service level', 'Abandonment', 'Average wait', 'Callback uptake']);
  expect(movedName(row('K-04 mean', 1, { queue: 'support' }))).toBe('Longest wait of a day, support');
});

describe('Intervals of lengths', () => {
  it.each([
    ['+6 h 51', '+7 h 58', 6.85 * 3600, 7.97 * 3600],
    ['−72', '−26 min', -72 * 60, -26 * 60 + 10],
    ['+12.4', '+14.0 min', 744, 840],
    ['±0', '+130 s', 0.2, 130],
    ['+52.4', '+54.0 h', 52.42 * 3600, 54 * 3600],
    ['−12', '+3.0', -12, 3],
  ])('are %s to %s', (low, high, from, to) => {
    const ends = english.interval('s', from, to);
    expect([plain(ends.low), plain(ends.high)]).toEqual([low, high]);
  });
});

describe('The text for a mail', () => {
  const shift = thresholdOf({
    ...{ path: 'agents.seniors.shifts."late one"', section: 'staffing', owner: 'seniors', key: 'shiftCount' },
    ...{ detail: 'late one', kind: 'whole', value: 2, standard: null },
  });
  const thresholds = [thresholdOf(), ATTEMPTS, shift];
  const settings = [
    { path: shift.path, baseline: '2', candidate: '3', standard: null },
    { path: thresholdOf().path, baseline: null, candidate: '45s', standard: '30s' },
  ];
  const changes = toldChanges(settings, thresholds);
  const frame = (change: Partial<Frame> = {}): Frame => frameOf({ settings, ...change });

  it('names the group of a shift, and values in the reader’s words', () => {
    expect(changes.told.map(({ label, was, now }) => plain(`${label}: ${was}, ${now}`))).toEqual([
      'late one, seniors: 2 agents, 3 agents',
      'First offer after: 30 s, 45 s',
    ]);
  });

  it('names the queue where two have the same threshold', () => {
    const other = thresholdOf({ path: 'queues.billing.callback.offerFirst', owner: 'billing' });
    const { told } = toldChanges(settings, [...thresholds, other]);
    expect(told[1]?.label).toBe('First offer after, support');
  });

  it('counts what the rail has no name for', () => {
    const more = [
      ...settings,
      { path: 'demand.support.talk', baseline: '3m', candidate: '4m', standard: null },
    ];
    expect(toldChanges(more, thresholds).others).toBe(1);
    expect(
      mailSentence(frame({ moved: [row('K-05 share', -0.02)] }), toldChanges(more, thresholds)),
    ).toContain('and one change in the scenario’s text');
  });

  it('says in one sentence what was changed, what it did and what it costs', () => {
    const moved = [COST, row('K-01 share', 0.019), row('K-05 share', -0.01)];
    expect(plain(mailSentence(frame({ moved }), changes))).toBe(
      'With “late one, seniors” at 3 agents instead of 2 agents and “First offer after” at 45 s instead of 30 s, ' +
        'the service level rises by 1.9 points to 51.9%, abandonment falls by 1.0 point to 49.0% and the staff costs €305 more a day.',
    );
  });

  it('says so where neither service level nor abandonment moves', () => {
    const moved = [COST, row('K-05 share', -0.002, chance)];
    expect(plain(mailSentence(frame({ moved }), NO_CHANGES))).toBe(
      'Neither the service level nor abandonment moves beyond chance and the staff costs €305 more a day.',
    );
    expect(mailSentence(frame({ moved, halfWidth: null }), NO_CHANGES)).toBeNull();
  });

  it('has settings by their labels, no path of a file, and the cost last', () => {
    const text = plain(
      mailText(frame({ moved: [COST], movedText: '- Occupancy falls by 2 points' }), changes),
    );
    expect(text.split('\n').slice(2)).toEqual([
      'late one, seniors: 3 agents, was 2 agents',
      'First offer after: 45 s, was 30 s',
      '',
      'Test desk: 38 days on each side, with the same simulated callers.',
      '- Occupancy falls by 2 points',
      '- Staffing cost of a day: +€305 (exact)',
    ]);
    expect(text).not.toMatch(/queues\.|agents\.|luck/);
  });
});
