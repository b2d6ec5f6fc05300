/**
 * The package's API, what `import { ... } from 'tandem'` gives. The command line uses nothing else.
 *
 * @example
 * ```ts
 * import { readScenario, run, ScenarioError } from 'tandem';
 *
 * const text = `
 * name: Two queues' worth of one
 * days: { from: 08:00, to: 18:00 }
 * queues: { support: { serviceLevel: { share: 80%, within: 20s } } }
 * agents: { team: { count: 12, queues: [support] } }
 * demand:
 *   support: { arrivals: { perHour: 120 }, talk: { exponential: { mean: 4m } }, patience: { exponential: { mean: 3m } } }
 * `;
 * const report = await run(text, { days: 20, seed: 1 });
 * const [headline] = report.headline;
 * console.log(`${headline.mean} in time (${headline.low} to ${headline.high}), ${report.days.simulated} days`);
 * ```
 *
 * In what goes in, lengths of time are texts with a unit (`30s`, `4m10s`, `8h30`) and shares are `80%` or `0.8`.
 * In a report lengths are seconds and shares fractions of 1; intervals are of 95 % confidence.
 *
 * @packageDocumentation
 */
export {
  dateOfDay,
  kpis,
  nearestName,
  pathText,
  planning,
  problemCodes,
  readScenario,
  scenarioJsonSchema,
  version,
} from '../engine/index.ts';
export type {
  Entry,
  KpiName,
  KpiUnit,
  Problem,
  ProblemCode,
  ReadOptions,
  ReadResult,
  Reason,
  Scenario,
  ScenarioFile,
  Setup,
} from '../engine/index.ts';
export { explain } from '../reports/explain.ts';
export type { Explanation, ExplainOptions } from '../reports/explain.ts';
export { reportJson } from '../reports/model.ts';
export { problemLine, problemText } from '../reports/problem-text.ts';
export { renderComparison } from '../reports/render-comparison.ts';
export type { ComparisonTextOptions } from '../reports/render-comparison.ts';
export { renderComparisonHtml } from '../reports/render-comparison-html.ts';
export type { ComparisonHtmlOptions } from '../reports/render-comparison-html.ts';
export { renderComparisonMarkdown } from '../reports/render-comparison-markdown.ts';
export { renderCsv } from '../reports/render-csv.ts';
export type { CsvOptions } from '../reports/render-csv.ts';
export { renderHtml } from '../reports/render-html.ts';
export type { HtmlOptions } from '../reports/render-html.ts';
export { renderSweep } from '../reports/render-sweep.ts';
export type { SweepTextOptions } from '../reports/render-sweep.ts';
export { renderSweepCsv } from '../reports/render-sweep-csv.ts';
export { renderSweepHtml } from '../reports/render-sweep-html.ts';
export type { SweepHtmlOptions } from '../reports/render-sweep-html.ts';
export { renderText } from '../reports/render-text.ts';
export type { TextOptions } from '../reports/render-text.ts';
export { callsOf, FINDINGS as findings, found, foundLines } from '../reports/calls.ts';
export type { CallSummary, Finding } from '../reports/calls.ts';
export { dayLine, STORY_WORDS as storyWords, storyOf } from '../reports/story.ts';
export type { DayTitle, StoryOptions } from '../reports/story.ts';
export { isEssential, lineOf, reasonLines } from '../reports/transcript-text.ts';
export type { LineOptions } from '../reports/transcript-text.ts';
export { LANGUAGES as languages } from '../reports/words.ts';
export type { Language } from '../reports/words.ts';
export { reportJsonSchema } from '../reports/schema.ts';
export type * from '../reports/schema.ts';
export { comparisonJson, comparisonJsonSchema } from '../reports/compare.ts';
export type { Comparison, ComparisonRow } from '../reports/compare.ts';
export { sweepJson, sweepJsonSchema } from '../reports/sweep.ts';
export type { Sweep, SweepPoint, SweepTarget } from '../reports/sweep.ts';
export { compare } from './compare.ts';
export type { CompareOptions } from './compare.ts';
export { differenceLines, flowProblemLine, runFlow } from './flow.ts';
export type { FlowDifference, FlowOutcome, FlowProblem } from './flow.ts';
export type { Progress } from './pace.ts';
export { SimulationError } from './course.ts';
export type { Outcome } from './course.ts';
export { run, ScenarioError } from './run.ts';
export type { ReadyScenario, RunOptions, ScenarioProblem, ScenarioSource } from './run.ts';
export { OptionError } from './stopping.ts';
export { serve, ServeError } from './serve.ts';
export type { Served, ServeOptions } from './serve.ts';
export { sweep } from './sweep.ts';
export type { SweepOptions } from './sweep.ts';
export { trace } from './trace.ts';
export type { Trace, TraceOptions } from './trace.ts';
export type { UntilHalfwidth, UntilRelative } from './stopping.ts';
export { baselineFiles, readBaseline } from './baseline.ts';
export type { Baseline, BaselineFiles } from './baseline.ts';
export { check } from './check.ts';
export type { CheckItem, CheckOptions, CheckProgress } from './check.ts';
export { readSuite, suiteOfScenario } from '../engine/index.ts';
export type { OpenedScenario, Suite, SuiteProblem, SuiteResult } from '../engine/index.ts';
export { suiteJson, suiteReportJsonSchema } from '../reports/suite.ts';
export type {
  BaselineVerdict,
  Decision,
  ExpectationVerdict,
  MovedNumber,
  SuiteFile,
  SuiteReport,
} from '../reports/suite.ts';
export { renderSuiteHtml } from '../reports/suite-html.ts';
export type { SuiteHtmlOptions } from '../reports/suite-html.ts';
export { renderSuiteJunit } from '../reports/suite-junit.ts';
export type { SuiteJunitOptions } from '../reports/suite-junit.ts';
export { renderSuiteMarkdown } from '../reports/suite-markdown.ts';
export type { SuiteMarkdownOptions } from '../reports/suite-markdown.ts';
export { renderSuite } from '../reports/suite-text.ts';
export type { SuiteTextOptions } from '../reports/suite-text.ts';
export { digest } from './digest.ts';
export type { Digest, DigestOptions } from './digest.ts';
export { columnRoles, parseClock, parseLength, statedFormat } from '../engine/index.ts';
export { fitJson } from '../reports/fit-model.ts';
export type { FitReport } from '../reports/fit-model.ts';
export { dataProblemLine } from '../reports/fit-notes.ts';
export { fitSummary } from '../reports/fit-summary.ts';
export { renderFitHtml } from '../reports/render-fit-html.ts';
export { DataError, fit } from './fit.ts';
export type { ColumnRole, Fit, FitOptionsGiven } from './fit.ts';
export { renderStaffing } from '../reports/render-staffing.ts';
export type { StaffingTextOptions } from '../reports/render-staffing.ts';
export { renderStaffingHtml } from '../reports/render-staffing-html.ts';
export type { StaffingHtmlOptions } from '../reports/render-staffing-html.ts';
export { staffingJson, staffingJsonSchema, staffingYaml } from '../reports/staffing.ts';
export type { Staffing } from '../reports/staffing.ts';
export { staff, staffDays } from './staff.ts';
export type { StaffOptions, StaffProgress } from './staff.ts';
export { validationJson, validationJsonSchema } from '../reports/validation.ts';
export type { Validation, ValidationCase, ValidationNumber } from '../reports/validation.ts';
export { renderValidation } from '../reports/validation-text.ts';
export type { ValidationTextOptions } from '../reports/validation-text.ts';
export { PackError, validate } from './validate.ts';
export type { ValidateOptions, ValidateProgress } from './validate.ts';
