/**
 * The build fails when the site would load anything from elsewhere, or holds a script or a style in its page, which the policy forbids. An
 * address that is only a name or a source to read is let through by its host.
 */
import type { Plugin } from 'vite';
import { builtFiles, textAt } from './built-files.ts';
import type { BuiltFiles } from './built-files.ts';

/** Names of XML and JSON dialects: nobody fetches them. */
const NAMES = ['www.w3.org', 'json-schema.org'];

const IN_A_PAGE: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/<script\b(?![^>]*\bsrc=)[^>]*>/i, 'an inline script'],
  [/<style\b/i, 'an inline style sheet'],
  [/<[a-z][^>]*\son[a-z]+\s*=/i, 'an inline handler'],
  [/<[a-z][^>]*\sstyle\s*=/i, 'an inline style'],
  [/\b(?:src|href|action)\s*=\s*["']?\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i, 'an address of another origin'],
];
const IN_A_SHEET: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/@import\b/i, 'an import of a style sheet'],
  [/url\(\s*["']?\s*(?:https?:)?\/\//i, 'an address of another origin'],
];
const IN_A_SCRIPT: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\bimportScripts\s*\(/, 'importScripts()'],
  [/\bimport\s*\(?\s*["'`]https?:/, 'an import from another origin'],
];

/** @param sources Hosts that stand in texts to read: articles and documentation. */
export function ownOrigin(sources: readonly string[]): Plugin {
  return {
    name: 'tandem-own-origin',
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler(_options, bundle) {
        const problems = foreign(builtFiles(bundle), [...NAMES, ...sources]);
        if (problems.length > 0) this.error(`The site does not keep to itself:\n${problems.join('\n')}`);
      },
    },
  };
}

export function foreign(files: BuiltFiles, hosts: readonly string[]): readonly string[] {
  return [...files.keys()].flatMap((path) => {
    const kind = /\.(html|css|js|svg)$/.exec(path)?.[1];
    if (kind === undefined) return [];
    const text = textAt(files, path);
    const patterns = { html: IN_A_PAGE, svg: IN_A_PAGE, css: IN_A_SHEET, js: IN_A_SCRIPT }[kind] ?? [];
    const found = patterns.filter(([pattern]) => pattern.test(text)).map(([, what]) => what);
    return [...found, ...addresses(text, hosts)].map((what) => `${path}: ${what}`);
  });
}

function addresses(text: string, hosts: readonly string[]): readonly string[] {
  const others = [...text.matchAll(/\bhttps?:\/\/([a-z0-9.-]+)[^\s"'`)<>\\]*/gi)]
    .filter(([, host = '']) => !hosts.includes(host.toLowerCase()))
    .map(([address]) => address);
  return [...new Set(others)];
}
