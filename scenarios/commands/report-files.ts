/** The formats of a report on disk, by the option of `tandem run` that asks for each. It refuses to know what is in them. */
import { renderCsv, renderHtml, reportJson } from '../../workers/tandem.ts';
import type { Language, Report } from '../../workers/tandem.ts';
import { writeFiles } from './output-files.ts';
import type { OutputFile } from './output-files.ts';

/** What the ways of writing want besides the report. */
export interface Beside {
  readonly language: Language;
  /** The text of the scenario. */
  readonly source: string;
}

interface Writing extends Beside {
  readonly file: string;
}

/** Ways to write the report, by the option that asks for it. */
const formats: Readonly<Record<'json' | 'csv' | 'html', (report: Report, writing: Writing) => string>> = {
  json: reportJson,
  // Excel needs the mark to see that it is UTF-8; what reads a pipe would take it for a part of the first heading.
  csv: (report, { file, language }) => renderCsv(report, { locale: language, byteOrderMark: file !== '-' }),
  html: (report, { language, source }) => renderHtml(report, { language, source }),
};

export type ReportFormat = keyof typeof formats;
export const reportFormats = Object.keys(formats) as ReportFormat[];

/** Returns the exit code. */
export function writeReports(
  report: Report,
  files: readonly OutputFile<ReportFormat>[],
  beside: Beside,
): number {
  return writeFiles(files, ({ format, file }) => formats[format](report, { file, ...beside }));
}
