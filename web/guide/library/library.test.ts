/**
 * The pages of the library are what the scenarios make of them, and what the scenarios say is so. One run serves both. `npm run
 * docs` runs this with `--update`, which writes the pages.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import type { ComparisonRow } from '../../../reports/compare.ts';
import { libraryIndex, taught } from './build.ts';
import { bodyOf, headerOf } from './header.ts';
import { LESSONS } from './lessons.ts';
import { rowOf } from './page.ts';
import { claims } from './claims.ts';

// Under load a page takes some seconds.
vi.setConfig({ testTimeout: 120_000 });

const guide = fileURLToPath(new URL('..', import.meta.url));

describe.each(LESSONS)('$name', (lesson) => {
  let begun: ReturnType<typeof taught> | undefined;
  const made = () => (begun ??= taught(lesson));

  it('has the page and the picture that its scenario makes (else: npm run docs)', async () => {
    for (const { path, text } of (await made()).pages)
      await expect(text).toMatchFileSnapshot(`${guide}${path}`);
  });

  const { shows, quotes } = claims[lesson.name] ?? { shows: [], quotes: [] };

  it.each(shows)('change $change makes $id $stat $becomes', async ({ change, id, stat, becomes }) => {
    const { difference } = (await made()).variants[change]!.comparison!.rows.find(isOfAll(id, stat))!;
    // The whole interval of the paired difference, not its middle: no luck of the seed.
    if (becomes === 'less') expect(difference.high).toBeLessThan(0);
    else if (becomes === 'more') expect(difference.low).toBeGreaterThan(0);
    else expect([difference.low! <= 0, difference.high! >= 0]).toEqual([true, true]);
  });

  it.each(quotes)('$quoted of $id $stat is so', async ({ of, quoted, within, ...figure }) => {
    const row = rowOf({ ...figure, name: '' }, (await made()).variants[of]!.report)!;
    const half = (row.high! - row.low!) / 2;
    // Three standard errors of these few days, and what was rounded away.
    expect(Math.abs(row.mean! - quoted)).toBeLessThan(1.5 * half + within);
  });
});

function isOfAll(wantedId: string, wantedStat: string): (row: ComparisonRow) => boolean {
  return ({ id, stat, queue, group }) =>
    id === wantedId && stat === wantedStat && queue === null && group === null;
}

describe('the library', () => {
  it('has a first page (else: npm run docs)', async () => {
    const { path, text } = libraryIndex();
    await expect(text).toMatchFileSnapshot(`${guide}${path}`);
  });

  it('has a page for every scenario', () => {
    const scenarios = readdirSync(new URL('../../../scenarios/library/', import.meta.url)).filter((name) =>
      name.endsWith('.yaml'),
    );
    expect(LESSONS.map(({ name }) => `${name}.yaml`).toSorted()).toEqual(scenarios.toSorted());
  });

  it('says and tests something of every scenario', () => {
    expect(Object.keys(claims).toSorted()).toEqual(LESSONS.map(({ name }) => name).toSorted());
  });
});

describe('the header of a scenario', () => {
  const scenario = `# A desk.
#
# What it teaches: that calls wait
# (OV-20).
#
# Two of them. For the
# second time:
#   tandem run desk.yaml \\
#     --set "queues.a b.overflow=[]" --set 'x["y"]=1' \\
#     --set days.count=3
# Alone:
#   tandem run desk.yaml --set days.count=4

# no header
name: Desk
`;

  it('has a subject, paragraphs, and commands with their names', () => {
    expect(headerOf(scenario)).toEqual({
      subject: 'A desk',
      paragraphs: ['That calls wait (OV-20).'],
      tries: [
        {
          name: 'Two of them',
          said: 'For the second time.',
          command: `tandem run desk.yaml \\\n  --set "queues.a b.overflow=[]" --set 'x["y"]=1' \\\n  --set days.count=3`,
          set: ['queues.a b.overflow=[]', 'x["y"]=1', 'days.count=3'],
        },
        {
          name: 'Alone',
          said: '',
          command: 'tandem run desk.yaml --set days.count=4',
          set: ['days.count=4'],
        },
      ],
    });
  });

  it('ends where the scenario begins', () => {
    expect(bodyOf(scenario)).toBe('# no header\nname: Desk\n');
  });
});
