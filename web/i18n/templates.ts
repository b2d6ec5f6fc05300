/**
 * A dictionary `'Day {0} of {1}': 'Jour {0} sur {1}'` as @lit/localize takes it: by the ID it makes of the source. The translation may
 * have the places in another order. It knows no language.
 */
import { generateMsgId } from '@lit/localize/internal/id-generation.js';

export type Dictionary = Readonly<Record<string, string>>;

/** A sentence with places for values, as @lit/localize has it inside. */
export interface Template {
  readonly strTag: true;
  readonly strings: readonly string[];
  readonly values: readonly number[];
}

const PLACE = /\{(\d+)\}/;

export function templatesOf(dictionary: Dictionary): Record<string, never> {
  const entries = Object.entries(dictionary).map(([source, target]) => [idOf(source), templateOf(target)]);
  // The library's own type names the classes of its tags; what it reads is this.
  return Object.fromEntries(entries) as Record<string, never>;
}

/** The places of a source are numbered from left to right, so they need not be read. */
function idOf(source: string): string {
  const strings = source.split(/\{\d+\}/);
  return generateMsgId(strings.length === 1 ? source : strings, false);
}

function templateOf(target: string): string | Template {
  const parts = target.split(PLACE);
  if (parts.length === 1) return target;
  const strings = parts.filter((_, at) => at % 2 === 0);
  const values = parts.filter((_, at) => at % 2 === 1).map(Number);
  return { strTag: true, strings, values };
}
