/**
 * How wide a text will be, without a browser: a report is drawn where no font is loaded. Widths are those of the wider of Inter
 * semi-bold and DejaVu Sans, so a guess errs on the wide side and labels stay apart in whatever font the reader has.
 * It knows no chart.
 */

/** Thousandths of the font size; what is in no class is an ordinary letter. */
const CLASSES: readonly (readonly [string, number])[] = [
  ["ijlI!|'‘’.,:;·", 400],
  [' \u00a0\u202f', 320],
  ['frt()[]/-–\\', 460],
  ['mMWw@%…&—œŒÆæ', 1020],
  ['ABCDEFGHJKLNOPQRSTUVXYZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ', 780],
  ['+<=>×−±≥≤~#', 840],
];
const LETTER = 650;
/** Ideographs and emoji fill their square. */
const SQUARE = 1000;

const WIDTHS = new Map(
  CLASSES.flatMap(([characters, width]) => Array.from(characters, (each) => [each, width] as const)),
);

export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    width += WIDTHS.get(character) ?? (character.codePointAt(0)! >= 0x1100 ? SQUARE : LETTER);
  }
  return (width * size) / 1000;
}

/** Shortened with an ellipsis when it must be; the caller tells the whole of it elsewhere. */
export function fitted(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && widthOf(`${characters.join('').trimEnd()}…`, size) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}

/** Into lines at spaces; what is still too long, in width or in lines, ends in an ellipsis. */
export function wrapped(text: string, width: number, size: number, linesMost: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/[ \t\n]+/).filter((word) => word !== '');
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === linesMost - 1) {
      line = `${line} ${words.slice(at).join(' ')}`;
      break;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line].map((each) => fitted(each, width, size));
}
