/** Stores for tests of elements: a work that can be edited and a run that the test plays by hand. No worker, no engine. */
import { ContextProvider } from '@lit/context';
import { LitElement } from 'lit';
import type { Threshold } from '../../engine/index.ts';
import type { OpenedScenario, PlacedProblem } from '../../workers/workbench/api.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import type { RunView } from '../state/run-store.ts';
import { Store } from '../state/store.ts';
import { AIM, workOn } from '../state/work.ts';
import type { Aim } from '../state/work.ts';
import { WorkStore } from '../state/work-store.ts';
import { ATTEMPTS, thresholdOf } from './samples.ts';

export function openedOf(thresholds: readonly Threshold[]): OpenedScenario {
  const summary = { name: 'Test desk', queues: ['support', 'billing'], seed: 7 };
  return { problems: [], summary, thresholds } as unknown as OpenedScenario;
}

export interface Played extends Bench {
  readonly play: (change: Partial<RunView>) => void;
  readonly stops: () => number;
}

export function playedBench(thresholds: readonly Threshold[] = [thresholdOf(), ATTEMPTS]): Played {
  const opened = openedOf(thresholds);
  let stops = 0;
  const run = new Store<RunView>({
    phase: 'enough',
    opened,
    baseline: opened,
    errors: [] as readonly PlacedProblem[],
    warnings: [],
    frame: null,
    isStale: false,
    failure: null,
    run: 1,
  });
  const bench = {
    work: new WorkStore(workOn('text')),
    aim: new Store<Aim>(AIM),
    run: Object.assign(run, { stop: () => (stops += 1), resume: () => undefined }),
    preferences: new Store({ language: 'en', theme: 'light', hasKeys: true }),
    route: new Store({ view: 'tune' }),
    begun: new Store(true),
    cursor: new Store<number | null>(null),
    said: new Store(null),
    say: () => undefined,
    play: (change: Partial<RunView>) => run.set({ ...run.value, ...change }),
    stops: () => stops,
  };
  return bench as unknown as Played;
}

class Stage extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
customElements.define('tandem-test-stage', Stage);

/** Puts an element on the page, below the stores. */
export async function staged<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  bench: Bench,
): Promise<HTMLElementTagNameMap[Tag]> {
  document.body.replaceChildren();
  const stage = new Stage();
  new ContextProvider(stage, { context: benchContext, initialValue: bench });
  document.body.append(stage);
  const element = document.createElement(tag);
  stage.append(element);
  await rest(element);
  return element;
}

/** Until the element and what is in it have rendered. */
export async function rest(element: Element): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await (element as Partial<LitElement>).updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

export function inside<Found extends Element = HTMLElement>(element: Element, selector: string): Found {
  const found = element.shadowRoot?.querySelector<Found>(selector);
  if (found === null || found === undefined) throw new Error(`nothing is ${selector}`);
  return found;
}
