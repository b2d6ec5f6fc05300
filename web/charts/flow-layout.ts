/** How the flows of a day are laid out: which nodes and links there are says reports/charts/flow-graph.ts, d3-sankey places them. */
import { sankey, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { flowGraph, type FlowGraph, type FlowLink, type FlowNode } from '../../reports/charts/flow-graph.ts';
import type { FrameSide } from '../../reports/frame.ts';
import { isNarrow, type Look } from './plan.ts';

export type PlacedNode = SankeyNode<FlowNode, FlowLink>;
export type PlacedLink = SankeyLink<FlowNode, FlowLink>;

export interface FlowLayout {
  readonly graph: FlowGraph;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  /** Beside the outer columns. */
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}

const QUEUES_MOST = 12;
const QUEUES_MOST_NARROW = 6;
/** For the names of the columns. */
const HEAD = 20;
const BAR = 8;
/** A name and the count below it. */
export const NAME_HEIGHT = 30;

export function graphOf({ flows }: FrameSide, look: Look): FlowGraph {
  return flowGraph(flows, isNarrow(look) ? QUEUES_MOST_NARROW : QUEUES_MOST);
}

export function layoutOf(now: FrameSide, look: Look): FlowLayout | null {
  const graph = graphOf(now, look);
  if (graph.links.length === 0) return null;
  const side = Math.round(Math.min(110, look.width * 0.24));
  const columns = [0, 1, 2].map((column) => graph.nodes.filter((node) => node.column === column).length);
  const tallest = Math.max(...columns);
  const height = Math.max(190, tallest * (NAME_HEIGHT + 8));
  const bottom = HEAD + height;
  const layout = sankey<FlowNode, FlowLink>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    .nodeWidth(BAR)
    .nodePadding(tallest > 1 ? Math.min(18, (height * 0.5) / (tallest - 1)) : 0)
    // The order of the scenario and of the ends, the same whatever the numbers are: nothing jumps during a drag.
    .nodeSort(null)
    .linkSort(null)
    .extent([
      [side, HEAD],
      [look.width - side, bottom],
    ]);
  const { nodes, links } = layout({
    nodes: graph.nodes.map((node) => ({ ...node })),
    links: graph.links.map((link) => ({ ...link })),
  });
  return { graph, nodes, links, side, top: HEAD, bottom };
}

/** d3-sankey puts the nodes in place of their ids. */
export function nodeOf(end: PlacedLink['source']): PlacedNode {
  if (typeof end !== 'object') throw new TypeError(`The flow of ${end} is not laid out.`);
  return end;
}
