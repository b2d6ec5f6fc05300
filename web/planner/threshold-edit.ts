/**
 * What turning a threshold does to the work: one change on top of the text, as `--set` takes it, and back. Which value stands on the
 * screen is read from the work itself, so that a drag shows at once what the engine has not yet answered. It knows no element.
 */
import type { Threshold } from '../../engine/index.ts';
import type { PlacedProblem, ScenarioState } from '../../workers/workbench/api.ts';
import {
  formatSetting,
  readValue,
  settingOf,
  withoutSetting,
  withSetting,
} from '../../workers/workbench/settings-list.ts';
import type { Work } from '../state/work.ts';
import type { ThresholdValue } from './threshold-text.ts';

export function turned(work: Work, { path, kind }: Threshold, value: number | string): Work {
  return changed(work, formatSetting(path, value, kind));
}

/** As the baseline has it; of a baseline that is another text its value is set. */
export function asBaseline(work: Work, threshold: Threshold, baseline: Threshold | null): Work {
  const { path } = threshold;
  const setting = settingOf(work.baseline.set, path);
  if (setting !== null) return changed(work, `${path}=${setting}`);
  if (work.baseline.text === work.now.text)
    return { ...work, now: { ...work.now, set: withoutSetting(work.now.set, path) } };
  const value = baseline?.value ?? baseline?.choices[0];
  return value === undefined ? work : turned(work, threshold, value);
}

/** A change that mends a problem, as the problem names it. */
export function mended(work: Work, { fix }: PlacedProblem): Work {
  return fix === null ? work : changed(work, fix);
}

function changed(work: Work, setting: string): Work {
  const set = withSetting(work.now.set, setting);
  const isSame = set.length === work.now.set.length && set.every((each, at) => each === work.now.set[at]);
  return isSame ? work : { ...work, now: { ...work.now, set } };
}

/** What a row shows: what was turned to, else what the baseline says of the same text, else what was read last. */
export function valueNow(work: Work, threshold: Threshold, baseline: Threshold | null): ThresholdValue {
  const set = valueSet(work.now, threshold);
  if (set !== undefined) return set;
  const isAsBaseline =
    work.now.text === work.baseline.text && settingOf(work.baseline.set, threshold.path) === null;
  return isAsBaseline && baseline !== null ? baseline.value : threshold.value;
}

function valueSet({ set }: ScenarioState, { path, kind }: Threshold): number | string | undefined {
  const written = settingOf(set, path);
  return written === null ? undefined : readValue(written, kind);
}

/** Unlimited is written or not said: both are the same setting. */
export function isSameValue(one: ThresholdValue, other: ThresholdValue): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 1e-9;
  return typeof one !== 'number' && typeof other !== 'number';
}
