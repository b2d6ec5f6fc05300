/**
 * A file of calls or counts into a scenario: reads the text, fits it, writes the scenario and looks whether it reads. The one place
 * where data, engine and reports meet for this. It refuses to know files and terminals.
 */
import { fitData, isZone, nearestName, readData, readScenario, version } from '../engine/index.ts';
import type { ColumnRole, DataProblem, Fit, LawName, ReadDataOptions } from '../engine/index.ts';
import type { FitReport } from '../reports/fit-model.ts';
import { dataProblemLine } from '../reports/fit-notes.ts';
import { unreadableProblem } from '../reports/fit-unreadable.ts';
import { fitYaml } from '../reports/fit-yaml.ts';
import { OptionError } from './stopping.ts';

/** How data are read and fitted. Lengths are seconds. */
export interface FitOptionsGiven extends ReadDataOptions {
  /** Interval of the scenario. Default 1800; it must divide a day and be a multiple of the interval of counts. */
  readonly interval?: number | undefined;
  /** Weekdays that differ by no more, in volume and in hours, are one kind of day. Default 0.12. */
  readonly alike?: number | undefined;
  /** Days far out count as any other. Default: they are named and left out. */
  readonly keepsOutliers?: boolean | undefined;
  /** Opening hours, in seconds after midnight. Default: found. */
  readonly hours?: readonly [from: number, to: number] | undefined;
  /** Law of handle times, `empirical` for the measured values. Default: the one with the lowest BIC. */
  readonly law?: LawName | 'empirical' | undefined;
  /** Seconds within which the next call of a lost caller is a redial. Default 3600. */
  readonly redialWindow?: number | undefined;
  /** IANA time zone that the scenario states. */
  readonly zone?: string | undefined;
  /** What the file is called in the scenario. Default "data.csv". */
  readonly file?: string | undefined;
  /** What the scenario says one should type to get the same. */
  readonly command?: string | undefined;
}

/** The data cannot be read: every wrong line. Or what they are makes no scenario. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly problems: readonly DataProblem[];

  constructor(problems: readonly DataProblem[], file: string) {
    super(
      problems
        .slice(0, 20)
        .map((problem) => dataProblemLine(problem, file))
        .join('\n'),
    );
    this.problems = problems;
  }
}

const DAY = 86_400;

/**
 * Fits the calls or counts of a CSV text. The result has the scenario (`scenario`, YAML with comments) and every figure it was made
 * of (`fit`, lengths in seconds, shares as fractions of 1); `renderFitHtml` draws it, `fitJson` writes it.
 *
 * @throws {DataError} when lines cannot be read, with all of them, or when the data make no scenario
 * @throws {OptionError} when an option makes no sense
 */
export function fit(text: string, options: FitOptionsGiven = {}): FitReport {
  const file = options.file ?? 'data.csv';
  const interval = options.interval ?? 1800;
  checkOptions(options, interval);
  const read = readData(text, options);
  if (!read.ok) throw new DataError(read.problems, file);
  const { records } = read;
  if (records.shape === 'counts' && interval % records.interval !== 0) {
    throw new OptionError(
      `interval: the counts are of ${records.interval} s, of which ${interval} s is no multiple.`,
    );
  }
  const law = options.law === 'empirical' ? undefined : options.law;
  const fitted = fitData(records, {
    interval,
    alike: options.alike ?? 0.12,
    keepsOutliers: options.keepsOutliers ?? false,
    hours: options.hours,
    law,
    redialWindow: options.redialWindow ?? 3600,
  });
  if (fitted.kinds.length === 0) {
    throw new DataError([{ line: 0, code: 'noCalls', params: { rows: String(records.rows) } }], file);
  }
  const command = options.command ?? `fit(text, { interval: ${interval} })`;
  const info = { version, file, command, zone: options.zone, isEmpirical: options.law === 'empirical' };
  const scenario = fitYaml(fitted, info);
  const result = readScenario(scenario);
  if (!result.ok) throw new DataError([unreadableProblem(result.problems, fitted)], file);
  return { format: 'tandem-fit', tandem: version, file, command, scenario, fit: fitted };
}

function checkOptions({ alike, hours, redialWindow, zone }: FitOptionsGiven, interval: number): void {
  const slips = [
    ...(Number.isInteger(interval) && interval >= 60 && DAY % interval === 0
      ? []
      : [`interval: ${interval} s does not divide a day.`]),
    ...(alike === undefined || (alike > 0 && alike <= 10)
      ? []
      : ['alike asks for a share like 12%, above 0 and up to 1000%.']),
    ...(redialWindow === undefined || redialWindow >= 1 ? [] : ['redialWindow must be a second at least.']),
    ...(hours === undefined || (hours[0] >= 0 && hours[0] < hours[1] && hours[1] <= DAY)
      ? []
      : ['hours must be two times of one day, the first before the second.']),
    ...(hours?.some((second) => second % interval !== 0) === true
      ? ['hours must begin and end with an interval.']
      : []),
    ...(zone === undefined || isZone(zone) ? [] : [zoneSlip(zone)]),
  ];
  if (slips.length > 0) throw new OptionError(slips);
}

/** The names are those of this machine's own calendar, and a slip in one is near to the right one. */
function zoneSlip(zone: string): string {
  const nearest = nearestName(zone, Intl.supportedValuesOf('timeZone'));
  const hint =
    nearest === undefined ? 'It asks for an IANA name like Europe/Paris.' : `Did you mean "${nearest}"?`;
  return `zone knows no "${zone}". ${hint}`;
}

export type { ColumnRole, Fit };
