/**
 * What a word means: an ID of the rule book, a problem code, a KPI or its name, a setting or the path to one, a section, the
 * beginning of several IDs; else a search in all texts. Articles are written elsewhere.
 */
import {
  EXAMPLES,
  KPIS,
  kpiNamed,
  kpisOf,
  PARAMETERS,
  problemCodes,
  PROBLEMS,
  RULES,
  SECTIONS,
  sectionOf,
} from '../../engine/index.ts';
import type { Rule, Section } from '../../engine/index.ts';
import type { Article, Item } from './article.ts';
import { kpiArticle } from './kpi-article.ts';
import { mistakeArticle, mistakes } from './mistake-article.ts';
import { problemArticle } from './problem-article.ts';
import { itemOf, lastStep, settingItem } from './related.ts';
import { exampleArticle, ruleArticle, sectionArticle, settingArticle } from './rule-articles.ts';
import { leadsTo, settingsOfScenario } from './settings.ts';
import type { Setting } from './settings.ts';
import { isWarning, warningArticle, warnings } from './warning-article.ts';

export class Topics {
  readonly #settings: readonly Setting[] = settingsOfScenario();
  readonly #byId = new Map<string, () => Article>();

  constructor() {
    const add = (id: string, article: () => Article) => this.#byId.set(id.toLowerCase(), article);
    for (const rule of RULES) add(rule.id, () => ruleArticle(rule, this.#settings));
    for (const { id } of kpisOf({ callbackInSL: 'exclude' }))
      add(id, () => kpiArticle(id, undefined, this.#settings));
    for (const kpi of KPIS) add(kpi.id, () => kpiArticle(kpi.id, kpi, this.#settings));
    for (const example of EXAMPLES) add(example.id, () => exampleArticle(example));
    for (const code of codes) add(code, () => problemArticle(code));
    for (const code of mistakes) add(code, () => mistakeArticle(code));
  }

  /** Everything that bears exactly this name; none: it is a word to search. */
  named(word: string): readonly Article[] {
    const wanted = word.toLowerCase();
    const byId = this.#byId.get(wanted) ?? this.#byId.get(/^k-\d\d[a-f]?(?=\.)/.exec(wanted)?.[0] ?? '');
    if (byId !== undefined) return [byId()];
    if (isWarning(wanted)) return [warningArticle(wanted), ...this.#setting(word, true)];
    if (sectionOf(word) !== undefined) return [sectionArticle(word)];
    const several = this.#beginning(word);
    if (several !== undefined) return [several];
    const measure = kpiNamed(word)?.id.replace(/[a-z]{2,}$/, '');
    return [
      ...(measure === undefined ? [] : this.named(measure)),
      ...this.#setting(word, measure === undefined),
    ];
  }

  /** Whatever speaks of all these words, or undefined. */
  searched(words: readonly string[]): Article | undefined {
    const wanted = words.map((word) => word.toLowerCase());
    const speaks = (...texts: readonly string[]) => {
      const all = texts.join(' ').toLowerCase();
      return wanted.every((word) => all.includes(word));
    };
    const titles = SECTIONS.filter(({ title }) => speaks(title));
    const parts: readonly (readonly [string, readonly Item[]])[] = [
      ['Sections', titles.map(({ number, title }) => ({ term: number, lines: [title] }))],
      [
        'Settings',
        this.#settings
          .filter(({ key, meaning }) => speaks(key, meaning))
          .map((setting) => ({ term: settingItem(setting).term, lines: [setting.meaning] })),
      ],
      [
        'KPIs',
        KPIS.filter(({ name, formula, notes }) => speaks(name, formula, notes)).flatMap(({ id }) =>
          itemOf(id),
        ),
      ],
      ['Rules and edges', rulesOn(titles).flatMap(({ id, text }) => (speaks(text) ? itemOf(id) : []))],
      ['Problems', codes.filter((code) => speaks(...textsOf(code))).flatMap(itemOf)],
      [
        'Worked examples',
        EXAMPLES.filter(({ given, expect }) => speaks(given, expect)).flatMap(({ id }) => itemOf(id)),
      ],
    ];
    if (parts.every(([, items]) => items.length === 0)) return undefined;
    return {
      name: words.join(' '),
      title: '',
      place: 'found in these texts; tandem explain ID tells more',
      parts: parts.map(([heading, items]) => ({ heading, items: atMost(items) })),
    };
  }

  /** What the word may have been meant to be. */
  get names(): readonly string[] {
    return [
      ...[...this.#byId.keys()].map(idText),
      ...warnings,
      ...new Set([...this.#settings.map(({ key }) => key), ...PARAMETERS.map(({ name }) => lastStep(name))]),
    ];
  }

  /** `CB`, `K`, `E-OV`, `CB-X`, `K-01`: all whose IDs begin so; a family that has a section of its own as that section. */
  #beginning(word: string): Article | undefined {
    const start = word.toUpperCase();
    const section = SECTIONS.find(({ title }) => title.endsWith(`(${start})`));
    if (section !== undefined) return sectionArticle(section.number);
    const prefix = start.includes('-') ? start : `${start}-`;
    const ids = [...this.#byId.keys()].map(idText).filter((id) => id.toUpperCase().startsWith(prefix));
    if (ids.length === 0) return undefined;
    return {
      name: start,
      title: kpiNamed(start)?.title ?? '',
      place: 'tandem explain ID tells more',
      parts: [{ heading: '', items: ids.flatMap(itemOf) }],
    };
  }

  #setting(word: string, maySearch: boolean): Article[] {
    const wanted = word.toLowerCase();
    const own = this.#settings.filter((setting) => leadsTo(setting, word));
    const parameters = PARAMETERS.filter(
      ({ name }) => name.toLowerCase() === wanted || lastStep(name).toLowerCase() === lastStep(wanted),
    );
    const name = own[0]?.key ?? (parameters[0] === undefined ? undefined : lastStep(parameters[0].name));
    if (name === undefined) return [];
    const article = settingArticle(name, own, parameters);
    // `callback` is a setting and a subject.
    const subject = maySearch && /^[a-z]+$/.test(word) ? this.searched([word]) : undefined;
    return subject === undefined ? [article] : [article, subject];
  }
}

/** Those of the sections that bear the word in their title come first. */
function rulesOn(sections: readonly Section[]): readonly Rule[] {
  const numbers = new Set(sections.map(({ number }) => number));
  const isOn = ({ section }: Rule) => numbers.has(section) || numbers.has(section.split('.')[0] ?? '');
  return [...RULES.filter(isOn), ...RULES.filter((rule) => !isOn(rule))];
}

/** More than this of one kind is no answer; a second word makes it one. */
const MOST = 20;

function atMost(items: readonly Item[]): readonly Item[] {
  if (items.length <= MOST + 1) return items;
  const more = `and ${items.length - MOST} more; a second word tells them apart`;
  return [...items.slice(0, MOST), { term: '...', lines: [more] }];
}

const codes: readonly string[] = [
  ...new Set([...Object.keys(problemCodes), ...PROBLEMS.map(({ code }) => code)]),
];

function textsOf(code: string): string[] {
  return itemOf(code).flatMap(({ lines }) => lines);
}

/** `K-01a` as it is written, the others in capitals. */
function idText(key: string): string {
  const id = key.toUpperCase();
  return /^K-\d\d[A-F]$/.test(id) ? id.slice(0, -1) + id.slice(-1).toLowerCase() : id;
}
