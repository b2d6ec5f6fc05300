import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSetting } from '../../engine/config/settings.ts';
import { parseLength, parseShare } from '../../engine/config/lengths.ts';
import { pathText } from '../../engine/index.ts';
import {
  formatSetting,
  isSamePath,
  readSetting,
  readValue,
  settingOf,
  valueText,
  withoutSetting,
  withSetting,
} from './settings-list.ts';

describe('the text of a change', () => {
  it.each([
    [15, 'length', '15s'],
    [90, 'length', '90s'],
    [120, 'length', '2m'],
    [250, 'length', '4m10s'],
    [900, 'length', '15m'],
    [10_800, 'length', '3h'],
    [604_800, 'length', '7d'],
    [1.5, 'length', '1s500ms'],
    [0, 'length', '0s'],
    [0.8, 'share', '80%'],
    [0.07, 'share', '7%'],
    [0.805, 'share', '80.5%'],
    [1e-7, 'share', '0.00001%'],
    [12, 'whole', '12'],
    [1.15, 'factor', '1.15'],
  ] as const)('says %d (%s) as %s', (value, kind, text) => {
    expect(valueText(value, kind)).toBe(text);
    expect(formatSetting('queues.a.b', value, kind)).toBe(`queues.a.b=${text}`);
  });

  it('takes the words that stand in place of a number', () => {
    expect(formatSetting('lines.maxCalls', 'unlimited', 'whole')).toBe('lines.maxCalls=unlimited');
    expect(readValue('never', 'length')).toBe('never');
  });

  it('gives each length back, and the engine reads the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 * 86_400_000 }), (millis) => {
        const text = valueText(millis / 1000, 'length');
        expect(readValue(text, 'length')).toBe(millis / 1000);
        expect(parseLength(text)).toBe(millis);
      }),
    );
  });

  it('gives each share of whole per mille and each number back, and the engine reads the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (perMille) => {
        const text = valueText(perMille / 1000, 'share');
        expect(readValue(text, 'share')).toBe(perMille / 1000);
        expect(parseShare(text)).toBe(perMille / 1000);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (whole) => {
        expect(readValue(valueText(whole, 'whole'), 'whole')).toBe(whole);
        expect(readValue(valueText(whole / 1000, 'factor'), 'factor')).toBe(whole / 1000);
      }),
    );
  });

  it('does not guess at what is written in a way of its own', () => {
    expect(readValue('8h30', 'length')).toBeUndefined();
    expect(readValue('{ uniform: { from: 1s, to: 2s } }', 'length')).toBeUndefined();
    expect(readValue('', 'length')).toBeUndefined();
    expect(readValue('0.8', 'share')).toBe(0.8);
    expect(readValue('90', 'length')).toBe(90);
  });
});

describe('a list of changes', () => {
  const set = ['queues.support.overflow.0.when.workItemLimit=4', 'agents["late shift"].count=3', 'seed=2'];

  it('knows one place by each way to write its path', () => {
    expect(isSamePath('queues.support.overflow.0.when', 'queues.support.overflow[0].when')).toBe(true);
    expect(isSamePath('agents["late shift"].count', 'agents."late shift".count')).toBe(true);
    expect(isSamePath('agents.team.count', 'agents.team')).toBe(false);
    expect(settingOf(set, 'queues.support.overflow[0].when.workItemLimit')).toBe('4');
    expect(settingOf(set, 'days.count')).toBeNull();
  });

  it('puts a change in the place of that of the same path, else at the end', () => {
    expect(withSetting(set, 'agents."late shift".count=5')).toEqual([
      set[0],
      'agents."late shift".count=5',
      'seed=2',
    ]);
    expect(withSetting(set, 'days.count=5')).toEqual([...set, 'days.count=5']);
    expect(withSetting(['seed=1', 'days.count=2', 'seed=3'], 'seed=4')).toEqual(['seed=4', 'days.count=2']);
    expect(withoutSetting(set, 'seed')).toEqual(set.slice(0, 2));
  });

  it('takes any change apart as the engine does, whatever the names', () => {
    const path = fc.array(
      fc.string({ minLength: 1 }).filter((name) => !/[\n\r\t\\\u2028\u2029\p{Cc}]/u.test(name)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(path, fc.string(), (steps, value) => {
        const setting = `${pathText(steps)}=${value}`;
        const mine = readSetting(setting);
        expect(mine?.value).toBe(parseSetting(setting)?.value);
        expect(isSamePath(mine?.path ?? '', pathText(parseSetting(setting)?.steps ?? []))).toBe(true);
        expect(parseSetting(setting)?.steps).toEqual(steps);
      }),
    );
  });
});
