/**
 * What in the data leads to a fitted scenario that does not read: a bound of scenarios that the figures of a file are beyond. Paths of
 * the scenario in, the column or the calls behind them out.
 */
import { clockText } from '../engine/index.ts';
import type { DataProblem, Fit, Problem } from '../engine/index.ts';
import { figures } from './fit-law-text.ts';
import { problemText } from './problem-text.ts';

/** One problem for the whole file, in the order in which the scenario is read. */
export function unreadableProblem(problems: readonly Problem[], fit: Fit): DataProblem {
  const [first] = problems.filter(({ severity }) => severity === 'error');
  if (first === undefined) throw new RangeError('A scenario without an error reads.');
  return {
    line: 0,
    code: 'scenario',
    params: { cause: causeOf(first.path.map(String), fit), why: problemText(first) },
  };
}

function causeOf([part = '', name = '', setting = '', owner = '']: readonly string[], fit: Fit): string {
  if (part === 'demand') return personsOf(name, setting, fit);
  if (part === 'kinds' && setting === 'demand')
    return `The calls of queue "${owner}" on days of kind "${name}"`;
  if (part === 'kinds' && setting === 'agents')
    return `Calls times handle times on days of kind "${name}", from which agents are taken`;
  if (part === 'kinds') return `The hours of kind "${name}"${hoursOf(name, fit)}`;
  if (part === 'queues' || part === 'agents') return `The name of queue "${name}"`;
  if (part === 'days' || part === 'calendar') return 'The dates and hours of the file';
  return 'The file';
}

function personsOf(name: string, setting: string, { queues }: Fit): string {
  const queue = queues.find((each) => each.queue === name);
  const times = setting === 'talk' ? queue?.talk : setting === 'wrapUp' ? queue?.wrapUp : null;
  const mean = times?.mean ?? (setting === 'talk' ? queue?.handle.mean : undefined);
  const told = mean === undefined ? '' : ` (mean ${figures(mean)} s)`;
  const what: Readonly<Record<string, string>> = {
    talk: 'The talk times',
    wrapUp: 'The wrap-up times',
    patience: 'The waits',
    redial: 'The calls of callers who called again',
  };
  return `${what[setting] ?? 'The calls'} of queue "${name}"${told}`;
}

function hoursOf(name: string, { kinds }: Fit): string {
  const kind = kinds.find((each) => each.name === name);
  return kind === undefined ? '' : ` (${clockText(kind.from * 1000)} to ${clockText(kind.to * 1000)})`;
}
