/**
 * The page "How good the intervals are", of what `npm run accuracy` measured (web/guide/accuracy/measured.json). Pure: the same
 * figures give the same page.
 */
import type { Coverage, Gain } from '../../../engine/index.ts';
import { accuracyModels } from '../../../engine/index.ts';
import { document, table, type Page } from '../markdown.ts';

/** What was measured, as it is kept. */
export interface Measured {
  readonly coverage: readonly Coverage[];
  readonly gains: readonly Gain[];
}

const METHODS: Readonly<Record<Coverage['method'], string>> = {
  days: 'days',
  controls: 'days, adjusted by control variates',
  antithetic: 'pairs of mirrored days',
  jackknife: 'days, by the jackknife',
  blocks: 'blocks of one long run',
};

/** The aim for 2,000 runs: a perfect program stays within 94.0 to 96.0 % in 96 of 100 rows. */
export const COVERAGE_AIM = { least: 0.93, most: 0.97 } as const;
export const PAIRED_AIM = 5;
export const CONTROLS_AIM = 2;

export function accuracyPage({ coverage, gains }: Measured): Page {
  const models = accuracyModels();
  const modelOf = ({ model }: Coverage) => models.find(({ id }) => id === model)!;
  const isScarce = (row: Coverage): boolean =>
    modelOf(row).truths.some(({ name, isScarce: scarce }) => name === row.name && scarce === true);
  const told = models.flatMap(({ id, title, source, days }) => {
    const rows = coverage.filter(
      (row) => row.model === id && !isScarce(row) && modelOf(row).runs === undefined,
    );
    if (rows.length === 0) return [];
    return [`**${title}.** ${days} days a run. Exact: ${source}.`, coverageTable(rows)];
  });
  const scarce = coverage.filter(isScarce);
  const text = document([
    '# How good the intervals are',
    '<!-- Made by `npm run accuracy`. Edit web/guide/accuracy/page.ts, not here. -->',
    'An interval of 95% should hold the truth in 95 of 100 runs: fewer, and it boasts; more, and it is wider than it need be. Here it is counted. Each row is a small centre whose number is known exactly, simulated over and over with new luck; *held* is the share of runs whose interval contains the exact number. The aim is 93% to 97%. In 2,000 runs of a perfect program the count itself is off by 0.5 points, and by more than 1 point in one row of twenty-five.',
    '`npm run accuracy` in the source measures all of it again and writes this page; the seeds are the numbers 0, 1, 2 ... of the runs, so it gives the same figures.',
    '## Coverage',
    ...told,
    'Ten days are few, and the interval is honest all the same. The jackknife, which needs every day by itself, and the delta method, which needs five sums, make the same intervals even there; so the report uses the delta method throughout.',
    '## Where an interval is too short',
    'Waits of callers who seldom wait are skewed: most days there is next to nothing, and now and then a bad hour makes the mean of a month. Until a run has seen enough bad hours, its interval is too short, whatever the formula. The sign is a half-width of a fifth of the value or more; the cure is days. An interval that knows of the skewness would mend it too; ours does not yet.',
    'The rows below were measured like the others, missed the aim, and are not held to it:',
    coverageTable(scarce, true),
    '`--until-relative asa=10%` goes on until the interval is as narrow as that.',
    '## What common luck, controls and mirrored days gain',
    `How many times smaller the variance is for the same days. *Paired*: the difference that one more agent makes, over days with the same luck, against two runs with luck of their own (aim: ${PAIRED_AIM} or more). *Controls*: \`--control-variates\` (aim: ${CONTROLS_AIM} or more on waits). *Mirrored*: \`--antithetic\`. A factor of 4 halves the interval, or does with a quarter of the days. They were measured over 1,000 days of each desk and are themselves known to some 10%. Where a warm-up is left out controls gain less, a factor of about 1.9 on waits, because they count the calls of the whole day.`,
    gainTable(gains),
    'Control variates and mirrored days can be combined, but what the one takes away the other can take no more.',
  ]);
  return { path: 'background/accuracy.md', text };
}

function coverageTable(rows: readonly Coverage[], withModel = false): string {
  const days = new Map(accuracyModels().map(({ id, days: each }) => [id, each]));
  return table(
    ['number', 'exact', 'interval from', 'runs', 'half-width', 'held'],
    rows.map((row) => [
      withModel ? `${row.name}, ${shortTitle(row)}` : row.name,
      valueText(row),
      withModel ? `${days.get(row.model) ?? 0} days` : METHODS[row.method],
      row.runs.toLocaleString('en-GB'),
      `${percent(row.halfWidth, 0)} of the value`,
      `**${percent(row.hits / row.runs, 1)}**`,
    ]),
  );
}

/** "Erlang C" of "Erlang C: 60 calls an hour ...". */
function shortTitle({ model }: Coverage): string {
  const { title = '' } = accuracyModels().find(({ id }) => id === model) ?? {};
  return title.slice(0, title.indexOf(':'));
}

/** Shares are fractions, waits milliseconds. */
function valueText({ value }: Coverage): string {
  return value < 1 ? percent(value, 1) : `${(value / 1000).toFixed(1)} s`;
}

function gainTable(gains: readonly Gain[]): string {
  return table(
    ['desk', 'number', 'paired', 'controls', 'mirrored'],
    gains.map(({ desk, name, paired, controls, antithetic }) => [
      desk,
      name,
      ...[paired, controls, antithetic].map((each) => each.toFixed(1)),
    ]),
  );
}

function percent(share: number, decimals: number): string {
  return `${(100 * share).toFixed(decimals)}%`;
}

/** Rows that miss their aim, as sentences. */
export function missed({ coverage, gains }: Measured): string[] {
  const scarce = new Set(
    accuracyModels().flatMap(({ id, runs, truths }) =>
      truths.flatMap(({ name, isScarce }) =>
        isScarce === true || runs !== undefined ? [`${id} ${name}`] : [],
      ),
    ),
  );
  const { least, most } = COVERAGE_AIM;
  return [
    ...coverage.flatMap(({ model, method, name, hits, runs }) => {
      const share = hits / runs;
      if (scarce.has(`${model} ${name}`) || (share >= least && share <= most)) return [];
      return [
        `${model}, ${name}, ${METHODS[method]}: ${percent(share, 1)} held, not ${percent(least, 0)} to ${percent(most, 0)}.`,
      ];
    }),
    ...gains.flatMap(({ desk, name, paired, controls }) => [
      ...(paired >= PAIRED_AIM
        ? []
        : [`${desk}, ${name}: paired days gain ${paired.toFixed(1)}, not ${PAIRED_AIM}.`]),
      ...(controls >= CONTROLS_AIM || !name.includes('wait')
        ? []
        : [`${desk}, ${name}: controls gain ${controls.toFixed(1)}, not ${CONTROLS_AIM}.`]),
    ]),
  ];
}
