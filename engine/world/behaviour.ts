/** The laws of what callers and agents do, brought to life once: a law that is constant costs no draw. */
import type { BehaviourSetup, GroupSetup, LawSetup } from '../config/setup.ts';
import { distributionOf, type Distribution } from '../kernel/distributions.ts';
import type { Luck } from '../kernel/luck.ts';
import type { Millis } from '../kernel/time.ts';

/** A length drawn by inversion, in whole milliseconds; a constant one needs no luck. */
export class Length {
  readonly #distribution: Distribution;
  readonly #constant: Millis;

  constructor(law: LawSetup) {
    this.#distribution = distributionOf(law);
    this.#constant = law.law === 'constant' ? Math.round(law.value) : -1;
  }

  draw(luck: Luck, subject: number, draw: number): Millis {
    if (this.#constant >= 0) return this.#constant;
    // Not Math.round: its jump is mispredicted on random values, 18 ns against 1.
    return Math.max(0, Math.floor(this.#distribution.at(luck.at(subject, draw)) + 0.5));
  }
}

export class Behaviour {
  readonly patience: Length | null;
  readonly balk: number;
  readonly talk: Length;
  readonly wrapUp: Length | null;
  readonly accepts: readonly number[];
  readonly reaction: Length;
  readonly answers: number;
  readonly busy: number;
  readonly machine: number;
  readonly invalid: number;
  readonly answerAfter: Length;

  constructor(setup: BehaviourSetup) {
    this.patience = setup.patience === null ? null : new Length(setup.patience);
    this.balk = setup.balk;
    this.talk = new Length(setup.talk);
    this.wrapUp = setup.wrapUp === null ? null : new Length(setup.wrapUp);
    this.accepts = setup.accepts;
    this.reaction = new Length(setup.reaction);
    this.answers = setup.answers;
    this.busy = setup.busy;
    this.machine = setup.machine;
    this.invalid = setup.invalid;
    this.answerAfter = new Length(setup.answerAfter);
  }

  /** Share that takes the k-th offer (from 1); the last given share goes on for ever. */
  acceptsAt(k: number): number {
    return this.accepts[Math.min(k, this.accepts.length) - 1] ?? 0;
  }
}

export class GroupBehaviour {
  readonly accept: Length;
  readonly missed: number;
  readonly declined: number;
  readonly ronaReturn: Length;
  readonly efficiency: number;

  constructor(setup: GroupSetup) {
    this.accept = new Length(setup.accept);
    this.missed = setup.missed;
    this.declined = setup.declined;
    this.ronaReturn = new Length(setup.ronaReturn);
    this.efficiency = setup.efficiency;
  }
}
