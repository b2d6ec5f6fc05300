import { describe, expect, it } from 'vitest';
import { parse } from 'node-html-parser';
import { renderSuiteHtml } from './suite-html.ts';
import { renderSuiteJunit } from './suite-junit.ts';
import { renderSuiteMarkdown } from './suite-markdown.ts';
import { renderSuite } from './suite-text.ts';
import { buildSuiteReport, suiteReportJsonSchema, suiteReportSchema } from './suite.ts';
import type { BaselineVerdict, ExpectationVerdict, SuiteReport } from './suite.ts';

const passed: ExpectationVerdict = {
  kpi: 'serviceLevel',
  id: 'K-01a',
  unit: 'share',
  queue: 'support',
  between: [0.78, 0.845],
  mean: 0.81,
  low: 0.8,
  high: 0.82,
  n: 150,
  days: 150,
  verdict: 'pass',
  why: null,
};
const failed: ExpectationVerdict = {
  ...passed,
  kpi: 'asa',
  id: 'K-02',
  unit: 's',
  queue: null,
  between: [5, 10],
  mean: 20,
  low: 18,
  high: 22,
  days: 100,
  verdict: 'fail',
};
const open: ExpectationVerdict = {
  ...passed,
  kpi: 'abandonRate',
  id: 'K-05',
  between: [0, 0.05],
  mean: 0.05,
  low: 0.04,
  high: 0.06,
  days: 1600,
  verdict: 'undecided',
  why: 'tooClose',
};
const baseline: BaselineVerdict = {
  file: 'a.suite.yaml',
  verdict: 'moved',
  seed: 7,
  days: 20,
  recordedBy: '0.0.9',
  digest: { was: '0123456789abcdef', is: 'fedcba9876543210' },
  commands: { was: 4000, is: 4010 },
  daysDiffering: 3,
  scenario: 'changed',
  luck: 'other',
  first: {
    day: 2,
    was: { at: '09:00:18.250', text: 'ring ana for call 1', rule: 'AS-06', why: ['bob: busy [CP-11]'] },
    is: null,
    before: ['09:00:18.250 answer call 1'],
    kept: 'record',
  },
  moved: [
    {
      id: 'K-09',
      stat: 'share',
      unit: 'share',
      queue: null,
      group: 'team',
      was: 0.8,
      is: 0.7,
      difference: -0.1,
      halfwidth: 0.02,
    },
  ],
};

function report(more: Partial<SuiteReport['files'][number]> = {}, allowsBehaviour = false): SuiteReport {
  const file = {
    file: 'suites/a.suite.yaml',
    name: 'Help "desk" <1> & ]]> `x` | y',
    seed: 7,
    set: ['agents.team.count=9'],
    days: 1600,
    daysAtMost: 1600,
    looks: 9,
    expectations: [passed, failed, open],
    unchecked: 0,
    baseline: null,
    ...more,
  };
  return buildSuiteReport([file], {
    version: '1.2.3',
    falseAlarm: 0.01,
    expectations: 3,
    shard: null,
    allowsBehaviour,
  });
}

describe('A suite report', () => {
  it('counts, and passes only when everything does', () => {
    expect(report()).toMatchObject({ verdict: 'fail', counts: { pass: 1, fail: 1, undecided: 1 } });
    expect(report({ expectations: [passed] }).verdict).toBe('pass');
    expect(suiteReportSchema.parse(report({ baseline }))).toEqual(report({ baseline }));
    expect(suiteReportJsonSchema()).toHaveProperty('properties.files');
  });

  it.each([
    ['same', 'pass', 'pass'],
    ['recorded', 'pass', 'pass'],
    ['changed', 'fail', 'pass'],
    ['moved', 'fail', 'fail'],
    ['missing', 'fail', 'fail'],
    ['stopped', 'fail', 'fail'],
  ] as const)(
    'with a baseline that is "%s" is a %s, or where a change of behaviour is allowed a %s',
    (verdict, strict, lenient) => {
      const told = { expectations: [passed], baseline: { ...baseline, verdict } };
      expect(report(told).verdict).toBe(strict);
      expect(report(told, true).verdict).toBe(lenient);
    },
  );
});

describe('A suite on a terminal', () => {
  it('says of each its value, its bounds, its days and its verdict, and how sure all of it is', () => {
    const lines = renderSuite(report()).split('\n');
    const lineWith = (text: string): string => lines.find((line) => line.includes(text)) ?? '';
    expect(lineWith('serviceLevel')).toMatch(
      /serviceLevel @ support +pass +81\.0% ± 1\.0 +78\.0% to 84\.5% +150$/,
    );
    expect(lineWith('asa')).toMatch(/asa +FAIL +20 s ± 2 +5 s to 10 s +100$/);
    expect(lineWith('abandonRate')).toMatch(/UNDECIDED .* 1,600$/);
    expect(lineWith('still too close')).toContain('after 1,600 days');
    expect(lineWith('1 passed')).toBe('1 passed, 1 failed, 1 undecided');
    expect(renderSuite(report(), { width: 200 })).toContain(
      'The chance of a false alarm is at most 1%, over all 3 expectations and all looks at them.',
    );
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it('shows both decisions with their reasons, and what moved', () => {
    const text = renderSuite(report({ baseline }));
    expect(text).toContain('numbers moved: 3 of 20 days differ, seed 7');
    expect(text).toContain('recorded by tandem 0.0.9');
    expect(text).toContain('another seed');
    expect(text).toMatch(
      /was +09:00:18\.250 ring ana for call 1 \[AS-06\]\n +bob: busy \[CP-11\]\n +is +nothing more that day/,
    );
    expect(text).toMatch(/Occupancy @ team +80\.0% +70\.0% +−10\.0 ± 2\.0/);
  });

  it('names what moved as a report does, cut before the name of a queue where the lines are full', () => {
    const level = { ...baseline.moved[0]!, id: 'K-01e', stat: 'share', group: null, queue: 'support' };
    const staff = { ...level, id: 'Staff', stat: 'perDay', unit: 's' as const, queue: null };
    const moved = [level, staff, { ...staff, id: 'Unheard', stat: 'new' }];
    const told = report({ baseline: { ...baseline, moved } });
    const wide = renderSuite(told, { width: 200 });
    expect(wide).toMatch(/Service level, credit for early abandons @ support +80\.0%/);
    expect(wide).toMatch(/Signed-in time +0\.8 s/);
    expect(wide).toMatch(/Unheard new /);
    expect(wide).not.toMatch(/K-01e|perDay/);
    const narrow = renderSuite(told, { width: 70 });
    expect(narrow).toMatch(/Service level, [a-z ]+… @ support +80\.0%/);
    for (const line of narrow.split('\n').filter((each) => each.includes('−10.0 ±')))
      expect(line.length).toBeLessThanOrEqual(70);
    expect(renderSuite(told, { language: 'fr' })).toContain('Temps connecté');
    for (const text of [renderSuiteMarkdown(told), renderSuiteHtml(told), renderSuiteJunit(told)])
      expect(text).toContain('Service level, credit for early abandons');
  });

  it('says that recording has checked nothing', () => {
    const recorded = report({
      expectations: [],
      unchecked: 3,
      baseline: { ...baseline, verdict: 'recorded', first: null, moved: [] },
    });
    expect(recorded).toMatchObject({ verdict: 'pass', counts: { unchecked: 3 } });
    const said = '1 baseline recorded, 3 expectations not checked';
    const why = 'Recording decides nothing: check again without --record.';
    const text = renderSuite(recorded);
    expect(text).toContain('3 expectations in 1 suite');
    expect(text).toContain(`\n${said}\n${why}\n`);
    expect(text).not.toContain('passed');
    expect(renderSuiteMarkdown(recorded)).toMatch(new RegExp(`^### ⚠️ tandem check: ${said}\n\n${why}`));
    const result = parse(renderSuiteHtml(recorded)).querySelector('#result')?.text ?? '';
    expect(result).toContain(said);
    expect(result).toContain(why);
    expect(result).not.toContain('passed');
    expect(renderSuiteJunit(recorded)).toMatch(/skipped="1"[^]*<skipped message="Recording decides nothing/);
    expect(renderSuite(recorded, { language: 'fr' })).toContain(
      '1 référence enregistrée, 3 attentes non contrôlées',
    );
  });

  it('speaks French', () => {
    const text = renderSuite(report({ baseline }), { language: 'fr', width: 200 });
    expect(text).toContain('1 tenue, 1 non tenue, 1 indécise');
    expect(text).toContain('Le risque d’une fausse alerte est d’au plus 1\u202f%');
    expect(text).toContain('81,0\u202f%');
  });

  it('colours only where it is asked to', () => {
    expect(renderSuite(report())).not.toContain('\u001b');
    expect(renderSuite(report(), { colour: true })).toContain('\u001b[31m');
  });
});

describe('A suite as JUnit XML', () => {
  it('has a test for each expectation and each baseline, and a failure for each that is none', () => {
    const xml = renderSuiteJunit(report({ baseline }));
    expect(xml).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="tandem check" tests="4" failures="3" errors="0"/,
    );
    expect(xml.match(/<testcase /g)).toHaveLength(4);
    expect([...xml.matchAll(/<failure type="(\w+)"/g)].map(([, type]) => type)).toEqual([
      'fail',
      'undecided',
      'moved',
    ]);
    expect(xml).toContain('classname="Help &quot;desk&quot; &lt;1&gt; &amp; ]]&gt; `x` | y"');
    expect(xml).toContain('<property name="falseAlarm" value="0.01"/>');
  });

  it('lets a change of behaviour pass where that is allowed', () => {
    const changed = report({ baseline: { ...baseline, verdict: 'changed', moved: [] } });
    expect(renderSuiteJunit(changed)).toContain('<failure type="changed"');
    expect(renderSuiteJunit(changed, { allowBehaviour: true })).not.toContain('<failure type="changed"');
  });

  it('holds nothing that XML cannot', () => {
    const xml = renderSuiteJunit(report({ name: 'bell \u0007, half a pair \ud800' }));
    expect(xml).toContain('classname="bell \ufffd, half a pair \ufffd"');
  });
});

describe('A suite as Markdown', () => {
  it('opens what failed and folds what passed', () => {
    const text = renderSuiteMarkdown(report({ baseline }));
    expect(text).toMatch(/^### ❌ tandem check: 1 passed, 1 failed, 1 undecided/);
    const [before = '', after = ''] = text.split('<details>');
    expect(before).toContain('| ❌ |');
    expect(before).toContain('| ❔ |');
    expect(before).not.toContain('| ✅ |');
    expect(after).toContain('| ✅ |');
    expect(before).toContain('was: 09:00:18.250 ring ana for call 1 [AS-06]');
    expect(text).toContain('at most 1%');
  });

  it('lets no name be markup', () => {
    expect(renderSuiteMarkdown(report())).toContain('Help "desk" \\<1\\> & \\]\\]\\> \\`x\\` \\| y');
  });
});

describe('A suite as a page', () => {
  it('is one file with the verdict first, a table and a strip of each', () => {
    const page = parse(renderSuiteHtml(report({ baseline })));
    expect(page.querySelector('h1')?.text).toBe('What was expected, and what is so');
    expect(page.querySelector('#result')?.text).toContain('1 passed, 1 failed, 1 undecided');
    const [first] = page.querySelectorAll('#suite-1 table');
    expect(first?.querySelectorAll('tbody tr')).toHaveLength(3);
    expect(first?.querySelectorAll('svg[width="160"]')).toHaveLength(3);
    // At the width of a telephone the first two columns are in sight.
    expect(first?.querySelectorAll('thead th').map(({ text }) => text)[1]).toBe('verdict');
    expect(first?.querySelectorAll('tbody tr')[1]?.text).toMatch(/^\s*asa\s*FAIL/);
    expect(page.querySelector('#suite-1 pre')?.text).toContain('bob: busy [CP-11]');
    expect(page.toString()).not.toContain('<script');
    expect(page.toString()).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  it('speaks French', () => {
    const page = renderSuiteHtml(report({ baseline }), { language: 'fr' });
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('NON TENU');
  });
});
