/**
 * The manual's generated pages, as text. Pure: it reads the rule book and the tables of the engine and
 * touches no file; `npm run docs` writes the pages (build.test.ts), and the same test fails when a committed
 * page is not what is made here.
 */
import { flowsPage } from './flows-page.ts';
import { kpisPage } from './kpis-page.ts';
import type { Page } from './markdown.ts';
import { problemsPage } from './problems-page.ts';
import { rulesPage } from './rules-page.ts';
import { scenarioPage } from './scenario-page.ts';
import { stateDrawings, statesPage } from './states-page.ts';

export function pages(): readonly Page[] {
  return [scenarioPage(), rulesPage(), statesPage(), kpisPage(), problemsPage(), flowsPage()];
}

/** The pictures that the pages show, as SVG. */
export function drawings(): Promise<readonly Page[]> {
  return stateDrawings();
}
