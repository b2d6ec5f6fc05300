/**
 * The workbench's worker as the page talks to it: reads scenarios, and does one thing at a time (a run, a sweep, a comparison of
 * variants); what is asked last abandons what goes on. What is seldom asked for is loaded when it is. It knows no page.
 */
import { reportJson } from '../../reports/model.ts';
import type { Sweep } from '../../reports/sweep.ts';
import type { Language } from '../../reports/words.ts';
import type { Comparison } from '../../reports/compare.ts';
import type { Report } from '../../reports/schema.ts';
import { platform } from '#platform';
import type { ThreadSource } from '../course.ts';
import { fillShelf, threadsAreBack } from '../shelf.ts';
import type {
  DayView,
  ExactCurve,
  Frame,
  OpenedScenario,
  RuleText,
  RunEnd,
  RunRequest,
  ScenarioState,
  Story,
  SweepAnswer,
  SweepRequest,
  VariantsFrame,
  VariantsRequest,
  WorkbenchApi,
} from './api.ts';
import type { DrawnDay } from './day-view.ts';
import { DayStore } from './day-store.ts';
import { ABANDONED, LiveRun } from './live-run.ts';
import type { Tally } from './live-run.ts';
import { preparedReading } from './prepared.ts';
import { openedIn, Reader } from './reader.ts';

export interface WorkbenchOptions {
  /** Further workers; 0: in this one. Left out: as many as the platform likes. */
  readonly workers?: number | undefined;
  readonly threads?: ThreadSource | undefined;
  readonly store?: DayStore | undefined;
  /** Told of a listener that will not be called again. */
  readonly release?: ((listener: object) => void) | undefined;
}

export class Workbench implements WorkbenchApi {
  readonly #options: WorkbenchOptions;
  readonly #reader = new Reader();
  readonly #store: DayStore;
  readonly #restarts: Tally = { count: 0 };
  #doing = new AbortController();
  #run: LiveRun | null = null;
  #day: DrawnDay | null = null;

  constructor(options: WorkbenchOptions = {}) {
    this.#options = options;
    this.#store = options.store ?? new DayStore();
    if (options.workers === undefined && options.threads === undefined) fillShelf();
  }

  prepare(scenario: ScenarioState, prepared: string): Promise<void> {
    this.#reader.know(scenario, preparedReading(prepared));
    return Promise.resolve();
  }

  async open(scenario: ScenarioState, language: Language): Promise<OpenedScenario> {
    return openedIn(await this.#reader.read(scenario), language);
  }

  run(id: number, request: RunRequest, language: Language, onFrame: (frame: Frame) => void): Promise<RunEnd> {
    return this.#listened(onFrame, () => this.#simulate(id, request, language, onFrame));
  }

  async #simulate(
    id: number,
    request: RunRequest,
    language: Language,
    onFrame: (frame: Frame) => void,
  ): Promise<RunEnd> {
    const { signal } = this.#begin();
    const { workers, threads } = this.#options;
    const run = await LiveRun.of(
      request,
      { queue: request.queue, language },
      {
        id,
        reader: this.#reader,
        store: this.#store,
        signal,
        onFrame,
        workers,
        threads,
        size: workers ?? platform.threadsUsual(),
        restarts: this.#restarts,
      },
      this.#run,
    );
    await threadsAreBack();
    // While it was read, the next one may have been asked for.
    if (signal.aborted) return { state: 'stopped', days: 0 };
    this.#run = run;
    const end = await run.play();
    // A prepared scenario was not read; the first drag will want the reader.
    void import('./reading.ts');
    return end;
  }

  stop(): Promise<void> {
    this.#doing.abort('stopped');
    return Promise.resolve();
  }

  reframe(queue: string | null, language: Language): Promise<Frame | null> {
    const run = this.#run;
    if (run === null) return Promise.resolve(null);
    run.about = { queue, language };
    return Promise.resolve(run.soFar.daysTold === 0 ? null : run.frame());
  }

  sweep(_id: number, request: SweepRequest, onAnswer: (answer: SweepAnswer) => void): Promise<RunEnd> {
    return this.#listened(onAnswer, () => this.#sweep(request, onAnswer));
  }

  async #sweep(
    { scenario, vary, targets, seed, days }: SweepRequest,
    onAnswer: (answer: SweepAnswer) => void,
  ): Promise<RunEnd> {
    const { signal } = this.#begin();
    const [{ sweep }, { exactCurves }] = await Promise.all([
      import('../sweep.ts'),
      import('./exact-curves.ts'),
    ]);
    await threadsAreBack();
    // Theory does not change with the days; which measures are worth telling may.
    let exact: { readonly of: string; readonly curves: readonly ExactCurve[] } | null = null;
    const answer = (found: Sweep): void => {
      if (signal.reason === ABANDONED) return;
      const of = JSON.stringify(found.kpis);
      if (exact?.of !== of) exact = { of, curves: exactCurves(found, scenario) };
      onAnswer({ sweep: found, exact: exact.curves });
    };
    const found = await sweep(scenario.text, {
      set: scenario.set,
      vary,
      targets,
      seed,
      days,
      signal,
      workers: this.#options.workers,
      onPartial: answer,
    });
    answer(found);
    return { state: found.days.ended, days: found.days.simulated };
  }

  compareVariants(
    id: number,
    request: VariantsRequest,
    language: Language,
    onFrame: (frame: VariantsFrame) => void,
  ): Promise<RunEnd> {
    return this.#listened(onFrame, () => this.#compare(id, request, language, onFrame));
  }

  async #compare(
    id: number,
    request: VariantsRequest,
    language: Language,
    onFrame: (frame: VariantsFrame) => void,
  ): Promise<RunEnd> {
    const { signal } = this.#begin();
    const { VariantsRun } = await import('./variants-run.ts');
    const { workers, threads } = this.#options;
    const run = await VariantsRun.of(request, {
      id,
      language,
      reader: this.#reader,
      store: this.#store,
      signal,
      onFrame,
      onReplaced: () => void (this.#restarts.count += 1),
      workers,
      threads,
    });
    await threadsAreBack();
    return run.play();
  }

  async day(scenario: ScenarioState, seed: number, day: number): Promise<DayView> {
    const { drawDay } = await import('./day-view.ts');
    this.#day = drawDay(scenario, seed, day);
    return this.#day.view;
  }

  async story(contact: number, language: Language): Promise<Story> {
    if (this.#day === null) throw new Error('No day has been drawn yet.');
    const { storySteps } = await import('./day-view.ts');
    return storySteps(this.#day, contact, language);
  }

  async rule(id: string): Promise<RuleText | null> {
    const { ruleText } = await import('./rule-text.ts');
    return ruleText(id);
  }

  report(): Promise<Report | null> {
    return Promise.resolve(this.#reported());
  }

  comparison(): Promise<Comparison | null> {
    const run = this.#run;
    return Promise.resolve(run === null || run.soFar.days === 0 ? null : run.soFar.comparison());
  }

  async exportReport(format: 'html' | 'csv' | 'json', language: Language): Promise<string | null> {
    const report = this.#reported();
    if (report === null) return null;
    switch (format) {
      case 'html': {
        const { renderHtml } = await import('../../reports/render-html.ts');
        const { text } = this.#run!.request.now;
        return renderHtml(report, { language, source: text });
      }
      case 'csv': {
        const { renderCsv } = await import('../../reports/render-csv.ts');
        return renderCsv(report, { locale: language });
      }
      case 'json':
        return reportJson(report);
    }
  }

  async written(scenario: ScenarioState): Promise<string> {
    const { writtenText } = await import('./scenario-writing.ts');
    return writtenText(scenario.text, scenario.set);
  }

  async schema(): Promise<Readonly<Record<string, unknown>>> {
    const { scenarioSchema } = await import('./scenario-writing.ts');
    return scenarioSchema();
  }

  #reported(): Report | null {
    const run = this.#run;
    return run === null || run.soFar.days === 0 ? null : run.soFar.report();
  }

  async #listened(listener: object, work: () => Promise<RunEnd>): Promise<RunEnd> {
    try {
      return await work();
    } finally {
      this.#options.release?.(listener);
    }
  }

  /** What was going on is abandoned. */
  #begin(): AbortController {
    this.#doing.abort(ABANDONED);
    this.#doing = new AbortController();
    return this.#doing;
  }
}
