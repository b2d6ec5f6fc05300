/**
 * The committed pages are what the generator makes. `npm run docs` runs this file with `--update`, which
 * writes them instead.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { KPIS, PROBLEMS, RULES } from '../../engine/rules.ts';
import { drawings, pages } from './build.ts';
import { linked, prose, table } from './markdown.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

const drawn = await drawings();

describe('the manual', () => {
  it.each(pages())('has $path as the generator makes it (else: npm run docs)', async ({ path, text }) => {
    await expect(text).toMatchFileSnapshot(`${here}${path}`);
  });

  it.each(drawn)('has $path as the tables draw it (else: npm run docs)', async ({ path, text }) => {
    await expect(text).toMatchFileSnapshot(`${here}${path}`);
  });

  it('has one anchor for every rule, KPI and problem', () => {
    const text = pages()
      .map((page) => page.text)
      .join('\n');
    const ids = [
      ...RULES.map((rule) => rule.id),
      ...KPIS.map((kpi) => kpi.id),
      ...PROBLEMS.map(({ code }) => code),
    ];
    for (const id of ids) expect(text.split(`<a id="${id.toLowerCase()}">`), id).toHaveLength(2);
  });

  it('uses no anchor twice on a page', () => {
    for (const { path, text } of pages()) {
      const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
      expect(anchors, path).toHaveLength(new Set(anchors).size);
    }
  });
});

describe('Markdown', () => {
  it('takes nothing for markup but backticks', () => {
    expect(prose('Ans<=T / (Off - Ab<s) * 2, [x] and `a * b`')).toBe(
      'Ans&lt;=T / (Off - Ab&lt;s) \\* 2, \\[x\\] and `a * b`',
    );
  });

  it('links an ID to the page that explains it, and no ID inside code', () => {
    expect(linked('see CB-02, K-01 and E-OV-SELF, not `CB-02`', 'reference/rules.md')).toBe(
      'see [CB-02](#cb-02), [K-01](kpis.md#k-01a) and [E-OV-SELF](problems.md#e-ov-self), not `CB-02`',
    );
    expect(linked('CB-02', 'library/night-shift.md')).toBe('[CB-02](../reference/rules.md#cb-02)');
  });

  it('leaves out a column that is empty in every row', () => {
    expect(
      table(
        ['A', 'B', 'C'],
        [
          ['1', '', '2'],
          ['3', '', ''],
        ],
      ),
    ).toBe('| A | C |\n| --- | --- |\n| 1 | 2 |\n| 3 |  |');
  });
});
