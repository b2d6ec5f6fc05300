/**
 * Every sentence that the workbench says: the arguments of `msg('...')` and ``msg(str`...`)``, with {0}, {1} where values stand; and every
 * sentence of a dictionary. It reads programs and refuses to know any language.
 */
import { isNode, nodesOf, piecesOf, placeOf, programOf, textOf } from './syntax.ts';
import type { Node } from './syntax.ts';

export interface Sentence {
  readonly source: string;
  /** "planner/rail.ts:12". */
  readonly place: string;
}

export interface Translation extends Sentence {
  readonly target: string;
}

export interface Reading<Found> {
  readonly found: readonly Found[];
  /** What cannot be read, as sentences. */
  readonly problems: readonly string[];
}

export function sentencesOf(file: string, code: string): Reading<Sentence> {
  const found: Sentence[] = [];
  const problems: string[] = [];
  for (const node of nodesOf(programOf(code, 'ts'))) {
    if (node.type !== 'CallExpression' || nameOf(node['callee']) !== 'msg') continue;
    const place = placeOf(file, code, node);
    const [argument] = node['arguments'] as readonly unknown[];
    const source = sourceOf(argument);
    if (source !== undefined) found.push({ source, place });
    else
      problems.push(`${place}: msg() takes a text or str\`...\` as it is, or nobody can tell what it says.`);
  }
  return { found, problems };
}

function sourceOf(argument: unknown): string | undefined {
  if (!isNode(argument)) return undefined;
  if (argument.type !== 'TaggedTemplateExpression') return textOf(argument);
  if (nameOf(argument['tag']) !== 'str') return undefined;
  const [first = '', ...rest] = piecesOf(argument['quasi'] as Node);
  return rest.reduce((source, piece, place) => `${source}{${place}}${piece}`, first);
}

/** The properties of every object in the file: a dictionary has no other. */
export function translationsOf(file: string, code: string): Reading<Translation> {
  const found: Translation[] = [];
  const problems: string[] = [];
  for (const node of nodesOf(programOf(code, 'ts'))) {
    if (node.type !== 'Property') continue;
    const place = placeOf(file, code, node);
    const source = node['computed'] === true ? undefined : (nameOf(node['key']) ?? textOf(node['key']));
    const target = textOf(node['value']);
    if (source === undefined || target === undefined) problems.push(`${place}: a dictionary has texts only.`);
    else found.push({ source, target, place });
  }
  return { found, problems };
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' ? (node['name'] as string) : undefined;
}
