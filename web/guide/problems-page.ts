/**
 * What a scenario is refused or warned for, as a page: the codes that are checked, with the rule book's words
 * where it has them. The checks themselves are in engine/config, the sentences a user sees in reports.
 */
import { problemCodes, severityOf } from '../../engine/config/problems.ts';
import type { ProblemCode } from '../../engine/config/problems.ts';
import { PROBLEMS, problemOf } from '../../engine/rules.ts';
import { anchored, document, generatedFrom, linked, table } from './markdown.ts';
import type { Page } from './markdown.ts';

const path = 'reference/problems.md';

export function problemsPage(): Page {
  const checked = Object.keys(problemCodes) as ProblemCode[];
  const later = PROBLEMS.filter(({ code }) => !Object.hasOwn(problemCodes, code));
  return {
    path,
    text: document([
      generatedFrom('engine/config/problems.ts and engine/rules-tables.ts'),
      '# Problems in a scenario',
      'A scenario with a code E-... is not run; one with a code W-... is, and the warning is shown. All problems are reported at once, each with its place in the file, what is wrong and how to mend it.',
      '## Rejected',
      problems(checked.filter((code) => severityOf(code) === 'error')),
      '## Warned',
      problems(checked.filter((code) => severityOf(code) === 'warning')),
      ...(later.length === 0
        ? []
        : ['## Not checked yet', 'They come with the part of the rule book they guard.']),
      table(
        ['Code', 'When'],
        later.map(({ code, when }) => [anchored(code), linked(when, path)]),
      ),
    ]),
  };
}

function problems(codes: readonly ProblemCode[]): string {
  return table(
    ['Code', 'What is wrong', 'In the rule book (section 23)'],
    codes.map((code) => [
      anchored(code),
      linked(problemCodes[code], path),
      linked(problemOf(code)?.when ?? '', path),
    ]),
  );
}
