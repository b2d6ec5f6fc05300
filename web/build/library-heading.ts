/**
 * `import heading from './helpdesk.yaml?heading'`: the title and the first sentence of a library scenario, so that the page can list the
 * library without carrying its files.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { headerOf } from '../guide/library/header.ts';

const QUERY = '.yaml?heading';

export function libraryHeading(): Plugin {
  return {
    name: 'tandem-library-heading',
    enforce: 'pre',
    load: {
      filter: { id: /\.yaml\?heading$/ },
      handler(id) {
        const path = id.slice(0, id.length - QUERY.length + '.yaml'.length);
        this.addWatchFile(path);
        return `export default ${JSON.stringify(headingOf(readFileSync(path, 'utf8')))};`;
      },
    },
  };
}

export function headingOf(scenario: string): { readonly title: string; readonly line: string } {
  const { subject, paragraphs } = headerOf(scenario);
  // A sentence ends before a capital letter: "M. Dupont" does not occur in the library.
  const [line = ''] = (paragraphs[0] ?? '').split(/(?<=[.!?]) (?=[A-Z])/);
  return { title: subject, line };
}
