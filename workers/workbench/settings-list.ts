/**
 * The changes on top of a scenario's text, as `--set` takes them: what a threshold and a number are as text, and back, and a list that
 * holds one change for each path. Pure text: it knows no scenario, and pulls neither the schema nor a YAML reader into the page.
 */
import type { Threshold } from '../../engine/index.ts';

export type ThresholdKind = Threshold['kind'];

/**
 * `queues.support.callback.offerFirst=15s`. A number is in the unit of thresholds: seconds, a share of 1; a text is one of their words
 * (`unlimited`, `never`, `off`).
 */
export function formatSetting(path: string, value: number | string, kind: ThresholdKind): string {
  return `${path}=${typeof value === 'string' ? value : valueText(value, kind)}`;
}

/** A number as a scenario says it: `90s`, `4m10s`, `80%`, `1.15`. */
export function valueText(value: number, kind: ThresholdKind): string {
  switch (kind) {
    case 'length':
      return lengthText(value);
    case 'share':
      // Twelve digits: 100 times 0.07 is 7.000000000000001.
      return `${plain(Number((100 * value).toPrecision(12)))}%`;
    default:
      return plain(value);
  }
}

/** The inverse of `valueText`: a number, a word as it stands, or undefined for what is written in a way of its own. */
export function readValue(text: string, kind: ThresholdKind): number | string | undefined {
  const written = text.trim();
  if (/^[a-z]+$/i.test(written)) return written;
  const bare = /^-?\d+(?:\.\d+)?$/.test(written) ? Number(written) : undefined;
  if (kind === 'share')
    return /^-?\d+(?:\.\d+)?%$/.test(written) ? Number(`${written.slice(0, -1)}e-2`) : bare;
  // A bare length counts seconds.
  return kind === 'length' ? (bare ?? lengthOf(written)) : bare;
}

// ---------------------------------------------------------------- lists of changes

export interface Change {
  readonly path: string;
  /** What stands behind the equals sign. */
  readonly value: string;
}

/** The two halves of a change; a quoted step of the path may hold an equals sign. */
export function readSetting(setting: string): Change | undefined {
  const [, path, value] = /^((?:"(?:[^"\\]|\\.)*"|[^="])+)=(.*)$/s.exec(setting) ?? [];
  return path === undefined || value === undefined ? undefined : { path: path.trim(), value: value.trim() };
}

/** Whether two paths lead to one place: `overflow.0.when` is `overflow[0].when`, `shifts."late"` is `shifts["late"]`. */
export function isSamePath(one: string, other: string): boolean {
  if (one === other) return true;
  const steps = stepsOf(other);
  const mine = stepsOf(one);
  return mine.length === steps.length && mine.every((step, at) => step === steps[at]);
}

/** The value a list gives to a path, as written; null: the list does not change it. */
export function settingOf(set: readonly string[], path: string): string | null {
  const found = set.findLast((setting) => isSamePath(readSetting(setting)?.path ?? '', path));
  return found === undefined ? null : (readSetting(found)?.value ?? null);
}

/** With this change in place of that of the same path, else at the end. */
export function withSetting(set: readonly string[], setting: string): readonly string[] {
  const path = readSetting(setting)?.path ?? '';
  const at = set.findIndex((other) => isSamePath(readSetting(other)?.path ?? '', path));
  return at < 0
    ? [...set, setting]
    : [...set.slice(0, at), setting, ...withoutSetting(set.slice(at + 1), path)];
}

/** Without what it says of this path. */
export function withoutSetting(set: readonly string[], path: string): readonly string[] {
  return set.filter((setting) => !isSamePath(readSetting(setting)?.path ?? '', path));
}

/** As the engine takes a path apart. */
function stepsOf(path: string): string[] {
  return [...path.matchAll(/"((?:[^"\\]|\\.)*)"|([^.[\]"\s]+)/g)].map(
    (step) => step[2] ?? (step[1] ?? '').replace(/\\(.)/g, '$1'),
  );
}

// ---------------------------------------------------------------- lengths

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** Below two minutes in seconds, as people speak of waits; else by the largest units: `4m10s`, `3h`, `7d`. Whole milliseconds. */
function lengthText(seconds: number): string {
  let rest = Math.round(1000 * seconds);
  if (rest === 0) return '0s';
  if (rest < 120_000 && rest % 1000 === 0) return `${rest / 1000}s`;
  let text = '';
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text;
}

const lengthPattern = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

function lengthOf(text: string): number | undefined {
  const parts = text === '' ? null : lengthPattern.exec(text);
  if (!parts) return undefined;
  const millis = units.reduce((sum, [, size], at) => sum + Number(parts[at + 1] ?? 0) * size, 0);
  return millis / 1000;
}

/** Without an exponent, which a share does not take. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}
