/**
 * What a sweep varies, as it is written: `queues.support.callback.offerFirst=10s..90s/20s`, `agents.team.count=8,9,10`. Ranges are
 * of lengths, shares or numbers; a list may hold anything that a setting takes. Every slip is a sentence. It knows no setting and
 * reads no scenario.
 */
import { boundOf, lengthText } from '../engine/index.ts';

export type VariedKind = 'length' | 'share' | 'number' | 'text';

export interface VariedValue {
  /** As one would write it in the scenario. */
  readonly text: string;
  /** Seconds, percent or a number; null: a text. */
  readonly value: number | null;
}

export interface Varied {
  readonly path: string;
  readonly kind: VariedKind;
  readonly values: readonly VariedValue[];
}

/** More points than this are a slip of the keyboard, or a sweep to be made coarser first. */
export const mostPoints = 400;

export function variedOf(written: string, problems: string[]): Varied | undefined {
  // A quoted step of the path may hold an equals sign, as in --set.
  const [, path = '', values = ''] = /^((?:"(?:[^"\\]|\\.)*"|[^="])+)=(.*)$/s.exec(written) ?? [];
  if (path.trim() === '' || values.trim() === '') {
    problems.push(`What is varied is written like agents.team.count=8..12, not "${written}".`);
    return undefined;
  }
  const parts = /^(.+?)\.\.([^/]+)(?:\/(.+))?$/.exec(values.trim());
  const found = parts ? rangeOf(written, parts, problems) : listOf(values);
  return found && { path: path.trim(), ...found };
}

type Found = Omit<Varied, 'path'>;

// ---------------------------------------------------------------- ranges

function rangeOf(
  written: string,
  [, first = '', last = '', by]: RegExpExecArray,
  problems: string[],
): Found | undefined {
  const texts = by === undefined ? [first, last] : [first, last, by];
  const parsed = texts.map((text) => quantityOf(text));
  // A bare number has the unit of the others: 10..90s.
  const kind =
    parsed.map((each) => each?.kind).find((each) => each !== undefined && each !== 'number') ?? 'number';
  const values = parsed.map((each) => each && valueIn(kind, each));
  const wrong = texts.filter((_, at) => values[at] === undefined);
  if (wrong.length > 0) {
    const which = wrong.map((text) => `"${text.trim()}"`).join(' and ');
    problems.push(
      `A range goes from one length, share or number to another, like 10s..90s, 70%..90%/5% or 8..12; in "${written}" ${which} ${wrong.length === 1 ? 'does' : 'do'} not fit.`,
    );
    return undefined;
  }
  const [from = 0, to = 0, asked] = values as number[];
  const step = asked ?? stepFor(kind, Math.abs(to - from), Number.isInteger(from) && Number.isInteger(to));
  if (!(step > 0)) {
    problems.push(`The step of a range is more than 0, not "${by}".`);
    return undefined;
  }
  const count = Math.floor(Math.abs(to - from) / step + 1e-9) + 1;
  if (count > mostPoints) {
    problems.push(`"${written}" has ${count} values; ${mostPoints} points are the most. Take a larger step.`);
    return undefined;
  }
  const way = to < from ? -1 : 1;
  const numbers = Array.from({ length: count }, (_, at) => clean(from + way * at * step));
  // A step of ours must not leave the end out; one that was asked for may.
  if (asked === undefined && numbers.at(-1) !== clean(to)) numbers.push(clean(to));
  return { kind, values: numbers.map((value) => ({ text: textOf(kind, value), value })) };
}

interface Quantity {
  readonly kind: Exclude<VariedKind, 'text'>;
  readonly value: number;
}

function quantityOf(written: string): Quantity | undefined {
  const text = written.trim();
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { kind: 'number', value: Number(text) };
  const [, percent] = /^(-?\d+(?:\.\d+)?)\s*%$/.exec(text) ?? [];
  if (percent !== undefined) return { kind: 'share', value: Number(percent) };
  const length = boundOf(text, 'time');
  return length === undefined || length < 0 ? undefined : { kind: 'length', value: length / 1000 };
}

/** A share without % may be a fraction beside one with it; seconds and percent are both numbers of their own kind. */
function valueIn(kind: VariedKind, quantity: Quantity): number | undefined {
  return quantity.kind === kind || quantity.kind === 'number' ? quantity.value : undefined;
}

const LENGTH_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600];
const STEPS_MOST = 10;

/** So that at most ten round steps lead from one end to the other. */
function stepFor(kind: VariedKind, span: number, isWhole: boolean): number {
  if (span === 0) return 1;
  if (kind === 'length') {
    const known = LENGTH_STEPS.find((step) => span <= step * STEPS_MOST);
    if (known !== undefined) return known;
  }
  const power = 10 ** Math.floor(Math.log10(span / STEPS_MOST));
  const step = [1, 2, 5, 10]
    .map((factor) => factor * power)
    .find((each) => span <= each * STEPS_MOST + 1e-12);
  const round = step ?? 10 * power;
  return isWhole ? Math.max(1, round) : clean(round);
}

function textOf(kind: VariedKind, value: number): string {
  if (kind === 'share') return `${value}%`;
  if (kind === 'number') return String(value);
  // A planner says 90 seconds, not a minute and a half.
  return value < 120 ? `${value}s` : lengthText(Math.round(1000 * value));
}

/** 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

// ---------------------------------------------------------------- lists

/** Commas part values, but not within quotes, brackets or braces. */
function listOf(written: string): Found {
  const texts = (written.match(/(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\]|\{.*?\}(?=\s*(?:,|$))|[^,])+/g) ?? [written])
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const quantities = texts.map(quantityOf);
  const kind = quantities[0]?.kind;
  const isAlike = kind !== undefined && quantities.every((each) => each?.kind === kind);
  return {
    kind: isAlike ? kind : 'text',
    values: texts.map((text, at) => ({ text, value: isAlike ? quantities[at]!.value : null })),
  };
}
