/**
 * `tandem schema`: the JSON Schema of scenario files, for editors, or with --report that of the JSON report.
 */
import { reportJsonSchema, scenarioJsonSchema } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { complain } from './output.ts';

const options: OptionKinds = {
  report: { help: 'the schema of the JSON report instead' },
  help: { short: 'h', help: 'print this text' },
};

export const schemaHelp = `Usage: tandem schema [--report]

Prints the JSON Schema of scenario files. Editors with YAML support complete and check with it:
put "# yaml-language-server: $schema=tandem.schema.json" into the first line of a scenario.

${optionLines(options)}
`;

export function schemaCommand(args: readonly string[]): number {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(schemaHelp);
    return 0;
  }
  for (const word of given.words)
    given.slips.push(`tandem schema takes no file, so "${word}" makes no sense.`);
  if (given.slips.length > 0) return complain(given.slips, 'tandem schema --help');
  const schema = given.has('report') ? reportJsonSchema() : scenarioJsonSchema();
  process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
  return 0;
}
