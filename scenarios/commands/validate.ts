/**
 * `tandem validate`: a pack of models whose answers are known in, a verdict for each of their numbers out. It reads what was asked and
 * shows how far it is. Numbers and sentences are the package's.
 */
import { OptionError, PackError, renderValidation, validate, validationJson } from '../../workers/tandem.ts';
import type { ValidateOptions, ValidateProgress, Validation } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { onlyFile, seedOf, workersOf } from './common-options.ts';
import { listenForCtrlC } from './ctrl-c.ts';
import { badInput, complain, interrupted } from './output.ts';
import { outputFiles, printText, writeFiles } from './output-files.ts';
import type { OutputFile } from './output-files.ts';
import { FileError, readScenarioText } from './scenario-text.ts';
import { StatusLine } from './status-line.ts';

const options: OptionKinds = {
  family: { value: 'F', multiple: true, help: 'only cases of this family; may be given again' },
  case: { value: 'ID', multiple: true, help: 'only this case; may be given again' },
  json: {
    value: 'FILE',
    help: 'write the result as JSON; - writes it to the standard output instead of the table',
  },
  workers: {
    value: 'N',
    help: 'worker threads; default: one per core; 0: none. The result does not\ndepend on it',
  },
  seed: { value: 'N', help: 'the seed of all chance; default: 1' },
  quick: {
    help: '100 replicates of each case, and four times as many fresh ones where a\nnumber is far off: finds what is wrong, but proves less, and\nnumbers wider than the pack asks are marked "not narrow"',
  },
  'calculator-only': { help: 'hold the calculators alone against the pack; nothing is simulated' },
  failures: { help: 'print only what did not pass, and the summary' },
  strict: { help: 'unsupported cases fail the pack' },
  'no-color': { help: 'no colours; so does NO_COLOR=1' },
  help: { short: 'h', help: 'print this text' },
};

const validateHelp = `Usage: tandem validate PACK.json [options]

Holds Tandem's calculators and its simulator against models whose answers are known. A calculator's number passes within
the tolerance of its case. A simulated number passes within so many standard errors as the case allows (3.5), once its
95% half-width is as narrow as the case asks; a number farther off is measured once more with fresh luck and four times
the length, and the second measurement decides. More than 3% of all numbers beyond 2.6 standard errors fail the pack
(decided over 100 numbers or more).

${optionLines(options)}

Cases that cannot be expressed are reported as unsupported, never as passed; by themselves they fail the pack only
with --strict. A case of a known family whose parameters are missing or of another kind is malformed, and fails.
Ctrl-C stops and prints what is known so far; a second one ends at once.
Exit code 0 when all that is supported passes; 1 when a number fails, a case is malformed or nothing at all was
checked; 2 when the pack or an option is wrong (all problems are printed); 130 when interrupted.
`;

interface Asked {
  readonly file: string;
  readonly files: readonly OutputFile<'json'>[];
  readonly isPlain: boolean;
  readonly onlyFailures: boolean;
  readonly validate: Omit<ValidateOptions, 'signal' | 'onProgress'>;
}

export async function validateCommand(args: readonly string[]): Promise<number> {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(validateHelp);
    return 0;
  }
  const asked = askedOf(given);
  if (!asked) return complain(given.slips, 'tandem validate --help');
  let text: string;
  try {
    text = readScenarioText(asked.file);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    process.stderr.write(`tandem: ${error.message}\n`);
    return badInput;
  }
  return run(asked, text);
}

function askedOf(given: Arguments): Asked | undefined {
  const file = onlyFile(given, 'Name a pack: tandem validate PACK.json.', 'pack');
  if (given.has('quick') && given.has('calculator-only'))
    given.slips.push('--quick and --calculator-only exclude each other.');
  const asked: Asked = {
    file,
    files: outputFiles(given, ['json']),
    isPlain: given.has('no-color'),
    onlyFailures: given.has('failures'),
    validate: {
      families: given.all('family'),
      cases: given.all('case'),
      workers: workersOf(given),
      seed: seedOf(given),
      mode: given.has('calculator-only') ? 'calculators' : given.has('quick') ? 'quick' : 'full',
      strict: given.has('strict'),
    },
  };
  return given.slips.length === 0 ? asked : undefined;
}

async function run(asked: Asked, text: string): Promise<number> {
  const line = new StatusLine(process.stderr);
  const began = performance.now();
  const ctrlC = listenForCtrlC();
  let result: Validation;
  try {
    result = await validate(text, {
      ...asked.validate,
      signal: ctrlC.signal,
      onProgress: (progress) => {
        const now = performance.now();
        line.show(() => progressText(progress, now - began), now);
      },
    });
  } catch (error) {
    line.wipe();
    if (error instanceof OptionError) return complain(error.problems, 'tandem validate --help');
    if (!(error instanceof PackError)) throw error;
    for (const { place, text: what } of error.problems)
      process.stderr.write(`${asked.file}: ${place}: ${what}\n`);
    const count = error.problems.length === 1 ? '1 problem' : `${error.problems.length} problems`;
    process.stderr.write(`${count}; nothing was validated.\n`);
    return badInput;
  } finally {
    ctrlC.close();
  }
  line.wipe();
  printText(asked.files, asked.isPlain, ({ colour }) =>
    renderValidation(result, { colour, onlyFailures: asked.onlyFailures }),
  );
  const written = writeFiles(asked.files, () => validationJson(result));
  if (result.ended === 'stopped') return interrupted;
  return written === 0 && !result.passed ? 1 : written;
}

function progressText({ cases, casesDone, current, calls }: ValidateProgress, millis: number): string {
  const speed = `${(calls / 1e6).toFixed(1)} M calls, ${Math.round(calls / millis)} k/s`;
  const where = current === null ? '' : `, at ${current}`;
  return `${casesDone} of ${cases} cases${where}, ${speed}`;
}
