/**
 * The thresholds of a scenario: the settings a planner tunes, each with its unit, range, step, help and rule, made from the schema
 * and from what the scenario has (its overflow items, callback profiles, queues, groups and shifts). It knows no words of a screen
 * but the schema's own descriptions, and changes nothing: a threshold's path is what `--set` takes.
 */

export type ThresholdSection =
  'overflow' | 'callback' | 'capacity' | 'ringing' | 'wrapUp' | 'staffing' | 'whatIf' | 'target';

export interface Threshold {
  /** As `--set` takes it: `queues.support.callback.offerFirst`. */
  readonly path: string;
  readonly section: ThresholdSection;
  /** The queue, group or profile it belongs to; null: the whole centre. */
  readonly owner: string | null;
  /** Which setting, the same for every owner: `offerFirst`, `workItemLimit`, `shiftCount`, `volume`. Words are looked up by it. */
  readonly key: string;
  /** What tells two of one key and owner apart: the shift's name, or where an overflow item moves to. */
  readonly detail: string | null;
  readonly kind: 'length' | 'share' | 'whole' | 'real' | 'factor' | 'choice';
  /** Of `length` seconds, of `share` a fraction of 1; null: unlimited, off, endless or not said and without a standard value. */
  readonly value: number | string | null;
  /** Whether the scenario says it itself; else `value` is the standard one. */
  readonly isStated: boolean;
  /** What the schema allows, in the same unit; a slider goes from `low` to `high`, which are inside. */
  readonly min: number;
  readonly max: number;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** Of a choice: its values. Of others: words that may stand in place of a number (`unlimited`, `off`, `endless`). */
  readonly choices: readonly string[];
  /** The rule that uses it, such as OV-05; null: none names it. */
  readonly rule: string | null;
  /** The schema's description, in English. */
  readonly help: string;
}
