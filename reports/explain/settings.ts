/**
 * The settings of a scenario file as a list: where each may stand, what it may be, what holds without it and what it means,
 * all from the JSON Schema. What is said alike in several places (the callback settings of a queue and of a profile) is one
 * setting with several paths. It knows JSON Schema as our own schema uses it, and no setting by name.
 */
import { scenarioJsonSchema } from '../../engine/index.ts';

export interface Setting {
  /** The last step of its paths. */
  readonly key: string;
  /** `queues.NAME.callback.offerFirst`; NAME is a name one gives, [] each entry of a list. */
  readonly paths: readonly string[];
  readonly meaning: string;
  /** `length (0s to 10m)`. */
  readonly value: string;
  /** As one would write it; null: none, or it must be said. */
  readonly standard: string | null;
  readonly isRequired: boolean;
}

/** What of JSON Schema occurs here; `x-kind` says what a text is read as, `x-range` between which limits. */
/** What of JSON Schema occurs in that of scenarios; `format`, `x-kind` and `x-range` say what a text is read as. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: string | number | boolean;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly 'x-kind'?: string;
  readonly 'x-range'?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** All of them, in the order of the file. */
export function settingsOfScenario(): readonly Setting[] {
  known ??= readSchema();
  return known;
}

/** The schema takes a moment, and stays what it is. */
let known: readonly Setting[] | undefined;

function readSchema(): readonly Setting[] {
  const root = scenarioJsonSchema() as Schema;
  const found = new Map<string, Setting & { readonly paths: string[] }>();
  const visit = (schema: Schema, steps: readonly string[]): void => {
    for (const [key, child] of Object.entries(schema.properties ?? {})) {
      const path = pathText([...steps, key]);
      const setting = settingOf(key, child, schema.required?.includes(key) === true);
      const identity = JSON.stringify(setting);
      const same = found.get(identity) ?? { ...setting, paths: [] };
      if (!same.paths.includes(path)) same.paths.push(path);
      found.set(identity, same);
      visit(child, [...steps, key]);
    }
    if (typeof schema.additionalProperties === 'object')
      visit(schema.additionalProperties, [...steps, 'NAME']);
    if (schema.items !== undefined) visit(schema.items, [...steps, '[]']);
    for (const variant of schema.anyOf ?? []) visit(variant, steps);
  };
  visit(root, []);
  // What chance may look like is defined once, and referred to where a law is asked.
  for (const schema of Object.values(root.$defs ?? {})) visit(schema, [LAW]);
  return [...found.values()];
}

const LAW = 'LAW';

function settingOf(key: string, schema: Schema, isRequired: boolean): Omit<Setting, 'paths'> {
  const { default: standard, description = '' } = schema;
  return {
    key,
    meaning: description,
    value: valueOf(schema),
    standard: standard === undefined ? null : written(standard),
    isRequired,
  };
}

function written(standard: unknown): string {
  return typeof standard === 'string' ? standard : JSON.stringify(standard);
}

function valueOf(schema: Schema): string {
  const { $ref, anyOf, items, additionalProperties, properties } = schema;
  if ($ref !== undefined) return 'a law of chance';
  if (anyOf !== undefined) return [...new Set(anyOf.map(valueOf))].join(', or ');
  if (items !== undefined)
    return `list of ${items.anyOf === undefined ? valueOf(items) : `(${valueOf(items)})`}`;
  if (typeof additionalProperties === 'object') return `by name: ${valueOf(additionalProperties)}`;
  if (properties !== undefined) return `{ ${Object.keys(properties).join(', ')} }`;
  return plainValue(schema);
}

function plainValue(schema: Schema): string {
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum !== undefined) return schema.enum.join(', ');
  if (schema.type === 'boolean') return 'true, false';
  const words = { integer: 'whole number', number: 'number', string: 'text' };
  const kind = schema['x-kind'] ?? words[String(schema.type) as keyof typeof words] ?? 'text or number';
  const range = rangeOf(schema);
  return range === '' ? kind : `${kind} (${range})`;
}

/** `0 to 100`, `above 0`, or what the schema says itself; empty: no limit. */
export function rangeOf(schema: Schema): string {
  if (schema['x-range'] !== undefined) return schema['x-range'];
  const { minimum, exclusiveMinimum } = schema;
  // What lies beyond is no limit that anybody could meet.
  const maximum = (schema.maximum ?? Infinity) < 1e15 ? schema.maximum : undefined;
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  const parts = [
    exclusiveMinimum === undefined ? '' : `above ${exclusiveMinimum}`,
    minimum === undefined ? '' : `at least ${minimum}`,
    maximum === undefined ? '' : `at most ${maximum}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function pathText(steps: readonly string[]): string {
  return steps.join('.').replaceAll('.[]', '[]');
}

/** Whether a path of somebody's scenario, or the end of one, leads to this setting: `queues.support.callback.offerFirst`. */
export function leadsTo(setting: Setting, path: string): boolean {
  const asked = stepsOf(path.toLowerCase());
  return setting.paths.some((known) => {
    const steps = stepsOf(known).slice(-asked.length);
    return (
      steps.length === asked.length &&
      steps.every((step, at) => step === 'NAME' || step.toLowerCase() === asked[at])
    );
  });
}

function stepsOf(path: string): string[] {
  return path.replaceAll(/\[\d*\]/g, '').split('.');
}
