/**
 * A state machine as a drawing: an SVG file that stands by itself, in light and in dark, on a screen without a
 * network and on paper. Graphviz finds the places; what is drawn comes from the table alone. It knows nothing of
 * what the states mean.
 */
import { instance } from '@viz-js/viz';
import type { Edge, Graph, Node } from '@viz-js/viz';
import type { Machine } from '../../engine/routing/machine.ts';

export interface Move {
  readonly from: string;
  readonly on: string;
  readonly to: string;
}

export interface Sketch {
  /** What the drawing shows, for who hears it instead of seeing it. */
  readonly title: string;
  /** Where an arrow without a beginning points. */
  readonly first: string;
  readonly moves: readonly Move[];
  /** Which way the arrows run; `down` unless said. */
  readonly run?: 'down' | 'right';
  /** The events of the life everybody hopes for: its arrows run straight. */
  readonly spine?: readonly string[];
  /** States drawn as callbacks are in all of Tandem's pictures. */
  readonly isCallback?: (state: string) => boolean;
}

export function movesOf<S extends string, E extends string>({
  states,
  events,
  table,
}: Machine<S, E>): Move[] {
  return states.flatMap((from) =>
    events.flatMap((on) => {
      const to = table[from][on];
      return to === undefined ? [] : [{ from, on, to }];
    }),
  );
}

/** The same bytes for the same table: Graphviz is part of the package, at the version of the lock file. */
export async function drawn(sketch: Sketch): Promise<string> {
  const viz = await instance();
  return styled(viz.renderString(graphOf(sketch), { format: 'svg', engine: 'dot' }), sketch.title);
}

/** `wrapUpEnded` as it is said. */
export function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/\bwrap up\b/, 'wrap-up');
}

/** A long label in two lines makes a wide drawing narrower, and so larger on a page. */
function inLines(words: string): string {
  return words.length > 12 ? words.replace(' ', ' \n ') : words;
}

const any = 'any other state';
const start = 'start';
const end = 'closed';
const ring = { shape: 'doublecircle', width: 0.12, height: 0.12, label: '', class: 'end' };

function graphOf({ first, moves, run = 'down', spine = [], isCallback = () => false }: Sketch): Graph {
  const general = new Set(moves.map((move) => move.on).filter((on) => isGeneral(on, first, moves)));
  const nodes = new Map<string, Node>();
  const arrows = new Map<string, { readonly from: string; readonly to: string; readonly on: Set<string> }>();
  const node = (name: string, attributes: NonNullable<Node['attributes']>) => {
    nodes.set(name, { name, attributes });
    return name;
  };
  const state = (name: string) =>
    node(name, { label: inWords(name), class: isCallback(name) ? 'callback' : 'state' });
  node(start, { shape: 'point', width: 0.12, label: '', class: 'start' });
  state(first);
  for (const move of moves) {
    if (isNoChange(move, moves)) continue;
    const from = general.has(move.on) ? node(any, { label: any, class: 'any' }) : state(move.from);
    // Each state ends at an end of its own: ten arrows to one place would cross everything.
    const to = move.to === end ? node(`${from} ${end}`, ring) : state(move.to);
    const arrow = arrows.get(`${from}>${to}`) ?? { from, to, on: new Set<string>() };
    arrows.set(`${from}>${to}`, arrow);
    arrow.on.add(move.on);
  }
  const edges = [...arrows.values()].map(({ from, to, on }): Edge => ({
    tail: from,
    head: to,
    attributes: {
      label: `${[...on].map((each) => ` ${inLines(inWords(each))}`).join(',\n')} `,
      weight: spine.some((each) => on.has(each)) ? 20 : 1,
    },
  }));
  return {
    directed: true,
    strict: false,
    graphAttributes: {
      rankdir: run === 'down' ? 'TB' : 'LR',
      nodesep: 0.25,
      ranksep: 0.45,
      pad: 0.25,
      bgcolor: 'transparent',
    },
    nodeAttributes: {
      shape: 'box',
      style: 'rounded',
      fontname: 'Helvetica',
      fontsize: 12,
      height: 0.36,
      margin: '0.16,0.06',
    },
    edgeAttributes: { fontname: 'Helvetica', fontsize: 11, arrowsize: 0.6 },
    nodes: [...nodes.values()],
    edges: [{ tail: start, head: first }, ...edges],
  };
}

/**
 * Whether it may happen in all states and always leads to the same. Drawn from each state to each, the choices of
 * an agent would be a black square.
 */
function isGeneral(on: string, first: string, moves: readonly Move[]): boolean {
  const own = moves.filter((move) => move.on === on);
  const to = own[0]?.to;
  const from = new Set(own.map((move) => move.from));
  return (
    own.length >= 3 &&
    own.every((move) => move.to === to) &&
    moves.every((move) => move.from === to || move.from === first || from.has(move.from))
  );
}

/** "Becomes busy" while busy, where that may happen from elsewhere too: the table says it, the picture need not. */
function isNoChange({ from, on, to }: Move, moves: readonly Move[]): boolean {
  return from === to && moves.some((move) => move.on === on && move.from !== from && move.to === to);
}

/** Colours of Tandem's tokens; plum is a callback. On its own ground, so that no page's colour swallows it. */
const style = `
svg { font-family: 'Inter Variable', 'Helvetica Neue', Helvetica, Arial, sans-serif; color-scheme: light dark; }
.ground { fill: #ffffff; }
text { fill: #15191e; font-family: inherit; }
.node path { fill: #f3f4f6; stroke: #7c8692; }
.node.callback path { fill: #f3e8f7; stroke: #7c3a94; }
.node.end ellipse { fill: #15191e; stroke: #15191e; }
.node.end ellipse + ellipse { fill: none; }
.node.any path { fill: none; stroke: #7c8692; stroke-dasharray: 4 3; }
.node.start ellipse { fill: #15191e; stroke: none; }
.edge path { fill: none; stroke: #5f6873; }
.edge polygon { fill: #5f6873; stroke: #5f6873; }
.edge text { fill: #434b55; stroke: #ffffff; stroke-width: 3; paint-order: stroke; }
@media (prefers-color-scheme: dark) {
  .ground { fill: #15191e; }
  text { fill: #e8ebee; }
  .node path { fill: #22282f; stroke: #8a949f; }
  .node.callback path { fill: #33213b; stroke: #c58fda; }
  .node.end ellipse { fill: #e8ebee; stroke: #e8ebee; }
  .node.end ellipse + ellipse { fill: none; }
  .node.any path { stroke: #8a949f; }
  .node.start ellipse { fill: #e8ebee; }
  .edge path { stroke: #9aa4af; }
  .edge polygon { fill: #9aa4af; stroke: #9aa4af; }
  .edge text { fill: #c3cad1; stroke: #15191e; }
}
`;

/** Without Graphviz' own head, colours and comments; with a name, a ground and the two sets of colours. */
function styled(svg: string, title: string): string {
  const [, head = '', body = ''] = /(<svg[^>]*>)(.*)/s.exec(svg) ?? [];
  const open = head.replaceAll(/\s+/g, ' ').replace('<svg', '<svg role="img" aria-labelledby="title"');
  const inner = body
    .replaceAll(/<!--.*?-->\n?/gs, '')
    .replaceAll(/ (?:fill|stroke|font-family)="[^"]*"/g, '')
    .replaceAll(/<title>.*?<\/title>\n?/g, '');
  const ground = '<rect class="ground" width="100%" height="100%"/>';
  return `${open}\n<title id="title">${title}</title>\n<style>${style}</style>\n${ground}${inner}`;
}
