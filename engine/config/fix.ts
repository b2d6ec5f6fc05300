/**
 * A change that mends a problem, where one change can: the nearest number that is allowed, the nearest word or name there is. It decides
 * nothing: whoever shows the problem offers the change as a button.
 */
import { parseLength, parsePercent, parseShare } from './lengths.ts';
import { pathText } from './problems.ts';
import type { Problem } from './problems.ts';

/** As `--set` takes it; null: no single change would do, or nobody can know which. */
export function fixOf(problem: Problem): string | null {
  const { path } = problem;
  if (path.length === 0) return null;
  const value = allowed(problem) ?? nearestWord(problem);
  return value === null ? null : `${pathText(path)}=${value}`;
}

/** The nearest end of the range, as it would be written. */
function allowed({ params }: Problem): string | number | null {
  const { value, min, max, unit } = params;
  if (value === undefined || min === undefined || max === undefined) return null;
  switch (unit) {
    case 'length':
      return nearestEnd(params, (text) => (isNegative(text) ? -1 : parseLength(text)));
    case 'share':
      return nearestEnd(params, parseShare);
    case 'percent':
      return nearestEnd(params, parsePercent);
    case 'whole':
    case 'number':
      return clamped(Number(value), Number(min), Number(max), unit === 'whole');
    case 'above':
      // The lower end itself is refused, and no number is the nearest to it.
      return Number(value) > Number(max) ? max.toString() : null;
    default:
      return null;
  }
}

function nearestEnd(params: Problem['params'], read: (text: string) => number | undefined): string | null {
  const [min, max] = [String(params['min']), String(params['max'])];
  const [value, lowest, highest] = [read(String(params['value'])), read(min), read(max)];
  if (value === undefined || lowest === undefined || highest === undefined) return null;
  if (value < lowest) return min;
  return value > highest ? max : null;
}

const isNegative = (text: string): boolean => /^\s*-/.test(text);

function clamped(value: number, min: number, max: number, isWhole: boolean): number | null {
  if (!Number.isFinite(value)) return null;
  return Math.min(max, Math.max(min, isWhole ? Math.round(value) : value));
}

/** The word or name that was probably meant; of a wrong key none, since a change cannot take a key out. */
function nearestWord({ code, path, params }: Problem): string | null {
  const { nearest, name } = params;
  if (typeof nearest !== 'string') return null;
  // A name that is a key itself, such as a shift among the numbers of shifts.
  const isKey = code === 'E-REF' && path.at(-1) === name;
  if ((code !== 'E-REF' && code !== 'E-CHOICE') || isKey) return null;
  return /^[a-z][\w ]*$/i.test(nearest) ? nearest : JSON.stringify(nearest);
}
