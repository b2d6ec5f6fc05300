/**
 * The sentences of problems: what is wrong and how to mend it. Pure: a problem in, text out. It knows codes and parameters, not
 * scenarios; the words of a language are a file of its own (problem-text-en.ts, problem-text-fr.ts).
 */
import { pathText } from '../engine/index.ts';
import type { Problem, ProblemCode } from '../engine/index.ts';
import type { Sentence } from './problem-params.ts';
import { englishSentences } from './problem-text-en.ts';
import { frenchSentences, typeset } from './problem-text-fr.ts';
import type { Language } from './words.ts';

const sentences: Readonly<Record<Language, Readonly<Record<ProblemCode, Sentence>>>> = {
  en: englishSentences,
  fr: frenchSentences,
};

/** One problem as a line: `scenario.yaml:12:5 E-KEY queues.support.ringTimout: ...`. */
export function problemLine(problem: Problem, file: string): string {
  const place = problem.set === null ? `${file}:${problem.line}:${problem.column}` : `--set ${problem.set}`;
  const path = problem.path.length > 0 ? ` ${pathText(problem.path)}` : '';
  return `${place} ${problem.code}${path}: ${problemText(problem)}`;
}

/** What is wrong, and how to mend it. */
export function problemText(problem: Problem, language: Language = 'en'): string {
  const sentence = sentences[language][problem.code](problem.params, pathText(problem.path));
  return language === 'fr' ? typeset(sentence) : sentence;
}
