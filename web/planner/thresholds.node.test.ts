/** The rail without a screen: groups, the finder, edits and the way back, and words for whatever a scenario may have. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario, thresholdKeys, thresholdsOf } from '../../engine/index.ts';
import type { Threshold } from '../../engine/index.ts';
import { thresholdHelp } from '../i18n/fr-threshold-help.ts';
import { thresholds as french } from '../i18n/fr/thresholds.ts';
import { workOn } from '../state/work.ts';
import { asBaseline, isSameValue, mended, turned, valueNow } from './threshold-edit.ts';
import { found, groupsOf } from './threshold-groups.ts';
import { helpSentence, sectionWord, thresholdLabel, unitWord } from './threshold-words.ts';

const folder = new URL('../../scenarios/library/', import.meta.url);
const library = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

function thresholdsIn(text: string): readonly Threshold[] {
  const read = readScenario(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return thresholdsOf(read.scenario, read.setup);
}

const helpdesk = thresholdsIn(library.find(([name]) => name === 'helpdesk.yaml')?.[1] ?? '');
const at = (path: string): Threshold => {
  const threshold = helpdesk.find((each) => each.path === path);
  if (threshold === undefined) throw new Error(`no threshold ${path}`);
  return threshold;
};
const OFFER = 'queues.support.callback.offerFirst';

describe('Every threshold', () => {
  it.each(library)('of %s has a label, a heading and one sentence of help without rules', (_name, text) => {
    for (const threshold of thresholdsIn(text)) {
      expect(thresholdLabel(threshold)).toMatch(/\S{2}/);
      expect(sectionWord(threshold.section)).toMatch(/\S{2}/);
      expect(helpSentence(threshold)).toMatch(/\w/);
      expect(helpSentence(threshold)).not.toMatch(/\([A-Z]+-\d/);
      if (threshold.kind === 'whole') expect(unitWord(threshold)).toMatch(/\S/);
    }
  });

  it('that there may ever be has French help, a sentence of its own', () => {
    expect(Object.keys(thresholdHelp).sort()).toEqual([...thresholdKeys].sort());
    expect(new Set(Object.values(thresholdHelp)).size).toBe(thresholdKeys.length);
    for (const sentence of Object.values(thresholdHelp)) expect(sentence).toMatch(/\.$/);
  });

  it('has French with a narrow space before high punctuation', () => {
    for (const sentence of [...Object.values(thresholdHelp), ...Object.values(french)])
      expect(sentence).not.toMatch(/[^\u202f][;:?!»%]/);
  });
});

describe('The rail', () => {
  it('groups thresholds by section and owner, what is tuned first before what is rarely touched', () => {
    const groups = groupsOf(helpdesk);
    expect(groups.slice(0, 4).map(({ section, owner }) => `${section} ${owner}`)).toEqual([
      'overflow support',
      'callback support',
      'staffing seniors',
      'staffing juniors',
    ]);
    expect(groups.flatMap(({ thresholds }) => thresholds)).toHaveLength(helpdesk.length);
  });

  it('finds thresholds by all words that are sought, without accents and case', () => {
    const words = ({ key, owner }: Threshold): string => `${key} ${owner ?? ''} Débordement`;
    expect(found(helpdesk, 'OFFERFIRST', words).map(({ path }) => path)).toEqual([OFFER]);
    expect(found(helpdesk, 'ring billing debordement', words).map(({ path }) => path)).toEqual([
      'queues.billing.ringTimeout',
    ]);
    expect(found(helpdesk, '  ', words)).toHaveLength(helpdesk.length);
    expect(found(helpdesk, 'nothing', words)).toEqual([]);
  });
});

describe('A turned threshold', () => {
  const work = workOn('text');

  it('is one change of its path, whatever it was turned to before', () => {
    const once = turned(work, at(OFFER), 15);
    const twice = turned(once, at(OFFER), 20);
    expect(twice.now.set).toEqual([`${OFFER}=20s`]);
    expect(turned(twice, at(OFFER), 20)).toBe(twice);
    expect(work.now.set).toEqual([]);
  });

  it('shows at once what it was turned to, before the engine has answered', () => {
    expect(valueNow(turned(work, at(OFFER), 15), at(OFFER), at(OFFER))).toBe(15);
    expect(valueNow(turned(work, at(OFFER), 'never'), at(OFFER), at(OFFER))).toBe('never');
  });

  it('goes back alone: the others stay', () => {
    const other = at('queues.support.callback.maxAttempts');
    const both = turned(turned(work, at(OFFER), 15), other, 5);
    const back = asBaseline(both, at(OFFER), at(OFFER));
    expect(back.now.set).toEqual(['queues.support.callback.maxAttempts=5']);
    // What was read last is still of the turned scenario; the baseline knows better.
    expect(valueNow(back, { ...at(OFFER), value: 15 }, at(OFFER))).toBe(at(OFFER).value);
  });

  it('goes back to what the pinned baseline was turned to', () => {
    const pinned = turned(work, at(OFFER), 15);
    const onward = turned({ ...pinned, baseline: pinned.now }, at(OFFER), 30);
    expect(asBaseline(onward, at(OFFER), { ...at(OFFER), value: 15 }).now.set).toEqual([`${OFFER}=15s`]);
  });

  it('goes back to a value where the baseline is another text', () => {
    const other = { ...turned(work, at(OFFER), 15), baseline: { text: 'other', set: [] } };
    expect(asBaseline(other, at(OFFER), { ...at(OFFER), value: 60 }).now.set).toEqual([`${OFFER}=60s`]);
  });

  it('is mended by the change that its problem names', () => {
    const wrong = turned(work, at(OFFER), 9999);
    const problem = { fix: `${OFFER}=10m` } as Parameters<typeof mended>[1];
    expect(mended(wrong, problem).now.set).toEqual([`${OFFER}=10m`]);
    expect(valueNow(mended(wrong, problem), at(OFFER), at(OFFER))).toBe(600);
    expect(mended(wrong, { ...problem, fix: null })).toBe(wrong);
  });
});

it('Unlimited, written or not said, is the same setting', () => {
  expect(isSameValue('unlimited', null)).toBe(true);
  expect(isSameValue(0.1 + 0.2, 0.3)).toBe(true);
  expect(isSameValue(3, null)).toBe(false);
});
