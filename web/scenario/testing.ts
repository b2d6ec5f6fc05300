/** A bench without worker or simulation for the tests of the scenario and the report view: the test says how a text is read. */
import { ContextProvider } from '@lit/context';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { Store } from '../state/store.ts';
import { workOn } from '../state/work.ts';
import { WorkStore } from '../state/work-store.ts';
import type { RunView } from '../state/run-store.ts';

const EMPTY: RunView = {
  phase: 'empty',
  opened: null,
  baseline: null,
  errors: [],
  warnings: [],
  frame: null,
  isStale: false,
  failure: null,
  run: 0,
};

export interface TestBench {
  readonly bench: Bench;
  readonly run: Store<RunView>;
  readonly said: Store<string>;
}

export interface TestBenchParts {
  readonly text: string | null;
  readonly api: Readonly<Record<string, unknown>>;
  readonly problemsOf?: (text: string) => readonly PlacedProblem[];
}

export function testBench({ text, api, problemsOf = () => [] }: TestBenchParts): TestBench {
  const work = new WorkStore(text === null ? null : workOn(text));
  const run = Object.assign(new Store<RunView>(EMPTY), { isComputing: false, resume: () => undefined });
  const said = new Store('');
  const read = () =>
    run.set({ ...run.value, errors: work.value === null ? [] : problemsOf(work.value.now.text) });
  work.watch(read);
  read();
  const client = { api };
  const bench = { work, run, client, said, say: (sentence: string) => said.set(sentence) };
  return { bench: bench as unknown as Bench, run, said };
}

/** Puts an element on the page, with the bench above it. */
export function mounted<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  bench: Bench,
): HTMLElementTagNameMap[Tag] {
  const above = document.createElement('div');
  new ContextProvider(above, { context: benchContext, initialValue: bench });
  document.body.replaceChildren(above);
  const element = document.createElement(tag);
  above.append(element);
  return element;
}
