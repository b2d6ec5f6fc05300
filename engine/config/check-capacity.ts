/** Units and profiles: what a workstream asks and what agents have (codes E-CAP-MIX, W-CAP-MIX, W-UNITS, W-EOD-VOICE). */
import type { CheckContext } from './check-context.ts';
import { queuesOfWorkstream } from './check-context.ts';
import type { GroupOptions, WorkstreamOptions } from './scenario.ts';
import { queuesServed, unitsOf } from './staffing.ts';

export function checkCapacity(context: CheckContext): void {
  const workstreams = Object.entries(context.scenario.workstreams ?? {});
  for (const [name, workstream] of workstreams) {
    const profiles = workstream.profiles ?? [];
    for (const [index, profile] of profiles.entries()) {
      const path = ['workstreams', name, 'profiles', index];
      if (!context.refer('capacityProfiles', profile, path)) continue;
      if (profiles.indexOf(profile) < index) context.add('E-NAME-DUP', path, { name: profile });
      const isVoice = (workstream.channel ?? 'voice') === 'voice';
      if (isVoice && context.scenario.capacityProfiles?.[profile]?.reset === 'endOfDay') {
        context.add('W-EOD-VOICE', path, { profile, workstream: name });
      }
    }
    if (workstream.units !== undefined && profiles.length > 0) {
      context.add('E-CAP-MIX', ['workstreams', name, 'units'], { workstream: name });
    }
  }
  warnOfMix(context, workstreams);
  warnOfUnits(context, workstreams);
}

function warnOfMix(context: CheckContext, workstreams: readonly [string, WorkstreamOptions][]): void {
  const byUnits = workstreams.find(([, workstream]) => workstream.units !== undefined);
  const byProfiles = workstreams.find(([, { profiles = [] }]) => profiles.length > 0);
  if (!byUnits || !byProfiles || byUnits[0] === byProfiles[0]) return;
  const params = { units: byUnits[0], profiles: byProfiles[0] };
  context.add('W-CAP-MIX', ['workstreams', byProfiles[0], 'profiles'], params);
}

/** W-UNITS, among those who can meet: agents who serve a queue of the workstream. */
function warnOfUnits(context: CheckContext, workstreams: readonly [string, WorkstreamOptions][]): void {
  const groups = Object.entries(context.scenario.agents ?? {});
  for (const [name, workstream] of workstreams) {
    if (workstream.profiles && workstream.profiles.length > 0) continue;
    const cost = workstream.units ?? 1;
    const queues = new Set(queuesOfWorkstream(workstream));
    const serving = groups.filter(([, group]) => serves(group, queues));
    if (serving.length > 0 && serving.every(([, group]) => unitsOf(group) < cost)) {
      const most = Math.max(...serving.map(([, group]) => unitsOf(group)));
      context.add('W-UNITS', ['workstreams', name, 'units'], {
        why: 'above',
        cost,
        units: most,
        workstream: name,
      });
      continue;
    }
    for (const [group, options] of serving) {
      const units = unitsOf(options);
      const rest = units / cost;
      if (Math.abs(rest - Math.round(rest)) < 1e-9) continue;
      context.add('W-UNITS', ['agents', group, 'units'], { why: 'multiple', cost, units, workstream: name });
    }
  }
}

function serves(group: GroupOptions, queues: ReadonlySet<string>): boolean {
  return queuesServed(group).some((queue) => queues.has(queue));
}
