/**
 * `tandem flow`: runs scripts and compares what they bring with what they expect; with --update it writes what they bring into
 * them. It finds, reads and writes the files. What a script means is the package's.
 */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differenceLines, flowProblemLine, runFlow } from '../../workers/tandem.ts';
import type { FlowOutcome } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { badInput, complain } from './output.ts';
import { FileError, readScenarioText } from './scenario-text.ts';

const options: OptionKinds = {
  update: { help: 'write what really happens into the scripts; comments and inputs stay as they are' },
  help: { short: 'h', help: 'print this text' },
};

export const flowHelp = `Usage: tandem flow FILE... [--update]

Plays scripts (.flow files): a small centre, what happens in it, and what should come of it. A folder stands for all
scripts in it and below; - reads one from the standard input. web/guide/reference/flows.md describes the language.

${optionLines(options)}

Exit code 0 when everything happens as expected; 1 when something happens otherwise (the differences are shown);
2 when a script or an option is wrong (all mistakes are shown, and nothing is written).
`;

/** Something happens otherwise than a script expects. */
const differs = 1;
const ending = '.flow';

export function flowCommand(args: readonly string[]): number {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(flowHelp);
    return 0;
  }
  if (given.words.length === 0 && !given.hasUnknown)
    given.slips.push('Name scripts or a folder: tandem flow FILE...');
  const files = given.words.flatMap((word) => scriptsAt(word, given.slips));
  if (given.has('update') && files.includes('-'))
    given.slips.push('--update has no file to write to when a script comes from the standard input.');
  if (given.slips.length > 0) return complain(given.slips, 'tandem flow --help');
  return runAll([...new Set(files)], given.has('update'));
}

/** The file itself, or all scripts in the folder and below, in alphabetical order. */
function scriptsAt(path: string, slips: string[]): string[] {
  if (path === '-' || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(path, name))
    .toSorted();
  if (found.length === 0) slips.push(`There is no ${ending} file in "${path}".`);
  return found;
}

function runAll(files: readonly string[], isUpdate: boolean): number {
  const width = Math.max(...files.map((file) => nameOf(file).length));
  const counts = { equal: 0, different: 0, wrong: 0 };
  for (const file of files) counts[runOne(file, isUpdate, width)] += 1;
  if (files.length > 1) process.stdout.write(`${summary(files.length, counts, isUpdate)}\n`);
  if (counts.wrong > 0) return badInput;
  return counts.different > 0 && !isUpdate ? differs : 0;
}

type Verdict = 'equal' | 'different' | 'wrong';

function runOne(file: string, isUpdate: boolean, width: number): Verdict {
  const name = nameOf(file);
  let outcome: FlowOutcome;
  try {
    outcome = runFlow(readScenarioText(file));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    process.stderr.write(`tandem: ${error.message}\n`);
    return 'wrong';
  }
  if (!outcome.ok) {
    for (const problem of outcome.problems) process.stderr.write(`${flowProblemLine(problem, name)}\n`);
    return 'wrong';
  }
  const { differences, steps, text } = outcome;
  const say = (what: string) => process.stdout.write(`${name.padEnd(width)}  ${what}\n`);
  if (differences.length === 0) {
    say(`as expected (${counted(steps, 'step')})`);
    return 'equal';
  }
  const places = `${differences.length} of ${counted(steps, 'step')}`;
  if (isUpdate) {
    writeFileSync(file, text);
    say(`rewritten (${places})`);
  } else {
    say(`otherwise (${places})`);
    for (const line of differences.flatMap(differenceLines)) process.stdout.write(`  ${line}\n`);
  }
  return 'different';
}

const nameOf = (file: string): string => (file === '-' ? 'stdin' : file);
const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

function summary(scripts: number, counts: Readonly<Record<Verdict, number>>, isUpdate: boolean): string {
  const parts = [`${counts.equal} as expected`];
  if (counts.different > 0) parts.push(`${counts.different} ${isUpdate ? 'rewritten' : 'otherwise'}`);
  if (counts.wrong > 0) parts.push(`${counts.wrong} with mistakes`);
  return `${counted(scripts, 'script')}: ${parts.join(', ')}`;
}
