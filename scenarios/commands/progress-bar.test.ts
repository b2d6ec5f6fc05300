import { describe, expect, it } from 'vitest';
import type { Progress } from '../../workers/tandem.ts';
import { ProgressBar, progressLine } from './progress-bar.ts';
import type { Terminal } from './progress-bar.ts';

const progress: Progress = {
  days: 31,
  daysAsked: 1000,
  daysExpected: 124,
  eventsPerSecond: 1_234_567,
  callsPerSecond: 104_321,
  millisElapsed: 4000,
  millisLeft: 12_000,
};

function terminal(more: Partial<Terminal>): { readonly stream: Terminal; readonly written: string[] } {
  const written: string[] = [];
  return { stream: { write: (text) => written.push(text), ...more }, written };
}

describe('the line', () => {
  it('says days, events and calls per second, and the time left', () => {
    expect(progressLine(progress)).toBe(
      '[###.......] 31 of 124 days, 1.2 M events/s, 104 k calls/s, 0:12 left',
    );
  });

  it('promises no time before a day is done, and writes long times with hours', () => {
    expect(progressLine({ ...progress, days: 0, millisLeft: null })).not.toContain('left');
    expect(progressLine({ ...progress, millisLeft: 3_723_000 })).toContain(', 1:02:03 left');
  });
});

describe('the bar', () => {
  it('is drawn ten times a second at most, as wide as the terminal, and wiped', () => {
    const { stream, written } = terminal({ isTTY: true, columns: 40 });
    const bar = new ProgressBar(stream);
    for (let now = 0; now < 1000; now += 10) bar.show(progress, now);
    expect(written).toHaveLength(10);
    expect(written[0]).toBe(`\r\u001b[K${progressLine(progress).slice(0, 39)}`);
    bar.wipe();
    bar.wipe();
    expect(written.slice(10)).toEqual(['\r\u001b[K']);
  });

  it('is silent where nobody watches', () => {
    const { stream, written } = terminal({});
    const bar = new ProgressBar(stream);
    bar.show(progress, 0);
    bar.wipe();
    expect(written).toEqual([]);
  });
});
