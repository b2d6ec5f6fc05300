/**
 * The agent's side: section 20.2 of the rule book as two tables that run side by side. Presence is what he
 * chose or the system set (PR-01 .. PR-07); the line is whether his telephone rings (AS-12: one offer at a
 * time). Engaged and wrap-up are derived from his contacts (PR-02) and therefore not stored here.
 * Reserved (campaigns) and the grace of a lost desktop come with the issues that bring them.
 */
import { machine } from './machine.ts';

/** PR-05: whoever is signed in may choose, and go. */
const CHOICES = {
  chooseAvailable: 'available',
  chooseBusy: 'busy',
  chooseDoNotDisturb: 'doNotDisturb',
  chooseAway: 'away',
  chooseOffline: 'offline',
  signOut: 'signedOut',
} as const;

/** PR-04: while he works, presence follows the capacity he uses; NT-03: a missed ring takes him out. */
const WORKING = {
  ...CHOICES,
  becomeAvailable: 'available',
  becomeBusy: 'busy',
  becomeDoNotDisturb: 'doNotDisturb',
  missed: 'inactive',
} as const;

export const presenceMachine = machine(
  'presence',
  ['signedOut', 'available', 'busy', 'doNotDisturb', 'away', 'offline', 'inactive'],
  [
    'signInAvailable',
    'signInAway',
    'signInOffline',
    'chooseAvailable',
    'chooseBusy',
    'chooseDoNotDisturb',
    'chooseAway',
    'chooseOffline',
    'becomeAvailable',
    'becomeBusy',
    'becomeDoNotDisturb',
    'missed',
    'signOut',
  ],
  {
    signedOut: {
      signInAvailable: 'available',
      signInAway: 'away',
      signInOffline: 'offline',
    },
    available: WORKING,
    busy: WORKING,
    doNotDisturb: WORKING,
    away: { ...CHOICES, missed: 'inactive' },
    offline: { ...CHOICES, missed: 'inactive' },
    inactive: CHOICES,
  },
);

export const lineMachine = machine(
  'line',
  ['quiet', 'ringing'],
  ['offer', 'accept', 'decline', 'timeout', 'withdraw', 'deviceError'],
  {
    quiet: { offer: 'ringing' },
    ringing: { accept: 'quiet', decline: 'quiet', timeout: 'quiet', withdraw: 'quiet', deviceError: 'quiet' },
  },
);

export const At = presenceMachine.state;
export const Line = lineMachine.state;
