/**
 * Baselines: what a suite did when it was recorded, and whether it still does. The recorded days are played again with the recorded
 * seed, so digests tell a change of behaviour from a change of luck for certain; the numbers are compared day by day. Where the
 * commands first differ, both decisions are shown with their reasons. It knows no files.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { readScenario, totalDigest, version } from '../engine/index.ts';
import { baselineJson, baselineSchema, BASELINE_VERSION, recordSchema } from '../reports/baseline.ts';
import type { BaselineData, BaselineRecord } from '../reports/baseline.ts';
import { decisionLine, isSameDecision } from '../reports/decision.ts';
import type { BaselineVerdict, Decision } from '../reports/suite.ts';
import { decisionsOf, digestOfDay, over, playDays } from './baseline-days.ts';
import type { PlayedDays, PlayOptions } from './baseline-days.ts';
import { movedNumbers } from './baseline-moved.ts';
import type { ReadyScenario } from './run.ts';

export interface Baseline {
  readonly data: BaselineData;
  /** null: it was lost, or is of another version; then old decisions cannot be shown, and numbers not paired. */
  readonly record: BaselineRecord | null;
}

/** Where the suite does not say. */
export const baselineDays = 20;
/** Decisions are kept of the first day, and of as many more as stay below this: about 10 bytes each when compressed. */
const DECISIONS_KEPT = 10_000;
/** Files of a scenario up to so many characters are kept with it. */
const FILES_KEPT = 2_000_000;
/** What both did before the first difference. */
const LINES_BEFORE = 3;

/** What a scenario was made of, so that it can be played again. */
export interface ScenarioMade {
  readonly text: string;
  readonly set: readonly string[];
  /** The files that it names, by their names. */
  readonly files: Readonly<Record<string, string>>;
}

export async function recordBaseline(
  ready: ReadyScenario,
  made: ScenarioMade,
  days: number,
  options: PlayOptions = {},
): Promise<Baseline | null> {
  const scenario = over(ready, ready.setup.seed, days);
  const played = await playDays(scenario, options);
  if (played.isStopped) return null;
  // What had nobody to ask says nothing.
  const numbers = played.numbers.filter(({ number }) => number.mean !== null);
  const data: BaselineData = {
    baselineVersion: BASELINE_VERSION,
    tandem: version,
    scenario: ready.setup.name,
    seed: scenario.setup.seed,
    days,
    digest: totalDigest(played.digests),
    commands: sumOf(played.commands),
    dayDigests: played.digests,
    numbers: numbers.map(({ number }) => number),
  };
  const kept = Object.values(made.files).reduce((sum, text) => sum + text.length, 0) <= FILES_KEPT;
  const record: BaselineRecord = {
    baselineVersion: BASELINE_VERSION,
    text: made.text,
    set: made.set,
    files: kept ? made.files : {},
    isWhole: kept,
    sums: numbers.map(({ sums }) => sums),
    decisions: decisionsKept(scenario, played),
  };
  return { data, record };
}

function decisionsKept(scenario: ReadyScenario, { commands }: PlayedDays): BaselineRecord['decisions'] {
  let [days, kept] = [1, commands[0] ?? 0];
  while (days < commands.length && kept + (commands[days] ?? 0) <= DECISIONS_KEPT)
    kept += commands[days++] ?? 0;
  return Array.from({ length: days }, (_, day) =>
    decisionsOf(scenario, day).map(({ at, text, rule, why }) => [at, text, rule, why] as const),
  );
}

// -------------------------------------------------------------------- comparing

export interface CompareBaselineOptions extends PlayOptions {
  /** The chance to say of any number of this suite that it moved when it did not. */
  readonly risk: number;
}

/**
 * Whether a scenario still does what was recorded.
 * @param asked what the suite now asks for: with another seed it is still compared on the recorded one
 */
export async function compareBaseline(
  { data, record }: Baseline,
  ready: ReadyScenario,
  made: ScenarioMade,
  file: string,
  options: CompareBaselineOptions,
): Promise<BaselineVerdict> {
  const scenario = over(ready, data.seed, data.days);
  const played = await playDays(scenario, options);
  const digest = played.isStopped ? null : totalDigest(played.digests);
  const differing = data.dayDigests.filter((each, day) => each !== played.digests[day]).length;
  const told = {
    file,
    seed: data.seed,
    days: data.days,
    recordedBy: data.tandem,
    digest: { was: data.digest, is: digest },
    commands: { was: data.commands, is: played.isStopped ? null : sumOf(played.commands) },
    scenario:
      record === null ? null : isSameScenario(record, made) ? ('same' as const) : ('changed' as const),
    luck: ready.setup.seed === data.seed ? ('same' as const) : ('other' as const),
  };
  if (played.isStopped) return { ...told, verdict: 'stopped', daysDiffering: 0, first: null, moved: [] };
  const moved = movedNumbers(data, record, played.numbers, options.risk);
  return {
    ...told,
    verdict: moved.length > 0 ? 'moved' : differing > 0 ? 'changed' : 'same',
    daysDiffering: differing,
    first: differing > 0 ? firstDifference(data, record, scenario, played) : null,
    moved,
  };
}

/** Nothing was recorded of this suite. */
export function missingBaseline(file: string): BaselineVerdict {
  return {
    file,
    verdict: 'missing',
    seed: null,
    days: 0,
    recordedBy: null,
    digest: { was: null, is: null },
    commands: { was: null, is: null },
    daysDiffering: 0,
    scenario: null,
    luck: null,
    first: null,
    moved: [],
  };
}

/** What has just been recorded. */
export function recordedBaseline(file: string, { data }: Baseline): BaselineVerdict {
  const { seed, days, tandem, digest, commands } = data;
  return {
    ...missingBaseline(file),
    verdict: 'recorded',
    seed,
    days,
    recordedBy: tandem,
    digest: { was: null, is: digest },
    commands: { was: null, is: commands },
  };
}

function isSameScenario(record: BaselineRecord, { text, set, files }: ScenarioMade): boolean {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  return record.text === text && same(record.set, set) && (!record.isWhole || same(record.files, files));
}

// -------------------------------------------------------------------- the first difference

function firstDifference(
  data: BaselineData,
  record: BaselineRecord | null,
  scenario: ReadyScenario,
  played: PlayedDays,
): BaselineVerdict['first'] {
  const day = data.dayDigests.findIndex((each, at) => each !== played.digests[at]);
  const now = decisionsOf(scenario, day);
  const kept = record?.decisions[day];
  const old =
    kept?.map(([at, text, rule, why]): Decision => ({ at, text, rule, why })) ?? replayed(data, record, day);
  if (old === null) return { day, was: null, is: null, before: [], kept: 'none' };
  let at = 0;
  while (at < Math.min(now.length, old.length) && isSameDecision(now[at]!, old[at]!)) at += 1;
  return {
    day,
    was: old[at] ?? null,
    is: now[at] ?? null,
    before: now.slice(Math.max(0, at - LINES_BEFORE), at).map(decisionLine),
    kept: kept === undefined ? 'replayed' : 'record',
  };
}

/**
 * The old day as the recorded scenario plays today: where that has the recorded digest, it is the old day, and the scenario is what
 * changed. Otherwise Tandem itself did, and its old version is not here to be asked.
 */
function replayed(data: BaselineData, record: BaselineRecord | null, day: number): Decision[] | null {
  if (record === null || !record.isWhole) return null;
  const { text, set, files } = record;
  const result = readScenario(text, { set, files: (name) => files[name] });
  if (!result.ok) return null;
  const scenario = over(result, data.seed, data.days);
  return digestOfDay(scenario, day) === data.dayDigests[day] ? decisionsOf(scenario, day) : null;
}

// -------------------------------------------------------------------- on disk

export interface BaselineFiles {
  readonly json: string;
  readonly record: Uint8Array;
}

export function baselineFiles({ data, record }: Baseline): BaselineFiles {
  return { json: baselineJson(data), record: gzipSync(JSON.stringify(record), { level: 9 }) };
}

/** @throws {SyntaxError} when the JSON file is not a baseline of this version; of the record that means only that it is not used */
export function readBaseline(json: string, record: Uint8Array | null): Baseline {
  const parsed = baselineSchema.safeParse(parsedJson(json));
  if (!parsed.success)
    throw new SyntaxError('It is not a baseline that this version can read. Record it again.');
  const data = parsed.data;
  const opened = record === null ? null : openRecord(record);
  const fits = opened !== null && opened.sums.length === data.numbers.length;
  return { data, record: fits ? opened : null };
}

function openRecord(bytes: Uint8Array): BaselineRecord | null {
  try {
    const parsed = recordSchema.safeParse(
      parsedJson(gunzipSync(bytes, { maxOutputLength: 2 ** 28 }).toString()),
    );
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
