/**
 * What the settings of a scenario mean, in the language of the page. The English is the schema's own; the French is a dictionary by it,
 * fetched when it is wanted. What has no French is said in English.
 */
import { language } from '../i18n/language.ts';

let french: Readonly<Record<string, string>> = {};

/** To be awaited before descriptions are shown in French. */
export async function loadDescriptions(): Promise<void> {
  if (language() === 'fr') french = (await import('../i18n/fr-schema.ts')).frenchSchema;
}

export function describe(description: string): string {
  return language() === 'fr' ? (french[description] ?? description) : description;
}
