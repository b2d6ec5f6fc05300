import { describe, expect, test } from 'vitest';
import { badScenarios, warnedScenarios } from '../engine/config/bad-scenarios.ts';
import { problemCodes, readScenario } from '../engine/index.ts';
import type { Problem } from '../engine/index.ts';
import { englishSentences } from './problem-text-en.ts';
import { frenchSentences } from './problem-text-fr.ts';
import { problemLine, problemText } from './problem-text.ts';

describe('every problem has a sentence that says what is wrong and how to mend it', () => {
  test.each([...badScenarios, ...warnedScenarios].map((bad) => [`${bad.code}: ${bad.what}`, bad] as const))(
    '%s',
    (_title, bad) => {
      const result = readScenario(bad.text.replace('▸', ''));
      const problems = result.ok ? result.warnings : result.problems;
      for (const problem of problems) {
        for (const text of [problemText(problem), problemText(problem, 'fr')]) {
          expect(text).toMatch(/^\S.*[.?]$/s);
          expect(text).not.toMatch(/undefined|NaN(?! is not| n’est pas)|\[object|""|«\s*»|\s\s|\(\)/);
        }
        expect(saidBy(problem, 'fr')).toEqual(saidBy(problem, 'en'));
      }
    },
  );
});

/** The parameters a sentence asks for. */
function saidBy(problem: Problem, language: 'en' | 'fr'): string[] {
  const asked = new Set<string>();
  const params = new Proxy(problem.params, {
    get: (target, key) => {
      asked.add(String(key));
      return target[String(key)];
    },
  });
  problemText({ ...problem, params }, language);
  return [...asked].toSorted();
}

test('both languages have a sentence of their own for every code', () => {
  const codes = Object.keys(problemCodes).toSorted();
  expect(Object.keys(englishSentences).toSorted()).toEqual(codes);
  expect(Object.keys(frenchSentences).toSorted()).toEqual(codes);
  for (const [code, sentence] of Object.entries(englishSentences)) {
    const english = sentence({}, '');
    expect(frenchSentences[code as keyof typeof frenchSentences]({}, ''), code).not.toBe(english);
  }
});

test('French keeps its double marks on the line, and leaves what is written in a scenario as it is', () => {
  const result = readScenario('queues:\n  support: { ringTimout: 18s, maxCV: "500 %" }\n');
  const texts = (result.ok ? [] : result.problems).map((problem) => problemText(problem, 'fr'));
  expect(texts).toContain(
    '«\u202fringTimout\u202f» n’est pas connu ici. Vouliez-vous dire «\u202fringTimeout\u202f»\u202f?',
  );
  expect(texts).toContain('500 % doit se trouver entre 1% et 100%.');
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
