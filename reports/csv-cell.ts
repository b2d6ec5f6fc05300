/**
 * A cell of CSV: numbers plain, texts quoted where they must be and harmless to a spreadsheet. It knows no table.
 */

export type CsvValue = string | number | null;

/** A comma where the language writes numbers so, else a point. */
export function decimalOf(locale: string): ',' | '.' {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}

/** A number is written in full, with the decimal sign of the file; null is an empty cell. */
export function csvCell(value: CsvValue, decimal: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', decimal);
  const text = harmless(value);
  // Whatever the separator of this file: a spreadsheet of another country may split at another one.
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What a spreadsheet may take for a formula gets an apostrophe before it (OWASP, "CSV Injection"): = + - @ and their full-width
 * forms, also behind blanks, quotes and invisible characters, and a tab or a line end at the beginning. The same after a
 * separator or a line end within a text, where a spreadsheet that splits otherwise would begin a cell. Numbers are not texts
 * here: -3 stays a number.
 */
function harmless(text: string): string {
  return text.replace(CELL_OF_A_FORMULA, "'");
}

/** The places where a cell may begin, before what makes it a formula. */
const CELL_OF_A_FORMULA = /(?<=^|[,;\t\r\n])(?=[\s"'\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])|^(?=[\t\r\n])/gu;
