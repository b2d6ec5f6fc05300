import { describe, expect, it } from 'vitest';
import { StatusLine } from './status-line.ts';
import type { Terminal } from './status-line.ts';

const text = '[###.......] 31 of 124 days, 1.2 M events/s, 104 k calls/s, 0:12 left';

function terminal(more: Partial<Terminal>): { readonly stream: Terminal; readonly written: string[] } {
  const written: string[] = [];
  return { stream: { write: (text) => written.push(text), ...more }, written };
}

describe('The line', () => {
  it('is drawn ten times a second at most, as wide as the terminal, and wiped', () => {
    const { stream, written } = terminal({ isTTY: true, columns: 40 });
    const line = new StatusLine(stream);
    for (let now = 0; now < 1000; now += 10) line.show(() => text, now);
    expect(written).toHaveLength(10);
    expect(written[0]).toBe(`\r\u001b[K${text.slice(0, 39)}`);
    line.wipe();
    line.wipe();
    expect(written.slice(10)).toEqual(['\r\u001b[K']);
  });

  it('is silent where nobody watches', () => {
    const { stream, written } = terminal({});
    const line = new StatusLine(stream);
    line.show(() => text, 0);
    line.wipe();
    expect(written).toEqual([]);
  });
});
