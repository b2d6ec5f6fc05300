/** The sentences of `tandem fit`, in English: wrong lines of a file, and how the file was read. Codes and parameters in, text out. */
import type { DataProblem, ReadNote } from '../engine/index.ts';

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
    case 'count':
      return `"${value}" in column "${column}" is no number of calls.`;
    case 'queues':
      return `Column "${heading}" has ${params['queues'] ?? ''} different names, more than the ${params['most'] ?? ''} queues there may be. Say --columns queue=HEADING, or queue=- if no column is the queue.`;
    case 'missing':
      return `Column "${column}" is empty.`;
  }
}

/** How the file was read, where that could have been otherwise. */
export function readNoteText({ code, params }: ReadNote): string {
  const of = (key: string): string => String(params[key] ?? '');
  switch (code) {
    case 'header':
      return `The headings are in line ${of('line')}; what stands above them is left out.`;
    case 'order':
      return `Dates are read as ${of('format')}.`;
    case 'ambiguousOrder':
      return `No date says whether day or month comes first: they are read as ${of('format')}. State it with --time-format if that is wrong.`;
    case 'halves':
      return `${of('counts')} counts are no whole numbers; they are taken as they are.`;
    case 'doubled':
      return `${of('rows')} rows have the date, time and queue of another; their calls are added (the hour that comes twice in autumn?).`;
    case 'unknownOutcomes':
      return `Outcome "${of('word')}" (${of('rows')} rows) is taken for a call that left the queue neither answered nor abandoned.`;
    case 'skipped':
      return `${of('lines')} of ${of('rows')} lines cannot be read and are left out.`;
    case 'averageHandle':
      return `Column "${of('column')}" has averages: handle times have their mean, and no law.`;
  }
}
