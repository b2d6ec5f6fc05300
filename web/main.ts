/** Scratch, until the shell is here. */
import { libraryEntries } from './state/library.ts';
document.body.dataset['library'] = libraryEntries()
  .map(({ title }) => title)
  .join('\n');
