/**
 * What others printed is what Tandem gives. `npm run docs` runs this with `--update`, which writes the page. A printed number and
 * ours may be 3.5 standard errors apart, rounding aside: luck alone does that to one in 2,000.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { readScenario } from '../../../engine/index.ts';
import { headerOf } from './header.ts';
import { staffingRows } from './published-exact.ts';
import { playStudy, publishedPage, publishedScenario } from './published.ts';
import type { PlayedModel } from './published.ts';
import { STUDIES } from './published-studies.ts';

vi.setConfig({ testTimeout: 120_000 });

const guide = fileURLToPath(new URL('..', import.meta.url));

describe('published results', async () => {
  const played: (readonly PlayedModel[])[] = [];
  for (const study of STUDIES) played.push(await playStudy(study));

  describe.each(STUDIES.map((study, at) => ({ title: study.title, models: played[at]! })))(
    '$title',
    ({ models }) => {
      const rows = models.flatMap(({ model, rows: of }) =>
        of.map((row) => ({ name: `${model.title}: ${row.printed.name}`, ...row, shown: row.z.toFixed(2) })),
      );
      it.each(rows)('$name agrees, z $shown', ({ z }) => {
        expect(Math.abs(z)).toBeLessThanOrEqual(3.5);
      });
    },
  );

  const formulas = STUDIES.flatMap((_, at) =>
    played[at]!.flatMap(({ model, exact }) =>
      model.results.flatMap(({ name, value, digits, note }) =>
        name in exact && note === undefined
          ? [{ name: `${model.title}: ${name}`, value, digits, ours: exact[name]! }]
          : [],
      ),
    ),
  );

  it.each(formulas)('$name by formula is $value to the last printed digit', ({ value, digits, ours }) => {
    expect(Math.abs(ours - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits * (1 + 1e-9));
  });

  it.each(staffingRows())('staffing: $target', ({ printed, ours }) => {
    expect(ours).toEqual(printed);
  });

  it('has the page that the runs make (else: npm run docs)', async () => {
    const { path, text } = publishedPage(played);
    await expect(text).toMatchFileSnapshot(`${guide}${path}`);
  });
});

describe('the scenarios of published results', () => {
  const names = readdirSync(new URL('../../../scenarios/library/published/', import.meta.url));

  it('each belong to a study', () => {
    expect(STUDIES.map(({ scenario }) => `${scenario}.yaml`).toSorted()).toEqual(names.toSorted());
  });

  it.each(STUDIES)('$scenario is right without a warning, and suggests the models of its study', (study) => {
    const text = publishedScenario(study.scenario);
    expect(readScenario(text)).toMatchObject({ ok: true, warnings: [] });
    const suggested = headerOf(text).tries.map(({ set }) => set);
    expect(suggested).toEqual(study.models.map(({ set }) => set).filter((set) => set.length > 0));
  });
});
