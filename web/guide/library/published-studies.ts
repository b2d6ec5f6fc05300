/**
 * Results that others printed, and where the same number stands in a report of ours. Each study is a scenario of
 * scenarios/library/published and, where it has several models, a change of it. Figures and sources only; nothing is run here.
 */

/** A number as it was printed. */
export interface Printed {
  readonly name: string;
  readonly value: number;
  /** Digits behind the point, as printed: what was rounded away is half of the last one. */
  readonly digits: number;
  /** The interval that was printed with it. */
  readonly interval?: readonly [low: number, high: number];
  readonly unit: '' | '%' | 's' | 'min';
  readonly ours: Ours;
  /** Why the formula does not give it to the last digit. */
  readonly note?: string;
}

/** A KPI of the whole centre, times a factor. */
export interface Ours {
  readonly id: string;
  readonly stat: string;
  /** From the report's unit (a share of 1, seconds, a number) to the printed one. */
  readonly times: number;
}

export interface Model {
  readonly title: string;
  /** Changes of the scenario. */
  readonly set: readonly string[];
  readonly results: readonly Printed[];
}

export interface Study {
  readonly title: string;
  readonly scenario: string;
  readonly source: string;
  /** How the numbers were computed by those who printed them, and what has to be known to compare them. */
  readonly said: string;
  /** Of the printed intervals. */
  readonly confidence: number;
  /** Enough that what is said is certain, few enough for a test. */
  readonly days: number;
  readonly models: readonly Model[];
}

const share = (id: string, stat = 'share'): Ours => ({ id, stat, times: 1 });
const percent = (id: string, stat = 'share'): Ours => ({ id, stat, times: 100 });
const seconds = (id: string, stat = 'mean'): Ours => ({ id, stat, times: 1 });
const minutes = (id: string, stat = 'mean'): Ours => ({ id, stat, times: 1 / 60 });
const perDay = (id: string, stat = 'perDay'): Ours => ({ id, stat, times: 1 });

/** A day of ContactCenters expects 8 x 60 x 4.2 calls; the count in time is that many times the share in time. */
const CALLS = 8 * 60 * 4.2;

export const STUDIES: readonly Study[] = [
  {
    title: 'Garnett, Mandelbaum and Reiman 2002, table 1',
    scenario: 'garnett-2002',
    source:
      'O. Garnett, A. Mandelbaum, M. Reiman: Designing a call center with impatient customers. Manufacturing & Service Operations Management 4(3), 2002, 208-227',
    said: 'Computed exactly by the authors. 48 calls a minute of one minute each, 50 agents; patience of two minutes on average, or endless.',
    confidence: 0.95,
    days: 40,
    models: [
      {
        title: 'With impatient callers (Erlang A)',
        set: [],
        results: [
          { name: 'Abandoned', value: 3.1, digits: 1, unit: '%', ours: percent('K-05', 'raw') },
          { name: 'Average wait of all', value: 3.7, digits: 1, unit: 's', ours: seconds('K-03') },
          {
            name: 'Wait, 90 % within',
            value: 12.5,
            digits: 1,
            unit: 's',
            ours: seconds('K-03', 'P90'),
            note: 'The table does not say of whom the 12.5 s are; of all callers the formula gives 12.4.',
          },
          { name: 'Mean number waiting', value: 3, digits: 0, unit: '', ours: perDay('K-32', 'live') },
          { name: 'Utilisation', value: 93, digits: 0, unit: '%', ours: percent('K-09') },
        ],
      },
      {
        title: 'Without (Erlang C)',
        set: ['demand.calls.patience=endless'],
        results: [
          { name: 'Average wait of all', value: 20.8, digits: 1, unit: 's', ours: seconds('K-03') },
          { name: 'Wait, 90 % within', value: 58.1, digits: 1, unit: 's', ours: seconds('K-03', 'P90') },
          { name: 'Mean number waiting', value: 17, digits: 0, unit: '', ours: perDay('K-32', 'live') },
          { name: 'Utilisation', value: 96, digits: 0, unit: '%', ours: percent('K-09') },
        ],
      },
    ],
  },
  {
    title: 'The call centre day of the SSJ tutorial',
    scenario: 'ssj-call-centre-day',
    source:
      'P. L’Ecuyer, E. Buist: Simulation in Java with SSJ. Proceedings of the 2005 Winter Simulation Conference; the program CallCenter, 10,000 days, day factor of shape 400',
    said: 'Printed with 90 % intervals. The authors divide waits, calls in time and calls lost by the 1,660 calls they expect; ours are of the calls that came, of which 1,660 are expected too.',
    confidence: 0.9,
    days: 1000,
    models: [
      {
        title: 'Thirteen hours',
        set: [],
        results: [
          {
            name: 'Calls a day',
            value: 1660.366,
            digits: 3,
            interval: [1658.826, 1661.906],
            unit: '',
            ours: perDay('Off'),
          },
          {
            name: 'Average wait',
            value: 4.713,
            digits: 3,
            interval: [4.68, 4.746],
            unit: 's',
            ours: seconds('K-03'),
          },
          {
            name: 'Waited under 20 s, served or not',
            value: 0.925,
            digits: 3,
            interval: [0.924, 0.925],
            unit: '',
            ours: share('K-01e'),
          },
          {
            name: 'Lost',
            value: 0.02,
            digits: 3,
            interval: [0.02, 0.02],
            unit: '',
            ours: share('K-05', 'raw'),
          },
        ],
      },
    ],
  },
  {
    title: 'M/M/c days of ContactCenters',
    scenario: 'contact-centers-mmc',
    source:
      'E. Buist, P. L’Ecuyer: ContactCenters, example programs MMC, MMCAb and MMCBlocked and the results printed beside them (1,000 days each)',
    said: 'Printed with 95 % intervals. In time is a wait under 20 seconds; "late" abandons are those after 20 seconds.',
    confidence: 0.95,
    days: 300,
    models: [
      {
        title: 'MMC',
        set: [],
        results: [
          {
            name: 'In time, a day',
            value: 1816.158,
            digits: 3,
            interval: [1812.618, 1819.698],
            unit: '',
            ours: { id: 'K-01b', stat: 'share', times: CALLS },
          },
          {
            name: 'In time of the served',
            value: 0.902,
            digits: 3,
            interval: [0.9, 0.904],
            unit: '',
            ours: share('K-01c'),
          },
          {
            name: 'Speed of answer',
            value: 0.099,
            digits: 3,
            interval: [0.097, 0.102],
            unit: 'min',
            ours: minutes('K-02'),
          },
          {
            name: 'Occupancy',
            value: 0.695,
            digits: 3,
            interval: [0.694, 0.697],
            unit: '',
            ours: share('K-09'),
          },
        ],
      },
      {
        title: 'MMCAb: patience of one minute',
        set: ['demand.calls.patience={exponential: {mean: 1m}}'],
        results: [
          {
            name: 'Abandoned a day',
            value: 58.609,
            digits: 3,
            interval: [57.66, 59.558],
            unit: '',
            ours: perDay('Ab'),
          },
          {
            name: 'In time, a day',
            value: 1906.008,
            digits: 3,
            interval: [1903.785, 1908.231],
            unit: '',
            ours: { id: 'K-01b', stat: 'share', times: CALLS },
          },
          {
            name: 'In time of the served',
            value: 0.975,
            digits: 3,
            interval: [0.974, 0.975],
            unit: '',
            ours: share('K-01c'),
          },
          {
            name: 'In time of the served and the late abandons',
            value: 0.968,
            digits: 3,
            interval: [0.968, 0.969],
            unit: '',
            ours: share('K-01d'),
          },
          {
            name: 'Speed of answer',
            value: 0.024,
            digits: 3,
            interval: [0.023, 0.024],
            unit: 'min',
            ours: minutes('K-02'),
          },
          {
            name: 'Occupancy',
            value: 0.675,
            digits: 3,
            interval: [0.674, 0.677],
            unit: '',
            ours: share('K-09'),
          },
        ],
      },
      {
        title: 'MMCBlocked: five places to wait',
        set: ['lines.maxCalls=17'],
        results: [
          {
            name: 'Blocked of the expected calls, a day',
            value: 18.655,
            digits: 3,
            interval: [18.045, 19.265],
            unit: '',
            ours: { id: 'K-34', stat: 'share', times: CALLS },
          },
          {
            name: 'In time of the served',
            value: 0.929,
            digits: 3,
            interval: [0.928, 0.93],
            unit: '',
            ours: share('K-01c'),
          },
          {
            name: 'Speed of answer',
            value: 0.06,
            digits: 3,
            interval: [0.059, 0.061],
            unit: 'min',
            ours: minutes('K-02'),
          },
          {
            name: 'Occupancy',
            value: 0.689,
            digits: 3,
            interval: [0.688, 0.69],
            unit: '',
            ours: share('K-09'),
          },
        ],
      },
    ],
  },
  {
    title: 'The test values of pyworkforce',
    scenario: 'pyworkforce-erlang-c',
    source: 'R. Arenas: pyworkforce (Python), the values its tests of Erlang C and Erlang A ask for',
    said: 'Formulas, rounded. 100 calls in half an hour, of three minutes each.',
    confidence: 0.95,
    days: 80,
    models: [
      {
        title: 'Erlang C, 14 agents, within 19.8 s',
        set: [],
        results: [
          { name: 'Service level', value: 0.888, digits: 3, unit: '', ours: share('K-01b') },
          { name: 'Occupancy', value: 0.714, digits: 3, unit: '', ours: share('K-09') },
          { name: 'Has to wait', value: 0.174, digits: 3, unit: '', ours: share('K-03', 'waited') },
        ],
      },
      {
        title: 'Erlang C, 15 agents, for at most 70 % occupancy',
        set: ['agents.team.count=15'],
        results: [
          { name: 'Service level', value: 0.941, digits: 3, unit: '', ours: share('K-01b') },
          { name: 'Occupancy', value: 0.667, digits: 3, unit: '', ours: share('K-09') },
          { name: 'Has to wait', value: 0.102, digits: 3, unit: '', ours: share('K-03', 'waited') },
        ],
      },
      {
        title: 'Erlang A, 14 agents, patience of 5 minutes, within 20 s',
        set: ['demand.calls.patience={exponential: {mean: 5m}}', 'queues.calls.serviceLevel.within=20s'],
        results: [
          { name: 'Service level', value: 0.916792, digits: 6, unit: '', ours: share('K-01b') },
          { name: 'Occupancy', value: 0.704297, digits: 6, unit: '', ours: share('K-09') },
          { name: 'Has to wait', value: 0.14526, digits: 5, unit: '', ours: share('K-03', 'waited') },
          { name: 'Abandons', value: 0.013984, digits: 6, unit: '', ours: share('K-05', 'raw') },
          { name: 'Average wait of all', value: 0.069919, digits: 6, unit: 'min', ours: minutes('K-03') },
        ],
      },
    ],
  },
];

/** Staffing and blocking have no days to simulate: what the same tests ask of a formula. */
export const PYWORKFORCE_STAFFING = [
  {
    target: '80 % within 19.8 s, at most 85 % occupied',
    level: 0.8,
    occupancy: 0.85,
    agents: 14,
    rostered: 20,
  },
  {
    target: '80 % within 19.8 s, at most 70 % occupied',
    level: 0.8,
    occupancy: 0.7,
    agents: 15,
    rostered: 22,
  },
  {
    target: '90 % within 19.8 s, at most 85 % occupied',
    level: 0.9,
    occupancy: 0.85,
    agents: 15,
    rostered: 22,
  },
] as const;

/** Erlang B: 10 erlang, at most 2 % blocked. */
export const PYWORKFORCE_LINES = { offeredErlang: 10, maxBlocking: 0.02, lines: 17, rostered: 25 } as const;

/** Of all three: part of the time agents are paid for and not there. */
export const PYWORKFORCE_SHRINKAGE = 0.3;
