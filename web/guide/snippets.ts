/**
 * The snippets of a hand-written page, played in a folder of their own in the order of the page: files are
 * written, scenarios are read, commands are run, and what they print takes the place of what the page shows. For the
 * tests, which compare the page before and after; it refuses to know what a page is about.
 *
 * What stands behind the opening fence says what a block is:
 * - `yaml file=first.yaml` a whole file (also csv, flow, js); a scenario or a suite must be read without a word of complaint,
 *   unless it says `wrong=yes`.
 * - `yaml into=desk.yaml` a part of that scenario, put into it; `as=late.yaml` writes the result elsewhere.
 * - `console` commands after `$`, each followed by its output. `only="Queues|Service"` shows the paragraphs that begin
 *   so, `rows=4` so many lines of each, and … stands for the rest. `exit=2` is the exit code, where it is not 0.
 *   `says="too close"` must be in each output, because the page goes on to speak of it.
 * - `flow shows=rona.flow` what is in that file by now.
 * - `text` is read by nobody but people.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMap, parse, parseDocument, stringify } from 'yaml';
import type { Node } from 'yaml';
import { readScenario, readSuite } from '../../engine/index.ts';
import { problemLine } from '../../reports/problem-text.ts';
import { root, tandem } from '../../scenarios/testing/tandem.ts';
import type { Ended } from '../../scenarios/testing/tandem.ts';
import type { WarmTandem } from './warm-tandem.ts';

export interface Snippet {
  readonly language: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly body: string;
}

const fenced = /^```(\w*)([^\n]*)\n(.*?)^```$/gms;
const left = '…';

export function snippetsOf(text: string): Snippet[] {
  return [...text.matchAll(fenced)].map(([, language = '', words = '', body = '']) => ({
    language,
    attributes: attributesOf(words),
    body,
  }));
}

/** The page as it should be; `folder` is empty but for the files it starts from. */
export async function played(text: string, folder: string, warm: WarmTandem): Promise<string> {
  // So that a program in a snippet may import the package by its name.
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/tandem'), 'junction');
  const snippets = snippetsOf(text);
  const bodies: string[] = [];
  for (const snippet of snippets) bodies.push(await play(snippet, folder, warm));
  return text.replace(fenced, (_, language: string, words: string) => {
    return `\`\`\`${language}${words}\n${bodies.shift()}\`\`\``;
  });
}

/** The file that the parts of how-to pages are put into. */
export function copyInto(folder: string, file: string): void {
  copyFileSync(file, join(folder, basename(file)));
}

async function play(snippet: Snippet, folder: string, warm: WarmTandem): Promise<string> {
  const { language, attributes, body } = snippet;
  const file = attributes.get('file');
  const into = attributes.get('into');
  const shows = attributes.get('shows');
  if (shows !== undefined) return readFileSync(join(folder, shows), 'utf8');
  if (language === 'console') return await converse(snippet, folder, warm);
  if (file !== undefined) {
    writeFileSync(join(folder, file), body);
    if (language === 'yaml' && !attributes.has('wrong')) mustRead(file, folder);
  } else if (into !== undefined) {
    const whole = parse(readFileSync(join(folder, into), 'utf8')) as unknown;
    const as = attributes.get('as') ?? into;
    writeFileSync(join(folder, as), stringify(merged(whole, parseDocument(body).contents)));
    mustRead(as, folder);
  } else if (language !== 'text') {
    throw new Error(
      `A block of ${language || 'no language'} says neither file= nor into=, so nothing tests it:\n${body}`,
    );
  }
  return body;
}

function mustRead(file: string, folder: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  const files = (name: string): string | undefined =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
  const open = (name: string): { readonly text: string } | undefined => {
    const opened = files(name);
    return opened === undefined ? undefined : { text: opened };
  };
  const result = file.endsWith('.suite.yaml') ? readSuite(text, open) : readScenario(text, { files });
  const problems = result.ok ? result.warnings : result.problems;
  if (problems.length > 0) throw new Error(problems.map((problem) => problemLine(problem, file)).join('\n'));
}

/** As a reader takes it: an indented map is joined to what is there, and whatever stands in braces takes its place. */
function merged(whole: unknown, part: Node | null): unknown {
  if (!isMap(part) || part.flow === true || !isRecord(whole)) return part?.toJSON() as unknown;
  const entries = part.items.map(({ key, value }) => {
    const name = String(key);
    return [name, merged(whole[name], value as Node | null)] as const;
  });
  return { ...whole, ...Object.fromEntries(entries) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A command and, below it, what it prints. */
async function converse({ attributes, body }: Snippet, folder: string, warm: WarmTandem): Promise<string> {
  const expected = Number(attributes.get('exit') ?? '0');
  const pieces: string[] = [];
  for (const command of commandsOf(body)) {
    const { code, out, err } = await runIn(folder, wordsOf(command.replaceAll('\\\n', ' ').slice(2)), warm);
    if (code !== expected) throw new Error(`${command}\nended with ${code}, not ${expected}\n${out}${err}`);
    const says = attributes.get('says');
    if (says !== undefined && !new RegExp(says).test(out)) {
      throw new Error(`The page speaks of "${says}", but ${command} prints:\n${out}`);
    }
    const printed = shown(`${err}${out}`, attributes);
    pieces.push(printed === '' ? `${command}\n` : `${command}\n${printed}\n`);
  }
  return pieces.join('');
}

/** Lines from `$ ` on, with those that a backslash at the end carries over. */
function commandsOf(body: string): string[] {
  return [...body.matchAll(/^\$ (?:.*\\\n)*.*$/gm)].map(([command]) => command);
}

function wordsOf(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, ...found]) => found.find((word) => word !== undefined) ?? '',
  );
}

const SIMULATING = new Set(['run', 'check', 'compare', 'sweep', 'staff', 'validate']);

function runIn(folder: string, [program, ...words]: readonly string[], warm: WarmTandem): Promise<Ended> {
  const [first = '', ...rest] = words;
  if (program === 'node') return tandem(rest, { program: first, cwd: folder, within: 120_000 });
  if (program !== 'tandem') throw new Error(`A snippet may call tandem and node, not ${program}.`);
  // The same report without starting threads.
  return warm.run(SIMULATING.has(first) ? [...words, '--workers', '0'] : words, folder);
}

function shown(output: string, attributes: ReadonlyMap<string, string>): string {
  const only = attributes.get('only');
  const rows = Number(attributes.get('rows') ?? Infinity);
  const pattern = only === undefined ? /^/ : new RegExp(`^ *(?:${only})`);
  const paragraphs = output.trimEnd().split(/\n{2,}/);
  const kept = paragraphs.map((paragraph) => {
    const lines = paragraph.split('\n');
    if (!pattern.test(paragraph)) return left;
    return lines.length > rows ? [...lines.slice(0, rows), left].join('\n') : paragraph;
  });
  if (only !== undefined && kept.every((paragraph) => paragraph === left)) {
    throw new Error(`Nothing of the output begins with ${only}:\n${output}`);
  }
  return kept
    .filter((paragraph, index) => paragraph !== left || kept[index - 1]?.endsWith(left) !== true)
    .join('\n\n');
}

function attributesOf(words: string): ReadonlyMap<string, string> {
  return new Map(
    [...words.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)].map(([, name = '', quoted, plain]) => [
      name,
      quoted ?? plain ?? '',
    ]),
  );
}
