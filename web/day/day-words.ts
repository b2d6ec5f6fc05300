/** What the day explorer calls things, in the page's language: states of agents, findings, ends of contacts, what has just happened. */
import { msg, str } from '@lit/localize';
import { clockOf, clockWithSeconds } from '../../reports/clock.ts';
import { formatLength, formatSeconds, numbersOf, type Numbers } from '../../reports/format.ts';
import type { DayContact, DayView, LaneState } from '../../workers/workbench/api.ts';
import { locale } from '../i18n/language.ts';
import type { DayEvent, DayIndex } from './day-index.ts';

export const FINDINGS = [
  'longestWait',
  'severalTries',
  'lostCallbacks',
  'abandonedAfterOffer',
  'rona',
] as const;
export type FindingName = (typeof FINDINGS)[number];

export const numbers = (): Numbers => numbersOf(locale());

export function seconds(millis: number | null): string {
  return formatSeconds(numbers(), millis === null ? null : millis / 1000);
}

/** Of a stretch of the day, without the figures that are 0. */
export const length = (millis: number): string => formatLength(numbers(), Math.round(millis / 1000));

export const clock = ({ from }: DayView, t: number): string => clockOf(from + t);
export const clockToSecond = ({ from }: DayView, t: number): string => clockWithSeconds(from + t);

export function stateName(state: LaneState): string {
  switch (state) {
    case 'idle':
      return msg('idle');
    case 'ringing':
      return msg('ringing');
    case 'talking':
      return msg('talking');
    case 'wrapUp':
      return msg('wrap-up');
    case 'dialling':
      return msg('dialling a callback');
    case 'callbackTalk':
      return msg('callback talk');
    case 'rona':
      return msg('RONA');
    case 'break':
      return msg('break or away');
  }
}

/** Of a group: "3 idle". */
export function stateCount(state: LaneState, count: number): string {
  const many = numbers().plain(count, 0);
  switch (state) {
    case 'idle':
      return count === 1 ? msg('1 idle') : msg(str`${many} idle`);
    case 'ringing':
      return msg(str`${many} ringing`);
    case 'talking':
      return msg(str`${many} talking`);
    case 'wrapUp':
      return msg(str`${many} in wrap-up`);
    case 'dialling':
      return msg(str`${many} dialling a callback`);
    case 'callbackTalk':
      return msg(str`${many} in a callback talk`);
    case 'rona':
      return msg(str`${many} RONA`);
    case 'break':
      return count === 1 ? msg('1 on a break or away') : msg(str`${many} on a break or away`);
  }
}

export function findingName(finding: FindingName): string {
  switch (finding) {
    case 'longestWait':
      return msg('Longest wait on the line');
    case 'severalTries':
      return msg('Callbacks that took two tries or more');
    case 'lostCallbacks':
      return msg('Callbacks lost');
    case 'abandonedAfterOffer':
      return msg('Abandoned after an offer');
    case 'rona':
      return msg('Not answered by the agent (RONA)');
  }
}

/** How it ended, for a table. */
export function outcome({ closed, hasOptedIn }: DayContact): string {
  switch (closed) {
    case null:
      return hasOptedIn ? msg('callback still owed') : msg('still open');
    case 'handled':
      return msg('answered');
    case 'completed':
      return msg('called back');
    case 'abandoned':
    case 'abandoned-before-queue':
    case 'abandoned-in-message':
      return msg('abandoned');
    case 'exhausted':
      return msg('callback lost: attempts exhausted');
    case 'expired':
      return msg('callback lost: expired');
    case 'invalid-number':
      return msg('callback lost: invalid number');
    case 'capacity-exceeded':
      return msg('turned away: all lines busy');
    case 'queue-full':
      return msg('turned away: queue full');
    case 'voicemail':
      return msg('left a message');
    case 'overflow-end':
      return msg('ended by a message');
    case 'external-ended':
      return msg('passed outside');
    default:
      return msg(str`closed: ${closed}`);
  }
}

/** One sentence for what begins. */
export function happening(index: DayIndex, event: DayEvent): string {
  const { lanes, waiting, contacts, queues } = index.view;
  if (event.kind === 'gaveUp') {
    const { contact, wait } = contacts[event.index]!;
    return msg(str`Call ${contact} gives up after ${seconds(wait)}`);
  }
  if (event.kind === 'wait') {
    const contact = waiting.contact[event.index]!;
    const queue = queues[waiting.queue[event.index]!] ?? '';
    return waiting.isCallback[event.index] === 1
      ? msg(str`Call ${contact} has a callback promised in ${queue}`)
      : msg(str`Call ${contact} waits in ${queue}`);
  }
  return agentDoes(
    index.agents[lanes.agent[event.index]!] ?? '',
    index.stateOf(event.index),
    lanes.contact[event.index]!,
  );
}

/** `contact`: 0 where there is none. */
export function agentDoes(agent: string, state: LaneState, contact: number): string {
  switch (state) {
    case 'idle':
      return msg(str`${agent} is free`);
    case 'ringing':
      return msg(str`Call ${contact} rings at ${agent}`);
    case 'talking':
      return msg(str`${agent} talks with call ${contact}`);
    case 'wrapUp':
      return msg(str`${agent} writes up call ${contact}`);
    case 'dialling':
      return msg(str`${agent} calls back call ${contact}`);
    case 'callbackTalk':
      return msg(str`${agent} talks with call ${contact}, called back`);
    case 'rona':
      return msg(str`${agent} did not answer call ${contact}`);
    case 'break':
      return msg(str`${agent} is away`);
  }
}
