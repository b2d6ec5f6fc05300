import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readScenario } from '../../engine/index.ts';
import { guessedTargets, pasteTargets, planOf } from './paste-plan.ts';
import { readPaste, timeOf } from './paste-table.ts';

describe('rows from a spreadsheet', () => {
  it('are read with tabs, a header and a column of times', () => {
    const pasted = readPaste('Time\tSupport\tBilling\n08:00\t30\t4\n08:30\t46\t6\n');
    expect(pasted.columns).toEqual([
      { name: 'Support', values: [30, 46] },
      { name: 'Billing', values: [4, 6] },
    ]);
    expect(pasted.times).toEqual([480, 510]);
    expect(pasted.problems).toEqual([]);
  });
  it('are read with decimal commas and spaces between thousands, as French spreadsheets write', () => {
    expect(readPaste('12,5\n7\n').columns[0]?.values).toEqual([12.5, 7]);
    expect(readPaste('08:00;1\u202f250,5\n08:30;7,25').columns[0]?.values).toEqual([1250.5, 7.25]);
    expect(readPaste('8h00\t1.250,5\n8h30\t2').columns[0]?.values).toEqual([1250.5, 2]);
  });
  it('are read with decimal points and commas between thousands', () => {
    expect(readPaste('a\tb\n1,250\t1.5\n2,000\t2').columns.map(({ values }) => values)).toEqual([
      [1250, 2000],
      [1.5, 2],
    ]);
    expect(readPaste('a,b\n1.5,2\n2,3').columns[0]?.values).toEqual([1.5, 2]);
    expect(readPaste('time,calls\n08:00,"1,250"\n08:30,7').columns[0]?.values).toEqual([1250, 7]);
  });
  it('are turned when the intervals stand side by side', () => {
    const pasted = readPaste('Group\t08:00\t08:30\t09:00\t09:30\t10:00\nteam\t1\t2\t3\tx\t5');
    expect(pasted.columns[0]).toMatchObject({ name: 'team', values: [1, 2, 3, null, 5] });
    expect(pasted.problems).toMatchObject([{ row: 2, column: 5, kind: 'notNumber', cell: 'x' }]);
  });
  it('name the row and column of every problem, as they were pasted', () => {
    const { problems } = readPaste('Time\tA\tB\n08:00\t1\t2\n08:30\tmany\t-3\n09:30\t\n');
    expect(problems).toEqual([
      { row: 3, column: 2, kind: 'notNumber', cell: 'many' },
      { row: 4, column: 2, kind: 'empty', cell: '' },
      { row: 3, column: 3, kind: 'negative', cell: '-3' },
      { row: 4, column: 3, kind: 'ragged', cell: '' },
      { row: 4, column: 1, kind: 'time', cell: '09:30' },
    ]);
    expect(readPaste(' \n').problems).toMatchObject([{ kind: 'nothing' }]);
  });
  it('may go on after midnight', () => {
    expect(readPaste('23:00\t1\n23:30\t2\n00:00\t3').problems).toEqual([]);
  });
  it('have times in several forms', () => {
    expect(['8:30', '08:30:00', '8h30', '08:30 - 09:00', '8:30 am'].map(timeOf)).toEqual(Array(5).fill(510));
    expect(['8:30 PM', '12:00 am', '25', 'noon'].map(timeOf)).toEqual([1230, 0, null, null]);
  });
});

const TEXT = `days: { from: 08:00, to: 10:00, interval: 30m }
queues: { support: {}, billing: {} }
agents:
  # Two of them.
  team: { queues: [support, billing], shifts: { day: 2 } }
demand:
  support:
    arrivals:
      perHour: 60
      dayFactor: { gamma: { shape: 40 } }
    talk: 3m
  billing: { arrivals: none, talk: 3m }
`;

describe('pasting into a scenario', () => {
  const targets = pasteTargets(parse(TEXT));

  it('finds the demand by the name of its column, and takes the next one for others', () => {
    const pasted = readPaste('x\tsupport\n1\t2\n3\t4');
    expect(guessedTargets(pasted, targets, 'arrivals').map((each) => each?.name)).toEqual([
      'billing',
      'support',
    ]);
    const three = readPaste('a\tb\tc\n1\t2\t3');
    expect(guessedTargets(three, targets, 'staff').map((each) => each?.name)).toEqual([
      'team',
      undefined,
      undefined,
    ]);
  });
  it('writes calls by interval in place of another rate, and keeps the rest', () => {
    const pasted = readPaste('support\tbilling\n1\t5\n2\t6\n3,5\t7\n4\t8');
    const plan = planOf(TEXT, pasted, guessedTargets(pasted, targets, 'arrivals'));
    const { demand } = parse(plan.text ?? '') as { demand: Record<string, unknown> };
    expect(demand).toEqual({
      support: { arrivals: { perInterval: [1, 2, 3.5, 4], dayFactor: { gamma: { shape: 40 } } }, talk: '3m' },
      billing: { arrivals: { perInterval: [5, 6, 7, 8] }, talk: '3m' },
    });
    expect(plan.written[0]).toMatchObject({ count: 4, sum: 10.5, largest: 4, replaced: ['perHour'] });
    expect(plan.expected).toBe(4);
    expect(readScenario(plan.text ?? '').ok).toBe(true);
  });
  it('writes people by interval, whole, with the step of the times', () => {
    const pasted = readPaste('08:00\t3\n09:00\t4,4');
    const plan = planOf(TEXT, pasted, guessedTargets(pasted, targets, 'staff'));
    expect(parse(plan.text ?? '')).toMatchObject({
      agents: { team: { queues: ['support', 'billing'], staff: [3, 4], every: '1h' } },
    });
    expect(plan.text).toContain('# Two of them.');
    expect(plan.written[0]).toMatchObject({ replaced: ['shifts'], rounded: 1 });
    expect(plan.expected).toBe(2);
    expect(readScenario(plan.text ?? '').ok).toBe(true);
  });
});
