/**
 * Columns of CSV text (RFC 4180; comma, semicolon or tab, quotes, CRLF), for arrivals and measured handle times.
 * Text in, columns out: which file it came from, and what the numbers mean, is the caller's business.
 */

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The line of the text on which each row begins; the first is 1. */
  readonly lines: readonly number[];
}

/** The first line is the header; empty lines are skipped. The separator is the header's own, unless it is known. */
export function parseCsv(text: string, known?: string): Table {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const separator = known ?? separatorOf(body.slice(0, 10_000));
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const lines: number[] = [];
  let line = 1;
  let begun = 1;
  const endRow = () => {
    row.push(field.trim());
    if (row.length > 1 || row[0] !== '') {
      rows.push(row);
      lines.push(begun);
    }
    row = [];
    field = '';
    begun = line;
  };
  for (let index = 0; index < body.length; index++) {
    const character = body[index] ?? '';
    if (character === '\n') line += 1;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (body[index + 1] === '"') {
        field += '"';
        index++;
      } else isQuoted = false;
    } else if (character === '"' && field.trim() === '') {
      field = '';
      isQuoted = true;
    } else if (character === separator) {
      row.push(field.trim());
      field = '';
    } else if (character === '\n') endRow();
    else {
      // A plain field is taken in one piece: half a million calls take a second instead of three.
      const end = plainEnd(body, index, separator);
      field += body.slice(index, end).replaceAll('\r', '');
      index = end - 1;
    }
  }
  if (field !== '' || row.length > 0) endRow();
  const [header = [], ...rest] = rows;
  return { header, rows: rest, lines: lines.slice(1) };
}

/** Where a field that began without a quote has its end, or a quote. */
function plainEnd(body: string, from: number, separator: string): number {
  const stop = separator.charCodeAt(0);
  let at = from + 1;
  for (; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code === stop || code === 10 || code === 34) break;
  }
  return at;
}

/** The separator the header uses most; a file of one column has none. */
function separatorOf(start: string): string {
  const firstLine = start.split('\n').find((line) => line.trim() !== '') ?? '';
  const count = (character: string) => firstLine.split(character).length - 1;
  const [best = ','] = [',', ';', '\t'].toSorted((a, b) => count(b) - count(a));
  return best;
}
