import { describe, expect, test } from 'vitest';
import { badScenarios, warnedScenarios } from '../engine/config/bad-scenarios.ts';
import { readScenario } from '../engine/index.ts';
import { problemLine, problemText } from './problem-text.ts';

describe('every problem has a sentence that says what is wrong and how to mend it', () => {
  test.each([...badScenarios, ...warnedScenarios].map((bad) => [`${bad.code}: ${bad.what}`, bad] as const))(
    '%s',
    (_title, bad) => {
      const result = readScenario(bad.text.replace('▸', ''));
      const problems = result.ok ? result.warnings : result.problems;
      for (const problem of problems) {
        const text = problemText(problem);
        expect(text).toMatch(/^\S.*[.?]$/s);
        expect(text).not.toMatch(/undefined|NaN(?! is not)|\[object|""|\s\s|\(\)/);
      }
    },
  );
});

test('a line names the file, the place, the code and the path', () => {
  const result = readScenario('queues:\n  support: { ringTimout: 18s }\n');
  const lines = result.ok ? [] : result.problems.map((problem) => problemLine(problem, 'centre.yaml'));
  expect(lines).toContain(
    'centre.yaml:2:14 E-KEY queues.support.ringTimout: "ringTimout" is not known here. Did you mean "ringTimeout"?',
  );
});

test('what comes from --set is named by it', () => {
  const result = readScenario('queues: {}', { set: ['seed=-1', 'nonsense'] });
  const lines = result.ok ? [] : result.problems.map((problem) => problemLine(problem, 'centre.yaml'));
  expect(lines[0]).toMatch(/^--set nonsense E-SET: /);
  expect(lines.some((line) => line.startsWith('--set seed=-1 E-RANGE seed: '))).toBe(true);
});
