import { expect, test } from 'vitest';
import { readScenario, Simulation, Transcript } from '../engine/index.ts';
import { desk } from '../scenarios/testing/tandem.ts';
import { transcriptFieldWords, transcriptRows } from './transcript-table.ts';

test('what a transcript holds is what the table says', () => {
  const read = readScenario(desk, { set: ['agents.seniors.missed=10%'] });
  if (!read.ok) expect.fail('the desk is right');
  const transcript = new Transcript(read.setup.routing);
  const day = new Simulation(read.setup, transcript).trace(transcript, 7, 0);
  while (day.next().done !== true);
  const rows = new Map(transcriptRows.map(({ kind, name, fields }) => [`${kind} ${name}`, fields]));
  const always = new Set(['t', 'kind', 'name', 'rule', 'reason', 'queue', 'isCallback']);
  for (const { kind, name, ...details } of transcript.take()) {
    const fields = rows.get(`${kind} ${name}`);
    if (fields === undefined) expect.fail(`${kind} ${name} is not in the table`);
    const strange = Object.keys(details).filter((field) => !always.has(field) && !fields.includes(field));
    expect(strange, `${kind} ${name}`).toEqual([]);
  }
});

test('every detail of the table has a sentence', () => {
  for (const { fields } of transcriptRows)
    for (const field of fields) expect(Object.keys(transcriptFieldWords)).toContain(field);
});
