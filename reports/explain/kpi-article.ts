/**
 * A KPI as an article: what the rule book says it is, how the report computes it and what counts in each term. The formulas
 * are those of engine/metrics/kpis.ts, by which the numbers are made.
 */
import { cellWords, kpiNamed, kpis, KPIS, kpisOf, sectionOf, termsOf } from '../../engine/index.ts';
import type { Kpi, KpiText } from '../../engine/index.ts';
import { formulaOf } from '../model.ts';
import type { Article, Item, List, Part } from './article.ts';
import { citedList, citingList, examplesList, itemOf, settingsList } from './related.ts';
import type { Setting } from './settings.ts';
import { surenessFact } from './sources.ts';

/** Of the book, or one that only the report has: Off, Ans, Ab, CbAcc, Arrived, Staff. */
export function kpiArticle(id: string, text: KpiText | undefined, settings: readonly Setting[]): Article {
  const own = measured(id);
  const formula = text?.formula ?? '';
  // K-01 and K-27 stand for all their variants.
  const variants = KPIS.filter((kpi) => /^[a-f]$/.test(kpi.id.replace(id, ''))).map((kpi) => kpi.id);
  const names = [id, ...variants, ...(/[a-f]$/.test(id) ? [id.slice(0, -1)] : [])];
  const thresholds = symbolsIn(`${formula} ${text?.notes ?? ''}`).flatMap(({ setting }) => setting);
  return {
    name: id,
    title: text?.name ?? kpiNamed(id)?.title ?? own[0]?.title ?? '',
    place: 'KPI',
    parts: [
      ...(text === undefined ? [] : bookParts(text)),
      { heading: 'Its formulas', items: variants.flatMap(itemOf) },
      symbols(formula === '' ? id : formula),
      own.length === 0 ? 'The report does not tell it.' : '',
      computed(own),
      terms(own),
      settingsList([id, ...variants], text?.notes ?? '', settings, thresholds),
      examplesList(names),
      citedList(`${formula} ${text?.notes ?? ''}`, id),
      citingList(names),
    ],
  };
}

function bookParts({ id, formula, notes, sureness }: KpiText): Part[] {
  const names = kpis.filter((kpi) => kpi.id.replace(/[a-z]{2,}$/, '') === id).map(({ name }) => name);
  return [
    { label: 'Formula', says: [formula] },
    { label: 'Notes', says: [notes] },
    surenessFact(sureness),
    { label: 'In a scenario', says: names.length === 0 ? [] : [`expect: { kpi: ${names.join(' or ')} }`] },
  ].map((fact) => (fact.says.every((each) => each === '') ? '' : fact));
}

// ---------------------------------------------------------------- the book's notation

interface SymbolText {
  readonly symbol: string;
  readonly says: string;
  /** The settings behind a threshold. */
  readonly setting: readonly string[];
}

/** The first sentence of section 22 names them one by one. */
function allSymbols(): SymbolText[] {
  const [first = ''] = (sectionOf('22')?.intro ?? '').split(/(?<=\.) /);
  const list = first.replace(/^[^:]*: |^Notation over an interval /, '');
  return list.split(' · ').flatMap((item) => {
    const [symbol = '', ...words] = item.split(' ');
    const says = words.join(' ').replace(/\.$/, '');
    const setting = THRESHOLDS[symbol] ?? [];
    return symbol.includes('<') ? [] : [{ symbol, says, setting }];
  });
}

const THRESHOLDS: Readonly<Record<string, readonly string[]>> = {
  T: ['serviceLevelThreshold'],
  s: ['shortAbandonThreshold'],
};

function symbolsIn(text: string): SymbolText[] {
  return allSymbols().filter(({ symbol }) => new RegExp(String.raw`(?<![\w'])${symbol}(?!\w)`).test(text));
}

function symbols(formula: string): List {
  return {
    heading: 'In the formula',
    items: symbolsIn(formula).map(({ symbol, says }) => ({ term: symbol, lines: [says] })),
  };
}

// ---------------------------------------------------------------- as it is computed

/** All numbers of the report with this ID, whichever way callbacks count in K-01a. */
function measured(id: string): Kpi[] {
  const all = (['exclude', 'atOptIn', 'atConnect'] as const).flatMap((callbackInSL) =>
    kpisOf({ callbackInSL })
      .filter((kpi) => kpi.id === id)
      .map((kpi) => ({ kpi, callbackInSL })),
  );
  const seen = new Set<string>();
  return all.flatMap(({ kpi, callbackInSL }) => {
    const known = `${kpi.stat} ${kpi.scope} ${formulaOf(kpi)}`;
    if (seen.has(known)) return [];
    seen.add(known);
    return [
      callbackInSL === 'exclude' ? kpi : { ...kpi, title: `${kpi.title}, callbackInSL: ${callbackInSL}` },
    ];
  });
}

/** Of those made after one pattern (K-31 by condition and action) one is an example, the others are counted. */
const MOST_OF_A_KIND = 1;

function computed(own: readonly Kpi[]): List {
  const items: Item[] = [];
  const patterns = new Map<string, number>();
  for (const kpi of own) {
    const pattern = kpi.stat.replace(/\d+$/, '').replace(/^\w+\/\w+/, '');
    const isOfMany = kpi.stat.includes('/') || /[a-z]\d$/.test(kpi.stat);
    const before = patterns.get(pattern) ?? 0;
    if (isOfMany) patterns.set(pattern, before + 1);
    if (isOfMany && before >= MOST_OF_A_KIND) continue;
    items.push({ term: kpi.stat, lines: [`${kpi.title}${placesOf(kpi)}`, `= ${formulaOf(kpi)}`] });
  }
  const hidden = own.length - items.length;
  if (hidden > 0) items.push({ term: '...', lines: [`and ${hidden} more of the same kind`] });
  return { heading: 'As the report computes it, over sums of all days', items };
}

function placesOf({ scope, byInterval }: Kpi): string {
  const place = { queue: 'by queue', group: 'by group of agents', centre: 'of the whole centre' }[scope];
  return ` (${place}${byInterval ? ' and interval' : ''})`;
}

function terms(own: readonly Kpi[]): List {
  const cells = new Set(own.flatMap(cellsOf));
  const many = [...cells].filter(
    (cell) => cell.startsWith('overflow/') || cell.startsWith('acceptedAtOffer/'),
  );
  const shown = [...cells].filter((cell) => !many.slice(1).includes(cell));
  return {
    heading: 'What counts in it',
    items: shown.map((cell) => ({ term: cell, lines: [cellWords(cell) ?? ''] })),
  };
}

function cellsOf(kpi: Kpi): string[] {
  if (kpi.form === 'quantile') return [kpi.sample];
  if (kpi.form === 'maximum') return [kpi.cell];
  return [kpi.numerator, kpi.denominator].flatMap((sum) => termsOf(sum).map(({ cell }) => cell));
}
