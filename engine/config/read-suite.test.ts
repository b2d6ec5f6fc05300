import { describe, expect, it } from 'vitest';
import { readSuite, suiteOfScenario, type SuiteResult } from './read-suite.ts';

const scenario = `name: Desk
seed: 3
queues: { support: {} }
agents: { team: { count: 5, queues: [support] } }
demand: { support: { arrivals: { perHour: 40 }, talk: 4m } }
expect: [{ kpi: asa, between: [0s, 30s] }]
`;

function read(text: string): SuiteResult {
  return readSuite(text, (path) => (path === 'desk.yaml' ? { text: scenario } : undefined));
}

/** `suite:3:9 E-REF`: which file, where, what. */
function inShort(result: SuiteResult): readonly string[] {
  if (result.ok) return [];
  return result.problems.map(({ in: file, line, column, code, set }) =>
    set === null ? `${file}:${line}:${column} ${code}` : `${file} --set ${set} ${code}`,
  );
}

describe('A suite file', () => {
  it('names a scenario and changes it, its seed and what is expected', () => {
    const result = read(`name: Ten agents
scenario: desk.yaml
set: [agents.team.count=10]
seed: 8
days: 12
daysAtMost: 400
expect:
  - { kpi: serviceLevel, queue: support, between: [70%, 90%] }
`);
    if (!result.ok) throw new Error(inShort(result).join('\n'));
    const { suite } = result;
    expect(suite).toMatchObject({
      name: 'Ten agents',
      scenario: 'desk.yaml',
      seed: 8,
      days: 12,
      daysAtMost: 400,
    });
    expect(suite.text).toBe(scenario);
    expect(suite.ready.setup.seed).toBe(8);
    expect(suite.ready.setup.routing.agents).toHaveLength(10);
    expect(suite.ready.setup.report.expectations).toEqual([
      { kpi: 'serviceLevel', queue: 0, between: [0.7, 0.9] },
    ]);
  });

  it('expects what the scenario expects where it says nothing itself', () => {
    const result = read('scenario: desk.yaml');
    expect(result).toMatchObject({
      ok: true,
      suite: {
        name: null,
        seed: null,
        set: [],
        ready: { setup: { seed: 3, report: { expectations: [{ kpi: 'asa' }] } } },
      },
    });
  });

  it('says all that is wrong with it, each in its place', () => {
    const result = read(`scenari: desk.yaml
scenario: desk.yaml
set: [agents.team.cuont=10, agents.teem.count=9]
seed: -1
days: many
expect:
  - { kpi: serviceLevle, queue: support, between: [70%, 90%] }
`);
    expect(inShort(result)).toEqual([
      'suite:1:1 E-KEY',
      'suite:4:7 E-RANGE',
      'suite:5:7 E-TYPE',
      'suite:3:29 E-REF',
      'suite:3:7 E-KEY',
      'suite:7:12 E-REF',
    ]);
  });

  it('says what is wrong with the scenario in the scenario', () => {
    const wrong = scenario.replace('talk: 4m', 'tlak: 4m');
    const result = readSuite('scenario: desk.yaml', () => ({ text: wrong }));
    expect(inShort(result)).toContain('scenario:5:49 E-KEY');
  });

  it.each([
    ['scenario: gone.yaml', 'suite:1:11 E-FILE'],
    ['expect: []', 'suite:1:1 E-MISSING'],
    ['scenario: [a', 'suite:1:13 E-SYNTAX'],
    ['scenario: 3', 'suite:1:11 E-TYPE'],
    ['scenario: desk.yaml\nset: agents.team.count=10', 'suite:2:6 E-TYPE'],
    ['- scenario: desk.yaml', 'suite:1:1 E-TYPE'],
  ])('refuses %j', (text, problem) => {
    expect(inShort(read(text))).toContain(problem);
  });

  it('may be the scenario itself', () => {
    const result = suiteOfScenario(scenario);
    expect(result).toMatchObject({
      ok: true,
      suite: { name: 'Desk', scenario: null, ready: { setup: { seed: 3 } } },
    });
    expect(suiteOfScenario('queues: {}')).toMatchObject({ ok: false });
  });
});
