/**
 * Where the calls of an average day go, as a flow chart takes it: by queue how they end there, and the moves between queues. It reads
 * a report's rows and draws nothing.
 */
import type { FlowParts, FlowQueue } from './charts/flow-graph.ts';
import type { KpiIndex } from './html/kpi-index.ts';
import type { Report } from './schema.ts';

/** Closed by the system in one way or another; what is told of each is K-06. */
const CLOSED = ['force-closed', 'duplicate-callback', 'lost-at-connect', 'abandoned-in-message'];

/** Who ended in a queue, by how: its own KPIs, and what overflow did with those it did not let in. */
export function flowPartsOf(report: Report, kpis: KpiIndex): FlowParts {
  return {
    queues: report.headline.flatMap(({ queue: name }): FlowQueue[] => {
      if (name === null) return [];
      const perDay = (id: string, stat = 'perDay'): number =>
        kpis.find(id, stat, { queue: name })?.row.mean ?? 0;
      const overflowed = (action: string): number =>
        report.overflow
          .filter((each) => each.queue === name && each.action === action)
          .reduce((sum, each) => sum + each.perDay, 0);
      return [
        {
          name,
          ends: {
            answered: perDay('Ans'),
            callback: perDay('CbAcc'),
            abandoned: perDay('Ab'),
            outside: overflowed('transferExternal'),
            voicemail: overflowed('voicemail'),
            ended: overflowed('endCall'),
            refused: refusedPerDay(perDay),
            otherwise:
              CLOSED.reduce((sum, stat) => sum + perDay('K-06', stat), 0) + perDay('K-32', 'liveAtEnd'),
          },
        },
      ];
    }),
    moves: report.overflow.flatMap(({ queue, to, perDay }) =>
      to === null ? [] : [{ from: queue, to, perDay }],
    ),
  };
}

/**
 * Refused because the queue was full, a day: a share of those who reached the queue. How many these are follows from what overflow
 * sent away, of which both the share and the number are told; where it sent nobody, from those who got in.
 */
function refusedPerDay(perDay: (id: string, stat?: string) => number): number {
  const [refused, sentAway] = [perDay('K-34', 'queue-full'), perDay('K-31', 'share')];
  if (refused === 0) return 0;
  const reached = sentAway > 0 ? perDay('K-31', 'out') / sentAway : perDay('Off') / (1 - refused);
  return Number.isFinite(reached) ? refused * reached : 0;
}
