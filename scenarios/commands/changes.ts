/**
 * Which files have changed since the last look: by time and size, asked three times a second. Editors replace files rather than write
 * into them, and network folders tell nobody; asking always works. It refuses to know what is in them.
 */
import { statSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';

const pauseMillis = 300;

export class Changes {
  readonly #seen = new Map<string, string>();

  /** Takes note of files as they are now, and returns those that are not as before. */
  look(paths: readonly string[]): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const path of new Set(paths)) {
      const stamp = stampOf(path);
      if (this.#seen.get(path) !== stamp) changed.add(path);
      this.#seen.set(path, stamp);
    }
    return changed;
  }

  /** The next files that change, or null when it is over. */
  async next(paths: () => readonly string[], signal: AbortSignal): Promise<ReadonlySet<string> | null> {
    while (!signal.aborted) {
      const changed = this.look(paths());
      if (changed.size > 0) return changed;
      await after(pauseMillis, undefined, { signal }).catch(() => undefined);
    }
    return null;
  }
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? 'none' : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
}
