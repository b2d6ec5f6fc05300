/** The names and counts of flows, placed so that none covers another. They take the layout as it is. */
import { msg, str } from '@lit/localize';
import type { End, FlowGraph, FlowNode } from '../../reports/charts/flow-graph.ts';
import type { Box } from '../../reports/charts/line-label.ts';
import { fitted, widthOf } from '../../reports/charts/text-width.ts';
import { NAME_HEIGHT, nodeOf, type FlowLayout } from './flow-layout.ts';
import { countText, isNarrow, spread, type Look } from './plan.ts';
import { AXIS, LABEL, type Surface } from './surface.ts';

export function endName(end: End): string {
  const names: Readonly<Record<End, () => string>> = {
    answered: () => msg('Answered'),
    callback: () => msg('Called back'),
    abandoned: () => msg('Abandoned'),
    outside: () => msg('Sent outside'),
    voicemail: () => msg('Voicemail'),
    ended: () => msg('Ended by overflow'),
    refused: () => msg('Refused'),
    otherwise: () => msg('Otherwise'),
  };
  return names[end]();
}

export function nodeName({ others }: FlowGraph, { kind, end, queue }: FlowNode): string {
  if (end !== null) return endName(end);
  const name = queue ?? msg(str`${others} other queues`);
  return kind === 'moved' ? msg(str`moved to ${name}`) : name;
}

export function columnHeads(surface: Surface, { palette }: Look, { graph, nodes }: FlowLayout): void {
  const names =
    graph.form === 'through'
      ? [msg('arrive'), msg('served in'), msg('end as')]
      : [graph.form === 'balance' ? msg('enter') : msg('arrive'), msg('end as')];
  for (const [column, name] of names.entries()) {
    const node = nodes.find((each) => each.column === column);
    if (node === undefined) continue;
    const { x0 = 0, x1 = 0 } = node;
    const anchor = column === 0 ? 'end' : column === names.length - 1 ? 'start' : 'middle';
    const x = anchor === 'end' ? x1 : anchor === 'start' ? x0 : (x0 + x1) / 2;
    surface.text(x, 11, name, { fill: palette.ink3, anchor });
  }
}

/** Beside the outer columns, a count below each name; the middle column has the queues of the first. */
export function nameLabels(
  surface: Surface,
  look: Look,
  { graph, nodes, side, top, bottom }: FlowLayout,
): void {
  const { palette, numbers } = look;
  for (const column of [0, graph.form === 'through' ? 2 : 1]) {
    const own = nodes.filter((node) => node.column === column);
    const wanted = own.map(({ y0 = 0, y1 = 0 }) => (y0 + y1) / 2);
    const places = spread(wanted, NAME_HEIGHT, top + 12, bottom);
    for (const [at, node] of own.entries()) {
      const { x0 = 0, x1 = 0 } = node;
      const isLeft = column === 0;
      const [x, y] = [isLeft ? x0 - 8 : x1 + 8, places[at]!];
      const anchor = isLeft ? 'end' : 'start';
      const name = fitted(nodeName(graph, node), side - 8, AXIS);
      surface.text(x, y - 2, name, { fill: palette.ink2, anchor });
      const count = countText(numbers, node.total);
      surface.text(x, y + 11, count, { fill: palette.ink, anchor, isStrong: true, size: LABEL });
    }
  }
}

/** A quarter of the way along a link: there those of different queues are still apart. */
const EARLY = { x: 0.3, y: 0.16 };

/** On the blue links; each moves down until it is free of the others. Where a node has the count already, the link need not. */
export function countLabels(surface: Surface, look: Look, { graph, links }: FlowLayout): void {
  const taken: Box[] = [];
  const counts = links
    .filter(({ kind, target }) => {
      const isToldOnce = graph.form === 'through' || (nodeOf(target).targetLinks?.length ?? 0) > 1;
      return kind === 'moved' && isToldOnce;
    })
    .map(({ source, target, value, y0 = 0, y1 = 0 }) => {
      const from = nodeOf(source).x1 ?? 0;
      const count = countText(look.numbers, value);
      const x = from + EARLY.x * ((nodeOf(target).x0 ?? 0) - from);
      return { x, y: y0 + EARLY.y * (y1 - y0), name: isNarrow(look) ? count : msg(str`${count} moved`) };
    })
    .toSorted((a, b) => a.y - b.y);
  for (const { x, y, name } of counts) {
    const half = widthOf(name, AXIS) / 2;
    let middle = y;
    const touches = (each: Box): boolean =>
      x - half < each.right && x + half > each.left && middle - 7 < each.bottom && middle + 7 > each.top;
    for (let other = taken.find(touches); other !== undefined; other = taken.find(touches))
      middle = other.bottom + 7.1;
    taken.push({ left: x - half, right: x + half, top: middle - 7, bottom: middle + 7 });
    surface.text(x, middle + 4, name, {
      fill: look.palette.nowInk,
      anchor: 'middle',
      isStrong: true,
      halo: look.palette.surface,
    });
  }
}
