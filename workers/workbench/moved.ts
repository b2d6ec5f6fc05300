/**
 * What moved between the baseline and now, for the page: the rows, the largest first against what a day's own difference varies by, and
 * the same in sentences to paste into a mail. It estimates nothing: all of it is in the comparison.
 */
import type { Estimate } from '../../engine/index.ts';
import type { Comparison } from '../../reports/compare.ts';
import { movesOf } from '../../reports/compare-moves.ts';
import type { Look, Moves } from '../../reports/compare-moves.ts';
import { COMPARE_WORDS, daysText, moveSentence } from '../../reports/compare-words.ts';
import { numbersOf } from '../../reports/format.ts';
import { MEASURES } from '../../reports/measures.ts';
import type { Cost } from '../../reports/schema.ts';
import type { SettingChange } from '../../reports/settings-diff.ts';
import type { Language } from '../../reports/words.ts';
import type { MovedMeasure } from './api.ts';

/** A page shows a dozen; hundreds of queues would fill each frame with rows that nobody scrolls to. */
const ROWS_MOST = 60;
/** As many as one reads in a mail. */
const SENTENCES_MOST = 8;

export interface Moved {
  readonly moved: readonly MovedMeasure[];
  readonly movedText: string;
  readonly settings: readonly SettingChange[];
}

export const NOTHING_MOVED: Moved = { moved: [], movedText: '', settings: [] };

export interface BothCosts {
  readonly baseline: Cost | null;
  readonly now: Cost | null;
}

export function movedOf(comparison: Comparison, costs: BothCosts, language: Language): Moved {
  const moves = movesOf(comparison);
  return {
    moved: [...costRows(costs, comparison.days.simulated), ...measureRows(moves)],
    movedText: textOf(comparison, moves, language),
    settings: comparison.settings,
  };
}

/**
 * By how many standard errors a difference is away from 0. All rows have the same days, so this is the order of the differences in
 * the standard deviations of a day's own one. What is not the same and varies in no pair of days is the surest.
 */
function measureRows({ looks }: Moves): MovedMeasure[] {
  const differing = looks
    .filter(({ row }) => row.verdict !== 'same' && row.difference.mean !== null)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.at - b.at);
  // However many queues moved more surely, the whole centre is told.
  const totals = differing.filter(isTotal);
  const places = differing.filter((look) => look.isMove && !isTotal(look));
  const told = new Set([...totals, ...places.slice(0, ROWS_MOST - totals.length)]);
  return differing
    .filter((look) => told.has(look))
    .map(({ row, isMove }) => ({
      id: row.id,
      stat: row.stat,
      unit: row.unit,
      queue: row.queue,
      group: row.group,
      baseline: row.baseline,
      now: row.candidate,
      difference: row.difference,
      isWithinChance: !isMove,
      isExact: false,
    }));
}

/** An interval that is missing (too few days) says nothing of how sure a difference is; one without width says all. */
function sizeOf({ row: { z, chance } }: Look): number {
  if (z !== null) return Math.abs(z);
  return chance === null ? 0 : Infinity;
}

/** It follows from the two scenarios alone. */
function costRows({ baseline, now }: BothCosts, days: number): MovedMeasure[] {
  if (baseline === null || now === null || baseline.currency !== now.currency) return [];
  if (baseline.perDay === now.perDay) return [];
  const exact = (mean: number): Estimate => ({ mean, low: mean, high: mean, n: days });
  return [
    {
      id: 'cost',
      stat: 'perDay',
      unit: 'money',
      queue: null,
      group: null,
      baseline: exact(baseline.perDay),
      now: exact(now.perDay),
      difference: exact(now.perDay - baseline.perDay),
      isWithinChance: false,
      isExact: true,
    },
  ];
}

/** The surest moves of the whole centre, in the order in which a planner reads measures; then those of single queues and groups. */
function textOf(comparison: Comparison, { moved, hasIntervals, counted }: Moves, language: Language): string {
  const words = COMPARE_WORDS[language];
  if (comparison.identical) return words.identical;
  if (!hasIntervals) return words.oneDay;
  if (moved.length === 0) {
    const looks = numbersOf(words.locale).plain(counted, 0);
    return words.nothingMoved(looks, daysText(comparison.days.simulated, language));
  }
  const totals = moved.filter(isTotal).slice(0, SENTENCES_MOST);
  const places = moved.filter((look) => !isTotal(look)).slice(0, SENTENCES_MOST - totals.length);
  const inOrder = totals.toSorted((a, b) => MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure));
  const sentences = [...inOrder, ...places].map((look) => `- ${moveSentence(look, language)}`);
  return sentences.join('\n');
}

function isTotal({ row: { queue, group } }: Look): boolean {
  return queue === null && group === null;
}
