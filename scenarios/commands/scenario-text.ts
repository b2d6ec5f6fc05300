/**
 * The files of a scenario: its own text and the CSV files beside it. What cannot be read is said in a sentence. A
 * scenario may come from a stranger, so the files it names are looked for in its own folder and below, nowhere
 * else. It refuses to know what is in them.
 */
import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** A megabyte is what a scenario may have; a little more, so that the reader says by how much it is too large. */
const mostScenarioBytes = 16 * 2 ** 20;
/** A year of a large centre's calls. */
const mostCsvBytes = 256 * 2 ** 20;

/** A file that cannot be used, in a sentence. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** The text of a scenario; `-` is what comes in on the standard input. */
export function readScenarioText(file: string): string {
  return decode(file, readBytes(file === '-' ? 0 : file, file, mostScenarioBytes));
}

/**
 * The text of a file of data; `-` is what comes in on the standard input. Excel's "Unicode text" is UTF-16 and begins with a mark that
 * says so; what is not UTF-8 either is what Excel saves in the west of Europe, Windows-1252.
 */
export function readDataText(file: string): string {
  const bytes = readBytes(file === '-' ? 0 : file, file, mostCsvBytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    // Of an odd length when a download broke off; the half letter is none.
    return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1).swap16());
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

/** Its signs in place of the second set of control characters, 80 to 9F. Node 20 decodes them as those, under the name of windows-1252. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Reads what a scenario names; remembers, in a sentence, why something was not read. */
export class FilesBeside {
  readonly #folder: string;
  /** By the name in the scenario, why it was not read. */
  readonly reasons = new Map<string, string>();
  /** The paths that were read. */
  readonly sources: string[] = [];

  /** The scenario's own file, or `-`: then the folder one stands in. */
  constructor(file: string) {
    this.#folder = realpathSync(file === '-' ? '.' : dirname(file));
  }

  read(name: string): string | undefined {
    try {
      return this.#read(name);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.reasons.set(name, error.message);
      return undefined;
    }
  }

  #read(name: string): string | undefined {
    const path = resolve(this.#folder, name);
    let real: string;
    try {
      real = realpathSync(path);
    } catch (error) {
      // That it is missing is said by the scenario's own problem.
      if (codeOf(error) === 'ENOENT' && this.#isInside(path)) return undefined;
      real = path;
    }
    if (!this.#isInside(real)) {
      throw new FileError(
        `"${name}" is outside the scenario's folder and is not read. Put a copy beside the scenario.`,
      );
    }
    this.sources.push(real);
    return decode(name, readBytes(real, name, mostCsvBytes));
  }

  #isInside(path: string): boolean {
    const way = relative(this.#folder, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  }
}

function readBytes(source: string | number, name: string, most: number): Buffer {
  let file: number;
  try {
    file = typeof source === 'number' ? source : openSync(source, 'r');
  } catch (error) {
    throw new FileError(why(error, name));
  }
  try {
    if (fstatSync(file).isDirectory()) throw new FileError(`"${name}" is a folder. Name the file in it.`);
    return readUpTo(file, name, most);
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(why(error, name));
  } finally {
    if (typeof source !== 'number') closeSync(file);
  }
}

/** Never trusts a size: a device or a pipe has none. */
function readUpTo(file: number, name: string, most: number): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(2 ** 18);
    const read = readSome(file, part);
    if (read === 0) return Buffer.concat(parts, length);
    parts.push(part.subarray(0, read));
    length += read;
    if (length > most)
      throw new FileError(`"${name}" is larger than ${most / 2 ** 20} MB. That is no scenario.`);
  }
}

function readSome(file: number, part: Buffer): number {
  for (;;) {
    try {
      return readSync(file, part, 0, part.length, null);
    } catch (error) {
      // A pipe whose writer is not ready yet, or a closed one on Windows.
      if (codeOf(error) === 'EOF') return 0;
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function decode(name: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(`"${name}" is not UTF-8 text. Save it as UTF-8.`);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function why(error: unknown, name: string): string {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no file "${name}".`;
    case 'EISDIR':
      return `"${name}" is a folder. Name the file in it.`;
    case 'EACCES':
    case 'EPERM':
      return `"${name}" may not be read by this user.`;
    default:
      return `"${name}" cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
