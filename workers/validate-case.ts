/**
 * One case while it is validated: the pieces of work it still needs, and what came of them. Answers may come in any order; they are
 * joined in the order in which they were asked for. It refuses to know who does the work.
 */
import { MalformedError, ParamsError, planOf, readScenario, Trial, UNSUPPORTED } from '../engine/index.ts';
import type {
  Case,
  Plan,
  Play,
  Setup,
  Stretch,
  ValidationAnswer,
  ValidationTask,
  Verdict,
} from '../engine/index.ts';
import type { ValidationCase } from '../reports/validation.ts';
import { Join } from './join.ts';
import { linesOf } from './validate-lines.ts';

export interface CaseOptions {
  readonly seed: number;
  readonly mode: 'full' | 'quick' | 'calculators';
}

/** A case that has not become narrow after so many calls fails by its width. */
const MOST_CALLS = 600_000_000;
/** Of the second measurement. */
const LONGER = 4;
/** In quick mode. */
const QUICK_REPLICATES = 100;

/** A play, first and perhaps once more. */
interface Part {
  readonly play: Play;
  readonly setups: readonly Setup[];
  trial: Trial;
  attempt: 'first' | 'again';
  waiting: Stretch[];
  /** Stretches out, by the order in which they are to be joined. */
  asked: Map<number, Stretch>;
  next: number;
  join: Join<{ readonly rows: readonly Float64Array[] }>;
  first: readonly Verdict[] | null;
  isDone: boolean;
}

export class CaseWork {
  readonly case: Case;
  readonly #options: CaseOptions;
  readonly #parts: Part[] = [];
  #plan: Plan | null = null;
  #unsupported: string | null = null;
  #malformed: string | null = null;
  #failure: string | null = null;
  #numbers: ReadonlyMap<string, number> | null = null;
  #calculation: 'wanted' | 'asked' | 'done' = 'wanted';
  readonly #pieces = new Map<number, { readonly part: Part; readonly order: number } | 'calculation'>();
  #piece = 0;

  constructor(each: Case, options: CaseOptions) {
    this.case = each;
    this.#options = options;
    const why = Object.hasOwn(UNSUPPORTED, each.family) ? UNSUPPORTED[each.family] : undefined;
    if (why !== undefined) this.#refuse(why);
    else if (options.mode !== 'calculators') this.#planIt();
  }

  get isDone(): boolean {
    if (this.#isSettled) return true;
    return this.#calculation === 'done' && this.#parts.every(({ isDone }) => isDone);
  }

  /** Without any more work. */
  get #isSettled(): boolean {
    return this.#unsupported !== null || this.#malformed !== null || this.#failure !== null;
  }

  get calls(): number {
    return this.#parts.reduce((sum, { trial }) => sum + trial.calls, 0);
  }

  // ------------------------------------------------------------------ work

  next(): { readonly number: number; readonly task: ValidationTask } | undefined {
    if (this.#isSettled) return undefined;
    if (this.#calculation === 'wanted') {
      this.#calculation = 'asked';
      const { id, family, params, expected } = this.case;
      return this.#pieceOf('calculation', { do: 'calculate', case: { id, family, params, expected } });
    }
    for (const part of this.#parts) {
      const stretch = part.waiting.shift();
      if (stretch === undefined) continue;
      const order = part.next++;
      part.asked.set(order, stretch);
      const { play, setups } = part;
      return this.#pieceOf(
        { part, order },
        {
          do: 'play',
          key: `${this.case.id}/${play.name}`,
          setups,
          watch: play.watch,
          blockDays: play.blockDays,
          stretch,
        },
      );
    }
    return undefined;
  }

  #pieceOf(
    of: { readonly part: Part; readonly order: number } | 'calculation',
    task: ValidationTask,
  ): { readonly number: number; readonly task: ValidationTask } {
    const number = this.#piece++;
    this.#pieces.set(number, of);
    return { number, task };
  }

  answered(number: number, answer: ValidationAnswer): void {
    const of = this.#pieces.get(number);
    this.#pieces.delete(number);
    if (of === undefined || this.isDone) return;
    if (of === 'calculation') {
      this.#calculation = 'done';
      if (answer.did === 'calculate') this.#numbers = new Map(answer.numbers);
      else if (answer.did === 'malformed') this.#isMalformed(answer.why);
      else if (answer.did === 'notCalculated' && answer.why !== null) this.#refuse(answer.why);
      else if (this.#plan === null) this.#refuse('there is neither a calculator nor a model of this family');
    } else if (answer.did === 'play') this.#played(of.part, of.order, answer.rows);
  }

  failed(why: string): void {
    this.#failure = why;
  }

  #played(part: Part, order: number, rows: readonly Float64Array[]): void {
    part.join.put(order, { rows });
    for (let next = part.join.take(); next !== undefined; next = part.join.take()) {
      const at = part.join.next - 1;
      const stretch = part.asked.get(at);
      part.asked.delete(at);
      if (stretch !== undefined) part.trial.add(stretch, next.rows);
    }
    if (part.waiting.length === 0 && part.asked.size === 0) this.#goOn(part);
  }

  /** All that was asked for is joined: more of it, or once more with fresh luck, or enough. */
  #goOn(part: Part): void {
    part.waiting = part.trial.next();
    if (part.waiting.length > 0) return;
    const isAgain = part.attempt === 'again';
    if (isAgain || part.trial.verdicts().every(({ isNear }) => isNear)) {
      part.isDone = true;
      return;
    }
    part.first = part.trial.verdicts();
    part.attempt = 'again';
    part.trial = this.#trial(part.play, part.setups, 'again', LONGER * part.trial.replicates);
    part.waiting = part.trial.next();
  }

  #planIt(): void {
    try {
      this.#plan = planOf(this.case);
    } catch (error) {
      if (!(error instanceof ParamsError)) throw error;
      if (error instanceof MalformedError) this.#isMalformed(error.message);
      else this.#refuse(error.message);
      return;
    }
    for (const play of this.#plan?.plays ?? []) {
      // A hundred runs say little of how often an interval is right.
      if (play.runs !== null && this.#options.mode === 'quick') continue;
      const setups: Setup[] = [];
      for (const text of play.scenarios) {
        const read = readScenario(text);
        if (read.ok) setups.push(read.setup);
        else {
          const [problem] = read.problems;
          this.#refuse(`the scenario is refused: ${problem?.code} at ${problem?.path.join('.')}`);
          return;
        }
      }
      const quick = this.#options.mode === 'quick' ? Math.max(QUICK_REPLICATES, play.least) : undefined;
      const trial = this.#trial(play, setups, 'first', quick);
      this.#parts.push({
        play,
        setups,
        trial,
        attempt: 'first',
        waiting: trial.next(),
        asked: new Map(),
        next: 0,
        join: new Join(),
        first: null,
        isDone: false,
      });
    }
  }

  #trial(play: Play, setups: readonly Setup[], attempt: string, replicates: number | undefined): Trial {
    return new Trial(play, setups, {
      tolerance: this.case.tolerance.simulation ?? { z: 3.5, maxRelHalfWidth: 0.02 },
      luck: `${this.#options.seed}/${this.case.id}/${play.name}/${attempt}`,
      replicates,
      mostCalls: MOST_CALLS,
    });
  }

  #refuse(why: string): void {
    this.#unsupported = why;
    this.#parts.length = 0;
  }

  /** A mistake of the pack must not look like something that Tandem does not know yet. */
  #isMalformed(why: string): void {
    this.#malformed = why;
    this.#parts.length = 0;
  }

  // ------------------------------------------------------------------ result

  result(): ValidationCase {
    const { id, family, title } = this.case;
    const head = { id, family, title };
    if (this.#unsupported !== null)
      return { ...head, verdict: 'unsupported', reason: this.#unsupported, calls: 0, numbers: [] };
    if (this.#malformed !== null)
      return { ...head, verdict: 'fail', reason: `malformed: ${this.#malformed}`, calls: 0, numbers: [] };
    const numbers = linesOf(this.case, {
      plan: this.#plan,
      calculator: this.#calculation === 'done' ? (this.#numbers ?? new Map()) : null,
      verdicts: this.#verdicts(),
      asksWidth: this.#options.mode === 'full',
      isDone: this.isDone,
    });
    const calls = this.calls;
    if (this.#failure !== null) return { ...head, verdict: 'fail', reason: this.#failure, calls, numbers };
    if (!this.isDone) return { ...head, verdict: 'unfinished', reason: 'stopped', calls, numbers };
    const verdict = numbers.every((each) => each.verdict === 'pass') ? 'pass' : 'fail';
    return { ...head, verdict, reason: null, calls, numbers };
  }

  #verdicts(): Map<string, Verdict> {
    const verdicts = new Map<string, Verdict>();
    for (const { trial, first } of this.#parts) {
      if (trial.replicates === 0 && first === null) continue;
      const now = trial.replicates === 0 ? [] : trial.verdicts();
      for (const verdict of first ?? now) {
        const again =
          first === null || verdict.isNear ? undefined : now.find(({ name }) => name === verdict.name);
        verdicts.set(
          verdict.name,
          again === undefined ? verdict : { ...again, firstZ: verdict.z, firstEstimate: verdict.estimate },
        );
      }
    }
    return verdicts;
  }
}
