/** Arrivals of a kind of day: rates, fixed numbers, traces, from the scenario or from its files. */
import { multiplied } from './compile-what-if.ts';
import type { LawCompiler } from './compile-law.ts';
import { limits } from './defaults.ts';
import { stepsOf } from './day-kinds.ts';
import type { DayKind } from './day-kinds.ts';
import { timeAfter } from './files.ts';
import type { ScenarioFiles } from './files.ts';
import { clockText } from './lengths.ts';
import type { Findings, ProblemPath } from './problems.ts';
import type { ArrivalOptions } from './scenario.ts';
import type { Factors } from './scenario-what-if.ts';
import type { ArrivalsSetup } from './setup.ts';

const hour = 3_600_000;

export class ArrivalCompiler {
  readonly #files: ScenarioFiles;
  readonly #findings: Findings;
  readonly #laws: LawCompiler;
  /** Length of an interval where the scenario names none. */
  readonly #interval: number;
  readonly #factors: Factors;

  constructor(
    files: ScenarioFiles,
    findings: Findings,
    laws: LawCompiler,
    interval: number,
    factors: Factors,
  ) {
    this.#files = files;
    this.#findings = findings;
    this.#laws = laws;
    this.#interval = interval;
    this.#factors = factors;
  }

  /** Undefined: nobody calls. */
  compile(written: ArrivalOptions, kind: DayKind, path: ProblemPath): ArrivalsSetup | undefined {
    const asWritten = this.#asWritten(written, kind, path);
    return asWritten && multiplied(asWritten, this.#factors);
  }

  #asWritten(written: ArrivalOptions, kind: DayKind, path: ProblemPath): ArrivalsSetup | undefined {
    if ('none' in written) return undefined;
    const step = written.every ?? this.#interval;
    const span = kind.to - kind.from;
    const dayFactor = written.dayFactor ? this.#laws.compile(written.dayFactor, path) : null;
    if (written.perInterval) {
      const expected = this.#numbers(written.perInterval, stepsOf(kind, step), [...path, 'perInterval']);
      return { kind: 'rates', expected, step, dayFactor };
    }
    if (written.perHour !== undefined) {
      return { kind: 'rates', expected: [(written.perHour * span) / hour], step: span, dayFactor };
    }
    if (written.perDay !== undefined) {
      return written.profile
        ? {
            kind: 'fixed',
            count: written.perDay,
            weights: this.#numbers(written.profile, stepsOf(kind, step), [...path, 'profile']),
            step,
          }
        : { kind: 'fixed', count: written.perDay, weights: [1], step: span };
    }
    return written.trace ? this.#trace(written.trace, kind, [...path, 'trace']) : undefined;
  }

  /** A list of the file or of a CSV column; the latter is checked only now that it is read. */
  #numbers(
    written: number[] | { file: string; column: string },
    steps: number,
    path: ProblemPath,
  ): readonly number[] {
    if (Array.isArray(written)) return written;
    const { file, column } = written;
    const numbers = this.#files.numbers(file, column, path, this.#findings);
    if (!numbers) return [];
    const calls = numbers.reduce((sum, value) => sum + value, 0) * this.#factors.volume;
    if (numbers.length !== steps) {
      this.#findings.add('E-FILE', path, { file, why: 'length', found: numbers.length, limit: steps });
    } else if (calls > limits.callsADay) {
      this.#findings.add('E-FILE', path, { file, why: 'calls', value: calls, limit: limits.callsADay });
    }
    return numbers;
  }

  #trace(
    written: NonNullable<Exclude<ArrivalOptions, { none: true }>['trace']>,
    kind: DayKind,
    path: ProblemPath,
  ): ArrivalsSetup {
    const files = this.#files;
    const isList = Array.isArray(written);
    const times = isList
      ? written.map(({ at }, index) => this.#listedTime(at, kind, [...path, index, 'at']))
      : files.times(written.file, written.at ?? 'at', kind.from, path, this.#findings);
    const column = (key: 'talk' | 'wrapUp'): readonly (number | null)[] | null => {
      if (isList) {
        return written.some((call) => call[key] !== undefined)
          ? written.map((call) => call[key] ?? null)
          : null;
      }
      const name = written[key];
      return name === undefined ? null : (files.recorded(written.file, name, path, this.#findings) ?? null);
    };
    const calls = (times?.length ?? 0) * this.#factors.volume;
    if (calls > limits.callsADay) {
      const params = { what: 'calls', value: calls, limit: limits.callsADay };
      this.#findings.add('E-LIMIT', path, params);
    }
    if (times) this.#warnOfTimes(times, kind, path, isList ? null : written.file);
    return inOrder(times ?? [], column('talk'), column('wrapUp'));
  }

  /** W-TRACE: who calls after the day's end is not simulated, which must not pass in silence. */
  #warnOfTimes(times: readonly number[], kind: DayKind, path: ProblemPath, file: string | null): void {
    const first = times.findIndex((time) => time >= kind.to - kind.from);
    if (first < 0) return;
    const count = times.filter((time) => time >= kind.to - kind.from).length;
    const day = `${clockText(kind.from)}-${clockText(kind.to)}`;
    const place = file === null ? { entry: first + 1 } : { file, row: this.#files.lineOf(file, first) };
    this.#findings.add('W-TRACE', path, { count, of: times.length, kind: kind.name, day, ...place });
  }

  #listedTime(at: string | number | undefined, kind: DayKind, path: ProblemPath): number {
    if (at === undefined) {
      this.#findings.add('E-MISSING', path, { key: 'at' }, 'key');
      return 0;
    }
    const time = timeAfter(at, kind.from);
    if (time === undefined) this.#findings.add('E-FORMAT', path, { expected: 'clock', value: String(at) });
    return time ?? 0;
  }
}

/** A trace is played in the order of its times, whatever the order of the file. */
function inOrder(
  times: readonly number[],
  talk: readonly (number | null)[] | null,
  wrapUp: readonly (number | null)[] | null,
): ArrivalsSetup {
  const order = times.map((_, index) => index).toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const sorted = (values: readonly (number | null)[]) => order.map((index) => values[index] ?? null);
  return {
    kind: 'trace',
    times: order.map((index) => times[index] ?? 0),
    talk: talk && sorted(talk),
    wrapUp: wrapUp && sorted(wrapUp),
  };
}
