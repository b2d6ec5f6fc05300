/**
 * The code of a warning that a report or a comparison bears, as an article: what it means for whoever goes by the numbers, and what
 * to do. When one is given, and its sentence with the numbers in it, is decided elsewhere; warnings of the scenario itself (W-...)
 * are problems.
 */
import { citationsIn } from '../../engine/index.ts';
import type { Article } from './article.ts';
import { itemOf } from './related.ts';

interface WarningText {
  readonly title: string;
  readonly means: string;
  readonly todo: string;
}

const texts = {
  interrupted: {
    title: 'the run was interrupted',
    means:
      'Fewer days were simulated than asked for. The numbers are right for the days there are; their intervals are wider.',
    todo: 'Let it run to its end where the full precision matters.',
  },
  'no-days': {
    title: 'no day was simulated',
    means: 'There are no numbers: the run was interrupted before its first day was over.',
    todo: 'Let the run go on until a day is over.',
  },
  'one-day': {
    title: 'one day alone, or one block of days of a long run',
    means:
      'The numbers are of that day; how far another day would differ cannot be told from one, so no interval is given.',
    todo: 'Simulate more days: --days.',
  },
  'few-days': {
    title: 'fewer than ten days, or blocks of days',
    means: 'Intervals of so few days are wide, and rest on the days being spread evenly around their mean.',
    todo: 'Simulate more days: --days, or --until-halfwidth to go on until a KPI is known well enough.',
  },
  'kind-once': {
    title: 'a kind of day that came only once',
    means:
      'The numbers of this kind of day are of one day and have no interval. Those of all days have theirs.',
    todo: 'Simulate more days, so that each kind comes several times.',
  },
  'no-intervals': {
    title: 'too many queues and intervals to tell each',
    means:
      'By interval of the day only all queues together are told. Whole days are told queue by queue all the same.',
    todo: 'For the intervals of one queue, simulate with fewer queues, or longer intervals: days.interval.',
  },
  'waiting-at-end': {
    title: 'callers were still waiting when the day ended (K-32)',
    means: 'They were neither answered nor did they give up. How long they would have waited is not known.',
    todo: 'See whether the day ends too early (days.to), or whether too few agents are on duty at its end.',
  },
  'callbacks-open': {
    title: 'callbacks were still owed when the day ended (K-32)',
    means: 'They were promised, and at the end neither made nor lost; no number tells what became of them.',
    todo: 'See whether callbacks are offered too late in the day, or simulate days that follow each other: days.continuous.',
  },
  'queue-without-agents': {
    title: 'calls were closed at once, for no agent serves their queue (RT-08)',
    means: 'They never entered the queue: they are not among the offered calls.',
    todo: 'Give the queue an agent, or send those calls elsewhere.',
  },
  precision: {
    title: 'a KPI is known less precisely than was asked',
    means:
      'All days were simulated, and its interval is still wider than --until-halfwidth asks for, or it has none.',
    todo: 'Allow more days: --days. Half the width takes about four times the days.',
  },
  'precision-relative': {
    title: 'a KPI is known less precisely than was asked, as a part of its value',
    means:
      'All days were simulated, and half its interval is still a larger part of its value than --until-relative asks for, or it has none.',
    todo: 'Allow more days: --days. Of a KPI near 0 ask for a width instead: --until-halfwidth.',
  },
  'blocks-correlated': {
    title: 'the blocks of a long run still hang together',
    means:
      'Neighbouring blocks of days are more alike than chance makes them (von Neumann, at 1%): a long queue goes on from one to the next. The intervals take the blocks as independent, so they are too narrow.',
    todo: 'Simulate more days: there are always about thirty blocks, so each gets longer.',
  },
  'warm-up-unclear': {
    title: 'the pilot could not tell how long the start is felt',
    means:
      'The centre still filled in the second half of the day. The warm-up that the scenario states was left out, none if it states none.',
    todo: 'Make the days longer, or see whether the agents can cope with the calls at all.',
  },
  'not-compared': {
    title: 'queues that only one of two scenarios has',
    means: 'Queue by queue, only what both have is compared.',
    todo: 'Give a queue the same name in both scenarios where it is the same.',
  },
} as const satisfies Readonly<Record<string, WarningText>>;

export type WarningCode = keyof typeof texts;

export const warnings = Object.keys(texts) as WarningCode[];

export const isWarning = (word: string): word is WarningCode => Object.hasOwn(texts, word);

export function warningArticle(code: WarningCode): Article {
  const { title, means, todo } = texts[code];
  return {
    name: code,
    title,
    place: 'warning of a report; the numbers are told all the same',
    parts: [
      means,
      { label: 'What to do', says: [todo] },
      { heading: 'See also', items: citationsIn(title).flatMap(itemOf) },
    ],
  };
}
