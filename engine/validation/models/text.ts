/**
 * The text of a scenario as a planner would write it: its sections, the laws of the pack in the words of a scenario, talk, wrap-up
 * and patience under whichever of the names a family uses. It knows no model.
 *
 * Defaults of the rules copy real switches; the cases are purer: agents answer at once and never miss, prompts and reactions take no
 * time, callbacks are answered at once, nobody is a "short abandon", lines are unlimited unless they are the model.
 */
import { MalformedError, ParamsError, type Params } from '../params.ts';

export const PURE = 'shortAbandonThreshold: 0s, serviceLevel: { within: 20s }';

/** The queue of models that have one. */
export const QUEUE = 'calls';

export interface Parts {
  readonly days: string;
  readonly lines?: number;
  readonly queues: Readonly<Record<string, string>>;
  readonly agents: Readonly<Record<string, string>>;
  readonly demand: Readonly<Record<string, string>>;
}

export function scenarioText(title: string, { days, lines, queues, agents, demand }: Parts): string {
  const section = (name: string, entries: Readonly<Record<string, string>>): string =>
    [`${name}:`, ...Object.entries(entries).map(([key, value]) => `  ${key}: { ${value} }`)].join('\n');
  return [
    // A name of a scenario is one line of a sensible length.
    `name: ${JSON.stringify(title.replaceAll(/\s+/g, ' ').slice(0, 100))}`,
    `days: { ${days} }`,
    ...(lines === undefined ? [] : [`lines: { maxCalls: ${lines} }`]),
    section('queues', queues),
    section('agents', agents),
    section('demand', demand),
    'prompts: 0s',
    '',
  ].join('\n');
}

/** Parts of a map, those that are empty left out. */
export const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

/** Lengths are whole milliseconds in a scenario; written without an exponent. */
export const seconds = (length: number): string => `${Number(length.toFixed(3))}s`;

/** Numbers of the pack are written out: YAML reads 1e-7, a rate does not. */
export const plain = (value: number): string =>
  String(value).includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : String(value);

export const perHour = (rate: number): string => `arrivals: { perHour: ${plain(rate)} }`;

export const exponential = (mean: number): string => `{ exponential: { mean: ${seconds(mean)} } }`;

/** A law of the pack. */
export function law(of: Params): string {
  const name = of.text('law');
  switch (name) {
    case 'exponential':
      return exponential(of.number('meanSec'));
    case 'deterministic':
    case 'constant':
      return `{ constant: ${seconds(of.number(of.has('sec') ? 'sec' : 'meanSec'))} }`;
    case 'lognormal':
      return `{ lognormal: { mean: ${seconds(of.number('meanSec'))}, cv: ${plain(of.number('cv'))} } }`;
    case 'erlang':
    case 'gamma':
      return `{ ${name}: { shape: ${plain(of.number(shapeKey(of)))}, mean: ${seconds(of.number('meanSec'))} } }`;
    case 'weibull':
      return of.has('scaleSec')
        ? `{ weibull: { shape: ${plain(of.number('shape'))}, scale: ${seconds(of.number('scaleSec'))} } }`
        : `{ weibull: { shape: ${plain(of.number('shape'))}, mean: ${seconds(of.number('meanSec'))} } }`;
    case 'uniform':
      return `{ uniform: { from: ${seconds(of.optional('fromSec') ?? 0)}, to: ${seconds(of.number('toSec'))} } }`;
    case 'mixture':
    case 'hyperexponential':
      return mixture(of);
    default:
      throw new ParamsError(`no law "${name}"`);
  }
}

const shapeKey = (of: Params): string => ['shape', 'stages', 'k'].find((key) => of.has(key)) ?? 'shape';

function mixture(of: Params): string {
  const weights = of.numbers('weights');
  const means = of.numbers('meansSec');
  if (weights.length !== means.length) throw new MalformedError('weights and meansSec are not of one length');
  const branches = means.map((mean, at) => `{ weight: ${plain(weights[at] ?? 0)}, mean: ${seconds(mean)} }`);
  return `{ hyperexponential: [${branches.join(', ')}] }`;
}

/** Mean and coefficient of variation, for warm-ups and lengths; 1 where the law has none in the pack. */
export function meanOf(of: Params): number {
  for (const key of ['meanSec', 'sec']) if (of.has(key)) return of.number(key);
  if (of.has('weights')) {
    const weights = of.numbers('weights');
    return of.numbers('meansSec').reduce((sum, mean, at) => sum + mean * (weights[at] ?? 0), 0);
  }
  if (of.has('toSec')) return (of.number('toSec') + (of.optional('fromSec') ?? 0)) / 2;
  return of.number('scaleSec');
}

export function cvOf(of: Params): number {
  if (of.has('cv')) return of.number('cv');
  if (of.has('weights')) {
    const weights = of.numbers('weights');
    const second = of
      .numbers('meansSec')
      .reduce((sum, mean, at) => sum + 2 * mean * mean * (weights[at] ?? 0), 0);
    return Math.sqrt(second / meanOf(of) ** 2 - 1);
  }
  switch (of.text('law')) {
    case 'deterministic':
    case 'constant':
      return 0;
    case 'erlang':
    case 'gamma':
      return 1 / Math.sqrt(of.number(shapeKey(of)));
    case 'weibull':
      // Exactly with gamma functions; 1/shape is near enough for a length (Weibull of shape 0.5: 2.24).
      return 1 / of.number('shape');
    default:
      return 1;
  }
}

/** Talk and wrap-up, whichever of the names a family uses. */
export function work(params: Params): string {
  if (params.has('handle')) return `talk: ${law(params.part('handle'))}`;
  if (params.has('talkMeanSec'))
    return `talk: ${exponential(params.number('talkMeanSec'))}, wrapUp: ${exponential(params.number('wrapMeanSec'))}`;
  return `talk: ${exponential(params.number('meanHandleSec'))}`;
}

export function meanWork(params: Params): number {
  if (params.has('talkMeanSec')) return params.number('talkMeanSec') + params.number('wrapMeanSec');
  return params.has('handle') ? meanOf(params.part('handle')) : params.number('meanHandleSec');
}

/** How long a caller waits before hanging up; those who balk are a share apart. */
export function patience(params: Params): string {
  if (params.has('meanPatienceSec')) return `patience: ${exponential(params.number('meanPatienceSec'))}`;
  if (!params.has('patience')) return '';
  const of = params.part('patience');
  const balk = of.optional('balkProbability');
  const atZero = of.optional('zeroProbability');
  const more = joined(
    balk === null ? '' : `balk: ${plain(balk)}`,
    atZero === null ? '' : `atZero: ${plain(atZero)}`,
  );
  const alone = law(of);
  return `patience: ${more === '' ? alone : alone.replace(/ \}$/, `, ${more} }`)}`;
}

/** Mean patience in seconds, null for endless. */
export function meanPatience(params: Params): number | null {
  if (params.has('meanPatienceSec')) return params.number('meanPatienceSec');
  return params.has('patience') ? meanOf(params.part('patience')) : null;
}

/** A callback is taken with this chance, at once, and answered at once when dialled. */
export const answersAtOnce = (params: Params): string =>
  `callback: { accepts: ${plain(params.number('acceptProbability'))}, reaction: 0s, answerAfter: 0s }`;
