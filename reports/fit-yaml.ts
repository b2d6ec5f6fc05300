/**
 * A fit as a scenario: YAML that runs as it is, with a comment at each figure that says where it came from. What the data do not
 * tell is marked PLACEHOLDER. It fits nothing and reads no file.
 */
import {
  clockText,
  dateText,
  HANDLE_UNTIL_MEASURED,
  lengthText,
  PLACEHOLDER_TARGET,
  weekdayNames,
  weekdayOf,
} from '../engine/index.ts';
import type { Fit, KindDemand, QueueDemand, QueueFit } from '../engine/index.ts';
import { readNoteText } from './fit-note-words.ts';
import { figures, secondsText } from './fit-law-text.ts';
import { patienceLines, redialLines, timesLines } from './fit-yaml-people.ts';
import { comment, count, counted, indented, nameText, percent, wrappedList } from './fit-yaml-text.ts';

export interface FitYamlInfo {
  readonly version: string;
  readonly file: string;
  readonly command: string;
  readonly zone?: string | undefined;
  /** Handle times as a list of measured values instead of a law. */
  readonly isEmpirical?: boolean | undefined;
}

export function fitYaml(fit: Fit, info: FitYamlInfo): string {
  const lines = [
    ...head(fit, info),
    '',
    `name: ${nameText(`Fitted from ${baseName(info.file)}`)}`,
    '',
    ...daysLines(fit, info),
    '',
    ...queueLines(fit),
    '',
    ...kindLines(fit),
    '',
    ...calendarLines(fit),
    '',
    ...agentLines(fit),
    '',
    ...demandLines(fit, info),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

export function teamOf(queue: string): string {
  return `${queue} team`;
}

function baseName(file: string): string {
  return file === '-' ? 'data' : (file.split(/[\\/]/).at(-1) ?? file);
}

// ---------------------------------------------------------------- head, days, queues

function head(fit: Fit, { version, file, command }: FitYamlInfo): string[] {
  const { source, days, trend } = fit;
  const what =
    source.shape === 'calls'
      ? counted(source.rows, 'call')
      : `${counted(source.rows, 'count')} by intervals of ${lengthText((source.interval ?? 0) * 1000)}`;
  const outliers = days.filter(({ outlier }) => outlier !== null).length;
  const left = fit.options.keepsOutliers ? 'kept' : 'left out';
  const columns = source.columns
    .map(({ role, heading, isStated }) => `${role} is "${heading}"${isStated ? ' (stated)' : ''}`)
    .join(', ');
  return [
    ...comment(
      `Fitted by tandem ${version} from ${baseName(file)}: ${what}, ${dateText(source.firstDay)} to ${dateText(source.lastDay)}. To fit it again: ${command}`,
    ),
    '#',
    ...comment(`Columns: ${columns}.`),
    ...source.notes.flatMap((note) => comment(readNoteText(note))),
    ...(source.daysMissing > 0
      ? comment(
          source.daysMissing === 1
            ? '1 day between the first and the last has no row and is in no figure.'
            : `${count(source.daysMissing)} days between the first and the last have no row and are in no figure.`,
        )
      : []),
    ...(outliers > 0
      ? comment(
          `${outliers === 1 ? '1 day is' : `${outliers} days are`} far from the usual and ${left}; see kinds.`,
        )
      : []),
    ...(trend !== null && trend.interval[0] * trend.interval[1] > 0
      ? comment(
          `Volumes ${trend.perMonth > 0 ? 'rise' : 'fall'} by ${percent(Math.abs(trend.perMonth))} in 30 days (95%: ${percent(trend.interval[0])} to ${percent(trend.interval[1])}); the day factor has that in it.`,
        )
      : []),
    '#',
    ...comment(
      'Intervals in the comments are of 95% confidence. What the data do not tell is marked PLACEHOLDER.',
    ),
  ];
}

function daysLines({ options, source, kinds }: Fit, { zone }: FitYamlInfo): string[] {
  const from = Math.min(...kinds.map((kind) => kind.from));
  const to = Math.max(...kinds.map((kind) => kind.to));
  const parts = [
    `from: ${clockText(from * 1000)}`,
    `to: ${clockText(to * 1000)}`,
    ...(zone === undefined ? [] : [`zone: ${/^[A-Za-z][\w/+-]*$/.test(zone) ? zone : JSON.stringify(zone)}`]),
    `interval: ${lengthText(options.interval * 1000)}`,
    `start: ${dateText(source.firstDay)}`,
    'count: 200',
  ];
  return [`days: { ${parts.join(', ')} }`];
}

function queueLines({ queues }: Fit): string[] {
  const { share, seconds } = PLACEHOLDER_TARGET;
  return [
    '# PLACEHOLDER: the data have no targets.',
    'queues:',
    ...queues.map(
      ({ queue }) =>
        `  ${nameText(queue)}: { serviceLevel: { share: ${percent(share)}, within: ${seconds}s } }`,
    ),
  ];
}

// ---------------------------------------------------------------- kinds of day

function kindLines(fit: Fit): string[] {
  return ['kinds:', ...fit.kinds.flatMap((kind) => indented(oneKind(fit, kind)))];
}

function oneKind(fit: Fit, kind: KindDemand): string[] {
  const { totals } = kind;
  const names = kind.weekdays.map((weekday) => weekdayNames[weekday]).join(', ');
  const number = counted(kind.days, 'day');
  const whole = `${figures(totals.mean)} ${totals.mean === 1 ? 'call' : 'calls'} a day (${figures(totals.meanInterval[0])} to ${figures(totals.meanInterval[1])}), variance ${figures(totals.variance)} (${figures(totals.varianceInterval[0])} to ${figures(totals.varianceInterval[1])})`;
  const outside =
    kind.outside > 0
      ? ` ${percent(kind.outside)} of the calls come outside these hours and are left out.`
      : '';
  return [
    ...comment(`${number} (${names}): ${whole}.`),
    ...outlierComments(fit, kind),
    `${nameText(kind.name)}:`,
    ...indented([
      ...comment(
        fit.options.hours
          ? `Hours as stated.${outside}`
          : `Found: the hours around the busiest, down to 5% of its calls.${outside}`,
      ),
      `from: ${clockText(kind.from * 1000)}`,
      `to: ${clockText(kind.to * 1000)}`,
      'demand:',
      ...kind.queues.flatMap((queue) => indented(arrivalLines(kind, queue))),
      'agents:',
      ...fit.queues.flatMap(({ queue, staff }) =>
        indented([
          `${nameText(teamOf(queue))}:`,
          '  # PLACEHOLDER, see agents.',
          ...indented(wrappedList('staff', (staff[kind.name] ?? []).map(String))),
        ]),
      ),
    ]),
  ];
}

const LISTED = 40;

function outlierComments({ days, options }: Fit, { name }: KindDemand): string[] {
  const far = days.filter(({ kind, outlier }) => kind === name && outlier !== null);
  if (far.length === 0) return [];
  const listed = far.slice(0, LISTED).map(({ day, calls, outlier }) => {
    const weekday = weekdayNames[weekdayOf(day)];
    const like = typeof outlier?.like === 'string' ? `, as many as a ${outlier.like}` : '';
    return `  ${dateText(day)} ${weekday}: ${outlier?.why === 'noCalls' ? 'no calls, closed?' : `${figures(calls)} calls, z ${figures(outlier?.z ?? 0)}${like}`}`;
  });
  const more = far.length > LISTED ? [`  and ${far.length - LISTED} more`] : [];
  const title = `${options.keepsOutliers ? 'Kept, though far' : 'Left out as far'} from the usual ${figures(far[0]?.outlier?.usual ?? 0)} calls (robust z beyond 3.5: holidays, faults?):`;
  return [...comment(title), ...[...listed, ...more].map((line) => `# ${line}`)];
}

function arrivalLines({ days }: KindDemand, demand: QueueDemand): string[] {
  const { intervals, factor, isVaried, queue } = demand;
  if (factor.mean === 0) return [`${nameText(queue)}: none`];
  const dispersion = figures(factor.dispersionIndex);
  const [low, high] = factor.shapeInterval.map((shape) =>
    Number.isFinite(shape) ? figures(shape) : 'any',
  ) as [string, string];
  return [
    `${nameText(queue)}:`,
    ...indented([
      'arrivals:',
      ...indented([
        ...comment(`Mean calls by interval of ${counted(days, 'day')}, ${figures(factor.mean)} in all.`),
        ...wrappedList(
          'perInterval',
          intervals.map(({ mean }) => String(Number(mean.toFixed(2)))),
        ),
        ...(isVaried
          ? [
              ...comment(
                `Daily totals vary ${dispersion} times as much as chance alone would make them. Gamma by moments, mean² / (variance - mean); maximum likelihood (negative binomial) gives ${figures(factor.shapeLikelihood)} (${low} to ${high}).`,
              ),
              `dayFactor: { gamma: { shape: ${figures(factor.shapeMoments)} } }`,
            ]
          : comment(
              days < 2
                ? 'One day does not tell how days vary: no day factor.'
                : `Days differ no more than by chance: daily totals vary ${dispersion} times as much as chance alone would make them, and maximum likelihood has a shape of ${low} to any. No day factor.`,
            )),
      ]),
    ]),
  ];
}

// ---------------------------------------------------------------- calendar, agents, demand

function calendarLines({ kinds, closed, days }: Fit): string[] {
  const kindOf = (weekday: number): string =>
    kinds.find(({ weekdays }) => weekdays.includes(weekday))?.name ?? 'closed';
  const shut = days.filter(({ outlier }) => outlier?.why === 'noCalls');
  return [
    'calendar:',
    ...weekdayNames.map((name, weekday) => `  ${name}: ${nameText(kindOf(weekday))}`),
    ...(closed.length > 0 ? ['  # Closed: weekdays of which the data have no calls, or hardly any.'] : []),
    ...(shut.length > 0
      ? ['  # No calls on these.', '  dates:', ...shut.map(({ day }) => `    ${dateText(day)}: closed`)]
      : []),
  ];
}

function agentLines({ queues }: Fit): string[] {
  const { share, seconds } = PLACEHOLDER_TARGET;
  return [
    ...comment(
      `PLACEHOLDER: arrivals do not tell who was there. By Erlang C each interval has the agents for ${percent(share)} within ${seconds} s of its mean calls, at the mean handle time below; a busy day needs more. Put your roster here and under kinds.`,
    ),
    'agents:',
    ...queues.map(({ queue }) => `  ${nameText(teamOf(queue))}: { queues: [${nameText(queue)}] }`),
  ];
}

function demandLines(fit: Fit, info: FitYamlInfo): string[] {
  return ['demand:', ...fit.queues.flatMap((queue) => indented(demandOfQueue(fit, queue, info)))];
}

function demandOfQueue(fit: Fit, queue: QueueFit, { isEmpirical = false }: FitYamlInfo): string[] {
  const law = fit.options.law;
  return [
    `${nameText(queue.queue)}:`,
    ...indented([
      '# By kind of day, above.',
      'arrivals: none',
      ...(queue.talk === null ? averageTalk(queue) : timesLines('talk', queue.talk, law, isEmpirical)),
      ...(queue.wrapUp === null ? [] : timesLines('wrapUp', queue.wrapUp, law, isEmpirical)),
      ...patienceLines(queue.patience),
      ...redialLines(fit.redials),
    ]),
  ];
}

function averageTalk({ handle }: QueueFit): string[] {
  if (handle.isMeasured) {
    return [
      ...comment(
        'The mean of the averages in the data, by calls. PLACEHOLDER: the law; averages do not tell it.',
      ),
      `talk: { exponential: { mean: ${secondsText(handle.mean)} } }`,
    ];
  }
  return [
    ...comment('PLACEHOLDER: the data have no handle times.'),
    `talk: { exponential: { mean: ${secondsText(HANDLE_UNTIL_MEASURED)} } }`,
  ];
}
