/**
 * Which entries of a transcript the output of a script shows. A script shows what matters: what a caller hears, which telephone
 * rings, where a call stands, how it ends, what became of an agent. What its own input line says it does not say again.
 */
import type { Presence } from '../config/setup.ts';
import type { Activity } from '../routing/protocol.ts';
import type { Entry } from '../routing/transcript.ts';
import type { Show } from './script.ts';

/** Entries that always matter. */
const essential = new Set([
  'play',
  'stopPlay',
  'ring',
  'withdrawRing',
  'originate',
  'cancelOriginate',
  'transferOut',
  'recordMessage',
  'reject',
  'overflowed',
  'offerSkipped',
  'optedIn',
  'joined',
  'closed',
  'backInQueue',
  'notify',
]);

/** What an agent is doing, where no ring, dial or call says it. */
const activities: ReadonlySet<unknown> = new Set<Activity>([
  'available',
  'unavailable',
  'inactive',
  'wrapUp',
  'signedOut',
]);

/** What the entries of one instant show. */
export function shownOf(entries: readonly Entry[], show: Show): Entry[] {
  const heard = entries.filter(({ kind }) => kind !== 'input');
  if (show === 'everything') return heard;
  const told = activitiesTold(entries);
  return heard.filter((entry) => {
    if (essential.has(entry.name)) return true;
    switch (entry.name) {
      case 'decided':
        return show === 'reasons';
      case 'queued':
        return entry['how'] !== 'routed' || !isRungAfter(entries, entry);
      case 'hangup':
        // The other reasons are those of the end of the call, which is told as such.
        return entry['closeReason'] === 'optedIn' || entry['closeReason'] === 'attemptFailed';
      case 'dialEnded':
        return entry['outcome'] !== 'joined';
      case 'refused':
        // Agents are notified of theirs.
        return entry.agent === undefined;
      case 'activity':
        return activities.has(entry['activity']) && !told.has(entry);
      default:
        return false;
    }
  });
}

/** A call that is offered in the instant in which it enters a queue has not waited there. */
function isRungAfter(entries: readonly Entry[], queued: Entry): boolean {
  const at = entries.indexOf(queued);
  return entries.some(
    ({ name, contact }, index) => index > at && name === 'ring' && contact === queued.contact,
  );
}

const chosenAs: Readonly<Record<Presence, Activity>> = {
  available: 'available',
  busy: 'available',
  doNotDisturb: 'unavailable',
  away: 'unavailable',
  offline: 'unavailable',
  inactive: 'inactive',
};

/** What an agent has just chosen himself or was told with the ring that was taken back, and what was over in the same instant. */
function activitiesTold(entries: readonly Entry[]): Set<Entry> {
  const told = new Set<Entry>();
  const last = new Map<string | undefined, Entry>();
  for (const entry of entries) {
    if (entry.name !== 'activity') continue;
    const before = last.get(entry.agent);
    if (before) told.add(before);
    last.set(entry.agent, entry);
  }
  for (const entry of entries) {
    const activity = last.get(entry.agent);
    if (activity && activity['activity'] === saidBy(entry)) told.add(activity);
  }
  return told;
}

/** What this entry says of what its agent is doing now. */
function saidBy(entry: Entry): unknown {
  switch (entry.name) {
    case 'presenceChosen':
      return chosenAs[entry['presence'] as Presence];
    case 'signOutRequested':
      return 'signedOut';
    case 'withdrawRing':
      return entry['activity'];
    default:
      return undefined;
  }
}
