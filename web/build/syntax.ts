/**
 * A program's syntax tree, walked: the parser is the bundler's own, so what the checks read is what it builds. It knows no more of the
 * language than the few nodes that the checks ask for.
 */
import { parseAst } from 'vite';

/** A node as far as anybody here looks: its kind, its place and its parts by name. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [part: string]: unknown;
}

export function programOf(code: string, lang: 'js' | 'ts' = 'js'): Node {
  return parseAst(code, { lang }) as unknown as Node;
}

/** Every node, parents before children, in the order of the text. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? (part as readonly unknown[]) : [part]) {
      if (isNode(child)) yield* nodesOf(child);
    }
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
}

/** The text of a literal, of a template without places, or of several added up; undefined: it is known only at run time. */
export function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type === 'TemplateLiteral') {
    const pieces = piecesOf(node);
    return pieces.length === 1 ? pieces[0] : undefined;
  }
  if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return undefined;
  const left = textOf(node['left']);
  const right = textOf(node['right']);
  return left === undefined || right === undefined ? undefined : left + right;
}

/** What stands around the places of a template. */
export function piecesOf(template: Node): readonly string[] {
  const quasis = template['quasis'] as readonly { readonly value: { readonly cooked: string | null } }[];
  return quasis.map(({ value }) => value.cooked ?? '');
}

/** Where a node stands, for a person: "planner/rail.ts:12". */
export function placeOf(file: string, code: string, node: Node): string {
  return `${file}:${code.slice(0, node.start).split('\n').length}`;
}
