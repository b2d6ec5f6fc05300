import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { dateText, fitData, readData, readScenario } from '../engine/index.ts';
import type { Fit } from '../engine/index.ts';
import { illFormed } from './charts/chart.suite.ts';
import { fitJson } from './fit-model.ts';
import type { FitReport } from './fit-model.ts';
import { fitSummary } from './fit-summary.ts';
import { fitYaml } from './fit-yaml.ts';
import { renderFitHtml } from './render-fit-html.ts';

/** Three weeks of some calls a day, by rule and not by chance; the last Wednesday has hardly any. */
function someCalls(queue: string): string {
  const rows = ['arrival,queue,wait,talk,wrap up,outcome,caller'];
  for (let day = 0; day < 21; day++) {
    const calls = day % 7 === 6 ? 0 : day === 16 ? 4 : 60 + ((day * 13) % 17);
    for (let call = 0; call < calls; call++) {
      const clock = `${String(8 + (call % 9)).padStart(2, '0')}:${String((call * 7) % 60).padStart(2, '0')}:00`;
      const isLost = call % 6 === 0;
      rows.push(
        `${dateText(19_723 + day)} ${clock},"${queue}",${(call * 11) % 90},${isLost ? '' : 60 + ((call * 37) % 400)},${isLost ? '' : 5 + ((call * 5) % 50)},${isLost ? 'abandoned' : 'answered'},c${call % 40}`,
      );
    }
  }
  return rows.join('\n');
}

const options = { interval: 1800, alike: 0.12, keepsOutliers: false, redialWindow: 3600 };

function reportOf(
  text: string,
  changed: Partial<FitReport['fit']['options']> = {},
  isEmpirical = false,
): FitReport {
  const read = readData(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
  const fit: Fit = fitData(read.records, { ...options, ...changed });
  const info = { version: '1.2.3', file: 'calls.csv', command: 'tandem fit calls.csv', isEmpirical };
  return {
    format: 'tandem-fit',
    tandem: '1.2.3',
    file: info.file,
    command: info.command,
    scenario: fitYaml(fit, info),
    fit,
  };
}

describe('the page of a fit', () => {
  const report = reportOf(someCalls('sales'));

  it.each(['en', 'fr'] as const)('shows each fit against its data, in %s', (language) => {
    const page = parse(renderFitHtml(report, { language }));
    expect(page.querySelector('html')?.getAttribute('lang')).toBe(language);
    expect(page.querySelectorAll('main > section').map(({ id }) => id)).toEqual([
      'kinds',
      'arrivals',
      'times',
      'patience',
      'scenario',
    ]);
    const figures = page.querySelectorAll('figure');
    // Calls by date; arrivals and volumes of each kind; talk and wrap-up; patience.
    expect(figures).toHaveLength(1 + 2 * report.fit.kinds.length + 2 + 1);
    for (const svg of page.querySelectorAll('svg[role=img]')) expect(illFormed(svg.toString())).toEqual([]);
    const ids = page.querySelectorAll('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of page.querySelectorAll('a[href^="#"]')) {
      expect(ids).toContain(link.getAttribute('href')!.slice(1));
    }
    expect(page.text).not.toMatch(/\{\w+\}|undefined|NaN|Infinity/);
    expect(page.querySelector('pre')?.text).toContain('PLACEHOLDER');
  });

  it('names the day far from its kind, with the reason', () => {
    const rows = parse(renderFitHtml(report)).querySelectorAll('#kinds tr');
    expect(rows.map(({ text }) => text).join('\n')).toMatch(
      /2024-01-17, Wednesday\s+day4far fewer than the usual 67/,
    );
  });

  it('says so where the data do not tell of handle times and patience', () => {
    const page = renderFitHtml(reportOf('date,time,calls\n2024-01-01,08:00,5\n2024-01-01,08:30,9\n'));
    expect(page).toContain('The data have no handle times');
    expect(page).toContain('The data have too few abandonments');
  });

  it('escapes names, of files and of queues', () => {
    const page = parse(renderFitHtml({ ...reportOf(someCalls('<b>"A & B"</b>')), file: '<i>.csv' }));
    expect(page.querySelectorAll('b, i')).toEqual([]);
  });
});

describe('the fitted scenario', () => {
  it.each(['sales', 'a: b', '# x', '', 'true', '"quoted"', "l'accueil", ' - ', '{x}', 'Störung €'])(
    'reads without a word of complaint when the queue is called %j',
    (queue) => {
      const { scenario } = reportOf(someCalls(queue));
      const result = readScenario(scenario);
      expect(result.ok ? result.warnings : result.problems).toEqual([]);
    },
  );

  it('reads whatever the name of the queue and of the file', () => {
    const hostile = fc.constantFrom(
      'a\u202eb',
      'a\u0000b',
      'a\u001b[31mb',
      '\ud800',
      '__proto__',
      'a\u2028b',
    );
    const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), hostile);
    fc.assert(
      fc.property(name, name, (queue, file) => {
        const read = readData(`date,time,calls,queue\n2024-01-01,08:00,5,"${queue.replaceAll('"', '""')}"\n`);
        if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
        const yaml = fitYaml(fitData(read.records, options), { version: '1', file, command: file });
        const result = readScenario(yaml);
        expect(result.ok ? result.warnings : result.problems).toEqual([]);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('has the law that was asked for, or the measured values', () => {
    expect(reportOf(someCalls('sales'), { law: 'weibull' }).scenario).toMatch(/talk: \{ weibull: \{ shape/);
    const { scenario } = reportOf(someCalls('sales'), {}, true);
    expect(scenario).toMatch(/talk:\n\s+empirical: \[/);
    expect(readScenario(scenario).ok).toBe(true);
  });

  it('keeps its lines within a hundred and twenty letters', () => {
    const long = reportOf(someCalls('sales'))
      .scenario.split('\n')
      .filter((line) => line.length > 120);
    expect(long.filter((line) => !line.includes('mixture'))).toEqual([]);
  });

  it('has expected calls whose sum is the mean day', () => {
    const { fit, scenario } = reportOf(someCalls('sales'));
    const read = readScenario(scenario);
    if (!read.ok) throw new Error('it reads');
    const [arrivals] = read.setup.world.kinds[0]!.demand.map((demand) => demand.arrivals);
    const sum = arrivals?.kind === 'rates' ? arrivals.expected.reduce((total, calls) => total + calls, 0) : 0;
    // Each of the intervals is rounded to a hundredth.
    expect(Math.abs(sum - fit.kinds[0]!.totals.mean)).toBeLessThan(0.005 * 48);
  });
});

it('writes JSON with dates and clocks', () => {
  const json = JSON.parse(fitJson(reportOf(someCalls('sales')))) as {
    readonly source: object;
    readonly kinds: readonly object[];
    readonly days: readonly object[];
  };
  expect(json.source).toMatchObject({ first: '2024-01-01', last: '2024-01-20', shape: 'calls' });
  expect(json.kinds[0]).toMatchObject({ from: '08:00', to: '17:00' });
  expect(json.days[0]).toMatchObject({ date: '2024-01-01', outlier: null });
});

describe('the lines of a fit', () => {
  it('tell what was found', () => {
    const lines = fitSummary(reportOf(someCalls('sales'))).split('\n');
    expect(lines[0]).toMatch(/^calls\.csv: [\d,]+ calls, 2024-01-01 to 2024-01-20$/);
    expect(lines.join('\n')).toContain('1 day far from the usual: 2024-01-17');
  });

  it('say handle times by their averages where the data have those, and so does the page', () => {
    const report = reportOf('date,time,calls,aht\n2024-01-01,08:00,1,300\n2024-01-01,08:30,3,260\n');
    expect(fitSummary(report)).toContain('calls: handle time with mean 270 s (averages, no law), patience');
    expect(renderFitHtml(report)).toContain('The data have averages of handle times');
  });

  /** Days of 100 calls, more and less by so many. */
  const days = (more: number): string =>
    [
      'date,time,calls',
      ...Array.from({ length: 20 }, (_, at) => {
        return `${dateText(19_723 + at)},08:00,${at % 2 === 0 ? 100 - more : 100 + more}`;
      }),
    ].join('\n');

  const asOne = { interval: 28_800, alike: 10, keepsOutliers: true };

  it('say how days differ as a planner understands it, and so does the page', () => {
    // Variance 20² 20/19 = 421: shape 100² / 321 = 31.1, and 1 / sqrt(31.1) = 0.179.
    const varied = reportOf(days(20), asOne);
    const said = 'days differ by ±18% beyond chance (shape 31.1)';
    expect(fitSummary(varied)).toContain(`20 days, 08:00 to 16:00, 100 calls a day, ${said}\n`);
    expect(renderFitHtml(varied).split(said).length).toBeGreaterThan(2);
    expect(varied.scenario).toContain('dayFactor');
    const alike = reportOf(days(11), asOne);
    expect(fitSummary(alike)).toContain('days differ no more than by chance\n');
    expect(renderFitHtml(alike)).toContain('days differ no more than by chance');
    expect(alike.scenario).not.toContain('dayFactor');
    expect(alike.scenario).toContain('Days differ no more than by chance');
  });

  it('are in French too, notes and laws with them', () => {
    const text = fitSummary(reportOf(someCalls('ventes')), { language: 'fr' });
    expect(text).toMatch(/^calls\.csv : [\d\u202f]+ appels, du 2024-01-01 au 2024-01-20\n/);
    expect(text).toContain('1 jour loin de l’habitude : 2024-01-17');
    expect(text).toMatch(
      /ventes : conversation (exponentielle|mélange de lognormales|gamma|Weibull) de moyenne/,
    );
    expect(text).not.toMatch(/\b(calls|days|with|closed)\b(?!\.csv)/);
    const twice = `${days(20)}\n2024-01-01,08:00,1`;
    expect(fitSummary(reportOf(twice, asOne), { language: 'fr' })).toContain(
      '1 ligne a la date, l’heure et la file d’une autre',
    );
  });

  it('have a singular for one', () => {
    const text = fitSummary(reportOf('date,time,calls\n2024-01-01,08:00,1\n'));
    expect(text).toContain('1 count, ');
    expect(text).toContain('1 call a day, one day does not tell how days differ');
    const twice = reportOf('date,time,calls\n2024-01-01,08:00,1\n2024-01-01,08:00,1\n');
    expect(fitSummary(twice)).toContain('1 row has the date, time and queue of another; its calls are added');
  });
});
