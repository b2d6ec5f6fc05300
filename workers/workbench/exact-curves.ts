/**
 * The exact curves behind a sweep: what theory says of each point, where the scenario with the point's settings is one of the models of
 * engine/planning/exact-model.ts. It simulates nothing and draws nothing.
 */
import { exactModel, readScenario } from '../../engine/index.ts';
import type { ExactModel } from '../../engine/index.ts';
import type { Sweep } from '../../reports/sweep.ts';
import type { ExactCurve, ScenarioState } from './api.ts';

/** One for each KPI of the sweep that a model tells at some of its points. */
export function exactCurves(sweep: Sweep, { text, set }: ScenarioState): ExactCurve[] {
  const models = sweep.points.map(({ at }) => {
    const settings = sweep.settings.map(({ path, values }, which) => `${path}=${values[at[which]!]!.text}`);
    const read = readScenario(text, { set: [...set, ...settings] });
    return read.ok ? exactModel(read.setup) : null;
  });
  return sweep.kpis.flatMap(({ id, stat, queue, group }, kpi) => {
    const values = models.map((model) => model?.valueOf(id, stat, queue ?? group) ?? null);
    const model = models.find((each, at): each is ExactModel => each !== null && values[at] !== null);
    return model === undefined ? [] : [{ kpi, model: model.name, source: model.source, values }];
  });
}
