/**
 * The small parts scenario options are made of: a length, a share, a clock time, a whole number, a name, each a
 * zod schema that checks its range and reads the text. A message that begins with `@` is no sentence but the kind
 * of value asked (config/issues.ts); findings of ours travel in `params` of a custom issue.
 */
import { z } from 'zod';
import {
  clockText,
  lengthText,
  parseClock,
  parseDate,
  parseLength,
  parsePercent,
  parseShare,
} from './lengths.ts';
import type { ProblemCode, ProblemParameters } from './problems.ts';

/** Kinds of value, as `expected` of E-TYPE and E-FORMAT. */
export type Expected =
  | 'length'
  | 'clock'
  | 'share'
  | 'percent'
  | 'number'
  | 'whole'
  | 'text'
  | 'name'
  | 'date'
  | 'map'
  | 'list'
  | 'flag'
  | 'law'
  | 'telephone'
  | 'currency';

type Context = z.core.$RefinementCtx;

/** Adds a finding of our own to a zod check. */
export function finding(
  context: Context,
  code: ProblemCode,
  params: ProblemParameters = {},
  path: (string | number)[] = [],
): void {
  context.addIssue({ code: 'custom', message: code, params: { code, ...params }, path });
}

function refuse(context: Context, code: ProblemCode, params: ProblemParameters): never {
  finding(context, code, params);
  return z.NEVER;
}

/** A text or a number; `x-kind` tells the manual which kind, since JSON Schema sees only the text. */
const scalar = (expected: Expected) =>
  z.union([z.string(), z.number()], { error: `@${expected}` }).meta({ 'x-kind': expected });

/** What a number of an option may be, in the unit it is read in (lengths in milliseconds, shares of 1). */
export interface Bounds {
  readonly kind: 'length' | 'share' | 'whole' | 'real';
  readonly min: number;
  readonly max: number;
  /** Words that may stand in place of a number, read as Infinity: `unlimited`, `never`, `off`. */
  readonly words: readonly string[];
}

/** The bounds each schema checks, so that whoever offers a setting (thresholds.ts) need not say them again. */
export const boundsOfSchema = z.registry<Bounds>();

/** A description for the editor and the manual, and whether it may be left out (it may). */
export function option<T extends z.ZodType>(schema: T, description: string, standard?: unknown) {
  const shown = typeof standard === 'number' && standard === Infinity ? 'unlimited' : standard;
  return schema.meta(shown === undefined ? { description } : { description, default: shown }).optional();
}

export interface LengthBounds {
  readonly min?: number;
  readonly max?: number;
  /** A word that means "no end". */
  readonly endless?: 'never' | 'off';
  readonly code?: ProblemCode;
}

export function length(bounds: LengthBounds = {}) {
  const { min = 0, max = 3650 * 86_400_000, endless, code = 'E-RANGE' } = bounds;
  const schema = scalar('length').transform((written, context): number => {
    if (written === endless) return Infinity;
    const range = { value: String(written), min: lengthText(min), max: lengthText(max), unit: 'length' };
    const isNegative = typeof written === 'number' ? written < 0 : /^-\s*\d/.test(written);
    if (isNegative) return refuse(context, code, range);
    const value = parseLength(written);
    if (value === undefined)
      return refuse(context, 'E-FORMAT', { expected: 'length', value: String(written) });
    return value < min || value > max ? refuse(context, code, range) : value;
  });
  // A length may be a text, so JSON Schema cannot check its range; the manual shows it.
  return schema
    .meta({
      'x-range': `${lengthText(min)} to ${lengthText(max)}${endless === undefined ? '' : `, or ${endless}`}`,
    })
    .register(boundsOfSchema, { kind: 'length', min, max, words: endless === undefined ? [] : [endless] });
}

export function clock() {
  return z
    .string({ error: '@clock' })
    .meta({ 'x-kind': 'clock' })
    .transform((written, context): number => {
      return parseClock(written) ?? refuse(context, 'E-FORMAT', { expected: 'clock', value: written });
    });
}

export function share(min = 0, max = 1) {
  const schema = scalar('share').transform((written, context): number => {
    const value = parseShare(written);
    if (value === undefined)
      return refuse(context, 'E-FORMAT', { expected: 'share', value: String(written) });
    const range = { value: String(written), min: `${min * 100}%`, max: `${max * 100}%`, unit: 'share' };
    return value < min || value > max ? refuse(context, 'E-RANGE', range) : value;
  });
  return schema.register(boundsOfSchema, { kind: 'share', min, max, words: [] });
}

/** A percentage from `min` to `max`, 60 and 60% being the same. */
export function percent(min: number, max: number) {
  return scalar('percent').transform((written, context): number => {
    const value = parsePercent(written);
    if (value === undefined) {
      return refuse(context, 'E-FORMAT', { expected: 'percent', value: String(written) });
    }
    const range = { value: String(written), min: `${min}%`, max: `${max}%`, unit: 'percent' };
    return value < min || value > max ? refuse(context, 'E-RANGE', range) : value;
  });
}

export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  /** The lower bound itself is refused. */
  readonly above?: boolean;
  readonly code?: ProblemCode;
}

function inRange(bounds: NumberBounds, isWhole: boolean) {
  const { min, max, above = false, code = 'E-RANGE' } = bounds;
  return (value: number, context: Context): void => {
    const isOutside = value < min || value > max || (above && value === min);
    if (!isOutside && !(isWhole && !Number.isInteger(value))) return;
    finding(context, code, { value, min, max, unit: isWhole ? 'whole' : above ? 'above' : 'number' });
  };
}

/** A whole number, else E-RANGE (as the rule book asks). */
export function whole(min: number, max: number, code?: ProblemCode) {
  const bounds = code === undefined ? { min, max } : { min, max, code };
  return z
    .number({ error: '@whole' })
    .superRefine(inRange(bounds, true))
    .meta({ type: 'integer', minimum: min, maximum: max })
    .register(boundsOfSchema, { kind: 'whole', min, max, words: [] });
}

export function real(bounds: NumberBounds) {
  const { min, max, above = false } = bounds;
  return z
    .number({ error: '@number' })
    .superRefine(inRange(bounds, false))
    .meta(above ? { exclusiveMinimum: min, maximum: max } : { minimum: min, maximum: max })
    .register(boundsOfSchema, { kind: 'real', min, max, words: [] });
}

/** A whole number or `unlimited`. */
export function wholeOrUnlimited(min: number, max: number) {
  return z
    .union([z.literal('unlimited'), whole(min, max)], { error: '@whole' })
    .transform((written) => (written === 'unlimited' ? Infinity : written))
    .register(boundsOfSchema, { kind: 'whole', min, max, words: ['unlimited'] });
}

const longestName = 100;

/** A name given or referred to. A number is taken as the text it was written as. */
export const name = scalar('name').transform((written, context): string => {
  const text = String(written).trim();
  if (text.length > 0 && text.length <= longestName) return text;
  return refuse(context, 'E-RANGE', {
    value: text.slice(0, 20),
    min: '1 character',
    max: `${longestName} characters`,
    unit: 'text',
  });
});

/** Free text of at most so many characters. */
export function text(longest: number) {
  return z.string({ error: '@text' }).superRefine((value, context) => {
    if (value.length <= longest) return;
    finding(context, 'E-RANGE', {
      value: `${value.length} characters`,
      min: '0 characters',
      max: `${longest} characters`,
      unit: 'text',
    });
  });
}

/** Keys of a map of named things. */
export const nameKey = z.string().superRefine((key, context) => {
  if (key.trim() !== '' && key.length <= longestName) return;
  finding(context, 'E-RANGE', {
    value: key.slice(0, 20),
    min: '1 character',
    max: `${longestName} characters`,
    unit: 'text',
  });
});

/** An ISO date as days since 1970-01-01. */
export const date = z
  .string({ error: '@date' })
  .meta({ 'x-kind': 'date' })
  .transform((written, context): number => {
    return parseDate(written) ?? refuse(context, 'E-FORMAT', { expected: 'date', value: written });
  });

/** Telephone numbers are compared by their figures alone. */
export const telephone = scalar('telephone').transform((written, context): string => {
  const figures = String(written).replace(/[\s().\-/]/g, '');
  return /^\+?\d{3,18}$/.test(figures) ? figures : refuse(context, 'E-DIAL', { value: String(written) });
});

/** ISO 4217, not looked up in its list: new currencies come, and nothing is computed with it. */
export const currencyCode = z
  .string({ error: '@currency' })
  .meta({ 'x-kind': 'currency', pattern: '^[A-Z]{3}$' })
  .superRefine((value, context) => {
    if (!/^[A-Z]{3}$/.test(value)) finding(context, 'E-FORMAT', { expected: 'currency', value });
  });

/** A map of named things. */
export function named<T extends z.ZodType>(thing: T) {
  return z.record(nameKey, thing, { error: '@map' });
}

export function map<T extends z.core.$ZodLooseShape>(shape: T) {
  // The keys that would have been right travel with the issue: zod does not say them.
  const keys = Object.keys(shape).join(' ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `@keys ${keys}` : `@map ${keys}`),
  });
}

export function list<T extends z.ZodType>(item: T, least = 0, most = 100_000) {
  return z.array(item, { error: '@list' }).superRefine((items, context) => {
    if (items.length >= least && items.length <= most) return;
    finding(context, 'E-COUNT', { found: items.length, min: least, max: most });
  });
}

export const flag = z.boolean({ error: '@flag' });

/** One of several words. */
export function choice<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words);
}

export const spanText = (from: number, to: number): string => `${clockText(from)}-${clockText(to)}`;
