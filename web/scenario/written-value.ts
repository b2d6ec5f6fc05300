/** Values of a form as YAML and back: what was entered as it is written, what is written as one line. It knows no form. */
import type { FieldKind } from './form-model.ts';
import { quoted } from './yaml-edit.ts';

/** What the text of a field means as YAML: words are quoted where they must be, the rest is taken as it is. */
export function yamlOf(kind: FieldKind, entered: string): string {
  return kind === 'text' || kind === 'choice' ? quoted(entered) : entered.trim();
}

/** A value on one line, as it would be written. */
export function writtenText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map((each) => inside(each)).join(', ')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(([key, each]) => `${quoted(key)}: ${inside(each)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return String(value as number | boolean);
}

function inside(value: unknown): string {
  return typeof value === 'string' ? quoted(value) : writtenText(value);
}
