/**
 * Every script of this folder, played: what happens must be what stands in the file. `npm test -- -u` rewrites the files; the diff
 * is the review, and a changed expectation is committed only by someone who can explain it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exampleOf, kpiOf, ruleOf } from '../../engine/rules.ts';
import { runFlow } from '../../workers/tandem.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.flow'))
  .map((name) => name.slice(0, -'.flow'.length));
const textOf = (name: string): string => readFileSync(`${folder}${name}.flow`, 'utf8');

describe('the scripts', () => {
  it.each(names)('%s happens as it is written', async (name) => {
    const outcome = runFlow(textOf(name));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems, null, 2));
    await expect(outcome.text).toMatchFileSnapshot(`${folder}${name}.flow`);
  });

  it.each(names)('%s begins with what it teaches, and the rules it shows', (name) => {
    const lines = textOf(name).split('\n');
    const comment = lines
      .slice(
        0,
        lines.findIndex((line) => !line.startsWith('#')),
      )
      .map((line) => line.slice(2));
    const cited = comment.findIndex((line) => line.startsWith('Rules: '));
    expect(cited, 'sentences, then a line of rules').toBeGreaterThan(0);
    expect(comment[cited - 1]).toMatch(/\.$/);
    const citation = comment.slice(cited).join(' ');
    expect(citation).toMatch(
      /^Rules: (?:[A-Z]{1,3}-X?\d+[a-f]?, )*[A-Z]{1,3}-X?\d+[a-f]?\.(?: Worked examples?: (?:EX-\d\d, )*EX-\d\d\.)?$/,
    );
    const ids = citation.match(/[A-Z]{1,3}-X?\d+[a-f]?/g) ?? [];
    expect(ids.filter((id) => !(ruleOf(id) ?? kpiOf(id) ?? exampleOf(id)))).toEqual([]);
  });
});
