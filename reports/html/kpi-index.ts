/** Where in the report a KPI stands, so that a number on the page can name its row. Made once for each report. */
import type { KpiRow, Report } from '../schema.ts';

/** What is left out: all together, the whole day. */
export interface Place {
  readonly queue?: string | null;
  readonly group?: string | null;
  readonly kind?: string | null;
  readonly interval?: number | null;
}

export interface Found {
  readonly path: string;
  readonly row: KpiRow;
}

export class KpiIndex {
  readonly #at = new Map<string, Found>();
  readonly #serviceLevel: string;

  constructor(report: Report) {
    this.#serviceLevel = report.headline[0]?.kpi ?? 'K-01a';
    for (const [at, row] of report.kpis.entries()) {
      const interval = row.interval?.index ?? null;
      this.#at.set(keyOf(row.id, row.stat, { ...row, interval }), { path: `kpis[${at}]`, row });
    }
  }

  find(id: string, stat: string, place: Place = {}): Found | undefined {
    return this.#at.get(keyOf(id, stat, place));
  }

  /** By the formula of the headline. */
  serviceLevel(place: Place = {}): Found | undefined {
    return this.find(this.#serviceLevel, 'share', place);
  }

  /** Its rows by interval, in order. */
  through(id: string, stat: string, intervals: readonly number[], queue: string | null): KpiRow[] {
    return intervals.flatMap((interval) => this.find(id, stat, { queue, interval })?.row ?? []);
  }
}

function keyOf(id: string, stat: string, place: Place): string {
  const { queue = null, group = null, kind = null, interval = null } = place;
  return JSON.stringify([id, stat, queue, group, kind, interval]);
}
