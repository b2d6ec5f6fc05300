/** What a rule of the book says, for the page that cites it: a file of its own, so that the book is loaded when somebody asks. */
import { ruleOf, sectionOf } from '../../engine/index.ts';
import { sourceFact, surenessFact } from '../../reports/explain/sources.ts';
import type { RuleText } from './api.ts';

/** null: there is no such rule. */
export function ruleText(id: string): RuleText | null {
  const rule = ruleOf(id);
  if (rule === undefined) return null;
  const { section, text, source, sureness } = rule;
  return {
    id,
    place: sectionOf(section)?.title ?? section,
    text,
    // The codes of the book stand before their names; a page has room for the names only.
    source: source === '' ? null : named(sourceFact(source).says),
    sureness: named(surenessFact(sureness).says),
  };
}

function named(lines: readonly string[]): string {
  const names = lines.filter((line) => line.includes(': ')).map((line) => line.replace(/^[\w/]+: /, ''));
  return (names.length > 0 ? names : lines).join('; ');
}
