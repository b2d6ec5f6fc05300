import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, elements, everyChart, name, numberIn, PLAIN, textsOf } from './chart.suite.ts';
import { ENDS, flowGraph, type FlowGraph, type FlowParts } from './flow-graph.ts';
import { flows } from './flows.ts';

const overflow: FlowParts = {
  queues: [
    { name: 'support', ends: { answered: 800, abandoned: 50, callback: 100 } },
    { name: 'backup', ends: { answered: 70, abandoned: 10 } },
  ],
  moves: [{ from: 'support', to: 'backup', perDay: 60 }],
};
const pingPong: FlowParts = {
  ...overflow,
  moves: [
    { from: 'support', to: 'backup', perDay: 400 },
    { from: 'backup', to: 'support', perDay: 350 },
  ],
};

const random: fc.Arbitrary<FlowParts> = fc.uniqueArray(name, { maxLength: 20 }).chain((names) =>
  fc.record({
    queues: fc.tuple(
      ...names.map((each) =>
        fc.record({
          name: fc.constant(each),
          ends: fc.record(Object.fromEntries(ENDS.map((end) => [end, count])), { requiredKeys: [] }),
        }),
      ),
    ),
    moves:
      names.length === 0
        ? fc.constant([])
        : fc.array(
            fc.record({ from: fc.constantFrom(...names), to: fc.constantFrom(...names), perDay: count }),
            { maxLength: 12 },
          ),
  }),
);

everyChart('the flows', { draw: flows, example: overflow, parts: random });

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

function through(graph: FlowGraph, id: string, side: 'source' | 'target'): number {
  return sum(graph.links.filter((link) => link[side] === id).map(({ value }) => value));
}

describe('the graph of flows', () => {
  it('lets callers arrive, be served elsewhere and end', () => {
    const graph = flowGraph(overflow, 12);
    expect(graph.form).toBe('through');
    // 950 ended in support and 60 moved on; 80 ended in backup, 60 of them from support.
    expect(graph.nodes.map(({ id, total }) => [id, total])).toEqual([
      ['arrive "support"', 1010],
      ['arrive "backup"', 20],
      ['served "support"', 950],
      ['served "backup"', 80],
      ['end answered', 870],
      ['end callback', 100],
      ['end abandoned', 60],
    ]);
    for (const id of ['served "support"', 'served "backup"'])
      expect(through(graph, id, 'source')).toBeCloseTo(through(graph, id, 'target'), 6);
  });

  it('unrolls overflow that goes back and forth, and counts all that enter', () => {
    const graph = flowGraph(pingPong, 12);
    expect(graph.form).toBe('balance');
    expect(graph.nodes.filter(({ column }) => column === 0).map(({ id, total }) => [id, total])).toEqual([
      ['arrive "support"', 1350],
      ['arrive "backup"', 430],
    ]);
    expect(graph.nodes.filter(({ kind }) => kind === 'moved').map(({ total }) => total)).toEqual([350, 400]);
  });

  it('needs no middle column where nobody moves', () => {
    const graph = flowGraph({ ...overflow, moves: [] }, 12);
    expect(graph.form).toBe('plain');
    expect(Math.max(...graph.nodes.map(({ column }) => column))).toBe(1);
  });

  it('never leads back, whatever moves there are, and loses no caller at the cap', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 2, max: 12 }), (parts, most) => {
        const graph = flowGraph(parts, most);
        const columns = new Map(graph.nodes.map(({ id, column }) => [id, column]));
        for (const { source, target } of graph.links)
          expect(columns.get(source)).toBeLessThan(columns.get(target)!);
        const ended = sum(graph.nodes.filter(({ kind }) => kind === 'end').map(({ total }) => total));
        const asked = sum(parts.queues.flatMap(({ ends }) => ENDS.map((end) => ends[end] ?? 0)));
        expect(Math.abs(ended - asked)).toBeLessThanOrEqual(1e-3 + 1e-9 * asked);
      }),
      { seed: 1 },
    );
  });
});

describe('the flows', () => {
  it('draws a move at least three pixels wide, in blue, with its count', () => {
    const few = { ...overflow, moves: [{ from: 'support', to: 'backup', perDay: 0.5 }] };
    const svg = flows(few, PLAIN)!;
    const moved = elements(svg).filter((each) => each.getAttribute('stroke') === 'var(--now, #1b5fae)');
    expect(moved.map((each) => numberIn(each, 'stroke-width'))).toEqual([3]);
    expect(textsOf(svg)).toContain('0.5 moved');
  });

  it('draws widths in proportion to the callers', () => {
    const svg = flows(overflow, PLAIN)!;
    const [moved] = elements(svg).filter((each) => each.getAttribute('stroke') === 'var(--now, #1b5fae)');
    const [callback] = elements(svg).filter((each) => each.getAttribute('stroke')?.includes('--callback'));
    expect(numberIn(callback!, 'stroke-width') / numberIn(moved!, 'stroke-width')).toBeCloseTo(100 / 60, 1);
  });

  it('tells the busiest queues alone and the rest as one', () => {
    const queues = Array.from({ length: 40 }, (_, at) => ({ name: `q${at}`, ends: { answered: at + 1 } }));
    const texts = textsOf(flows({ queues, moves: [] }, PLAIN)!);
    expect(texts.filter((each) => /^q\d+$/.test(each))).toHaveLength(11);
    expect(texts).toContain('29 other queues');
  });

  it('is nothing without callers', () => {
    expect(flows({ queues: [{ name: 'support', ends: {} }], moves: [] }, PLAIN)).toBeNull();
  });
});
