/**
 * Days that were simulated, kept as long as there is room: after a drag only the scenario that changed is simulated, and going back
 * costs nothing. What makes two days the same is what the engine is given and the seed, not how a text is written; so what is only
 * about the report (targets, costs, names) may change without a day being simulated again. It refuses to know what a record says.
 */
import { platform } from '#platform';
import type { Setup } from '../../engine/index.ts';
import type { Outcome, Work } from '../course.ts';
import { simulateDays } from '../pool.ts';
import type { DayResult } from '../simulation-api.ts';

/** A tab may take as much without a phone closing it. */
const bytesUsual = 256 * 2 ** 20;
/** A key is as long as its scenario: a thousand drags leave no thousand of them. */
const lanesMost = 32;
/** Known days are handed on in one go no longer than this, so that a stop is heard. */
const patienceMillis = 10;

/** The first days of one scenario and seed. */
interface Lane {
  readonly key: string;
  readonly setup: Setup;
  readonly records: Float64Array[];
  /** The days of a long run hang together: they count only when all are there. */
  readonly isLong: boolean;
}

export class DayStore {
  readonly #bytesMost: number;
  #bytes = 0;
  /** The one used last is the last one. */
  readonly #lanes = new Map<string, Lane>();

  constructor(bytesMost = bytesUsual) {
    this.#bytesMost = bytesMost;
  }

  /** How many days would not have to be simulated. */
  known(setup: Setup, seed: number, days: number): number {
    const lane = this.#lanes.get(keyOf(setup, seed, days));
    return lane === undefined ? 0 : knownOf(lane, days);
  }

  /** As `simulateDays` does it, without the days that are known and without the same one twice. Their events are 0. */
  async simulate(work: Work): Promise<Outcome> {
    const { days, seed, signal } = work;
    const lanes = work.setups.map((setup) => this.#lane(setup, seed, days));
    let day = work.first ?? 0;
    while (day < days) {
      const missing = [...new Set(lanes)].filter((lane) => knownOf(lane, days) <= day);
      const others = lanes.filter((lane) => !missing.includes(lane));
      const end = Math.min(days, ...others.map((lane) => knownOf(lane, days)));
      const outcome =
        missing.length === 0
          ? await this.#tell(work, lanes, day, end)
          : await this.#simulate(work, lanes, missing, day, end);
      if (outcome.ended !== 'allDays') return outcome;
      day = outcome.days;
    }
    return { days: day, ended: signal?.aborted === true && day < days ? 'stopped' : 'allDays' };
  }

  async #tell(work: Work, lanes: readonly Lane[], first: number, end: number): Promise<Outcome> {
    let since = performance.now();
    for (let day = first; day < end; day++) {
      if (performance.now() - since > patienceMillis) {
        await new Promise<void>((resolve) => platform.later(resolve));
        since = performance.now();
      }
      if (work.signal?.aborted === true) return { days: day, ended: 'stopped' };
      const results = lanes.map(({ records }): DayResult => ({ record: records[day]!, events: 0 }));
      if (!work.onDay(day, results) && day + 1 < work.days) return { days: day + 1, ended: 'enough' };
    }
    return { days: end, ended: 'allDays' };
  }

  async #simulate(
    work: Work,
    lanes: readonly Lane[],
    missing: readonly Lane[],
    first: number,
    end: number,
  ): Promise<Outcome> {
    let isWanted = true;
    for (const { isLong, records } of missing) if (isLong) this.#drop(records);
    const outcome = await simulateDays({
      ...work,
      setups: missing.map(({ setup }) => setup),
      first,
      days: end,
      onDay: (day, results) => {
        missing.forEach((lane, at) => this.#keep(lane, day, results[at]!.record, lanes));
        isWanted = work.onDay(
          day,
          lanes.map((lane): DayResult => {
            const at = missing.indexOf(lane);
            return at < 0 ? { record: lane.records[day]!, events: 0 } : results[at]!;
          }),
        );
        return isWanted;
      },
    });
    if (outcome.ended === 'allDays' && !isWanted && end < work.days) return { days: end, ended: 'enough' };
    return outcome;
  }

  #lane(setup: Setup, seed: number, days: number): Lane {
    const key = keyOf(setup, seed, days);
    const before = this.#lanes.get(key);
    const lane = before ?? { key, setup, records: [], isLong: setup.world.continuous };
    this.#lanes.delete(key);
    this.#lanes.set(key, lane);
    for (const oldest of this.#lanes.values()) {
      if (this.#lanes.size <= lanesMost) break;
      this.#drop(oldest.records);
      this.#lanes.delete(oldest.key);
    }
    return lane;
  }

  /** Only the first ones without a gap, and never at the expense of those in use. */
  #keep({ records }: Lane, day: number, record: Float64Array, inUse: readonly Lane[]): void {
    if (records.length !== day) return;
    for (const lane of this.#lanes.values()) {
      if (this.#bytes + record.byteLength <= this.#bytesMost) break;
      if (inUse.includes(lane)) continue;
      this.#drop(lane.records);
      this.#lanes.delete(lane.key);
    }
    if (this.#bytes + record.byteLength > this.#bytesMost) return;
    this.#bytes += record.byteLength;
    records.push(record);
  }

  #drop(records: Float64Array[]): void {
    for (const { byteLength } of records.splice(0)) this.#bytes -= byteLength;
  }
}

function knownOf({ isLong, records }: Lane, days: number): number {
  return isLong && records.length < days ? 0 : records.length;
}

/** All that a day depends on. An endless length, which JSON would make null, is a text of its own. */
function keyOf({ preset, routing, world }: Setup, seed: number, days: number): string {
  const asked = world.continuous ? days : 0;
  return JSON.stringify([seed, preset, routing, { ...world, days: asked }], (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  );
}
