/**
 * Where calls go on a day: grey for the straight way, blue and never thinner than three pixels for a move by overflow, with its
 * count, plum for callbacks. What the nodes and links are is flow-graph.ts; this file lays them out (d3-sankey) and draws.
 */
import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import {
  AXIS,
  CALLBACK,
  chart,
  frameOf,
  INK,
  INK_2,
  INK_3,
  LABEL,
  label,
  LINE_STRONG,
  nameLabel,
  NOW,
  NOW_INK,
  rect,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { flowGraph, type FlowGraph, type FlowLink, type FlowNode, type FlowParts } from './flow-graph.ts';
import { all, el, type Svg } from './svg.ts';
import { spread } from './axis.ts';
import { wrapped } from './text-width.ts';

type Node = SankeyNode<FlowNode, FlowLink>;
type Link = SankeyLink<FlowNode, FlowLink>;

const QUEUES_MOST = 12;
/** For the names of the columns, and of a queue in the middle one. */
const HEAD = 34;
const BAR = 9;
/** Height of a name and its count. */
const LABEL_HEIGHT = 30;
const MOVE_LEAST = 3;

/** null: nobody called. */
export function flows(parts: FlowParts, options: ChartOptions): string | null {
  const frame = frameOf(options);
  const graph = flowGraph(parts, QUEUES_MOST);
  if (graph.links.length === 0) return null;
  const { width, isNarrow } = frame;
  const side = isNarrow ? Math.min(92, width * 0.27) : 170;
  const tallest = Math.max(
    ...[0, 1, 2].map((column) => graph.nodes.filter((node) => node.column === column).length),
  );
  const height = Math.max(isNarrow ? 200 : 230, tallest * (labelHeight(frame) + 16));
  const layout = sankey<FlowNode, FlowLink>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    .nodeWidth(BAR)
    .nodePadding(tallest > 1 ? Math.min(labelHeight(frame), (height * 0.6) / (tallest - 1)) : 0)
    // The order of the scenario and of the ends, the same whatever the numbers are.
    .nodeSort(null)
    .linkSort(null)
    .extent([
      [side, HEAD],
      [width - side, HEAD + height],
    ]);
  const { nodes, links } = layout({
    nodes: graph.nodes.map((node) => ({ ...node })),
    links: graph.links.map((link) => ({ ...link })),
  });
  const order = { straight: 0, callback: 1, moved: 2 } as const;
  return chart(options, HEAD + height + 16, [
    heads(frame, graph, nodes),
    ...links.toSorted((a, b) => order[a.kind] - order[b.kind]).map((link) => ribbon(frame, link)),
    ...nodes.map((node) => bar(node)),
    names(frame, graph, nodes, { side, bottom: HEAD + height }),
    moveCounts(frame, graph, links),
  ]);
}

function xOf(node: Node): readonly [number, number] {
  return [node.x0 ?? 0, node.x1 ?? 0];
}

function heads({ text }: Frame, { form }: FlowGraph, nodes: readonly Node[]): Svg {
  const { arrive, enter, servedIn, endAs } = text.words;
  const columns =
    form === 'through' ? [arrive, servedIn, endAs] : [form === 'balance' ? enter : arrive, endAs];
  return all(
    columns.map((name, column) => {
      const node = nodes.find((each) => each.column === column);
      if (node === undefined) return null;
      const [from, to] = xOf(node);
      const isFirst = column === 0;
      const isLast = column === columns.length - 1;
      // Outwards, so that the three keep apart on a phone.
      return label(isFirst ? to : isLast ? from : (from + to) / 2, 10, name, {
        anchor: isFirst ? 'end' : isLast ? 'start' : 'middle',
        fill: INK_3,
      });
    }),
  );
}

const STROKES = { straight: LINE_STRONG, callback: CALLBACK, moved: NOW } as const;

function ribbon({ text }: Frame, link: Link): Svg {
  const width = Math.max(link.kind === 'moved' ? MOVE_LEAST : 1, link.width ?? 0);
  return el(
    'path',
    {
      d: roundPath(sankeyLinkHorizontal<FlowNode, FlowLink>()(link) ?? ''),
      fill: 'none',
      stroke: STROKES[link.kind],
      'stroke-opacity': link.kind === 'straight' ? '0.28' : link.kind === 'callback' ? '0.75' : undefined,
      'stroke-width': width,
    },
    el('title', {}, text.words.aDay(text.number(link.value))),
  );
}

/** d3-sankey writes all the figures there are. */
function roundPath(path: string): string {
  return path.replaceAll(/-?\d+\.\d+(e-?\d+)?/g, (figures) => String(Math.round(Number(figures) * 10) / 10));
}

function bar(node: Node): Svg {
  const [from] = xOf(node);
  const top = node.y0 ?? 0;
  const fill =
    node.kind === 'moved' || node.end === 'answered' ? NOW : node.end === 'callback' ? CALLBACK : INK_3;
  return rect(from, top, BAR, Math.max(1, (node.y1 ?? 0) - top), { fill });
}

/** Beside the outer columns; above the bar of a middle one, where the ribbons leave no side free. */
function names(
  frame: Frame,
  graph: FlowGraph,
  nodes: readonly Node[],
  { side, bottom }: { readonly side: number; readonly bottom: number },
): Svg {
  const last = graph.form === 'through' ? 2 : 1;
  const drawn = [0, last].flatMap((column) => {
    const own = nodes.filter((node) => node.column === column);
    const wanted = own.map((node) => ((node.y0 ?? 0) + (node.y1 ?? 0)) / 2);
    const places = spread(wanted, labelHeight(frame), HEAD + 10, bottom - 4);
    return own.map((node, at) => {
      const [from, to] = xOf(node);
      const isLeft = column === 0;
      return sideLabel(frame, nameOf(frame, graph, node), node.total, {
        x: isLeft ? from - 8 : to + 8,
        y: places[at]!,
        width: side - 10,
        anchor: isLeft ? 'end' : 'start',
      });
    });
  });
  const arriving = new Set(nodes.flatMap(({ kind, queue }) => (kind === 'arrive' ? [queue] : [])));
  const middle = nodes.filter(
    // On a phone only those whose name is not already at the left.
    ({ kind, queue }) => kind === 'queue' && !(frame.isNarrow && arriving.has(queue)),
  );
  return all([
    ...drawn,
    ...middle.map((node) => {
      const [from, to] = xOf(node);
      return nameLabel(
        (from + to) / 2,
        (node.y0 ?? 0) - 8,
        nameOf(frame, graph, node),
        { width: (frame.width - 2 * side) / 2, linesMost: 1 },
        { anchor: 'middle', fill: INK_2, hasHalo: true },
      );
    }),
  ]);
}

const LINES_MOST = 2;

function labelHeight({ isNarrow }: Frame): number {
  return isNarrow ? LABEL_HEIGHT + 13 : LABEL_HEIGHT;
}

/** A name and its count below it, centred on `y`. */
function sideLabel(
  { text, isNarrow }: Frame,
  name: string,
  total: number,
  place: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly anchor: 'start' | 'end';
  },
): Svg {
  const { x, y, width, anchor } = place;
  const linesMost = isNarrow ? LINES_MOST : 1;
  const lines = wrapped(name, width, AXIS, linesMost).length;
  return all([
    nameLabel(x, y - 6, name, { width, linesMost }, { anchor, fill: INK_2 }),
    label(x, y - 6 + lines * 6.5 + 11, text.number(total), {
      anchor,
      size: LABEL,
      fill: INK,
      isStrong: true,
    }),
  ]);
}

function nameOf({ text }: Frame, { others }: FlowGraph, { kind, end, queue }: Node): string {
  if (end !== null) return text.words.ends[end];
  const name = queue ?? text.words.otherQueues(text.number(others));
  return kind === 'moved' ? text.words.movedTo(name) : name;
}

/** A quarter of the way along a link, in parts of its width and height: there those of different queues are still apart. */
const EARLY = { x: 0.3, y: 0.16 };

/** Where a node of its own has the count already, the link need not. */
function moveCounts({ text, isNarrow }: Frame, { form }: FlowGraph, links: readonly Link[]): Svg {
  const moved = links.filter(
    ({ kind, target }) =>
      kind === 'moved' && (form === 'through' || ((target as Node).targetLinks?.length ?? 0) > 1),
  );
  const wanted = moved.map(({ y0 = 0, y1 = 0 }) => y0 + EARLY.y * (y1 - y0));
  const places = spread(wanted, 14, HEAD, Infinity);
  return all(
    moved.map(({ source, target, value }, at) => {
      const from = xOf(source as Node)[1];
      const x = from + EARLY.x * (xOf(target as Node)[0] - from);
      const count = text.number(value);
      return label(x, places[at]! + 4, isNarrow ? count : text.words.moved(count), {
        anchor: 'middle',
        fill: NOW_INK,
        isStrong: true,
        hasHalo: true,
      });
    }),
  );
}
