/** What a scenario is refused or warned for, as a page. The checks themselves are in engine/config. */
import { PROBLEMS, sectionOf } from '../../engine/rules.ts';
import type { ProblemText } from '../../engine/rules.ts';
import { anchored, document, generatedFrom, linked, table } from './markdown.ts';
import type { Page } from './markdown.ts';

const path = 'problems.md';

export function problemsPage(): Page {
  return {
    path,
    text: document([
      generatedFrom('engine/rules-tables.ts'),
      '# Problems in a scenario',
      'A scenario with a code E-... is not run; one with a code W-... is, and the warning is shown. All problems are reported at once, each with its place in the file.',
      '## Rejected',
      problems('E-'),
      '## Warned',
      problems('W-'),
      linked(sectionOf('23')?.intro ?? '', path),
    ]),
  };
}

function problems(prefix: string): string {
  const row = ({ code, when }: ProblemText) => [anchored(code), linked(when, path)];
  return table(['Code', 'When'], PROBLEMS.filter((problem) => problem.code.startsWith(prefix)).map(row));
}
