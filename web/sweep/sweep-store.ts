/**
 * The sweep of this page: its choice, and what has come of it. It lives as long as the page, so that one may look at a setting in the tune
 * view and come back. A changed scenario makes the answer an old one; it is not thrown away. It knows no element.
 */
import { msg } from '@lit/localize';
import { callable } from '../state/client.ts';
import type { Bench } from '../state/contexts.ts';
import { oncePerBench } from '../state/once-per-bench.ts';
import { Store } from '../state/store.ts';
import { isSameScenario } from '../state/work.ts';
import type { RunState, ScenarioState, SweepAnswer } from '../../workers/workbench/api.ts';
import { requestOf } from './sweep-choice.ts';
import type { Choice } from './sweep-choice.ts';

export interface SweepView {
  readonly phase: 'idle' | 'computing' | RunState | 'failed';
  readonly answer: SweepAnswer | null;
  /** What it was asked of. */
  readonly scenario: ScenarioState | null;
  readonly choice: Choice | null;
  readonly failure: string | null;
}

const NOTHING: SweepView = { phase: 'idle', answer: null, scenario: null, choice: null, failure: null };

/** Runs and sweeps of a page have numbers of their own series; only that a newer one is larger matters. */
let sweeps = 0;

export class SweepStore extends Store<SweepView> {
  readonly #bench: Bench;
  #current = 0;
  /** Lets the run of the tune view go on. */
  #release: () => void = () => undefined;

  constructor(bench: Bench) {
    super(NOTHING);
    this.#bench = bench;
    // What a worker was doing when it died is never answered.
    bench.client.watch(() => {
      if (this.value.phase !== 'computing') return;
      this.#current = -1;
      this.#release();
      this.set({
        ...this.value,
        phase: 'failed',
        failure: msg('The worker had to be started anew: ask again.'),
      });
    });
  }

  /** Whether the scenario on the page is no longer the one that was swept. */
  get isOld(): boolean {
    const { scenario } = this.value;
    const { value } = this.#bench.work;
    return scenario !== null && value !== null && !isSameScenario(scenario, value.now);
  }

  async begin(choice: Choice): Promise<void> {
    const { work, run, client } = this.#bench;
    const { opened } = run.value;
    const summary = opened?.summary ?? null;
    const scenario = work.value?.now;
    if (scenario === undefined || opened === null || summary === null) return;
    const known = new Map(opened.thresholds.map((each) => [each.path, each]));
    const request = requestOf(choice, known, scenario, work.value?.seed ?? summary.seed);
    const id = ++sweeps;
    this.#current = id;
    this.#release();
    const release = run.hold();
    this.#release = release;
    this.set({ phase: 'computing', answer: null, scenario, choice, failure: null });
    try {
      const heard = callable((answer: SweepAnswer) => {
        if (id === this.#current) this.set({ ...this.value, answer });
      });
      const end = await client.api.sweep(id, request, heard);
      if (id === this.#current) this.set({ ...this.value, phase: end.state });
    } catch (error) {
      if (id !== this.#current) return;
      const failure = error instanceof Error ? error.message : String(error);
      this.set({ ...this.value, phase: 'failed', failure });
    } finally {
      release();
    }
  }

  stop(): void {
    if (this.#bench.client.value !== null) void this.#bench.client.api.stop();
  }
}

export const sweepStoreOf = oncePerBench((bench) => new SweepStore(bench));
