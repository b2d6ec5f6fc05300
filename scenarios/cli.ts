#!/usr/bin/env node
/**
 * The command line: finds the command and hands it the rest. It refuses to know the engine: whatever it does, a
 * program that imports `tandem` can do too.
 */
import { nearestName, version } from '../workers/tandem.ts';
import { checkCommand } from './commands/check.ts';
import { compareCommand } from './commands/compare.ts';
import { explainCommand } from './commands/explain.ts';
import { fitCommand } from './commands/fit.ts';
import { flowCommand } from './commands/flow.ts';
import { badInput, complain, fault } from './commands/output.ts';
import { runCommand } from './commands/run.ts';
import { schemaCommand } from './commands/schema.ts';
import { serveCommand } from './commands/serve.ts';
import { staffCommand } from './commands/staff.ts';
import { sweepCommand } from './commands/sweep.ts';
import { traceCommand } from './commands/trace.ts';
import { validateCommand } from './commands/validate.ts';

const help = `tandem ${version} - simulates a contact centre from one scenario file

Usage: tandem COMMAND [options]

Commands:
  serve      open the workbench: tune a scenario in the browser and see the numbers move
  run FILE   simulate the scenario in FILE and print a report
  compare    two scenarios, or one with settings, on the same luck: what moved
  sweep FILE one or two settings over a range: which values meet the targets
  trace FILE show a day as it happens, one call's story, or the calls worth reading, and why
  explain    say what a rule, a KPI, a problem or a setting is about: tandem explain CB-02
  check FILE decide what suites and scenarios expect, for CI
  fit FILE   make a scenario of an export of calls or counts, and show how well it fits
  flow FILE  play scripts and compare what happens with what they expect
  staff FILE find the heads that meet targets, by interval and group, Erlang beside them
  validate PACK.json
             hold calculators and simulator against models whose answers are known
  schema     print the JSON Schema of scenario files

Options:
  -v, --version   print the version
  -h, --help      print this text; "tandem run --help" tells more about a command

For a start: tandem run scenarios/library/helpdesk.yaml
`;

type Command = (args: readonly string[]) => number | Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  run: runCommand,
  compare: compareCommand,
  sweep: sweepCommand,
  trace: traceCommand,
  check: checkCommand,
  explain: explainCommand,
  fit: fitCommand,
  flow: flowCommand,
  staff: staffCommand,
  schema: schemaCommand,
  validate: validateCommand,
};

function main(args: readonly string[]): number | Promise<number> {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const command = first === 'help' ? commandNamed(rest[0] ?? '') : undefined;
    if (command) return command(['--help']);
    process.stdout.write(help);
    return 0;
  }
  if (first === '--version' || first === '-v') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const command = commandNamed(first);
  if (command) return command(rest);
  const kind = first.startsWith('-') ? 'option' : 'command';
  const words = kind === 'option' ? ['--help', '--version'] : Object.keys(commands);
  const nearest = nearestName(first, words);
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return complain([`There is no ${kind} "${first}".${hint}`], 'tandem --help');
}

function commandNamed(name: string): Command | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // `tandem ... | head`: the reader had enough. Nothing is wrong, so nothing is said.
    if (error.code === 'EPIPE') process.exit(0);
    // A full disk behind `>`. Of the error stream nobody can be told.
    if (stream === process.stdout)
      process.stderr.write(`tandem: the output cannot be written: ${error.message}\n`);
    process.exit(badInput);
  });
}

try {
  // Not process.exit: what is written to a pipe must get out first.
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    `tandem: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = fault;
}
