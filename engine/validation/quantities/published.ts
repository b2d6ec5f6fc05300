/**
 * Results printed by others, beside ours: what the examples' own names mean in a simulation, and how sure a printed number is. Three
 * kinds of reference: printed with an interval (`published`), simulated again by the pack's authors (`ownRerun`), and computed
 * exactly (`ownExact`). An unknown name has no quantity.
 */
import { normalQuantile } from '../../kernel/quantiles.ts';
import { paramsOf, type Case } from '../case.ts';
import type { Params } from '../params.ts';
import { SAYS } from './one-queue.ts';
import {
  calls,
  inMillis,
  mean,
  numbered,
  ratio,
  SECOND,
  waitQuantile,
  type Found,
  type Quantity,
  type Reference,
} from './quantity.ts';

export interface PublishedNumber extends Found {
  /** As the pack has it: `published.ASA`, `ownExact.erlangA.pAbandon`. */
  readonly name: string;
  readonly value: number;
}

const MINUTE = 60 * SECOND;
/** "Good" is within this wait in all examples. */
const GOOD = 20 * SECOND;

/** All numbers that a simulation gives, and the names of those that it does not know. */
export function publishedNumbers(each: Case): { numbers: PublishedNumber[]; unknown: string[] } {
  const numbers: PublishedNumber[] = [];
  const unknown: string[] = [];
  for (const part of ['published', 'ownRerun', 'ownExact']) {
    const of = each.expected[part];
    if (!isMap(of)) continue;
    for (const leaf of leavesOf(of, part)) {
      const quantity = quantityOf(paramsOf(each), leaf);
      if (quantity === null) unknown.push(leaf.path);
      else numbers.push({ ...quantity, name: leaf.path, value: leaf.value, reference: leaf.reference });
    }
  }
  return { numbers, unknown };
}

// ---------------------------------------------------------------- how sure they are

interface Leaf {
  readonly path: string;
  /** The scenario, for examples of two. */
  readonly scenario: string | null;
  readonly name: string;
  readonly value: number;
  readonly reference: Reference;
}

type Plain = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is said of the table, not in it. */
const ASIDE = ['confidence', 'replications'];

function leavesOf(of: Plain, path: string, scenario: string | null = null): Leaf[] {
  const confidence = typeof of['confidence'] === 'number' ? of['confidence'] : 0.95;
  // Numbers printed with an interval are of one table, so of one precision: "0.02" there is 0.020.
  const digits = Math.max(
    0,
    ...Object.values(of)
      .flatMap((each) => numbersOf(each))
      .map(decimals),
  );
  return Object.entries(of).flatMap(([name, each]): Leaf[] => {
    const here = { path: `${path}.${name}`, scenario, name };
    if (ASIDE.includes(name)) return [];
    if (typeof each === 'number') {
      const rounding = path.startsWith('published') ? 0.5 / 10 ** decimals(each) : 0;
      return [{ ...here, value: each, reference: { standardError: 0, rounding } }];
    }
    if (!isMap(each)) return [];
    const { published, ci, value, halfWidth95 } = each;
    if (typeof published === 'number' && Array.isArray(ci)) {
      const half = (Number(ci[1]) - Number(ci[0])) / 2;
      const standardError = half / normalQuantile((1 + confidence) / 2);
      return [{ ...here, value: published, reference: { standardError, rounding: 0.5 / 10 ** digits } }];
    }
    if (typeof value === 'number' && typeof halfWidth95 === 'number')
      return [
        { ...here, value, reference: { standardError: halfWidth95 / normalQuantile(0.975), rounding: 0 } },
      ];
    return leavesOf(each, here.path, name);
  });
}

function numbersOf(each: unknown): number[] {
  return isMap(each) && typeof each['published'] === 'number' && Array.isArray(each['ci'])
    ? [each['published'], ...each['ci'].map(Number)]
    : [];
}

const decimals = (value: number): number => (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length;

// ---------------------------------------------------------------- what they mean

function quantityOf(params: Params, { scenario, name, value }: Leaf): Found | null {
  if (params.has('periods')) return onlyQuantity(periodicQuantity(params, name));
  if (params.has('dayMinutes')) return onlyQuantity(dayQuantity(params, name));
  const quantity = steadyQuantity(params, name, value);
  return quantity === null || scenario === null ? null : { quantity, scenario };
}

const onlyQuantity = (quantity: Quantity | null): Found | null => (quantity === null ? null : { quantity });

/** Waits, good and lost calls are divided by the expected number of calls. */
function periodicQuantity(params: Params, name: string): Quantity | null {
  const expected = params
    .parts('periods')
    .reduce((sum, each) => sum + each.number('hours') * each.number('arrivalsPerHour'), 0);
  const within = /^pWait<(\d+)$/.exec(name);
  if (within !== null) {
    const t = inMillis(Number(within[1]));
    return mean((s) => s.share('servedWithin', t) + s.share('abandonedWithin', t), expected);
  }
  switch (name) {
    case 'arrivals':
      return mean(calls());
    case 'avgWait':
      return mean((s) => s.of('wait'), expected * SECOND);
    case 'pLost':
      return mean((s) => s.of('abandoned'), expected);
    default:
      return null;
  }
}

/** Days of minutes: waits in minutes, good = served within 20 s. */
function dayQuantity(params: Params, name: string): Quantity | null {
  const agents = params.number('agents');
  if (/^occupancyOver\d+min$/.test(name) || name === 'occupancy')
    return ratio(
      (s) => s.busyArea(),
      (s) => agents * s.window,
    );
  switch (name) {
    case 'good':
      return mean((s) => s.share('servedWithin', GOOD));
    case 'abandoned':
      return mean((s) => s.of('abandoned'));
    case 'blocked':
      return mean((s) => s.of('lost'));
    case 'served':
      return mean((s) => s.of('served'));
    case 'arrivals':
      return mean(calls());
    case 'ASA':
    case 'asaMin':
      return ratio(
        (s) => s.of('waitServed'),
        (s) => s.of('served'),
        MINUTE,
      );
    case 'serviceLevel':
    case 'SL good/served':
      return ratio(
        (s) => s.share('servedWithin', GOOD),
        (s) => s.of('served'),
      );
    case 'SL good/(served+abLate)':
      return ratio(
        (s) => s.share('servedWithin', GOOD),
        (s) => s.of('served') + s.of('abandoned') - s.share('abandonedWithin', GOOD),
      );
    case 'SL good/(served+blk)':
      return ratio(
        (s) => s.share('servedWithin', GOOD),
        (s) => s.of('served') + s.of('lost'),
      );
    default:
      return null;
  }
}

function steadyQuantity(params: Params, name: string, value: number): Quantity | null {
  const agents = params.number('agents');
  const quantile = /^p(\d+)WaitSec$/.exec(name);
  if (quantile !== null) return waitQuantile(Number(quantile[1]) / 100, inMillis(value));
  if (name === 'utilisation' || name === 'occupancy')
    return ratio(
      (s) => s.busyArea(),
      (s) => agents * s.window,
    );
  if (name === 'asaSec' || name === 'meanWaitAllSec') return SAYS['meanWaitAll']!;
  const [plain, t] = numbered(name);
  if (plain === 'pServedWithin' && !Number.isNaN(t))
    return ratio((s) => s.share('servedWithin', inMillis(t)), calls());
  return SAYS[name] ?? null;
}
