import { describe, expect, it } from 'vitest';
import { renderArticles } from './article.ts';
import { mistakeArticle, mistakes } from './mistake-article.ts';
import { Topics } from './topics.ts';

describe('tandem explain E-FLOW-...', () => {
  it.each(mistakes)('%s shows scripts that are wrong so, each with its own message', (code) => {
    const [list] = mistakeArticle(code).parts;
    if (typeof list !== 'object' || !('items' in list)) throw new Error('no examples');
    expect(list.items.length).toBeGreaterThan(0);
    for (const { term, lines } of list.items) {
      const messages = lines.filter((line) => line.includes('E-FLOW-'));
      expect(messages, term).toHaveLength(1);
      expect(messages[0], term).toContain(` ${code}: `);
    }
  });

  it('is found by its code, and with the others of its family', () => {
    const topics = new Topics();
    expect(renderArticles(topics.named('e-flow-name'))).toContain('Did you mean "ana"?');
    expect(renderArticles(topics.named('E-FLOW'))).toContain('E-FLOW-BACKWARDS');
  });
});
