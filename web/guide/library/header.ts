/**
 * What the comment at the head of a library scenario says: the one source of the words on its page. Paragraphs are kept apart by
 * an empty comment line; a command stands indented below what introduces it, a name with a full stop and a sentence or two, and a
 * backslash carries it over to the next line. It knows nothing of the scenario itself.
 */

export interface Try {
  /** What the change is called. */
  readonly name: string;
  readonly said: string;
  /** As the comment has it, without the marks of the comment. */
  readonly command: string;
  /** What its `--set` options say. */
  readonly set: readonly string[];
}

export interface Header {
  /** The first line, without its full stop. */
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly tries: readonly Try[];
}

const TEACHES = 'What it teaches: ';

export function headerOf(scenario: string): Header {
  const blocks = commentOf(scenario)
    .split(/\n{2,}/)
    .map((block) => block.split('\n'));
  const [first = [], ...rest] = blocks;
  const paragraphs: string[] = [];
  const tries: Try[] = [];
  for (const block of rest) {
    const { before, found } = commandsOf(block);
    tries.push(...found);
    if (before !== '') paragraphs.push(before);
  }
  return {
    subject: first.join(' ').replace(/\.$/, ''),
    paragraphs: paragraphs.map((text) => capitalised(text.replace(TEACHES, ''))),
    tries,
  };
}

/** The scenario without its header. */
export function bodyOf(scenario: string): string {
  return scenario.slice(scenario.search(/^(?!#)/m)).trimStart();
}

function commentOf(scenario: string): string {
  const end = scenario.search(/^(?!#)/m);
  return scenario
    .slice(0, end)
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^# ?/, ''))
    .join('\n');
}

/** The commands of a paragraph, each with what introduces it; else its text. */
function commandsOf(lines: readonly string[]): { readonly before: string; readonly found: readonly Try[] } {
  const found: Try[] = [];
  let said: string[] = [];
  let command: string[] = [];
  for (const line of lines) {
    const isCommand = command.length > 0 || /^ +tandem /.test(line);
    if (!isCommand) {
      said.push(line.trim());
      continue;
    }
    command.push(line.slice(2));
    if (line.endsWith('\\')) continue;
    const [name = '', ...rest] = said
      .join(' ')
      .replace(/:$/, '.')
      .split(/(?<=\.) /);
    found.push({
      name: name.replace(/\.$/, ''),
      said: rest.join(' '),
      command: command.join('\n'),
      set: settingsOf(command),
    });
    said = [];
    command = [];
  }
  return { before: said.join(' '), found };
}

function settingsOf(command: readonly string[]): string[] {
  const words = command.join(' ');
  return [...words.matchAll(/--set (?:"([^"]+)"|'([^']+)'|(\S+))/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
