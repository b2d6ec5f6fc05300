/**
 * What the settings a planner meets first are called beside their keys, with the words of the thresholds where they are the same. The key
 * stays: it is what the text says. A setting without a word of its own is called by its key; names of the planner's own have none.
 */
import { msg } from '@lit/localize';
import type { Path } from './schema-tree.ts';

/** null: the key is all there is. */
export function settingWord(path: Path): string | null {
  const key = String(path.at(-1) ?? '');
  if (key === 'count') return countWord(path[0]);
  return Object.hasOwn(WORDS, key) ? (WORDS[key]?.() ?? null) : null;
}

function countWord(section: Path[number] | undefined): string | null {
  if (section === 'days') return msg('Number of days');
  return section === 'agents' ? msg('Agents of the group') : null;
}

/** Functions, since the language may change. Keys that mean different things in different places are not here. */
const WORDS: Readonly<Record<string, () => string>> = {
  queues: () => msg('Queues'),
  serviceLevel: () => msg('Service level'),
  share: () => msg('Answered in time, at least'),
  within: () => msg('In time means within'),
  shortAbandonThreshold: () => msg('Short abandon below'),
  ringTimeout: () => msg('Ring time'),
  autoWrapAfter: () => msg('Wrap-up ends after'),
  overflow: () => msg('Overflow'),
  when: () => msg('When'),
  do: () => msg('Then'),
  workItemLimit: () => msg('Contacts waiting'),
  averageWait: () => msg('Estimated wait above'),
  waitExceeds: () => msg('Waited longer than'),
  outOfHours: () => msg('Out of hours'),
  transferQueue: () => msg('Move to the queue'),
  transferExternal: () => msg('Pass on to'),
  directCallback: () => msg('Offer a callback'),
  callback: () => msg('Callback offer'),
  offerFirst: () => msg('First offer after'),
  offerRepeat: () => msg('Then again every'),
  maxAttempts: () => msg('Attempts'),
  retryWait: () => msg('Retry after'),
  minRedialGap: () => msg('Call back no sooner than'),
  callbackExpiry: () => msg('A callback expires after'),
  ringLimit: () => msg('Ring at the customer’s'),
  maxActive: () => msg('Callbacks owed at most'),
  maxActiveContacts: () => msg('Places in the queue'),
  maxCalls: () => msg('Lines'),
  maxOutbound: () => msg('Lines for calling out'),
  agents: () => msg('Agents'),
  shifts: () => msg('Shifts'),
  shift: () => msg('Shift'),
  breaks: () => msg('Breaks'),
  costPerHour: () => msg('Cost per hour'),
  shrinkage: () => msg('Shrinkage'),
  demand: () => msg('Demand'),
  arrivals: () => msg('Arrivals'),
  perHour: () => msg('Contacts per hour'),
  perDay: () => msg('Contacts per day'),
  perInterval: () => msg('Contacts per interval'),
  talk: () => msg('Talk time'),
  wrapUp: () => msg('Wrap-up'),
  patience: () => msg('Patience'),
  redial: () => msg('Calling again'),
  accepts: () => msg('Accept the callback'),
  answers: () => msg('Answer the callback'),
  days: () => msg('Days'),
  calendar: () => msg('Calendar'),
  hours: () => msg('Opening hours'),
  interval: () => msg('Interval'),
  zone: () => msg('Time zone'),
  warmUp: () => msg('Warm-up'),
  seed: () => msg('Seed'),
  report: () => msg('Report'),
  currency: () => msg('Currency'),
  whatIf: () => msg('What if demand changes'),
  volume: () => msg('Volume'),
  handleTime: () => msg('Handle time'),
  acceptance: () => msg('Callback acceptance'),
};
