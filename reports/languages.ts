/** Which words belong to a language. */
import { french } from './words-fr.ts';
import { english } from './words.ts';
import type { Language, Words } from './words.ts';

export const WORDS: Readonly<Record<Language, Words>> = { en: english, fr: french };
