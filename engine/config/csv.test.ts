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
  expect(parseCsv('at,talk\n08:00,180\n08:05,60\n')).toMatchObject(table);
  expect(parseCsv('at,talk\r\n08:00,180\r\n\r\n08:05,60')).toMatchObject(table);
  expect(parseCsv('\ufeffat;talk\n08:00;180\n08:05;60')).toMatchObject(table);
  expect(parseCsv('at\ttalk\n08:00\t180\n08:05\t60')).toMatchObject(table);
});

test('quotes hold separators, line ends and quotes (RFC 4180)', () => {
  expect(parseCsv('name,talk\n"a, ""b""\nc", 5 ')).toEqual({
    header: ['name', 'talk'],
    rows: [['a, "b"\nc', '5']],
    lines: [2],
  });
});

test('one column needs no separator; nothing gives nothing', () => {
  expect(parseCsv('calls\n12\n14')).toEqual({ header: ['calls'], rows: [['12'], ['14']], lines: [2, 3] });
  expect(parseCsv('')).toEqual({ header: [], rows: [], lines: [] });
});

test('a row knows the line it begins on, after empty lines and quoted line ends too', () => {
  expect(parseCsv('at,talk\n08:00,1\n\n08:05,2\n"08:06\n",3\n08:07,4\n').lines).toEqual([2, 4, 5, 7]);
});
