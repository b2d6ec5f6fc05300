/**
 * Which nodes and links the flows of a day make. Queues that both give and take (overflow that plays ping-pong) would make
 * cycles, which no Sankey can lay out, and the counts do not say who moved twice; so then a queue shows all that enter it, and a
 * move ends in a node of its own. Otherwise callers arrive, are served in a queue, and end. It knows no pixels.
 */
import { sum } from 'd3-array';
import { NOTHING } from './frame.ts';

export const ENDS = [
  'answered',
  'callback',
  'abandoned',
  'outside',
  'voicemail',
  'ended',
  'refused',
  'otherwise',
] as const;
export type End = (typeof ENDS)[number];

export interface FlowQueue {
  readonly name: string;
  /** Callers a day that end in this queue, by how. */
  readonly ends: Readonly<Partial<Record<End, number>>>;
}

export interface FlowMove {
  readonly from: string;
  readonly to: string;
  readonly perDay: number;
}

export interface FlowParts {
  readonly queues: readonly FlowQueue[];
  /** From one queue to another, by overflow. */
  readonly moves: readonly FlowMove[];
}

export interface FlowNode {
  readonly id: string;
  readonly column: number;
  readonly kind: 'arrive' | 'queue' | 'moved' | 'end';
  /** A queue's name, or null: the rest of the queues together. */
  readonly queue: string | null;
  readonly end: End | null;
  readonly total: number;
}

export interface FlowLink {
  readonly source: string;
  readonly target: string;
  readonly kind: 'straight' | 'moved' | 'callback';
  readonly value: number;
}

export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  /** How many queues are told as one. */
  readonly others: number;
  /** `through`: arrive, served in, end as. `balance`: enter, then end as or move. */
  readonly form: 'plain' | 'through' | 'balance';
}

export function flowGraph(parts: FlowParts, queuesMost: number): FlowGraph {
  const { queues, moves, others } = capped(parts, queuesMost);
  const into = totalsBy(moves, ({ to }) => to);
  const outOf = totalsBy(moves, ({ from }) => from);
  const isChained = queues.some(({ name }) => into.has(name) && outOf.has(name));
  const form = moves.length === 0 ? 'plain' : isChained ? 'balance' : 'through';
  const endsOf = (queue: FlowQueue): number => sum(ENDS, (end) => queue.ends[end] ?? 0);
  const last = form === 'through' ? 2 : 1;
  const links: FlowLink[] = [];
  for (const queue of queues) {
    const at = nameId(queue.name);
    const served = form === 'through' ? `served ${at}` : `arrive ${at}`;
    // Who arrived here and stayed: all that ended here but those who came from elsewhere.
    if (form === 'through')
      links.push(link(`arrive ${at}`, served, 'straight', endsOf(queue) - (into.get(queue.name) ?? 0)));
    for (const end of ENDS)
      links.push(
        link(served, `end ${end}`, end === 'callback' ? 'callback' : 'straight', queue.ends[end] ?? 0),
      );
  }
  for (const { from, to, perDay } of moves) {
    const target = form === 'through' ? `served ${nameId(to)}` : `moved ${nameId(to)}`;
    links.push(link(`arrive ${nameId(from)}`, target, 'moved', perDay));
  }
  const shown = links.filter(({ value }) => value > NOTHING);
  const ofQueues = (step: string, column: number, kind: FlowNode['kind']) =>
    queues.map(({ name }) => ({ id: `${step} ${nameId(name)}`, column, kind, queue: name, end: null }));
  // From the top as their links leave: the ends first, then the moves.
  const candidates: Omit<FlowNode, 'total'>[] = [
    ...ofQueues('arrive', 0, 'arrive'),
    ...ofQueues('served', 1, 'queue'),
    ...ENDS.map((end) => ({ id: `end ${end}`, column: last, kind: 'end' as const, queue: null, end })),
    ...ofQueues('moved', last, 'moved'),
  ];
  const nodes = candidates.flatMap((node) => {
    const total = Math.max(
      sum(shown, ({ source, value }) => (source === node.id ? value : 0)),
      sum(shown, ({ target, value }) => (target === node.id ? value : 0)),
    );
    return total > 0 ? [{ ...node, queue: node.queue === OTHERS ? null : node.queue, total }] : [];
  });
  return { nodes, links: shown, others, form };
}

/** No scenario can name a queue like this: names have no control characters. */
const OTHERS = '\u0000others';

/** The busiest queues stand alone; the rest are one, and what moves among them is inside it. */
function capped({ queues, moves }: FlowParts, most: number): FlowParts & { readonly others: number } {
  const real = moves.filter(({ from, to, perDay }) => from !== to && perDay > NOTHING);
  if (queues.length <= most) return { queues, moves: real, others: 0 };
  const size = ({ ends }: FlowQueue): number => sum(Object.values(ends), (each) => each ?? 0);
  const kept = new Set(
    queues
      .toSorted((a, b) => size(b) - size(a))
      .slice(0, most - 1)
      .map(({ name }) => name),
  );
  const rest = queues.filter(({ name }) => !kept.has(name));
  const ends: Partial<Record<End, number>> = {};
  for (const end of ENDS) ends[end] = sum(rest, (queue) => queue.ends[end] ?? 0);
  const nameOf = (name: string): string => (kept.has(name) ? name : OTHERS);
  const merged = new Map<string, FlowMove>();
  for (const { from, to, perDay } of real) {
    const move = { from: nameOf(from), to: nameOf(to) };
    if (move.from === move.to) continue;
    const at = `${move.from}\u0001${move.to}`;
    merged.set(at, { ...move, perDay: perDay + (merged.get(at)?.perDay ?? 0) });
  }
  return {
    queues: [...queues.filter(({ name }) => kept.has(name)), { name: OTHERS, ends }],
    moves: [...merged.values()],
    others: rest.length,
  };
}

function nameId(name: string): string {
  return JSON.stringify(name);
}

function link(source: string, target: string, kind: FlowLink['kind'], value: number): FlowLink {
  return { source, target, kind, value };
}

function totalsBy(moves: readonly FlowMove[], by: (move: FlowMove) => string): Map<string, number> {
  const totals = new Map<string, number>();
  for (const move of moves) totals.set(by(move), (totals.get(by(move)) ?? 0) + move.perDay);
  return totals;
}
