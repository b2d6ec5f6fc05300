import { expect, test } from 'vitest';
import { scenarioJsonSchema } from './json-schema.ts';

interface Node {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly minimum?: number;
  readonly maximum?: number;
}

const schema = scenarioJsonSchema() as Node;

/** Every option, with its path. */
function* options(node: Node, path = ''): Generator<[string, Node]> {
  for (const [key, option] of Object.entries(node.properties ?? {})) {
    yield [`${path}.${key}`, option];
    yield* options(option, `${path}.${key}`);
  }
  if (typeof node.additionalProperties === 'object') yield* options(node.additionalProperties, `${path}.*`);
  if (node.items) yield* options(node.items, `${path}[]`);
  for (const way of node.anyOf ?? []) yield* options(way, path);
}

test('every option of a scenario is described', () => {
  // The parameters of a law are named as in any textbook, the ends of a range by themselves.
  const plain =
    /\.(from|to|mode|mean|cv|median|p90|shape|scale|weight|of|values|weights|queue|percent|profile|gamma|lognormal)$/;
  const bare = [...options(schema)].filter(
    ([path, option]) => option.description === undefined && !plain.test(path),
  );
  expect(bare.map(([path]) => path)).toEqual([]);
});

test('defaults and ranges are those of the options', () => {
  const queues = schema.properties?.['queues']?.additionalProperties;
  const queue = typeof queues === 'object' ? queues.properties : undefined;
  expect(queue?.['priority']).toMatchObject({ type: 'integer', minimum: 1, maximum: 100, default: 1 });
  expect(queue?.['serviceLevelThreshold']).toMatchObject({ default: '20s', 'x-range': '1s to 1d' });
  expect(schema).toMatchObject({ required: ['queues', 'agents', 'demand'], additionalProperties: false });
});
