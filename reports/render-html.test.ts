import { parse, type HTMLElement } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { numbersOf } from './format.ts';
import { pageFrench } from './html/page-words-fr.ts';
import { pageEnglish } from './html/page-words.ts';
import { reportJson } from './model.ts';
import { renderHtml } from './render-html.ts';
import { reportSchema, type Report } from './schema.ts';
import { deskReport, deskSetup } from './small-desk.suite.ts';
import type { Language } from './words.ts';

const report = deskReport();
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** What a program that reads the JSON file would have. */
function readBack(of: Report): Report {
  return reportSchema.parse(JSON.parse(reportJson(of)));
}

/** `kpis[12].mean`. */
function at(json: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], json);
}

/** Read as a person reads it, not as it was written: "1 min 05 s" is 65, "83,6 %" is 0.836, with the size of its last figure. */
function readNumber(text: string, language: Language): { value: number; step: number } {
  const [group, point] = language === 'fr' ? ['\u202f', ','] : [',', '.'];
  const units: Readonly<Record<string, number>> = { h: 3600, min: 60, s: 1, '%': 0.01, '': 1 };
  const sign = text.includes('−') ? -1 : 1;
  const parts = [...text.replaceAll(group, '').matchAll(/(\d+(?:[.,]\d+)?)\s?(h|min|s|%|)/g)];
  const last = parts.at(-1)!;
  const decimals = last[1]!.split(point)[1]?.length ?? 0;
  const sum = parts.reduce(
    (total, [, figures, unit]) => total + Number(figures!.replace(point, '.')) * units[unit!]!,
    0,
  );
  return { value: sign * sum, step: units[last[2]!]! * 10 ** -decimals };
}

function check(node: HTMLElement, value: number | null, language: Language): void {
  const where = `${node.toString()} is not ${value}`;
  if (value === null) {
    expect([node.getAttribute('value'), node.text], where).toEqual(['', numbersOf(LOCALES[language]).absent]);
    return;
  }
  expect(Number(node.getAttribute('value')), where).toBe(value);
  if (node.getAttribute('data-unit') === 'id') {
    expect(node.text).toBe(String(value));
    return;
  }
  const isLess = node.text.includes('<');
  const { value: read, step } = readNumber(node.text, language);
  // A half-width in minutes is told without its unit beside a mean in minutes.
  const scale = node.closest('.pm') !== null && node.getAttribute('data-unit') === 'share' ? 0.01 : 1;
  if (isLess) expect(value, where).toBeLessThan(read * scale);
  else expect(Math.abs(read * scale - value), where).toBeLessThanOrEqual((step * scale) / 2 + 1e-9);
}

/** Every number on the page against the JSON. Gives the paths that were shown. */
function checkAll(of: Report, page: HTMLElement, language: Language): Set<string> {
  const json = readBack(of);
  const shown = new Set<string>();
  for (const node of page.querySelectorAll('data')) {
    const { 'data-path': path, 'data-half': half, 'data-quotient': quotient } = node.attributes;
    const { 'data-below': below, 'data-above': above } = node.attributes;
    if (path !== undefined) {
      check(node, at(json, path) as number | null, language);
      shown.add(path);
    } else if (below !== undefined || above !== undefined) {
      const { mean, low, high } = at(json, (below ?? above)!) as { mean: number; low: number; high: number };
      const side = below === undefined ? high - mean : low - mean;
      expect(Number(node.getAttribute('value'))).toBe(side);
      const isBare = node.getAttribute('data-unit') === 's' && !/s|min|h/.test(node.text);
      if (!isBare && !node.text.includes('<')) check(node, side, language);
    } else if (half !== undefined) {
      const { low, high } = at(json, half) as { low: number; high: number };
      const isMinutes = node.getAttribute('data-unit') === 's' && !/s|min|h/.test(node.text);
      if (isMinutes) expect(Number(node.getAttribute('value'))).toBe((high - low) / 2);
      else check(node, (high - low) / 2, language);
    } else {
      const [part = '', whole = ''] = quotient!.split(' / ');
      const [value, by] = [at(json, part) as number | null, at(json, whole) as number];
      check(node, value === null || by === 0 ? null : value / by, language);
    }
  }
  return shown;
}

const page = parse(renderHtml(report), { comment: true });

describe('The page of a report', () => {
  it('shows every number as it is in the JSON, in figures that say the same', () => {
    for (const language of ['en', 'fr'] as const) {
      const shown = checkAll(report, parse(renderHtml(report, { language })), language);
      expect(shown.size).toBeGreaterThan(1000);
    }
  });

  it('leaves no whole-day figure out', () => {
    const shown = checkAll(report, page, 'en');
    const wanted = [
      ...report.kpis.flatMap(({ interval, kind, mean, low }, row) =>
        interval !== null || kind !== null
          ? []
          : [
              `kpis[${row}].mean`,
              ...(mean === null || low === null ? [] : [`kpis[${row}].low`, `kpis[${row}].high`]),
            ],
      ),
      ...report.headline.flatMap(({ intervalsMet }, row) => [
        `headline[${row}].mean`,
        `headline[${row}].target`,
        ...(intervalsMet === null ? [] : [`headline[${row}].intervalsMet.mean`]),
      ]),
      ...report.expectations.flatMap((_, row) => [
        `expectations[${row}].mean`,
        `expectations[${row}].between[0]`,
      ]),
      ...report.overflow.flatMap((_, row) => [`overflow[${row}].perDay`, `overflow[${row}].share.mean`]),
      ...report.callbacks.flatMap(({ offers }, row) => [
        ...['callers', 'heardOffer', 'optedIn', 'initiated', 'connected', 'lost', 'otherwise', 'open'].map(
          (step) => `callbacks[${row}].${step}`,
        ),
        ...offers.map((_, offer) => `callbacks[${row}].offers[${offer}].accepted.mean`),
      ]),
      ...report.agents.flatMap(({ shares }, row) => [
        `agents[${row}].signedIn`,
        ...Object.keys(shares).map((activity) => `agents[${row}].shares.${activity}`),
      ]),
      ...report.waitBins.flatMap(({ bins }, row) => [
        `waitBins[${row}].atOnce`,
        ...bins.map((_, bin) => `waitBins[${row}].bins[${bin}].answered`),
      ]),
      'seed',
      'days.simulated',
    ];
    expect(wanted.length).toBeGreaterThan(500);
    expect(wanted.filter((path) => !shown.has(path))).toEqual([]);
  });

  it('says of every measure its formula, and of every term what counts in it', () => {
    const text = page.querySelector('#every')!.text;
    for (const { formula } of report.definitions) expect(text).toContain(formula);
    const terms = page
      .querySelectorAll('.meaning')
      .map((node) => node.closest('tr')!.querySelector('th')!.text);
    expect(terms).toEqual(
      expect.arrayContaining(['answeredInTime', 'offered', 'abandonedShort', 'waitsAll', 'longestWait']),
    );
  });

  it('tells each interval: calls, agents on duty, service level, and the wait of half, 8 in 10 and 95 in 100', () => {
    const shown = checkAll(report, page, 'en');
    const quotients = new Set(
      page.querySelectorAll('data[data-quotient]').map((node) => node.getAttribute('data-quotient')),
    );
    const wanted = [...report.kpis.entries()].filter(
      ([, { id, stat, interval, group, kind }]) =>
        interval !== null &&
        kind === null &&
        (['Off perDay', 'K-01a share', 'K-03 P50', 'K-03 P80', 'K-03 P95', 'K-02 mean'].includes(
          `${id} ${stat}`,
        ) ||
          (id === 'Staff' && group === null)),
    );
    expect(wanted.length).toBeGreaterThan(100);
    const missing = wanted.filter(([row, { id }]) =>
      id === 'Staff' ? !quotients.has(`kpis[${row}].mean / days.interval`) : !shown.has(`kpis[${row}].mean`),
    );
    expect(missing.map(([, { id, stat, queue, interval }]) => [id, stat, queue, interval])).toEqual([]);
  });

  it('says first whether the target is met, with a word and a mark', () => {
    const [all] = report.headline;
    const hero = page.querySelector('.tile.hero')!;
    expect(hero.querySelector('.verdict')!.text.trim()).toBe(pageEnglish.verdict[all!.verdict!]);
    expect(hero.querySelector('.verdict svg')).not.toBeNull();
    expect(page.querySelector('#result .say')!.text).toContain('answered within 20 s');
  });

  it('names whom the service level counts: as many as its other formulas say by another way', () => {
    const mean = (id: string, stat: string): number =>
      report.kpis.find((row) => row.id === id && row.stat === stat && row.queue === null)!.mean!;
    const inTime = mean('K-01c', 'share') * mean('Ans', 'perDay');
    const said = page.querySelectorAll('.tile.hero .sub').map((node) => node.text);
    const counted = /^of ([\d.,]+) (?:calls|entries into queues) a day/.exec(said.at(-1)!)?.[1] ?? '';
    const { value, step } = readNumber(counted, 'en');
    expect(Math.abs(value - inTime / mean('K-01a', 'share'))).toBeLessThanOrEqual(step / 2 + 1e-9);
    expect(said.at(-1)).toContain('without callbacks (');
  });

  it('is one file: no script, no address, and a policy that would refuse them', () => {
    const text = renderHtml(report);
    expect(page.querySelectorAll('script, link, img, iframe, object, embed, form, base')).toEqual([]);
    const links = page.querySelectorAll('a').map((node) => node.getAttribute('href') ?? '');
    expect(links.filter((link) => !link.startsWith('#'))).toEqual([]);
    // The name of a namespace is no address that anybody asks.
    expect(text.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|url\((?!'data:|#)|@import|\son\w+=/,
    );
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toContain('script-src');
  });

  it('gives the same bytes for the same report', () => {
    expect(renderHtml(deskReport())).toBe(renderHtml(report));
  });

  it('holds the scenario and what was changed, as they were written', () => {
    const source = '\n# Über "alles" & <nichts>\nname: Small desk\n';
    const changed = parse(
      renderHtml({ ...report, set: ['queues.support.callback.offerFirst=15s'] }, { source }),
    );
    expect(changed.querySelector('#again pre')!.text).toBe(`\n${source}`);
    expect(changed.querySelector('#again')!.text).toContain('queues.support.callback.offerFirst=15s');
    expect(changed.querySelector('#again')!.text).toContain(report.command);
    expect(page.querySelector('#again pre')).toBeNull();
  });
});

describe('Whoever cannot see the page', () => {
  it('finds one heading of the first level, and no level skipped', () => {
    const levels = page.querySelectorAll('h1, h2, h3, h4').map((node) => Number(node.tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [place, level] of levels.entries())
      expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('finds landmarks, and sections with names', () => {
    expect(page.querySelector('html')!.getAttribute('lang')).toBe('en');
    for (const landmark of ['main', 'nav', 'header']) expect(page.querySelectorAll(landmark)).toHaveLength(1);
    const named = page
      .querySelectorAll('[aria-labelledby]')
      .flatMap((node) => node.getAttribute('aria-labelledby')!.split(' '));
    expect(named.filter((id) => page.getElementById(id) === null)).toEqual([]);
    const targets = page.querySelectorAll('nav a').map((node) => node.getAttribute('href')!.slice(1));
    expect(targets.filter((id) => page.getElementById(id) === null)).toEqual([]);
  });

  it('hears what every chart is and says, and has its numbers in a table', () => {
    const charts = page.querySelectorAll('.plot svg');
    expect(charts.length).toBeGreaterThan(10);
    for (const chart of charts) {
      expect(chart.getAttribute('role')).toBe('img');
      expect(chart.querySelector('title')!.text).not.toBe('');
      expect(chart.querySelector('desc')!.text.trim()).not.toBe('');
    }
    const withoutTable = page
      .querySelectorAll('figure')
      .filter((node) => node.querySelector('details table') === null)
      .map((node) => node.querySelector('h3')!.text);
    // The level of a queue stands in the table of its waits, the flows in the table of what overflow did.
    expect(
      withoutTable.filter((title) => !/^Service level by interval: |^Where calls go$/.test(title)),
    ).toEqual([]);
  });

  it('finds tables with captions and with headings that say which way they head', () => {
    const tables = page.querySelectorAll('table');
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      expect(table.querySelector('caption')!.text.trim()).not.toBe('');
      expect(table.querySelectorAll('th').filter((node) => !node.hasAttribute('scope'))).toEqual([]);
      const columns = table.querySelector('thead tr')!.querySelectorAll('th, td').length;
      for (const row of table.querySelectorAll('tbody tr'))
        expect(row.querySelectorAll('th, td'), table.querySelector('caption')!.text).toHaveLength(columns);
    }
  });

  it('meets no name twice', () => {
    const ids = page.querySelectorAll('[id]').map((node) => node.id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });
});

describe('Words', () => {
  const sentences = (of: HTMLElement): string[] =>
    of.querySelectorAll('.say').map((node) => node.text.trim());

  it('say what a chart shows in about 80 characters', () => {
    for (const language of ['en', 'fr'] as const) {
      const said = sentences(parse(renderHtml(report, { language })));
      expect(said.length).toBeGreaterThan(10);
      expect(said.filter((sentence) => sentence.length > 100)).toEqual([]);
    }
  });

  it('leave no place unfilled', () => {
    for (const language of ['en', 'fr'] as const)
      for (const days of [0, 1, 12])
        expect(parse(renderHtml(deskReport(days), { language })).querySelector('body')!.text).not.toMatch(
          /\{\w+\}|undefined|NaN|null|Infinity|\[object/,
        );
  });

  it('have the same places in both languages', () => {
    const places = (words: unknown, path = ''): string[] =>
      typeof words === 'string'
        ? // One of something may do without its number.
          [
            path.endsWith('.one')
              ? path
              : `${path} ${[...new Set(words.match(/\{\w+\}/g))].toSorted().join('')}`,
          ]
        : Object.entries(words as object).flatMap(([key, value]) => places(value, `${path}.${key}`));
    expect(places(pageFrench).toSorted()).toEqual(places(pageEnglish).toSorted());
  });

  it('are French throughout in French', () => {
    const french = parse(renderHtml(report, { language: 'fr' }));
    expect(french.querySelector('html')!.getAttribute('lang')).toBe('fr');
    // Codes and formulas are names, the same in every language.
    for (const node of french.querySelectorAll('.code, .formula, .meaning, code, pre')) node.remove();
    const text = french.querySelector('main')!.text;
    for (const { title } of report.definitions.filter(({ title: each }) => each.includes(' ')))
      expect(text).not.toContain(title);
    expect(text).not.toMatch(/\b(the|within|callers|answered|queue)\b/i);
    // Narrow before % ; and no-break before a colon that ends no clock.
    expect(text).not.toMatch(/ [%;!?]/);
  });
});

describe('A page of', () => {
  it('one day has no intervals, and says so', () => {
    const one = deskReport(1);
    const single = parse(renderHtml(one));
    checkAll(one, single, 'en');
    expect(single.querySelectorAll('.pm')).toEqual([]);
    expect(single.querySelector('#result')!.text).toContain('No verdict');
    // No ± and no bar, so nothing explains them.
    expect(single.querySelector('main')!.text).not.toContain('95% interval over');
    expect(single.querySelector('#warnings')!.text).toContain('One day alone');
  });

  it('no day at all stands, with an en dash for every number', () => {
    const none = deskReport(0);
    const empty = parse(renderHtml(none));
    checkAll(none, empty, 'en');
    expect(empty.querySelector('#result')!.text).toContain('there is nothing to judge');
    expect(empty.querySelector('.tile.hero .figure')!.text.trim()).toBe('–');
  });

  it('an interrupted run says how far it got', () => {
    const stopped = parse(renderHtml(deskReport(3, { ended: 'stopped', days: 12 })));
    expect(stopped.querySelector('header')!.text).toContain('interrupted, 12 were asked');
  });

  it('a queue without callbacks and overflow says so in a sentence', () => {
    const plain = deskReport(3, {}, deskSetup(['queues.support.overflow=[]']));
    const single = parse(renderHtml(plain));
    checkAll(plain, single, 'en');
    expect(single.querySelector('#callbacks .say')!.text).toBe(pageEnglish.callbacks.none);
    expect(single.querySelector('#overflow .say')!.text).toBe(pageEnglish.overflow.none);
  });

  it('a long run says in which blocks it was measured', () => {
    const setup = deskSetup(['days.from=00:00', 'days.to=24:00', 'days.continuous=true', 'days.warmUp=2h']);
    const long = deskReport(4, {}, setup);
    expect(long.days.continuous).toBe(true);
    expect(long.days.blockDays).toBeGreaterThan(1);
    const single = parse(renderHtml(long));
    checkAll(long, single, 'en');
    expect(single.querySelector('header')!.text).toContain(`in blocks of ${long.days.blockDays} days`);
    expect(single.querySelector('#again')!.text).toMatch(/Warm-up left out\s+2 h/);
  });

  it('several kinds of day has each with its own numbers', () => {
    const kinds = deskReport(
      14,
      {},
      deskSetup(['kinds={ busy: {}, calm: {} }', 'calendar=[busy, busy, busy, calm]']),
    );
    expect(kinds.days.kinds).toHaveLength(2);
    const single = parse(renderHtml(kinds, { language: 'fr' }));
    const shown = checkAll(kinds, single, 'fr');
    const rows = single.querySelectorAll('#kinds tbody tr');
    expect(rows.map((row) => row.querySelector('th')!.text)).toEqual(['busy', 'calm']);
    const offered = kinds.kpis.flatMap(({ id, stat, queue, kind, interval }, row) =>
      id === 'Off' && stat === 'perDay' && queue === null && kind !== null && interval === null
        ? [`kpis[${row}].mean`]
        : [],
    );
    expect(offered).toHaveLength(2);
    expect(offered.filter((path) => !shown.has(path))).toEqual([]);
  });

  it('names with markup in them shows them as they are', () => {
    const wild = `<script>alert("x")</script> & 'co' </style><b>\u202e`;
    const text = JSON.stringify(report)
      .replaceAll('"support"', JSON.stringify(wild))
      .replaceAll('"seniors"', JSON.stringify(wild));
    const named = reportSchema.parse({ ...(JSON.parse(text) as Report), scenario: wild, command: wild });
    const html = renderHtml(named, { source: wild });
    const safe = parse(html);
    expect(safe.querySelectorAll('script, b:not(th b):not(td b)')).toEqual([]);
    expect(safe.querySelectorAll('style')).toHaveLength(1);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(safe.querySelector('h1')!.text).toBe(wild);
    expect(safe.querySelector('#again code')!.text).toBe(wild);
    checkAll(named, safe, 'en');
  });

  it('forty queues with long names has charts of six and tables of all', () => {
    const queues = Array.from({ length: 40 }, (_, number) => `${'long '.repeat(18)}${number}`);
    const clone = <T extends { readonly queue: string | null }>(rows: readonly T[]): T[] =>
      rows.flatMap((row) =>
        row.queue === 'support'
          ? queues.map((queue) => ({ ...row, queue }))
          : row.queue === null
            ? [row]
            : [],
      );
    const many: Report = {
      ...report,
      headline: clone(report.headline),
      callbacks: clone(report.callbacks),
      kpis: clone(report.kpis),
      waits: clone(report.waits),
      waitBins: clone(report.waitBins),
    };
    const wide = parse(renderHtml(many));
    expect(wide.querySelectorAll('#day figure')).toHaveLength(2 * (1 + 6));
    expect(wide.querySelector('#day .say')!.text).toContain('the 6 queues with most calls');
    expect(wide.querySelectorAll('#result tbody tr')).toHaveLength(41);
    const shown = checkAll(many, wide, 'en');
    const missing = many.kpis.flatMap(({ id, stat, interval, kind }, row) =>
      id === 'Off' && stat === 'perDay' && kind === null && !shown.has(`kpis[${row}].mean`) ? [interval] : [],
    );
    expect(missing).toEqual([]);
    for (const [row, { bins }] of many.waitBins.entries())
      for (const bin of bins.keys()) expect(shown).toContain(`waitBins[${row}].bins[${bin}].answered`);
    for (const row of many.callbacks.keys()) expect(shown).toContain(`callbacks[${row}].connected`);
  });
});
