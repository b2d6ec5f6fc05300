import { describe, expect, it, vi } from 'vitest';
import type { BaselineVerdict } from '../reports/suite.ts';
import { baselineFiles, compareBaseline, readBaseline, recordBaseline } from './baseline.ts';
import type { Baseline } from './baseline.ts';
import { readScenario } from './tandem.ts';
import { deskText } from './testing/desk.ts';

vi.setConfig({ testTimeout: 120_000 });

const DAYS = 6;

function ready(text: string, set: readonly string[]) {
  const result = readScenario(text, { set });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

async function recorded(text = deskText, days = DAYS): Promise<Baseline> {
  const baseline = await recordBaseline(ready(text, []), { text, set: [], files: {} }, days, { workers: 0 });
  if (baseline === null) throw new Error('nobody stopped it');
  const { json, record } = baselineFiles(baseline);
  return readBaseline(json, record);
}

function compared(baseline: Baseline, set: readonly string[], text = deskText): Promise<BaselineVerdict> {
  const options = { workers: 0, risk: 0.01 };
  return compareBaseline(baseline, ready(text, set), { text, set, files: {} }, 'desk.yaml', options);
}

const long = deskText.replace('interval: 30m', 'interval: 30m, continuous: true');

describe('A baseline', () => {
  it.each([
    ['separate days', deskText],
    ['a long run', long],
  ])('knows the same behaviour again, written and read in between: %s', async (_, text) => {
    const baseline = await recorded(text);
    expect(baseline.data.dayDigests).toHaveLength(DAYS);
    expect(baseline.record?.decisions[0]?.length).toBeGreaterThan(100);
    expect(await compared(baseline, [], text)).toMatchObject({
      verdict: 'same',
      daysDiffering: 0,
      scenario: 'same',
      luck: 'same',
      first: null,
      moved: [],
      digest: { was: baseline.data.digest, is: baseline.data.digest },
    });
  });

  it('tells a change of behaviour by the first decision that differs, with both reasons', async () => {
    const verdict = await compared(await recorded(), ['agents.seniors.ringTimeout=19s']);
    expect(verdict).toMatchObject({
      verdict: 'changed',
      daysDiffering: DAYS,
      scenario: 'changed',
      moved: [],
    });
    const { first } = verdict;
    expect(first).toMatchObject({ day: 0, kept: 'record' });
    // The first ring of the day: a second later it would be given up.
    expect(first?.was?.text).toMatch(/^ring seniors 1 for call 1 \(until /);
    expect(first?.is?.text).toMatch(/^ring seniors 1 for call 1 \(until /);
    expect(first?.is?.text).not.toBe(first?.was?.text);
    expect(first?.is?.at).toBe(first?.was?.at);
    expect([first?.was?.rule, first?.is?.rule]).toEqual(['AS-06', 'AS-06']);
    expect(first?.was?.why.join()).toContain('seniors 2');
    expect(first?.before.at(-1)).toContain('call 1');
  });

  it('tells which numbers moved beyond chance, those that are surest first', async () => {
    const verdict = await compared(await recorded(deskText, 10), ['agents.seniors.count=14']);
    expect(verdict.verdict).toBe('moved');
    // The same work on 14 heads and not 8 keeps each less busy.
    const busy = verdict.moved.find(({ id, stat }) => id === 'K-09' && stat === 'share');
    expect(busy).toMatchObject({ unit: 'share', group: 'seniors', queue: null });
    expect((busy?.is ?? 1) / (busy?.was ?? 1)).toBeLessThan(0.8);
    expect(Math.abs(busy?.difference ?? 0)).toBeGreaterThan(busy?.halfwidth ?? Infinity);
    // Who calls is the same: his luck is.
    expect(verdict.moved.some(({ id }) => id === 'Arrived')).toBe(false);
  });

  it('is compared on the recorded seed: another one is other luck, not other behaviour', async () => {
    expect(await compared(await recorded(), ['seed=8'])).toMatchObject({
      verdict: 'same',
      luck: 'other',
      seed: 7,
    });
  });

  it('plays the recorded scenario again for a day whose decisions were not kept', async () => {
    const { data, record } = await recorded();
    if (record === null) throw new Error('it was kept');
    const without = { data, record: { ...record, decisions: [] } };
    const verdict = await compared(without, ['agents.seniors.ringTimeout=19s']);
    expect(verdict.first).toMatchObject({ kept: 'replayed', was: { rule: 'AS-06' } });
    expect(verdict.first?.was?.text).not.toBe(verdict.first?.is?.text);
  });

  it('says so when the old decisions are not to be had', async () => {
    const { data, record } = await recorded();
    if (record === null) throw new Error('it was kept');
    // As an older engine would have left it: the recorded scenario plays otherwise today.
    const older = { ...data, dayDigests: ['0123456789abcdef', ...data.dayDigests.slice(1)] };
    const verdict = await compared({ data: older, record: { ...record, decisions: [] } }, []);
    expect(verdict).toMatchObject({ verdict: 'changed', daysDiffering: 1, scenario: 'same' });
    expect(verdict.first).toMatchObject({ day: 0, kept: 'none', was: null });
    expect((await compared({ data: older, record: null }, [])).first?.kept).toBe('none');
  });

  it('is refused when it cannot be read, and does without a record that cannot', async () => {
    const { json, record } = baselineFiles(await recorded());
    expect(() => readBaseline('{}', record)).toThrow(SyntaxError);
    expect(() => readBaseline('not JSON', record)).toThrow('Record it again');
    expect(readBaseline(json, record.slice(0, 100)).record).toBeNull();
    expect(readBaseline(json, null).record).toBeNull();
  });

  it('is not recorded of half the days', async () => {
    const signal = AbortSignal.abort();
    const made = { text: deskText, set: [], files: {} };
    expect(await recordBaseline(ready(deskText, []), made, DAYS, { workers: 0, signal })).toBeNull();
  });
});
