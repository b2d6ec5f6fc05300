/**
 * Rows copied out of a spreadsheet: cells, an optional header, an optional column of times, and numbers as people write them (1,5 or 1 250
 * or 1,250.5). Every problem names its row and column. It knows no scenario.
 */

export interface PasteProblem {
  /** From 1, as in the pasted text; 0: of the whole. */
  readonly row: number;
  readonly column: number;
  readonly kind: 'notNumber' | 'empty' | 'negative' | 'ragged' | 'time' | 'nothing' | 'tooMany';
  readonly cell: string;
}

export interface PasteColumn {
  /** Of the header; empty: there is none. */
  readonly name: string;
  /** null: the cell could not be read. */
  readonly values: readonly (number | null)[];
}

export interface Pasted {
  readonly columns: readonly PasteColumn[];
  /** Minutes after midnight of each row; null: there is no column of times. */
  readonly times: readonly number[] | null;
  readonly problems: readonly PasteProblem[];
}

/** Intervals of a week in minutes; more is not what was meant. */
const ROWS_MOST = 10_080;

export function readPaste(text: string): Pasted {
  const table = cellsOf(text);
  if (table.rows.length === 0) return refused('nothing');
  if (table.rows.length > ROWS_MOST) return refused('tooMany');
  const { rows, isTurned, separator } = table;
  const [first = []] = rows;
  const hasHeader =
    rows.length > 1 && first.some((cell) => cell !== '' && !isNumberLike(cell) && timeOf(cell) === null);
  const body = hasHeader ? rows.slice(1) : rows;
  const hasTimes = body.every(([cell = '']) => timeOf(cell) !== null) && body.some((row) => row.length > 1);
  const width = Math.max(...rows.map((row) => row.length));
  const problems: PasteProblem[] = [];
  const placed = (row: number, column: number, kind: PasteProblem['kind'], cell: string) => {
    const [down, across] = [row + (hasHeader ? 2 : 1), column + 1];
    problems.push({ row: isTurned ? across : down, column: isTurned ? down : across, kind, cell });
  };
  const decimal = decimalOf(body.flat(), separator);
  const columns: PasteColumn[] = [];
  for (let column = hasTimes ? 1 : 0; column < width; column++) {
    const values = body.map((row, at) => {
      const cell = row[column];
      if (cell === undefined) placed(at, column, 'ragged', '');
      else if (cell === '') placed(at, column, 'empty', '');
      else {
        const value = numberOf(cell, decimal);
        if (value === null) placed(at, column, 'notNumber', cell);
        else if (value < 0) placed(at, column, 'negative', cell);
        else return value;
      }
      return null;
    });
    columns.push({ name: hasHeader ? (first[column] ?? '') : '', values });
  }
  const times = hasTimes ? body.map(([cell = '']) => timeOf(cell) ?? 0) : null;
  times?.forEach((time, at) => {
    const step = (times[1] ?? time) - (times[0] ?? time);
    // A night goes on after midnight.
    const passed = at === 0 ? 0 : (time - (times[at - 1] ?? 0) + 1440) % 1440;
    if (at > 0 && passed !== (step + 1440) % 1440) placed(at, 0, 'time', body[at]?.[0] ?? '');
  });
  return { columns, times, problems };
}

function refused(kind: PasteProblem['kind']): Pasted {
  return { columns: [], times: null, problems: [{ row: 0, column: 0, kind, cell: '' }] };
}

// ---------------------------------------------------------------- cells

interface Cells {
  readonly rows: readonly (readonly string[])[];
  /** Intervals stood side by side; columns and rows are exchanged. */
  readonly isTurned: boolean;
  readonly separator: string | null;
}

/** Spreadsheets copy with tabs; what was saved as CSV has semicolons or commas. */
function cellsOf(text: string): Cells {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const separator = separatorOf(lines);
  const rows = lines.map((line) => (separator === null ? [line] : split(line, separator)).map(tidy));
  const width = Math.max(0, ...rows.map((row) => row.length));
  // A day has more intervals than a paste has groups.
  const isTurned = width > 4 && width > rows.length * 2;
  return { rows: isTurned ? turned(rows, width) : rows, isTurned, separator };
}

function separatorOf(lines: readonly string[]): string | null {
  for (const separator of ['\t', ';']) if (lines.some((line) => line.includes(separator))) return separator;
  if (!lines.some((line) => line.includes(','))) return null;
  // A column of 12,5 is one of decimals, not two of whole numbers.
  return lines.every((line) => /^\s*\d+(?:,\d+)?\s*$/.test(line)) ? null : ',';
}

function split(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}

function tidy(cell: string): string {
  return cell.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();
}

function turned(rows: readonly (readonly string[])[], width: number): string[][] {
  return Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? ''));
}

// ---------------------------------------------------------------- values

function isNumberLike(cell: string): boolean {
  return /^[-+]?[\d., '’]*\d[\d., '’]*$/.test(cell);
}

/** A comma is a decimal one unless each stands before exactly three digits, or a point is there as well behind it. */
function decimalOf(cells: readonly string[], separator: string | null): ',' | '.' {
  const numbers = cells.filter(isNumberLike);
  if (separator === ',') return '.';
  if (numbers.some((cell) => /\..*,/.test(cell))) return ',';
  if (numbers.some((cell) => /,.*\./.test(cell) || /,.*,/.test(cell))) return '.';
  return numbers.some((cell) => /,(?:\d{1,2}|\d{4,})$/.test(cell)) ? ',' : '.';
}

function numberOf(cell: string, decimal: ',' | '.'): number | null {
  if (!isNumberLike(cell)) return null;
  const thousands = decimal === ',' ? /[. '’]/g : /[, '’]/g;
  const value = Number(cell.replaceAll(thousands, '').replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** Minutes of 8:30, 08:30:00, 8h30, 08:30-09:00, 8:30 PM; null: it is no time. */
export function timeOf(cell: string): number | null {
  const found = /^(\d{1,2})(?:[:h](\d{2}))(?::\d{2})?\s*(am|pm)?(?:\s*[-–—].*)?$/i.exec(cell.trim());
  if (found === null) return null;
  const [, hours = '', minutes = '', half] = found;
  const isAfternoon = half?.toLowerCase() === 'pm';
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  return hour > 48 || Number(minutes) > 59 ? null : hour * 60 + Number(minutes);
}
