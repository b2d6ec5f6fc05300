/**
 * The forms of a scenario as plain data: what each section shows, with the words, kinds and standard values of the schema and what the
 * text says. A map becomes a group, a list of maps one group for each, everything else a field. It knows no screen and changes nothing.
 */
import { standardText } from './completion.ts';
import { initialOf, keysIn } from './initial-values.ts';
import { collectionAt, collectionOfKeys } from './names.ts';
import type { Collection } from './names.ts';
import type { Path, SchemaNode, SchemaTree } from './schema-tree.ts';
import { writtenText } from './written-value.ts';
import { valueAt } from './yaml-place.ts';

export type FieldKind =
  'text' | 'number' | 'length' | 'share' | 'clock' | 'date' | 'choice' | 'flag' | 'names' | 'yaml';

export interface FieldModel {
  readonly form: 'field';
  readonly path: Path;
  readonly label: string;
  readonly kind: FieldKind;
  /** As written, or the standard value; empty: neither. */
  readonly value: string;
  readonly isStated: boolean;
  readonly isRequired: boolean;
  readonly standard: string | null;
  readonly range: string | null;
  /** Of a choice and of names; of others words that may stand instead of a number. */
  readonly choices: readonly string[];
  readonly description: string;
}

export interface GroupModel {
  readonly form: 'group';
  readonly path: Path;
  readonly label: string;
  readonly description: string;
  readonly children: readonly (FieldModel | GroupModel)[];
  /** Settings that are not said: "Add setting". */
  readonly open: readonly OpenSetting[];
  /** The keys are the user's own names. */
  readonly isNamed: boolean;
  /** The thing itself has such a name, and can be renamed. */
  readonly hasOwnName: boolean;
  readonly isItem: boolean;
  readonly isRequired: boolean;
  /** Of a group with names: what a new thing begins with. */
  readonly initial: string;
}

export interface OpenSetting {
  readonly path: Path;
  readonly key: string;
  readonly description: string;
  readonly standard: string | null;
  /** What is written when it is added. */
  readonly initial: string;
}

/** `title` is looked up by the screen. */
export type SectionName = 'queues' | 'agents' | 'demand' | 'days' | 'report' | 'whatIf';

/** Every key of the schema belongs to one section; those not named here come with Days. */
export const SECTIONS: Readonly<Record<SectionName, readonly string[]>> = {
  queues: ['queues', 'callbackProfiles', 'workstreams', 'hours', 'numbers', 'routing', 'prompts'],
  agents: ['agents', 'shifts', 'capacityProfiles'],
  demand: ['demand'],
  days: ['days', 'kinds', 'calendar', 'lines', 'sites', 'preset', 'seed', 'version'],
  report: ['report', 'expect'],
  whatIf: ['whatIf'],
};

export interface SectionModel {
  readonly name: SectionName;
  readonly groups: readonly (FieldModel | GroupModel)[];
  readonly open: readonly OpenSetting[];
}

export function sectionOf(schema: SchemaTree, data: unknown, name: SectionName): SectionModel {
  const properties = schema.properties(schema.root).filter(({ key }) => SECTIONS[name].includes(key));
  const said = properties.filter(({ key, isRequired }) => isRequired || valueAt(data, [key]) !== undefined);
  const ordered = SECTIONS[name].flatMap((key) => said.filter((each) => each.key === key));
  return {
    name,
    groups: ordered.map(({ key, node, isRequired }) => modelOf({ schema, data }, [key], node, isRequired)),
    open: properties
      .filter((each) => !said.includes(each))
      .map(({ key, node }) => openOf(schema, data, [key], node)),
  };
}

interface Source {
  readonly schema: SchemaTree;
  readonly data: unknown;
}

function modelOf(source: Source, path: Path, node: SchemaNode, isRequired: boolean): FieldModel | GroupModel {
  const value = valueAt(source.data, path);
  const { schema } = source;
  const named = schema.namedNode(node);
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const isOnlyMap = schema.alternatives(node).every(({ type }) => type === 'object');
  if (isMap || (isOnlyMap && (value === undefined || value === null)))
    return groupOf(source, path, node, named, isRequired);
  const item = schema.itemNode(node);
  const hasMaps = item !== undefined && schema.alternatives(item).some(({ type }) => type === 'object');
  if (Array.isArray(value) && hasMaps && value.some((each) => typeof each === 'object' && each !== null))
    return listOf(source, path, node, item, value.length, isRequired);
  return fieldOf(source, path, node, isRequired);
}

function groupOf(
  source: Source,
  path: Path,
  node: SchemaNode,
  named: SchemaNode | undefined,
  isRequired: boolean,
): GroupModel {
  const { schema, data } = source;
  const value = valueAt(data, path);
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const shape = { ...frameOf(path, node), isRequired, hasOwnName: isNameOfUser(schema, path), isItem: false };
  // Of a choice between several maps, each with one key (laws, conditions), the one that is written counts.
  const properties = schema.properties(node);
  if (properties.length === 0 && named !== undefined) {
    const children = keys.map((key) => modelOf(source, [...path, key], named, false));
    const open = missingNames(source, path, named, keys);
    const initial = initialOf(schema, data, [...path, ''], named);
    return { ...shape, children, open, initial, isNamed: true };
  }
  const said = properties.filter((each) => each.isRequired || keys.includes(each.key));
  const children = said.map((each) => modelOf(source, [...path, each.key], each.node, each.isRequired));
  const isComplete = isOneOf(node, schema) && keys.length > 0;
  const open = isComplete
    ? []
    : properties
        .filter((each) => !said.includes(each))
        .map((each) => openOf(schema, data, [...path, each.key], each.node));
  return { ...shape, children, open, initial: '', isNamed: false };
}

/** Maps of which exactly one key is written: conditions, actions and laws. */
function isOneOf(node: SchemaNode, schema: SchemaTree): boolean {
  const keys = schema.properties(node).map(({ key }) => key);
  return ['exponential', 'waitExceeds', 'transferExternal'].some((key) => keys.includes(key));
}

function listOf(
  source: Source,
  path: Path,
  node: SchemaNode,
  item: SchemaNode,
  count: number,
  isRequired: boolean,
): GroupModel {
  const children = Array.from({ length: count }, (_, at) => {
    const child = modelOf(source, [...path, at], item, false);
    return child.form === 'group' ? { ...child, label: `${at + 1}`, isItem: true } : child;
  });
  return {
    ...frameOf(path, node),
    children,
    open: [openOf(source.schema, source.data, [...path, count], item)],
    isNamed: false,
    hasOwnName: false,
    isItem: false,
    isRequired,
    initial: '',
  };
}

function frameOf(path: Path, node: SchemaNode) {
  return {
    form: 'group' as const,
    path,
    label: String(path.at(-1) ?? ''),
    description: node.description ?? '',
  };
}

/** Names the map could have besides: the queues that no demand asks for, the shifts nobody works. */
function missingNames(
  source: Source,
  path: Path,
  named: SchemaNode,
  keys: readonly string[],
): readonly OpenSetting[] {
  const collection = collectionOfKeys(path);
  if (collection === null) return [];
  return keysIn(source.data, collection)
    .filter((name) => !keys.includes(name))
    .map((name) => openOf(source.schema, source.data, [...path, name], named));
}

function isNameOfUser(schema: SchemaTree, path: Path): boolean {
  const above = schema.at(path.slice(0, -1));
  const last = path.at(-1);
  if (above === undefined || typeof last !== 'string') return false;
  return schema.properties(above).length === 0 && schema.namedNode(above) !== undefined;
}

function fieldOf(source: Source, path: Path, node: SchemaNode, isRequired: boolean): FieldModel {
  const { schema, data } = source;
  const value = valueAt(data, path);
  const isStated = value !== undefined;
  const standard = standardText(node);
  const collection = collectionAt(path);
  return {
    form: 'field',
    path,
    label: String(path.at(-1) ?? ''),
    kind: kindOf(schema, node, collection, value),
    value: isStated ? writtenText(value) : (standard ?? ''),
    isStated,
    isRequired,
    standard,
    range: schema.range(node),
    choices: collection === null ? schema.choices(node) : keysIn(data, collection),
    description: node.description ?? '',
  };
}

function kindOf(
  schema: SchemaTree,
  node: SchemaNode,
  collection: Collection | null,
  value: unknown,
): FieldKind {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return 'yaml';
  const alternatives = schema.alternatives(node);
  const takesList = alternatives.some(({ type }) => type === 'array');
  if (collection !== null && takesList) return 'names';
  if (takesList || Array.isArray(value)) return 'yaml';
  const [first = {}] = alternatives;
  if (alternatives.length === 1 && first.type === 'boolean') return 'flag';
  const areWords = alternatives.every((each) => each.enum !== undefined || each.const !== undefined);
  if (areWords || collection !== null) return 'choice';
  const kinds = alternatives.map((each) => each['x-kind']);
  for (const kind of ['length', 'share', 'clock', 'date'] as const) if (kinds.includes(kind)) return kind;
  const areNumbers = alternatives.some(({ type }) => type === 'integer' || type === 'number');
  if (areNumbers && alternatives.length === 1) return 'number';
  return areNumbers || alternatives.some(({ type }) => type === 'object') ? 'yaml' : 'text';
}

function openOf(schema: SchemaTree, data: unknown, path: Path, node: SchemaNode): OpenSetting {
  return {
    path,
    key: String(path.at(-1) ?? ''),
    description: node.description ?? '',
    standard: standardText(node),
    initial: initialOf(schema, data, path, node),
  };
}
