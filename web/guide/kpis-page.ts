/** The KPIs as a page: what each means and how it is computed. The computing itself is in engine/metrics. */
import { kpis } from '../../engine/config/kpis.ts';
import { KPIS, sectionOf } from '../../engine/rules.ts';
import { anchored, code, document, generatedFrom, linked, table } from './markdown.ts';
import type { Page } from './markdown.ts';

const path = 'reference/kpis.md';

export function kpisPage(): Page {
  return {
    path,
    text: document([
      generatedFrom('engine/rules-tables.ts'),
      '# The KPIs',
      'Every number of a report carries one of these IDs, in the terminal and in the JSON. A scenario may `expect` something of those that have a name; the others are not measured yet, or are no single number. `serviceLevel` is K-01 by the formula that the scenario chooses for its report.',
      ...notation(),
      table(
        ['ID', 'KPI', 'Name', 'Formula', 'Notes', 'Sure'],
        KPIS.map((kpi) => [
          anchored(kpi.id),
          linked(kpi.name, path),
          namesOf(kpi.id),
          linked(kpi.formula, path),
          linked(kpi.notes, path),
          linked(kpi.sureness, path),
        ]),
      ),
      'Sure: S, V, I and C as in [the rules](rules.md#1-how-to-read-this).',
    ]),
  };
}

/** The first sentence of the section names the symbols one by one; a list is easier to come back to. */
function notation(): string[] {
  const [symbols = '', ...rest] = (sectionOf('22')?.intro ?? '').split(/(?<=\.) /);
  const [lead = '', list = ''] = symbols.split(/: (.*)/s);
  const items = list.split(' · ').map((item) => `- ${linked(item, path)}`);
  return [`${lead}:`, items.join('\n'), linked(rest.join(' '), path)];
}

/** `K-05` is also measured as `K-05raw`, by another name. */
function namesOf(id: string): string {
  const own = kpis.filter(
    (kpi) => kpi.id === id || (kpi.id.startsWith(id) && /^[a-z]{2,}$/.test(kpi.id.slice(id.length))),
  );
  return own.map((kpi) => code(kpi.name)).join(', ');
}
