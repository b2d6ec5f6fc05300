/**
 * Where calls go on a day: grey for the straight way, blue and never thinner than three pixels for a move by overflow, with its
 * count, plum for callbacks. What the nodes and links are is flow-graph.ts; this file lays them out (d3-sankey) and draws.
 */
import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { flowGraph, type FlowGraph, type FlowLink, type FlowNode, type FlowParts } from './flow-graph.ts';
import {
  edgesOf,
  flowLabels,
  labelHeight,
  laidOut,
  nodeName,
  type PlacedLink,
  type PlacedNode,
} from './flow-labels.ts';
import {
  CALLBACK,
  chart,
  frameOf,
  INK_3,
  label,
  LINE_STRONG,
  NOW,
  rect,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { all, el, type Svg } from './svg.ts';

const QUEUES_MOST = 12;
/** For the names of the columns, and of a queue in the middle one. */
const HEAD = 34;
const BAR = 9;
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
    ...links.toSorted((a, b) => order[a.kind] - order[b.kind]).map((link) => ribbon(frame, graph, link)),
    ...nodes.map((node) => bar(node)),
    flowLabels(frame, { graph, nodes, links, side, top: HEAD, bottom: HEAD + height }),
  ]);
}

function heads({ text }: Frame, { form }: FlowGraph, nodes: readonly PlacedNode[]): Svg {
  const { arrive, enter, servedIn, endAs } = text.words;
  const columns =
    form === 'through' ? [arrive, servedIn, endAs] : [form === 'balance' ? enter : arrive, endAs];
  return all(
    columns.map((name, column) => {
      const node = nodes.find((each) => each.column === column);
      if (node === undefined) return null;
      const [from, to] = edgesOf(node);
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

function ribbon(frame: Frame, graph: FlowGraph, link: PlacedLink): Svg {
  const { text } = frame;
  const [from, to] = [link.source, link.target].map((end) => nodeName(frame, graph, laidOut(end)));
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
    el('title', {}, `${from} → ${to}: ${text.words.aDay(text.number(link.value))}`),
  );
}

/** d3-sankey writes all the figures there are. */
function roundPath(path: string): string {
  return path.replaceAll(/-?\d+\.\d+(e-?\d+)?/g, (figures) => String(Math.round(Number(figures) * 10) / 10));
}

function bar(node: PlacedNode): Svg {
  const [from] = edgesOf(node);
  const top = node.y0 ?? 0;
  const fill =
    node.kind === 'moved' || node.end === 'answered' ? NOW : node.end === 'callback' ? CALLBACK : INK_3;
  return rect(from, top, BAR, Math.max(1, (node.y1 ?? 0) - top), { fill });
}
