/**
 * What a text costs to read, measured in one look before a parser sees it: hostile files must be refused at once. It does not
 * understand quotes and comments, so its bounds lie far beyond any scenario.
 */

/** A scenario of 500 queues is a tenth of this. */
const maxCharacters = 1_000_000;
/**
 * Lines, commas and colons, and apart from them quotes, brackets and other signs of YAML: what the parser's time
 * really depends on, about 20 us each.
 */
const maxParts = 60_000;
/** Brackets that are never closed, or signs of lists in one line. */
const maxOpen = 1000;

// Control characters, and the marks that make a text read differently from what it says (CVE-2021-42574).
export const unwanted = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

/** Why a text is not worth parsing, or undefined. */
export type Hostility =
  | {
      readonly code: 'E-SIZE';
      readonly what: 'characters' | 'parts';
      readonly value: number;
      readonly limit: number;
    }
  | { readonly code: 'E-DEPTH' }
  | { readonly code: 'E-CONTROL'; readonly index: number; readonly found: string };

export function hostilityOf(text: string): Hostility | undefined {
  if (text.length > maxCharacters) {
    return { code: 'E-SIZE', what: 'characters', value: text.length, limit: maxCharacters };
  }
  const size = measure(text);
  if (size.open > maxOpen) return { code: 'E-DEPTH' };
  const parts = Math.max(size.parts, size.signs);
  if (parts > maxParts) return { code: 'E-SIZE', what: 'parts', value: parts, limit: maxParts };
  const control = unwanted.exec(text);
  if (!control) return undefined;
  const found = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { code: 'E-CONTROL', index: control.index, found };
}

interface Size {
  /** Line ends, commas, colons. */
  parts: number;
  /** Other signs that mean something to YAML. */
  signs: number;
  /** The most brackets open at once, or list signs that begin one line; quotes and comments are not understood. */
  open: number;
}

function measure(text: string): Size {
  const size = { parts: 0, signs: 0, open: 0 };
  let depth = 0;
  let dashes = 0;
  for (const character of text) {
    if (character === '\n') dashes = 0;
    if ('\n,:'.includes(character)) size.parts++;
    else if ('[]{}"\'&*!|>?#%@`'.includes(character)) size.signs++;
    if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && depth > 0) depth--;
    else if (character === '-' || character === '?') dashes++;
    else if (character !== ' ') dashes = 0;
    size.open = Math.max(size.open, depth, dashes);
  }
  return size;
}
