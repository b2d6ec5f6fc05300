/** Callback profiles of the setup: one for each that is named, for each queue with settings of its own, and the standard one. */
import { callbackDefaults } from './defaults.ts';
import type { PresetValues } from './defaults.ts';
import type { HoursCompiler } from './compile-hours.ts';
import type { CallbackProfileOptions, Scenario } from './scenario.ts';
import type { CallbackProfileSetup } from './setup.ts';

export class CallbackCompiler {
  readonly #scenario: Scenario;
  readonly #preset: PresetValues;
  readonly #hours: HoursCompiler;
  readonly #profiles: CallbackProfileSetup[] = [];
  readonly #indices = new Map<string, number>();

  constructor(scenario: Scenario, preset: PresetValues, hours: HoursCompiler) {
    this.#scenario = scenario;
    this.#preset = preset;
    this.#hours = hours;
  }

  get setups(): readonly CallbackProfileSetup[] {
    return this.#profiles;
  }

  /** The profile by name, or the queue's own; one setup each, and one for each zone if it has an offering window. */
  indexOf(queueName: string, profileName?: string): number {
    const queue = this.#scenario.queues?.[queueName];
    const own = queue?.callback;
    const name = profileName ?? (typeof own === 'string' ? own : undefined);
    const options = (name === undefined ? own : this.#scenario.callbackProfiles?.[name]) ?? {};
    const profile = typeof options === 'string' ? {} : options;
    const isStandard = name === undefined && Object.keys(profile).length === 0;
    const zone = this.#hours.zoneOf(queue?.hours);
    const shown = name ?? (isStandard ? 'default' : queueName);
    const kind = name === undefined ? (isStandard ? 'default' : 'queue') : 'profile';
    const key = JSON.stringify([kind, shown, profile.offeringWindow ? zone : '']);
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const index = this.#profiles.length;
    this.#indices.set(key, index);
    this.#profiles.push(this.#profile(shown, profile, zone));
    return index;
  }

  #profile(name: string, written: CallbackProfileOptions, zone: string): CallbackProfileSetup {
    const standard = callbackDefaults;
    const retryOn: readonly string[] = written.retryOn ?? standard.retryOn;
    return {
      name,
      offerFirst: written.offerFirst ?? standard.offerFirst,
      offerRepeat: written.offerRepeat ?? standard.offerRepeat,
      maxAttempts: written.maxAttempts ?? standard.maxAttempts,
      retryWait: written.retryWait ?? standard.retryWait,
      retryNoAnswer: retryOn.includes('noAnswer'),
      retryFailed: retryOn.includes('failed'),
      retryMachine: retryOn.includes('machine'),
      minRedialGap: written.minRedialGap ?? standard.minRedialGap,
      expiry: written.callbackExpiry ?? standard.callbackExpiry,
      ringLimit: written.ringLimit ?? this.#preset.ringLimit ?? standard.ringLimit,
      allowCancel: written.allowCancel ?? standard.allowCancel,
      wrapUpOnNoAnswer: written.wrapUpOnNoAnswer ?? standard.wrapUpOnNoAnswer,
      allowOutsideHours: written.allowOutsideHours ?? standard.allowOutsideHours,
      offeringWindow: written.offeringWindow ? this.#hours.window(written.offeringWindow, zone) : -1,
      maxActive: written.maxActive ?? standard.maxActive,
      duplicateScope: written.duplicateScope ?? standard.duplicateScope,
      duplicateAction: written.duplicateAction ?? standard.duplicateAction,
      alternateNumber: written.alternateNumber ?? standard.alternateNumber,
      fixedNumber: written.fixedNumber ?? null,
      fallbackNumber: written.fallbackNumber ?? null,
    };
  }
}
