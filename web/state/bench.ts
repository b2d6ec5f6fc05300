/**
 * The stores of this page, made and tied together: what comes from a link or was saved is opened, what changes is saved, and the address
 * names the view. The one place that knows them all; elements get them by context.
 */
import { msg, str } from '@lit/localize';
import { language } from '../i18n/language.ts';
import { WorkbenchClient } from './client.ts';
import type { Bench, Said } from './contexts.ts';
import { libraryEntries, loadLibrary, loadPrepared } from './library.ts';
import { hashOf, linkedFrom, partsOf } from './link.ts';
import type { Linked } from './link.ts';
import { viewOf } from './route.ts';
import type { Route } from './route.ts';
import { RunStore } from './run-store.ts';
import { savedPreferences, savedWork, savePreferences, saveWork } from './saved.ts';
import type { Preferences } from './saved.ts';
import { Store } from './store.ts';
import { AIM, workOn } from './work.ts';
import type { Aim } from './work.ts';
import { WorkStore } from './work-store.ts';

/** Put in by the build, as in engine/version.ts. */
declare const __TANDEM_VERSION__: string;

/** What a first visit opens: it teaches what the workbench is for. */
const FIRST = 'helpdesk';
/** A drag changes the work sixty times a second; it is saved when it rests. */
const SAVE_MILLIS = 300;

export interface StartedBench extends Bench {
  /** Opens what the address, the tab or the first visit asks for. */
  begin(): Promise<void>;
}

export function makeBench(): StartedBench {
  const work = new WorkStore(null);
  const aim = new Store<Aim>(AIM);
  const client = new WorkbenchClient();
  const preferences = new Store<Preferences>(savedPreferences());
  const route = new Store<Route>({ view: viewOf(partsOf(location.hash).view) });
  const said = new Store<Said | null>(null);
  const say = (sentence: string, stays = false): void => said.set({ sentence, stays });
  const run = new RunStore({ work, aim, client, language });
  const cursor = new Store<number | null>(null);
  const begun = new Store(false);
  preferences.watch(savePreferences);
  saveAtRest(work, aim);

  const open = ({ work: linkedWork, aim: linkedAim }: Linked, isFirst: boolean): void => {
    aim.set(linkedAim);
    if (isFirst) work.restore(linkedWork);
    else work.open(linkedWork);
  };
  let follows = 0;
  const follow = async (isFirst: boolean): Promise<boolean> => {
    const mine = ++follows;
    const { view, packed } = partsOf(location.hash);
    if (packed === null) {
      route.set({ view: viewOf(view) });
      return false;
    }
    const linked = await linkedFrom(packed);
    // The address was changed again meanwhile.
    if (mine !== follows) return true;
    // The address would go on naming what is soon edited: a reload takes the saved work instead.
    history.replaceState(null, '', `#${viewOf(view)}`);
    route.set({ view: viewOf(view) });
    if (linked === null) {
      say(msg('The link is damaged or cut short: it was not opened. This is your own work.'), true);
      return false;
    }
    open(linked, isFirst);
    if (linked.version !== __TANDEM_VERSION__)
      say(
        msg(
          str`The link was made with Tandem ${linked.version}; this is ${__TANDEM_VERSION__}, numbers may differ.`,
        ),
        true,
      );
    return true;
  };

  return {
    work,
    aim,
    client,
    preferences,
    route,
    begun,
    run,
    cursor,
    said,
    say,
    link: async () => {
      if (work.value === null) return location.href;
      const hash = await hashOf(route.value.view, {
        work: work.value,
        aim: aim.value,
        version: __TANDEM_VERSION__,
      });
      return `${location.href.replace(/#.*$/s, '')}#${hash}`;
    },
    begin: async () => {
      addEventListener('hashchange', () => void follow(false));
      try {
        if (await follow(true)) return;
        const saved = savedWork();
        if (saved !== null) open(saved, true);
        else await openFirst(work, client);
      } finally {
        begun.set(true);
      }
    },
  };
}

async function openFirst(work: WorkStore, client: WorkbenchClient): Promise<void> {
  if (!libraryEntries().some(({ name }) => name === FIRST)) return;
  // Without what was prepared the worker reads it itself, only later.
  const [text, prepared] = await Promise.all([loadLibrary(FIRST), loadPrepared(FIRST).catch(() => null)]);
  if (prepared !== null && client.value !== null) void client.api.prepare({ text, set: [] }, prepared);
  if (work.value === null) work.restore(workOn(text));
}

function saveAtRest(work: WorkStore, aim: Store<Aim>): void {
  let timer = 0;
  const save = (): void => {
    clearTimeout(timer);
    timer = 0;
    if (work.value !== null) saveWork({ work: work.value, aim: aim.value, version: __TANDEM_VERSION__ });
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_MILLIS);
  };
  work.watch(later);
  aim.watch(later);
  // A page can be left between two rests.
  addEventListener('pagehide', () => {
    if (timer !== 0) save();
  });
}
