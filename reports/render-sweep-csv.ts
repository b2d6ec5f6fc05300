/**
 * A sweep as one tidy table in CSV: a row for each point and measure, the same columns in every row, so that a spreadsheet pivots
 * it and `read_csv` takes it as it is. Values of settings stand as text and, where they are numbers, in seconds, percent or as
 * they are. Targets are rows of their own.
 */
import { csvCell, decimalOf } from './csv-cell.ts';
import type { CsvValue } from './csv-cell.ts';
import type { CsvOptions } from './render-csv.ts';
import type { Sweep } from './sweep.ts';

type Row = Readonly<Record<string, CsvValue>>;

export function renderSweepCsv(sweep: Sweep, options: CsvOptions = {}): string {
  const { locale = 'en', byteOrderMark = true } = options;
  const decimal = decimalOf(locale);
  const separator = decimal === ',' ? ';' : ',';
  const settings = sweep.settings.flatMap((_, which) => [
    `setting${which + 1}`,
    `text${which + 1}`,
    `value${which + 1}`,
  ]);
  const columns = [
    'table',
    ...settings,
    'isBase',
    'agentHours',
    'cost',
    'currency',
    'kpi',
    'id',
    'stat',
    'queue',
    'group',
    'unit',
    'mean',
    'low',
    'high',
    'n',
    'differenceMean',
    'differenceLow',
    'differenceHigh',
    'verdict',
    'sure',
    'scenario',
    'seed',
    'tandem',
  ];
  const { scenario, seed, tandem, currency } = sweep;
  const lines = rowsOf(sweep).map((row) => {
    const whole: Row = { ...row, currency, scenario, seed, tandem };
    return columns.map((column) => csvCell(whole[column] ?? null, decimal)).join(separator);
  });
  return `${byteOrderMark ? '\ufeff' : ''}${[columns.join(separator), ...lines].join('\r\n')}\r\n`;
}

function rowsOf({ settings, kpis, targets, base, points }: Sweep): Row[] {
  const ofBase = kpis.map((kpi, at): Row => {
    const { mean, low, high, n } = base.estimates[at]!;
    return {
      table: 'base',
      isBase: 'true',
      agentHours: base.agentHours,
      cost: base.cost,
      ...kpiCells(kpi),
      mean,
      low,
      high,
      n,
    };
  });
  const ofPoints = points.flatMap((point) => {
    const where: Record<string, CsvValue> = {
      isBase: String(point.isBase),
      agentHours: point.agentHours,
      cost: point.cost,
    };
    settings.forEach(({ path, values }, which) => {
      const { text, value } = values[point.at[which]!]!;
      where[`setting${which + 1}`] = path;
      where[`text${which + 1}`] = text;
      where[`value${which + 1}`] = value;
    });
    const measured = kpis.map((kpi, at): Row => {
      const { mean, low, high, n } = point.estimates[at]!;
      const difference = point.differences[at]!;
      return {
        table: 'points',
        ...where,
        ...kpiCells(kpi),
        mean,
        low,
        high,
        n,
        differenceMean: difference.mean,
        differenceLow: difference.low,
        differenceHigh: difference.high,
      };
    });
    const judged = targets.map((target, at): Row => {
      const { verdict, sure } = point.targets[at]!;
      return { table: 'targets', ...where, ...kpiCells(kpis[target.kpi]!), kpi: target.text, verdict, sure };
    });
    return [...measured, ...judged];
  });
  return [...ofBase, ...ofPoints];
}

function kpiCells({ name, id, stat, queue, group, unit }: Sweep['kpis'][number]): Row {
  return { kpi: name, id, stat, queue, group, unit };
}
