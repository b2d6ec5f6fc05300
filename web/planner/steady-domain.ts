/**
 * The axis of a strip that stays still: it holds all that is to be shown, grows when it must, and never shrinks or moves while one drags.
 * Numbers only.
 */

export type Domain = readonly [low: number, high: number];

export interface DomainOf {
  /** What must be inside, absent ones left out by the caller. */
  readonly values: readonly number[];
  /** Never narrower than this. */
  readonly span: number;
  /** Shares stay between 0 and 1, lengths and money above 0. */
  readonly least?: number;
  readonly most?: number;
}

/** Room at each end when an axis is made or must grow, as a part of its length. */
const ROOM = 0.15;

export class SteadyDomain {
  #domain: Domain | null = null;

  forget(): void {
    this.#domain = null;
  }

  holding({ values, span, least = -Infinity, most = Infinity }: DomainOf): Domain {
    const kept = this.#domain;
    const all = values.filter(Number.isFinite);
    if (all.length === 0) return kept ?? [0, span];
    const [low, high] = [Math.min(...all), Math.max(...all)];
    if (kept !== null && low >= kept[0] && high <= kept[1]) return kept;
    const from = Math.min(low, kept?.[0] ?? Infinity);
    const to = Math.max(high, kept?.[1] ?? -Infinity);
    const room = Math.max(ROOM * (to - from), (span - (to - from)) / 2);
    const made: Domain = [
      kept !== null && low >= kept[0] ? kept[0] : Math.max(least, from - room),
      kept !== null && high <= kept[1] ? kept[1] : Math.min(most, to + room),
    ];
    this.#domain = made;
    return made;
  }
}
