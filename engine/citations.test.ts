import { describe, expect, it } from 'vitest';
import { citationsIn } from './citations.ts';
import { EXAMPLES, exampleOf, kpiOf, KPIS, PARAMETERS, problemOf, PROBLEMS, ruleOf, RULES } from './rules.ts';

describe('what a text cites', () => {
  it('is found once each, in the order of the text', () => {
    expect(citationsIn('see CB-02 and OV-X4 (K-01a, EX-03), E-OV-SELF; CB-02 again')).toEqual([
      'CB-02',
      'OV-X4',
      'K-01a',
      'EX-03',
      'E-OV-SELF',
    ]);
  });

  it('is all of a run', () => {
    expect(citationsIn('CM-20..22')).toEqual(['CM-20', 'CM-21', 'CM-22']);
    expect(citationsIn('CB-X1..X3')).toEqual(['CB-X1', 'CB-X2', 'CB-X3']);
    expect(citationsIn('(AS-08 to AS-10)')).toEqual(['AS-08', 'AS-09', 'AS-10']);
    expect(citationsIn('K-01a to K-01c, K-27a..b')).toEqual(['K-01a', 'K-01b', 'K-01c', 'K-27a', 'K-27b']);
    expect(citationsIn('LM-01/02')).toEqual(['LM-01', 'LM-02']);
  });

  it('is no word that only looks alike', () => {
    expect(citationsIn('UTF-8, SHA-256, X-OPS-12, PRE-GEN-03, CB-, an E-mail')).toEqual([]);
  });
});

it('finds in the rule book itself only what is there', () => {
  const exists = (id: string) =>
    ruleOf(id) ?? kpiOf(id) ?? problemOf(id) ?? exampleOf(id) ?? KPIS.find((kpi) => kpi.id.startsWith(id));
  const texts = [
    ...RULES.map(({ text }) => text),
    ...KPIS.map(({ formula, notes }) => `${formula} ${notes}`),
    ...PARAMETERS.map(({ note }) => note),
    ...PROBLEMS.map(({ when }) => when),
    ...EXAMPLES.map(({ rules }) => rules),
  ];
  const cited = texts.flatMap(citationsIn);
  expect(cited.filter((id) => exists(id) === undefined)).toEqual([]);
  expect(new Set(cited).size).toBeGreaterThan(50);
});
