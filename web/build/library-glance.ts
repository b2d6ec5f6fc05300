/**
 * `import glance from './helpdesk.yaml?glance'`: what the picture of a library scenario shows, read at build time, so that the page draws
 * the library without fetching its files.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { glanceOf } from '../scenario/library-picture.ts';

const QUERY = '?glance';

export function libraryGlance(): Plugin {
  return {
    name: 'tandem-library-glance',
    enforce: 'pre',
    load: {
      filter: { id: /\.yaml\?glance$/ },
      handler(id) {
        const path = id.slice(0, -QUERY.length);
        this.addWatchFile(path);
        const glance = glanceOf(readFileSync(path, 'utf8'));
        return `export default ${JSON.stringify(glance, (_, value: unknown) => rounded(value))};`;
      },
    },
  };
}

/** A hundredth is less than a pixel of the picture. */
function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}
