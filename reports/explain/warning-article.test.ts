import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from '../explain.ts';
import { renderArticles } from './article.ts';
import { warningArticle, warnings } from './warning-article.ts';

/** Wherever a report or a comparison is given its warnings. */
const sources = ['../warnings.ts', '../compare.ts', '../../workers/stopping.ts', '../../workers/warm-up.ts'];

const given = sources.flatMap((path) => {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  return [...text.matchAll(/(?:\bwarn\(\s*|\bcode: )'([a-z-]+)'/g)].map(([, code = '']) => code);
});

describe('tandem explain one-day', () => {
  it('knows every warning of a report and of a comparison, and no other', () => {
    expect(given).toContain('one-day');
    expect(new Set(given)).toEqual(new Set(warnings));
  });

  it.each(warnings)('%s: what it means and what to do', (code) => {
    const { text, unknown } = explain([code]);
    expect(unknown).toEqual([]);
    expect(text).toContain(renderArticles([warningArticle(code)]));
    expect(text).toContain('What to do');
  });

  it('cites the KPI or the rule that a warning is of', () => {
    expect(explain(['waiting-at-end']).text).toMatch(/See also\n +K-32 /);
    expect(explain(['queue-without-agents']).text).toMatch(/See also\n +RT-08 /);
  });

  it('says which was meant, and takes no word away from what it meant before', () => {
    expect(explain(['one-dya']).unknown).toEqual([{ word: 'one-dya', nearest: 'one-day' }]);
    expect(explain(['ONE-DAY']).text).toBe(explain(['one-day']).text);
    // `queue-without-agents` and `callbacks-open` begin so.
    for (const word of ['queue', 'callbacks'])
      expect(explain([word]).text).not.toContain('warning of a report');
  });
});
