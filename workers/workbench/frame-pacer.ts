/**
 * When a frame is due: the first as soon as three days are there, then at most ten a second, less where making one takes long or the
 * page has not taken the last one yet. It refuses to know what a frame shows.
 */

/** Of fewer days no interval is worth the name. */
const DAYS_FIRST = 3;
const MILLIS_BETWEEN = 100;
/** Frames take at most a quarter of the time: the rest belongs to the days. */
const SHARE_OF_FRAMES = 4;

export class FramePacer<Frame> {
  readonly #send: (frame: Frame) => unknown;
  readonly #clock: () => number;
  #sentAt: number | null = null;
  #building = 0;
  #isOnTheWay = false;

  /** @param send what it returns, if it is a promise, says when the page has taken the frame */
  constructor(send: (frame: Frame) => unknown, clock = (): number => performance.now()) {
    this.#send = send;
    this.#clock = clock;
  }

  /** There are so many days of those asked for; a frame of them is made when one is due. */
  offer(days: number, asked: number, make: () => Frame): void {
    if (this.#isOnTheWay || days < Math.min(DAYS_FIRST, asked)) return;
    const now = this.#clock();
    const pause = Math.max(MILLIS_BETWEEN, SHARE_OF_FRAMES * this.#building);
    if (this.#sentAt !== null && now - this.#sentAt < pause) return;
    this.#sentAt = now;
    const frame = make();
    this.#building = this.#clock() - now;
    this.#isOnTheWay = true;
    const taken = (): void => void (this.#isOnTheWay = false);
    void Promise.resolve(this.#send(frame)).then(taken, taken);
  }
}
