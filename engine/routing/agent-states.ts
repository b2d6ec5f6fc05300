/**
 * The agent's side: section 20.2 of the rule book as two tables that run side by side. Presence is what he
 * chose or the system set (PR-01 .. PR-07); the line is whether his telephone rings (AS-12: one offer at a
 * time). Engaged and wrap-up are derived from his contacts (PR-02) and therefore not stored here.
 * Reserved (campaigns) and the grace of a lost desktop come with the issues that bring them.
 */
import { machine } from './machine.ts';

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
    available: {
      chooseAvailable: 'available',
      chooseBusy: 'busy',
      chooseDoNotDisturb: 'doNotDisturb',
      chooseAway: 'away',
      chooseOffline: 'offline',
      becomeAvailable: 'available',
      becomeBusy: 'busy',
      becomeDoNotDisturb: 'doNotDisturb',
      missed: 'inactive',
      signOut: 'signedOut',
    },
    busy: {
      chooseAvailable: 'available',
      chooseBusy: 'busy',
      chooseDoNotDisturb: 'doNotDisturb',
      chooseAway: 'away',
      chooseOffline: 'offline',
      becomeAvailable: 'available',
      becomeBusy: 'busy',
      becomeDoNotDisturb: 'doNotDisturb',
      missed: 'inactive',
      signOut: 'signedOut',
    },
    doNotDisturb: {
      chooseAvailable: 'available',
      chooseBusy: 'busy',
      chooseDoNotDisturb: 'doNotDisturb',
      chooseAway: 'away',
      chooseOffline: 'offline',
      becomeAvailable: 'available',
      becomeBusy: 'busy',
      becomeDoNotDisturb: 'doNotDisturb',
      missed: 'inactive',
      signOut: 'signedOut',
    },
    away: {
      chooseAvailable: 'available',
      chooseBusy: 'busy',
      chooseDoNotDisturb: 'doNotDisturb',
      chooseAway: 'away',
      chooseOffline: 'offline',
      missed: 'inactive',
      signOut: 'signedOut',
    },
    offline: {
      chooseAvailable: 'available',
      chooseBusy: 'busy',
      chooseDoNotDisturb: 'doNotDisturb',
      chooseAway: 'away',
      chooseOffline: 'offline',
      missed: 'inactive',
      signOut: 'signedOut',
    },
    inactive: {
      chooseAvailable: 'available',
      chooseBusy: 'busy',
      chooseDoNotDisturb: 'doNotDisturb',
      chooseAway: 'away',
      chooseOffline: 'offline',
      signOut: 'signedOut',
    },
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
