/** What the forms ask for: they change nothing themselves. */
import type { Path } from './schema-tree.ts';

export interface SettingEvents {
  /** A value as YAML. */
  readonly 'setting-changed': { readonly path: Path; readonly value: string };
  readonly 'setting-removed': { readonly path: Path };
  readonly 'thing-renamed': { readonly path: Path; readonly name: string };
  /** The field has the focus. */
  readonly 'setting-chosen': { readonly path: Path };
}

export function tell<Name extends keyof SettingEvents>(
  from: EventTarget,
  name: Name,
  detail: SettingEvents[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** As problems name it: `queues."late desk".overflow[0].when`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    const plain = /^[^\s."=[\]]+$/.test(step) ? step : JSON.stringify(step);
    return text === '' ? plain : `${text}.${plain}`;
  }, '');
}
