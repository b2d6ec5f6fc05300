/**
 * The picture of a page: a chart of the report for each variant that it compares, one below the other on one ground, as an SVG file
 * that stands by itself in light and in dark. The charts are those of the report, and so are the colours; it adds names only.
 */
import { readFileSync } from 'node:fs';
import { agentTime } from '../../../reports/charts/agent-time.ts';
import { callbackFunnel } from '../../../reports/charts/callback-funnel.ts';
import { delayBars } from '../../../reports/charts/delay-bars.ts';
import type { ChartOptions } from '../../../reports/charts/frame.ts';
import { serviceLevel } from '../../../reports/charts/service-level.ts';
import { escapeMarkup } from '../../../reports/charts/svg.ts';
import { waitDistribution } from '../../../reports/charts/wait-distribution.ts';
import { waitRibbon } from '../../../reports/charts/wait-ribbon.ts';
import type { KpiRow, Report } from '../../../reports/schema.ts';

/** One variant of a picture. */
export interface Panel {
  readonly name: string;
  /** What it says, for those who hear the picture. */
  readonly finding: string;
  readonly report: Report;
}

/** What stands in a picture, one below the other. */
export interface Drawn {
  /** null: the chart names what it shows. */
  readonly heading: string | null;
  readonly svg: string;
}
export type Draw = (panels: readonly Panel[]) => readonly Drawn[];

const WIDTH = 760;
const EDGE = 16;
const HEADING = 34;
const GAP = 22;

export function pictureOf(title: string, drawn: readonly Drawn[]): string {
  let top = EDGE;
  const placed = drawn.map(({ heading, svg }) => {
    const name =
      heading === null
        ? ''
        : `<text class="name" x="${EDGE}" y="${top + 13}">${escapeMarkup(heading)}</text>\n`;
    const under = top + (heading === null ? 0 : HEADING);
    top = under + heightOf(svg) + GAP;
    return `${name}<g transform="translate(${EDGE} ${under})">${svg}</g>`;
  });
  return framed(title, top - GAP + EDGE, placed);
}

function heightOf(svg: string): number {
  return Number(/ height="(\d+)"/.exec(svg)?.[1]);
}

function framed(title: string, height: number, children: readonly string[]): string {
  const width = WIDTH + 2 * EDGE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="picture-title">
<title id="picture-title">${escapeMarkup(title)}</title>
<style>
${STYLE}
</style>
<rect class="ground" width="${width}" height="${height}"/>
${children.join('\n')}
</svg>
`;
}

const tokens = readFileSync(new URL('../../../reports/html/tokens.css', import.meta.url), 'utf8');

/** The report's tokens, light and dark; a chart alone has only the light ones. */
const STYLE = `svg { color-scheme: light dark; ${colours(tokens)} }
.ground { fill: var(--surface); }
.name { font: 620 14px 'Inter Variable', system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; fill: var(--ink); }
@media (prefers-color-scheme: dark) {
  svg { ${colours(tokens.slice(tokens.indexOf('prefers-color-scheme: dark')))} }
}`;

/** The colours of the first `:root` from here on. */
function colours(css: string): string {
  const block = /:root \{([^}]*)\}/.exec(css)?.[1] ?? '';
  return [...block.matchAll(/--[\w-]+: [^;]*(?:#|color-mix)[^;]*;/g)].map(([line]) => line).join(' ');
}

// ---------------------------------------------------------------- charts

/** A chart of a whole report, of all its queues together. */
type Chart = (report: Report, options: ChartOptions) => string | null;

/** @throws when a chart has nothing to draw: the picture would say nothing. */
function each(chart: Chart): Draw {
  return (panels) =>
    panels.map(({ name, finding, report }, at) => {
      const svg = chart(report, { id: `panel-${at + 1}`, title: name, finding, width: WIDTH });
      if (svg === null) throw new Error(`Nothing to draw of "${name}".`);
      return { heading: name, svg };
    });
}

/** On the same axes: what is compared must be seen to be longer or more. */
export const ribbons: Draw = (panels) => {
  const most = (id: string, stat: string): number =>
    Math.max(0, ...panels.flatMap(({ report }) => through(report, id, stat).map(({ mean }) => mean ?? 0)));
  const scale = { longest: most('K-03', 'P95'), mostCalls: most('Off', 'perDay') };
  return each((report, options) =>
    waitRibbon(
      {
        intervalSeconds: report.days.interval,
        p50: through(report, 'K-03', 'P50'),
        p80: through(report, 'K-03', 'P80'),
        p95: through(report, 'K-03', 'P95'),
        calls: through(report, 'Off', 'perDay'),
        staff: through(report, 'Staff', 'perDay'),
        within: report.headline[0]?.within ?? null,
        ...scale,
      },
      options,
    ),
  )(panels);
};

export const levels = each((report, options) =>
  serviceLevel(
    {
      intervalSeconds: report.days.interval,
      rows: through(report, report.headline[0]?.kpi ?? '', 'share'),
      target: report.headline[0]?.target ?? null,
    },
    options,
  ),
);

export const waits = each(({ waitBins: [all], callbacks: [calls] }, options) =>
  all === undefined ? null : waitDistribution({ waits: all, offers: calls?.offers ?? [] }, options),
);

export const funnels = each(({ callbacks: [all] }, options) =>
  all === undefined ? null : callbackFunnel(all, options),
);

export const delays = each(({ callbacks: [all], kpis }, options) => {
  const quantile = (stat: string): number | null =>
    kpis.find((row) => isWhole(row) && row.id === 'K-15' && row.stat === stat)?.mean ?? null;
  if (all === undefined) return null;
  return delayBars({ bins: all.delays, median: quantile('P50'), p90: quantile('P90') }, options);
});

/** Agents' time of all variants in one chart, a row for each; the first row of a report is that of all its groups. */
export const times: Draw = (panels) => {
  const rows = panels.flatMap(({ name, report: { agents } }) =>
    agents.slice(0, 1).map((all) => ({ ...all, group: name })),
  );
  const finding = panels.map((panel) => `${panel.name}: ${panel.finding}`).join('. ');
  const svg = agentTime(rows, { id: 'times', title: "Agents' time", finding, width: WIDTH });
  if (svg === null) throw new Error('Nobody was signed in.');
  return [{ heading: null, svg }];
};

function through({ kpis }: Report, id: string, stat: string): KpiRow[] {
  return kpis.filter((row) => row.id === id && row.stat === stat && row.interval !== null && isOfAll(row));
}

function isWhole(row: KpiRow): boolean {
  return row.interval === null && isOfAll(row);
}

function isOfAll({ queue, group, kind }: KpiRow): boolean {
  return queue === null && group === null && kind === null;
}
