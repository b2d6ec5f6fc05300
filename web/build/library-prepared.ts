/**
 * `import prepared from './helpdesk.yaml?prepared'`: what reading a scenario of the library gives, read at build time by the very same
 * reader, so that a first visit shows its result before the reader has been loaded. A scenario with errors fails the build.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Plugin } from 'vite';

const QUERY = '?prepared';

/** Of workers/workbench, which is compiled with a browser's types: what is used of it here. */
interface Reading {
  readonly right: object | null;
  readonly message: string | null;
}
interface ReadingModule {
  readingOf(scenario: { readonly text: string; readonly set: readonly string[] }): Reading;
}
interface PreparedModule {
  preparedText(reading: Reading): string;
}

/** @param version which the engine carries */
export function libraryPrepared(version: string): Plugin {
  return {
    name: 'tandem-library-prepared',
    enforce: 'pre',
    load: {
      filter: { id: /\.yaml\?prepared$/ },
      async handler(id) {
        const path = id.slice(0, -QUERY.length);
        this.addWatchFile(path);
        return `export default ${JSON.stringify(await preparedFor(readFileSync(path, 'utf8'), version))};`;
      },
    },
  };
}

export async function preparedFor(text: string, version: string): Promise<string> {
  const [{ readingOf }, { preparedText }] = await Promise.all([
    imported<ReadingModule>('reading.ts', version),
    imported<PreparedModule>('prepared.ts', version),
  ]);
  const reading = readingOf({ text, set: [] });
  if (reading.right === null) throw new Error(reading.message ?? 'The scenario has errors.');
  return preparedText(reading);
}

/** As Vite imports a configuration: the sources, with what the build puts into them. */
async function imported<Module>(file: string, version: string): Promise<Module> {
  const { module } = await runnerImport<Module>(
    fileURLToPath(new URL(`../../workers/workbench/${file}`, import.meta.url)),
    { configFile: false, define: { __TANDEM_VERSION__: JSON.stringify(version) }, logLevel: 'error' },
  );
  return module;
}
