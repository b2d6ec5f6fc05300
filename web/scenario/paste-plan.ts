/**
 * Where pasted rows go in a scenario: the arrivals of a demand or the people of a group, by interval. Says what would be written and what
 * would give way, and makes the text of it. Whether it makes sense is the engine's business.
 */
import { namesOf } from './completion.ts';
import type { PasteColumn, Pasted } from './paste-table.ts';
import type { Path } from './schema-tree.ts';
import { changed, removeAt, setAt } from './yaml-edit.ts';
import { parsed, plainOf, valueAt } from './yaml-place.ts';

export interface PasteTarget {
  readonly id: string;
  readonly kind: 'arrivals' | 'staff';
  readonly name: string;
  /** Of the map the list is written into. */
  readonly path: Path;
}

/** What else the map may say of the same thing. */
const OTHERS = {
  arrivals: ['perHour', 'perDay', 'profile', 'trace', 'every'],
  staff: ['count', 'shifts', 'shift', 'every'],
} as const;

export function pasteTargets(data: unknown): readonly PasteTarget[] {
  return [
    ...namesOf(data, 'demand').map((name) => targetOf('arrivals', name, ['demand', name, 'arrivals'])),
    ...namesOf(data, 'agents').map((name) => targetOf('staff', name, ['agents', name])),
  ];
}

function targetOf(kind: PasteTarget['kind'], name: string, path: Path): PasteTarget {
  return { id: `${kind} ${name}`, kind, name, path };
}

/** For each column the target its name means, else the next one of the kind that is free; null: none is left. */
export function guessedTargets(
  pasted: Pasted,
  targets: readonly PasteTarget[],
  kind: PasteTarget['kind'],
): readonly (PasteTarget | null)[] {
  const left = targets.filter((target) => target.kind === kind);
  const named = pasted.columns.map(({ name }) => takeNamed(left, name));
  return named.map((target) => target ?? left.shift() ?? null);
}

function takeNamed(left: PasteTarget[], name: string): PasteTarget | null {
  const wanted = name.trim().toLowerCase();
  const at = left.findIndex((target) => target.name.toLowerCase() === wanted);
  return at === -1 ? null : (left.splice(at, 1)[0] ?? null);
}

export interface PastePlan {
  /** The text with everything written; null: it cannot be. */
  readonly text: string | null;
  readonly written: readonly PasteWritten[];
  /** Intervals of the day as the scenario has it, by the step of the paste; null: it does not say. */
  readonly expected: number | null;
}

export interface PasteWritten {
  readonly target: PasteTarget;
  readonly count: number;
  readonly sum: number;
  readonly largest: number;
  /** Settings that give way. */
  readonly replaced: readonly string[];
  /** Whole numbers are wanted of people; so many were rounded. */
  readonly rounded: number;
}

export function planOf(text: string, pasted: Pasted, targets: readonly (PasteTarget | null)[]): PastePlan {
  const data = plainOf(parsed(text));
  const step = stepOf(pasted);
  const written: PasteWritten[] = [];
  let next: string | null = text;
  pasted.columns.forEach((column, at) => {
    const target = targets[at] ?? null;
    if (target === null || next === null) return;
    const list = listOf(column, target);
    written.push(writtenOf(data, target, column, list));
    next = writeInto(next, target, list, step);
  });
  return { text: written.length === 0 ? null : next, written, expected: expectedOf(data, step) };
}

function listOf(column: PasteColumn, target: PasteTarget): readonly number[] {
  return column.values.map((value) => (target.kind === 'staff' ? Math.round(value ?? 0) : (value ?? 0)));
}

function writtenOf(
  data: unknown,
  target: PasteTarget,
  column: PasteColumn,
  list: readonly number[],
): PasteWritten {
  const before = valueAt(data, target.path);
  const others: readonly string[] = OTHERS[target.kind];
  const replaced =
    typeof before === 'object' && before !== null
      ? others.filter((key) => key in before && key !== 'every')
      : [];
  return {
    target,
    count: list.length,
    sum: list.reduce((sum, each) => sum + each, 0),
    largest: Math.max(0, ...list),
    replaced: typeof before === 'string' ? [before] : replaced,
    rounded: list.filter((value, at) => value !== (column.values[at] ?? 0)).length,
  };
}

function writeInto(
  text: string,
  target: PasteTarget,
  list: readonly number[],
  step: number | null,
): string | null {
  const key = target.kind === 'arrivals' ? 'perInterval' : 'staff';
  const every = step === null ? [] : [['every', minutesText(step)] as const];
  let next = text;
  // The list comes first: a map must not become empty on the way.
  for (const [name, value] of [[key, `[${list.join(', ')}]`] as const, ...every]) {
    const isWord = typeof valueAt(plainOf(parsed(next)), target.path) === 'string';
    const changes = isWord
      ? setAt(next, target.path, `{ ${name}: ${value} }`)
      : setAt(next, [...target.path, name], value);
    if (changes === null) return null;
    next = changed(next, changes);
  }
  for (const other of OTHERS[target.kind]) {
    if (other === 'every' && step !== null) continue;
    next = changed(next, removeAt(next, [...target.path, other]) ?? []);
  }
  return next;
}

/** Minutes between rows; null: they have no times. */
export function stepOf({ times }: Pasted): number | null {
  const [first, second] = times ?? [];
  if (first === undefined || second === undefined) return null;
  return (second - first + 1440) % 1440;
}

function minutesText(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

function expectedOf(data: unknown, step: number | null): number | null {
  const from = clock(valueAt(data, ['days', 'from'])) ?? 0;
  const until = clock(valueAt(data, ['days', 'to'])) ?? 1440;
  const interval = step ?? lengthOf(valueAt(data, ['days', 'interval'])) ?? 30;
  const span = until <= from ? until + 1440 - from : until - from;
  return interval > 0 && span % interval === 0 ? span / interval : null;
}

function clock(value: unknown): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(typeof value === 'string' ? value : '') ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

function lengthOf(value: unknown): number | null {
  const [, count, unit] = /^(\d+)\s*(m|h)/.exec(typeof value === 'string' ? value : '') ?? [];
  return count === undefined ? null : Number(count) * (unit === 'h' ? 60 : 1);
}
