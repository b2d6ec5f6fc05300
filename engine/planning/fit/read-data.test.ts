import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText } from '../../config/lengths.ts';
import { momentFormats, numberOf, secondOf, secondsOf, statedFormat } from './moments.ts';
import { outcomeOf } from './outcomes.ts';
import { readData } from './read-data.ts';
import type { ReadDataOptions } from './read-data.ts';
import type { CallRecords, CountRecords } from './records.ts';

function records(text: string, options: ReadDataOptions = {}) {
  const read = readData(text, options);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.records;
}
const calls = (text: string, options?: ReadDataOptions) => records(text, options) as CallRecords;
const counts = (text: string, options?: ReadDataOptions) => records(text, options) as CountRecords;

describe('moments', () => {
  const read = (text: string) => {
    const moment = momentFormats.map((format) => format.read(text)).find((found) => found !== undefined);
    return moment && `${dateText(moment.day)} ${moment.second}`;
  };

  it.each([
    ['2024-03-01 08:05', 29_100],
    ['2024-03-01T08:05:30.250Z', 29_130.25],
    ['2024-03-01T08:05:30+02:00', 29_130],
    ['01/03/2024 8:05', 29_100],
    ['01.03.24 08:05', 29_100],
    ['1 mars 2024 08h05', 29_100],
    ['01-Mar-2024 8:05 PM', 72_300],
    ['20240301 080530', 29_130],
    ['1709280300', 29_100],
    ['1709280300000', 29_100],
    ['45352,5', 43_200],
  ])('reads %s', (text, second) => {
    expect(read(text)).toBe(`2024-03-01 ${second}`);
  });

  it.each(['2024-02-30', '31/04/2024', '2024-03-01 25:00', '2024-03-01 08:61', 'tomorrow', ''])(
    'refuses %s',
    (text) => {
      expect(momentFormats[0]!.read(text) ?? momentFormats[1]!.read(text)).toBeUndefined();
    },
  );

  it('reads clocks as people write them', () => {
    const noon = ['12:00', '12h', '12h00', '12:00 PM', '120000', '12:00:00'];
    for (const text of noon) expect(secondOf(text), text).toBe(43_200);
    expect(secondOf('12:00 AM')).toBe(0);
    expect(secondOf('24:00')).toBe(86_400);
    expect(secondOf('13:00 PM')).toBeUndefined();
  });

  it('reads a stated format and nothing else', () => {
    const format = statedFormat('MM.DD.YY HH:mm')!;
    expect(format.read('03.01.24 08:05')).toMatchObject({ second: 29_100 });
    expect(format.read('13.01.24 08:05')).toBeUndefined();
    expect(format.read('2024-03-01 08:05')).toBeUndefined();
    expect(statedFormat('HH:mm')).toBeUndefined();
    expect(statedFormat('YYYY-MM-MM')).toBeUndefined();
  });

  it('reads lengths in seconds, as clocks, and with units', () => {
    for (const text of ['185', '185,0', '3:05', '0:03:05', '00:03:05', '3m5s'])
      expect(secondsOf(text, 1), text).toBe(185);
    expect(secondsOf('2,5', 60)).toBe(150);
    expect(secondsOf('soon', 1)).toBeUndefined();
    expect(numberOf('1 234,5')).toBe(1234.5);
    expect(numberOf('1,234.5')).toBe(1234.5);
  });

  it('reads back any whole second it is told', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_399 }), (second) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
        expect(secondOf(clock)).toBe(second);
        expect(secondsOf(clock, 1)).toBe(second);
      }),
      { seed: 1 },
    );
  });
});

describe('outcomes', () => {
  it.each([
    ['Answered', 'answered'],
    ['Répondu', 'answered'],
    ['HANG', 'abandoned'],
    ['Abandonné', 'abandoned'],
    ['Non répondu', 'abandoned'],
    ['Busy', 'blocked'],
    ['voicemail', 'other'],
    ['', 'unknown'],
  ] as const)('takes "%s" for %s', (word, outcome) => {
    expect(outcomeOf(word, false)).toBe(outcome);
  });

  it('understands a column that says yes or no to "abandoned"', () => {
    expect(['1', 'yes', 'oui', '0', 'no'].map((word) => outcomeOf(word, true))).toEqual([
      'abandoned',
      'abandoned',
      'abandoned',
      'answered',
      'answered',
    ]);
  });
});

describe('calls', () => {
  it('reads an English export', () => {
    const { day, second, queue, queues, wait, talk, wrapUp, outcome, caller } = calls(
      'Call ID,Arrival time,Queue,Wait (s),Talk time,ACW,Outcome,Caller ID\n' +
        '1,2024-03-01 08:00:12,sales,4,0:03:51,20,answered,0612\n' +
        '2,2024-03-01 08:00:40,help,75,,,abandoned,0698\n' +
        '3,2024-03-01 08:10:00,sales,0,60,5,answered,0612\n',
    );
    expect([...second]).toEqual([28_812, 28_840, 29_400]);
    expect(new Set(day).size).toBe(1);
    expect([...queue].map((each) => queues[each])).toEqual(['sales', 'help', 'sales']);
    expect([...wait]).toEqual([4, 75, 0]);
    expect([...talk]).toEqual([231, Number.NaN, 60]);
    expect([...wrapUp]).toEqual([20, Number.NaN, 5]);
    expect(outcome).toEqual(['answered', 'abandoned', 'answered']);
    expect(caller[0]).toBe(caller[2]);
  });

  it('reads a French one with a title, semicolons and decimal commas', () => {
    const read = calls(
      "\ufeffRapport d'appels;;;\r\nDate;Heure;Temps d'attente (s);Statut\r\n01/03/2024;08:00:12;4,5;Répondu\r\n13/03/2024;9h05;75;Abandonné\r\n",
    );
    expect([...read.wait]).toEqual([4.5, 75]);
    expect([...read.second]).toEqual([28_812, 32_700]);
    expect(read.outcome).toEqual(['answered', 'abandoned']);
    expect(read.notes).toEqual([
      { code: 'header', params: { line: 2 } },
      { code: 'order', params: { format: 'DD/MM/YYYY' } },
    ]);
  });

  it('takes waits and talk times from moments where there are no lengths', () => {
    const { wait, talk, outcome } = calls(
      'arrival,answered at,ended at\n' +
        '2024-03-01 08:00:00,2024-03-01 08:00:30,2024-03-01 08:02:30\n' +
        '2024-03-01 23:59:00,,2024-03-02 00:00:10\n',
    );
    expect(outcome).toEqual(['answered', 'abandoned']);
    expect([...wait]).toEqual([30, 70]);
    expect([...talk]).toEqual([120, Number.NaN]);
  });

  it('takes the wrap-up from a handle time, and adds the hold', () => {
    const handle = calls('arrival,handle time,wrap up\n2024-03-01 08:00:00,200,50\n', {
      columns: { outcome: 'handle time' },
    });
    expect(handle.rows).toBe(1);
    const hold = calls('arrival,talk,hold,outcome\n2024-03-01 08:00:00,100,30,answered\n');
    expect([...hold.talk]).toEqual([130]);
  });

  it('learns the order of day and month from the whole file', () => {
    const american = calls('arrival\n03/01/2024 08:00\n03/02/2024 08:00\n03/25/2024 08:00\n');
    expect(american.notes).toContainEqual({ code: 'order', params: { format: 'MM/DD/YYYY' } });
    expect(dateText(american.day[0]!)).toBe('2024-03-01');
    const open = calls('arrival\n03/01/2024 08:00\n');
    expect(open.notes).toContainEqual({ code: 'ambiguousOrder', params: { format: 'DD/MM/YYYY' } });
  });

  it('names each wrong line with its number', () => {
    const read = readData(
      'arrival,wait\n2024-03-01 08:00,5\n2024-03-41 08:00,5\n\n2024-03-01 08:00,soon\n2024-03-01,5\n2024-03-01 08:00,-3\n',
    );
    expect(!read.ok && read.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'moment'],
      [5, 'length'],
      [6, 'clock'],
      [7, 'negative'],
    ]);
  });

  it('takes stated columns, and says which of them are not there', () => {
    const text = 'when,how long\n2024-03-01 08:00,5\n';
    expect([...calls(text, { columns: { arrival: 'when', wait: 'How long' } }).wait]).toEqual([5]);
    const read = readData(text, { columns: { arrival: 'whn' } });
    expect(!read.ok && read.problems).toMatchObject([{ code: 'noColumn', params: { heading: 'whn' } }]);
    expect(readData(text)).toMatchObject({ ok: false, problems: [{ code: 'missingColumn' }] });
  });
});

describe('counts', () => {
  it('finds the interval that all clocks have in common', () => {
    const read = counts('date,time,calls\n2024-03-01,08:00,5\n2024-03-01,08:12,0\n2024-03-01,08:30,2.5\n');
    expect(read.interval).toBe(360);
    expect([...read.calls]).toEqual([5, 0, 2.5]);
    expect(read.notes).toContainEqual({ code: 'halves', params: { counts: 1 } });
  });

  it('reads an interval written as from and to, and an empty cell as no call', () => {
    const read = counts('Date;Tranche;Nb appels\n01/03/2024;08:00 - 08:30;5\n31/03/2024;08:30 - 09:00;\n');
    expect([...read.second]).toEqual([28_800, 30_600]);
    expect([...read.calls]).toEqual([5, 0]);
  });

  it('reads an interval with its date, and the mean handle times beside it', () => {
    const read = counts(
      'Interval;Offered;Answered;AHT (sec)\n01/04/2024 08:00;10;9;240\n15/04/2024 08:30;20;18;250\n',
    );
    expect([...read.second]).toEqual([28_800, 30_600]);
    expect([...read.calls]).toEqual([10, 20]);
    expect([...read.handle]).toEqual([240, 250]);
  });

  it('adds rows that come twice and says so', () => {
    const read = counts('date,time,calls\n2024-10-27,02:00,5\n2024-10-27,02:00,7\n');
    expect(read.notes).toContainEqual({ code: 'doubled', params: { rows: 1 } });
  });

  it('needs a time of day', () => {
    expect(readData('date,calls\n2024-03-01,5\n')).toMatchObject({
      ok: false,
      problems: [{ code: 'missingColumn', params: { role: 'time' } }],
    });
  });
});

it('reads or refuses any text, and never throws', () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('2024-03-01', '08:00', '5', '"', ';'));
  const row = fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(','));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.boolean(), (rows, skipsBadLines) => {
      const read = readData(['date,time,calls', ...rows].join('\n'), { skipsBadLines });
      expect(read.ok || read.problems.length > 0).toBe(true);
    }),
    { seed: 2 },
  );
});
