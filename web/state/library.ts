/**
 * The scenarios that come with Tandem, as the page has them: built into the site, each fetched when it is opened. A name, a title and a
 * line stand here at once, for the list. It refuses to know what a scenario means: it reads two comments.
 */

export interface LibraryEntry {
  /** As in `scenarios/library/helpdesk.yaml`. */
  readonly name: string;
  /** "A help desk that offers callbacks, but too late." */
  readonly title: string;
  /** The first sentence of what it teaches. */
  readonly line: string;
}

/** What the build reads out of a scenario: `?heading` (web/build/library-heading.ts). */
type Heading = Omit<LibraryEntry, 'name'>;

const headings = import.meta.glob<Heading>('../../scenarios/library/*.yaml', {
  query: '?heading',
  import: 'default',
  eager: true,
});
const texts = import.meta.glob<string>('../../scenarios/library/*.yaml', {
  query: '?raw',
  import: 'default',
});

const readings = import.meta.glob<string>('../../scenarios/library/*.yaml', {
  query: '?prepared',
  import: 'default',
});

/** By name. */
export function libraryEntries(): readonly LibraryEntry[] {
  return Object.entries(headings)
    .map(([path, heading]) => ({ name: nameOf(path), ...heading }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The text of the file, comments and all. Rejects when there is none of that name, or it cannot be fetched. */
export async function loadLibrary(name: string): Promise<string> {
  return loaded(texts, name);
}

/** What the build has read of it (web/build/library-prepared.ts), for the worker: it then need not be read before its first result. */
export async function loadPrepared(name: string): Promise<string> {
  return loaded(readings, name);
}

async function loaded(files: Readonly<Record<string, () => Promise<string>>>, name: string): Promise<string> {
  const path = Object.keys(files).find((candidate) => nameOf(candidate) === name);
  const load = path === undefined ? undefined : files[path];
  if (load === undefined) throw new Error(`The library has no scenario "${name}".`);
  return load();
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
}
