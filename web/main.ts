/**
 * The page begins: language and theme as the reader chose, the stores, then the shell. It knows no view.
 */
import { speak } from './i18n/language.ts';
import { makeBench } from './state/bench.ts';
import { showTheme } from './state/theme.ts';
import { registerOffline } from './state/offline.ts';
import { TandemApp } from './app/tandem-app.ts';

async function begin(): Promise<void> {
  const bench = makeBench();
  showTheme(bench.preferences);
  await speak(bench.preferences.value.language);
  const app = document.querySelector('tandem-app');
  if (app instanceof TandemApp) app.bench = bench;
  await bench.begin();
  registerOffline();
}

void begin();
