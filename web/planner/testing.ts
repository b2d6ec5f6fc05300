/** Stores and frames for tests of elements: a work that can be edited and a run that the test plays by hand. No worker, no engine. */
import { ContextProvider } from '@lit/context';
import { LitElement } from 'lit';
import type { Estimate, Threshold } from '../../engine/index.ts';
import type { Frame, OpenedScenario, PlacedProblem } from '../../workers/workbench/api.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import type { RunView } from '../state/run-store.ts';
import { Store } from '../state/store.ts';
import { AIM, workOn } from '../state/work.ts';
import type { Aim } from '../state/work.ts';
import { WorkStore } from '../state/work-store.ts';

export function thresholdOf(change: Partial<Threshold> = {}): Threshold {
  return {
    path: 'queues.support.callback.offerFirst',
    section: 'callback',
    owner: 'support',
    key: 'offerFirst',
    detail: null,
    kind: 'length',
    value: 90,
    isStated: true,
    standard: 30,
    min: 0,
    max: 600,
    low: 0,
    high: 300,
    step: 5,
    choices: [],
    rule: 'CB-02',
    help: 'From entering the queue to the first offer (CB-02).',
    ...change,
  };
}

export const ATTEMPTS = thresholdOf({
  path: 'queues.support.callback.maxAttempts',
  key: 'maxAttempts',
  kind: 'whole',
  value: 3,
  min: 1,
  max: 10,
  low: 1,
  high: 10,
  step: 1,
  rule: 'CB-21',
  help: 'Attempts before the callback is given up (CB-21).',
});

export function openedOf(thresholds: readonly Threshold[]): OpenedScenario {
  const summary = { name: 'Test desk', queues: ['support', 'billing'], seed: 7 };
  return { problems: [], summary, thresholds } as unknown as OpenedScenario;
}

export function estimateOf(mean: number, half: number): Estimate {
  return { mean, low: mean - half, high: mean + half, n: 20 };
}

/** With all that the headline and the run line read. */
export function frameOf(change: Partial<Frame> = {}, serviceLevel = estimateOf(0.84, 0.009)): Frame {
  const serviceLevels = { a: serviceLevel, b: estimateOf(0.7, 0.01), c: serviceLevel, d: serviceLevel };
  const side = {
    scenario: 'Test desk',
    queue: null,
    days: 38,
    serviceLevels: { ...serviceLevels, e: serviceLevel, f: serviceLevel },
    formula: 'a',
    target: 0.8,
    within: 20,
    measures: {
      abandonRate: estimateOf(0.06, 0.002),
      asa: estimateOf(22, 1),
      uptake: null,
      occupancy: estimateOf(0.73, 0.007),
      cost: estimateOf(10_080, 0),
      intervalsMet: estimateOf(0.7, 0.02),
    },
    currency: 'EUR',
  };
  return {
    run: 1,
    state: 'refining',
    days: 38,
    asked: 120,
    halfWidth: 0.009,
    secondsLeft: 28,
    restarts: 0,
    workers: 1,
    now: side,
    baseline: null,
    moved: [],
    movedText: '',
    ...change,
  } as unknown as Frame;
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
