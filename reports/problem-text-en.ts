/**
 * The sentences of problems in English: what is wrong and how to mend it, one for each code. French is problem-text-fr.ts.
 */
import type { ProblemCode } from '../engine/index.ts';
import {
  choices,
  count,
  didYouMean,
  expectedWords,
  fallback,
  foundWords,
  grouped,
  hours,
  law,
  limitWords,
  namedFile,
  oneOf,
  overflowAction,
  overflowKind,
  presences,
  range,
  split,
  syntax,
  thingWords,
  wrapUp,
} from './problem-cases-en.ts';
import { number, text } from './problem-params.ts';
import type { Sentence } from './problem-params.ts';

export const englishSentences: Readonly<Record<ProblemCode, Sentence>> = {
  'E-SIZE': (p) =>
    `The text is too large: ${grouped(number(p, 'value'))} ${text(p, 'what') === 'parts' ? 'lines, commas and colons' : 'characters'}, at most ${grouped(number(p, 'limit'))}. Put long lists into a CSV file and name it ({ file: calls.csv, column: calls }).`,
  'E-SYNTAX': syntax,
  'E-DEPTH': (p) =>
    `The text is nested deeper than ${text(p, 'limit')} levels. A scenario needs less than ten.`,
  'E-ALIAS': (p) =>
    p['limit'] === undefined
      ? `The alias *${text(p, 'name')} leads nowhere or contains itself. Write the values out.`
      : `The aliases unfold to more than ${grouped(number(p, 'limit'))} values. Write the values out.`,
  'E-CONTROL': (p) =>
    `There is an invisible control character${p['found'] === undefined ? '' : ` (${text(p, 'found')})`} here. Delete it and type the text again.`,
  'E-PROTO': (p) => `"${text(p, 'key')}" cannot be used as a name. Choose another.`,
  'E-LIMIT': (p) =>
    `${grouped(Math.round(number(p, 'value')))} ${limitWords[text(p, 'what')] ?? text(p, 'what')} are more than the ${grouped(number(p, 'limit'))} that one run simulates. Is a unit wrong?`,
  'E-SET': (p) =>
    p['quoted'] === undefined
      ? `"${text(p, 'setting')}" cannot be applied. Write path=value, for example queues.support.ringTimeout=20s, with a path that leads to a setting.`
      : `A name with a space stands in quotes: write '${text(p, 'quoted')}'.`,
  'E-FILE': namedFile,
  'E-KEY': (p) => {
    const hint = didYouMean(p);
    return `"${text(p, 'key')}" is not known here.${hint === '' ? ` Known: ${text(p, 'known')}.` : hint}`;
  },
  'E-KEY-DUP': (p) => `"${text(p, 'name')}" stands here twice. Keep one.`,
  'E-MISSING': (p) =>
    p['key'] === 'talk'
      ? '"talk" is missing: calls can get here, and nobody knows how long they last. Write it here, or under the demand of this queue.'
      : `"${text(p, 'key')}" is missing. Add it.`,
  'E-TYPE': (p) =>
    `Here ${expectedWords[text(p, 'expected')] ?? text(p, 'expected')} is asked, not ${foundWords[text(p, 'found')] ?? text(p, 'found')}.`,
  'E-FORMAT': (p) =>
    `"${text(p, 'value')}" cannot be read. Write ${expectedWords[text(p, 'expected')] ?? text(p, 'expected')}.`,
  'E-CHOICE': (p) =>
    `"${text(p, 'value')}" is not possible here. Use ${choices(p, 'options')}${p['keys'] === undefined ? '' : `, or { ${text(p, 'keys')} }`}.${didYouMean(p)}`,
  'E-ONE-OF': oneOf,
  'E-COUNT': count,
  'E-PLACE': (p) => `"${text(p, 'key')}" does nothing here. It belongs with ${choices(p, 'needs')}.`,
  'E-LAW': law,
  'E-REF': (p) => {
    const thing = thingWords[text(p, 'what')] ?? text(p, 'what');
    const known = text(p, 'known');
    const list = known === '' ? ` The scenario has none.` : ` Known: ${known}.`;
    return `There is no ${thing} "${text(p, 'name')}".${didYouMean(p) || list}`;
  },
  'E-RANGE': range,
  'E-NAME-DUP': (p) => `The name "${text(p, 'name')}" is given twice. Names are unique.`,
  'E-OV-ACTION': overflowAction,
  'E-OV-HOURS': (p) =>
    `A callback can be offered outside hours only if its profile says so (CB-40). Set allowOutsideHours: true in the callback settings of "${text(p, 'profile') || text(p, 'queue')}", or choose another action.`,
  'E-OV-SELF': (p) => `"${text(p, 'queue')}" would overflow to itself. Name another queue.`,
  'E-OV-KIND': overflowKind,
  'E-OV-DUP': (p) => `${text(p, 'condition')} stands twice in this list. Keep one.`,
  'E-OV-EXT': (p) =>
    `An external transfer needs a number that may make calls, but ${text(p, 'number')} of the workstream "${text(p, 'workstream')}" may not. Set mayCall: true for it under numbers, or choose another action.`,
  'E-SPLIT': split,
  'E-FALLBACK': fallback,
  'E-CB-MODE': (p) =>
    text(p, 'why') === 'customer-first'
      ? 'Customer-first callbacks are not simulated yet. Use agentFirst, or leave mode out.'
      : `No agent serves "${text(p, 'queue')}", so nobody could make its callbacks (CB-09). Give it agents.`,
  'E-CB-DIGIT': (p) => `The opt-in digit is always 1 (CB-04), not ${text(p, 'digit')}. Take it out.`,
  'E-CB-RETRY': (p) =>
    text(p, 'unit') === 'length'
      ? `retryWait must lie between ${text(p, 'min')} and ${text(p, 'max')} (CB-20), not ${text(p, 'value')}.`
      : `maxAttempts must be a whole number from ${text(p, 'min')} to ${text(p, 'max')}, not ${text(p, 'value')}.`,
  'E-CB-NUMBER': (p) =>
    `${text(p, 'number')} may not make calls, so it cannot be shown on callbacks (CB-45). Set mayCall: true for it, or use another.`,
  'E-CAP-LIMIT': (p) =>
    text(p, 'unit') === 'above'
      ? `Units must be more than ${text(p, 'min')} and at most ${text(p, 'max')}, not ${text(p, 'value')}.`
      : `A limit is a whole number from ${text(p, 'min')} to ${text(p, 'max')}, not ${text(p, 'value')}.`,
  'E-CAP-MIX': (p) => `"${text(p, 'workstream')}" asks for units and for profiles. Keep one of them.`,
  'E-PRES': presences,
  'E-RING': (p) =>
    `A ${text(p, 'channel')} contact rings between ${text(p, 'min')} and ${text(p, 'max')}, not ${text(p, 'value')}.`,
  'E-WRAP': wrapUp,
  'E-LEAST': (p) =>
    `leastActive looks at calls and chats; "${text(p, 'queue')}" is a records queue. Use highestCapacity or roundRobin.`,
  'E-NUM-SHARED': (p) =>
    `${text(p, 'number')} is already the number of the workstream "${text(p, 'workstream')}". Each has its own.`,
  'E-DIAL': (p) =>
    `"${text(p, 'value')}" is not a telephone number of 3 to 18 digits. Write it like "+33123456789".`,
  'E-HOURS': hours,
  'W-CB-EWT': (p) =>
    `"${text(p, 'queue')}" has no estimated wait before ${text(p, 'samples')} contacts are connected, and until then averageWait never holds. Give it ewtInitial for the wait at the start.`,
  'W-CAP-MIX': (p) =>
    `"${text(p, 'units')}" uses units, "${text(p, 'profiles')}" profiles: agents are limited by both, each for its own contacts.`,
  'W-EOD-VOICE': (p) =>
    `"${text(p, 'profile')}" gives nothing back before the end of the shift: after its limit an agent gets no more calls of "${text(p, 'workstream')}" that day. Use reset: immediate if that is not meant.`,
  'W-HOPS': (p) =>
    `Waiting contacts can go round in a circle: ${text(p, 'queues')}. Each is moved maxQueueHops times, then stays.`,
  'W-OV-HOURS': (p) =>
    `"${text(p, 'queue')}" has no hours record, so it is never out of hours. Give it \`hours\`, or take the condition out.`,
  'W-PRES-AWAY': (p) =>
    `Away is assigned here, but a missed ring on "${text(p, 'queue')}" makes agents inactive (onMissed: ${text(p, 'onMissed')}), which is never assigned.`,
  'W-TRACE': (p) => {
    const first =
      p['file'] === undefined
        ? `the first is entry ${text(p, 'entry')}`
        : `the first is line ${text(p, 'row')} of "${text(p, 'file')}"`;
    return `${grouped(number(p, 'count'))} of ${grouped(number(p, 'of'))} calls lie outside the day ${text(p, 'day')} of "${text(p, 'kind')}" and are left out (${first}). Take them out, or change from and to.`;
  },
  'W-UNITS': (p) =>
    text(p, 'why') === 'above'
      ? `A contact of "${text(p, 'workstream')}" takes ${text(p, 'cost')} units, but no agent of its queues has more than ${text(p, 'units')}: nobody could take it.`
      : `${text(p, 'units')} units are no multiple of the ${text(p, 'cost')} that a contact of "${text(p, 'workstream')}" takes: the rest stays unused.`,
  'W-UNUSED': (p) =>
    `Nothing refers to the ${thingWords[text(p, 'what')] ?? text(p, 'what')} "${text(p, 'name')}".`,
};
