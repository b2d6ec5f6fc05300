/**
 * What holds when a scenario does not say it, and what each preset puts in its place: one table, read by the
 * checks, the compiler, the JSON Schema and the manual. Values are those of the rule book's parameter tables
 * unless the line says otherwise; lengths in milliseconds.
 */
import type { Preset, Presence } from './setup.ts';

const second = 1000;
const minute = 60 * second;
const day = 86_400 * second;

export const queueDefaults = {
  priority: 1,
  blockSize: 100,
  blockSizeRecords: 2000,
  maxActiveContacts: Infinity,
  serviceLevelThreshold: 20 * second,
  shortAbandonThreshold: 5 * second,
  ringTimeoutVoice: 18 * second,
  ringTimeoutMessaging: 60 * second,
  declineLimit: 3,
  itemDeclineCap: 100,
  onMissed: 'rona',
  onReject: 'none',
  moveCallbacks: false,
  announceWait: false,
  announcePosition: false,
  autoWrapAfter: Infinity,
  wrapMayExtend: false,
  reasons: ['done'],
} as const;

export const estimateDefaults = {
  ewtModel: 'ema',
  ewtAlpha: 0.3,
  ewtRefresh: 600 * second,
  ewtMinSamples: 20,
  ewtResetAfter: 7 * day,
  lookback: 15 * minute,
  maxCV: 40,
  minValidPct: 40,
} as const;

export const callbackDefaults = {
  offerFirst: 30 * second,
  offerRepeat: 120 * second,
  ringLimit: 30 * second,
  maxAttempts: 3,
  retryWait: 900 * second,
  minRedialGap: 10 * second,
  callbackExpiry: 7 * day,
  maxActive: Infinity,
  duplicateScope: 'queue',
  duplicateAction: 'stay',
  allowCancel: false,
  wrapUpOnNoAnswer: false,
  allowOutsideHours: false,
  alternateNumber: false,
  retryOn: ['noAnswer', 'failed', 'machine'],
} as const;

export const routingDefaults = {
  overflowBatch: 20,
  maxQueueHops: 5,
  depthSampleInterval: 0,
  propagationDelay: 0,
} as const;

/** Simulated people: what a scenario does not say does not happen. */
export const peopleDefaults = {
  accept: 0,
  missed: 0,
  declined: 0,
  /** A minute to notice the missed call and come back; only matters where rings are missed. */
  ronaReturn: 60 * second,
  efficiency: 1,
  shrinkage: 0,
  units: 1,
  defaultPresence: 'away',
  accepts: 0,
  /** Within the 8 s of the offer prompt. */
  reaction: 5 * second,
  answers: 1,
  /** Two rings of the telephone. */
  answerAfter: 10 * second,
  redialDelay: 5 * minute,
  maxRedials: 10,
} as const;

export const reportDefaults = { currency: 'EUR' } as const;

export const promptLength = 8 * second;

export const daysDefaults = {
  from: 0,
  to: day,
  zone: 'UTC',
  interval: 30 * minute,
  count: 100,
  /** A Monday. */
  start: '2026-01-05',
  warmUp: 0,
  continuous: false,
  endOfDay: 'serve',
} as const;

/** Bounds of what one run simulates; beyond them a scenario is refused (E-LIMIT). */
export const limits = {
  queues: 2000,
  agents: 100_000,
  /** Agents times their queues. */
  memberships: 2_000_000,
  named: 2000,
  /** A day of calls that nobody answers must still fit into the engine's 2^20 places. */
  callsADay: 1_000_000,
  callsARun: 10_000_000_000,
  days: 1_000_000,
  steps: 100_000,
  /** Different demands on agents: channel, units or profiles, presences; the engine keeps a bit for each. */
  workClasses: 32,
} as const;

/** What a preset replaces. `source` is where the rule book names the vendor's own value. */
export interface PresetValues {
  readonly ringTimeoutVoice?: number;
  readonly depthSampleInterval?: number;
  readonly propagationDelay?: number;
  readonly sharedBlock?: number;
  readonly ringLimit?: number;
  readonly ewtModel?: 'minuteSamples';
  readonly voicePresences?: readonly Presence[];
  readonly serviceLevelFormula?: 'c';
  readonly source: readonly string[];
}

export const presets: Readonly<Record<Preset, PresetValues>> = {
  tandem: { source: [] },
  dynamics: {
    ringTimeoutVoice: 120 * second,
    depthSampleInterval: 10 * second,
    propagationDelay: 1200 * second,
    sharedBlock: 100,
    voicePresences: ['available', 'busy'],
    serviceLevelFormula: 'c',
    source: [
      'NT: template countdown 120 s',
      'OV: depthSampleInterval 10 s',
      'GEN: 1200 s for queue membership',
      'AS-02: one block of 100 over all queues together',
      'PR-03: Available and Busy',
      'K-01c: "service level met"',
    ],
  },
  webex: {
    ringLimit: 32 * second,
    ewtModel: 'minuteSamples',
    source: ['CB: ringLimit default 32 s', 'EW-05: the wait of recent minutes'],
  },
  // The tables name GoTo's values for campaigns only.
  goto: { source: [] },
};
