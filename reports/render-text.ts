/**
 * The report for a terminal: headline first, then tables that fit the width. A pure function of the report; what is not in
 * there (how fast it went) is handed in beside it. All words come from words.ts.
 */
import { formatMeasured, formatNumber, formatSeconds, formatShare, numbersOf } from './format.ts';
import type { Measured, Numbers, ReportUnit } from './format.ts';
import { WORDS } from './languages.ts';
import type { Funnel, GroupTime, Headline, KpiRow, Report, Verdict } from './schema.ts';
import { painter, shortened, tableLines, tableWidth, wrapped } from './text-table.ts';
import type { Cell, Column, Paint, Row, Tone } from './text-table.ts';
import { warningText } from './warning-text.ts';
import type { Language, Words } from './words.ts';

export interface TextOptions {
  /** Columns; 80 unless told, never less than 60. */
  readonly width?: number | undefined;
  readonly colour?: boolean | undefined;
  /** Of words and numbers; English unless told. */
  readonly language?: Language | undefined;
  /** Of the machine, not of the report. */
  readonly speed?: { readonly callsPerSecond: number; readonly seconds: number } | undefined;
}

export function renderText(report: Report, options: TextOptions = {}): string {
  return new Page(report, options).text();
}

const LEFT = { align: 'left' } as const;
const RIGHT = { align: 'right' } as const;
const INDENT = '  ';
const QUEUES_SHOWN = 8;
const GROUPS_SHOWN = 20;
/** A day and night by half hours. */
const INTERVALS_SHOWN = 48;

interface Table {
  readonly headings: readonly string[] | null;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

/** What is left out: all together, the whole day. */
interface RowPart {
  readonly queue?: string | null;
  readonly kind?: string | null;
  readonly interval?: number | null;
}

class Page {
  readonly #report: Report;
  readonly #language: Language;
  readonly #words: Words;
  readonly #numbers: Numbers;
  readonly #paint: Paint;
  readonly #width: number;
  readonly #speed: TextOptions['speed'];
  readonly #lines: string[] = [];

  constructor(report: Report, { width = 80, colour = false, language = 'en', speed }: TextOptions) {
    const words = WORDS[language];
    this.#report = report;
    this.#language = language;
    this.#words = words;
    this.#numbers = numbersOf(words.locale);
    this.#paint = painter(colour);
    this.#width = Math.max(60, width);
    this.#speed = speed;
  }

  text(): string {
    this.#title();
    this.#headline();
    this.#queues();
    this.#kinds();
    this.#callbacks();
    this.#agents();
    this.#cost();
    this.#overflow();
    this.#throughTheDay();
    this.#waits();
    this.#expectations();
    this.#warnings();
    this.#foot();
    return `${this.#lines.join('\n')}\n`;
  }

  // ---------------------------------------------------------------- sections

  #title(): void {
    const { scenario, seed, tandem, days } = this.#report;
    const words = this.#words;
    const parts = [words.days(this.#whole(days.simulated), days.simulated)];
    if (days.ended === 'stopped') parts.push(words.interrupted(this.#whole(days.asked)));
    if (days.continuous) parts.push(words.blocks(this.#whole(days.blockDays), days.blockDays));
    parts.push(`${words.seed} ${seed}`, `tandem ${tandem}`);
    this.#lines.push(this.#paint(shortened(scenario, this.#width), 'strong'));
    this.#lines.push(this.#paint(parts.join(' · '), 'dim'));
    this.#method();
  }

  /** How the intervals were made, where that is not day by day. */
  #method(): void {
    const { analysis, days } = this.#report;
    const { controlVariates, warmUp, antithetic } = analysis;
    const words = this.#words;
    const parts: string[] = [];
    if (warmUp !== null && warmUp.chosen !== null)
      parts.push(words.warmUp(formatSeconds(this.#numbers, days.warmUp)));
    if (antithetic) parts.push(words.mirrored);
    if (controlVariates !== null) {
      const gain = controlVariates.gains.find(({ id }) => id === 'K-03')?.varianceRatio ?? null;
      parts.push(words.controlled(gain === null ? null : this.#numbers.plain(gain, 1)));
    }
    if (parts.length === 0) return;
    for (const line of wrapped(parts.join(' · '), this.#width)) this.#lines.push(this.#paint(line, 'dim'));
  }

  #headline(): void {
    const rows = this.#report.headline.slice(0, 1 + QUEUES_SHOWN).map((each) => this.#headlineRow(each));
    const kpi = this.#report.headline[0]?.kpi ?? '';
    this.#fitted(`${this.#words.serviceLevel} (${kpi})`, null, rows, [LEFT, RIGHT, LEFT, LEFT], 3);
  }

  #headlineRow(headline: Headline): Row {
    const { queue, target, within, verdict } = headline;
    const words = this.#words;
    const share = target === null ? null : `${words.target} ${this.#shortShare(target)}`;
    const goal = within === null ? '' : words.within(share, formatSeconds(this.#numbers, within));
    return [
      { text: shortened(queue ?? words.all, 24) },
      { ...this.#measured('share', headline), tone: 'strong' },
      verdict === null ? { text: '' } : { text: words.verdict[verdict], tone: TONE[verdict] },
      { text: goal, tone: 'dim' },
    ];
  }

  #queues(): void {
    const queues = this.#report.headline.map(({ queue }) => queue);
    const shown = queues.slice(0, 1 + QUEUES_SHOWN);
    const ids = QUEUE_ROWS.filter(
      (id) => !WHEN_THERE.has(id) || shown.some((queue) => this.#isThere(id, queue)),
    );
    let from = 0;
    while (from < shown.length) {
      const table = this.#queueTable(ids, shown.slice(from));
      this.#section(from === 0 ? this.#words.queues : '', table.headings, table.rows, table.columns);
      from += table.columns.length - 1;
    }
    const rest = queues.length - shown.length;
    if (rest > 0) this.#lines.push(INDENT + this.#paint(this.#words.moreQueues(this.#whole(rest)), 'dim'));
  }

  /** As many queues side by side as fit, one at least. */
  #queueTable(ids: readonly string[], queues: readonly (string | null)[]): Table {
    for (let count = queues.length; ; count--) {
      const taken = queues.slice(0, count);
      const table: Table = {
        headings: ['', ...taken.map((queue) => shortened(queue ?? this.#words.all, 17))],
        rows: ids.map((id) => [
          { text: this.#words.kpi[id] ?? id },
          ...taken.map((queue) => (id === OTHERWISE ? this.#otherwise(queue) : this.#kpi(id, { queue }))),
        ]),
        columns: [LEFT, ...taken.map(() => RIGHT)],
      };
      if (count <= 1 || this.#fits(table)) return table;
    }
  }

  #isThere(id: string, queue: string | null): boolean {
    const mean = id === OTHERWISE ? this.#endedOtherwise(queue) : this.#row(id, { queue })?.mean;
    return (mean ?? 0) !== 0;
  }

  #otherwise(queue: string | null): Cell {
    return { text: formatNumber(this.#numbers, this.#endedOtherwise(queue)) };
  }

  /**
   * Offered callers who were neither answered nor abandoned nor took a callback: moved to another queue or number, voicemail,
   * ended by overflow, closed by hand or as a duplicate, still waiting at the end. The rest and not a KPI, so that the column
   * adds up; that nobody is lost between is held by the sums of section 22 where a day is counted.
   */
  #endedOtherwise(queue: string | null): number | null {
    const [offered, ...ends] = ['Off', 'Ans', 'Ab', 'CbAcc'].map((id) => this.#row(id, { queue })?.mean);
    if (offered === undefined || offered === null) return null;
    const rest = ends.reduce<number>((left, end) => left - (end ?? 0), offered);
    // Means of whole numbers over fewer than a million days: what is smaller is the dust of subtraction.
    return Math.abs(rest) < 1e-6 ? 0 : rest;
  }

  #kinds(): void {
    const { kinds } = this.#report.days;
    if (kinds.length < 2) return;
    const headings = ['', '', ...DAY_IDS.map((id) => this.#words.dayHeadings[id] ?? id)];
    const rows = kinds.map(({ kind, simulated }): Row => [
      { text: shortened(kind, 12) },
      { text: this.#words.days(this.#whole(simulated), simulated), tone: 'dim' },
      ...DAY_IDS.map((id) => this.#kpi(id, { kind })),
    ]);
    this.#fitted(this.#words.kinds, headings, rows, [LEFT, LEFT, ...DAY_IDS.map(() => RIGHT)], 3);
  }

  #callbacks(): void {
    const { callbacks, headline } = this.#report;
    const isOne = headline.length === 1;
    for (const funnel of callbacks.slice(0, 1 + QUEUES_SHOWN)) {
      const { queue } = funnel;
      const name = isOne ? '' : `: ${shortened(queue ?? this.#words.all, 40)}`;
      const title = this.#words.callbacks + name;
      this.#section(title, null, this.#funnelRows(funnel), [LEFT, RIGHT, RIGHT, LEFT]);
      if (funnel.connected === 0) continue;
      const { text, after = '' } = this.#kpi('K-15', { queue });
      const parts = [
        `${this.#words.delay} ${text}${after}`,
        `${this.#words.halfWithin} ${this.#kpi('K-15.P50', { queue }).text}`,
        `${this.#words.mostWithin} ${this.#kpi('K-15.P90', { queue }).text}`,
      ];
      for (const line of wrapped(parts.join(', '), this.#width - INDENT.length))
        this.#lines.push(INDENT + line);
    }
  }

  #funnelRows(funnel: Funnel): Row[] {
    const { funnel: names, of } = this.#words;
    const settled = funnel.optedIn - funnel.open;
    const steps: readonly (readonly [keyof Words['funnel'], number, string])[] = [
      ['callers', 0, ''],
      ['heardOffer', funnel.callers, of.heardOffer],
      ['optedIn', funnel.heardOffer, of.optedIn],
      ['initiated', funnel.optedIn, of.initiated],
      ['connected', settled, of.connected],
      ['lost', funnel.optedIn, of.lost],
      ['otherwise', funnel.optedIn, of.lost],
      ['open', funnel.optedIn, of.lost],
    ];
    return steps
      .filter(([step]) => funnel[step] > 0 || (step !== 'otherwise' && step !== 'open'))
      .map(([step, base, words]) => [
        { text: step === 'callers' ? names[step] : `  ${names[step]}` },
        { text: formatNumber(this.#numbers, funnel[step]) },
        { text: base > 0 ? formatShare(this.#numbers, funnel[step] / base) : '' },
        { text: base > 0 ? words : '', tone: 'dim' },
      ]);
  }

  #agents(): void {
    const shown = this.#report.agents.slice(0, 1 + GROUPS_SHOWN);
    const most = (activity: Activity): number =>
      Math.max(...shown.map(({ shares }) => shares[activity] ?? 0));
    // Columns that would say 0.0 for everybody are left out, then the smallest until the table fits.
    const bySize = ACTIVITIES.filter((each) => most(each) >= 0.0005).toSorted((a, b) => most(b) - most(a));
    for (let count = bySize.length; count >= 0; count--) {
      const taken = bySize.slice(0, count);
      const table = this.#agentTable(ACTIVITIES.filter((each) => taken.includes(each)));
      if (count > 0 && !this.#fits(table)) continue;
      this.#section(this.#words.agents, table.headings, table.rows, table.columns);
      return;
    }
  }

  #cost(): void {
    const { cost } = this.#report;
    if (cost === null) return;
    const money = (value: number): string => this.#numbers.money(value, cost.currency);
    const groups = cost.groups.map(({ group, perDay }) => `${shortened(group, 18)} ${money(perDay)}`);
    const isListed = groups.length > 1 && groups.length <= GROUPS_SHOWN;
    const text = this.#words.cost(money(cost.perDay), isListed ? groups.join(', ') : '');
    for (const line of wrapped(text, this.#width - INDENT.length)) this.#lines.push(`${INDENT}${line}`);
  }

  #agentTable(activities: readonly Activity[]): Table {
    const { hoursPerDay, occupancy: occupied, activity: names } = this.#words;
    return {
      headings: ['', hoursPerDay, occupied, ...activities.map((each) => names[each])],
      rows: this.#report.agents
        .slice(0, 1 + GROUPS_SHOWN)
        .map(({ group, signedIn, occupancy, shares }) => [
          { text: shortened(group ?? this.#words.all, 18) },
          { text: formatNumber(this.#numbers, signedIn === null ? null : signedIn / 3600) },
          this.#measured('share', occupancy),
          ...activities.map((each) => ({ text: this.#percent(shares[each]) })),
        ]),
      columns: [LEFT, RIGHT, RIGHT, ...activities.map(() => RIGHT)],
    };
  }

  #overflow(): void {
    const { overflow } = this.#report;
    const headings = ['', '', '', this.#words.perDay, this.#words.ofArrivals];
    const rows = overflow
      .slice(0, 2 * QUEUES_SHOWN)
      .map(({ queue, when, action, perDay, share }): Row => [
        { text: shortened(queue, 18) },
        { text: this.#words.condition[when] ?? when },
        { text: this.#words.action[action] ?? action },
        { text: formatNumber(this.#numbers, perDay) },
        this.#measured('share', share),
      ]);
    this.#fitted(this.#words.overflow, headings, rows, [LEFT, LEFT, LEFT, RIGHT, RIGHT], 4);
  }

  #throughTheDay(): void {
    const starts = new Map<number, string>();
    for (const { interval } of this.#report.kpis)
      if (interval !== null) starts.set(interval.index, interval.start);
    if (starts.size < 2) return;
    if (starts.size > INTERVALS_SHOWN) {
      // Not joined to longer ones: shares and half-widths of several intervals do not follow from those of each.
      const line = this.#words.moreIntervals(this.#whole(starts.size));
      this.#lines.push(
        '',
        this.#paint(this.#words.throughTheDay, 'strong'),
        INDENT + this.#paint(line, 'dim'),
      );
      return;
    }
    const headings = ['', ...DAY_IDS.map((id) => this.#words.dayHeadings[id] ?? id)];
    const rows = [...starts]
      .toSorted(([a], [b]) => a - b)
      .map(([interval, start]): Row => [
        { text: start },
        ...DAY_IDS.map((id) => this.#kpi(id, { interval })),
      ]);
    this.#fitted(this.#words.throughTheDay, headings, rows, [LEFT, ...DAY_IDS.map(() => RIGHT)], 2);
  }

  #waits(): void {
    const all = this.#report.waits.find(({ of }) => of === 'all');
    const last = all?.points.at(-1);
    if (all === undefined || last === undefined) return;
    const longest = shortWait(last.wait);
    // A heading said twice would stand over two different shares.
    const chosen = all.points.filter(
      ({ wait }) => WAITS_SHOWN.includes(wait) && wait < last.wait && shortWait(wait) !== longest,
    );
    for (let count = chosen.length; ; count--) {
      const points = [...chosen.slice(0, count), last];
      const headings = points.map(({ wait }) => shortWait(wait));
      const table: Table = {
        headings: [...headings.slice(0, -1), this.#words.longest(longest)],
        rows: [points.map(({ share }) => ({ text: this.#numbers.percent(share, 1) }))],
        columns: points.map(() => RIGHT),
      };
      if (count > 0 && !this.#fits(table)) continue;
      this.#section(this.#words.waits, table.headings, table.rows, table.columns);
      return;
    }
  }

  #expectations(): void {
    const rows = this.#report.expectations.map(
      ({ kpi, queue, unit, between: [low, high], verdict, ...estimate }): Row => [
        { text: kpi },
        { text: shortened(queue ?? this.#words.all, 14) },
        this.#measured(unit, estimate),
        { text: this.#words.verdict[verdict], tone: TONE[verdict] },
        { text: this.#words.between(this.#bare(unit, low), this.#bare(unit, high)), tone: 'dim' },
      ],
    );
    this.#fitted(this.#words.expected, null, rows, [LEFT, LEFT, RIGHT, LEFT, LEFT], 4);
  }

  #warnings(): void {
    const { warnings } = this.#report;
    if (warnings.length === 0) return;
    this.#lines.push('', this.#paint(this.#words.lookOut, 'strong'));
    for (const warning of warnings) {
      const [first = '', ...rest] = wrapped(warningText(warning, this.#language), this.#width - 4);
      this.#lines.push(`${INDENT}${this.#paint('!', 'doubtful')} ${first}`);
      for (const line of rest) this.#lines.push(`${INDENT}  ${line}`);
    }
  }

  #foot(): void {
    this.#lines.push('');
    if ((this.#report.headline[0]?.n ?? 0) > 1) this.#lines.push(this.#paint(this.#words.intervals, 'dim'));
    if (this.#speed !== undefined) {
      const calls = this.#numbers.plain(this.#speed.callsPerSecond, 0);
      const line = this.#words.speed(calls, formatSeconds(this.#numbers, this.#speed.seconds));
      this.#lines.push(this.#paint(line, 'dim'));
    }
    this.#lines.push(`${this.#paint(this.#words.again, 'dim')} ${this.#report.command}`);
  }

  // ---------------------------------------------------------------- tables and cells

  #section(
    title: string,
    headings: readonly string[] | null,
    rows: readonly Row[],
    columns: readonly Column[],
  ): void {
    if (rows.length === 0) return;
    this.#lines.push('');
    if (title !== '') this.#lines.push(this.#paint(title, 'strong'));
    for (const line of tableLines(headings, rows, columns, this.#paint)) this.#lines.push(INDENT + line);
  }

  /** A table whose last columns go, down to `least`, when the line is too short. */
  #fitted(
    title: string,
    headings: readonly string[] | null,
    rows: readonly Row[],
    columns: readonly Column[],
    least: number,
  ): void {
    for (let count = columns.length; ; count--) {
      const table: Table = {
        headings: headings?.slice(0, count) ?? null,
        rows: rows.map((row) => row.slice(0, count)),
        columns: columns.slice(0, count),
      };
      if (count > least && !this.#fits(table)) continue;
      this.#section(title, table.headings, table.rows, table.columns);
      return;
    }
  }

  #fits({ headings, rows, columns }: Table): boolean {
    return INDENT.length + tableWidth(headings, rows, columns) <= this.#width;
  }

  /** `K-05`, or with its stat `K-05.raw`; `K-01` is that of the headline. */
  #row(id: string, { queue = null, kind = null, interval = null }: RowPart): KpiRow | undefined {
    const [kpi = '', stat] = id.split('.');
    const wanted = kpi === 'K-01' ? this.#report.headline[0]?.kpi : kpi;
    return this.#report.kpis.find(
      (row) =>
        row.id === wanted &&
        (stat === undefined ? MAIN.has(row.stat) : row.stat === stat) &&
        row.queue === queue &&
        row.group === null &&
        row.kind === kind &&
        (row.interval?.index ?? null) === interval,
    );
  }

  #kpi(id: string, part: RowPart): Cell {
    const row = this.#row(id, part);
    return row === undefined ? { text: this.#numbers.absent } : this.#measured(row.unit, row);
  }

  #measured(unit: ReportUnit, measured: Measured): Cell {
    const { value, half, sides } = formatMeasured(this.#numbers, unit, measured);
    if (sides !== null) return { text: value, after: ` −${sides.below} +${sides.above}` };
    return half === null ? { text: value } : { text: value, after: ` ± ${half}` };
  }

  #bare(unit: ReportUnit, value: number): string {
    return formatMeasured(this.#numbers, unit, { mean: value, low: null, high: null }).value;
  }

  #whole(value: number): string {
    return this.#numbers.plain(value, 0);
  }

  /** "80%", and "82.5%" where it takes a decimal. */
  #shortShare(share: number): string {
    const percent = 100 * share;
    return this.#numbers.percent(share, Math.abs(percent - Math.round(percent)) < 0.005 ? 0 : 1);
  }

  /** One decimal throughout, so that a column of shares reads as one. */
  #percent(share: number | null): string {
    return share === null ? this.#numbers.absent : this.#numbers.plain(100 * share, 1);
  }
}

const TONE: Readonly<Record<Verdict, Tone>> = {
  met: 'good',
  missed: 'bad',
  unsure: 'doubtful',
  noValue: 'dim',
};

/** The stat that is the KPI itself. */
const MAIN = new Set(['share', 'mean', 'perDay', 'live']);

type Activity = keyof GroupTime['shares'];

const ACTIVITIES: readonly Activity[] = [
  'talking',
  'wrappingUp',
  'ringing',
  'dialling',
  'available',
  'inactive',
  'unavailable',
];

const DAY_IDS = ['Off', 'K-01', 'K-02', 'K-05', 'K-09'];

/** No KPI: what is left of the offered. */
const OTHERWISE = 'otherwise';

const QUEUE_ROWS = [
  'Off',
  'Ans',
  'Ab',
  'CbAcc',
  OTHERWISE,
  'K-01',
  'K-02',
  'K-02.P50',
  'K-02.P80',
  'K-02.P95',
  'K-03',
  'K-04',
  'K-05',
  'K-05.raw',
  'K-07',
  'K-08',
  'K-32',
  'K-24',
  'K-31',
  'K-34.queue-full',
  'K-23.bias',
];
/** Told only where it is not 0. */
const WHEN_THERE = new Set(['CbAcc', OTHERWISE, 'K-24', 'K-31', 'K-34.queue-full', 'K-23.bias']);

const WAITS_SHOWN = [0, 5, 10, 20, 30, 60, 120, 300, 600];

/** For a column heading: "20 s", "2 min", "1 h 12". */
function shortWait(seconds: number): string {
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}
