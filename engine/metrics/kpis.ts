/**
 * Every KPI of section 22 that is measured, defined once: the formula is text over the cells of layout.ts, read by the
 * accumulator, printed in the manual and beside the numbers. A ratio is a ratio of sums over days, never a mean of ratios;
 * `days` as denominator makes a count per day, `one` a mean over replicates (days, or blocks of days of a long run).
 * Where a formula is open in the book, the choice and its reason are in DECISIONS.md ("What the KPIs mean in a simulation").
 *
 * It computes nothing.
 */
import type { ReportSetup } from '../config/setup.ts';
import { ACTIONS, CONDITIONS, HEARD_CELLS, NOT_ABANDONS, OFFER_CELLS, type HistogramName } from './layout.ts';

/** share: fraction of 1; time: milliseconds; number: as it is. */
export type Unit = 'share' | 'time' | 'number';
/** What a KPI is told of, apart from the centre as a whole: each queue, each group, or nothing smaller. */
export type Scope = 'queue' | 'group' | 'centre';

interface KpiBase {
  /** Of section 22; `Off`, `Ans`, `Ab`, `CbAcc` are its notation, `Arrived` and `Staff` ours. */
  readonly id: string;
  /** Which number of that KPI; `mean` (or, for a share, `share`) is the KPI itself. */
  readonly stat: string;
  readonly title: string;
  readonly unit: Unit;
  readonly scope: Scope;
  readonly byInterval: boolean;
}
/** Cells and `+`, `-` between them; both sides are sums over the days. */
export interface RatioKpi extends KpiBase {
  readonly form: 'ratio';
  readonly numerator: string;
  readonly denominator: string;
}
export interface QuantileKpi extends KpiBase {
  readonly form: 'quantile';
  readonly p: number;
  readonly sample: Sample;
}
/** The largest value of all days; it has no interval. */
export interface MaximumKpi extends KpiBase {
  readonly form: 'maximum';
  readonly cell: 'longestWait';
}
export type Kpi = RatioKpi | QuantileKpi | MaximumKpi;

/** What quantiles are taken of: histograms of the record, added up. */
export const SAMPLES = {
  waitsAnswered: ['waitsAnswered'],
  waitsAll: ['waitsAnswered', 'waitsAbandoned'],
  delays: ['delays'],
  positionErrors: ['positionErrors'],
} as const satisfies Record<string, readonly HistogramName[]>;
export type Sample = keyof typeof SAMPLES;

const BY_INTERVAL = { byInterval: true };

function ratio(
  id: string,
  stat: string,
  unit: Unit,
  title: string,
  numerator: string,
  denominator: string,
  more: { readonly byInterval?: boolean; readonly scope?: Scope } = {},
): RatioKpi {
  const { byInterval = false, scope = 'queue' } = more;
  return { form: 'ratio', id, stat, unit, title, numerator, denominator, byInterval, scope };
}

function quantile(
  id: string,
  p: number,
  title: string,
  sample: Sample,
  more: { readonly unit?: Unit; readonly byInterval?: boolean } = {},
): QuantileKpi {
  const { unit = 'time', byInterval = false } = more;
  const stat = `P${Math.round(p * 100)}`;
  return { form: 'quantile', id, stat, unit, title, p, sample, byInterval, scope: 'queue' };
}

/** K-01a by what a callback counts as: left out, or answered at the opt-in, or at the join. */
const DEFAULT_SERVICE_LEVEL: Readonly<Record<ReportSetup['callbackInSL'], readonly [string, string]>> = {
  exclude: ['answeredInTime', 'offered - abandonedShort - optedIn'],
  atOptIn: ['answeredInTime + optedInInTime', 'offered - abandonedShort'],
  atConnect: ['answeredInTime + joinedInTime', 'offered - abandonedShort'],
};

const ENDED = 'answered + abandoned';
const HANDLING = 'ringing + dialling + talking + wrappingUp';
const SIGNED_IN = `${HANDLING} + available + unavailable + inactive`;
const PROMISES_SETTLED = 'optedIn + callbacksCarriedIn - callbacksOpen';

export function kpisOf(report: Pick<ReportSetup, 'callbackInSL'>): readonly Kpi[] {
  const [inTime, due] = DEFAULT_SERVICE_LEVEL[report.callbackInSL];
  return [
    ratio('Arrived', 'perDay', 'number', 'Calls that reached the centre', 'arrived', 'days', {
      byInterval: true,
      scope: 'centre',
    }),
    ratio('Off', 'perDay', 'number', 'Offered', 'offered', 'days', BY_INTERVAL),
    ratio('Ans', 'perDay', 'number', 'Answered', 'answered', 'days', BY_INTERVAL),
    ratio('Ab', 'perDay', 'number', 'Abandoned', 'abandoned', 'days', BY_INTERVAL),
    ratio('CbAcc', 'perDay', 'number', 'Opted in to a callback', 'optedIn', 'days', BY_INTERVAL),

    ratio('K-01a', 'share', 'share', 'Service level, default', inTime, due, BY_INTERVAL),
    ratio('K-01b', 'share', 'share', 'Service level, strict', 'answeredInTime', ENDED, BY_INTERVAL),
    ratio(
      'K-01c',
      'share',
      'share',
      'Service level, answered only',
      'answeredInTime',
      'answered',
      BY_INTERVAL,
    ),
    ratio(
      'K-01d',
      'share',
      'share',
      'Service level, late abandons',
      'answeredInTime',
      `${ENDED} - abandonedInTime`,
      BY_INTERVAL,
    ),
    ratio(
      'K-01e',
      'share',
      'share',
      'Service level, credit for early abandons',
      'answeredInTime + abandonedInTime',
      ENDED,
      BY_INTERVAL,
    ),
    ratio(
      'K-01f',
      'share',
      'share',
      'Service level, short abandons as served',
      'answeredInTime + abandonedShort',
      ENDED,
      BY_INTERVAL,
    ),

    // By the formula of the report; the collector compares each interval's own level with the target.
    ratio(
      'K-01',
      'intervals',
      'share',
      'Intervals that reach the target of the service level',
      'intervalsMet',
      'intervalsCounted',
    ),

    ratio('K-02', 'mean', 'time', 'Average speed of answer', 'waitAnswered', 'answered', BY_INTERVAL),
    quantile('K-02', 0.5, 'Wait of the answered, median', 'waitsAnswered'),
    quantile('K-02', 0.8, 'Wait of the answered, 80% within', 'waitsAnswered'),
    quantile('K-02', 0.9, 'Wait of the answered, 90% within', 'waitsAnswered'),
    quantile('K-02', 0.95, 'Wait of the answered, 95% within', 'waitsAnswered'),
    quantile('K-02', 0.99, 'Wait of the answered, 99% within', 'waitsAnswered'),
    ratio('K-03', 'mean', 'time', 'Average wait of all', 'waitAnswered + waitAbandoned', ENDED, BY_INTERVAL),
    quantile('K-03', 0.5, 'Wait of all, median', 'waitsAll', BY_INTERVAL),
    quantile('K-03', 0.8, 'Wait of all, 80% within', 'waitsAll', BY_INTERVAL),
    quantile('K-03', 0.9, 'Wait of all, 90% within', 'waitsAll'),
    quantile('K-03', 0.95, 'Wait of all, 95% within', 'waitsAll', BY_INTERVAL),
    quantile('K-03', 0.99, 'Wait of all, 99% within', 'waitsAll'),
    ratio('K-03', 'waited', 'share', 'Share not served at once', 'waited', ENDED),
    ratio('K-04', 'mean', 'time', 'Longest wait of a day', 'longestWait', 'one', BY_INTERVAL),
    {
      form: 'maximum',
      id: 'K-04',
      stat: 'max',
      unit: 'time',
      title: 'Longest wait of all days',
      cell: 'longestWait',
      byInterval: true,
      scope: 'queue',
    },

    ratio(
      'K-05',
      'share',
      'share',
      'Abandon rate, short abandons left out',
      'abandoned - abandonedShort',
      'offered - abandonedShort',
      BY_INTERVAL,
    ),
    ratio('K-05', 'raw', 'share', 'Abandon rate, raw', 'abandoned', 'offered', BY_INTERVAL),
    ratio('K-05', 'contact', 'share', 'Contacts that abandoned', 'contactsAbandoned', 'contacts', {
      scope: 'centre',
    }),
    ratio('K-06', 'opted-in', 'number', 'Not abandons: opted in to a callback', 'optedIn', 'days'),
    ratio('K-06', 'force-closed', 'number', 'Not abandons: force-closed', 'forceClosed', 'days'),
    ratio(
      'K-06',
      'abandoned-before-queue',
      'number',
      'Not abandons: hung up in the greeting',
      'abandonedBeforeQueue',
      'days',
      { scope: 'centre' },
    ),
    ...NOT_ABANDONS.map((reason) =>
      ratio('K-06', reason, 'number', `Not abandons: ${reason}`, `closed/${reason}`, 'days'),
    ),
    ratio('K-07', 'mean', 'time', 'Time to abandon', 'waitAbandoned', 'abandoned', BY_INTERVAL),

    ratio('K-08', 'mean', 'time', 'Handle time', 'talk + wrapUp', 'handled', BY_INTERVAL),
    ratio('K-08', 'talk', 'time', 'Talk time', 'talk', 'handled'),
    ratio('K-08', 'wrapUp', 'time', 'Wrap-up time', 'wrapUp', 'handled'),
    ratio('K-08', 'dial', 'time', 'Dial time of the agent, callbacks', 'agentDial', 'connected'),

    // Of the hours of the day: whoever waits after closing until the last call has ended is no spare capacity.
    ratio('K-09', 'share', 'share', 'Occupancy', 'handlingInHours', 'handlingInHours + availableInHours', {
      byInterval: true,
      scope: 'group',
    }),
    ratio('K-10', 'share', 'share', 'Utilisation', HANDLING, SIGNED_IN, { byInterval: true, scope: 'group' }),
    ...(
      [
        ['available', 'waiting for work'],
        ['ringing', 'ringing'],
        ['dialling', 'dialling'],
        ['talking', 'talking'],
        ['wrappingUp', 'in wrap-up'],
        ['inactive', 'inactive (RONA)'],
        ['unavailable', 'away'],
      ] as const
    ).map(([cell, words]) =>
      ratio('K-10', cell, 'share', `Agents' time ${words}`, cell, SIGNED_IN, { scope: 'group' }),
    ),
    ratio('Staff', 'perDay', 'time', 'Signed-in time', SIGNED_IN, 'days', {
      byInterval: true,
      scope: 'group',
    }),

    ratio('K-11', 'share', 'share', 'Callback offer rate', 'offeredCallback', 'offered', BY_INTERVAL),
    ratio('K-11', 'acceptance', 'share', 'Callback acceptance', 'optedIn', 'offeredCallback', BY_INTERVAL),
    ratio('K-11', 'offers', 'number', 'Callback offers heard per caller', 'offerPrompts', 'offered'),
    ratio('K-11', 'offered', 'number', 'Callers who heard an offer', 'offeredCallback', 'days'),
    ...OFFER_CELLS.map((cell, at) =>
      ratio(
        'K-11',
        `acceptedAtOffer${at + 1}`,
        'share',
        `Callers who accept at offer ${at + 1}`,
        cell,
        'offered',
      ),
    ),
    ...HEARD_CELLS.flatMap((heard, at) => [
      ratio('K-11', `heardOffer${at + 1}`, 'number', `Callers who heard offer ${at + 1}`, heard, 'days'),
      ratio(
        'K-11',
        `acceptanceOfOffer${at + 1}`,
        'share',
        `Acceptance of offer ${at + 1} by those who heard it`,
        OFFER_CELLS[at]!,
        heard,
      ),
    ]),
    ratio('K-12', 'share', 'share', 'Callbacks initiated', 'initiated', 'optedIn'),
    ratio('K-12', 'perDay', 'number', 'Callbacks initiated', 'initiated', 'days'),
    ratio('K-13', 'share', 'share', 'Callback completion', 'connected', PROMISES_SETTLED),
    ratio('K-13', 'perDay', 'number', 'Callbacks connected', 'connected', 'days'),
    ratio('K-14', 'share', 'share', 'First-attempt success', 'connectedFirst', 'initiated'),
    ratio('K-15', 'mean', 'time', 'Callback delay', 'delay', 'connected'),
    quantile('K-15', 0.5, 'Callback delay, median', 'delays'),
    quantile('K-15', 0.9, 'Callback delay, 90% within', 'delays'),
    quantile('K-15', 0.95, 'Callback delay, 95% within', 'delays'),
    ratio('K-15', 'toFirstDial', 'time', 'Opt-in to first dial', 'toFirstDial', 'connected'),
    ratio('K-15', 'ring', 'time', "Ring at the customer's", 'customerRing', 'connected'),
    ratio('K-15', 'answerToJoin', 'time', 'Answer to join', 'answerToJoin', 'connected'),
    ratio('K-16', 'mean', 'time', 'Promise error', 'promiseError', 'told'),
    ratio('K-17', 'mean', 'number', 'Attempts per completed callback', 'dials', 'connected'),
    ratio('K-18', 'share', 'share', 'Callbacks lost', 'exhausted + expired + invalidNumber', 'optedIn'),
    ratio('K-18', 'perDay', 'number', 'Callbacks lost', 'exhausted + expired + invalidNumber', 'days'),
    ratio('K-18', 'exhausted', 'share', 'Callbacks lost: attempts exhausted', 'exhausted', 'optedIn'),
    ratio('K-18', 'expired', 'share', 'Callbacks lost: expired', 'expired', 'optedIn'),
    ratio('K-18', 'invalidNumber', 'share', 'Callbacks lost: invalid number', 'invalidNumber', 'optedIn'),
    ratio(
      'K-18',
      'cancelled',
      'number',
      'Callbacks ended otherwise',
      'cancelledByAgent + servedInbound',
      'days',
    ),
    ratio('K-20', 'share', 'share', 'Agent time wasted in failed dials', 'wastedDial', SIGNED_IN, {
      scope: 'group',
    }),
    ratio('K-21', 'perDay', 'time', 'Saved hold', 'delay', 'days'),

    ratio('K-22', 'mean', 'number', 'Position error', 'positionError', 'positions'),
    quantile('K-22', 0.9, 'Position error without sign, 90% within', 'positionErrors', { unit: 'number' }),
    ratio('K-23', 'bias', 'time', 'Estimate minus wait', 'estimateError', 'estimates'),
    ratio('K-23', 'mae', 'time', 'Estimate minus wait, without sign', 'estimateErrorSize', 'estimates'),
    ratio('K-23', 'close', 'share', 'Estimates within 60 s or 20%', 'estimatesClose', 'estimates'),
    ratio('K-23', 'covered', 'share', 'Waits within their estimate', 'estimatesCovering', 'estimatesJudged'),
    ratio('K-23', 'validity', 'share', 'Entries with an estimate', 'entriesWithEstimate', 'entries'),

    ratio('K-24', 'share', 'share', 'RONA rate', 'missed', 'rings', BY_INTERVAL),
    ratio('K-24', 'declines', 'share', 'Declined rings', 'declined', 'rings'),
    ratio('K-24', 'deviceErrors', 'share', 'Device errors', 'deviceErrors', 'rings'),
    ratio('K-24', 'share', 'share', 'RONA rate', 'agentMissed', 'agentRings', { scope: 'group' }),
    ratio('K-24', 'declines', 'share', 'Declined rings', 'agentDeclined', 'agentRings', { scope: 'group' }),
    ratio('K-24', 'deviceErrors', 'share', 'Device errors', 'agentDeviceErrors', 'agentRings', {
      scope: 'group',
    }),

    ratio('K-31', 'share', 'share', 'Overflowed out', 'overflowedOut', 'reached', BY_INTERVAL),
    ratio('K-31', 'out', 'number', 'Overflowed out', 'overflowedOut', 'days'),
    ratio('K-31', 'in', 'number', 'Overflowed in', 'overflowedIn', 'days'),
    ...CONDITIONS.flatMap((when) =>
      ACTIONS.flatMap((action) => {
        const cell = `overflow/${when}/${action}`;
        const title = `${when}: ${action}`;
        return [
          ratio('K-31', `${when}/${action}`, 'share', title, cell, 'reached'),
          ratio('K-31', `${when}/${action}/perDay`, 'number', title, cell, 'days'),
        ];
      }),
    ),
    ratio('K-32', 'live', 'number', 'Calls waiting, average', 'waitingArea', 'elapsed', BY_INTERVAL),
    ratio('K-32', 'callbacks', 'number', 'Callbacks open, average', 'callbackArea', 'elapsed', BY_INTERVAL),
    ratio('K-32', 'liveAtEnd', 'number', 'Calls still waiting at the end', 'stillWaiting', 'days'),
    ratio('K-32', 'callbacksAtEnd', 'number', 'Callbacks still open at the end', 'callbacksOpen', 'days'),
    ratio('K-34', 'queue-full', 'share', 'Refused: queue full', 'refusedFull', 'reached', BY_INTERVAL),
    ratio('K-34', 'capacity-exceeded', 'share', 'Refused: line ceiling', 'capacityExceeded', 'arrived', {
      scope: 'centre',
    }),
    ratio('K-34', 'share', 'share', 'Refused calls', 'capacityExceeded + refusedFull', 'arrived', {
      scope: 'centre',
      byInterval: true,
    }),
  ];
}

/** Errors keep their sign (K-16, K-22, K-23). */
const SIGNED = ['promiseError', 'positionError', 'estimateError'];

/** Between what the true value lies whatever the days say: a share is no more than 1, a count or a wait no less than 0. */
export function rangeOf(kpi: Kpi): { readonly least: number; readonly most: number } {
  const isSigned = kpi.form === 'ratio' && SIGNED.includes(kpi.numerator);
  return { least: isSigned ? -Infinity : 0, most: kpi.unit === 'share' ? 1 : Infinity };
}

/** The terms of a formula: cell and sign. */
export function termsOf(formula: string): readonly { readonly cell: string; readonly sign: 1 | -1 }[] {
  const words = formula.split(' ');
  const terms: { cell: string; sign: 1 | -1 }[] = [{ cell: words[0]!, sign: 1 }];
  for (let at = 1; at < words.length; at += 2)
    terms.push({ cell: words[at + 1]!, sign: words[at] === '-' ? -1 : 1 });
  return terms;
}

/** The stat that is meant when none is named. */
const MAIN_STATS = ['share', 'mean', 'perDay', 'bias', 'live'];

/**
 * A KPI by ID (`K-05`, and with a stat: `K-05raw`, `K-11acceptance`, `K-15.P90`). `K-01` is the formula of the report.
 * @param scope one that can be told of a single queue, say, where there is one (K-34 of a queue is its being full)
 */
export function kpiById(
  kpis: readonly Kpi[],
  id: string,
  serviceLevel: ReportSetup['serviceLevel'],
  scope: Scope | null = null,
): Kpi | undefined {
  if (id === 'K-01') return kpiById(kpis, `K-01${serviceLevel}`, serviceLevel, scope);
  if (scope !== null) {
    const own = kpis.filter((kpi) => kpi.scope === scope);
    return mainOf(own, id) ?? own.find((kpi) => kpi.id === id) ?? kpiById(kpis, id, serviceLevel);
  }
  return mainOf(kpis, id);
}

function mainOf(kpis: readonly Kpi[], id: string): Kpi | undefined {
  for (const stat of MAIN_STATS) {
    const main = kpis.find((kpi) => kpi.id === id && kpi.stat === stat);
    if (main !== undefined) return main;
  }
  return kpis.find((kpi) => id === `${kpi.id}${kpi.stat}` || id === `${kpi.id}.${kpi.stat}`);
}
