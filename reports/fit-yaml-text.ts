/** Pieces of YAML: comments that keep their width, names quoted where they must be, lists over several lines. */

const WIDTH = 100;

/** What a scenario may not have, and a comment does not need; names of files come from anywhere. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

export function comment(given: string): string[] {
  const text = given.replaceAll(UNSEEN, ' ');
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(/\s+/)) {
    if (line !== '#' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** `key: [1, 2, 3]`, over as many lines as it takes. */
export function wrappedList(key: string, items: readonly string[]): string[] {
  const whole = `${key}: [${items.join(', ')}]`;
  if (whole.length <= WIDTH) return [whole];
  const indent = ' '.repeat(key.length - key.trimStart().length + 2);
  const lines: string[] = [];
  let line = indent;
  for (const item of items) {
    if (line.length + item.length + 2 > WIDTH) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${item}, `;
  }
  return [`${key}: [`, ...lines, line.trimEnd(), `${indent.slice(2)}]`];
}

/** A name as a key or a value; what YAML would take for something else is quoted. */
export function nameText(name: string): string {
  const isPlain = /^[A-Za-z][\w .-]*$/.test(name) && !/^(true|false|null|yes|no|on|off)$/i.test(name);
  return isPlain && name === name.trim() ? name : JSON.stringify(name.replaceAll(UNSEEN, ' '));
}

export function count(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 call`, `6,190 calls`. */
export function counted(value: number, one: string): string {
  return `${count(value)} ${value === 1 ? one : `${one}s`}`;
}

export function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))}%`;
}
