/**
 * The result of a validation as a table for a terminal: a line for each number, and what the pack comes to. It computes nothing.
 */
import { painter, tableLines, wrapped } from './text-table.ts';
import type { Cell, Column, Tone } from './text-table.ts';
import type { Validation, ValidationCase, ValidationNumber } from './validation.ts';

export interface ValidationTextOptions {
  readonly colour?: boolean | undefined;
  /** Only cases that did not pass; the summary is of all. */
  readonly onlyFailures?: boolean | undefined;
}

const HEADINGS = [
  'case',
  'number',
  'expected',
  'calculator',
  'error',
  'simulated',
  'half-width',
  'z',
  'verdict',
];
const COLUMNS: readonly Column[] = HEADINGS.map((heading) => ({
  align: heading === 'case' || heading === 'number' || heading === 'verdict' ? 'left' : 'right',
}));

export function renderValidation(result: Validation, options: ValidationTextOptions = {}): string {
  const paint = painter(options.colour === true);
  const shown = result.cases.filter(({ verdict }) => options.onlyFailures !== true || verdict !== 'pass');
  const rows = shown.flatMap((each) => rowsOf(each, result.mode));
  const cells = rows.map((row) => row.cells);
  const [headings = '', ...lines] = tableLines(HEADINGS, cells, COLUMNS, paint);
  const table = lines.flatMap((line, at) => [line, ...(rows[at]?.below ?? [])]);
  return [...(rows.length === 0 ? [] : [headings, ...table, '']), ...summaryLines(result)].join('\n') + '\n';
}

interface ShownRow {
  readonly cells: Cell[];
  /** A sentence would make the table as wide as itself. */
  readonly below: readonly string[];
}

function rowsOf(each: ValidationCase, mode: Validation['mode']): ShownRow[] {
  const { id, verdict, reason, numbers } = each;
  const rows = numbers.map((number) => ({ cells: rowOf(id, number, mode), below: [] }));
  if (reason === null) return rows;
  const words = verdict === 'fail' ? 'FAILED' : verdict;
  const empty = HEADINGS.slice(2).map(() => ({ text: '' }));
  const cells = [{ text: id }, ...empty, cellOf(words, toneOf(verdict))];
  return [...rows, { cells, below: wrapped(reason, REASON_WIDTH).map((line) => `  ${line}`) }];
}

const REASON_WIDTH = 98;

function rowOf(id: string, number: ValidationNumber, mode: Validation['mode']): Cell[] {
  const { name, expected, calculator, simulation, verdict } = number;
  return [
    { text: id },
    { text: name },
    { text: digits(expected, 8) },
    { text: calculator === null ? '-' : digits(calculator.value, 8) },
    cellOf(
      calculator === null ? '-' : errorText(calculator.error),
      calculator?.isWithin === false ? 'bad' : 'plain',
    ),
    { text: simulation === null ? '-' : digits(simulation.estimate, 6) },
    { text: simulation === null ? '-' : digits(simulation.halfWidth, 2) },
    { text: simulation === null ? '-' : zText(simulation) },
    cellOf(verdictText(number, mode), toneOf(verdict)),
  ];
}

const cellOf = (text: string, tone: Tone): Cell => ({ text, tone });

function toneOf(verdict: ValidationCase['verdict']): Tone {
  if (verdict === 'pass') return 'good';
  return verdict === 'fail' ? 'bad' : 'doubtful';
}

function zText({ z, firstZ, range, margin }: NonNullable<ValidationNumber['simulation']>): string {
  if (range !== null) return `${digits(range[0], 3)}..${digits(range[1], 3)}`;
  if (margin !== null) return `ahead by ${margin.toFixed(1)}`;
  const now = z === null ? 'none' : z.toFixed(2);
  return firstZ === null ? now : `${now}, first ${firstZ.toFixed(2)}`;
}

function verdictText(
  { verdict, calculator, simulation, note }: ValidationNumber,
  mode: Validation['mode'],
): string {
  if (verdict === 'unfinished') return 'unfinished';
  const faults = [
    ...(calculator === null || calculator.isWithin ? [] : [calculatorFault(calculator)]),
    ...(simulation === null || simulation.isNear ? [] : [farText(simulation)]),
    ...(simulation === null || simulation.isNarrow
      ? []
      : [simulation.margin === null ? 'not narrow' : 'undecided']),
  ];
  const aside = note === null ? '' : simulation === null ? ` (not simulated: ${note})` : '';
  if (verdict === 'fail')
    return `FAILED: ${[...faults, ...(faults.length === 0 ? [note ?? ''] : [])].join(', ')}`;
  const isWide =
    mode === 'quick' &&
    simulation !== null &&
    simulation.halfWidthAsked !== null &&
    (simulation.halfWidth ?? Infinity) > simulation.halfWidthAsked;
  return `pass${isWide ? ', not narrow' : ''}${aside}`;
}

function calculatorFault({ value, isUnbounded }: NonNullable<ValidationNumber['calculator']>): string {
  if (isUnbounded) return 'no steady state';
  return value === null ? 'no calculator' : 'calculator beyond its tolerance';
}

function farText({ range, margin, z }: NonNullable<ValidationNumber['simulation']>): string {
  if (range !== null) return 'out of its range';
  if (margin !== null) return 'another one is best';
  return z === null ? 'nothing was seen of it' : 'too far off';
}

const errorText = (error: number | null): string =>
  error === null ? '-' : error === 0 ? '0' : error.toExponential(1);

function digits(value: number | null, figures: number): string {
  return value === null ? '-' : String(Number(value.toPrecision(figures)));
}

const callsText = (calls: number): string =>
  calls < 1e6 ? `${Math.round(calls / 1e3)} thousand` : `${(calls / 1e6).toFixed(1)} million`;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function summaryLines({ pack, cases, summary, ended, passed, mode }: Validation): string[] {
  const { calculated, simulated, unsupportedFamilies, calls } = summary;
  const { pass, fail, unsupported, unfinished } = summary.cases;
  const share =
    simulated.share26 === null ? '' : ` (${(100 * simulated.share26).toFixed(1)}%, luck gives 0.9%)`;
  const parts = [
    `${pass} passed`,
    `${fail} failed`,
    `${unsupported} unsupported`,
    ...(unfinished === 0 ? [] : [`${unfinished} unfinished`]),
  ];
  return [
    `${pack === '' ? 'Pack' : pack}: ${counted(cases.length, 'case')}, ${parts.join(', ')}.`,
    `Calculators: ${calculated.within} of ${counted(calculated.numbers, 'number')} within tolerance.`,
    ...(mode === 'calculators'
      ? ['Nothing was simulated.']
      : [
          `Simulated: ${counted(simulated.numbers, 'number')} over ${callsText(calls)} calls; ` +
            `${simulated.beyond26} beyond 2.6 standard errors${share}, ` +
            `${simulated.beyond35} beyond 3.5, ${simulated.remeasured} measured again.`,
        ]),
    ...(mode === 'quick'
      ? ['Quick: 100 replicates of each, so most numbers are not as narrow as the pack asks.']
      : []),
    ...(simulated.isWithinLuck
      ? []
      : ['More than 3% of the numbers are beyond 2.6 standard errors: this is not luck.']),
    ...(unsupportedFamilies.length === 0 ? [] : [`Unsupported: ${unsupportedFamilies.join(', ')}.`]),
    ...(ended === 'stopped' ? ['Stopped before all was done.'] : []),
    ...(pass + fail + unfinished === 0 ? ['Nothing was checked.'] : []),
    passed ? 'The pack passes.' : 'The pack does not pass.',
  ];
}
