/**
 * What moved between two scenarios, the surest first, and what is left of it when one looks at many numbers at once. It orders
 * and judges rows of a comparison; words and numbers for people are in compare-words.ts.
 */
import { standingAmong } from '../engine/index.ts';
import type { Comparison, ComparisonRow } from './compare.ts';
import { MEASURES } from './measures.ts';
import type { Measure } from './measures.ts';

export interface Look {
  readonly measure: Measure;
  readonly row: ComparisonRow;
  /** Its place in `comparison.rows`. */
  readonly at: number;
  /** The interval of the difference leaves out 0. */
  readonly isMove: boolean;
  /** So clear that it stands among all looks taken (Holm, 5 % over all of them). */
  readonly stands: boolean;
}

export interface Moves {
  /** Every measure at every place that both have, in the order of a table: all together, then by queue and group. */
  readonly looks: readonly Look[];
  /** Those that moved, the surest first: by how many of its standard errors a difference is away from 0. */
  readonly moved: readonly Look[];
  /** Looks at something that could differ: not the same in every pair of days, and with an interval. */
  readonly counted: number;
  /** So many of them would seem to move if nothing did: 5 %. */
  readonly byLuck: number;
  /** With an interval or not: a single day has none. */
  readonly hasIntervals: boolean;
}

const LEVEL = 0.05;

export function movesOf(comparison: Comparison): Moves {
  const found = placesOf(comparison).flatMap(({ queue, group }) =>
    MEASURES.flatMap((measure) => {
      const at = comparison.rows.findIndex(
        (row) => isOf(row, measure, comparison.serviceLevel) && row.queue === queue && row.group === group,
      );
      const row = comparison.rows[at];
      return row === undefined ? [] : [{ measure, row, at }];
    }),
  );
  const chances = found.map(({ row }) => (row.verdict === 'same' ? null : row.chance));
  const stands = standingAmong(chances, LEVEL);
  const looks = found.map((each, index) => ({
    ...each,
    isMove: each.row.verdict !== 'same' && each.row.verdict !== 'unclear',
    stands: stands[index] === true,
  }));
  const counted = chances.filter((chance) => chance !== null).length;
  return {
    looks,
    moved: looks.filter(({ isMove }) => isMove).toSorted((a, b) => sureness(b) - sureness(a) || a.at - b.at),
    counted,
    byLuck: LEVEL * counted,
    hasIntervals: found.some(({ row }) => row.difference.low !== null),
  };
}

/** What differs alike in every pair of days is sure without end. */
function sureness({ row: { z } }: Look): number {
  return z === null ? Infinity : Math.abs(z);
}

function isOf(row: ComparisonRow, { id, stat }: Measure, serviceLevel: string): boolean {
  return row.id === (id === 'K-01' ? serviceLevel : id) && row.stat === stat;
}

interface Place {
  readonly queue: string | null;
  readonly group: string | null;
}

/** All together first; a single queue or group is all together. */
function placesOf({ rows }: Comparison): Place[] {
  const namesOf = (of: (row: ComparisonRow) => string | null): string[] => {
    const names = [...new Set(rows.flatMap((row) => of(row) ?? []))];
    return names.length < 2 ? [] : names;
  };
  return [
    { queue: null, group: null },
    ...namesOf(({ queue }) => queue).map((queue) => ({ queue, group: null })),
    ...namesOf(({ group }) => group).map((group) => ({ queue: null, group })),
  ];
}
