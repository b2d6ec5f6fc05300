/**
 * What belongs together in the rule book: which settings change a rule, what a text cites and what cites it, as items of a
 * list. All by what the texts themselves say: an ID that is cited, a setting that is named. It writes no sentence of a rule.
 */
import {
  citationsIn,
  EXAMPLES,
  exampleOf,
  isEdge,
  KPIS,
  kpiOf,
  mistakeCodes,
  PARAMETERS,
  problemCodes,
  problemOf,
  ruleOf,
  RULES,
  sectionOf,
} from '../../engine/index.ts';
import type { MistakeCode, Parameter, ProblemCode } from '../../engine/index.ts';
import type { Item, List } from './article.ts';
import type { Setting } from './settings.ts';

/** Settings whose own words cite one of the IDs, and the parameters of the book that its text names. */
export function settingsList(
  ids: readonly string[],
  text: string,
  settings: readonly Setting[],
  more: readonly string[] = [],
): List {
  const names = new Set([...namedIn(text), ...more]);
  const parameters = PARAMETERS.filter(({ name }) => names.has(lastStep(name)));
  const known = new Set(parameters.map(({ name }) => lastStep(name)));
  const own = settings.filter(
    ({ key, meaning, paths }) =>
      // What one expects of a KPI does not change it.
      paths[0]?.startsWith('expect') !== true &&
      (known.has(key) || citationsIn(meaning).some((id) => ids.includes(id))),
  );
  const keys = new Set(own.map(({ key }) => key));
  const missing = parameters.filter(({ name }) => !keys.has(lastStep(name)));
  return {
    heading: 'Settings that change it',
    items: [...own.map(settingItem), ...missing.map(missingItem)],
    isStacked: true,
  };
}

export function settingItem({ paths, meaning, value, standard, isRequired }: Setting): Item {
  const without = isRequired ? 'required' : standard === null ? '' : `default ${standard}`;
  return {
    term: paths.join(', '),
    lines: [meaning, [value, without].filter((part) => part !== '').join('; ')],
  };
}

/** A parameter of the book that a scenario cannot say yet. */
function missingItem({ name, unit, default: standard, range }: Parameter): Item {
  const parts = [unit, standard === '' ? '' : `default ${standard}`, range];
  return {
    term: name,
    lines: [
      `Not in the scenario file yet. In the rule book: ${parts.filter((part) => part !== '').join('; ')}`,
    ],
  };
}

/** `offerFirst` of "after `offerFirst` (30 s)", both names of "`delay = mean - pacingTarget`". */
function namedIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].flatMap(([, inside = '']) => inside.match(/[A-Za-z]\w*/g) ?? []);
}

export function lastStep(name: string): string {
  return (name.split('.').at(-1) ?? name).replace('[]', '');
}

/** What a text cites, each with the beginning of what it says. */
export function citedList(text: string, apart: string): List {
  const ids = citationsIn(text).filter((id) => id !== apart);
  return { heading: 'It cites', items: ids.flatMap(itemOf) };
}

/** Worked examples that exercise it. */
export function examplesList(ids: readonly string[]): List {
  const own = EXAMPLES.filter(({ rules }) => citationsIn(rules).some((id) => ids.includes(id)));
  return {
    heading: 'Worked examples',
    items: own.map(({ id, given, expect }) => ({ term: id, lines: [`${given} -> ${expect}`] })),
  };
}

/** Edges that cite it, in full: they say what happens to it in a race. */
export function edgesList(id: string): List {
  const own = RULES.filter((rule) => rule.id !== id && isEdge(rule) && citationsIn(rule.text).includes(id));
  return { heading: 'Edges and races', items: own.map((rule) => ({ term: rule.id, lines: [rule.text] })) };
}

/** Rules, KPIs and problems whose texts cite it. */
export function citingList(ids: readonly string[]): List {
  const cites = (text: string) => citationsIn(text).some((id) => ids.includes(id));
  const citing = [
    ...RULES.filter((rule) => !isEdge(rule) && !ids.includes(rule.id) && cites(rule.text)).map(
      ({ id }) => id,
    ),
    ...KPIS.filter((kpi) => !ids.includes(kpi.id) && cites(`${kpi.formula} ${kpi.notes}`)).map(
      ({ id }) => id,
    ),
  ];
  return { heading: 'It is cited by', items: citing.flatMap(itemOf) };
}

/** An ID with the beginning of what it says; an ID of which the book has nothing is left out. */
export function itemOf(id: string): Item[] {
  const text = firstWords(id);
  return text === undefined ? [] : [{ term: id, lines: [text] }];
}

const LONGEST = 84;

function firstWords(id: string): string | undefined {
  const text = ruleOf(id)?.text ?? kpiOf(id)?.name ?? exampleOf(id)?.given ?? wordsOfProblem(id);
  if (text === undefined || text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/[ ,;:]+\S*$/, '')} …`;
}

function wordsOfProblem(code: string): string | undefined {
  if (Object.hasOwn(mistakeCodes, code)) return mistakeCodes[code as MistakeCode];
  return isChecked(code) ? problemCodes[code] : problemOf(code)?.when;
}

export function isChecked(code: string): code is ProblemCode {
  return Object.hasOwn(problemCodes, code);
}

/** `Callback (CB), Retries, section 6.3`. */
export function placeOf(section: string): string {
  const whole = sectionOf(section.split('.')[0] ?? '');
  const part = section.includes('.') ? sectionOf(section) : undefined;
  return [whole?.title, part?.title, `section ${section}`].filter((each) => each !== undefined).join(', ');
}
