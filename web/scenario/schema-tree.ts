/**
 * The JSON Schema of a scenario as something to walk through: what may stand at a path, with its words, values and ranges. Where the
 * schema leaves a choice (`anyOf`), all alternatives are kept, for a text being written may still become any of them. It knows no
 * scenario and no screen.
 */

/** What of JSON Schema the scenario's schema uses. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number | boolean;
  readonly description?: string;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly 'x-kind'?: string;
  readonly 'x-range'?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

/** A key of a map, or a place in a list. */
export type Step = string | number;
export type Path = readonly Step[];

export interface Property {
  readonly key: string;
  readonly node: SchemaNode;
  readonly isRequired: boolean;
}

export class SchemaTree {
  readonly root: SchemaNode;

  constructor(schema: Readonly<Record<string, unknown>>) {
    this.root = schema;
  }

  /** The alternatives of a node, references followed, none nested in another. */
  alternatives(node: SchemaNode): readonly SchemaNode[] {
    const { $ref, ...own } = node;
    const meant = $ref === undefined ? own : { ...this.root.$defs?.[$ref.slice('#/$defs/'.length)], ...own };
    return meant.anyOf === undefined ? [meant] : meant.anyOf.flatMap((each) => this.alternatives(each));
  }

  /** The node at the path with its own words; undefined: nothing may stand there. */
  at(path: Path): SchemaNode | undefined {
    let node: SchemaNode | undefined = this.root;
    for (const step of path) {
      if (node === undefined) return undefined;
      node = this.child(node, step);
    }
    return node;
  }

  child(node: SchemaNode, step: Step): SchemaNode | undefined {
    const found = this.alternatives(node).flatMap((each) => childOf(each, step) ?? []);
    return found.length <= 1 ? found[0] : { anyOf: found, ...wordsOf(found) };
  }

  /** The keys a map at this node may have, in the schema's order. */
  properties(node: SchemaNode): readonly Property[] {
    const seen = new Set<string>();
    return this.alternatives(node).flatMap(({ properties = {}, required = [] }) =>
      Object.entries(properties).flatMap(([key, child]) => {
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ key, node: child, isRequired: required.includes(key) }];
      }),
    );
  }

  /** What each value is when the keys are names of the user's own: `queues`, `agents`; undefined: they are not. */
  namedNode(node: SchemaNode): SchemaNode | undefined {
    for (const { additionalProperties } of this.alternatives(node)) {
      if (typeof additionalProperties === 'object') return additionalProperties;
    }
    return undefined;
  }

  itemNode(node: SchemaNode): SchemaNode | undefined {
    return this.alternatives(node).find(({ items }) => items !== undefined)?.items;
  }

  /** Words that may stand there, as they are written. */
  choices(node: SchemaNode): readonly string[] {
    const words = this.alternatives(node).flatMap((each) => {
      if (each.enum !== undefined) return each.enum.map(String);
      if (each.const !== undefined) return [String(each.const)];
      if (each.type === 'boolean') return ['true', 'false'];
      // "30s to 1h, or never"
      const word = /, or (\w+)$/.exec(each['x-range'] ?? '')?.[1];
      return word === undefined ? [] : [word];
    });
    return [...new Set(words)];
  }

  /** "30s to 1h, or never", "0 to 100", "at least 1"; null: any. */
  range(node: SchemaNode): string | null {
    for (const each of this.alternatives(node)) {
      if (each['x-range'] !== undefined) return each['x-range'];
      const { minimum = each.exclusiveMinimum, maximum } = each;
      // The widest numbers of JSON are no range to tell anybody.
      const isBounded = maximum !== undefined && maximum < 1e12;
      if (minimum !== undefined && isBounded) return `${minimum} to ${maximum}`;
      if (minimum !== undefined) return `≥ ${minimum}`;
    }
    return null;
  }
}

function childOf(node: SchemaNode, step: Step): SchemaNode | undefined {
  if (typeof step === 'number') return node.items;
  const own = node.properties?.[step];
  if (own !== undefined) return own;
  return typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
}

function wordsOf(nodes: readonly SchemaNode[]): SchemaNode {
  const described = nodes.find(({ description }) => description !== undefined);
  return described?.description === undefined ? {} : { description: described.description };
}
