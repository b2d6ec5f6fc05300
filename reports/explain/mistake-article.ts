/**
 * The code of a mistake in a script as an article: what it says, with small scripts that are wrong so and what Tandem says of each,
 * made on the spot by the reader and the sentences that a user's own script meets.
 */
import { badScripts, headerOfBadScripts, mistakeCodes, playScript, readScript } from '../../engine/index.ts';
import type { Mistake, MistakeCode } from '../../engine/index.ts';
import { mistakeLine } from '../script-text.ts';
import type { Article, Item } from './article.ts';

export const mistakes = Object.keys(mistakeCodes) as MistakeCode[];

export function mistakeArticle(code: MistakeCode): Article {
  return {
    name: code,
    title: mistakeCodes[code],
    place: 'mistake in a script (.flow); the script is not played',
    parts: [
      {
        heading: 'Examples, with what Tandem says and how to mend it',
        items: badScripts.filter((bad) => bad.code === code).map(({ what, steps }) => exampleOf(what, steps)),
        isStacked: true,
      },
    ],
  };
}

function exampleOf(what: string, steps: string): Item {
  const line = steps.split('\n').find((each) => each.includes('▸')) ?? '';
  const messages = mistakesIn(headerOfBadScripts + steps.replace('▸', '')).map((mistake) =>
    mistakeLine(mistake, 'my.flow'),
  );
  return { term: what, lines: [line.replace('▸', ''), ...messages].filter((each) => each !== '') };
}

function mistakesIn(text: string): readonly Mistake[] {
  const read = readScript(text);
  if (!read.ok) return read.mistakes;
  const played = playScript(read.script);
  return played.ok ? [] : played.mistakes;
}
