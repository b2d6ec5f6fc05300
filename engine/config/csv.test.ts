import { expect, test } from 'vitest';
import { parseCsv } from './csv.ts';

test('a header and its rows, whatever ends the lines', () => {
  const table = {
    header: ['at', 'talk'],
    rows: [
      ['08:00', '180'],
      ['08:05', '60'],
    ],
  };
  expect(parseCsv('at,talk\n08:00,180\n08:05,60\n')).toEqual(table);
  expect(parseCsv('at,talk\r\n08:00,180\r\n\r\n08:05,60')).toEqual(table);
  expect(parseCsv('\ufeffat;talk\n08:00;180\n08:05;60')).toEqual(table);
  expect(parseCsv('at\ttalk\n08:00\t180\n08:05\t60')).toEqual(table);
});

test('quotes hold separators, line ends and quotes (RFC 4180)', () => {
  expect(parseCsv('name,talk\n"a, ""b""\nc", 5 ')).toEqual({
    header: ['name', 'talk'],
    rows: [['a, "b"\nc', '5']],
  });
});

test('one column needs no separator; nothing gives nothing', () => {
  expect(parseCsv('calls\n12\n14')).toEqual({ header: ['calls'], rows: [['12'], ['14']] });
  expect(parseCsv('')).toEqual({ header: [], rows: [] });
});
