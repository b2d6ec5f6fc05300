/**
 * The reference of the scenario file, made from its JSON Schema: a section for each map, a row for each key.
 * Maps that are alike (the callback settings of a queue and of a profile) are described once, where the path
 * to them is shortest. It knows JSON Schema as our own schema uses it, and no option by name.
 */
import { scenarioJsonSchema } from '../../engine/config/json-schema.ts';
import { rangeOf } from '../../reports/explain/settings.ts';
import type { Schema } from '../../reports/explain/settings.ts';
import { code, document, generatedFrom, linked, table } from './markdown.ts';
import type { Page } from './markdown.ts';

const path = 'reference/scenario.md';

/** A map with keys of its own, and how one gets there: `queues.NAME.overflow[]`. */
interface Found {
  readonly steps: readonly string[];
  readonly schema: Schema;
}

interface Section extends Found {
  readonly anchor: string;
}

type Sections = ReadonlyMap<string, Section>;

export function scenarioPage(): Page {
  const root = scenarioJsonSchema() as Schema;
  const sections = sectionsOf(root);
  return {
    path,
    text: document([
      generatedFrom('the schema in engine/config/scenario.ts'),
      '# The scenario file',
      'A scenario is YAML (or JSON). Every key there is stands below, with what it may be and what holds when it is left out. `tandem schema` prints the same as a JSON Schema, which lets an editor complete and check the file; [the library](../library/README.md) has scenarios to start from, and [the how-to pages](../README.md#how-to) show what is often asked. `tandem explain offerFirst` says the same of one key.',
      ...howToWrite(),
      ...[...sections.values()].flatMap((section) => sectionBlocks(section, sections)),
    ]),
  };
}

function howToWrite(): string[] {
  return [
    '## How values are written',
    [
      '- A *length* of time: `30s`, `4m10s`, `8h30`, `7d`; a bare number counts seconds.',
      '- A *clock time*: `08:00`; a *date*: `2026-01-05`.',
      '- A *share*: `80%` or `0.8`. A *percent*: `60%` or `60`.',
      '- A *name* is one that you give, or that refers to what you named so elsewhere.',
      '- `NAME` in a path is a name you give; `[]` is each entry of a list.',
      '- What is *required* has no default. Where neither is said, leaving the key out means: without it.',
    ].join('\n'),
  ];
}

function sectionBlocks({ steps, schema, anchor }: Section, sections: Sections): string[] {
  const depth = steps.length === 0 ? 2 : steps.filter((step) => step !== 'NAME').length + 1;
  const title = steps.length === 0 ? 'The file' : code(pathText(steps));
  const rows = Object.entries(schema.properties ?? {}).map(([key, value]) => {
    const isRequired = schema.required?.includes(key) === true;
    return [
      code(key),
      kindOf(value, sections),
      isRequired ? 'required' : defaultOf(value),
      linked(value.description ?? '', path),
    ];
  });
  return [
    `<a id="${anchor}"></a>\n\n${'#'.repeat(Math.min(depth, 4))} ${title}`,
    linked(steps.length === 0 ? '' : (schema.description ?? ''), path),
    table(['Key', 'Value', 'Default', 'Meaning'], rows),
  ];
}

/** All maps worth a section, each at its shortest path, in the order of the file. */
function sectionsOf(root: Schema): Sections {
  const found = new Map<string, Found>();
  const visit = (schema: Schema, steps: readonly string[]): void => {
    const known = found.get(identity(schema));
    if (isSection(schema) && (known === undefined || steps.length < known.steps.length)) {
      found.delete(identity(schema)); // a shorter path also means its place in the order
      found.set(identity(schema), { steps, schema });
    }
    for (const [key, value] of Object.entries(schema.properties ?? {})) visit(value, [...steps, key]);
    if (typeof schema.additionalProperties === 'object')
      visit(schema.additionalProperties, [...steps, 'NAME']);
    if (schema.items !== undefined) visit(schema.items, [...steps, '[]']);
    for (const variant of schema.anyOf ?? []) visit(variant, steps);
  };
  visit(root, []);
  for (const [name, schema] of Object.entries(root.$defs ?? {})) visit(schema, [definitionName(name, root)]);
  return withAnchors(inOrder([...found.entries()], Object.keys(root.properties ?? {})));
}

/** The file, then its keys as the schema lists them, then the definitions; inside one as found. */
function inOrder(found: readonly [string, Found][], keys: readonly string[]): readonly [string, Found][] {
  const place = ({ steps: [first] }: Found) => {
    if (first === undefined) return -1;
    return keys.includes(first) ? keys.indexOf(first) : keys.length;
  };
  return found.toSorted(([, a], [, b]) => place(a) - place(b));
}

/** Two ways to write one value share a path and differ in their anchor. */
function withAnchors(found: readonly [string, Found][]): Sections {
  const taken = new Map<string, number>();
  return new Map(
    found.map(([key, section]) => {
      const slug = ['file', ...section.steps].slice(section.steps.length === 0 ? 0 : 1).join('-');
      const anchor = slug.toLowerCase().replaceAll('[]', 'each');
      const times = (taken.get(anchor) ?? 0) + 1;
      taken.set(anchor, times);
      return [key, { ...section, anchor: times === 1 ? anchor : `${anchor}-${times}` }];
    }),
  );
}

/** Two or three plain values read better on one line: `{ from: clock, to: clock }`. */
function isSection(schema: Schema): boolean {
  const values = Object.values(schema.properties ?? {});
  const isSmall =
    values.length <= 4 && values.every((value) => isLeaf(value) && value.description === undefined);
  return values.length > 0 && !isSmall;
}

function isLeaf(schema: Schema): boolean {
  const { properties, items, additionalProperties, anyOf = [] } = schema;
  return (
    properties === undefined &&
    items === undefined &&
    typeof additionalProperties !== 'object' &&
    anyOf.every(isLeaf)
  );
}

function kindOf(schema: Schema, sections: Sections): string {
  const { anyOf, items, additionalProperties, properties } = schema;
  if (schema.$ref !== undefined) return '[law](#law)';
  if (anyOf !== undefined)
    return [...new Set(anyOf.map((variant) => kindOf(variant, sections)))].join(', or ');
  if (items !== undefined)
    return `list of ${items.anyOf === undefined ? kindOf(items, sections) : `(${kindOf(items, sections)})`}`;
  if (typeof additionalProperties === 'object') return `by name: ${kindOf(additionalProperties, sections)}`;
  if (properties === undefined) return leafKind(schema);
  const section = sections.get(identity(schema));
  if (section !== undefined) return `[${code(pathText(section.steps))}](#${section.anchor})`;
  return inlineMap(properties);
}

/** Without the limits of its lengths, which would bury the keys. */
function inlineMap(properties: Readonly<Record<string, Schema>>): string {
  const pairs = Object.entries(properties).map(([key, value]) => {
    const variants = value.anyOf ?? [value];
    const kinds = variants.map(({ 'x-range': _range, ...variant }) =>
      variant.$ref === undefined ? leafKind(variant) : 'law',
    );
    return `${key}: ${[...new Set(kinds)].join(' or ').replaceAll('`', '')}`;
  });
  return code(`{ ${pairs.join(', ')} }`);
}

/** Kinds of text, in the words of the page's head. */
const kindWords: Readonly<Record<string, string>> = {
  length: 'length',
  clock: 'clock time',
  date: 'date',
  share: 'share',
  percent: 'percent',
  name: 'name',
  telephone: 'telephone number',
};

function leafKind(schema: Schema): string {
  const { type, format } = schema;
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum !== undefined) return schema.enum.map(code).join(', ');
  if (type === 'boolean') return '`true`, `false`';
  const range = rangeOf(schema);
  const word =
    format ??
    kindWords[schema['x-kind'] ?? ''] ??
    { integer: 'whole number', number: 'number', string: 'text' }[String(type)] ??
    'text or number';
  return range === '' ? word : `${word} (${range})`;
}

function defaultOf({ default: standard }: Schema): string {
  if (standard === undefined) return '';
  return code(typeof standard === 'string' ? standard : JSON.stringify(standard));
}

/** Alike but for their own words. */
function identity(schema: Schema): string {
  return JSON.stringify({ ...schema, description: undefined, default: undefined });
}

/** zod numbers a definition that bears no name; there is one, the laws of chance. */
function definitionName(name: string, root: Schema): string {
  if (!name.startsWith('__')) return name;
  if (Object.keys(root.$defs ?? {}).length > 1)
    throw new Error('Name the definitions of the schema (.meta id).');
  return 'law';
}

function pathText(steps: readonly string[]): string {
  return steps.join('.').replaceAll('.[]', '[]');
}
