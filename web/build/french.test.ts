import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { differences, frenchProblems } from './french.ts';
import { headingOf } from './library-heading.ts';
import { sentencesOf, translationsOf } from './said.ts';

const sourcesIn = (code: string): readonly string[] =>
  sentencesOf('a.ts', code).found.map(({ source }) => source);

describe('The sentences of a program', () => {
  it('are the texts given to msg(), wherever it stands', () => {
    expect(
      sourcesIn(`
        @customElement('a-b') class A extends LitElement {
          @property() accessor label = 'not said';
          render() { return html\`<p title=\${msg('One')}>\${when(x, () => msg(\`Two\`))}</p>\`; }
        }
        const late = () => msg('Three' + ' and four', { desc: 'a hint' });`),
    ).toEqual(['One', 'Two', 'Three and four']);
  });

  it('have numbers where values stand, from left to right', () => {
    expect(sourcesIn('msg(str`${from} to ${to()} of ${n}`)')).toEqual(['{0} to {1} of {2}']);
  });

  it('cannot be told when they are made at run time', () => {
    const { found, problems } = sentencesOf(
      'a.ts',
      'const x = 1;\nmsg(label); msg(`${x}`); msg(html`<b>x</b>`);',
    );
    expect(found).toEqual([]);
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/^a\.ts:2: /);
  });
});

describe('English and French', () => {
  const said = sentencesOf('a.ts', "msg('Stop'); msg(str`${a} of ${b}`);").found;
  const problemsOf = (dictionary: string): readonly string[] =>
    differences(said, translationsOf('fr/a.ts', `export const a = ${dictionary} as const;`).found);

  it('say the same, in any order of the places', () => {
    expect(problemsOf("{ Stop: 'Arrêter', '{0} of {1}': 'sur {1}, {0}' }")).toEqual([]);
  });

  it.each([
    ['no French', "{ '{0} of {1}': '{0} sur {1}' }", /^a\.ts:1: no French for "Stop"$/],
    ['nobody says', "{ Go: 'Aller', Stop: 'Arrêter', '{0} of {1}': '{0} sur {1}' }", /nobody says "Go"/],
    ['not the places', "{ Stop: 'Arrêter', '{0} of {1}': '{0} sur' }", /not the places of "\{0\} of \{1\}"/],
    ['other French', "[{ Stop: 'Arrêter', '{0} of {1}': '{0} sur {1}' }, { Stop: 'Halte' }]", /other French/],
  ])('differ when there is %s', (_what, dictionary, saying) => {
    expect(problemsOf(dictionary)).toEqual([expect.stringMatching(saying)]);
  });
});

describe('The workbench', () => {
  it('says everything in French too, and nothing in French only', () => {
    expect(frenchProblems(fileURLToPath(new URL('..', import.meta.url)))).toEqual([]);
  });
});

describe('The heading of a library scenario', () => {
  it('is its first comment and the first sentence of what it teaches', () => {
    const text =
      '# A flood.\n#\n# What it teaches: less is more (CB-06), not 1.5 times. And so on.\n#\n# More.\n\nname: x\n';
    expect(headingOf(text)).toEqual({ title: 'A flood', line: 'Less is more (CB-06), not 1.5 times.' });
  });
});
