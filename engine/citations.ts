/**
 * Which IDs of the rule book a text cites, for links and for `tandem explain`: `CB-02`, `OV-X4`, `K-01a`, `EX-03`,
 * `E-OV-SELF`, and all of a run: `CB-20..23`, `PR-01 to PR-07`, `LM-01/02`. It knows how an ID looks, not whether it exists.
 */
const CITATION =
  /(?<![\w-])(?:(?<family>[A-Z]{2,3}|K)-(?<first>\d{2}[a-f]?|X\d{1,2})(?:(?: ?\.\. ?| to )(?:\k<family>-)?(?<last>X?\d{1,2}[a-f]?|[a-f])(?!\w)|(?<others>(?:\/\d{2})+))?|[EW]-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)(?!\w)/g;

/** In the order of the text, each once. */
export function citationsIn(text: string): readonly string[] {
  const ids = [...text.matchAll(CITATION)].flatMap(({ 0: whole, groups = {} }) => {
    const { family, first = '', last, others } = groups;
    if (family === undefined) return [whole];
    const own = [first, ...(others ?? '').split('/').slice(1)];
    const all = last === undefined ? own : run(first, last);
    return all.map((each) => `${family}-${each}`);
  });
  return [...new Set(ids)];
}

/** From `20` to `23`, from `X1` to `X3`, from `01a` to `f` or `01f`. */
function run(first: string, last: string): string[] {
  const letter = first.at(-1) ?? '';
  if (/[a-f]/.test(letter)) {
    const to = last.at(-1) ?? letter;
    return LETTERS.filter((each) => each >= letter && each <= to).map((each) => first.slice(0, -1) + each);
  }
  const [x, from, to] = [first.startsWith('X') ? 'X' : '', number(first), number(last)];
  const width = first.length - x.length;
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, at) => {
    return x + String(from + at).padStart(width, '0');
  });
}

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'];

function number(text: string): number {
  return Number(text.replace('X', ''));
}
