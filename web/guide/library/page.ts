/**
 * The page of a library scenario and its picture, made from the scenario's own header, the rule book and the runs of `runs.ts`. It
 * has no numbers and hardly a word of its own, so that it cannot go stale.
 */
import { citationsIn, ruleOf } from '../../../engine/index.ts';
import { formatMeasured, numbersOf } from '../../../reports/format.ts';
import { changeOf } from '../../../reports/difference-text.ts';
import type { KpiRow, Report } from '../../../reports/schema.ts';
import { document, generatedFrom, linked, prose, table } from '../markdown.ts';
import type { Page } from '../markdown.ts';
import { bodyOf, headerOf } from './header.ts';
import type { Header } from './header.ts';
import type { Figure, Lesson } from './lessons.ts';
import { pictureOf } from './pictures.ts';
import type { Variant } from './runs.ts';

const SHIPPED = 'As shipped';
const numbers = numbersOf('en-GB');

/** The page and its picture. */
export function lessonPages(lesson: Lesson, scenario: string, variants: readonly Variant[]): readonly Page[] {
  const header = headerOf(scenario);
  const names = [SHIPPED, ...header.tries.map(({ name }) => name)];
  const path = `library/${lesson.name}.md`;
  return [
    { path, text: pageText(lesson, { header, scenario, names, variants, path }) },
    { path: `library/${lesson.name}.svg`, text: picture(lesson, titleOf(variants), names, variants) },
  ];
}

export function titleOf(variants: readonly Variant[]): string {
  return variants[0]?.report.scenario ?? '';
}

interface Material {
  readonly header: Header;
  readonly scenario: string;
  readonly names: readonly string[];
  readonly variants: readonly Variant[];
  readonly path: string;
}

function pageText(lesson: Lesson, { header, scenario, names, variants, path }: Material): string {
  const file = `../../../scenarios/library/${lesson.name}.yaml`;
  const { report } = variants[0]!;
  return document([
    generatedFrom(`scenarios/library/${lesson.name}.yaml`),
    `# ${prose(titleOf(variants))}`,
    `*${prose(header.subject)}.*`,
    ...header.paragraphs.map((text) => linked(text, path)),
    `![${prose(lesson.picture.caption)}](${lesson.name}.svg)`,
    `*${prose(lesson.picture.caption)}*`,
    '## The figures',
    figuresTable(lesson, names, variants),
    `${report.days.simulated} days of each on the same luck, seed ${report.seed}. ± is half a 95% interval; below a changed figure stands its difference from the scenario as shipped, shares in % points. The differences are paired day by day, so they are known better than the figures themselves.`,
    '## What to try',
    'As shipped:',
    shell(`tandem run scenarios/library/${lesson.name}.yaml`),
    ...header.tries.flatMap(({ name, said, command }) => [
      `**${prose(name)}.** ${linked(said, path)}`,
      shell(command),
    ]),
    `**Read a call.** ${READ[lesson.read]}`,
    shell(`tandem trace scenarios/library/${lesson.name}.yaml ${lesson.read}`),
    rulesOf(scenario, path),
    '## The scenario',
    `[${lesson.name}.yaml](${file})`,
    `\`\`\`yaml\n${bodyOf(scenario).trimEnd()}\n\`\`\``,
  ]);
}

const READ: Readonly<Record<Lesson['read'], string>> = {
  '--longest-wait':
    'The longest wait of the first day, over all its queues, step by step with the reason for each:',
  '--lost-callbacks': 'The promises of the first day that were broken, and why:',
  '--rona': 'The calls of the first day that rang where nobody answered:',
  '--abandoned-after-offer': 'Those of the first day who heard an offer and hung up all the same:',
};

function shell(command: string): string {
  return `\`\`\`sh\n${command.replace(/^tandem/, 'npx tandem')}\n\`\`\``;
}

/** What the header cites, in the words of the rule book. */
function rulesOf(scenario: string, path: string): string {
  const { subject, paragraphs, tries } = headerOf(scenario);
  const cited = citationsIn([subject, ...paragraphs, ...tries.map(({ said }) => said)].join('\n'));
  const lines = cited.flatMap((id) => {
    const text = ruleOf(id)?.text;
    return text === undefined ? [] : [`- ${linked(`${id}: ${text}`, path)}`];
  });
  return lines.length === 0 ? '' : `## Rules it touches\n\n${lines.join('\n')}`;
}

// ---------------------------------------------------------------- figures

function figuresTable({ figures }: Lesson, names: readonly string[], variants: readonly Variant[]): string {
  const rows = figures.map((figure) => [
    prose(figure.name),
    ...variants.map((variant) => cellOf(figure, variant)),
  ]);
  return table(['', ...names.map(prose)], rows);
}

/** The value with its interval; of a change, the value and below it the difference. */
function cellOf(figure: Figure, { report, comparison }: Variant): string {
  const row = rowOf(figure, report);
  if (row === undefined) return numbers.absent;
  const { value, half } = formatMeasured(numbers, row.unit, row);
  const own = half === null ? value : `${value} ± ${half}`;
  if (comparison === null || figure.at !== undefined) return own;
  const queue = figure.queue ?? null;
  const change = comparison.rows.find(
    ({ id, stat, ...place }) =>
      id === figure.id && stat === figure.stat && place.queue === queue && place.group === null,
  );
  if (change === undefined || change.difference.mean === null) return own;
  if (change.verdict === 'same') return `${value}<br>the same`;
  const { text, after } = changeOf(change, change.difference, numbers);
  return `${value}<br>${text}${after ?? ''}`;
}

/** Of all queues together: a centre of one queue has no other rows than these. */
export function rowOf({ id, stat, queue, at }: Figure, { kpis }: Report): KpiRow | undefined {
  return kpis.find(
    (row) =>
      row.id === id &&
      row.stat === stat &&
      row.queue === (queue ?? null) &&
      row.group === null &&
      row.kind === null &&
      (at === undefined ? row.interval === null : row.interval?.start === at),
  );
}

// ---------------------------------------------------------------- picture

function picture(
  { picture: { draw, of, caption }, figures: [first] }: Lesson,
  title: string,
  names: readonly string[],
  variants: readonly Variant[],
): string {
  const panels = of.map((at) => ({
    name: names[at] ?? '',
    finding: first === undefined ? '' : `${first.name}: ${spoken(first, variants[at]!.report)}`,
    report: variants[at]!.report,
  }));
  return pictureOf(`${title}. ${caption}`, draw(panels));
}

function spoken(figure: Figure, report: Report): string {
  const row = rowOf(figure, report);
  return row === undefined ? numbers.absent : formatMeasured(numbers, row.unit, row).value;
}
