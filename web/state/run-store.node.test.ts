/** What the page makes of the worker's answers: changes abandon runs, a wrong scenario keeps the last good result. */
import { describe, expect, it } from 'vitest';
import type { Frame, OpenedScenario, RunRequest, ScenarioState } from '../../workers/workbench/api.ts';
import type { WorkbenchClient } from './client.ts';
import { RunStore } from './run-store.ts';
import { Store } from './store.ts';
import { AIM, workOn } from './work.ts';
import type { Work } from './work.ts';
import { WorkStore } from './work-store.ts';

/** A worker played by hand: it keeps what it was asked until the test answers. */
class Player {
  readonly opened: ScenarioState[] = [];
  readonly runs: {
    id: number;
    request: RunRequest;
    tell: (frame: Frame) => void;
    end: (state: string) => void;
  }[] = [];
  stops = 0;

  isDead = false;

  readonly api = {
    open: (scenario: ScenarioState): Promise<OpenedScenario> => {
      this.opened.push(scenario);
      if (this.isDead) return Promise.reject(new Error('dead'));
      const isWrong = scenario.set.includes('wrong');
      const problem = { severity: 'error', code: 'E-RANGE', set: 'wrong', sentence: 'too much' };
      return Promise.resolve({
        problems: isWrong ? [problem] : [],
        summary: isWrong ? null : { seed: 5 },
        thresholds: [],
      } as unknown as OpenedScenario);
    },
    run: (id: number, request: RunRequest, _language: string, tell: (frame: Frame) => void) =>
      new Promise((resolve) => {
        const end = (state: string): void => resolve({ state, days: 10 });
        this.runs.push({ id, request, tell, end });
      }),
    stop: () => {
      this.stops += 1;
      return Promise.resolve();
    },
    reframe: () => Promise.resolve(null),
  };
}

function start(): { player: Player; work: WorkStore; run: RunStore; client: WorkbenchClient } {
  const player = new Player();
  const client = Object.assign(new Store({ api: player.api, generation: 1 }), {
    api: player.api,
    heard: () => undefined,
  }) as unknown as WorkbenchClient;
  const work = new WorkStore(workOn('text'));
  const run = new RunStore({ work, aim: new Store(AIM), client, language: () => 'en' });
  return { player, work, run, client };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const set = (work: WorkStore, ...settings: string[]): void =>
  work.edit((now: Work) => ({ ...now, now: { ...now.now, set: settings } }));
const frameOf = (run: number, days: number, state = 'refining'): Frame =>
  ({ run, days, state }) as unknown as Frame;

describe('a run', () => {
  it('begins with the work, on the seed the scenario says', async () => {
    const { player, run } = start();
    await settled();
    expect(run.value.phase).toBe('loading');
    expect(player.runs[0]?.request).toMatchObject({ seed: 5, days: AIM.days, baseline: null });
  });

  it('is out of date from the change on until three new days are there', async () => {
    const { player, work, run } = start();
    await settled();
    player.runs[0]!.tell(frameOf(player.runs[0]!.id, 8));
    expect(run.value).toMatchObject({ isStale: false, phase: 'refining' });
    set(work, 'a=1');
    expect(run.value.isStale).toBe(true);
    await settled();
    const { id, tell, request } = player.runs[1]!;
    expect(request.baseline).toEqual({ text: 'text', set: [] });
    tell(frameOf(id, 2));
    expect(run.value).toMatchObject({ isStale: true, frame: { days: 8 } });
    tell(frameOf(id, 3));
    expect(run.value).toMatchObject({ isStale: false, frame: { days: 3 } });
  });

  it('throws away what an abandoned run still says', async () => {
    const { player, work, run } = start();
    await settled();
    player.runs[0]!.end('stopped');
    set(work, 'a=1');
    await settled();
    player.runs[0]!.tell(frameOf(player.runs[0]!.id, 50));
    player.runs[0]!.end('allDays');
    await settled();
    expect(run.value.frame).toBeNull();
  });

  it('of many changes while one is read takes the last only', async () => {
    const { player, work } = start();
    for (let value = 1; value <= 20; value++) set(work, `a=${value}`);
    await settled();
    expect(player.opened.length).toBeLessThan(4);
    expect(player.runs.at(-1)?.request.now.set).toEqual(['a=20']);
  });

  it('of a wrong scenario is none: the last good result stays at full strength, with the problem beside it', async () => {
    const { player, work, run } = start();
    await settled();
    player.runs[0]!.tell(frameOf(player.runs[0]!.id, 8));
    set(work, 'wrong');
    await settled();
    expect(player.runs).toHaveLength(1);
    expect(run.value).toMatchObject({ isStale: false, frame: { days: 8 }, phase: 'stopped' });
    expect(run.value.errors).toHaveLength(1);
    work.undo();
    await settled();
    expect(run.value.errors).toHaveLength(0);
    expect(player.runs).toHaveLength(2);
  });

  it('that has shown nothing yet is not abandoned at once, so that a drag shows something on its way', async () => {
    const { player, work } = start();
    await settled();
    const [first] = player.runs;
    for (let value = 1; value <= 5; value++) set(work, `a=${value}`);
    await settled();
    expect(player.runs).toHaveLength(1);
    first!.tell(frameOf(first!.id, 3));
    await settled();
    expect(player.runs).toHaveLength(2);
    expect(player.runs[1]?.request.now.set).toEqual(['a=5']);
  });

  it('stays stopped until it is resumed or the work changes', async () => {
    const { player, run, work } = start();
    await settled();
    run.stop();
    player.runs[0]!.end('stopped');
    await settled();
    expect(player.stops).toBe(1);
    expect(run.value.phase).toBe('stopped');
    run.resume();
    await settled();
    expect(player.runs).toHaveLength(2);
    run.stop();
    set(work, 'a=1');
    await settled();
    expect(player.runs).toHaveLength(3);
  });

  it('that is refined further does not fall back to its first days', async () => {
    const { player, run } = start();
    await settled();
    const [first] = player.runs;
    first!.tell(frameOf(first!.id, 100, 'enough'));
    first!.end('enough');
    await settled();
    run.resume();
    await settled();
    const again = player.runs[1]!;
    again.tell(frameOf(again.id, 5));
    expect(run.value.frame?.days).toBe(100);
    again.tell(frameOf(again.id, 101));
    expect(run.value.frame?.days).toBe(101);
  });

  it('waits while another view computes, and goes on after it, unless a threshold is moved', async () => {
    const { player, run, work } = start();
    await settled();
    const release = run.hold();
    player.runs[0]!.end('stopped');
    await settled();
    expect(run.value.phase).toBe('loading');
    expect(player.runs).toHaveLength(1);
    release();
    release();
    await settled();
    expect(player.runs).toHaveLength(2);
    run.hold();
    player.runs[1]!.end('stopped');
    set(work, 'a=1');
    await settled();
    expect(player.runs).toHaveLength(3);
  });

  it('is asked for again of the worker that replaces a dead one, and said to have failed where there is none', async () => {
    const { player, run, work, client } = start();
    await settled();
    player.runs[0]!.tell(frameOf(player.runs[0]!.id, 9));
    player.isDead = true;
    set(work, 'a=1');
    await settled();
    expect(run.value).toMatchObject({ phase: 'failed', failure: 'dead', frame: { days: 9 } });
    player.isDead = false;
    client.set({ api: player.api, generation: 2 } as never);
    await settled();
    expect(player.runs.at(-1)?.request.now.set).toEqual(['a=1']);
    expect(run.value.phase).toBe('refining');
  });

  it('that waits for another view can be stopped, and says so', async () => {
    const { player, run } = start();
    await settled();
    player.runs[0]!.tell(frameOf(player.runs[0]!.id, 9));
    const release = run.hold();
    player.runs[0]!.end('stopped');
    await settled();
    expect(run.value.phase).toBe('refining');
    run.stop();
    release();
    await settled();
    expect(run.value.phase).toBe('stopped');
    expect(player.runs).toHaveLength(1);
  });

  it('does not begin anew for a name, a note or a variant', async () => {
    const { player, work } = start();
    await settled();
    work.edit((now) => ({ ...now, note: 'to be discussed' }));
    await settled();
    expect(player.runs).toHaveLength(1);
  });
});
