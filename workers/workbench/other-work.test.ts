import { describe, expect, it } from 'vitest';
import { compare } from '../compare.ts';
import { readyFrom } from '../run.ts';
import { sweep } from '../sweep.ts';
import type { ScenarioState, SweepAnswer, VariantsFrame } from './api.ts';
import { preparedReading, preparedText } from './prepared.ts';
import { Reader } from './reader.ts';
import { desk, requestOf, seen } from './testing.ts';
import { Workbench } from './workbench.ts';

const ready = ({ text, set }: ScenarioState) => readyFrom(text, { set });
const bench = new Workbench({ workers: 0 });

describe('opening a scenario', () => {
  it('says what it holds and what there is to tune', async () => {
    const { problems, summary, thresholds } = await bench.open(desk(), 'en');
    expect(problems).toEqual([]);
    expect(summary).toMatchObject({
      name: 'Desk',
      queues: ['support', 'second'],
      groups: ['team', 'spare'],
      interval: 1800,
      from: '08:00',
      to: '12:00',
      formula: 'a',
      targets: [
        { queue: 'support', share: 0.8, within: 20 },
        { queue: 'second', share: 0.8, within: 20 },
      ],
    });
    expect(thresholds.map(({ path }) => path)).toContain('agents.team.count');
  });

  it('says of a change what is wrong with it, and of a text where', async () => {
    const changed = await bench.open(desk('agents.team.count=-1'), 'en');
    expect(changed.summary).toBeNull();
    expect(changed.problems).toMatchObject([{ set: 'agents.team.count=-1', line: 0, severity: 'error' }]);
    const text = desk().text.replace('count: 5', 'cuont: 5');
    const french = (await bench.open(desk('agents.team.count=-1'), 'fr')).problems;
    expect(french.map(({ sentence }) => sentence)).not.toEqual(
      changed.problems.map(({ sentence }) => sentence),
    );
    const [slip] = (await bench.open({ text, set: [] }, 'en')).problems;
    expect(slip).toMatchObject({
      code: 'E-KEY',
      path: 'agents.team.cuont',
      line: 8,
      set: null,
      rename: 'count',
    });
  });
});

describe('a reading that was prepared', () => {
  it('gives what reading gives, endless lengths too', async () => {
    const patient = desk('demand.support.patience=endless');
    const reading = await new Reader().read(patient);
    const prepared = preparedText(reading);
    expect(preparedReading(prepared)).toEqual(reading);
    const own = new Workbench({ workers: 0 });
    await own.prepare(patient, prepared);
    const { last } = await seen(requestOf(patient), own);
    expect(last.now).toEqual((await seen(requestOf(patient))).last.now);
  });
});

describe('variants', () => {
  it('stand side by side over the same days, each compared with the first', async () => {
    const variants = [desk(), desk('agents.team.count=4'), desk('agents.team.count=6')];
    const frames: VariantsFrame[] = [];
    const request = { variants, seed: 5, days: 10 };
    const end = await bench.compareVariants(1, request, 'en', (frame) => void frames.push(frame));
    const last = frames.at(-1)!;
    expect(end).toEqual({ state: 'allDays', days: 10 });
    expect(last.sides.map(({ days }) => days)).toEqual([10, 10, 10]);
    const alone = await compare(ready(variants[0]!), ready(variants[2]!), {
      seed: 5,
      days: 10,
      workers: 0,
    });
    const of = (rows: readonly { id: string; queue: string | null; difference: unknown }[]) =>
      rows.find(({ id, queue }) => id === 'K-05' && queue === null)?.difference;
    expect(of(last.moved[1]!)).toEqual(of(alone.rows));
  });

  it('are two to four', async () => {
    const one = { variants: [desk()], seed: 5, days: 10 };
    await expect(bench.compareVariants(1, one, 'en', () => undefined)).rejects.toThrow(/Two to 4/);
  });
});

describe('a sweep of the workbench', () => {
  const request = {
    scenario: desk(),
    vary: ['agents.team.count=4..6'],
    targets: ['abandonRate@support<=5%'],
    seed: 5,
    days: 10,
  };

  it('ends with what a sweep of the command line says', async () => {
    const answers: SweepAnswer[] = [];
    await bench.sweep(1, request, (answer) => void answers.push(answer));
    const { vary, targets, seed, days } = request;
    const expected = await sweep(desk().text, { vary, targets, seed, days, workers: 0 });
    expect(answers.at(-1)?.sweep).toEqual(expected);
  });

  it('is abandoned by a run', async () => {
    const swept = bench.sweep(1, { ...request, days: 100_000 }, () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await seen(requestOf(desk()), bench)).end.state).toBe('allDays');
    expect((await swept).state).toBe('stopped');
  });
});

describe('the report of a run', () => {
  it('is written as a page, a table and data, in the language asked for', async () => {
    const { bench: own } = await seen(requestOf(desk('agents.team.count=4')));
    expect(await own.exportReport('html', 'fr')).toContain('lang="fr"');
    expect(await own.exportReport('csv', 'en')).toContain('K-01a');
    expect(JSON.parse((await own.exportReport('json', 'en'))!)).toEqual(await own.report());
  });

  it('is nothing before there was a run', async () => {
    const own = new Workbench({ workers: 0 });
    expect(await own.exportReport('html', 'en')).toBeNull();
    expect(await own.reframe(null, 'en')).toBeNull();
  });
});

describe('a changed scenario', () => {
  it('is written as a text that reads as the same', async () => {
    const changed = desk('agents.team.count=4');
    const text = await bench.written(changed);
    expect(ready({ text, set: [] }).setup).toEqual(ready(changed).setup);
  });
});
