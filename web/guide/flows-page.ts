/**
 * The script language as a page: the prose here, the phrases, mistakes and examples from the engine's tables and from
 * scenarios/flows. What the page shows as a script is one of those, so that the tests play it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mistakeCodes } from '../../engine/script/mistakes.ts';
import { phraseGroups } from '../../engine/script/phrases.ts';
import type { Phrase } from '../../engine/script/phrase.ts';
import { anchored, code, document, generatedFrom, linked, table } from './markdown.ts';
import type { Page } from './markdown.ts';

const path = 'reference/flows.md';
const folder = new URL('../../scenarios/flows/', import.meta.url);

export function flowsPage(): Page {
  return {
    path,
    text: document([
      generatedFrom(
        'engine/script/phrases.ts, engine/script/mistakes.ts, scenarios/flows and web/guide/flows-page.ts',
      ),
      ...introduction,
      `\`\`\`flow\n${textOf('rona.flow').trimEnd()}\n\`\`\``,
      ...language,
      '## Phrases',
      'AGENT, QUEUE, ENTRY (a queue, a workstream, or a demand of the header) and PROFILE stand for names of the header, N for the number of a call: the first to arrive is call 1. A LENGTH is written as in a scenario: `30s`, `4m10s`.',
      ...phraseGroups.flatMap(({ title, phrases }) => [`### ${title}`, phraseTable(phrases)]),
      ...output,
      '## Mistakes',
      'All mistakes of a text are said at once, header and steps, each with its line and column, and nothing is played. What is wrong in the header has the codes of [scenarios](problems.md); as long as something is, names in the steps are not looked up. A wait for nothing, and a time that has passed by the end of a wait, show only when the script is played: they are said when all else is right.',
      table(
        ['Code', 'What is wrong'],
        Object.entries(mistakeCodes).map(([each, what]) => [anchored(each), linked(what, path)]),
      ),
      '## The scripts that come with Tandem',
      'In `scenarios/flows`. Each shows a few rules; the worked examples (EX-..) are those of the rule book.',
      table(['Script', 'What it teaches', 'Rules'], scripts()),
    ]),
  };
}

const introduction = [
  '# Flows: the script language',
  'A `.flow` file sets up a small centre, says what happens in it, and what should come of it. Nothing in it is left to chance. It is a test, a demonstration and a page of the manual at once. [Write a flow](../how-to/write-a-flow.md) shows how one is made.',
  [
    '| Command | Does |',
    '| --- | --- |',
    '| `tandem flow scenarios/flows` | plays all scripts of a folder; shows what happens otherwise than expected |',
    '| `tandem flow my.flow --update` | writes what really happens into the script; comments and inputs stay as they are |',
  ].join('\n'),
  'Exit code 0: all as expected. 1: something happens otherwise. 2: a script has mistakes.',
  '## A script',
];

const language = [
  '## The file',
  [
    '- **First** comments that say what the script teaches and which rules it shows. A comment begins with `#`; it may also stand above a step, between its inputs, or after an input (with a space on both sides of the `#`).',
    '- **The header** up to the line `====` describes the centre as a [scenario](scenario.md) does, with everything left out that a hand-driven centre does not need: days, demand, behaviour. `queues: { sales: {} }` is a queue; `agents: { ana: { queues: sales } }` is one agent of that name. `prompts` says how long each prompt plays (8 s if not). A whole scenario may stand there too; what only a simulation needs (when calls come, how people behave, how many agents are on duty) has no effect.',
    '- **Steps**, with a blank line between them: input lines, a line `----`, the lines that should come of them. Nothing below `----` means that nothing should.',
  ].join('\n'),
  'Two keys of the header are the script’s own:',
  table(
    ['Key', 'Values', 'What it does'],
    [
      [code('show'), '`essentials`, `reasons`, `everything`', 'What the output shows; see [below](#output).'],
      [
        code('connectAfter'),
        'a length up to 1m; `0s`',
        'From the accept (or a callback’s answer) to the moment the two are joined, so that something can happen in between.',
      ],
    ],
  ),
  '## Time',
  table(
    ['Before an input, or alone', 'Means'],
    [
      [
        code('08:00:18'),
        'At this time of day. `08:00` and `08:00:18.250` are times too; `08:00:18+1` is on the next day.',
      ],
      [code('+5s'), 'So long after the present.'],
      ['nothing', 'In the present instant, after what the line above has brought about.'],
      [code('wait'), 'On to the next thing that the output shows.'],
      [
        `${code('wait 30s')}, ${code('wait until 08:02:30')}`,
        'On by so long, or to this time, with all that happens meanwhile.',
      ],
    ],
  ),
  'Whatever is due before the time of a line happens first. Time never runs backwards.',
  '## One instant',
  linked(
    'Inputs joined by semicolons are what the telephone system holds for one millisecond. The centre serves them by rank, and those of equal rank in the order written (GEN-03); then everything else that is due in that instant, the assignment pass last. So `call 1 presses 1; ana accepts call 1` and `ana accepts call 1; call 1 presses 1` are the two orders of one race (CB-X2), and `call 1 presses 1; call 1 hangs up` is an abandon whichever comes first (CB-X3). A second line at the same time comes after the instant has been served.',
    path,
  ),
  '## What happens by itself',
  'Deadlines of the centre: rings end, offers are played, callbacks fall due. Prompts end after their length. Who accepts is connected at once, or after `connectAfter`. Everything else has to be said: nobody accepts, answers, hangs up or writes up a call by himself. An input that the centre refuses is no mistake of the script; the refusal stands in the output.',
];

const output = [
  '## Output',
  'A line is a time and what happened, in the words of `tandem trace`. With `show: essentials` (as if nothing were said) a script shows what callers hear, which telephones ring, where calls stand, what is dialled and what comes of it, how calls end, what becomes of agents, and refusals. It does not repeat what its own input says. `show: reasons` adds the rule behind each line, in brackets, and below it who else was looked at and why not. `show: everything` shows every command and fact.',
];

/** Phrases of one meaning share a row. */
function phraseTable(phrases: readonly Phrase[]): string {
  const rows = new Map<string, string[]>();
  for (const { words, means } of phrases) rows.set(means, [...(rows.get(means) ?? []), code(words)]);
  return table(
    ['Phrase', 'What it means'],
    [...rows].map(([means, words]) => [words.join('<br>'), linked(means, path)]),
  );
}

function scripts(): string[][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.flow'))
    .toSorted()
    .map((name) => {
      const comment = textOf(name)
        .split('\n\n', 1)[0]!
        .split('\n')
        .map((line) => line.replace(/^# ?/, ''));
      const at = comment.findIndex((line) => line.startsWith('Rules:'));
      const rules = comment.slice(at).join(' ').replace('Rules: ', '');
      const link = `[${name.replace('.flow', '')}](../../../scenarios/flows/${name})`;
      return [link, linked(comment.slice(0, at).join(' '), path), linked(rules, path)];
    });
}

function textOf(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}
