/**
 * What the events of threshold rows do to the work, the same in the rail and in the dock of narrow screens; and the thresholds as they
 * are to be shown: with sliders that keep their range while one drags. It draws nothing.
 */
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import type { Threshold } from '../../engine/index.ts';
import { formatSetting, isSamePath, readSetting } from '../../workers/workbench/settings-list.ts';
import type { Bench } from '../state/contexts.ts';
import { asBaseline, isSameValue, mended, turned, valueNow } from './threshold-edit.ts';
import type { ThresholdValue } from './threshold-text.ts';
import type { Turn } from './threshold-row.ts';

export interface ShownThreshold {
  readonly threshold: Threshold;
  readonly value: ThresholdValue;
  /** undefined: the baseline has none of that path. */
  readonly baseline: ThresholdValue | undefined;
  readonly problem: PlacedProblem | null;
}

export class RailEdits {
  readonly #bench: Bench;
  /** The range each slider began with, by path. */
  readonly #ranges = new Map<string, Pick<Threshold, 'low' | 'high' | 'step'>>();

  #sources: readonly unknown[] = [undefined];
  #shown: readonly ShownThreshold[] = [];

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** Listens to the rows below the element; who listens further up (the dock around its sheet) does not hear them again. */
  listen(host: HTMLElement): void {
    const { work } = this.#bench;
    const on = <Detail>(name: string, heard: (detail: Detail) => void): void =>
      host.addEventListener(name, (event) => {
        event.stopPropagation();
        heard((event as CustomEvent<Detail>).detail);
      });
    on<Turn>('turn', (turn) => this.#turn(turn));
    on<string>('turn-end', () => work.endGesture());
    on<string>('restore', (path) => this.#restore(path));
    on<PlacedProblem>('mend', (problem) => work.edit((now) => mended(now, problem)));
    on<null>('undo-wanted', () => work.undo());
    on<null>('redo-wanted', () => work.redo());
  }

  /** The same list as long as nothing it is made of has changed: several parts of the screen ask for it in each update. */
  shown(): readonly ShownThreshold[] {
    const { opened, baseline, errors } = this.#bench.run.value;
    const sources = [opened, baseline, errors, this.#bench.work.value];
    if (sources.some((source, at) => source !== this.#sources[at])) {
      this.#sources = sources;
      this.#shown = this.#show();
    }
    return this.#shown;
  }

  /** All that is wrong, with a fix where there is one. */
  problems(): readonly PlacedProblem[] {
    const shown = this.shown();
    return this.#bench.run.value.errors.map(
      (error) => shown.find(({ problem }) => problem?.sentence === error.sentence)?.problem ?? error,
    );
  }

  changedCount(): number {
    return this.shown().filter(
      ({ value, baseline }) => baseline !== undefined && !isSameValue(value, baseline),
    ).length;
  }

  /** Everything as in the baseline, in one step. */
  reset(): void {
    this.#bench.work.edit((work) => ({ ...work, now: work.baseline }));
  }

  #show(): readonly ShownThreshold[] {
    const { opened, errors } = this.#bench.run.value;
    const work = this.#bench.work.value;
    if (opened === null || work === null) return [];
    return opened.thresholds.map((read) => {
      const before = this.#baselineAt(read.path);
      const value = valueNow(work, read, before);
      const error = errors.find((each) => isAbout(each, read.path)) ?? null;
      const problem = error === null ? null : withFix(error, read, value);
      return { threshold: this.#steady(read, value), value, baseline: before?.value, problem };
    });
  }

  #turn({ path, value, isDrag }: Turn): void {
    const threshold = this.#thresholdAt(path);
    if (threshold === null) return;
    this.#bench.work.edit((work) => turned(work, threshold, value), isDrag ? path : null);
  }

  #restore(path: string): void {
    const threshold = this.#thresholdAt(path);
    if (threshold === null) return;
    this.#bench.work.edit((work) => asBaseline(work, threshold, this.#baselineAt(path)));
  }

  #thresholdAt(path: string): Threshold | null {
    return this.#bench.run.value.opened?.thresholds.find((each) => each.path === path) ?? null;
  }

  #baselineAt(path: string): Threshold | null {
    return this.#bench.run.value.baseline?.thresholds.find((each) => each.path === path) ?? null;
  }

  #steady(threshold: Threshold, value: ThresholdValue): Threshold {
    const { path, low, high, step } = threshold;
    const kept = this.#ranges.get(path);
    const isInside =
      typeof value !== 'number' || (kept !== undefined && value >= kept.low && value <= kept.high);
    if (kept !== undefined && isInside && step >= kept.step) return { ...threshold, ...kept };
    this.#ranges.set(path, { low, high, step });
    return threshold;
  }
}

/** A problem names the change it is about, and the place in the scenario. */
function isAbout({ set, path }: PlacedProblem, wanted: string): boolean {
  return isSamePath(set === null ? path : (readSetting(set)?.path ?? path), wanted);
}

/** Where the engine knows no fix, the nearest value in range is one. */
function withFix(
  problem: PlacedProblem,
  { path, kind, min, max }: Threshold,
  value: ThresholdValue,
): PlacedProblem {
  if (problem.fix !== null || typeof value !== 'number' || (value >= min && value <= max)) return problem;
  return { ...problem, fix: formatSetting(path, Math.min(max, Math.max(min, value)), kind) };
}
