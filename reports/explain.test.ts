import { describe, expect, it } from 'vitest';
import {
  badScenarios,
  citationsIn,
  EXAMPLES,
  exampleOf,
  isEdge,
  kpiOf,
  kpis,
  KPIS,
  PARAMETERS,
  problemCodes,
  PROBLEMS,
  readScenario,
  RULES,
  scenarioJsonSchema,
  SECTIONS,
  SOURCES,
  SURENESS,
} from '../engine/index.ts';
import { explain } from './explain.ts';
import { problemLine } from './problem-text.ts';
import { deskReport } from './small-desk.suite.ts';

/** Without the line breaks of the page. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
const said = (...words: string[]): string => {
  const { text, unknown } = explain(words);
  expect(unknown).toEqual([]);
  return flat(text);
};

describe('everything that has a name is explained, in the words of the book', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, { text, sureness }) => {
    const article = said(id);
    expect(article).toContain(flat(text));
    expect(article).toContain(sureness);
    expect(article).not.toMatch(/undefined|\[object/);
  });

  it.each(KPIS.map((kpi) => [kpi.id, kpi] as const))('%s', (id, { name, formula, notes }) => {
    for (const words of [id, name, formula, notes]) expect(said(id)).toContain(flat(words));
    expect(said(id)).not.toMatch(/undefined|\[object/);
  });

  it.each(EXAMPLES.map((example) => [example.id, example] as const))(
    '%s',
    (id, { given, expect: expected }) => {
      expect(said(id)).toContain(flat(given));
      expect(said(id)).toContain(flat(expected));
    },
  );

  it.each([...new Set([...Object.keys(problemCodes), ...PROBLEMS.map(({ code }) => code)])])('%s', (code) => {
    expect(said(code)).toMatch(new RegExp(`^${code} `));
    expect(said(code)).not.toMatch(/undefined|\[object/);
  });

  it.each(SECTIONS.map(({ number, title }) => [number, title] as const))('section %s', (number, title) => {
    expect(said(number)).toContain(title);
  });

  it.each(kpis.map(({ name, id }) => [name, id] as const))('%s', (name, id) => {
    expect(said(name)).toContain(id.replace(/[a-z]{2,}$/, ''));
  });

  it.each(PARAMETERS.map(({ name, range }) => [name, range] as const))('the parameter %s', (name, range) => {
    expect(said(name)).toContain(flat(range));
  });
});

describe('a rule', () => {
  const article = said('CB-02');

  it('says its source and how sure it is in words', () => {
    expect(article).toContain(SOURCES['S1']);
    expect(article).toContain(SURENESS.S);
  });

  it('says the settings that change it as the scenario has them', () => {
    expect(article).toContain('queues.NAME.callback.offerFirst');
    expect(article).toContain('length (0s to 10m); default 30s');
    expect(article).toContain('length (30s to 1h, or never); default 2m');
    expect(JSON.stringify(scenarioJsonSchema())).toContain('"default":"30s"');
  });

  it('says the worked examples that exercise it, and what it cites', () => {
    expect(article).toContain(flat(exampleOf('EX-01')?.expect ?? '?'));
    expect(article).toMatch(/It cites EW-11 \S.* CB-04 \S/);
    expect(said('EW-11')).toMatch(/It is cited by .*CB-02/);
  });

  it('says the edges and races that cite it, in full', () => {
    const edge = RULES.find((rule) => isEdge(rule) && citationsIn(rule.text).length > 0);
    const [cited = ''] = citationsIn(edge?.text ?? '');
    expect(said(cited)).toContain(`${edge?.id} ${flat(edge?.text ?? '')}`);
  });

  it('says which of its settings a scenario cannot say yet', () => {
    // Customer-first callbacks are not simulated: their pacing is in the book only.
    expect(said('CB-32')).toContain('pacingTarget Not in the scenario file yet.');
    expect(said('pacingTarget')).toContain('The scenario file has no such setting yet.');
  });
});

describe('a KPI', () => {
  it('is computed as the report says', () => {
    const { definitions } = deskReport(1);
    expect(definitions.length).toBeGreaterThan(50);
    for (const { id, formula } of definitions.filter(({ stat }) => !/\/|\d$/.test(stat)))
      expect(said(id), id).toContain(`= ${formula}`);
  });

  it('says what counts in each term, and the settings behind its thresholds', () => {
    const article = said('K-01a');
    expect(article).toMatch(/answeredInTime those answered that waited no longer/);
    expect(article).toContain('queues.NAME.serviceLevelThreshold');
    expect(article).toContain('queues.NAME.shortAbandonThreshold');
    expect(article).toContain('(answeredInTime + joinedInTime) / (offered - abandonedShort)');
  });

  it('is found with a number of it, and says when the report does not tell it', () => {
    expect(said('K-15.P90')).toBe(said('k-15'));
    expect(said('K-27a')).toContain('The report does not tell it.');
    expect(said('K-01')).toMatch(/K-01a .* K-01f /);
  });
});

describe('a problem', () => {
  it('shows the very message that a scenario gets', () => {
    const bad = badScenarios.find(({ code }) => code === 'E-OV-SELF');
    const result = readScenario(bad?.text.replace('▸', '') ?? '');
    const [problem] = result.ok ? [] : result.problems;
    if (problem === undefined) throw new Error('no problem');
    expect(said('E-OV-SELF')).toContain(flat(problemLine(problem, 'scenario.yaml')));
    expect(said('E-OV-SELF')).toContain('{ transferQueue: a }');
  });

  it('has an example of each of its messages, but for files too large and for --set', () => {
    const without = Object.keys(problemCodes).filter((code) => !said(code).includes('scenario.yaml:'));
    expect(without).toEqual(['E-SIZE', 'E-DEPTH', 'E-SET']);
  });

  it('that is not checked yet says so', () => {
    const later = PROBLEMS.find(({ code }) => !Object.hasOwn(problemCodes, code));
    expect(said(later?.code ?? '')).toContain('not checked yet');
  });
});

describe('a setting', () => {
  it('is found by its name, by its path and by the path in a scenario', () => {
    const article = said('offerFirst');
    expect(said('queues.support.callback.offerFirst')).toBe(article);
    expect(said('callback.offerfirst')).toBe(article);
    expect(article).toContain('Rules that name it CB-02');
    expect(article).not.toContain('What the scenario is called');
  });
});

describe('words', () => {
  it('may be several, in any case', () => {
    expect(said('cb-02', 'OV-05')).toBe(`${said('CB-02')}${said('ov-05')}`.replace(/ $/, ' '));
  });

  it('may begin several IDs', () => {
    for (const id of ['CB-01', 'CB-54', 'CB-X12']) expect(said('CB')).toContain(` ${id} `);
    expect(said('cb')).not.toContain('OV-01');
    expect(said('6.3')).not.toContain('Settings');
    expect(said('E-OV')).toMatch(/E-OV-ACTION .*E-OV-EXT /);
    expect(said('K')).toContain(kpiOf('K-34')?.name);
  });

  it('are searched in all texts, and together', () => {
    expect(said('callback')).toMatch(/CB-02|CB-01/);
    expect(said('callback', 'retry')).not.toContain('moveCallbacks');
    expect(said('hangs', 'agent')).toContain('CB-02');
  });

  it('that are nowhere are given back, with the nearest', () => {
    const { text, unknown } = explain(['CB-02', 'offerFirts', 'zzzzqqqq', '__proto__']);
    expect(flat(text)).toBe(said('CB-02'));
    expect(unknown).toEqual([
      { word: 'offerFirts', nearest: 'offerFirst' },
      { word: 'zzzzqqqq', nearest: undefined },
      { word: '__proto__', nearest: undefined },
    ]);
  });

  it('may be none: then it says what can be asked', () => {
    for (const family of ['GEN', 'CB', 'MS, OH, VM, LM']) expect(said()).toContain(` ${family} `);
  });
});

describe('the page', () => {
  const every = [...RULES, ...KPIS, ...EXAMPLES].map(({ id }) => id);

  it.each([40, 72, 100])('keeps to %i columns', (width) => {
    const { text } = explain([...every, ...Object.keys(problemCodes)], { width });
    const long = text.split('\n').filter((line) => line.length > width && line.trim().includes(' '));
    // A term, or a word longer than the rest of the line, cannot be broken.
    expect(long.filter((line) => !/^ +\S+ {2,}\S+$/.test(line))).toEqual([]);
  });

  it('is coloured only where it is asked', () => {
    expect(explain(['CB-02']).text).not.toContain('\u001b');
    expect(explain(['CB-02'], { colour: true }).text).toContain('\u001b[1mCB-02');
  });
});
