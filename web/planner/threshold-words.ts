/**
 * What thresholds are called: a label for each key, the unit behind the number, the heading of a group, and what is wrong with what was
 * typed. Names of queues, groups and shifts are the planner's own and stay as they are. It knows no values and no elements.
 */
import { msg, str } from '@lit/localize';
import type { Threshold, ThresholdKey, ThresholdSection } from '../../engine/index.ts';
import { language, locale } from '../i18n/language.ts';
import { fieldUnit } from './threshold-text.ts';
import type { Misread } from './threshold-text.ts';

export function sectionWord(section: ThresholdSection): string {
  switch (section) {
    case 'overflow':
      return msg('Overflow');
    case 'callback':
      return msg('Callback offer');
    case 'capacity':
      return msg('Capacity limits');
    case 'ringing':
      return msg('Ringing');
    case 'wrapUp':
      return msg('Wrap-up');
    case 'staffing':
      return msg('Agents');
    case 'whatIf':
      return msg('What if demand changes');
    case 'target':
      return msg('Targets');
  }
}

export function thresholdLabel({ key, detail }: Pick<Threshold, 'key' | 'detail'>): string {
  const label = labelOf(key, detail);
  return detail === null || HAS_DETAIL.has(key) ? label : `${label}, ${detail}`;
}

/** With whose it is, where the rail's heading is missing and the label alone would not tell: “late one, seniors”. */
export function placedLabel(threshold: LabelPart, all: readonly LabelPart[]): string {
  const { owner, section } = threshold;
  const label = thresholdLabel(threshold);
  const isAlone = all.filter((each) => each.owner !== owner && thresholdLabel(each) === label).length === 0;
  return owner === null || (isAlone && section !== 'staffing') ? label : `${label}, ${owner}`;
}

type LabelPart = Pick<Threshold, 'key' | 'detail' | 'owner' | 'section'>;

/** Their label says the detail already. */
const HAS_DETAIL = new Set<ThresholdKey>(['workItemLimit', 'averageWait', 'waitExceeds', 'shiftCount']);

function labelOf(key: ThresholdKey, detail: string | null): string {
  switch (key) {
    case 'workItemLimit':
      return msg(str`${actionWord(detail)} from`);
    case 'averageWait':
      return msg(str`${actionWord(detail)} above an estimated wait of`);
    case 'waitExceeds':
      return msg(str`${actionWord(detail)} after`);
    case 'offerFirst':
      return msg('First offer after');
    case 'offerRepeat':
      return msg('Then again every');
    case 'maxAttempts':
      return msg('Attempts');
    case 'retryWait':
      return msg('Retry after');
    case 'minRedialGap':
      return msg('Call back no sooner than');
    case 'ringLimit':
      return msg('Ring at the customer’s');
    case 'callbackExpiry':
      return msg('A callback expires after');
    case 'maxActive':
      return msg('Callbacks owed at most');
    case 'maxActiveContacts':
      return msg('Places in the queue');
    case 'maxCalls':
      return msg('Lines');
    case 'maxOutbound':
      return msg('Lines for calling out');
    case 'capacityLimit':
      return msg('Contacts at once');
    case 'ringTimeout':
      return msg('Ring time');
    case 'autoWrapAfter':
      return msg('Wrap-up ends after');
    case 'serviceLevelShare':
      return msg('Answered in time, at least');
    case 'serviceLevelWithin':
      return msg('In time means within');
    case 'shortAbandonThreshold':
      return msg('Short abandon below');
    case 'count':
      return msg('Agents of the group');
    case 'staff':
      return msg('Agents on duty');
    case 'shiftCount':
      return detail ?? msg('Agents of the shift');
    case 'volume':
      return msg('Volume');
    case 'handleTime':
      return msg('Handle time');
    case 'patience':
      return msg('Patience');
    case 'acceptance':
      return msg('Callback acceptance');
  }
}

/** What an overflow item does, as its threshold tells it: `transferQueue:billing`. */
function actionWord(detail: string | null): string {
  const [word = '', ...rest] = (detail ?? '').split(':');
  const target = rest.join(':');
  switch (word) {
    case 'directCallback':
      return msg('Offer a callback');
    case 'transferQueue':
      return msg(str`Move to ${target}`);
    case 'transferExternal':
      return msg(str`Pass on to ${target}`);
    case 'voicemail':
      return msg('Send to voicemail');
    case 'endCall':
      return msg('End the call');
    case 'endConversation':
      return msg('End the conversation');
    case 'assignAnyway':
      return msg('Assign anyway');
    default:
      return msg('Overflow');
  }
}

/** What stands behind the number in the field; empty: nothing. */
/** @param count in front of it; left out: several */
export function unitWord(threshold: Pick<Threshold, 'key' | 'kind' | 'high'>, count = 2): string {
  const unit = fieldUnit(threshold);
  const isOne = new Intl.PluralRules(locale()).select(count) === 'one';
  if (unit === 'd') return isOne ? msg('day') : msg('days');
  if (unit !== null) return unit;
  switch (threshold.key) {
    case 'workItemLimit':
      return msg('waiting');
    case 'maxAttempts':
      return isOne ? msg('try') : msg('tries');
    case 'maxActive':
      return isOne ? msg('callback') : msg('callbacks');
    case 'maxActiveContacts':
      return isOne ? msg('place') : msg('places');
    case 'maxCalls':
    case 'maxOutbound':
      return isOne ? msg('line') : msg('lines');
    case 'count':
    case 'staff':
    case 'shiftCount':
      return isOne ? msg('agent') : msg('agents');
    case 'capacityLimit':
      return isOne ? msg('contact') : msg('contacts');
    default:
      return '';
  }
}

/** Words in place of a number, by the word as the scenario has it. */
export function choiceWords(): Readonly<Record<string, string>> {
  return {
    unlimited: msg('unlimited'),
    off: msg('off'),
    never: msg('never'),
    endless: msg('endless'),
    always: msg('always'),
    none: msg('none'),
  };
}

export function choiceWord(choice: string): string {
  return choiceWords()[choice] ?? choice;
}

export function misreadSentence(wrong: Misread): string {
  switch (wrong) {
    case 'empty':
      return msg('A value is missing.');
    case 'negative':
      return msg('This is below 0.');
    case 'length':
      return msg('This is no length. Write 90, 90 s, 1m30 or 1 min 30.');
    case 'share':
      return msg('This is no share. Write 80 or 80%.');
    case 'whole':
      return msg('This is no whole number.');
    case 'number':
      return msg('This is no number.');
  }
}

// ---------------------------------------------------------------- help

let frenchHelp: Readonly<Record<ThresholdKey, string>> | null = null;

/** French help comes with the French words, when they are wanted. True: it has just come. */
export async function loadHelp(): Promise<boolean> {
  if (language() !== 'fr' || frenchHelp !== null) return false;
  frenchHelp = (await import('../i18n/fr-threshold-help.ts')).thresholdHelp;
  return true;
}

/** One sentence, without the rules it cites: they stand behind it; and without the marks of code. */
export function helpSentence({ key, help }: Pick<Threshold, 'key' | 'help'>): string {
  const sentence = language() === 'fr' ? (frenchHelp?.[key] ?? help) : help;
  return sentence
    .replaceAll('`', '')
    .replaceAll(/\s*\((?:[A-Z]{1,2}-\d+[a-f]?(?:,? |, | to | and )?)+\)/g, '');
}
