/**
 * What two scenarios differ in, setting by setting: path, what the one says, what the other says, each as one would write it in
 * the file. Compared is what was read, so `90s` and `1m30s` are no difference. What each value is (a length, a share, a time of
 * day) is looked up in the JSON Schema of scenarios; it knows no setting by name but those that a comparison sets itself.
 */
import { clockText, dateText, lengthText, pathText, scenarioJsonSchema } from '../engine/index.ts';
import type { Scenario } from '../engine/index.ts';
import type { Schema } from './explain/settings.ts';

export interface SettingChange {
  readonly path: string;
  /** As one would write it; null: not said. */
  readonly baseline: string | null;
  readonly candidate: string | null;
  /** What holds where it is not said, if that is one value. */
  readonly standard: string | null;
}

/** Both sides have the seed and the number of days of the first, and what they are called changes nothing. */
const NOT_COMPARED = new Set(['name', 'description', 'seed', 'days.count', 'expect', 'version']);

type Step = string | number;
type Plain = string | number | boolean | null | undefined | readonly Plain[] | PlainMap;
interface PlainMap {
  readonly [key: string]: Plain;
}

export function settingsDiff(baseline: Scenario, candidate: Scenario): SettingChange[] {
  const changes: SettingChange[] = [];
  const visit = (one: Plain, other: Plain, path: readonly Step[]): void => {
    if (NOT_COMPARED.has(path.join('.')) || same(one, other)) return;
    const steps = stepsBetween(one, other);
    if (steps === null) changes.push(changeAt(path, one, other));
    else for (const step of steps) visit(childOf(one, step), childOf(other, step), [...path, step]);
  };
  visit(baseline as Plain, candidate as Plain, []);
  return changes;
}

/** Where to look for what differs; null: here. A law, or a list of another length, is changed as a whole. */
function stepsBetween(one: Plain, other: Plain): readonly Step[] | null {
  if (isMap(one) && isMap(other))
    return isLaw(one) || isLaw(other) ? null : [...new Set([...Object.keys(one), ...Object.keys(other)])];
  if (isList(one) && isList(other) && one.length === other.length && [...one, ...other].every(isMap))
    return one.map((_, at) => at);
  // A part that only one of the two has is told setting by setting: "queues.vip" alone says little.
  const alone = one === undefined ? other : other === undefined ? one : undefined;
  if (isMap(alone) && !isLaw(alone) && Object.keys(alone).length > 0) return Object.keys(alone);
  return null;
}

function changeAt(path: readonly Step[], one: Plain, other: Plain): SettingChange {
  // `patience.law` is how it was read; nobody writes it.
  const shown = path.at(-1) === 'law' ? path.slice(0, -1) : path;
  const schemas = schemasAt(path);
  const standard = schemas.map((each) => each.default).find((each) => each !== undefined);
  const text = (value: Plain): string | null => (value === undefined ? null : written(value, schemas));
  return {
    path: pathText(shown),
    baseline: text(one),
    candidate: text(other),
    standard:
      standard === undefined ? null : typeof standard === 'string' ? standard : JSON.stringify(standard),
  };
}

// ---------------------------------------------------------------- values

/** Longer lists are counted. */
const LISTED = 12;

function written(value: Plain, schemas: readonly Schema[]): string {
  if (typeof value === 'number') return numberText(value, kindOf(schemas));
  if (isList(value)) {
    const items = schemas.flatMap(({ items }) => (items === undefined ? [] : variants(items)));
    const told = value.slice(0, LISTED).map((each) => written(each, items));
    return `[${[...told, ...(value.length > LISTED ? [`… ${value.length} in all`] : [])].join(', ')}]`;
  }
  if (!isMap(value)) return String(value);
  if (isLaw(value)) return lawText(value);
  return `{ ${Object.entries(value)
    .map(
      ([key, each]) =>
        `${key}: ${written(
          each,
          schemas.flatMap((schema) => childSchemas(schema, key)),
        )}`,
    )
    .join(', ')} }`;
}

function kindOf(schemas: readonly Schema[]): string | undefined {
  return schemas.map((schema) => schema['x-kind']).find((kind) => kind !== undefined);
}

function numberText(value: number, kind: string | undefined): string {
  switch (kind) {
    case 'length':
      return lengthText(value);
    case 'clock':
      return clockText(value);
    case 'date':
      return dateText(value);
    case 'share':
      return `${clean(100 * value)}%`;
    case 'percent':
      return `${clean(value)}%`;
    default:
      return value === Infinity ? 'unlimited' : String(clean(value));
  }
}

/** 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Of a law of chance what is no length: shapes, weights, cv. */
const BARE = new Set(['shape', 'cv', 'weight', 'weights', 'p']);

/** `exponential { mean: 3m }`; a constant is its length. A day factor has no unit, and its mean is 1. */
function lawText(law: PlainMap): string {
  const { law: kind, ...rest } = law;
  const name = typeof kind === 'string' ? kind : '';
  const isFactor = rest['mean'] === 1;
  const part = (key: string, value: Plain): string => {
    if (typeof value !== 'number') return written(value, []);
    return BARE.has(key) || isFactor ? String(clean(value)) : lengthText(value);
  };
  if (name === 'constant' && typeof rest['value'] === 'number') return part('value', rest['value']);
  const parts = Object.entries(rest).filter(([key]) => !(isFactor && key === 'mean'));
  return `${name} { ${parts.map(([key, value]) => `${key}: ${part(key, value)}`).join(', ')} }`;
}

// ---------------------------------------------------------------- the schema

let root: Schema | undefined;

/** What the schema says of the value at a path: several, where it may be written in several ways. */
function schemasAt(path: readonly Step[]): readonly Schema[] {
  root ??= scenarioJsonSchema() as Schema;
  return path.reduce<readonly Schema[]>(
    (schemas, step) => schemas.flatMap((schema) => childSchemas(schema, step)),
    [root],
  );
}

function childSchemas(schema: Schema, step: Step): readonly Schema[] {
  if (typeof step === 'number') return schema.items === undefined ? [] : variants(schema.items);
  const { properties, additionalProperties } = schema;
  const own = properties !== undefined && Object.hasOwn(properties, step) ? properties[step] : undefined;
  if (own !== undefined) return variants(own);
  return typeof additionalProperties === 'object' ? variants(additionalProperties) : [];
}

function variants(schema: Schema): readonly Schema[] {
  return schema.anyOf === undefined ? [schema] : [schema, ...schema.anyOf.flatMap(variants)];
}

// ---------------------------------------------------------------- plain data

function isMap(value: Plain): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isLaw(value: Plain): boolean {
  return isMap(value) && typeof value['law'] === 'string';
}

function childOf(value: Plain, step: Step): Plain {
  if (isList(value)) return typeof step === 'number' ? value[step] : undefined;
  return isMap(value) && Object.hasOwn(value, step) ? value[String(step)] : undefined;
}

/** As JSON, but for an endless length, which JSON would make null. */
function same(one: Plain, other: Plain): boolean {
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((each, at) => same(each, other[at]));
  if (!isMap(one) || !isMap(other)) return Object.is(one, other);
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => same(one[key], other[key]));
}
