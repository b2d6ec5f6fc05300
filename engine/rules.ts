/**
 * The rule book: every rule the engine obeys, by ID, with its text, its source and how sure it is; and the
 * tables that go with them. Tests, comments and reason records cite these IDs; `web/guide` prints them.
 * This file finds a row by its ID. It decides nothing, and nothing that routes a call reads it: a rule is
 * obeyed by the code that cites it, not by this text.
 *
 * Lookups search from the start: they serve pages, help texts and tests, and a few hundred rows do not
 * repay an index built whenever the module is loaded.
 */
import { EXAMPLES, KPIS, PARAMETERS, PROBLEMS, SECTIONS } from './rules-tables.ts';
import type { Kpi, Parameter, ProblemText, Section, WorkedExample } from './rules-tables.ts';
import { RULES } from './rules-text.ts';
import type { Rule } from './rules-text.ts';

export type { Kpi, Parameter, ProblemText, Rule, Section, WorkedExample };
export { EXAMPLES, KPIS, PARAMETERS, PROBLEMS, RULES, SECTIONS };
export { SOURCES, SURENESS } from './rules-tables.ts';

/** The rule or edge with this ID: `ruleOf('CB-02')`, `ruleOf('OV-X4')`. */
export function ruleOf(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}

/** The KPI with this ID: `kpiOf('K-01a')`. */
export function kpiOf(id: string): Kpi | undefined {
  return KPIS.find((kpi) => kpi.id === id);
}

/** The problem with this code: `problemOf('E-OV-SELF')`. */
export function problemOf(code: string): ProblemText | undefined {
  return PROBLEMS.find((problem) => problem.code === code);
}

/** The worked example with this ID: `exampleOf('EX-01')`. */
export function exampleOf(id: string): WorkedExample | undefined {
  return EXAMPLES.find((example) => example.id === id);
}

/** The section with this number: `sectionOf('6.1')`. */
export function sectionOf(number: string): Section | undefined {
  return SECTIONS.find((section) => section.number === number);
}

/** The rules of a section, its own subsections included, edges last: `rulesOf('6')`, `rulesOf('6.1')`. */
export function rulesOf(section: string): readonly Rule[] {
  return RULES.filter((rule) => isWithin(rule.section, section));
}

/** The parameters of a section; they are listed for a whole section, not for its parts: `parametersOf('6')`. */
export function parametersOf(section: string): readonly Parameter[] {
  return PARAMETERS.filter((parameter) => isWithin(parameter.section, section));
}

/** Whether this is an edge or race of its section (OV-X1 ...) rather than a rule. */
export function isEdge(rule: Rule): boolean {
  return rule.id.includes('-X');
}

function isWithin(section: string, outer: string): boolean {
  return section === outer || section.startsWith(`${outer}.`);
}
