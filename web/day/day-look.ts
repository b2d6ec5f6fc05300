/**
 * Where one looks in a day: the window, the moment, and the moment going on while the day is played. It asks the clock of the screen for
 * frames and the day for what happens next; it knows no worker and no element but the one it updates.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DayIndex } from './day-index.ts';
import { after, AT_REST, stepped, toggled, type Played } from './playback.ts';
import { following, showing, WIDTHS, windowAround, type TimeWindow } from './time-window.ts';

/** The board is written 30 times a second; the lanes with every frame. */
const BOARD_MILLIS = 33;

export class DayLook implements ReactiveController {
  window: TimeWindow = { from: 0, to: 1 };
  /** The moment that is looked at; null: none. */
  cursor: number | null = null;
  played: Played = AT_REST;
  isBoardOpen = false;
  /** What the board shows of the moment. */
  boardMoment = 0;
  readonly #host: ReactiveControllerHost;
  #index: DayIndex | null = null;
  #frame = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.played = { ...this.played, isPlaying: false };
  }

  /** Another day: its worst hour is shown. */
  begin(index: DayIndex): void {
    const { end } = index.view;
    this.#index = index;
    this.cursor = null;
    this.isBoardOpen = false;
    this.played = { ...this.played, t: 0, isPlaying: false };
    this.window = windowAround(index.deepest(0, end) ?? 0, Math.min(WIDTHS.long, end), end);
    this.#host.requestUpdate();
  }

  show(window: TimeWindow): void {
    this.window = window;
    this.#host.requestUpdate();
  }

  /** The same window if `t` is in it. */
  follow(t: number): void {
    if (this.#index !== null) this.show(following(this.window, t, this.#index.view.end));
  }

  lookAt(t: number): void {
    this.cursor = t;
    this.boardMoment = t;
    this.played = { ...this.played, t };
    this.follow(t);
  }

  /** A contact from its arrival to its end; a day that is being played goes on where it is. */
  bringIn(contact: number): void {
    const index = this.#index;
    const found = index?.view.contacts[index.placeOf(contact)];
    if (index === null || found === undefined) return;
    const { end } = index.view;
    const from = Math.max(0, found.arrivedAt);
    this.show(showing(this.window, from, found.closedAt ?? end, end));
    if (!this.isBoardOpen) this.lookAt(from);
  }

  widen(width: number): void {
    if (this.#index === null) return;
    const { end } = this.#index.view;
    const middle = this.cursor ?? (this.window.from + this.window.to) / 2;
    this.show(windowAround(middle, Math.min(width, end), end));
  }

  // ------------------------------------------------------------------ playing

  toggle(): void {
    if (this.#index === null) return;
    this.played = toggled({ ...this.played, t: this.#from() }, this.#index.view.end);
    this.isBoardOpen = true;
    this.lookAt(this.played.t);
    if (this.played.isPlaying) this.#run(this.#index);
  }

  step(by: 1 | -1): void {
    if (this.#index === null) return;
    this.played = stepped({ ...this.played, t: this.#from() }, by, this.#index);
    this.isBoardOpen = true;
    this.lookAt(this.played.t);
  }

  speedUp(speed: number): void {
    this.played = { ...this.played, speed };
    this.#host.requestUpdate();
  }

  closeBoard(): void {
    this.played = { ...this.played, isPlaying: false };
    this.isBoardOpen = false;
    this.#host.requestUpdate();
  }

  #from(): number {
    return this.isBoardOpen ? this.played.t : (this.cursor ?? this.window.from);
  }

  #run(index: DayIndex): void {
    cancelAnimationFrame(this.#frame);
    let last = performance.now();
    let wroteAt = last;
    const next = (now: number): void => {
      if (!this.played.isPlaying || index !== this.#index) return;
      this.played = after(this.played, Math.max(0, now - last), index.view.end);
      last = now;
      this.cursor = this.played.t;
      if (now - wroteAt >= BOARD_MILLIS || !this.played.isPlaying) {
        wroteAt = now;
        this.boardMoment = this.played.t;
      }
      this.follow(this.played.t);
      this.#frame = requestAnimationFrame(next);
    };
    this.#frame = requestAnimationFrame(next);
  }
}
