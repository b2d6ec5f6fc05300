/**
 * The comparison of this page: which sides, and what has come of it so far. Asked again when the sides differ from those that were
 * computed. It knows no element.
 */
import type { RunState, ScenarioState, VariantsFrame } from '../../workers/workbench/api.ts';
import { msg, str } from '@lit/localize';
import { language } from '../i18n/language.ts';
import { callable } from '../state/client.ts';
import type { Bench } from '../state/contexts.ts';
import { oncePerBench } from '../state/once-per-bench.ts';
import { Store } from '../state/store.ts';
import { isSameScenario } from '../state/work.ts';
import type { Side } from './sides.ts';

export interface CompareView {
  readonly phase: 'idle' | 'computing' | RunState | 'failed';
  readonly frame: VariantsFrame | null;
  /** What the frame is of, in its order. */
  readonly scenarios: readonly ScenarioState[];
  readonly failure: string | null;
}

let comparisons = 0;

export class CompareStore extends Store<CompareView> {
  readonly #bench: Bench;
  #current = 0;
  /** Lets the run of the tune view go on. */
  #release: () => void = () => undefined;

  constructor(bench: Bench) {
    super({ phase: 'idle', frame: null, scenarios: [], failure: null });
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

  isOf(scenarios: readonly ScenarioState[]): boolean {
    const mine = this.value.scenarios;
    return mine.length === scenarios.length && mine.every((each, at) => isSameScenario(each, scenarios[at]!));
  }

  async begin(sides: readonly Side[], days: number): Promise<void> {
    const { client, work, run } = this.#bench;
    const seed = work.value?.seed ?? run.value.opened?.summary?.seed ?? 1;
    const variants = sides.map(({ scenario }) => scenario);
    const id = ++comparisons;
    this.#current = id;
    this.#release();
    const release = run.hold();
    this.#release = release;
    this.set({ phase: 'computing', frame: null, scenarios: variants, failure: null });
    try {
      const wrong = await this.#wrong(sides);
      if (id !== this.#current) return;
      if (wrong !== '') {
        this.set({ ...this.value, phase: 'failed', failure: wrong });
        return;
      }
      const heard = callable((frame: VariantsFrame) => {
        if (id === this.#current) this.set({ ...this.value, frame });
      });
      const end = await client.api.compareVariants(id, { variants, seed, days }, language(), heard);
      if (id === this.#current) this.set({ ...this.value, phase: end.state });
    } catch (error) {
      if (id !== this.#current) return;
      this.set({
        ...this.value,
        phase: 'failed',
        failure: error instanceof Error ? error.message : String(error),
      });
    } finally {
      release();
    }
  }

  /** A line for each side that has errors: its name, and the first of them. */
  async #wrong(sides: readonly Side[]): Promise<string> {
    const { api } = this.#bench.client;
    const opened = await Promise.all(sides.map(({ scenario }) => api.open(scenario, language())));
    return opened
      .flatMap(({ problems, summary }, at) => {
        const error = problems.find(({ severity }) => severity === 'error');
        return summary === null ? [msg(str`${sides[at]!.name}: ${error?.sentence ?? ''}`)] : [];
      })
      .join('\n');
  }

  stop(): void {
    if (this.#bench.client.value !== null) void this.#bench.client.api.stop();
  }
}

export const compareStoreOf = oncePerBench((bench) => new CompareStore(bench));
