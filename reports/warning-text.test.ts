import { describe, expect, it, test } from 'vitest';
import { warnedScenarios } from '../engine/config/bad-scenarios.ts';
import { problemCodes } from '../engine/index.ts';
import { Precision } from '../workers/stopping.ts';
import { run, type RunOptions } from '../workers/run.ts';
import type { Report, ReportWarning } from './schema.ts';
import { deskReport, deskResults, deskSetup } from './small-desk.suite.ts';
import { warningText } from './warning-text.ts';

function isFrench(warning: ReportWarning): void {
  const text = warningText(warning, 'fr');
  expect(text).toMatch(/^\S.*\.$/s);
  expect(text).not.toMatch(/undefined|NaN|\[object|« »|\s\s/);
  expect(text).not.toBe(warningText(warning, 'en'));
}

function warningsOf(report: Report, codes: readonly string[]): ReportWarning[] {
  const found = report.warnings.filter(({ code }) => codes.includes(code));
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(codes));
  return found;
}

describe('A warning in French', () => {
  it('is said of short, interrupted and unfinished runs', () => {
    const reports: readonly (readonly [Report, readonly string[]])[] = [
      [deskReport(0), ['no-days']],
      [deskReport(1), ['one-day']],
      [deskReport(3, { ended: 'stopped', days: 12 }), ['interrupted', 'few-days']],
    ];
    for (const [report, codes] of reports) warningsOf(report, codes).forEach(isFrench);
  });

  it('is said of a run that stayed less precise than was asked', () => {
    const precision = new Precision(deskResults(3, deskSetup()), { kpi: 'serviceLevel', halfwidth: '0.1%' });
    const [warning] = precision.warnings('allDays');
    isFrench(warning!);
    expect(warningText(warning!, 'fr')).toContain('±0,10 points');
  });

  it('is said of what seldom happens', () => {
    const seldom: readonly (readonly [string, ReportWarning['parameters']])[] = [
      ['waiting-at-end', { perDay: 2.5 }],
      ['callbacks-open', { perDay: 0.33 }],
      ['kind-once', { kind: 'samedi' }],
      ['no-intervals', {}],
      ['queue-without-agents', { perDay: 1234.4, queue: 'nuit' }],
      ['precision-relative', { kpi: 'asa', unit: 'time', asked: 0.05, reached: 0.081 }],
      ['precision-relative', { kpi: 'asa', unit: 'time', asked: 0.05 }],
      ['blocks-correlated', { correlation: 0.62, blockDays: 4 }],
      ['warm-up-unclear', { span: 600 }],
      ['one-day', { blockDays: 2, pairs: 1 }],
    ];
    const texts = seldom.map(([code, parameters]) => {
      const warning = { code, parameters, text: 'in English' };
      isFrench(warning);
      return warningText(warning, 'fr');
    });
    expect(texts[4]).toMatch(/^1\u202f234 appels .* « nuit »/);
  });

  it('is English where nobody has put it into French yet', () => {
    expect(warningText({ code: 'new', parameters: {}, text: 'Something new.' }, 'fr')).toBe('Something new.');
  });

  const options: RunOptions = { days: 1, workers: 0 };

  test.each(warnedScenarios.map((each) => [`${each.code}: ${each.what}`, each] as const))(
    'is said of %s',
    async (_title, { code, text }) => {
      const report = await run(text.replace('▸', ''), options);
      warningsOf(report, [code]).forEach(isFrench);
    },
  );

  it('is said of every warning that a scenario can have', () => {
    const codes = Object.keys(problemCodes).filter((code) => code.startsWith('W-'));
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => !warnedScenarios.some((each) => each.code === code))).toEqual([]);
  });
});
