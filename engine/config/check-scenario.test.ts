import { describe, expect, test } from 'vitest';
import { badScenarios, centre, warnedScenarios } from './bad-scenarios.ts';
import type { BadScenario } from './bad-scenarios.ts';
import { pathText, problemCodes } from './problems.ts';
import { readScenario } from './read.ts';

/** Text without the mark, and where the mark stood. */
function marked(scenario: BadScenario): { text: string; line: number; column: number } {
  const before = scenario.text.slice(0, scenario.text.indexOf('▸')).split('\n');
  return {
    text: scenario.text.replace('▸', ''),
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}

function found(text: string) {
  const result = readScenario(text);
  const problems = result.ok ? result.warnings : result.problems;
  return problems.map(({ code, path, line, column }) => ({ code, path: pathText(path), line, column }));
}

test('a right centre has neither problems nor warnings', () => {
  const result = readScenario(centre());
  expect(result).toMatchObject({ ok: true, warnings: [] });
});

describe('what is wrong is refused, at its place and once', () => {
  test.each(badScenarios.map((scenario) => [scenario.code, scenario.what, scenario] as const))(
    '%s: %s',
    (code, _what, scenario) => {
      const { text, line, column } = marked(scenario);
      expect(readScenario(text).ok).toBe(false);
      expect(found(text)).toEqual([{ code, path: scenario.path, line, column }]);
    },
  );
});

describe('what is doubtful is said and allowed', () => {
  test.each(warnedScenarios.map((scenario) => [scenario.code, scenario.what, scenario] as const))(
    '%s: %s',
    (code, _what, scenario) => {
      const { text, line, column } = marked(scenario);
      expect(readScenario(text).ok).toBe(true);
      expect(found(text)).toEqual([{ code, path: scenario.path, line, column }]);
    },
  );
});

test('every code has a scenario that shows it', () => {
  const shown = new Set([...badScenarios, ...warnedScenarios].map(({ code }) => code));
  // Those of hostile files and of --set have tests of their own.
  const elsewhere = ['E-SIZE', 'E-DEPTH', 'E-SET'];
  const missing = Object.keys(problemCodes).filter(
    (code) => !elsewhere.includes(code) && ![...shown].some((known) => known === code),
  );
  expect(missing).toEqual([]);
});

test('all problems are reported at once, in the order of the file', () => {
  const text = centre({
    queues:
      'a: { behaviour: { talk: 3m }, priority: 0, ringTimout: 1s, hours: office }\nb: { behaviour: { talk: 3m }, reasons: [] }',
    agents: 'team: { count: 5, queues: [a, b, c] }',
    demand: 'a: { arrivals: { perHour: 10, perDay: 5 } }',
  });
  expect(found(text).map(({ code }) => code)).toEqual([
    'E-RANGE',
    'E-KEY',
    'E-REF',
    'E-WRAP',
    'E-REF',
    'E-ONE-OF',
  ]);
});

test('a mistake inside a queue does not make the queue unknown', () => {
  const text = centre({
    queues:
      'a: 5\nb: { behaviour: { talk: 3m }, overflow: [{ when: { workItemLimit: 3 }, do: { transferQueue: a } }] }',
  });
  expect(found(text).map(({ code, path }) => `${code} ${path}`)).toEqual(['E-TYPE queues.a']);
});

test('an unknown key names the nearest right one', () => {
  const result = readScenario(centre({ queus: 'a: {}' }));
  expect(result).toMatchObject({ ok: false, problems: [{ code: 'E-KEY', params: { nearest: 'queues' } }] });
});
