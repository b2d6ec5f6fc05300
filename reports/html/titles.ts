/** What a KPI is called: in English as the report defines it, in French by a table of the same keys. */
import type { Sheet } from './sheet.ts';
import { titleFr } from './titles-fr.ts';

export function titleOf({ report, language }: Sheet, id: string, stat: string): string {
  const english = report.definitions.find((each) => each.id === id && each.stat === stat)?.title ?? id;
  return language === 'fr' ? (titleFr(id, stat) ?? english) : english;
}
