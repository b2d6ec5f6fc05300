/**
 * The whole day in a strip: how many wait, and the part of it that the lanes show, moved by pointer and keyboard. It sends
 * `window-moved` and keeps no window of its own.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { CanvasSurface } from '../charts/canvas-surface.ts';
import { onPalette, palette } from '../charts/palette.ts';
import { controls } from '../styles/controls.ts';
import type { DayIndex } from './day-index.ts';
import { dayStripStyles, HEIGHT } from './day-strip-styles.ts';
import { clock, length } from './day-words.ts';
import { paintStrip } from './paint-strip.ts';
import { moved, stretched, widened, type TimeWindow } from './time-window.ts';

const MINUTE = 60_000;

type Grip = 'from' | 'to' | 'all';

@localized()
@customElement('tandem-day-strip')
export class DayStrip extends LitElement {
  static override styles = [controls, dayStripStyles];

  @property({ attribute: false }) index: DayIndex | null = null;
  @property({ attribute: false }) window: TimeWindow = { from: 0, to: 1 };
  /** The moment that is looked at; null: none. */
  @property({ attribute: false }) cursor: number | null = null;
  @query('canvas') private canvas!: HTMLCanvasElement;
  @state() private wide = 0;
  #watcher: ResizeObserver | null = null;
  #forget: () => void = () => undefined;
  #drag: { readonly grip: Grip; readonly at: number; readonly window: TimeWindow } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forget = onPalette(() => this.requestUpdate());
    // A frame later: what is drawn changes the size of what is watched.
    this.#watcher = new ResizeObserver(() =>
      requestAnimationFrame(() => (this.wide = this.canvas?.clientWidth ?? 0)),
    );
    void this.updateComplete.then(() => this.#watcher?.observe(this.canvas));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
    this.#forget();
  }

  /** The moment that goes on while a day is played is a line of its own: the day behind it is painted once. */
  override updated(changed: PropertyValues): void {
    if (changed.size > 0 && [...changed.keys()].every((name) => name === 'cursor' || name === 'window'))
      return;
    const context = this.canvas.getContext('2d');
    if (this.index === null || context === null || this.wide === 0) return;
    const ratio = devicePixelRatio;
    this.canvas.width = Math.round(this.wide * ratio);
    this.canvas.height = Math.round(HEIGHT * ratio);
    context.scale(ratio, ratio);
    const colors = palette();
    const { view } = this.index;
    paintStrip(new CanvasSurface(context, ratio, colors.font), this.index, this.wide, colors, (t) =>
      clock(view, t),
    );
  }

  override render(): unknown {
    const end = this.index?.view.end ?? 1;
    const { from, to } = this.window;
    const [left, right] = [(100 * from) / end, (100 * to) / end];
    return html`
      <div class="name"><strong>${msg('Whole day')}</strong>${msg('queue depth')}</div>
      <div class="plot" @pointerdown=${this.#jump}>
        <canvas aria-hidden="true"></canvas>
        ${
          this.cursor === null
            ? nothing
            : html`<div class="moment" .style=${`left: ${(100 * this.cursor) / end}%`}></div>`
        }
        ${
          this.index === null
            ? nothing
            : html`<div
                  class="brush"
                  tabindex="0"
                  role="slider"
                  aria-label=${msg('Part of the day that is shown')}
                  aria-valuemin="0"
                  aria-valuemax=${Math.round(end / MINUTE)}
                  aria-valuenow=${Math.round(from / MINUTE)}
                  aria-valuetext=${this.#said()}
                  .style=${`left: ${left}%; width: ${right - left}%`}
                  @pointerdown=${(event: PointerEvent) => this.#grab(event, 'all')}
                  @keydown=${this.#key}
                ></div>
                <div
                  class="grip"
                  .style=${`left: ${left}%`}
                  @pointerdown=${(event: PointerEvent) => this.#grab(event, 'from')}
                ></div>
                <div
                  class="grip"
                  .style=${`left: ${right}%`}
                  @pointerdown=${(event: PointerEvent) => this.#grab(event, 'to')}
                ></div>`
        }
      </div>
    `;
  }

  #said(): string {
    if (this.index === null) return '';
    const { view } = this.index;
    const { from, to } = this.window;
    return msg(str`${clock(view, from)} to ${clock(view, to)}, ${length(to - from)}`);
  }

  #show(window: TimeWindow): void {
    this.dispatchEvent(new CustomEvent('window-moved', { detail: window }));
  }

  #key(event: KeyboardEvent): void {
    const end = this.index?.view.end ?? 1;
    const { window } = this;
    const width = window.to - window.from;
    const next: Readonly<Record<string, () => TimeWindow>> = {
      ArrowLeft: () => moved(window, event.shiftKey ? -MINUTE : -width / 6, end),
      ArrowRight: () => moved(window, event.shiftKey ? MINUTE : width / 6, end),
      PageUp: () => moved(window, -width, end),
      PageDown: () => moved(window, width, end),
      Home: () => moved(window, -end, end),
      End: () => moved(window, end, end),
      '+': () => widened(window, 1 / 1.5, end),
      '=': () => widened(window, 1 / 1.5, end),
      '-': () => widened(window, 1.5, end),
    };
    const chosen = next[event.key];
    if (chosen === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.#show(chosen());
  }

  /** A click beside the brush brings it there. */
  #jump(event: PointerEvent): void {
    if (this.index === null || event.button !== 0) return;
    const { end } = this.index.view;
    const width = this.window.to - this.window.from;
    const middle = this.#timeOf(event);
    this.#show(moved({ from: 0, to: width }, middle - width / 2, end));
  }

  #grab(event: PointerEvent, grip: Grip): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    const target = event.currentTarget as HTMLElement;
    target.setPointerCapture(event.pointerId);
    this.#drag = { grip, at: this.#timeOf(event), window: this.window };
    const move = (next: PointerEvent): void => this.#move(next);
    const stop = (): void => {
      this.#drag = null;
      target.removeEventListener('pointermove', move);
    };
    target.addEventListener('pointermove', move);
    target.addEventListener('lostpointercapture', stop, { once: true });
  }

  #move(event: PointerEvent): void {
    if (this.#drag === null || this.index === null) return;
    const { grip, at, window } = this.#drag;
    const { end } = this.index.view;
    const t = this.#timeOf(event);
    this.#show(grip === 'all' ? moved(window, t - at, end) : stretched(window, grip, t, end));
  }

  #timeOf({ clientX }: PointerEvent): number {
    const { left, width } = this.canvas.getBoundingClientRect();
    return ((clientX - left) / width) * (this.index?.view.end ?? 1);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-strip': DayStrip;
  }
}
