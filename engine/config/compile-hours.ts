/** Hours records of the setup: those of the scenario, and those that callback offering windows need. */
import { daysDefaults } from './defaults.ts';
import { ofWeekday } from './day-kinds.ts';
import { dateText } from './lengths.ts';
import { Names } from './names.ts';
import type { Scenario } from './scenario.ts';
import type { HoursSetup } from './setup.ts';

const minute = 60_000;

export class HoursCompiler {
  readonly #scenario: Scenario;
  readonly #names: Names;
  readonly #setups: HoursSetup[];

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#names = new Names(Object.keys(scenario.hours ?? {}));
    this.#setups = this.#names.list.map((name) => this.#hoursRecord(name));
  }

  get setups(): readonly HoursSetup[] {
    return this.#setups;
  }

  /** -1: always open. */
  indexOf(name: string | undefined): number {
    return name === undefined ? -1 : this.#names.indexOf(name);
  }

  /** The zone of a record, or UTC where there is none. */
  zoneOf(record: string | undefined): string {
    if (record === undefined) return 'UTC';
    return this.#scenario.hours?.[record]?.zone ?? this.#scenario.days?.zone ?? daysDefaults.zone;
  }

  #hoursRecord(name: string): HoursSetup {
    const record = this.#scenario.hours?.[name] ?? {};
    return {
      name,
      zone: this.zoneOf(name),
      week: Array.from({ length: 7 }, (_, weekday) =>
        (ofWeekday(record.week ?? {}, weekday) ?? []).map(({ from, to }) => ({
          from: from / minute,
          to: to / minute,
        })),
      ),
      holidays: (record.holidays ?? []).map(dateText),
    };
  }

  /** CB-41: an hours record of its own, the same every day. */
  window(window: { from: number; to: number }, zone: string): number {
    const range = { from: window.from / minute, to: window.to / minute };
    const name = `callback offers ${zone} ${range.from}-${range.to}`;
    const known = this.#setups.findIndex((record) => record.name === name);
    if (known >= 0) return known;
    this.#setups.push({ name, zone, week: Array.from({ length: 7 }, () => [range]), holidays: [] });
    return this.#setups.length - 1;
  }
}
