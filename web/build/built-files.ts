/** What the bundler has written, as texts and bytes by path; and what loads what. It knows nothing of disks. */
import type { Plugin } from 'vite';
import { programOf, textOf } from './syntax.ts';

type Bundle = Parameters<Extract<NonNullable<Plugin['writeBundle']>, (...args: never) => unknown>>[1];

/** By path from the site's root: `assets/index-BlsGXtHj.js`. */
export type BuiltFiles = ReadonlyMap<string, string | Uint8Array>;

export function builtFiles(bundle: Bundle): BuiltFiles {
  const files = Object.values(bundle).map(
    (output) => [output.fileName, output.type === 'chunk' ? output.code : output.source] as const,
  );
  return new Map(files.filter(([path]) => !path.endsWith('.map')));
}

export function textAt(files: BuiltFiles, path: string): string {
  const content = files.get(path);
  if (content === undefined) throw new Error(`The build refers to ${path}, which it has not made.`);
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** The scripts a page starts with. */
export function scriptsOf(page: string): readonly string[] {
  return [...page.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(([, source = '']) => source);
}

/** The files given and all that they import at once, each only once; what is imported later, by `import()`, is not among them. */
export function withImports(files: BuiltFiles, paths: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const specifier of importsOf(textAt(files, path))) visit(resolved(specifier, path));
  };
  for (const path of paths) visit(path);
  return [...found];
}

/** A path that stands in a file of the site, from the site's root. */
export function resolved(specifier: string, from: string): string {
  return new URL(specifier, new URL(from, 'site:///')).pathname.slice(1);
}

const IMPORTS = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'];

function importsOf(code: string): readonly string[] {
  const body = programOf(code)['body'] as Iterable<unknown>;
  return [...body]
    .filter((node) => IMPORTS.includes((node as { readonly type: string }).type))
    .map((node) => textOf((node as { readonly source?: unknown }).source))
    .filter((source) => source !== undefined);
}
