/** The theme the reader chose, or that of the machine, as an attribute that the tokens follow. */
import type { Preferences } from './saved.ts';
import type { Store } from './store.ts';

export function showTheme(preferences: Store<Preferences>): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const show = (): void => {
    const { theme } = preferences.value;
    const isDark = theme === 'dark' || (theme === 'system' && dark.matches);
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  };
  preferences.watch(show);
  dark.addEventListener('change', show);
  show();
}
