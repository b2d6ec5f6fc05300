/**
 * The numbers of a chart as a table: what a reader sees, and the full figures for a file. CSV as RFC 4180 has it, with cells that a
 * spreadsheet takes for formulas made harmless. It knows no chart.
 */
import { csvCell, decimalOf, type CsvValue } from '../../reports/csv-cell.ts';

export interface Cell {
  readonly value: CsvValue;
  readonly text: string;
}

export interface ChartTable {
  /** The first column is the name of its row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export function textCell(text: string): Cell {
  return { value: text, text };
}

/** A number that may be absent: NaN, null. */
export function numberCell(value: number | null | undefined, write: (value: number) => string): Cell {
  return value === null || value === undefined || !Number.isFinite(value)
    ? { value: null, text: '–' }
    : { value, text: write(value) };
}

/** A semicolon where the comma is the decimal sign, as spreadsheets of that country read it. */
export function csvOf({ columns, rows }: ChartTable, locale: string): string {
  const decimal = decimalOf(locale);
  const separator = decimal === ',' ? ';' : ',';
  const lines = [columns, ...rows.map((row) => row.map(({ value }) => value))];
  return lines.map((line) => `${line.map((each) => csvCell(each, decimal)).join(separator)}\r\n`).join('');
}
