/**
 * The rule book as a page: every rule, edge and parameter by section, then the worked examples. It arranges
 * what engine/rules.ts holds and adds no rule of its own.
 */
import { EXAMPLES, isEdge, parametersOf, RULES, SECTIONS, SOURCES, SURENESS } from '../../engine/rules.ts';
import type { Parameter, Rule, Section } from '../../engine/rules.ts';
import { anchored, code, document, generatedFrom, linked, prose, table } from './markdown.ts';
import type { Page } from './markdown.ts';

const path = 'reference/rules.md';

/** Sections with a page of their own, or of which only the examples are shown. */
const elsewhere = new Set(['1', '22', '23', '24']);

export function rulesPage(): Page {
  return {
    path,
    text: document([
      generatedFrom('engine/rules-text.ts and engine/rules-tables.ts'),
      '# The rules',
      'What the engine does, sentence by sentence. Every rule has an ID that never changes; tests, comments in the code and the reasons in a trace cite it.',
      ...howToRead(),
      ...SECTIONS.filter((section) => !elsewhere.has(section.number)).flatMap(sectionBlocks),
      ...examples(),
    ]),
  };
}

function howToRead(): string[] {
  const words = SECTIONS.find((section) => section.number === '1')?.intro ?? '';
  return [
    '## 1 How to read this',
    'A rule reads: state, event, guard -> effect. An edge (OV-X1 ...) reads: situation -> outcome. Section 20 is [the state machines](states.md), section 21 the boundary of the engine in `engine/routing/protocol.ts`, section 22 [the KPIs](kpis.md), section 23 [the problems](problems.md).',
    linked(words, path),
    table(
      ['Sure', 'Means'],
      Object.entries(SURENESS).map(([grade, meaning]) => [grade, prose(meaning)]),
    ),
    table(
      ['Source', 'Is'],
      Object.entries(SOURCES).map(([name, meaning]) => [name, prose(meaning)]),
    ),
  ];
}

function sectionBlocks(section: Section): string[] {
  const rules = RULES.filter((rule) => rule.section === section.number && !isEdge(rule));
  const isPart = section.number.includes('.');
  return [
    `${isPart ? '###' : '##'} ${section.number} ${section.title}`,
    linked(section.intro ?? '', path),
    table(['ID', 'Rule', 'Source', 'Sure'], rules.map(ruleRow)),
    ...(isLastPart(section) ? tail(section.number.split('.')[0] ?? '') : []),
  ];
}

/** Parameters and edges belong to a whole section and follow its last part. */
function tail(section: string): string[] {
  const edges = RULES.filter((rule) => rule.section === section && isEdge(rule));
  const parameters = parametersOf(section);
  return [
    parameters.length === 0 ? '' : '**Parameters**',
    table(
      ['Name', 'Unit or type', 'Default', 'Range', 'Note', 'Source', 'Sure'],
      parameters.map(parameterRow),
    ),
    edges.length === 0 ? '' : '**Edges and races**',
    table(['ID', 'Situation -> outcome', 'Sure'], edges.map(edgeRow)),
  ];
}

function isLastPart(section: Section): boolean {
  const next = SECTIONS[SECTIONS.indexOf(section) + 1];
  return next?.number.split('.')[0] !== section.number.split('.')[0];
}

function ruleRow({ id, text, source, sureness }: Rule): string[] {
  return [anchored(id), linked(text, path), prose(source), linked(sureness, path)];
}

function edgeRow({ id, text, sureness }: Rule): string[] {
  return [anchored(id), linked(text, path), linked(sureness, path)];
}

function parameterRow(row: Parameter): string[] {
  return [
    code(row.name),
    prose(row.unit),
    prose(row.default),
    prose(row.range),
    linked(row.note, path),
    prose(row.source),
    prose(row.sureness),
  ];
}

function examples(): string[] {
  return [
    '## 24 Worked examples',
    'Each is a test. An example of something the engine does not do yet waits for the rule it shows.',
    table(
      ['ID', 'Given', 'Expect', 'Rules'],
      EXAMPLES.map((example) => [
        anchored(example.id),
        linked(example.given, path),
        linked(example.expect, path),
        linked(example.rules, path),
      ]),
    ),
  ];
}
