/**
 * The files that `tandem run` writes a report to: which were asked for, whether they can be written, and the writing. It knows the
 * name of each format, and refuses to know what is in it.
 */
import { statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { renderCsv, renderHtml, reportJson } from '../../workers/tandem.ts';
import type { Language, Report } from '../../workers/tandem.ts';
import type { Arguments } from './arguments.ts';
import { badInput } from './output.ts';

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

export interface OutputFile {
  readonly format: keyof typeof formats;
  /** `-` is the standard output. */
  readonly file: string;
}

/** What is wrong with them is said before a long run, not after it. */
export function outputFiles(given: Arguments): OutputFile[] {
  const files = (Object.keys(formats) as OutputFile['format'][]).flatMap((format) => {
    const file = given.text(format);
    return file === undefined ? [] : [{ format, file }];
  });
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const seen = new Map<string, string>();
  for (const { format, file } of files) {
    const before = seen.get(file);
    seen.set(file, format);
    if (before !== undefined) {
      const place = file === '-' ? 'to the standard output' : `into "${file}"`;
      given.slips.push(`--${before} and --${format} would both write ${place}. Name another file.`);
    } else if (file === '-') continue;
    else if (isFolder(file)) given.slips.push(`--${format}: "${file}" is a folder. Name a file in it.`);
    else if (!isFolder(dirname(file)))
      given.slips.push(`--${format}: there is no folder "${dirname(file)}".`);
  }
  return files;
}

/** Returns the exit code: what cannot be written is said, and the others are written all the same. */
export function writeReports(report: Report, files: readonly OutputFile[], beside: Beside): number {
  let exitCode = 0;
  for (const { format, file } of files) {
    const written = formats[format](report, { file, ...beside });
    if (file === '-') {
      process.stdout.write(written);
      continue;
    }
    try {
      writeFileSync(file, written);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      process.stderr.write(`tandem: the report cannot be written to "${file}": ${why}\n`);
      exitCode = badInput;
    }
  }
  return exitCode;
}
