import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readScenario } from '../engine/index.ts';
import { digest } from './digest.ts';
import { run } from './run.ts';
import { deskText } from './testing/desk.ts';
import { clearShelf } from './shelf.ts';

vi.setConfig({ testTimeout: 120_000 });
afterAll(clearShelf);

const long = deskText.replace('interval: 30m', 'interval: 30m, continuous: true');

describe('digest', () => {
  it.each([
    ['separate days', deskText],
    ['a long run', long],
  ])('is the same for any number of workers: %s', async (_, text) => {
    const alone = await digest(text, { days: 6, workers: 0 });
    expect(alone.days).toHaveLength(6);
    expect(new Set(alone.days).size).toBe(6);
    expect(alone.commands.every((count) => count > 100)).toBe(true);
    expect(await digest(text, { days: 6, workers: 2 })).toEqual(alone);
  });

  it('says the same of a day whatever days are simulated with it, and differs with seed and settings', async () => {
    const six = await digest(deskText, { days: 6, workers: 0 });
    const two = await digest(deskText, { days: 2, workers: 0 });
    expect(two.days).toEqual(six.days.slice(0, 2));
    expect((await digest(deskText, { days: 2, workers: 0, seed: 8 })).days).not.toEqual(two.days);
    const slow = { days: 2, workers: 0, set: ['agents.seniors.ringTimeout=19s'] };
    expect((await digest(deskText, slow)).total).not.toBe(two.total);
  });

  it('does not see what only the report is about', async () => {
    const target = { days: 2, workers: 0, set: ['queues.support.serviceLevel.share=70%'] };
    expect((await digest(deskText, target)).total).toBe(
      (await digest(deskText, { days: 2, workers: 0 })).total,
    );
  });

  it('costs a run nothing: the report is the same, digests asked or not', async () => {
    const helpdesk = readScenario(readFileSync('scenarios/library/helpdesk.yaml', 'utf8'));
    if (!helpdesk.ok) throw new Error('the library is right');
    const before = await run(helpdesk, { days: 1, workers: 0 });
    await digest(helpdesk, { days: 1, workers: 0 });
    expect(await run(helpdesk, { days: 1, workers: 0 })).toEqual(before);
  });
});
