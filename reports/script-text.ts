/**
 * The sentences of mistakes in a script, in English: what is wrong and how to mend it. Pure. What is wrong with a script's header
 * is said in problem-text.ts, the words of its output are those of transcript-text.ts.
 */
import type { Mistake, MistakeCode } from '../engine/index.ts';

type Params = Mistake['params'];

/** One mistake as a line: `rona.flow:12:5 E-FLOW-NAME: ...`. */
export function mistakeLine(mistake: Mistake, file: string): string {
  return `${file}:${mistake.line}:${mistake.column} ${mistake.code}: ${mistakeText(mistake)}`;
}

export function mistakeText(mistake: Mistake): string {
  return sentences[mistake.code](mistake.params);
}

function text(params: Params, key: string): string {
  const value = params[key];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

const didYouMean = (params: Params): string =>
  params['nearest'] === undefined ? '' : ` Did you mean "${text(params, 'nearest')}"?`;

const thingWords: Readonly<Record<string, string>> = {
  agents: 'agent',
  queues: 'queue',
  entries: 'queue or workstream',
  capacityProfiles: 'capacity profile',
};

const expectedWords: Readonly<Record<string, string>> = {
  call: 'the number of a call: 1, 2, 3',
  whole: 'a whole number up to a million',
  length: 'a length of time like 30s or 4m10s',
  digit: 'one key of a telephone: 0 to 9, * or #',
  telephone: 'a telephone number like 5550100 or +33 1 23 45 67 89',
};

function name(params: Params): string {
  const known = text(params, 'known');
  const list = known === '' ? ' The header has none.' : ` Known: ${known}.`;
  const thing = thingWords[text(params, 'what')] ?? text(params, 'what');
  return `There is no ${thing} "${text(params, 'name')}".${didYouMean(params) || list}`;
}

function phrase(params: Params): string {
  const written = text(params, 'text');
  if (written === '')
    return 'Nothing is said here. Write what happens, or take the semicolon out; to let time pass, write "wait until 08:02:30".';
  const known = params['known'];
  const isHelpful = Array.isArray(known) && known.length > 0;
  const list = isHelpful
    ? ` What begins like it: ${known.map((words) => `"${String(words)}"`).join(', ')}.`
    : ' An input begins with an agent, with call and its number, with "the supervisor", or is a wait.';
  return `"${written}" is not something that can be said.${didYouMean(params) || list}`;
}

function call(params: Params): string {
  const number = text(params, 'call');
  switch (text(params, 'why')) {
    case 'again':
      return `Call ${number} has arrived already, in line ${text(params, 'line')}. The next one is call ${text(params, 'next')}.`;
    case 'turn':
      return `Calls are numbered as they arrive: this one is call ${text(params, 'next')}, not ${number}.`;
    case 'sameLine':
      return `Call ${number} arrives in this very line; what happens to it afterwards stands in a line of its own.`;
    default:
      return `Call ${number} has not arrived. Let it arrive first, or correct the number.`;
  }
}

function dashes(params: Params): string {
  switch (text(params, 'why')) {
    case 'second':
      return 'A second ---- in one step. Put a blank line between two steps.';
    case 'nothing':
      return 'No input stands above this ----. Write what happens, or "wait".';
    default:
      return 'After this input a line ---- is missing, which begins the expected output. Where nothing is expected, it stands alone.';
  }
}

function wait(params: Params): string {
  return text(params, 'why') === 'shared'
    ? 'A wait has a line of its own: it moves the time on.'
    : `"${text(params, 'value')}" cannot be waited for. Write "wait", "wait 30s" or "wait until 08:02:30".`;
}

const sentences: Readonly<Record<MistakeCode, (params: Params) => string>> = {
  'E-FLOW-HEADER': () =>
    'The script has no header. Describe the centre (queues, agents) at the top and end it with a line ====.',
  'E-FLOW-STEPS': () =>
    'The script has no step. Write what happens, a line ----, and what should come of it.',
  'E-FLOW-DASHES': dashes,
  'E-FLOW-COMMENT': () =>
    'A comment inside the expected output would be lost when it is rewritten. Put it above the step.',
  'E-FLOW-TIME': (p) =>
    `"${text(p, 'value')}" is no time after the day begins. Write 08:00:18, 08:00:18.250, 08:00:18+1 for the next day, or +5s.`,
  'E-FLOW-BACKWARDS': (p) =>
    `Time never runs backwards (GEN-01): it is ${text(p, 'now')} already. Write a later time, or leave it out.`,
  'E-FLOW-WAIT': wait,
  'E-FLOW-NOTHING': () =>
    'Nothing will happen by itself any more, so this wait would have no end. Take it out.',
  'E-FLOW-PHRASE': phrase,
  'E-FLOW-NAME': name,
  'E-FLOW-CALL': call,
  'E-FLOW-VALUE': (p) =>
    `"${text(p, 'value')}" cannot be read. Write ${expectedWords[text(p, 'expected')] ?? text(p, 'expected')}.`,
};
