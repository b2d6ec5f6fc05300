/**
 * Arguments into options: every slip is found, not only the first, and an unknown word names the nearest right
 * one. It knows how a number or a path=value looks, and refuses to know what it is for.
 */
import { parseArgs } from 'node:util';
import { nearestName } from '../../workers/tandem.ts';

/** One option of a command. */
export interface OptionKind {
  /** What follows it, as the help writes it; left out: nothing follows. */
  readonly value?: string;
  /** What follows may be left out; if not, it stands behind `=`: `--baseline` or `--baseline=DIR`. */
  readonly isOptional?: boolean;
  readonly help: string;
  readonly short?: string;
  /** May be given more than once. */
  readonly multiple?: boolean;
}

export type OptionKinds = Readonly<Record<string, OptionKind>>;

/** What was asked: words without dashes, and options with their values in order. */
export class Arguments {
  readonly words: readonly string[];
  readonly slips: string[] = [];
  /** An option that is not known: a word behind it may be its value. */
  hasUnknown = false;
  readonly #values = new Map<string, string[]>();

  constructor(args: readonly string[], kinds: OptionKinds) {
    const { tokens } = parseArgs({
      args: [...args],
      options: Object.fromEntries(
        Object.entries(kinds).map(([name, { value, isOptional, short }]) => {
          const type =
            value === undefined || isOptional === true ? ('boolean' as const) : ('string' as const);
          return [name, short === undefined ? { type } : { type, short }];
        }),
      ),
      strict: false,
      allowPositionals: true,
      tokens: true,
    });
    const words: string[] = [];
    for (const token of tokens) {
      if (token.kind === 'positional') words.push(token.value);
      else if (token.kind === 'option') this.#option(token, kinds);
    }
    this.words = words;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  text(name: string): string | undefined {
    return this.all(name).at(-1);
  }

  /** A whole number in a range, or undefined; anything else is a slip. */
  whole(name: string, min: number, max: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    this.slips.push(`--${name} asks for a whole number from ${min} to ${max}, not "${text}".`);
    return undefined;
  }

  #option(
    token: { readonly name: string; readonly rawName: string; readonly value?: string | undefined },
    kinds: OptionKinds,
  ): void {
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined;
    if (!kind) {
      this.hasUnknown = true;
      const nearest = nearestName(token.name, Object.keys(kinds));
      const hint = nearest === undefined ? '' : ` Did you mean --${nearest}?`;
      this.slips.push(`There is no option ${token.rawName}.${hint}`);
    } else if (
      kind.value !== undefined &&
      kind.isOptional !== true &&
      (token.value === undefined || token.value === '')
    ) {
      this.slips.push(`--${token.name} needs a value: --${token.name} ${kind.value}.`);
    } else if (kind.value === undefined && token.value !== undefined) {
      this.slips.push(`--${token.name} takes no value, so "${token.value}" makes no sense.`);
    } else if (kind.multiple !== true && this.#values.has(token.name)) {
      this.slips.push(`--${token.name} is given twice.`);
    } else {
      this.#values.set(token.name, [...this.all(token.name), token.value ?? '']);
    }
  }
}

/** The options as the help shows them, aligned. */
export function optionLines(kinds: OptionKinds): string {
  const rows = Object.entries(kinds).map(([name, { value, isOptional, short, help }]) => {
    const follows = value === undefined ? '' : isOptional === true ? `[=${value}]` : ` ${value}`;
    const left = `${short === undefined ? '' : `-${short}, `}--${name}${follows}`;
    return { left, help };
  });
  const width = Math.max(...rows.map(({ left }) => left.length));
  return rows
    .map(
      ({ left, help }) => `  ${left.padEnd(width)}  ${help.replaceAll('\n', `\n${' '.repeat(width + 4)}`)}`,
    )
    .join('\n');
}
