/**
 * The public door of the engine: nothing outside engine/ reaches past this file. It only re-exports.
 */
export { version } from './version.ts';

export { citationsIn } from './citations.ts';
export {
  EXAMPLES,
  exampleOf,
  isEdge,
  KPIS,
  kpiOf,
  PARAMETERS,
  PROBLEMS,
  problemOf,
  ruleOf,
  RULES,
  rulesOf,
  sectionOf,
  SECTIONS,
  SOURCES,
  SURENESS,
} from './rules.ts';
export type { Kpi as KpiText, Parameter, ProblemText, Rule, Section, WorkedExample } from './rules.ts';

export { badScenarios, warnedScenarios } from './config/bad-scenarios.ts';
export { boundOf, isBeyondShare, shareAsMeant } from './config/bounds.ts';
export { dateOfDay, frameOf, isZone, kindOfDay, startOfDayUtc } from './config/hours.ts';
export { fixOf } from './config/fix.ts';
export { scenarioJsonSchema } from './config/json-schema.ts';
export { kpis, kpiNamed } from './config/kpis.ts';
export type { KpiName, KpiUnit } from './config/kpis.ts';
export { clockText, lengthText } from './config/lengths.ts';
export { nearestName } from './config/nearest.ts';
export { pathText, problemCodes, severityOf } from './config/problems.ts';
export type { Problem, ProblemCode, ProblemParameters, ProblemPath } from './config/problems.ts';
export { readScenario } from './config/read.ts';
export type { ReadOptions, ReadResult } from './config/read.ts';
export { readSuite, suiteOfScenario } from './config/read-suite.ts';
export type { OpenedScenario, Suite, SuiteProblem, SuiteResult } from './config/read-suite.ts';
export type { Scenario, ScenarioFile } from './config/scenario.ts';
export type * from './config/setup.ts';
export { thresholdKeys, thresholdsOf } from './config/thresholds.ts';
export type { Threshold, ThresholdKey, ThresholdSection } from './config/thresholds.ts';
export { writtenText } from './config/written.ts';

export { CommandDigest, totalDigest } from './routing/digest.ts';
export type { DayDigest } from './routing/digest.ts';
export { Transcript } from './routing/transcript.ts';
export type { Entry, Reason } from './routing/transcript.ts';
export { COMMAND_FIELDS, FACT_FIELDS, INPUT_FIELDS } from './routing/transcript-fields.ts';
export type { Field as TranscriptField } from './routing/transcript-fields.ts';

export { badScripts, headerOfBadScripts } from './script/bad-scripts.ts';
export { mistakeCodes } from './script/mistakes.ts';
export type { Mistake, MistakeCode } from './script/mistakes.ts';
export { phraseGroups } from './script/phrases.ts';
export type { Phrase } from './script/phrase.ts';
export { playScript } from './script/player.ts';
export type { PlayResult } from './script/player.ts';
export { readScript } from './script/read-script.ts';
export type { ScriptResult } from './script/read-script.ts';
export type { Script, Step } from './script/script.ts';
export { exactClock } from './script/times.ts';

export { Controls, CONTROLS } from './world/controls.ts';
export { withTimes } from './kernel/law-times.ts';
export { studentQuantile } from './kernel/quantiles.ts';

export { Simulation } from './world/run.ts';

export { halfWidth, replicatesFor, residualSpread, studentFactor } from './metrics/confidence.ts';
export type { Estimate } from './metrics/confidence.ts';
export { jackknifeEstimate } from './metrics/jackknife.ts';
export { orderEstimate, orderInterval } from './metrics/order-statistics.ts';
export { Levels, mser5 } from './metrics/warm-up.ts';
export { cellWords } from './metrics/cell-words.ts';
export { kpiById, kpisOf, rangeOf, termsOf } from './metrics/kpis.ts';
export type { Kpi, RatioKpi, Sample, Scope, Unit } from './metrics/kpis.ts';
export { DELAY_STEP, STAY_STEP, STEP_BINS } from './metrics/bins.ts';
export { sharedTarget } from './metrics/interval-targets.ts';
export { ACTIONS, CONDITIONS, HEARD_CELLS, layoutOf } from './metrics/layout.ts';
export type { OverflowEdge, TallyName } from './metrics/layout.ts';
export { PairAccumulator } from './metrics/pairs.ts';
export type { Difference, Pair } from './metrics/pairs.ts';
export type { Point } from './metrics/samples.ts';
export { chanceOf, distanceFrom, replicatesToSee, standingAmong, sureAbove } from './metrics/significance.ts';
export { recordedDifference } from './metrics/recorded-difference.ts';
export type { Recorded, RecordedDifference } from './metrics/recorded-difference.ts';
export { FALSE_ALARM, judge, RatioSeries, riskPerLook } from './metrics/sequential-bounds.ts';
export type { Bounds, Judgement, Possible } from './metrics/sequential-bounds.ts';
export { Accumulator, blockDaysFor } from './metrics/summary.ts';
export type { AccumulatorOptions, Part } from './metrics/summary.ts';

export { dateText, parseClock, parseLength, weekdayOf } from './config/lengths.ts';
export { weekdayNames } from './config/day-kinds.ts';
export { PLACEHOLDER_TARGET } from './planning/fit/agents-to-begin-with.ts';
export { columnRoles } from './planning/fit/columns.ts';
export type { Role as ColumnRole, StatedColumns } from './planning/fit/columns.ts';
export { fitData, HANDLE_UNTIL_MEASURED } from './planning/fit/fit-data.ts';
export type { Fit, FitOptions, PooledTimes, QueueFit } from './planning/fit/fit-data.ts';
export type { FittedDay, KindDemand, QueueDemand, Spread } from './planning/fit/kind-demand.ts';
export { distributionOfFitted, kernelLaw, weibullSurvival } from './planning/fit/laws.ts';
export type { FittedLaw, LawName } from './planning/fit/laws.ts';
export { statedFormat } from './planning/fit/moments.ts';
export { readData } from './planning/fit/read-data.ts';
export type { ReadDataOptions, ReadDataResult } from './planning/fit/read-data.ts';
export type { DataProblem, ReadNote, Records } from './planning/fit/records.ts';
export type { FittedPatience, FittedTimes } from './planning/fit/times.ts';

export { exactModel } from './planning/exact-model.ts';
export type { ExactModel } from './planning/exact-model.ts';
export { patienceOf } from './planning/patience.ts';
export type { Patience } from './planning/patience.ts';
export { daysCounted, plannedBetween, plannedHours } from './planning/planned-staff.ts';
export { requiredAgents } from './planning/required-agents.ts';
export { fewestAgents, headsFor, queueOf } from './planning/staffing.ts';
export type { Targets as StaffingTargets } from './planning/staffing.ts';
export { meanBusyAt } from './planning/time-dependent-load.ts';
export * as planning from './planning/planning.ts';

export { coverageOf, FIRST_RUNS } from './validation/accuracy/coverage.ts';
export type { Coverage } from './validation/accuracy/coverage.ts';
export { gainsOf } from './validation/accuracy/gains.ts';
export type { Gain } from './validation/accuracy/gains.ts';
export { accuracyModels } from './validation/accuracy/models.ts';
export { flatNumbers } from './validation/case.ts';
export type { Case } from './validation/case.ts';
export { readPack } from './validation/pack.ts';
export type { PackProblem, PackResult } from './validation/pack.ts';
export { MalformedError, ParamsError } from './validation/params.ts';
export { CALCULATOR_ONLY, planOf, UNSUPPORTED } from './validation/plan-of.ts';
export type { Plan, Play } from './validation/plan.ts';
export type { Stretch } from './validation/play.ts';
export { Trial } from './validation/trial.ts';
export { Validator } from './validation/validator.ts';
export type { ValidationAnswer, ValidationTask } from './validation/validator.ts';
export { calculated } from './validation/verdict.ts';
export type { Calculated, Verdict } from './validation/verdict.ts';
