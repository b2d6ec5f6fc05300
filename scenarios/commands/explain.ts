/** `tandem explain`: what a rule, a KPI, a problem code or a setting says. The texts are the package's. */
import { explain } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { badInput, complain, wantsColour } from './output.ts';

const options: OptionKinds = {
  'no-color': { help: 'no colours; so does NO_COLOR=1' },
  help: { short: 'h', help: 'print this text' },
};

export const explainHelp = `Usage: tandem explain [WORD ...]

Says what a rule (CB-02), a KPI (K-05, abandonRate), a problem (E-OV-SELF), a warning of a report (one-day) or a setting
(offerFirst) is about: what it says, its formula, its source and how sure it is, the settings that change it, worked
examples, and what it has to do with. CB lists the rules of a family, 6.3 those of a section; other words are searched.
Without a word: what there is.

${optionLines(options)}

Exit code 0, or 2 when a word is nowhere to be found.
`;

export function explainCommand(args: readonly string[]): number {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(explainHelp);
    return 0;
  }
  if (given.slips.length > 0) return complain(given.slips, 'tandem explain --help');
  const { isTTY, columns } = process.stdout;
  const { text, unknown } = explain(given.words, {
    colour: wantsColour(process.stdout, given.has('no-color')),
    // In a file or a pipe it does not depend on the window.
    ...(isTTY === true ? { width: columns } : {}),
  });
  process.stdout.write(text);
  if (unknown.length === 0) return 0;
  for (const { word, nearest } of unknown) {
    const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    process.stderr.write(`tandem: there is nothing about "${word}".${hint}\n`);
  }
  process.stderr.write('"tandem explain" lists what there is.\n');
  return badInput;
}
