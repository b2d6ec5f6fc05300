/**
 * Where calls go on a day: grey for the straight way, blue and never thinner than three pixels for a move by overflow with its count,
 * plum for callbacks. Where they lie is the layout's business.
 */
import { sankeyLinkHorizontal } from 'd3-sankey';
import type { FlowLink, FlowNode } from '../../reports/charts/flow-graph.ts';
import type { FrameSide } from '../../reports/frame.ts';
import { columnHeads, countLabels, nameLabels } from './flow-labels.ts';
import { layoutOf, type PlacedLink, type PlacedNode } from './flow-layout.ts';
import type { Look, Plan } from './plan.ts';
import type { Surface } from './surface.ts';

const MOVE_LEAST = 3;

/** null: nobody called. */
export function flowsPlan(now: FrameSide, look: Look): Plan | null {
  const layout = layoutOf(now, look);
  if (layout === null) return null;
  const { nodes, links, bottom } = layout;
  const order = { straight: 0, callback: 1, moved: 2 } as const;
  const sorted = links.toSorted((a, b) => order[a.kind] - order[b.kind]);
  return {
    width: look.width,
    height: bottom + 14,
    cursor: null,
    paint(surface) {
      columnHeads(surface, look, layout);
      for (const link of sorted) ribbon(surface, look, link);
      for (const node of nodes) bar(surface, look, node);
      nameLabels(surface, look, layout);
      countLabels(surface, look, layout);
    },
  };
}

const linkPath = sankeyLinkHorizontal<FlowNode, FlowLink>();

function ribbon(surface: Surface, { palette }: Look, link: PlacedLink): void {
  const { kind, width = 0 } = link;
  const looks = {
    straight: { stroke: palette.lineStrong, alpha: 0.24 },
    callback: { stroke: palette.callback, alpha: 0.75 },
    moved: { stroke: palette.now, alpha: 1 },
  } as const;
  surface.path(linkPath(link) ?? '', {
    ...looks[kind],
    width: Math.max(kind === 'moved' ? MOVE_LEAST : 1, width),
  });
}

function bar(
  surface: Surface,
  { palette }: Look,
  { kind, end, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }: PlacedNode,
): void {
  const isBlue = kind === 'moved' || end === 'answered';
  const fill = isBlue ? palette.now : end === 'callback' ? palette.callback : palette.ink3;
  surface.rect(x0, y0, x1 - x0, Math.max(1, y1 - y0), { fill, radius: 1 });
}
