/**
 * A scenario as a command reads it: its file and the CSV files beside it in, the ready scenario or every problem on the error
 * stream out. It knows no options but `--set`, and nothing of what is done with the scenario.
 */
import { problemLine, problemText, readScenario } from '../../workers/tandem.ts';
import type { Problem, ReadyScenario } from '../../workers/tandem.ts';
import { badInput } from './output.ts';
import { FileError, FilesBeside, readScenarioText } from './scenario-text.ts';

/** A scenario that is right, and the text it was read from. */
export interface ScenarioRead {
  readonly ready: ReadyScenario;
  readonly text: string;
  /** The files that were read for it, its own among them. */
  readonly sources: readonly string[];
}

/** The scenario, or the exit code when it is wrong. */
export function readScenarioFile(
  file: string,
  set: readonly string[],
  { warns = true }: { readonly warns?: boolean } = {},
): ScenarioRead | number {
  try {
    const text = readScenarioText(file);
    const files = new FilesBeside(file);
    const result = readScenario(text, { files: (name) => files.read(name), set });
    const problems = result.ok ? result.warnings : result.problems;
    // Of a file that is read twice, warnings are said once.
    if (warns || !result.ok) printProblems(problems, file, files);
    if (result.ok) return { ready: result, text, sources: [file, ...files.sources] };
    const errors = problems.filter(({ severity }) => severity === 'error');
    const count = errors.length === 1 ? '1 error' : `${errors.length} errors`;
    const [first] = errors;
    const more = first === undefined ? '' : ` "tandem explain ${first.code}" says more about a code.`;
    process.stderr.write(`${count}; nothing was simulated.${more}\n`);
    return badInput;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    process.stderr.write(`tandem: ${error.message}\n`);
    return badInput;
  }
}

function printProblems(problems: readonly Problem[], file: string, files: FilesBeside): void {
  const name = file === '-' ? 'stdin' : file;
  for (const problem of problems) {
    const line = problemLine(problem, name);
    // The reader knows only that it got no file; why is known here.
    const { code, params } = problem;
    const why = code === 'E-FILE' ? files.reasons.get(String(params['file'])) : undefined;
    const shown = why === undefined ? line : `${line.slice(0, -problemText(problem).length)}${why}`;
    process.stderr.write(`${shown}\n`);
  }
}
