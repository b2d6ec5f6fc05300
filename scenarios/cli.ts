#!/usr/bin/env node
/**
 * The command line: reads arguments, calls the package's API, prints. It refuses to know the engine: whatever
 * it does, a program that imports `tandem` can do too. Exit code 0, or 2 when what was asked makes no sense.
 */
import { version } from '../workers/tandem.ts';

const help = `tandem ${version} - simulates a contact centre from one scenario file

Usage: tandem [--version | --help]

Options:
  --version   print the version
  --help      print this text
`;

function main(args: readonly string[]): number {
  const [first] = args;
  switch (first) {
    case undefined:
    case '--help':
    case '-h':
      process.stdout.write(help);
      return 0;
    case '--version':
    case '-v':
      process.stdout.write(`${version}\n`);
      return 0;
    default:
      process.stderr.write(`tandem: unknown command "${first}". "tandem --help" lists what there is.\n`);
      return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
