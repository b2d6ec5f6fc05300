/**
 * What elements take from above themselves, by @lit/context: the stores of this page. An element that needs none of them takes
 * properties and sends events.
 */
import { createContext } from '@lit/context';
import type { WorkbenchClient } from './client.ts';
import type { Preferences } from './saved.ts';
import type { RunStore } from './run-store.ts';
import type { Store } from './store.ts';
import type { Aim } from './work.ts';
import type { WorkStore } from './work-store.ts';
import type { Route } from './route.ts';

export interface Bench {
  readonly work: WorkStore;
  readonly aim: Store<Aim>;
  readonly run: RunStore;
  readonly client: WorkbenchClient;
  readonly preferences: Store<Preferences>;
  readonly route: Store<Route>;
  /** What the address, the tab or a first visit asks for has been opened, or could not be. */
  readonly begun: Store<boolean>;
  /** The shared time cursor of all charts: an interval of the day; null: none. */
  readonly cursor: Store<number | null>;
  /** What was said last; null: nothing. */
  readonly said: Store<Said | null>;
  /** Says something politely to those who hear the page, and shows it for a moment; what one must not miss stays until it is closed. */
  readonly say: (sentence: string, stays?: boolean) => void;
  /** The address of this screen with all that is on it. */
  readonly link: () => Promise<string>;
}

export interface Said {
  readonly sentence: string;
  readonly stays: boolean;
}

export const benchContext = createContext<Bench>(Symbol('bench'));
