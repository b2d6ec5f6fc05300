/** Rules, edges, worked examples, settings and sections of the rule book as articles. Their words are the book's. */
import { citationsIn, isEdge, PARAMETERS, RULES, SECTIONS, sectionOf } from '../../engine/index.ts';
import type { Parameter, Rule, WorkedExample } from '../../engine/index.ts';
import type { Article, Fact, Part } from './article.ts';
import {
  citedList,
  citingList,
  edgesList,
  examplesList,
  itemOf,
  lastStep,
  placeOf,
  settingItem,
  settingsList,
} from './related.ts';
import type { Setting } from './settings.ts';
import { sourceFact, surenessFact } from './sources.ts';

export function ruleArticle(rule: Rule, settings: readonly Setting[]): Article {
  const { id, section, text, source, sureness } = rule;
  return {
    name: id,
    title: '',
    place: `${placeOf(section)}${isEdge(rule) ? ', edge or race: situation -> outcome' : ''}`,
    parts: [
      text,
      sourceFact(source),
      surenessFact(sureness),
      settingsList([id], text, settings),
      examplesList([id]),
      edgesList(id),
      citedList(text, id),
      citingList([id]),
    ],
  };
}

export function exampleArticle({ id, given, expect, rules }: WorkedExample): Article {
  return {
    name: id,
    title: '',
    place: placeOf('24'),
    parts: [
      { label: 'Given', says: [given] },
      { label: 'Expect', says: [expect] },
      { heading: 'It exercises', items: citationsIn(rules).flatMap(itemOf) },
    ],
  };
}

/** A setting of the scenario file, a parameter of the book, or what is both. */
export function settingArticle(
  name: string,
  own: readonly Setting[],
  parameters: readonly Parameter[],
): Article {
  const cited = own.flatMap(({ meaning }) => citationsIn(meaning));
  const naming = RULES.filter(({ text }) => new RegExp(`\`(?:\\w+\\.)?${name}\`|\\b${name} \``).test(text));
  const related = [...new Set([...cited, ...naming.map(({ id }) => id)])];
  return {
    name,
    title: '',
    place: 'setting',
    parts: [
      own.length === 0 ? 'The scenario file has no such setting yet.' : '',
      { heading: 'In the scenario file', items: own.map(settingItem), isStacked: true },
      ...parameters.map(parameterPart),
      { heading: 'Rules that name it', items: related.flatMap(itemOf) },
    ],
  };
}

function parameterPart(row: Parameter): Part {
  const facts: Fact[] = [
    { label: 'Unit', says: [row.unit] },
    { label: 'Default', says: [row.default] },
    { label: 'Range', says: [row.range] },
    { label: 'Note', says: [row.note] },
    sourceFact(row.source),
    surenessFact(row.sureness),
  ];
  return {
    heading: `In the rule book: ${row.name} (${placeOf(row.section)})`,
    items: facts
      .filter(({ says }) => says.some((each) => each !== ''))
      .map(({ label, says }) => ({ term: label, lines: says })),
  };
}

/** A whole section with its parts, or one part: its rules, the names of its parameters, its edges. */
export function sectionArticle(number: string): Article {
  const inside = (section: string) => section === number || section.startsWith(`${number}.`);
  const parts = SECTIONS.filter((section) => inside(section.number));
  const parameters = PARAMETERS.filter(({ section }) => inside(section));
  const names = [...new Set(parameters.map(({ name }) => lastStep(name)))];
  const edges = RULES.filter((rule) => inside(rule.section) && isEdge(rule));
  return {
    name: sectionOf(number)?.title ?? number,
    title: '',
    place: `section ${number}`,
    parts: [
      sectionOf(number)?.intro ?? '',
      ...parts.map((part) => ({
        heading: part.number === number ? 'Rules' : part.title,
        items: RULES.filter((rule) => rule.section === part.number && !isEdge(rule)).flatMap(({ id }) =>
          itemOf(id),
        ),
      })),
      { heading: 'Edges and races', items: edges.flatMap(({ id }) => itemOf(id)) },
      { heading: 'Settings', items: names.length === 0 ? [] : [{ term: '', lines: [names.join(', ')] }] },
    ],
  };
}
