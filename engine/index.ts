/**
 * The public door of the engine: nothing outside engine/ reaches past this file. It only re-exports.
 */
export { version } from './version.ts';

export { boundOf } from './config/bounds.ts';
export { dateOfDay, frameOf, kindOfDay, startOfDayUtc } from './config/hours.ts';
export { scenarioJsonSchema } from './config/json-schema.ts';
export { kpis, kpiNamed } from './config/kpis.ts';
export type { KpiName, KpiUnit } from './config/kpis.ts';
export { nearestName } from './config/nearest.ts';
export { pathText, problemCodes } from './config/problems.ts';
export type { Problem, ProblemCode, ProblemParameters, ProblemPath } from './config/problems.ts';
export { readScenario } from './config/read.ts';
export type { ReadOptions, ReadResult } from './config/read.ts';
export type { Scenario, ScenarioFile } from './config/scenario.ts';
export type * from './config/setup.ts';

export { Simulation } from './world/run.ts';

export { halfWidth } from './metrics/confidence.ts';
export type { Estimate } from './metrics/confidence.ts';
export { kpiById, kpisOf } from './metrics/kpis.ts';
export type { Kpi, RatioKpi, Sample, Scope, Unit } from './metrics/kpis.ts';
export { ACTIONS, CONDITIONS } from './metrics/layout.ts';
export { PairAccumulator } from './metrics/pairs.ts';
export type { Difference, Pair } from './metrics/pairs.ts';
export type { Point } from './metrics/samples.ts';
export { Accumulator, blockDaysFor } from './metrics/summary.ts';
export type { AccumulatorOptions, Part } from './metrics/summary.ts';
