/** The language of the page, for numbers and words in charts. One door, so that painters need not know who keeps it. */
import { getLocale as localeOfPage } from '../i18n/locale.ts';

export function getLocale(): string {
  return localeOfPage();
}
