/**
 * What the headers of the library claim, for the test that holds them to it: which way a change moves a figure, and the figures
 * that are quoted, with what was rounded away. Shares are fractions of 1, times seconds; variants count from 0, as shipped.
 */

export interface Claims {
  readonly shows: readonly {
    readonly change: number;
    readonly id: string;
    readonly stat: string;
    readonly becomes: 'less' | 'more' | 'no different';
  }[];
  readonly quotes: readonly {
    readonly of: number;
    readonly id: string;
    readonly stat: string;
    readonly at?: string;
    readonly quoted: number;
    readonly within: number;
  }[];
}

type Shown = Claims['shows'][number];
type Quote = Claims['quotes'][number];

const shows = (change: number, kpi: string, becomes: Shown['becomes']): Shown => {
  const [id = '', stat = ''] = kpi.split('.');
  return { change, id, stat, becomes };
};
const quotes = (of: number, kpi: string, quoted: number, within: number, at?: string): Quote => {
  const [id = '', stat = ''] = kpi.split('.');
  return { of, id, stat, quoted, within, ...(at === undefined ? {} : { at }) };
};

export const claims: Readonly<Record<string, Claims>> = {
  'single-queue': {
    shows: [shows(1, 'K-03.mean', 'more'), shows(1, 'K-01a.share', 'less'), shows(1, 'K-09.share', 'more')],
    quotes: [
      quotes(0, 'K-05.share', 0.0855, 0.00005),
      quotes(0, 'K-03.mean', 15.4, 0.05),
      quotes(0, 'K-01a.share', 0.742, 0.0005),
      quotes(0, 'K-09.share', 0.762, 0.0005),
      quotes(1, 'K-03.mean', 95.9, 0.05),
      quotes(1, 'K-01a.share', 0.523, 0.0005),
      quotes(1, 'K-09.share', 0.833, 0.0005),
    ],
  },
  'bank-1999': {
    shows: [shows(1, 'K-05.share', 'less')],
    quotes: [quotes(0, 'Off.perDay', 1588.5, 0.05)],
  },
  helpdesk: {
    shows: [shows(1, 'K-05.share', 'less'), shows(2, 'K-05.share', 'more')],
    quotes: [
      quotes(0, 'K-05.share', 0.06, 0.005),
      quotes(1, 'K-05.share', 0.03, 0.005),
      quotes(2, 'K-05.share', 0.07, 0.005),
    ],
  },
  'callback-flood': {
    shows: [shows(2, 'K-05.share', 'more'), shows(1, 'K-05.share', 'more'), shows(1, 'K-15.mean', 'less')],
    quotes: [
      quotes(0, 'K-15.mean', 1800, 300),
      quotes(0, 'K-15.P90', 3500, 400),
      quotes(0, 'K-05.share', 0.09, 0.01),
      quotes(2, 'K-05.share', 0.19, 0.005),
    ],
  },
  'callback-retries': {
    shows: [shows(1, 'K-18.share', 'less'), shows(1, 'K-05.share', 'more'), shows(2, 'K-18.share', 'less')],
    quotes: [
      quotes(0, 'K-18.share', 0.55, 0.05),
      // Exactly 1 / 0.45, however many attempts there are: they are geometric, and cut off where the customers are too.
      quotes(0, 'K-17.mean', 1 / 0.45, 0),
      quotes(1, 'K-17.mean', 1 / 0.45, 0),
      quotes(2, 'K-17.mean', 1 / 0.45, 0),
      quotes(1, 'K-18.share', 0.03, 0.005),
      quotes(0, 'K-05.share', 0.029, 0.002),
      quotes(1, 'K-05.share', 0.056, 0.002),
      quotes(2, 'K-05.share', 0.038, 0.002),
    ],
  },
  'average-wait-or-item-limit': {
    shows: [
      shows(1, 'K-31.out', 'less'),
      shows(1, 'Ab.perDay', 'less'),
      shows(2, 'K-31.out', 'more'),
      shows(2, 'K-05.share', 'less'),
      shows(3, 'K-31.out', 'less'),
    ],
    quotes: [
      quotes(0, 'K-31.share', 0.7, 0.05),
      quotes(0, 'K-31.out', 1200, 50),
      quotes(1, 'K-31.out', 170, 5),
      quotes(0, 'K-09.share', 0.2, 0.02),
      quotes(0, 'K-05.share', 0.38, 0.05, '10:00'),
    ],
  },
  'overflow-ping-pong': {
    shows: [
      shows(1, 'K-02.mean', 'more'),
      shows(1, 'K-05.share', 'more'),
      shows(1, 'Ab.perDay', 'more'),
      shows(2, 'Ab.perDay', 'more'),
      shows(3, 'Ab.perDay', 'less'),
    ],
    quotes: [
      quotes(0, 'K-31.out', 1000, 50),
      quotes(0, 'Ab.perDay', 320, 10),
      quotes(0, 'K-02.mean', 13, 0.5),
      quotes(1, 'K-02.mean', 38, 0.5),
      quotes(0, 'K-04.mean', 73, 5),
      quotes(1, 'K-04.mean', 346, 5),
      quotes(0, 'K-05.share', 0.08, 0.005),
      quotes(1, 'K-05.share', 0.13, 0.005),
    ],
  },
  'redial-storm': {
    shows: [
      shows(1, 'Off.perDay', 'less'),
      shows(1, 'K-05.share', 'less'),
      shows(1, 'Ans.perDay', 'less'),
      shows(2, 'Off.perDay', 'less'),
      shows(2, 'Ans.perDay', 'more'),
      shows(3, 'K-02.mean', 'more'),
    ],
    quotes: [
      quotes(0, 'Off.perDay', 3200, 50),
      quotes(1, 'Off.perDay', 2600, 50),
      quotes(0, 'Off.perDay', 350, 5, '10:00'),
      quotes(1, 'Off.perDay', 200, 5, '10:00'),
      quotes(0, 'K-05.share', 0.18, 0.005),
      quotes(1, 'K-05.share', 0.06, 0.005),
    ],
  },
  'cost-of-rona': {
    shows: [
      shows(1, 'K-01a.share', 'more'),
      shows(1, 'K-02.mean', 'no different'),
      shows(2, 'K-01a.share', 'more'),
      shows(3, 'K-01a.share', 'more'),
    ],
    quotes: [
      quotes(0, 'K-10.inactive', 0.08, 0.005),
      quotes(0, 'K-01a.share', 0.7, 0.005),
      quotes(1, 'K-01a.share', 0.72, 0.005),
    ],
  },
  'end-of-day-capacity': {
    shows: [
      shows(1, 'K-05.share', 'less'),
      shows(2, 'K-10.available', 'more'),
      shows(3, 'K-05.share', 'less'),
    ],
    quotes: [
      quotes(0, 'Off.perDay', 668, 2),
      quotes(0, 'K-05.share', 0.39, 0.02, '17:30'),
      quotes(0, 'K-10.available', 0.45, 0.03),
      quotes(2, 'K-05.share', 0.046, 0.002),
    ],
  },
  'night-shift': {
    shows: [
      shows(1, 'K-05.share', 'more'),
      shows(2, 'K-05.share', 'less'),
      shows(2, 'K-01a.share', 'more'),
      shows(3, 'K-05.share', 'less'),
    ],
    quotes: [
      quotes(0, 'Off.perDay', 216, 1),
      quotes(0, 'K-09.share', 0.44, 0.01),
      quotes(0, 'K-05.share', 1 / 12, 0.005),
      quotes(1, 'K-05.share', 1 / 6, 0.01),
      quotes(2, 'K-05.share', 0.037, 0.003),
    ],
  },
};
