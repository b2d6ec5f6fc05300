/**
 * What is known of the work: whether it can be read, its thresholds, and the newest frame of its run. Each change of the work or of the
 * aim abandons the run and begins another; a scenario with errors keeps the last good result. While one change is being read the next ones
 * wait, and only the newest of them is read. It knows no element.
 */
import type { Frame, OpenedScenario, PlacedProblem, RunRequest } from '../../workers/workbench/api.ts';
import type { Language } from '../i18n/language.ts';
import { callable } from './client.ts';
import type { WorkbenchClient } from './client.ts';
import { Holders } from './holders.ts';
import { Store } from './store.ts';
import type { Aim, Work } from './work.ts';
import { isSameScenario } from './work.ts';
import type { WorkStore } from './work-store.ts';

/** `loading`: nothing to show yet. `failed`: the engine or the worker broke, `failure` says how. */
export type Phase = 'empty' | 'loading' | 'refining' | 'enough' | 'allDays' | 'stopped' | 'failed';

export interface RunView {
  readonly phase: Phase;
  /** Of the newest scenario without errors; null: there was none yet. */
  readonly opened: OpenedScenario | null;
  /** Of the baseline, to show what a threshold was. */
  readonly baseline: OpenedScenario | null;
  /** What is wrong with the scenario as it is now; none: it is in use. */
  readonly errors: readonly PlacedProblem[];
  readonly warnings: readonly PlacedProblem[];
  readonly frame: Frame | null;
  /** The frame is of settings that are no longer those on the screen. */
  readonly isStale: boolean;
  readonly failure: string | null;
  /** Which run the page waits for. */
  readonly run: number;
}

const NOTHING: RunView = {
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

/**
 * How long a run that has shown nothing yet is left alone when the work changes again: one that is abandoned before its first frame, again
 * and again, would show nothing until the drag rests. A first frame takes a tenth of a second for a day of 10,000 calls.
 */
const PATIENCE_MILLIS = 250;

/** Days of a new run before the old result gives way: fewer have no interval worth the name. */
const FRESH_DAYS = 3;

export interface RunSources {
  readonly work: WorkStore;
  readonly aim: Store<Aim>;
  readonly client: WorkbenchClient;
  readonly language: () => Language;
}

export class RunStore extends Store<RunView> {
  readonly #sources: RunSources;
  #isReading = false;
  #isAgain = false;
  #run = 0;
  #readBaseline: Work['baseline'] | null = null;
  /** What the newest run is of; a change of something else does not begin another. */
  #asked: { readonly work: Work; readonly aim: Aim } | null = null;
  #paused = false;
  readonly #holders = new Holders(() => {
    if (!this.#paused) this.#begin();
  });
  /** What is simulated, and what the frame that is shown is of. */
  #running: Work | null = null;
  #framed: Work | null = null;
  /** Settles when the newest run has shown something, or is over. */
  #shown: Promise<void> = Promise.resolve();
  #show: () => void = () => undefined;

  constructor(sources: RunSources) {
    super(NOTHING);
    this.#sources = sources;
    const { work, aim, client } = sources;
    work.watch(() => this.#changed());
    aim.watch((now, before) => {
      if (isSameAim(now, before)) void this.reframe();
      else this.#changed();
    });
    client.watch(() => this.#replaced());
    if (work.value !== null) this.#changed();
  }

  /** Begins anew with what is there: after a stop, or to refine further. */
  resume(): void {
    this.#paused = false;
    this.#begin();
  }

  /** Keeps what there is; `resume` goes on. */
  stop(): void {
    this.#paused = true;
    this.#show();
    // A run that waits for another view has no end of its own to tell.
    if (this.isComputing) this.#patch({ phase: 'stopped' });
    if (this.#sources.client.value !== null) void this.#sources.client.api.stop();
  }

  /**
   * Another view computes: the run waits, and goes on when that is over. A change of the work does not wait for it.
   *
   * @returns to be called when it is over, once or more
   */
  hold(): () => void {
    if (this.isComputing) this.#holders.isAwaited = true;
    return this.#holders.hold();
  }

  get isComputing(): boolean {
    return this.value.phase === 'refining' || this.value.phase === 'loading';
  }

  /** Words the worker made (problems, sentences) are asked for again in the language of now. */
  speak(): void {
    void this.#reread();
    void this.reframe();
  }

  async #reread(): Promise<void> {
    const { work, client, language } = this.#sources;
    if (work.value === null || client.value === null) return;
    const { now } = work.value;
    const opened = await client.api.open(now, language()).catch(() => null);
    if (opened === null || work.value?.now !== now) return;
    const { problems } = opened;
    this.#patch({
      errors: problems.filter(({ severity }) => severity === 'error'),
      warnings: problems.filter(({ severity }) => severity === 'warning'),
    });
  }

  /** The same days for another queue or in another language. */
  async reframe(): Promise<void> {
    const { client, aim, language } = this.#sources;
    if (this.value.frame === null || client.value === null) return;
    const frame = await client.api.reframe(aim.value.queue, language()).catch(() => null);
    if (frame !== null && frame.run === this.value.frame?.run) this.#patch({ frame });
  }

  #changed(): void {
    const { work, aim } = this.#sources;
    const asked = this.#asked;
    if (
      work.value !== null &&
      asked !== null &&
      isSameAim(asked.aim, aim.value) &&
      isSameRun(asked.work, work.value)
    )
      return;
    this.#paused = false;
    // Whoever moves a threshold wants to see what it does, not what another view was about.
    if (asked !== null) this.#holders.clear();
    this.#patch({ isStale: this.#isStale() });
    this.#begin();
  }

  #begin(): void {
    if (this.#isReading) this.#isAgain = true;
    else void this.#read();
  }

  async #read(): Promise<void> {
    const { work, aim } = this.#sources;
    this.#isReading = true;
    try {
      do {
        this.#isAgain = false;
        if (work.value === null) {
          this.#asked = null;
          this.set(NOTHING);
          continue;
        }
        await Promise.race([this.#shown, after(PATIENCE_MILLIS)]);
        // The newest of what was changed meanwhile.
        this.#isAgain = false;
        if (work.value !== null) await this.#readOrFail(work.value, aim.value);
      } while (this.#isAgain);
    } finally {
      this.#isReading = false;
    }
  }

  async #readOrFail(work: Work, aim: Aim): Promise<void> {
    const { client, language } = this.#sources;
    const { value } = client;
    try {
      await this.#readOne(work, aim, client, language());
    } catch (error) {
      // A worker that was replaced is asked again.
      if (client.value !== value && client.value !== null) this.#isAgain = true;
      else this.#patch({ phase: 'failed', failure: error instanceof Error ? error.message : String(error) });
    }
  }

  async #readOne(work: Work, aim: Aim, client: WorkbenchClient, language: Language): Promise<void> {
    this.#asked = { work, aim };
    if (client.value === null) return;
    const isFirst = this.value.frame === null;
    this.#patch({ isStale: this.#isStale(), ...(isFirst ? { phase: 'loading' } : {}) });
    const opened = await client.api.open(work.now, language);
    if (this.#readBaseline !== work.baseline) {
      const isSame = isSameScenario(work.baseline, work.now);
      const baseline = isSame ? opened : await client.api.open(work.baseline, language);
      this.#readBaseline = work.baseline;
      this.#patch({ baseline });
    }
    client.heard();
    if (this.#isAgain) return;
    const errors = opened.problems.filter(({ severity }) => severity === 'error');
    const warnings = opened.problems.filter(({ severity }) => severity === 'warning');
    if (opened.summary === null) {
      // The last good result stays, and is not out of date: nothing newer is in use.
      const phase = isFirst ? 'empty' : this.value.phase;
      this.#patch({ errors, warnings, isStale: false, phase: phase === 'refining' ? 'stopped' : phase });
      void client.api.stop();
      return;
    }
    this.#patch({ opened, errors: [], warnings });
    this.#holders.isAwaited = this.#holders.isHeld;
    if (!this.#paused && !this.#holders.isHeld) void this.#simulate(work, aim, opened, language);
  }

  async #simulate(work: Work, aim: Aim, opened: OpenedScenario, language: Language): Promise<void> {
    const { client } = this.#sources;
    const run = ++this.#run;
    this.#running = work;
    this.#shown = new Promise((resolve) => (this.#show = resolve));
    const over = this.#show;
    this.#patch({ phase: this.value.frame === null ? 'loading' : 'refining', failure: null, run });
    const request: RunRequest = {
      now: work.now,
      baseline: isSameScenario(work.now, work.baseline) ? null : work.baseline,
      seed: work.seed ?? opened.summary?.seed ?? 1,
      days: aim.days,
      halfWidth: aim.halfWidth,
      queue: aim.queue,
    };
    try {
      const end = await client.api.run(
        run,
        request,
        language,
        callable((frame: Frame) => this.#heard(frame)),
      );
      if (run !== this.#run) return;
      if (end.state === 'stopped' && this.#holders.isHeld) return;
      if (end.days === 0 && end.state === 'stopped') this.#patch({ phase: 'stopped' });
      else this.#patch({ phase: end.state });
    } catch (error) {
      if (run !== this.#run) return;
      this.#patch({ phase: 'failed', failure: error instanceof Error ? error.message : String(error) });
    } finally {
      over();
    }
  }

  #heard(frame: Frame): void {
    if (frame.run !== this.#run) return;
    this.#sources.client.heard();
    const isFresh = frame.days >= FRESH_DAYS || frame.state !== 'refining';
    const shown = this.value.frame;
    if (!isFresh && shown !== null && shown.run !== frame.run) return;
    // The same work again, refined further: its first days are known, and more of them are on the screen.
    const isAgain = this.#framed !== null && this.#running !== null && isSameRun(this.#framed, this.#running);
    if (isAgain && shown !== null && frame.days < shown.days && frame.state === 'refining') return;
    // While one drags a result is shown that is a moment old; it stays dimmed, for it is not of what the sliders say.
    this.#framed = this.#running;
    this.#patch({ frame, phase: frame.state, isStale: this.#isStale() });
    this.#show();
  }

  /** A frame of other settings than those on the screen; of a finer aim it is as true as before. */
  #isStale(): boolean {
    const { value } = this.#sources.work;
    if (this.value.frame === null || value === null) return false;
    return this.#framed === null || !isSameRun(this.#framed, value);
  }

  #replaced(): void {
    this.#show();
    this.#readBaseline = null;
    if (this.#sources.client.value === null)
      this.#patch({ phase: 'failed', failure: 'worker', isStale: this.value.frame !== null });
    else this.#begin();
  }

  #patch(change: Partial<RunView>): void {
    this.set({ ...this.value, ...change });
  }
}

function after(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

/** Names, notes and variants do not change a run. */
function isSameRun(one: Work, other: Work): boolean {
  return (
    one.seed === other.seed &&
    isSameScenario(one.now, other.now) &&
    isSameScenario(one.baseline, other.baseline)
  );
}

function isSameAim(one: Aim, other: Aim): boolean {
  return one.days === other.days && one.halfWidth === other.halfWidth;
}
