/**
 * Cases that ask for a whole curve behind a slider: each of its points is a case of the family it slides over, and the best point is
 * a choice between them. It plays nothing.
 */
import { paramsOf, type Case } from './case.ts';
import { calls, ratio, type Quantity } from './quantities/quantity.ts';

/** Which scenario has the least of an objective, among those within a limit. */
export interface Choice {
  readonly name: string;
  /** The setting of the best one, and those of all, by arm. */
  readonly expected: number;
  readonly settings: readonly number[];
  readonly objective: Quantity;
  readonly limit: { readonly quantity: Quantity; readonly atMost: number } | null;
}

type Point = Readonly<Record<string, number>>;

/** The points of a curve as cases, or null where the case has none that we know. */
export function curveCases(each: Case): Case[] | null {
  if (each.family !== 'tune-overflow' && each.family !== 'tune-callback') return null;
  const points = each.expected['curve'];
  if (!Array.isArray(points)) return [];
  return points.map((point: Point, at) =>
    each.family === 'tune-overflow' ? overflowPoint(each, point, at) : callbackPoint(each, point, at),
  );
}

function overflowPoint(each: Case, { threshold, ...expected }: Point, at: number): Case {
  const { queueA, queueB } = each.params as { queueA?: object; queueB?: object };
  return {
    ...each,
    id: `${each.id} curve[${at}]`,
    family: 'overflow',
    params: { queueA: { ...queueA, overflowWhenWaiting: threshold }, queueB },
    expected,
  };
}

function callbackPoint(each: Case, { offerFirstSec, offerEverySec, ...expected }: Point, at: number): Case {
  return {
    ...each,
    id: `${each.id} curve[${at}]`,
    family: 'callback-offers',
    params: { ...each.params, offerFirstSec, offerEverySec },
    expected,
  };
}

const abandonsOfAll: Quantity = ratio((s) => s.of('abandoned'), calls());
const abandonsOfB: Quantity = ratio((s) => s.of('abandoned', { entry: 1 }), calls({ entry: 1 }));

/** The threshold that loses the fewest calls of all, without and with a limit to what B's own callers suffer. */
export function choiceOf(each: Case, points: readonly Case[]): Choice[] {
  if (each.family !== 'tune-overflow') return [];
  const params = paramsOf(each);
  const settings = points.map((point) => paramsOf(point).part('queueA').number('overflowWhenWaiting'));
  const choices: Choice[] = [];
  const { bestThreshold, bestThresholdUnderLimit } = each.expected;
  if (typeof bestThreshold === 'number')
    choices.push({
      name: 'bestThreshold',
      expected: bestThreshold,
      settings,
      objective: abandonsOfAll,
      limit: null,
    });
  if (typeof bestThresholdUnderLimit === 'number')
    choices.push({
      name: 'bestThresholdUnderLimit',
      expected: bestThresholdUnderLimit,
      settings,
      objective: abandonsOfAll,
      limit: { quantity: abandonsOfB, atMost: params.number('limitAbandonB') },
    });
  return choices;
}
