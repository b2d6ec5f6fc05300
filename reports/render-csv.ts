/**
 * A report as one tidy table in CSV (RFC 4180): a row for each figure, the same columns in every row, so that a spreadsheet
 * filters and pivots it and `read_csv` takes it as it is. The first line is the header, with no lines above it; what belongs to
 * the run as a whole stands in rows of the table "run", and scenario, seed and version in every row, so that the files of
 * several runs can be put under each other. Names of columns, tables and stats are those of the JSON and the same in every
 * language. An empty cell is a null of the JSON: all queues, all groups, all kinds of day, the whole day, no value.
 *
 * Texts come from scenarios, and those from strangers: none is left that a spreadsheet would take for a formula.
 */
import { csvCell, decimalOf } from './csv-cell.ts';
import type { CsvValue } from './csv-cell.ts';
import type { Report } from './schema.ts';

export interface CsvOptions {
  /** Decides how numbers are written: with a decimal comma the cells are separated by semicolons, as Excel has it. */
  readonly locale?: string;
  /** Begin with a byte order mark; without one Excel reads "Réclamations" as Latin-1. Standard: yes. */
  readonly byteOrderMark?: boolean;
}

const COLUMNS = [
  'table',
  'id',
  'stat',
  'title',
  'queue',
  'group',
  'kind',
  'interval',
  'start',
  'offer',
  'from',
  'to',
  'toQueue',
  'unit',
  'mean',
  'low',
  'high',
  'n',
  'within',
  'atLeast',
  'atMost',
  'verdict',
  'note',
  'scenario',
  'seed',
  'tandem',
] as const;

type Column = (typeof COLUMNS)[number];
type Row = Readonly<Partial<Record<Column, CsvValue>>>;

interface Estimated {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

export function renderCsv(report: Report, options: CsvOptions = {}): string {
  const { locale = 'en', byteOrderMark = true } = options;
  const decimal = decimalOf(locale);
  const separator = decimal === ',' ? ';' : ',';
  const { scenario, seed, tandem } = report;
  const lines = [COLUMNS.join(separator)];
  for (const row of rowsOf(report)) {
    const whole: Row = { ...row, scenario, seed, tandem };
    lines.push(COLUMNS.map((column) => csvCell(whole[column] ?? null, decimal)).join(separator));
  }
  return `${byteOrderMark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}

// ---------------------------------------------------------------- rows

function rowsOf(report: Report): Row[] {
  return [
    ...runRows(report),
    ...titled(report, report.headline.flatMap(headlineRows)),
    ...titled(report, report.kpis.map(kpiRow)),
    ...titled(report, report.callbacks.flatMap(funnelRows)),
    ...titled(report, report.agents.flatMap(agentRows)),
    ...costRows(report.cost),
    ...report.staffing.map(({ group, planned, ...where }) => ({
      ...staffRow(where),
      stat: 'planned',
      group,
      mean: planned,
    })),
    ...report.required.map(({ queue, required, ...where }) => ({
      ...staffRow(where),
      stat: 'required',
      queue,
      mean: required,
    })),
    ...report.overflow.flatMap(overflowRows),
    ...report.waitBins.flatMap(binRows),
    ...report.waits.flatMap(({ queue, of, points }) =>
      points.map(({ wait, share }) => ({
        table: 'waits',
        stat: of,
        queue,
        from: 0,
        to: wait,
        unit: 'share',
        mean: share,
      })),
    ),
    ...report.expectations.map(expectationRow),
    ...report.warnings.map(({ code, text }) => ({ table: 'warnings', id: code, note: text })),
  ];
}

/** Numbers of the run under `mean`, so that a column holds numbers only; its words under `note`. */
function runRows({ reportVersion, command, set, days, analysis }: Report): Row[] {
  const run = (stat: string, unit: string, mean: number): Row => ({ table: 'run', stat, unit, mean });
  return [
    { table: 'run', stat: 'command', note: command },
    ...set.map((change) => ({ table: 'run', stat: 'set', note: change })),
    run('reportVersion', 'number', reportVersion),
    run('days.simulated', 'number', days.simulated),
    run('days.asked', 'number', days.asked),
    { table: 'run', stat: 'days.ended', note: days.ended },
    run('days.interval', 's', days.interval),
    { table: 'run', stat: 'days.continuous', note: String(days.continuous) },
    run('days.blockDays', 'number', days.blockDays),
    run('days.warmUp', 's', days.warmUp),
    ...(analysis.antithetic ? [{ table: 'run', stat: 'analysis.antithetic', note: 'true' }] : []),
    ...(analysis.controlVariates?.gains ?? []).flatMap(({ id, stat, varianceRatio }) =>
      varianceRatio === null
        ? []
        : [{ table: 'run', id, stat: `analysis.varianceRatio.${stat}`, unit: 'number', mean: varianceRatio }],
    ),
    ...days.kinds.map(({ kind, from, to, simulated }) => ({
      ...run('days.kinds.simulated', 'number', simulated),
      kind,
      start: from,
      note: `${from}-${to}`,
    })),
  ];
}

function headlineRows({
  queue,
  kpi,
  target,
  within,
  verdict,
  intervalsMet,
  ...rest
}: Report['headline'][number]): Row[] {
  const place = { table: 'headline', id: kpi, queue, unit: 'share', within } as const;
  const rows: Row[] = [{ ...place, stat: 'share', ...estimated(rest), atLeast: target, verdict }];
  if (intervalsMet !== null) rows.push({ ...place, stat: 'intervalsMet', ...estimated(intervalsMet) });
  return rows;
}

function kpiRow({ id, stat, unit, queue, group, kind, interval, ...rest }: Report['kpis'][number]): Row {
  return {
    table: 'kpis',
    id,
    stat,
    queue,
    group,
    kind,
    interval: interval?.index ?? null,
    start: interval?.start ?? null,
    unit,
    ...estimated(rest),
  };
}

function expectationRow(row: Report['expectations'][number]): Row {
  const { kpi, id, unit, queue, between, verdict, ...rest } = row;
  const [atLeast, atMost] = between;
  return {
    table: 'expectations',
    id,
    stat: kpi,
    queue,
    unit,
    ...estimated(rest),
    atLeast,
    atMost,
    verdict,
  };
}

/** The KPI that a figure of another table is: its ID, and its title as the report defines it. */
function titled({ definitions }: Report, rows: readonly Row[]): Row[] {
  const titles = new Map(definitions.map(({ id, stat, title }) => [`${id} ${stat}`, title]));
  return rows.map((row) => {
    const known = row.table === 'kpis' ? undefined : KPI_OF[`${row.table} ${row.stat}`];
    const [id = row.id, stat = row.stat] = known?.split(' ') ?? [];
    return { ...row, id: id ?? null, title: titles.get(`${id} ${stat}`) ?? null };
  });
}

const KPI_OF: Readonly<Record<string, string>> = {
  'headline intervalsMet': 'K-01 intervals',
  'callbacks callers': 'Off perDay',
  'callbacks heardOffer': 'K-11 offered',
  'callbacks optedIn': 'CbAcc perDay',
  'callbacks initiated': 'K-12 perDay',
  'callbacks connected': 'K-13 perDay',
  'callbacks lost': 'K-18 perDay',
  'callbacks otherwise': 'K-18 cancelled',
  'callbacks open': 'K-32 callbacksAtEnd',
  'callbacks delay': 'K-15 mean',
  'agents signedIn': 'Staff perDay',
  'agents occupancy': 'K-09 share',
  'agents utilisation': 'K-10 share',
  'agents available': 'K-10 available',
  'agents ringing': 'K-10 ringing',
  'agents dialling': 'K-10 dialling',
  'agents talking': 'K-10 talking',
  'agents wrappingUp': 'K-10 wrappingUp',
  'agents inactive': 'K-10 inactive',
  'agents unavailable': 'K-10 unavailable',
};

const STEPS = [
  'callers',
  'heardOffer',
  'optedIn',
  'initiated',
  'connected',
  'lost',
  'otherwise',
  'open',
] as const;

function funnelRows(funnel: Report['callbacks'][number]): Row[] {
  const place = { table: 'callbacks', queue: funnel.queue } as const;
  return [
    ...STEPS.map((stat) => ({ ...place, stat, unit: 'number', mean: funnel[stat] })),
    { ...place, stat: 'delay', unit: 's', ...estimated(funnel.delay) },
    ...funnel.offers.flatMap(({ number, after, heard, accepted }): Row[] => {
      const offer = { ...place, table: 'callbacks.offers', offer: number, from: after } as const;
      return [
        { ...offer, stat: 'heard', unit: 'number', mean: heard },
        { ...offer, stat: 'accepted', unit: 'share', ...estimated(accepted) },
      ];
    }),
    ...funnel.delays.map(({ from, to, callbacks }) => ({
      ...place,
      table: 'callbacks.delays',
      stat: 'callbacks',
      from,
      to,
      unit: 'number',
      mean: callbacks,
    })),
  ];
}

function agentRows({ group, signedIn, occupancy, utilisation, shares }: Report['agents'][number]): Row[] {
  const place = { table: 'agents', group } as const;
  return [
    { ...place, stat: 'signedIn', unit: 's', mean: signedIn },
    { ...place, stat: 'occupancy', unit: 'share', ...estimated(occupancy) },
    { ...place, stat: 'utilisation', unit: 'share', ...estimated(utilisation) },
    ...Object.entries(shares).map(([stat, mean]) => ({ ...place, stat, unit: 'share', mean })),
  ];
}

/** The currency stands under `note`. */
function costRows(cost: Report['cost']): Row[] {
  if (cost === null) return [];
  const note = cost.currency;
  const row = { table: 'cost', unit: 'number' } as const;
  return [
    { ...row, stat: 'perDay', mean: cost.perDay, note },
    ...cost.groups.flatMap(({ group, hours, perHour, perDay }): Row[] => [
      { ...row, group, stat: 'hours', mean: hours },
      { ...row, group, stat: 'perHour', mean: perHour, note },
      { ...row, group, stat: 'perDay', mean: perDay, note },
    ]),
  ];
}

function staffRow({ interval, kind }: Pick<Report['staffing'][number], 'interval' | 'kind'>): Row {
  return { table: 'staffing', kind, interval: interval.index, start: interval.start, unit: 'number' };
}

function overflowRows({ queue, when, action, to, perDay, share }: Report['overflow'][number]): Row[] {
  const place = { table: 'overflow', title: `${when}: ${action}`, queue, toQueue: to } as const;
  return [
    { ...place, stat: 'perDay', unit: 'number', mean: perDay },
    { ...place, stat: 'share', unit: 'share', ...estimated(share) },
  ];
}

function binRows({ queue, within, offers, atOnce, bins }: Report['waitBins'][number]): Row[] {
  const place = { table: 'waitBins', queue, within } as const;
  return [
    ...offers.map((due, at) => ({ ...place, stat: 'offerDue', offer: at + 1, unit: 's', mean: due })),
    { ...place, stat: 'atOnce', unit: 'number', mean: atOnce },
    ...bins.flatMap(({ from, to, ...callers }) =>
      Object.entries(callers).map(([stat, mean]) => ({ ...place, stat, from, to, unit: 'number', mean })),
    ),
  ];
}

function estimated({ mean, low, high, n }: Estimated): Estimated {
  return { mean, low, high, n };
}
