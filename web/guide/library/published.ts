/**
 * The page that holds Tandem against results printed by others: every number, theirs and ours, and how far they are apart. It runs
 * the scenarios; what was printed is in published-studies.ts.
 */
import { readFileSync } from 'node:fs';
import type { Report } from '../../../reports/schema.ts';
import { run } from '../../../workers/tandem.ts';
import { normalQuantile } from '../../../engine/kernel/quantiles.ts';
import { document, generatedFrom, prose, table } from '../markdown.ts';
import type { Page } from '../markdown.ts';
import { EXACT, staffingText } from './published-exact.ts';
import { STUDIES } from './published-studies.ts';
import type { Model, Printed, Study } from './published-studies.ts';

const library = new URL('../../../scenarios/library/published/', import.meta.url);

export function publishedScenario(name: string): string {
  return readFileSync(new URL(`${name}.yaml`, library), 'utf8');
}

export interface Row {
  readonly printed: Printed;
  readonly ours: number;
  readonly half: number;
  /** How far apart, in standard errors of both together, once what was rounded away is allowed for. */
  readonly z: number;
}

export interface PlayedModel {
  /** By the formulas, under the names of the results; empty where there is none. */
  readonly exact: Readonly<Record<string, number>>;
  readonly model: Model;
  readonly rows: readonly Row[];
}

export async function playStudy(study: Study): Promise<readonly PlayedModel[]> {
  const played: PlayedModel[] = [];
  const text = publishedScenario(study.scenario);
  for (const [at, model] of study.models.entries()) {
    // The built engine costs half of what it costs inside the tests' own loader.
    const report = await run(text, { set: model.set, days: study.days, workers: 1 });
    const exact = EXACT[study.scenario]?.[at]?.() ?? {};
    played.push({ model, exact, rows: model.results.map((printed) => rowOf(study, printed, report)) });
  }
  return played;
}

function rowOf({ confidence }: Study, printed: Printed, report: Report): Row {
  const { id, stat, times } = printed.ours;
  const row = report.kpis.find(
    (each) =>
      each.id === id &&
      each.stat === stat &&
      each.queue === null &&
      each.group === null &&
      each.interval === null &&
      each.kind === null,
  );
  if (row === undefined || row.mean === null || row.low === null || row.high === null)
    throw new Error(`${report.scenario}: no ${id} ${stat} with an interval`);
  const ours = row.mean * times;
  const half = ((row.high - row.low) / 2) * times;
  const theirs =
    printed.interval === undefined
      ? 0
      : (printed.interval[1] - printed.interval[0]) / 2 / normalQuantile((1 + confidence) / 2);
  const rounded = 0.5 * 10 ** -printed.digits;
  const apart = ours - printed.value;
  const beyond = Math.sign(apart) * Math.max(0, Math.abs(apart) - rounded);
  return { printed, ours, half, z: beyond / Math.hypot(theirs, half / normalQuantile(0.975)) };
}

// ---------------------------------------------------------------- the page

export function publishedPage(studies: readonly (readonly PlayedModel[])[]): Page {
  return {
    path: 'library/published.md',
    text: document([
      generatedFrom('web/guide/library/published-studies.ts'),
      '# Printed by others, and ours',
      'Each scenario here is a model whose results stand in a paper, in a manual or in the tests of another program. Below is what they printed, with their interval where they give one, and what Tandem makes of the same model, by formula where there is one and by simulation. z is how far the simulated number and the printed one are apart in standard errors of both together, once half of the last printed digit is allowed for: 0.0 is within the rounding, beyond 3.5 would be a contradiction, and of twenty one beyond 2 is luck.',
      ...STUDIES.flatMap((study, at) => studyText(study, studies[at]!)),
      staffingText(),
      'More of this kind: [How we know it is right](../background/trust.md).',
    ]),
  };
}

function studyText(study: Study, played: readonly PlayedModel[]): readonly string[] {
  const file = `scenarios/library/published/${study.scenario}.yaml`;
  return [
    `## ${prose(study.title)}`,
    `${prose(study.source)}.`,
    `${prose(study.said)} Ours: ${study.days} days, seed 1, [${study.scenario}.yaml](../../../${file}).`,
    ...played.flatMap(({ model, rows, exact }) => [
      ...(played.length > 1 ? [`**${prose(model.title)}**`] : []),
      table(
        ['', 'Printed', 'By formula', 'Simulated', 'z'],
        rows.map((row) => [
          prose(row.printed.name),
          printedText(row.printed),
          exactText(row.printed, exact[row.printed.name]),
          `${number(row.ours, row.printed.digits)} ± ${number(row.half, row.printed.digits)}${unit(row.printed)}`,
          row.z.toFixed(1).replace('-0.0', '0.0'),
        ]),
      ),
      ...model.results.flatMap(({ note }) => (note === undefined ? [] : [prose(note)])),
    ]),
    `\`\`\`sh\nnpx tandem run ${file}\n\`\`\``,
  ];
}

function printedText(printed: Printed): string {
  const { value, digits, interval } = printed;
  const own = `${value.toFixed(digits)}${unit(printed)}`;
  return interval === undefined ? own : `${own} (${interval.map((end) => end.toFixed(digits)).join(' to ')})`;
}

/** Two digits more than were printed. */
function exactText(printed: Printed, value: number | undefined): string {
  return value === undefined ? '' : `${value.toFixed(Math.min(6, printed.digits + 2))}${unit(printed)}`;
}

const unit = ({ unit: of }: Printed): string => (of === '' ? '' : of === '%' ? ' %' : ` ${of}`);

/** As many digits as were printed, one at least. */
const number = (value: number, digits: number): string => value.toFixed(Math.max(1, digits));
