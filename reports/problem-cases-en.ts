/**
 * The words of problems in English, and the sentences of those that come in several cases. The others stand in problem-text-en.ts.
 */
import { choicesWith, groupedWith, number, text } from './problem-params.ts';
import type { Params } from './problem-params.ts';

export const choices = (params: Params, key: string): string => choicesWith(params, key, 'or');
export const grouped = (value: number): string => groupedWith(value, ',');

export function didYouMean(params: Params): string {
  return params['nearest'] === undefined ? '' : ` Did you mean "${text(params, 'nearest')}"?`;
}

export const expectedWords: Readonly<Record<string, string>> = {
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

export const foundWords: Readonly<Record<string, string>> = {
  nothing: 'nothing',
  list: 'a list',
  map: 'a group of settings',
  text: 'a text',
  flag: 'true or false',
  number: 'a number',
};

export const thingWords: Readonly<Record<string, string>> = {
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

export const limitWords: Readonly<Record<string, string>> = {
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

export const counted = (value: number, one: string): string => `${value} ${value === 1 ? one : `${one}s`}`;

export function range(params: Params): string {
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

export function syntax(params: Params): string {
  const detail = text(params, 'detail');
  return `This is not YAML (or JSON): ${detail.endsWith('.') ? detail : `${detail}.`} Check the indentation, the colons and the brackets there.`;
}

export function namedFile(params: Params): string {
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

export function count(params: Params): string {
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

export function oneOf(params: Params): string {
  const found = params['found'];
  const options = choices(params, 'options');
  return Array.isArray(found) && found.length > 1
    ? `${found.join(' and ')} exclude each other. Keep one of them.`
    : `Say exactly one of ${options}.`;
}

export function law(params: Params): string {
  switch (text(params, 'why')) {
    case 'p90':
      return `The 90th percentile must be above the median ${text(params, 'median')}.`;
    case 'weights':
      return 'All weights are 0. Give at least one a weight above 0.';
    default:
      return `The ends of the ${text(params, 'law')} law are not in order. Write the smaller length first.`;
  }
}

export function overflowAction(params: Params): string {
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

export function overflowKind(params: Params): string {
  const queue = `"${text(params, 'queue')}"`;
  return text(params, 'why') === 'no-members'
    ? `No agent serves the queue ${queue}: contacts sent there would be closed (RT-08). Give it agents, or choose another queue.`
    : `${queue} is a ${text(params, 'found')} queue; ${text(params, 'channel')} contacts cannot go there (RT-07). Choose a ${text(params, 'channel')} queue.`;
}

export function split(params: Params): string {
  switch (text(params, 'why')) {
    case 'sum':
      return `The percentages add up to ${text(params, 'found')}, not to 100.`;
    case 'twice':
      return 'The split names a queue twice. Add its percentages up.';
    default:
      return `A split has two to five queues, this one has ${text(params, 'found')} (RT-06).`;
  }
}

export function fallback(params: Params): string {
  return text(params, 'why') === 'missing'
    ? 'The workstream has no fallback queue. Name one with `fallback:` for contacts that no rule fits (RT-05).'
    : `The fallback "${text(params, 'queue')}" is a ${text(params, 'found')} queue, the workstream is ${text(params, 'channel')}. Choose a ${text(params, 'channel')} queue.`;
}

export function presences(params: Params): string {
  switch (text(params, 'why')) {
    case 'empty':
      return 'No presence is allowed, so nobody would ever be assigned. List at least `available`.';
    case 'inactive':
      return 'Inactive is never assigned (PR-01). Take it out.';
    default:
      return `dnd is allowed here, but "${text(params, 'queue')}" sets agents to dnd when they decline (onReject). Change one of them.`;
  }
}

export function hours(params: Params): string {
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

export function wrapUp(params: Params): string {
  switch (text(params, 'why')) {
    case 'no-reason':
      return 'Wrap-up needs at least one reason (WU-07). Leave the list out for a standard one.';
    case 'no-default':
      return `The default reason "${text(params, 'reason')}" is not one of the reasons: ${text(params, 'reasons')}.`;
    default:
      return `wrapBlock is always, none, or a length from ${text(params, 'min')} to ${text(params, 'max')}; ${text(params, 'value')} is none of these.`;
  }
}
