import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { preparedFor } from '../../web/build/library-prepared.ts';
import { preparedReading } from './prepared.ts';
import { readingOf } from './reading.ts';

it('prepares what the worker would read', async () => {
  const text = readFileSync(new URL('../../scenarios/library/helpdesk.yaml', import.meta.url), 'utf8');
  expect(preparedReading(await preparedFor(text, '0'))).toEqual(readingOf({ text, set: [] }));
});

it('fails the build for a scenario with errors', async () => {
  await expect(preparedFor('name: Nothing else', '0')).rejects.toThrow(/missing/);
});
