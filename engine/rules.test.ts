/** The rule book is complete, well formed, and every ID that the sources cite is in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { problemCodes } from './config/problems.ts';
import {
  EXAMPLES,
  exampleOf,
  isEdge,
  KPIS,
  kpiOf,
  PARAMETERS,
  parametersOf,
  PROBLEMS,
  problemOf,
  ruleOf,
  RULES,
  rulesOf,
  sectionOf,
  SECTIONS,
  SOURCES,
} from './rules.ts';
import { mistakeCodes } from './script/mistakes.ts';

/** Runs of consecutive numbers per family; a hole in the book's own numbering starts a new run. */
const numbering: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  GEN: [[1, 12]],
  RT: [[1, 14]],
  OV: [
    [1, 18],
    [20, 26],
  ],
  EW: [[1, 13]],
  CB: [
    [1, 18],
    [20, 23],
    [30, 35],
    [40, 46],
    [50, 54],
  ],
  AS: [[1, 13]],
  SK: [[1, 12]],
  CP: [[1, 15]],
  PR: [[1, 15]],
  NT: [[1, 14]],
  WU: [[1, 8]],
  CC: [
    [1, 14],
    [20, 30],
  ],
  RC: [[1, 7]],
  CV: [[1, 9]],
  OB: [[1, 13]],
  CM: [
    [1, 15],
    [20, 25],
    [30, 44],
  ],
  SV: [[1, 15]],
  MS: [[1, 3]],
  OH: [[1, 4]],
  VM: [[1, 1]],
  LM: [[1, 3]],
};

/** How many edges each family has, numbered from X1. */
const edges: Readonly<Record<string, number>> = {
  RT: 4,
  OV: 7,
  EW: 3,
  CB: 12,
  AS: 4,
  CP: 6,
  NT: 8,
  WU: 4,
  CC: 5,
  CV: 4,
  CM: 9,
  SV: 12,
};

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

function expectedRules(family: string): string[] {
  return (numbering[family] ?? []).flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => `${family}-${twoDigits(from + i)}`),
  );
}

describe('the rule book', () => {
  it.each(Object.keys(numbering))('has every rule of family %s, in order and without a gap', (family) => {
    const own = RULES.filter((rule) => rule.id.startsWith(`${family}-`) && !isEdge(rule));
    expect(own.map((rule) => rule.id)).toEqual(expectedRules(family));
  });

  it('has every edge of every family, in order and without a gap', () => {
    const expected = Object.entries(edges).flatMap(([family, count]) =>
      Array.from({ length: count }, (_, i) => `${family}-X${i + 1}`),
    );
    expect(
      RULES.filter(isEdge)
        .map((rule) => rule.id)
        .toSorted(),
    ).toEqual(expected.toSorted());
  });

  it('has no family beside these', () => {
    const families = new Set(RULES.map((rule) => rule.id.split('-')[0] ?? ''));
    expect([...families].toSorted()).toEqual(Object.keys(numbering).toSorted());
  });

  it('has the KPIs K-01a to f, K-02 to K-26, K-27a to c, K-28 to K-34', () => {
    const lettered = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `K-01${letter}`);
    const dropRates = ['a', 'b', 'c'].map((letter) => `K-27${letter}`);
    const span = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => `K-${twoDigits(from + i)}`);
    expect(KPIS.map((kpi) => kpi.id)).toEqual([...lettered, ...span(2, 26), ...dropRates, ...span(28, 34)]);
  });

  it('has the worked examples EX-01 to EX-25', () => {
    expect(EXAMPLES.map((example) => example.id)).toEqual(
      Array.from({ length: 25 }, (_, i) => `EX-${twoDigits(i + 1)}`),
    );
  });

  it('has 42 reasons to reject a scenario and 8 to warn', () => {
    expect(PROBLEMS.filter((problem) => problem.code.startsWith('E-'))).toHaveLength(42);
    expect(PROBLEMS.filter((problem) => problem.code.startsWith('W-'))).toHaveLength(8);
  });

  it('gives every ID once', () => {
    const ids = [
      ...RULES.map((rule) => rule.id),
      ...KPIS.map((kpi) => kpi.id),
      ...PROBLEMS.map((problem) => problem.code),
      ...EXAMPLES.map((example) => example.id),
      ...SECTIONS.map((section) => section.number),
    ];
    expect(ids).toHaveLength(new Set(ids).size);
  });

  it('names each parameter once per section, or says in a note which of two it is', () => {
    const names = PARAMETERS.map(({ section, name, note }) => `${section} ${name} ${note}`);
    expect(names).toHaveLength(new Set(names).size);
  });

  it('puts every row into a section that exists', () => {
    for (const row of [...RULES, ...PARAMETERS]) expect(sectionOf(row.section), row.section).toBeDefined();
  });

  it('holds plain sentences: no table, no bold, no empty text, a stop at the end', () => {
    for (const { id, text } of RULES) {
      expect(text, id).toMatch(/^\S.{10,}[.!?]$/);
      expect(text, id).not.toMatch(/\||\*\*|\n|\s{2}/);
      expect(text.split('`').length % 2, `${id}: an odd number of backticks`).toBe(1);
    }
  });

  it('grades every rule S, V, I or C', () => {
    for (const { id, sureness } of [...RULES, ...KPIS]) expect(sureness, id).toMatch(/^[SVIC]\b/);
  });

  it('explains every code that a source begins with', () => {
    for (const { source } of [...RULES, ...PARAMETERS]) {
      const code = /^(?:S\d|WX\/\w+|GT\/\w|[A-Za-z]+)/.exec(source)?.[0];
      if (code !== undefined) expect(Object.keys(SOURCES)).toContain(code);
    }
  });
});

describe('the text of a rule is the sentence of the specification', () => {
  it('CB-02: offers at 30, 150, 270 s', () => {
    expect(ruleOf('CB-02')).toEqual({
      id: 'CB-02',
      section: '6.1',
      text: 'Queued · `offerFirst` (30 s) after entering -> play the offer prompt; then again every `offerRepeat` (120 s): 30, 150, 270 ... Stops when the customer opts in, hangs up, or is connected to an agent (from the accept on, EW-11). Goes on, on its own clock, while an agent rings; leaving the queue ends it and CB-04.',
      source: 'S1',
      sureness: 'S',
    });
  });

  it('AS-06: least active, over all queues of the kind', () => {
    expect(ruleOf('AS-06')?.text).toContain(
      'longest time since capacity was last released by a voice contact, over all queues of the kind. Never released one since sign-in -> counts as longest.',
    );
    expect(ruleOf('AS-05')?.source).toBe('DE/adm/assignment-methods'); // "same" as AS-03, spelled out
  });

  it('OV-15 says its action, its effect and its kinds; OV-X4 its situation and its outcome', () => {
    expect(ruleOf('OV-15')?.text).toBe(
      '`transferQueue(q)`: enqueue in q, original arrival time kept, no pre-queue check there. Kinds: all.',
    );
    expect(ruleOf('OV-X4')?.text).toBe(
      '`waitExceeds` fires while an offer rings -> deferred: an open offer suspends the condition; it fires when the offer is declined or times out.',
    );
  });

  it('K-01a, E-CB-RETRY, EX-09 and the parameters of section 6', () => {
    expect(kpiOf('K-01a')?.formula).toBe('Ans<=T / (Off - Ab<s - CbAcc)');
    expect(problemOf('E-CB-RETRY')?.when).toBe('`retryWait` < 300; attempts < 1');
    expect(exampleOf('EX-09')).toEqual({
      id: 'EX-09',
      given: 'A released capacity 13:15, B 13:10, both able, call at 13:20',
      expect: 'B',
      rules: 'AS-06',
    });
    const defaults = Object.fromEntries(parametersOf('6').map((row) => [row.name, row.default]));
    expect(defaults).toMatchObject({
      offerFirst: '30',
      offerRepeat: '120',
      maxAttempts: '3',
      retryWait: '900',
    });
  });

  it('gives a section with its parts, and nothing for what does not exist', () => {
    expect(rulesOf('6.3').map((rule) => rule.id)).toEqual(['CB-20', 'CB-21', 'CB-22', 'CB-23']);
    expect(rulesOf('6')).toHaveLength(18 + 4 + 6 + 7 + 5 + 12);
    expect(rulesOf('1')).toEqual([]); // not sections 10 to 19
    expect(ruleOf('CB')).toBeUndefined();
  });
});

const root = fileURLToPath(new URL('..', import.meta.url));

/** Code, scripts, scenarios and pages: whatever may cite a rule. */
const CITING = /\.(?:ts|md|flow|yaml)$/;

function sources(): string[] {
  const top = readdirSync(root, { withFileTypes: true });
  const folders = top.filter(
    (entry) => entry.isDirectory() && !/^\.|^(?:node_modules|dist|coverage)$/.test(entry.name),
  );
  return [
    ...top.filter((entry) => entry.isFile()).map(({ name }) => name),
    ...folders.flatMap(({ name }) =>
      readdirSync(`${root}/${name}`, { recursive: true, encoding: 'utf8' })
        .filter((path) => !path.includes('node_modules'))
        .map((path) => `${name}/${path}`),
    ),
  ]
    .filter((path) => CITING.test(path))
    .toSorted();
}

/** `CB-02`, `CB-X4`, `K-01a`, `EX-03`, and the last of a run: `CB-20..23`, `K-01a..f`. */
function citedIn(text: string): string[] {
  const families = [...Object.keys(numbering), 'K', 'EX'].join('|');
  const citation = new RegExp(
    String.raw`(?<![\w-])(${families})-(X?)(\d{1,2})([a-f]?)(?: ?\.\. ?(X?\d{1,2}[a-f]?|[a-f])(?![\w]))?(?![\w])`,
    'g',
  );
  return [...text.matchAll(citation)].flatMap(([, family = '', x = '', digits = '', letter = '', last]) => {
    const first = `${family}-${x}${digits}${letter}`;
    if (last === undefined) return [first];
    return [
      first,
      /^[a-f]$/.test(last)
        ? `${family}-${digits}${last}`
        : `${family}-${last.startsWith('X') ? '' : x}${last}`,
    ];
  });
}

function exists(id: string): boolean {
  if (ruleOf(id) ?? kpiOf(id) ?? exampleOf(id)) return true;
  return KPIS.some((kpi) => /[a-f]$/.test(kpi.id) && kpi.id.slice(0, -1) === id); // K-01, K-27: all variants
}

describe('what the sources cite', () => {
  it('reads a citation, the end of a run and nothing else', () => {
    expect(citedIn('GEN-03 and (CB-X2), CB-20..23, K-01a..f; EX-01.')).toEqual([
      'GEN-03',
      'CB-X2',
      'CB-20',
      'CB-23',
      'K-01a',
      'K-01f',
      'EX-01',
    ]);
    expect(citedIn('UTF-8, SHA-256, X-OPS-12, PRE-GEN-03')).toEqual([]);
    expect([`CB-${19}`, `GEN-${13}`, `K-${35}`].some(exists)).toBe(false);
  });

  it('is in the rule book, every ID', () => {
    const files = sources();
    for (const file of ['engine/rules.test.ts', 'DECISIONS.md', 'scenarios/library/helpdesk.yaml'])
      expect(files).toContain(file);
    const unknown = files.flatMap((path) =>
      citedIn(readFileSync(`${root}/${path}`, 'utf8'))
        .filter((id) => !exists(id))
        .map((id) => `${path}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  it('is in the rule book or among our own codes, every problem code', () => {
    // E-OV stands for all that begin so.
    const own = [...Object.keys(problemCodes), ...Object.keys(mistakeCodes)];
    const codes = [...own, ...PROBLEMS.map((problem) => problem.code)];
    const code = /(?<![\w-])[EW]-[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*(?![\w-])/g;
    const unknown = sources().flatMap((path) =>
      [...readFileSync(`${root}/${path}`, 'utf8').matchAll(code)]
        .map(([found]) => found)
        .filter((found) => !codes.some((known) => known === found || known.startsWith(`${found}-`)))
        .map((found) => `${path}: ${found}`),
    );
    expect(unknown).toEqual([]);
  });
});
