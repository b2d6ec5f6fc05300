/**
 * The sentences of problems, in English: what is wrong and how to mend it. Pure: a problem in, text out. It knows
 * codes and parameters, not scenarios; another language is another file of this kind.
 */
import { pathText } from '../engine/index.ts';
import type { Problem, ProblemCode } from '../engine/index.ts';

type Params = Problem['params'];
type Sentence = (params: Params, path: string) => string;

/** One problem as a line: `scenario.yaml:12:5 E-KEY queues.support.ringTimout: ...`. */
export function problemLine(problem: Problem, file: string): string {
  const place = problem.set === null ? `${file}:${problem.line}:${problem.column}` : `--set ${problem.set}`;
  const path = problem.path.length > 0 ? ` ${pathText(problem.path)}` : '';
  return `${place} ${problem.code}${path}: ${problemText(problem)}`;
}

/** What is wrong, and how to mend it. */
export function problemText(problem: Problem): string {
  return sentences[problem.code](problem.params, pathText(problem.path));
}

// ---------------------------------------------------------------- words

function text(params: Params, key: string): string {
  const value = params[key];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

function number(params: Params, key: string): number {
  const value = params[key];
  return typeof value === 'number' ? value : Number.NaN;
}

/** `a, b or c`. */
function choices(params: Params, key: string): string {
  const value = params[key];
  const words = Array.isArray(value) ? value.map(String) : [];
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function didYouMean(params: Params): string {
  return params['nearest'] === undefined ? '' : ` Did you mean "${text(params, 'nearest')}"?`;
}

const expectedWords: Readonly<Record<string, string>> = {
  length: 'a length of time like 30s, 4m10s, 8h30 or 7d (a bare number counts seconds)',
  clock: 'a time of day like 08:00',
  share: 'a share like 80% or 0.8',
  percent: 'a percentage like 60%',
  number: 'a number',
  whole: 'a whole number',
  text: 'a text',
  name: 'a name',
  date: 'a date like 2026-12-25',
  map: 'a group of settings (key: value)',
  list: 'a list like [1, 2, 3]',
  flag: 'true or false',
  law: 'a length like 3m, or a law like { exponential: { mean: 3m } }',
  telephone: 'a telephone number like "+33123456789"',
  currency: 'a currency code of three capital letters, like EUR',
  range: 'opening hours like 08:00-18:00',
};

const foundWords: Readonly<Record<string, string>> = {
  nothing: 'nothing',
  list: 'a list',
  map: 'a group of settings',
  text: 'a text',
  flag: 'true or false',
  number: 'a number',
};

const thingWords: Readonly<Record<string, string>> = {
  queues: 'queue',
  agents: 'group of agents',
  workstreams: 'workstream',
  demand: 'demand',
  shifts: 'shift',
  kinds: 'kind of day',
  hours: 'hours record',
  sites: 'site',
  capacityProfiles: 'capacity profile',
  callbackProfiles: 'callback profile',
  numbers: 'telephone number',
  kpis: 'KPI',
};

const limitWords: Readonly<Record<string, string>> = {
  queues: 'queues',
  kinds: 'kinds of day',
  demands: 'demands',
  agents: 'agents',
  memberships: 'memberships (agents times their queues)',
  intervals: 'intervals a day',
  calls: 'calls a day',
  callsInAll: 'calls in all days',
  workClasses: 'different kinds of work (channel, units or profiles, presences)',
};

const counted = (value: number, one: string): string => `${value} ${value === 1 ? one : `${one}s`}`;
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

function range(params: Params): string {
  const [value, min, max] = [text(params, 'value'), text(params, 'min'), text(params, 'max')];
  switch (text(params, 'unit')) {
    case 'whole':
      return `${value} is not a whole number from ${min} to ${max}.`;
    case 'above':
      return `${value} must be more than ${min} and at most ${max}.`;
    case 'between':
      return `${value} must lie between ${min} and ${max}, neither included.`;
    case 'sum':
      return `The shares add up to ${value}; together they may be 100% at most.`;
    case 'order':
      return `The lower bound ${value} is above the upper bound ${max}. Write the lower one first.`;
    case 'length':
      return `${value} must lie between ${min} and ${max}. Write the unit: 30s, 5m, 2h, 7d.`;
    case 'share':
      return `${value} must lie between ${min} and ${max}. Write 80% or 0.8.`;
    default:
      return min === '' && max === ''
        ? `${value} is not a number that can be used here.`
        : `${value} must lie between ${min} and ${max}.`;
  }
}

function syntax(params: Params): string {
  const detail = text(params, 'detail');
  return `This is not YAML (or JSON): ${detail.endsWith('.') ? detail : `${detail}.`} Check the indentation, the colons and the brackets there.`;
}

function namedFile(params: Params): string {
  const file = `"${text(params, 'file')}"`;
  switch (text(params, 'why')) {
    case 'column':
      return `${file} has no column "${text(params, 'column')}".${didYouMean(params)} It has: ${text(params, 'columns')}.`;
    case 'empty':
      return `${file} has a header but no lines below it.`;
    case 'large':
      return `${file} is too large. Cut it down to what the scenario needs.`;
    case 'value':
      return `${file}, line ${text(params, 'row')}, column "${text(params, 'column')}": "${text(params, 'value')}" cannot be read. Correct it or take the line out.`;
    case 'calls':
      return `${file} holds ${grouped(number(params, 'value'))} expected calls a day; at most ${grouped(number(params, 'limit'))} are simulated.`;
    case 'length':
      return `${file} has ${counted(number(params, 'found'), 'line')}; the day has ${counted(number(params, 'limit'), 'interval')}.`;
    default:
      return `There is no file ${file} beside the scenario. Put it there, or correct the name.`;
  }
}

function count(params: Params): string {
  const [found, min, max] = [number(params, 'found'), number(params, 'min'), number(params, 'max')];
  if (text(params, 'what') === 'agents') {
    return `The shifts name ${counted(found, 'agent')}, count says ${min}. Leave count out, or make them agree.`;
  }
  if (text(params, 'what') === 'intervals') {
    return `The day "${text(params, 'kind')}" has ${counted(min, 'interval')} of ${text(params, 'every')}, the list has ${counted(found, 'number')}. Give one number each, or set \`every\`.`;
  }
  return min === max
    ? `The list has ${counted(found, 'entry').replace('entrys', 'entries')}; it needs ${min}.`
    : `The list has ${counted(found, 'entry').replace('entrys', 'entries')}; it takes ${min} to ${grouped(max)}.`;
}

function oneOf(params: Params): string {
  const found = params['found'];
  const options = choices(params, 'options');
  return Array.isArray(found) && found.length > 1
    ? `${found.join(' and ')} exclude each other. Keep one of them.`
    : `Say exactly one of ${options}.`;
}

function law(params: Params): string {
  switch (text(params, 'why')) {
    case 'p90':
      return `The 90th percentile must be above the median ${text(params, 'median')}.`;
    case 'weights':
      return 'All weights are 0. Give at least one a weight above 0.';
    default:
      return `The ends of the ${text(params, 'law')} law are not in order. Write the smaller length first.`;
  }
}

function overflowAction(params: Params): string {
  const [condition, channel] = [text(params, 'condition'), text(params, 'channel')];
  switch (text(params, 'why')) {
    case 'rule':
      return `${condition} belongs to the queue, not to a rule (OV-10). Move it to the queue's overflow list.`;
    case 'condition':
      return `A ${channel} queue knows no condition ${condition} (OV-03). Take it out.`;
    default:
      return `${text(params, 'action')} cannot follow ${condition} on a ${channel} queue (OV-18, OV-21). Use ${choices(params, 'options')}.`;
  }
}

function overflowKind(params: Params): string {
  const queue = `"${text(params, 'queue')}"`;
  return text(params, 'why') === 'no-members'
    ? `No agent serves the queue ${queue}: contacts sent there would be closed (RT-08). Give it agents, or choose another queue.`
    : `${queue} is a ${text(params, 'found')} queue; ${text(params, 'channel')} contacts cannot go there (RT-07). Choose a ${text(params, 'channel')} queue.`;
}

function split(params: Params): string {
  switch (text(params, 'why')) {
    case 'sum':
      return `The percentages add up to ${text(params, 'found')}, not to 100.`;
    case 'twice':
      return 'The split names a queue twice. Add its percentages up.';
    default:
      return `A split has two to five queues, this one has ${text(params, 'found')} (RT-06).`;
  }
}

function fallback(params: Params): string {
  return text(params, 'why') === 'missing'
    ? 'The workstream has no fallback queue. Name one with `fallback:` for contacts that no rule fits (RT-05).'
    : `The fallback "${text(params, 'queue')}" is a ${text(params, 'found')} queue, the workstream is ${text(params, 'channel')}. Choose a ${text(params, 'channel')} queue.`;
}

function presences(params: Params): string {
  switch (text(params, 'why')) {
    case 'empty':
      return 'No presence is allowed, so nobody would ever be assigned. List at least `available`.';
    case 'inactive':
      return 'Inactive is never assigned (PR-01). Take it out.';
    default:
      return `dnd is allowed here, but "${text(params, 'queue')}" sets agents to dnd when they decline (onReject). Change one of them.`;
  }
}

function hours(params: Params): string {
  const hoursText = text(params, 'range');
  switch (text(params, 'why')) {
    case 'zone':
      return `"${text(params, 'zone')}" is no time zone. Use an IANA name like Europe/Paris or UTC.`;
    case 'overlap':
      return `${hoursText} overlaps ${text(params, 'other')} on the same day. Join them, or move one.`;
    case 'late':
      return `${hoursText} begins on the next day. Write it on that day.`;
    default:
      return `${hoursText === '' ? 'It' : hoursText} ends when it begins. For a whole day write 00:00-24:00; an end before the start means the next day.`;
  }
}

function wrapUp(params: Params): string {
  switch (text(params, 'why')) {
    case 'no-reason':
      return 'Wrap-up needs at least one reason (WU-07). Leave the list out for a standard one.';
    case 'no-default':
      return `The default reason "${text(params, 'reason')}" is not one of the reasons: ${text(params, 'reasons')}.`;
    default:
      return `wrapBlock is always, none, or a length from ${text(params, 'min')} to ${text(params, 'max')}; ${text(params, 'value')} is none of these.`;
  }
}

// ---------------------------------------------------------------- sentences

const sentences: Readonly<Record<ProblemCode, Sentence>> = {
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
