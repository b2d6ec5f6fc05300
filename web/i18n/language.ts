/**
 * The two languages of the workbench. The words in the code are the English source; French is a dictionary by source, loaded when it is
 * wanted. The build fails when a sentence has no French, or French has one that nobody says (web/build).
 */
import { configureLocalization } from '@lit/localize';
import type { LocaleModule } from '@lit/localize';
import { templatesOf } from './templates.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: ['fr'],
  loadLocale: async (): Promise<LocaleModule> => {
    const { french } = await import('./fr.ts');
    return { templates: templatesOf(french) };
  },
});

export function language(): Language {
  return getLocale() === 'fr' ? 'fr' : 'en';
}

/** The page's words and its `lang` change together. */
export async function speak(wanted: Language): Promise<void> {
  await setLocale(wanted);
  document.documentElement.lang = wanted;
}

/** As `Intl` takes it: British dates and a 24-hour clock go with the English words. */
export function locale(): string {
  return language() === 'fr' ? 'fr' : 'en-GB';
}
