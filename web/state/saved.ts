/**
 * What survives a reload: work and aim of this tab in the tab's own storage, so that two tabs do not fight; and for a new tab a copy of
 * the last work anywhere. Preferences (language, theme, single keys) are the reader's, for all tabs. A browser that refuses storage loses
 * nothing but this.
 */
import { linkedOf } from './link.ts';
import type { Linked } from './link.ts';

const WORK = 'tandem.work';
const PREFERENCES = 'tandem.preferences';

export interface Preferences {
  readonly language: 'en' | 'fr';
  /** `system`: what the reader's machine says. */
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether single letters are commands outside fields (WCAG 2.1.4). */
  readonly hasKeys: boolean;
}

export function savedWork(): Linked | null {
  const own = parsed(() => sessionStorage.getItem(WORK));
  return linkedOf(own) ?? linkedOf(parsed(() => localStorage.getItem(WORK)));
}

/** Work that is too long to be kept leaves nothing behind: an older one would come back in its place. */
export function saveWork(linked: Linked): boolean {
  const text = JSON.stringify(linked);
  // To ask for a storage that is switched off throws by itself.
  const isKept = [() => sessionStorage, () => localStorage].map((storage) => keep(storage, text));
  return isKept.some(Boolean);
}

function keep(storage: () => Storage, text: string): boolean {
  const isKept = attempt(() => {
    storage().setItem(WORK, text);
    return true;
  });
  if (isKept !== true) attempt(() => storage().removeItem(WORK));
  return isKept === true;
}

export function savedPreferences(): Preferences {
  const data = parsed(() => localStorage.getItem(PREFERENCES));
  const { language, theme, hasKeys } = (data ?? {}) as Partial<Preferences>;
  return {
    language: language === 'en' || language === 'fr' ? language : languageOfBrowser(),
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    hasKeys: hasKeys !== false,
  };
}

export function savePreferences(preferences: Preferences): void {
  attempt(() => localStorage.setItem(PREFERENCES, JSON.stringify(preferences)));
}

function languageOfBrowser(): Preferences['language'] {
  const first = navigator.languages
    .map((each) => each.slice(0, 2))
    .find((each) => each === 'en' || each === 'fr');
  return first === 'fr' ? 'fr' : 'en';
}

function parsed(read: () => string | null): unknown {
  return attempt(() => JSON.parse(read() ?? 'null') as unknown);
}

/** Storage can be full, switched off, or hold what another version wrote. */
function attempt<Result>(action: () => Result): Result | null {
  try {
    return action();
  } catch {
    return null;
  }
}
