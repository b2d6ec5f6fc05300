/**
 * What a sweep tells of every point: the measures that targets are about, those asked for, or the usual ones. It refuses to know
 * points and estimates nothing.
 */
import type { Setup } from '../engine/index.ts';
import type { Sweep } from '../reports/sweep.ts';
import { inReport, KpiFinder, valueOf } from './asked-kpi.ts';
import type { AskedKpi } from './asked-kpi.ts';

export interface Asked {
  readonly kpis: readonly AskedKpi[];
  readonly targets: Sweep['targets'];
  /** Left out where they are nothing at every point; those asked for never. */
  readonly optional: ReadonlySet<AskedKpi>;
}

const USUAL = ['serviceLevel', 'abandonRate', 'asa', 'occupancy'];
const WHERE_THERE = ['offerRate', 'acceptance', 'callbackDelay', 'overflowShare'];

/** What is wrong is added to the problems. */
export function askedOf(
  setup: Setup,
  { targets, kpis }: { readonly targets: readonly string[]; readonly kpis: readonly string[] | null },
  problems: string[],
): Asked {
  const finder = new KpiFinder(setup);
  const found: AskedKpi[] = [];
  const placeOf = (asked: AskedKpi): number => {
    const at = found.findIndex(
      ({ kpi, queue, group }) => kpi === asked.kpi && queue === asked.queue && group === asked.group,
    );
    return at < 0 ? found.push(asked) - 1 : at;
  };
  const told = targets.flatMap((text): Sweep['targets'] => {
    const [, kpi = '', sign = '', written = ''] = /^(.+?)\s*(>=|<=|≥|≤)\s*(.+)$/.exec(text.trim()) ?? [];
    if (kpi === '') {
      problems.push(`A target is written like serviceLevel@support>=80% or abandonRate<=5%, not "${text}".`);
      return [];
    }
    const asked = finder.find(kpi, problems);
    const bound = asked && valueOf(asked, written, problems);
    if (!asked || bound === undefined) return [];
    const isLeast = sign === '>=' || sign === '≥';
    const limit = inReport(asked, bound);
    const target = { text: text.trim(), kpi: placeOf(asked) };
    return [{ ...target, atLeast: isLeast ? limit : null, atMost: isLeast ? null : limit }];
  });
  for (const name of kpis ?? USUAL) {
    const asked = finder.find(name, problems);
    if (asked) placeOf(asked);
  }
  const optional = new Set<AskedKpi>();
  for (const name of kpis === null ? WHERE_THERE : []) {
    const asked = finder.find(name, []);
    const isNew = asked && !found.some(({ kpi, queue }) => kpi === asked.kpi && queue === asked.queue);
    if (asked && isNew) {
      placeOf(asked);
      optional.add(asked);
    }
  }
  return { kpis: found, targets: told, optional };
}
