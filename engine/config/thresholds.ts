/**
 * The thresholds of a scenario: the settings a planner tunes, each with its unit, range, step, help and rule, made from the schema
 * and from what the scenario has (its overflow items, callback profiles, queues, groups and shifts). It knows no words of a screen
 * but the schema's own descriptions, and changes nothing: a threshold's path is what `--set` takes.
 */
import { pathText } from './problems.ts';
import type { Scenario } from './scenario.ts';
import { optionAt } from './schema-option.ts';
import type { Setup } from './setup.ts';
import { placesOf } from './threshold-places.ts';
import type { Place } from './threshold-places.ts';
import { sliderOf } from './threshold-slider.ts';

export type ThresholdSection =
  'overflow' | 'callback' | 'capacity' | 'ringing' | 'wrapUp' | 'staffing' | 'whatIf' | 'target';

/** Every setting there may be on the rail, in its order. */
export const thresholdKeys = [
  ...(['workItemLimit', 'averageWait', 'waitExceeds'] as const),
  ...(['offerFirst', 'offerRepeat', 'maxAttempts', 'retryWait', 'minRedialGap'] as const),
  ...(['ringLimit', 'callbackExpiry', 'maxActive'] as const),
  ...(['maxActiveContacts', 'maxCalls', 'maxOutbound', 'capacityLimit'] as const),
  ...(['ringTimeout', 'autoWrapAfter'] as const),
  ...(['serviceLevelShare', 'serviceLevelWithin', 'shortAbandonThreshold'] as const),
  ...(['count', 'staff', 'shiftCount'] as const),
  ...(['volume', 'handleTime', 'patience', 'acceptance'] as const),
] as const;
export type ThresholdKey = (typeof thresholdKeys)[number];

export interface Threshold {
  /** As `--set` takes it and as problems name it: `queues.support.overflow[0].when.workItemLimit`. */
  readonly path: string;
  readonly section: ThresholdSection;
  /** The queue, group or profile it belongs to; null: the whole centre. */
  readonly owner: string | null;
  /** Which setting, the same for every owner: `offerFirst`, `workItemLimit`, `shiftCount`, `volume`. Words are looked up by it. */
  readonly key: ThresholdKey;
  /** What tells two of one key and owner apart: the shift's name, the kind of day, or what an overflow item does (`transferQueue:billing`). */
  readonly detail: string | null;
  readonly kind: 'length' | 'share' | 'whole' | 'real' | 'factor';
  /** Of `length` seconds, of `share` a fraction of 1; null: unlimited, off, never or not said and without a standard value. */
  readonly value: number | null;
  /** Whether the scenario says it itself; else `value` is the standard one. */
  readonly isStated: boolean;
  /** What holds where the scenario says nothing: a number as `value`, or a word of `choices`; null: no value is standard. */
  readonly standard: number | string | null;
  /** What the schema allows, in the same unit; a slider goes from `low` to `high`, which are inside. */
  readonly min: number;
  readonly max: number;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** Words that may stand in place of a number (`unlimited`, `off`, `never`). */
  readonly choices: readonly string[];
  /** The rule or KPI that uses it, such as OV-05 or K-01a; null: none names it. */
  readonly rule: string | null;
  /** The schema's description, in English; of an option that holds several thresholds, what this one is. */
  readonly help: string;
}

/** The rule or KPI a description cites first: the one that says what the setting does. */
const firstCitation = /\b(?:[A-Z]{2,3}|K)-\d{2}[a-f]?\b/;

/** All thresholds of a scenario that has been read, in the order of the tuning rail. */
export function thresholdsOf(scenario: Scenario, setup: Setup): readonly Threshold[] {
  return placesOf(scenario, setup).map(thresholdAt);
}

function thresholdAt(place: Place): Threshold {
  const option = optionAt(place.path);
  if (!option) throw new Error(`The schema has no bounds for ${pathText(place.path)}.`);
  const unit = option.kind === 'length' ? 1000 : 1;
  const [min, max] = (place.bounds ?? [option.min, option.max]).map((bound) => bound / unit) as [
    number,
    number,
  ];
  const standard = place.standard ?? option.standard;
  const said = place.written ?? standard;
  const value = said === undefined || said === Infinity ? null : said / unit;
  // The larger of what is said and what is usual, so that the way back to the standard is on the slider.
  const sizes = [place.written ?? 0, standard ?? 0].filter((size) => size !== Infinity);
  const anchor = (Math.max(...sizes) || (place.usual ?? unit)) / unit;
  const kind = place.section === 'whatIf' ? 'factor' : option.kind;
  const { section, key, owner, detail = null } = place;
  return {
    ...{ path: pathText(place.path), section, key, owner, detail, kind },
    ...{ value, isStated: place.written !== undefined, min, max },
    standard:
      standard === Infinity ? (option.words[0] ?? null) : standard === undefined ? null : standard / unit,
    ...sliderOf({ kind, value, anchor, min, max }),
    choices: option.words,
    rule: firstCitation.exec(option.description)?.[0] ?? null,
    help: place.help ?? option.description,
  };
}
