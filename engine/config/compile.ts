/** Scenario into setup: what engine and world are built from. A scenario that comes here has passed all checks but those of its files. */
import { boundOf } from './bounds.ts';
import { limits, presets, reportDefaults } from './defaults.ts';
import type { ScenarioFiles } from './files.ts';
import { kpiNamed } from './kpis.ts';
import type { Findings } from './problems.ts';
import { RoutingCompiler } from './compile-routing.ts';
import { WorldCompiler } from './compile-world.ts';
import type { Scenario } from './scenario.ts';
import type { ExpectationSetup, ReportSetup, Setup } from './setup.ts';
import type { Names } from './names.ts';

export function compile(scenario: Scenario, files: ScenarioFiles, findings: Findings): Setup {
  const routing = new RoutingCompiler(scenario);
  const world = new WorldCompiler(scenario, files, findings);
  const sizes = world.sizes();
  const setup = {
    name: scenario.name ?? 'Scenario',
    seed: scenario.seed ?? 1,
    preset: scenario.preset ?? 'tandem',
    routing: routing.compile(sizes),
    world: world.compile(routing.queues, sizes),
    report: report(scenario, routing.queues),
  };
  const classes = setup.routing.classes.length;
  if (classes > limits.workClasses) {
    const params = { what: 'workClasses', value: classes, limit: limits.workClasses };
    findings.add('E-LIMIT', ['workstreams'], params, 'key');
  }
  return setup;
}

function report(scenario: Scenario, queues: Names): ReportSetup {
  const preset = presets[scenario.preset ?? 'tandem'];
  return {
    serviceLevel: scenario.report?.serviceLevel ?? preset.serviceLevelFormula ?? 'a',
    callbackInSL: scenario.report?.callbackInSL ?? 'exclude',
    targets: queues.list.map((name) => scenario.queues?.[name]?.serviceLevel?.share ?? null),
    expectations: (scenario.expect ?? []).flatMap((expected): ExpectationSetup[] => {
      const kpi = kpiNamed(expected.kpi ?? '');
      const [low, high] = (expected.between ?? []).map((bound) => boundOf(bound, kpi?.unit ?? 'number'));
      if (!kpi || low === undefined || high === undefined) return [];
      const queue = expected.queue === undefined ? null : queues.indexOf(expected.queue);
      return [{ kpi: kpi.name, queue, between: [low, high] }];
    }),
    costs: Object.values(scenario.agents ?? {}).map(({ costPerHour }) => costPerHour ?? null),
    currency: scenario.report?.currency ?? reportDefaults.currency,
  };
}
