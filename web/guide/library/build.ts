/**
 * The pages of the library: one for each scenario, with its picture, and the first page that lists them. Made by `npm run docs`
 * (library.test.ts), each from one run of the scenario and of the changes that its header suggests.
 */
import { readFileSync } from 'node:fs';
import { readScenario } from '../../../engine/index.ts';
import { document, generatedFrom, linked, prose } from '../markdown.ts';
import type { Page } from '../markdown.ts';
import { headerOf } from './header.ts';
import { LESSONS } from './lessons.ts';
import type { Lesson } from './lessons.ts';
import { lessonPages } from './page.ts';
import { runVariants } from './runs.ts';
import type { Variant } from './runs.ts';

const library = new URL('../../../scenarios/library/', import.meta.url);

export function scenarioOf(name: string): string {
  return readFileSync(new URL(`${name}.yaml`, library), 'utf8');
}

export interface Taught {
  readonly pages: readonly Page[];
  /** As shipped, then the changes in the order of the header. */
  readonly variants: readonly Variant[];
}

export async function taught(lesson: Lesson): Promise<Taught> {
  const scenario = scenarioOf(lesson.name);
  const sets = headerOf(scenario).tries.map(({ set }) => set);
  const variants = await runVariants(scenario, sets, lesson.days);
  return { variants, pages: lessonPages(lesson, scenario, variants) };
}

const INDEX = 'library/README.md';

/** The first page: a line and a picture for each. */
export function libraryIndex(): Page {
  return {
    path: INDEX,
    text: document([
      generatedFrom('web/guide/library/lessons.ts'),
      '# The library',
      'Scenarios that each teach one thing. They are files to run, to change and to start from; each has a page with a picture, the figures and what to try.',
      'Others stand in papers, manuals and tests of other programs: [printed by others, and ours](published.md).',
      ...LESSONS.map(entryOf),
    ]),
  };
}

function entryOf({ name }: Lesson): string {
  const text = scenarioOf(name);
  const { subject, paragraphs } = headerOf(text);
  const result = readScenario(text);
  const title = result.ok ? result.setup.name : name;
  const [lesson = ''] = (paragraphs[0] ?? '').split(/(?<=\.) /);
  return [
    `## [${prose(title)}](${name}.md)`,
    `${prose(subject)}. **${linked(lesson, INDEX)}**`,
    `<a href="${name}.md"><img src="${name}.svg" width="420" alt="${title}"></a>`,
  ].join('\n\n');
}
