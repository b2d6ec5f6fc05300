/** Our copy of the public pack, read as `tandem validate` reads it. */
import { readFileSync } from 'node:fs';
import type { Case } from '../../engine/validation/case.ts';
import { readPack } from '../../engine/validation/pack.ts';

export function readCases(url: URL = new URL('public.json', import.meta.url)): Case[] {
  const read = readPack(readFileSync(url, 'utf8'));
  if (!read.ok) throw new Error(read.problems.map(({ place, text }) => `${place} ${text}`).join('\n'));
  return [...read.cases];
}
