import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../engine/index.ts';
import type { Problem, ReadResult } from '../engine/index.ts';
import { problemLine } from '../reports/problem-text.ts';
import type { Report } from '../reports/schema.ts';
import { run } from '../workers/tandem.ts';

const folder = new URL('library/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** The settings of each command the comments of a scenario suggest; a backslash carries a command over. */
function suggested(text: string): string[][] {
  const commands = text.replace(/ \\\n#\s+/g, ' ').match(/^#\s+tandem run .*$/gm) ?? [];
  return commands.map((line) =>
    [...line.matchAll(/--set (?:"([^"]+)"|'([^']+)'|(\S+))/g)].map((set) => set[1] ?? set[2] ?? set[3] ?? ''),
  );
}

/** Some scenarios show what Tandem warns of. */
const expectedWarnings: Readonly<Record<string, readonly string[]>> = {
  'overflow-ping-pong.yaml': ['W-HOPS'],
  'end-of-day-capacity.yaml': ['W-EOD-VOICE'],
};

const lines = (problems: readonly Problem[]) => problems.map((problem) => problemLine(problem, 'library'));
const warned = (result: ReadResult) => (result.ok ? result.warnings.map(({ code }) => code) : []);

describe.each(names)('%s', (name) => {
  const text = textOf(name);

  const expected = expectedWarnings[name] ?? [];

  test('is right, and gives no warning but those it is about', () => {
    const result = readScenario(text);
    expect(lines(result.ok ? [] : result.problems)).toEqual([]);
    expect(warned(result)).toEqual(expected);
  });

  test('says what it teaches, and the commands in its comments work', () => {
    expect(text).toContain('# What it teaches: ');
    for (const set of suggested(text)) {
      const result = readScenario(text, { set });
      expect(lines(result.ok ? [] : result.problems)).toEqual([]);
      expect(expected).toEqual(expect.arrayContaining(warned(result)));
      // A command that changes nothing would be a slip of its path.
      const shipped = readScenario(text);
      expect(result.ok && result.setup).not.toEqual(shipped.ok && shipped.setup);
    }
  });
});

/** Mean and interval of a KPI of the whole centre. */
function kpiOf(report: Report, id: string, stat: string): { mean: number; low: number; high: number } {
  const { mean, low, high } =
    report.kpis.find(
      (kpi) =>
        kpi.id === id &&
        kpi.stat === stat &&
        kpi.queue === null &&
        kpi.interval === null &&
        kpi.kind === null,
    ) ?? {};
  if (typeof mean !== 'number' || typeof low !== 'number' || typeof high !== 'number') {
    throw new Error(`no ${id} ${stat}`);
  }
  return { mean, low, high };
}

describe('helpdesk.yaml does what its comments say', async () => {
  const text = textOf('helpdesk.yaml');
  const abandonRate = async (...set: string[]) =>
    kpiOf(await run(text, { days: 60, workers: 0, set }), 'K-05', 'share');
  const shipped = await abandonRate();

  // Whole intervals, not means: no luck of the seed.
  test('as shipped more than 5 % abandon', () => {
    expect(shipped.low).toBeGreaterThan(0.05);
  });

  test('an earlier offer brings it under', async () => {
    const earlier = await abandonRate('queues.support.callback.offerFirst=15s');
    expect(earlier.high).toBeLessThan(0.05);
  });

  test('without the three hours it rises', async () => {
    const atOnce = await abandonRate('queues.support.callback.minRedialGap=10s');
    expect(atOnce.low).toBeGreaterThan(shipped.high);
  });
});

test('single-queue.yaml meets the exact numbers it quotes', async () => {
  const report = await run(textOf('single-queue.yaml'), { workers: 0 });
  expect(report.expectations.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'met', 'met']);
});
