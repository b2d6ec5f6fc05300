/**
 * The files that a command writes: which were asked for, whether they can be written, and the writing. It refuses to know what is
 * in them.
 */
import { fstatSync, statSync, writeFileSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { dirname } from 'node:path';
import type { Arguments } from './arguments.ts';
import { badInput, wantsColour } from './output.ts';

export interface OutputFile<Format extends string = string> {
  /** The name of the option that asked for it: `json` of `--json FILE`. */
  readonly format: Format;
  /** `-` is the standard output. */
  readonly file: string;
}

/**
 * What is wrong with them is said before a long run, not after it. The words of a command line are files that the command reads, so
 * none of them may be written; what those name in turn is known when they are read: see `overwriting`.
 */
export function outputFiles<Format extends string>(
  given: Arguments,
  formats: readonly Format[],
): OutputFile<Format>[] {
  const files = formats.flatMap((format) => {
    const file = given.text(format);
    // An option whose file may be left out means the standard output then.
    return file === undefined ? [] : [{ format, file: file === '' ? '-' : file }];
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
  given.slips.push(...overwriting(files, given.words));
  return files;
}

/**
 * A sentence for each file to be written that is one of those read, under whatever name: another spelling of the path, a link.
 * Nobody gets a scenario back that a report was written over.
 *
 * @param read paths; `-` is the standard input
 */
export function overwriting(files: readonly OutputFile[], read: readonly string[]): string[] {
  const known = new Set(read.flatMap((path) => identityOf(path)));
  return files
    .filter(({ file }) => file !== '-' && identityOf(file).some((identity) => known.has(identity)))
    .map(({ format, file }) => `--${format} would overwrite "${file}", which is read. Name another file.`);
}

/** One for all names of a file; none of what is not there, and of terminals and pipes, which can be read and written. */
function identityOf(path: string): string[] {
  let stats: BigIntStats | undefined;
  try {
    stats =
      path === '-' ? fstatSync(0, { bigint: true }) : statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    // A closed standard input, a folder that may not be looked into: reading and writing say so themselves.
  }
  return stats?.isFile() === true ? [`${stats.dev}/${stats.ino}`] : [];
}

/** How the text for a terminal is drawn. */
export interface Drawing {
  readonly colour: boolean;
  /** Undefined in a file or a pipe, where the same result gives the same bytes. */
  readonly width: number | undefined;
}

/** Prints the text, unless one of the files is to take its place on the standard output. */
export function printText(
  files: readonly OutputFile[],
  isPlain: boolean,
  textOf: (drawing: Drawing) => string,
): void {
  if (files.some(({ file }) => file === '-')) return;
  const { isTTY, columns } = process.stdout;
  const colour = wantsColour(process.stdout, isPlain);
  process.stdout.write(textOf({ colour, width: isTTY === true ? columns : undefined }));
}

/** Returns the exit code: what cannot be written is said, and the others are written all the same. */
export function writeFiles<Format extends string>(
  files: readonly OutputFile<Format>[],
  textOf: (output: OutputFile<Format>) => string,
): number {
  let exitCode = 0;
  for (const output of files) {
    const { file } = output;
    const written = textOf(output);
    if (file === '-') {
      process.stdout.write(written);
      continue;
    }
    try {
      writeFileSync(file, written);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      process.stderr.write(`tandem: "${file}" cannot be written: ${why}\n`);
      exitCode = badInput;
    }
  }
  return exitCode;
}
