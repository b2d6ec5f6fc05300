/**
 * English on a page that should speak French: what is to be seen or heard is held against the sources of the dictionary, sentence by
 * sentence. What is the same in both languages, and what a scenario or a file says in its own words, is none.
 */
import type { Page } from 'playwright';
import { french } from '../i18n/fr.ts';

/** A sentence is sought by its words: with fewer letters than this between its gaps it would be found everywhere. */
const LETTERS_LEAST = 4;

interface Sought {
  readonly source: string;
  readonly pattern: RegExp;
}

function patternOf(sentence: string): RegExp {
  const parts = plain(sentence).split(/\{\d+\}/);
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);
}

/** Spaces of all kinds are one. */
function plain(text: string): string {
  return text.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();
}

const letters = (text: string): number => text.replaceAll(/\{\d+\}|[^\p{L}]/gu, '').length;

const ENGLISH: readonly Sought[] = Object.entries(french)
  .filter(([source, translation]) => plain(source) !== plain(translation) && letters(source) >= LETTERS_LEAST)
  .map(([source]) => ({ source, pattern: patternOf(source) }));
/** Whole sentences only: "{0} : {1}" fits everything. */
const FRENCH = Object.values(french)
  .filter((translation) => letters(translation) >= LETTERS_LEAST)
  .map(patternOf);

/**
 * Each as "source" in "text".
 *
 * @param own what the scenario itself says
 */
export async function englishOn(page: Page, own: readonly string[]): Promise<readonly string[]> {
  const texts = new Set((await shown(page)).map(plain).filter((text) => text !== '' && !own.includes(text)));
  return [...texts].flatMap((text) => {
    const found = ENGLISH.find(({ pattern }) => pattern.test(text));
    const isFrench = FRENCH.some((pattern) => pattern.test(text));
    return found === undefined || isFrench ? [] : [`"${found.source}" in "${text}"`];
  });
}

/** Pieces of text as they stand in the page, and the names that only a screen reader says. */
function shown(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'aria-roledescription'];
    const texts: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Text) texts.push(node.data);
      if (!(node instanceof Element)) return;
      // What is written in a scenario or on the command line, keys of settings among it.
      if (node.matches('style, script, noscript, code, pre, .cm-editor')) return;
      const root = node.getRootNode();
      const isInForm = root instanceof ShadowRoot && root.host.localName.startsWith('tandem-setting');
      if (isInForm && node.matches('.key')) return;
      const isListed = node instanceof HTMLOptionElement || node instanceof HTMLOptGroupElement;
      if (!isListed && !node.checkVisibility() && getComputedStyle(node).display !== 'contents') return;
      for (const name of said) texts.push(node.getAttribute(name) ?? '');
      const given = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
      for (const child of given.length > 0 ? given : (node.shadowRoot ?? node).childNodes) walk(child);
    };
    walk(document.body);
    return texts;
  });
}
