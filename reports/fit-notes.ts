/** The sentences of `tandem fit` on data that it refuses, in English: wrong lines, and files that make no scenario. */
import type { DataProblem } from '../engine/index.ts';

/** `calls.csv:12: "25:70" in column "time" is no time of day.` */
export function dataProblemLine(problem: DataProblem, file: string): string {
  const place = problem.line > 0 ? `${file}:${problem.line}` : file;
  return `${place}: ${dataProblemText(problem)}`;
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  arrival: 'the moment or date of arrival',
  time: 'the time of day',
};

function dataProblemText({ code, params }: DataProblem): string {
  const { column = '', value = '', headings = '', heading = '', role = '', format = '' } = params;
  switch (code) {
    case 'empty':
      return 'There is a header at most, and no data below it.';
    case 'noColumn':
      return `There is no column "${heading}" for ${role}. The columns are: ${headings}.`;
    case 'missingColumn':
      return `No column looks like ${ROLE_WORDS[role] ?? role}. Name it: --columns ${role}=HEADING. The columns are: ${headings}.`;
    case 'moment':
      return `"${value}" in column "${column}" is no date${format === '' ? '' : ` of the form ${format}`}. State another form with --time-format.`;
    case 'clock':
      return `"${value}" in column "${column}" has no time of day like 08:30.`;
    case 'length':
      return `"${value}" in column "${column}" is no length of time like 185, 3:05 or 0:03:05.`;
    case 'negative':
      return `"${value}" in column "${column}" is below 0.`;
    case 'tooLong':
      return params['unit'] === 'ms'
        ? `"${value}" in column "${column}" is above 24 hours, and the median of the column above an hour: if it counts milliseconds, write "(ms)" behind the heading.`
        : `"${value}" in column "${column}" is above 24 hours.`;
    case 'count':
      return `"${value}" in column "${column}" is no number of calls.`;
    case 'queues':
      return `Column "${heading}" has ${params['queues'] ?? ''} different names, more than the ${params['most'] ?? ''} queues there may be. Say --columns queue=HEADING, or queue=- if no column is the queue.`;
    case 'missing':
      return `Column "${column}" is empty.`;
    case 'noCalls':
      return params['rows'] === '1'
        ? 'There is 1 row, and it has no calls: nothing can be fitted.'
        : `There are ${params['rows'] ?? ''} rows, and none of them has calls: nothing can be fitted.`;
    case 'scenario':
      return `${params['cause'] ?? ''} make no scenario that runs. ${params['why'] ?? ''}`;
  }
}
