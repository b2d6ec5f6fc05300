/** The names and counts of flows, placed so that none covers another. It takes the layout as it is. */
import type { SankeyLink, SankeyNode } from 'd3-sankey';
import { spread } from './axis.ts';
import type { FlowGraph, FlowLink, FlowNode } from './flow-graph.ts';
import { AXIS, INK, INK_2, LABEL, label, nameLabel, NOW_INK, type Frame } from './frame.ts';
import type { Box } from './line-label.ts';
import { all, type Svg } from './svg.ts';
import { fitted, widthOf, wrapped } from './text-width.ts';

export type PlacedNode = SankeyNode<FlowNode, FlowLink>;
export type PlacedLink = SankeyLink<FlowNode, FlowLink>;

export interface FlowLayout {
  readonly graph: FlowGraph;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  /** Width beside the outer columns, and the span of the nodes. */
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}

export function flowLabels(frame: Frame, layout: FlowLayout): Svg {
  const middle = middleNames(frame, layout);
  return all([
    ...sideNames(frame, layout),
    ...middle.map(({ svg }) => svg),
    ...moveCounts(
      frame,
      layout,
      middle.map(({ box }) => box),
    ),
  ]);
}

/** Of a name and the count below it. */
export function labelHeight({ isNarrow }: Frame): number {
  return isNarrow ? 43 : 30;
}

/** d3-sankey puts the nodes in place of their ids. */
export function laidOut(end: PlacedLink['source']): PlacedNode {
  if (typeof end !== 'object') throw new TypeError(`The flow of ${end} is not laid out.`);
  return end;
}

/** Left and right edge of a node's bar. */
export function edgesOf(node: PlacedNode): readonly [number, number] {
  return [node.x0 ?? 0, node.x1 ?? 0];
}

export function nodeName({ text }: Frame, { others }: FlowGraph, { kind, end, queue }: FlowNode): string {
  if (end !== null) return text.words.ends[end];
  const name = queue ?? text.words.otherQueues(text.number(others));
  return kind === 'moved' ? text.words.movedTo(name) : name;
}

/** Beside the outer columns. */
function sideNames(frame: Frame, { graph, nodes, side, top, bottom }: FlowLayout): Svg[] {
  return [0, graph.form === 'through' ? 2 : 1].flatMap((column) => {
    const own = nodes.filter((node) => node.column === column);
    const wanted = own.map(({ y0 = 0, y1 = 0 }) => (y0 + y1) / 2);
    const places = spread(wanted, labelHeight(frame), top + 10, bottom - 4);
    return own.map((node, at) => {
      const [from, to] = edgesOf(node);
      const isLeft = column === 0;
      return sideLabel(frame, nodeName(frame, graph, node), node.total, {
        x: isLeft ? from - 8 : to + 8,
        y: places[at]!,
        width: side - 10,
        anchor: isLeft ? 'end' : 'start',
      });
    });
  });
}

/** Above the bars of the middle column; on a phone only where the name is not already at the left. */
function middleNames(frame: Frame, { graph, nodes, side }: FlowLayout): Named[] {
  const arriving = new Set(nodes.flatMap(({ kind, queue }) => (kind === 'arrive' ? [queue] : [])));
  const width = (frame.width - 2 * side) / 2;
  return nodes
    .filter(({ kind, queue }) => kind === 'queue' && !(frame.isNarrow && arriving.has(queue)))
    .map((node) => {
      const [from, to] = edgesOf(node);
      const x = (from + to) / 2;
      const y = (node.y0 ?? 0) - 8;
      const name = nodeName(frame, graph, node);
      const half = widthOf(fitted(name, width, AXIS), AXIS) / 2;
      return {
        box: { left: x - half, right: x + half, top: y - 6, bottom: y + 6 },
        svg: nameLabel(x, y, name, { width, linesMost: 1 }, { anchor: 'middle', fill: INK_2, hasHalo: true }),
      };
    });
}

interface Named {
  readonly box: Box;
  readonly svg: Svg;
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
  const linesMost = isNarrow ? 2 : 1;
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

/** A quarter of the way along a link, in parts of its width and height: there those of different queues are still apart. */
const EARLY = { x: 0.3, y: 0.16 };

/**
 * Counts on the blue links, each moved down until it is free of the names and of the counts before it. Where a node of its own
 * has the count already, the link need not.
 */
function moveCounts(
  { text, isNarrow }: Frame,
  { graph: { form }, links }: FlowLayout,
  names: readonly Box[],
): Svg[] {
  const taken = [...names];
  const placed = links
    .filter(
      ({ kind, target }) =>
        kind === 'moved' && (form === 'through' || (laidOut(target).targetLinks?.length ?? 0) > 1),
    )
    .map(({ source, target, value, y0 = 0, y1 = 0 }) => {
      const from = edgesOf(laidOut(source))[1];
      const count = text.number(value);
      return {
        x: from + EARLY.x * (edgesOf(laidOut(target))[0] - from),
        y: y0 + EARLY.y * (y1 - y0),
        name: isNarrow ? count : text.words.moved(count),
      };
    })
    .toSorted((a, b) => a.y - b.y);
  return placed.map(({ x, y, name }) => {
    const half = widthOf(name, AXIS) / 2;
    const boxAt = (at: number): Box => ({ left: x - half, right: x + half, top: at - 7, bottom: at + 7 });
    let middle = y;
    for (;;) {
      const box = boxAt(middle);
      const other = taken.find((each) => touches(box, each));
      if (other === undefined) break;
      // A hair more: it must not touch the same one again.
      middle = other.bottom + 7.1;
    }
    taken.push(boxAt(middle));
    return label(x, middle + 4, name, { anchor: 'middle', fill: NOW_INK, isStrong: true, hasHalo: true });
  });
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
