/**
 * The comparison of this page: which sides, and what has come of it so far. Asked again when the sides differ from those that were
 * computed. It knows no element.
 */
import type { RunState, ScenarioState, VariantsFrame } from '../../workers/workbench/api.ts';
import { language } from '../i18n/language.ts';
import { callable } from '../state/client.ts';
import type { Bench } from '../state/contexts.ts';
import { Store } from '../state/store.ts';
import { isSameScenario } from '../state/work.ts';

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

  constructor(bench: Bench) {
    super({ phase: 'idle', frame: null, scenarios: [], failure: null });
    this.#bench = bench;
  }

  isOf(scenarios: readonly ScenarioState[]): boolean {
    const mine = this.value.scenarios;
    return mine.length === scenarios.length && mine.every((each, at) => isSameScenario(each, scenarios[at]!));
  }

  async begin(variants: readonly ScenarioState[], days: number): Promise<void> {
    const { client, work, run } = this.#bench;
    const seed = work.value?.seed ?? run.value.opened?.summary?.seed ?? 1;
    const id = ++comparisons;
    this.#current = id;
    this.set({ phase: 'computing', frame: null, scenarios: variants, failure: null });
    try {
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
    }
  }

  stop(): void {
    void this.#bench.client.api.stop();
  }
}

const stores = new WeakMap<Bench, CompareStore>();

export function compareStoreOf(bench: Bench): CompareStore {
  const known = stores.get(bench);
  if (known !== undefined) return known;
  const store = new CompareStore(bench);
  stores.set(bench, store);
  return store;
}
