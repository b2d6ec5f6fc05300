/**
 * The public door of the engine: nothing outside engine/ reaches past this file. It only re-exports.
 */
export { version } from './version.ts';

export { dateOfDay, frameOf, kindOfDay, startOfDayUtc } from './config/hours.ts';
export { scenarioJsonSchema } from './config/json-schema.ts';
export { kpis, kpiNamed } from './config/kpis.ts';
export type { KpiName, KpiUnit } from './config/kpis.ts';
export { pathText, problemCodes } from './config/problems.ts';
export type { Problem, ProblemCode, ProblemParameters, ProblemPath } from './config/problems.ts';
export { readScenario } from './config/read.ts';
export type { ReadOptions, ReadResult } from './config/read.ts';
export type { Scenario, ScenarioFile } from './config/scenario.ts';
export type * from './config/setup.ts';

export { Simulation } from './world/run.ts';
