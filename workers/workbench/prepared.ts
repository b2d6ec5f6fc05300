/**
 * A reading as a text: what the build makes of a scenario of the library, so that a first visit need not wait for the reader. JSON, in
 * which an endless length, which JSON would make null, is a text of its own.
 */
import type { Reading } from './reader.ts';

const ENDLESS = '\u221e';

export function preparedText(reading: Reading): string {
  return JSON.stringify(reading, (_, value: unknown) => {
    if (value === Infinity) return ENDLESS;
    if (value === ENDLESS)
      throw new RangeError('A scenario to prepare has a text that is only the sign of infinity.');
    return value;
  });
}

export function preparedReading(text: string): Reading {
  return JSON.parse(text, (_, value: unknown) => (value === ENDLESS ? Infinity : value)) as Reading;
}
