/** Each measure of a sweep as a drawing: a curve over one setting, a map over two. */
import { sweepCurve } from '../charts/sweep-curve.ts';
import { sweepMap } from '../charts/sweep-map.ts';
import type { MapCell } from '../charts/sweep-map.ts';
import { CHART_TEXT } from '../charts/text.ts';
import { formatMeasured } from '../format.ts';
import { kpiName, shortPaths } from '../sweep-words.ts';
import { figure } from './figure.ts';
import { fill, html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { section } from './section.ts';
import type { SweepSheet } from './sweep-sheet.ts';

export function curvesSection(sheet: SweepSheet): Markup {
  const { sweep, page } = sheet;
  const figures = sweep.kpis.map((_, at) =>
    sweep.settings.length === 1 ? curve(sheet, at) : map(sheet, at),
  );
  return section('curves', page.curves, page.curvesSay, html`<div class="charts">${figures}</div>`);
}

function figureOf(sheet: SweepSheet, at: number, draw: Parameters<typeof figure>[1]['draw']): Markup {
  const { sweep, language, page, numbers } = sheet;
  const means = sweep.points.flatMap(({ estimates }) => estimates[at]!.mean ?? []);
  const write = (mean: number): string =>
    formatMeasured(numbers, sweep.kpis[at]!.unit, { mean, low: null, high: null }).value;
  const isMap = sweep.settings.length > 1;
  return figure(
    { chartText: CHART_TEXT[language], words: { table: page.table } },
    {
      id: `kpi-${at}`,
      title: html`${kpiName(sweep, at, language)}`,
      say:
        means.length === 0
          ? nothing
          : fill(page.from, { least: write(Math.min(...means)), most: write(Math.max(...means)) }),
      span: isMap ? 'c12' : 'c6',
      isRight: !isMap && at % 2 === 1,
      draw,
      note: html`<a class="screen" href="#points">${page.table}</a>`,
    },
  );
}

function curve(sheet: SweepSheet, at: number): Markup {
  const { sweep, page } = sheet;
  const [setting] = sweep.settings;
  const target = sweep.targets.findIndex(({ kpi }) => kpi === at);
  const { atLeast = null, atMost = null } = sweep.targets[target] ?? {};
  const points = sweep.points.map((point) => {
    const { mean, low, high } = point.estimates[at]!;
    const { text, value } = setting!.values[point.at[0]!]!;
    const verdict = point.targets[target]?.verdict ?? null;
    return { text, value, mean, low, high, verdict: verdict === 'noValue' ? ('unsure' as const) : verdict };
  });
  const home = setting!.values.find(({ text }) => text === (setting!.base ?? setting!.standard))?.value;
  const isBase = sweep.points.find(({ isBase }) => isBase);
  const base = isBase === undefined ? home : setting!.values[isBase.at[0]!]!.value;
  return figureOf(sheet, at, (options) =>
    sweepCurve(
      {
        unit: sweep.kpis[at]!.unit,
        points,
        target: atLeast ?? atMost,
        base: base === undefined || base === null ? null : { value: base, name: page.base },
        words: { band: page.band },
      },
      options,
    ),
  );
}

/** The first setting down, the second across. */
function map(sheet: SweepSheet, at: number): Markup {
  const { sweep, page } = sheet;
  const [down, across] = sweep.settings;
  const [downName = '', acrossName = ''] = shortPaths(sweep.settings);
  const target = sweep.targets.findIndex(({ kpi }) => kpi === at);
  const cells = down!.values.map((_, row) =>
    across!.values.map((__, column): MapCell => {
      const point = sweep.points.find((each) => each.at[0] === row && each.at[1] === column)!;
      // The contour of a measure with a target of its own is of that one; of the others that of all targets together.
      const verdict = point.targets[target]?.verdict ?? point.verdict;
      return { mean: point.estimates[at]!.mean, verdict, isBase: point.isBase };
    }),
  );
  return figureOf(sheet, at, (options) =>
    sweepMap(
      {
        unit: sweep.kpis[at]!.unit,
        across: { name: `${acrossName} →`, values: across!.values.map(({ text }) => text) },
        down: { name: `${downName} ↓`, values: down!.values.map(({ text }) => text) },
        cells,
        words: {
          met: target >= 0 ? sweep.targets[target]!.text : page.met,
          unsure: page.unsure,
          base: page.base,
        },
      },
      options,
    ),
  );
}
