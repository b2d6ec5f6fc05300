/** Laws of the setup: those as written, with the values of files read. */
import type { ScenarioFiles } from './files.ts';
import type { LawText } from './law-text.ts';
import type { Findings, ProblemPath } from './problems.ts';
import type { LawSetup } from './setup.ts';

export const constant = (value: number): LawSetup => ({ law: 'constant', value });

export class LawCompiler {
  readonly #files: ScenarioFiles;
  readonly #findings: Findings;

  constructor(files: ScenarioFiles, findings: Findings) {
    this.#files = files;
    this.#findings = findings;
  }

  /** What is wrong with a file is found at the path. */
  compile(written: LawText, path: ProblemPath): LawSetup {
    switch (written.law) {
      case 'file': {
        const values = this.#files.lengths(written.file, written.column, path, this.#findings);
        return { law: 'empirical', values: values ?? [0] };
      }
      case 'mixture':
        return {
          law: 'mixture',
          branches: written.branches.map(({ weight, of }) => ({ weight, of: this.compile(of, path) })),
        };
      case 'erlang':
      case 'gamma':
        return { law: written.law, shape: written.shape, mean: written.mean };
      default:
        return written;
    }
  }

  /** The law as written, or a constant. */
  orConstant(written: LawText | undefined, standard: number, path: ProblemPath): LawSetup {
    return written ? this.compile(written, path) : constant(standard);
  }
}
