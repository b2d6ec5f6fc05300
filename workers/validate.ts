/**
 * A validation pack into verdicts: calculators and simulations of all its cases over workers, cases side by side and long ones in
 * stretches, joined in order so that any number of workers comes to the same numbers. It refuses to know files and terminals, and
 * what a case means.
 */
import { nearestName, readPack, version } from '../engine/index.ts';
import type { Case, PackProblem } from '../engine/index.ts';
import type { Validation } from '../reports/validation.ts';
import { workOff } from './pieces.ts';
import { mostWorkers } from './pool.ts';
import { unknownOptions, whole } from './run.ts';
import { OptionError } from './stopping.ts';
import { CaseWork } from './validate-case.ts';
import { summaryOf } from './validate-summary.ts';

export interface ValidateProgress {
  readonly cases: number;
  readonly casesDone: number;
  /** The first case that is not done. */
  readonly current: string | null;
  /** Calls simulated so far. */
  readonly calls: number;
}

export interface ValidateOptions {
  /** Only cases of these families. */
  readonly families?: readonly string[] | undefined;
  /** Only these cases, by id. */
  readonly cases?: readonly string[] | undefined;
  /** The seed of all chance, 0 to 4,294,967,295. Default: 1. */
  readonly seed?: number | undefined;
  /** Worker threads, 0 (none: in this thread) to 1024. Default: one per processor core. The result is the same for any number. */
  readonly workers?: number | undefined;
  /**
   * `full` (default): every number until its half-width is as narrow as the pack asks. `quick`: 100 replicates of each case and no
   * more; numbers are near or not, however wide. `calculators`: no simulation at all.
   */
  readonly mode?: 'full' | 'quick' | 'calculators' | undefined;
  /** Unsupported cases fail the pack. */
  readonly strict?: boolean | undefined;
  /** Stops soon; the result says of the cases that are not done that they are unfinished. */
  readonly signal?: AbortSignal | undefined;
  /** Told after each piece of work. */
  readonly onProgress?: ((progress: ValidateProgress) => void) | undefined;
}

const known = {
  families: true,
  cases: true,
  seed: true,
  workers: true,
  mode: true,
  strict: true,
  signal: true,
  onProgress: true,
} as const satisfies Record<keyof ValidateOptions, true>;

/** A pack that cannot be read: all that is wrong with it, each with its place. */
export class PackError extends Error {
  override readonly name = 'PackError';
  readonly problems: readonly PackProblem[];

  constructor(problems: readonly PackProblem[]) {
    super(problems.map(({ place, text }) => `${place}: ${text}`).join('\n'));
    this.problems = problems;
  }
}

/**
 * Holds calculators and simulator against a pack of models whose answers are known.
 *
 * @param pack the text of the pack, JSON
 * @throws {PackError} when the pack cannot be read; all problems
 * @throws {OptionError} when an option makes no sense, or names no case
 */
export async function validate(pack: string, options: ValidateOptions = {}): Promise<Validation> {
  const read = readPack(pack);
  if (!read.ok) throw new PackError(read.problems);
  const { families = [], cases = [], seed = 1, workers, mode = 'full', strict = false, signal } = options;
  const problems = [
    ...unknownOptions(options, Object.keys(known)),
    ...whole('seed', seed, 0, 4_294_967_295),
    ...(workers === undefined ? [] : whole('workers', workers, 0, mostWorkers)),
    ...unknownNames('family', families, new Set(read.cases.map(({ family }) => family))),
    ...unknownNames('case', cases, new Set(read.cases.map(({ id }) => id))),
  ];
  const chosen = read.cases.filter((each) => isChosen(each, families, cases));
  if (problems.length === 0 && chosen.length === 0)
    problems.push('None of the cases is of the families asked for.');
  if (problems.length > 0) throw new OptionError(problems);
  const works = chosen.map((each) => new CaseWork(each, { seed, mode }));
  const ended = await workOff(piecesOf(works, options), { workers, signal });
  const results = works.map((work) => work.result());
  return {
    tandem: version,
    pack: read.name,
    seed,
    mode,
    ended,
    cases: results,
    ...summaryOf(results, strict),
  };
}

const isChosen = ({ id, family }: Case, families: readonly string[], cases: readonly string[]): boolean =>
  (families.length === 0 || families.includes(family)) && (cases.length === 0 || cases.includes(id));

function unknownNames(what: string, names: readonly string[], there: ReadonlySet<string>): string[] {
  return names
    .filter((name) => !there.has(name))
    .map((name) => {
      const nearest = nearestName(name, [...there]);
      const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
      return `The pack has no ${what} "${name}".${hint}`;
    });
}

/** The first case that has work goes first: later ones fill the gaps while it waits for its own answers. */
function piecesOf(works: readonly CaseWork[], { onProgress }: ValidateOptions) {
  const owners = new Map<number, { readonly work: CaseWork; readonly local: number }>();
  let numbers = 0;
  let done = 0;
  const tell = (): void => {
    while (done < works.length && works[done]!.isDone) done += 1;
    onProgress?.({
      cases: works.length,
      casesDone: works.filter(({ isDone }) => isDone).length,
      current: works[done]?.case.id ?? null,
      calls: works.reduce((sum, { calls }) => sum + calls, 0),
    });
  };
  const owner = (number: number) => {
    const found = owners.get(number);
    owners.delete(number);
    return found;
  };
  return {
    next: () => {
      for (const work of works) {
        const piece = work.next();
        if (piece === undefined) continue;
        const number = numbers++;
        owners.set(number, { work, local: piece.number });
        return { number, task: piece.task };
      }
      return undefined;
    },
    answered: (number: number, answer: Parameters<CaseWork['answered']>[1]) => {
      const found = owner(number);
      found?.work.answered(found.local, answer);
      tell();
    },
    failed: (number: number, why: string) => {
      const found = owner(number);
      found?.work.failed(why);
      tell();
    },
  };
}
