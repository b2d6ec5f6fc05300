/**
 * The lanes on a canvas: paints what is on the screen of them, and lets a contact be chosen by pointer or keyboard; what the keyboard's
 * cursor stands on is spoken. It sends `contact-chosen` and `moment-chosen` and keeps neither.
 */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { CanvasSurface } from '../charts/canvas-surface.ts';
import { onPalette, palette, type Palette } from '../charts/palette.ts';
import { controls } from '../styles/controls.ts';
import type { DayIndex } from './day-index.ts';
import { agentDoes, clock, clockToSecond, numbers, seconds, stateName } from './day-words.ts';
import { hitAt, layLanes, timeAt, waitY, xOf, type Hit, type LanesLayout } from './lanes-layout.ts';
import { firstSpot, spotAfter, type Spot } from './lane-cursor.ts';
import { paintLanes, paintMoment, type Box, type LanesPicture, type LanesWords } from './paint-lanes.ts';
import type { TimeWindow } from './time-window.ts';

/** Narrower, labels give way. */
const NARROW = 560;

@localized()
@customElement('tandem-day-lanes')
export class DayLanes extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .drawing {
        position: relative;
        cursor: crosshair;
      }
      .drawing:focus-visible {
        box-shadow: var(--ring);
      }
      canvas {
        position: sticky;
        top: 0;
        display: block;
        width: 100%;
      }
      output {
        display: block;
        min-height: 20px;
        color: var(--ink-2);
        font-size: var(--t-small);
      }
      @media print {
        canvas {
          position: static;
        }
        output {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) index: DayIndex | null = null;
  @property({ attribute: false }) window: TimeWindow = { from: 0, to: 1 };
  @property({ attribute: false }) chosen: number | null = null;
  @property({ attribute: false }) cursor: number | null = null;
  @property({ type: Boolean }) playing = false;
  @property({ type: Number }) labels = 96;
  @query('.drawing') private drawing!: HTMLElement;
  @query('canvas') private canvas!: HTMLCanvasElement;
  @state() private wide = 0;
  @state() private spot: Spot | null = null;
  @state() private pointed = '';
  #layout: LanesLayout | null = null;
  #kept: { readonly canvas: OffscreenCanvas; readonly key: readonly unknown[] } | null = null;
  /** How many wait at some time in the window. */
  #waiting = 0;
  #isPrinting = false;
  #frame = 0;
  #watcher: ResizeObserver | null = null;
  #forget: () => void = () => undefined;
  readonly #repaint = (): void => this.#paintSoon();
  readonly #print = ({ type }: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    this.#paint();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forget = onPalette(this.#repaint);
    // A frame later: what is drawn changes the size of what is watched.
    this.#watcher = new ResizeObserver(() =>
      requestAnimationFrame(() => (this.wide = this.drawing?.clientWidth ?? 0)),
    );
    void this.updateComplete.then(() => this.#watcher?.observe(this.drawing));
    // Scrolling of whatever scrolls around it.
    addEventListener('scroll', this.#repaint, { passive: true, capture: true });
    addEventListener('resize', this.#repaint);
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
    void document.fonts.ready.then(() => {
      this.#kept = null;
      this.#repaint();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.disconnect();
    this.#forget();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    removeEventListener('scroll', this.#repaint, { capture: true });
    removeEventListener('resize', this.#repaint);
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('index')) this.spot = null;
    if (changed.has('index') || changed.has('window')) this.#waiting = waitingIn(this.index, this.window);
    if (!['index', 'window', 'wide', 'labels'].some((name) => changed.has(name))) return;
    this.#layout =
      this.index === null || this.wide === 0
        ? null
        : layLanes(this.index, this.window, this.wide, this.labels);
  }

  override updated(): void {
    this.#paintSoon();
  }

  override render(): unknown {
    const tall = this.#layout?.height ?? 400;
    return html`
      <output aria-live="polite">${this.spot === null ? this.pointed : this.#said(this.spot)}</output>
      <div
        class="drawing"
        .style=${`height: ${tall}px`}
        tabindex="0"
        role="application"
        aria-roledescription=${msg('chart')}
        aria-label=${msg('Agents over time. Arrow keys go from one contact to the next, Enter chooses it.')}
        @keydown=${this.#key}
        @blur=${() => (this.spot = null)}
        @pointermove=${this.#point}
        @pointerleave=${() => (this.pointed = '')}
        @click=${this.#click}
      >
        <canvas aria-hidden="true"></canvas>
      </div>
    `;
  }

  // ------------------------------------------------------------------ painting

  #paintSoon(): void {
    // What is asked for already is not asked for again: while a day is played something changes with every frame.
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  /** The canvas is as tall as the screen at most and stays on it; only what lies under it is painted. */
  #paint(): void {
    const layout = this.#layout;
    const context = this.canvas?.getContext('2d');
    if (layout === null || this.index === null || context === null || context === undefined) return;
    const tall = this.#isPrinting ? layout.height : Math.min(layout.height, innerHeight);
    const hidden = this.#isPrinting ? 0 : Math.max(0, -this.drawing.getBoundingClientRect().top);
    const top = Math.min(hidden, layout.height - tall);
    const ratio = devicePixelRatio;
    const [pixelsWide, pixelsTall] = [Math.round(layout.width * ratio), Math.round(tall * ratio)];
    if (this.canvas.width !== pixelsWide) this.canvas.width = pixelsWide;
    if (this.canvas.height !== pixelsTall) {
      this.canvas.height = pixelsTall;
      this.canvas.style.height = `${tall}px`;
    }
    const colors = palette();
    const words = this.#words(this.index);
    const picture: LanesPicture = {
      index: this.index,
      layout,
      top,
      bottom: top + tall,
      chosen: this.chosen,
      focus: this.spot === null ? null : boxOf(this.index, layout, this.spot),
      cursor: this.cursor,
      isPlaying: this.playing,
      isNarrow: this.wide < NARROW,
    };
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, pixelsWide, pixelsTall);
    context.drawImage(this.#still(picture, colors, words, pixelsWide, pixelsTall), 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, -top * ratio);
    paintMoment(new CanvasSurface(context, ratio, colors.font), picture, colors, words);
  }

  /** What does not change while a day is played is painted once: a whole day of 10,000 calls has 40,000 marks. */
  #still(
    picture: LanesPicture,
    colors: Palette,
    words: LanesWords,
    width: number,
    height: number,
  ): OffscreenCanvas {
    const { layout, top, chosen } = picture;
    const key = [layout, top, chosen, colors, words.waiting, width, height];
    if (this.#kept !== null && this.#kept.key.every((each, at) => each === key[at])) return this.#kept.canvas;
    const canvas =
      this.#kept?.canvas.width === width && this.#kept.canvas.height === height
        ? this.#kept.canvas
        : new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    this.#kept = { canvas, key };
    if (context === null) return canvas;
    const ratio = devicePixelRatio;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(ratio, 0, 0, ratio, 0, -top * ratio);
    paintLanes(new CanvasSurface(context, ratio, colors.font), picture, colors, words);
    return canvas;
  }

  #words(index: DayIndex): LanesWords {
    const { view } = index;
    const plain = (count: number): string => numbers().plain(count, 0);
    return {
      clock: (t) => clock(view, t),
      clockWithSeconds: (t) => clockToSecond(view, t),
      waiting: this.wide < NARROW ? msg('Queue') : msg('In the queue'),
      waitingCount: this.#waiting === 1 ? msg('1 contact') : msg(str`${plain(this.#waiting)} contacts`),
      signedIn: (count) => msg(str`${plain(count)} signed in`),
      pressedOne: msg('pressed 1'),
    };
  }

  // ------------------------------------------------------------------ choosing

  #hit(event: MouseEvent): Hit | null {
    if (this.#layout === null || this.index === null) return null;
    const box = this.drawing.getBoundingClientRect();
    return hitAt(this.index, this.#layout, event.clientX - box.left, event.clientY - box.top);
  }

  #point(event: PointerEvent): void {
    const hit = this.#hit(event);
    this.pointed = hit === null ? '' : this.#said(hit);
  }

  #click(event: MouseEvent): void {
    const hit = this.#hit(event);
    if (hit !== null) this.#choose(hit);
    else if (this.#layout !== null) {
      const t = timeAt(this.#layout, event.clientX - this.drawing.getBoundingClientRect().left);
      if (t >= this.window.from) this.dispatchEvent(new CustomEvent('moment-chosen', { detail: t }));
    }
  }

  #choose(spot: Spot): void {
    const { lanes, waiting } = this.index!.view;
    const contact = spot.kind === 'lane' ? lanes.contact[spot.stretch]! : waiting.contact[spot.wait]!;
    this.dispatchEvent(new CustomEvent('contact-chosen', { detail: contact }));
  }

  #key(event: KeyboardEvent): void {
    if (this.index === null || this.#layout === null || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (event.key === 'Enter' && this.spot !== null) this.#choose(this.spot);
    else if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') {
      const middle = this.cursor ?? (this.window.from + this.window.to) / 2;
      const next =
        this.spot === null
          ? firstSpot(this.index, this.#layout, middle)
          : spotAfter(this.index, this.#layout, this.spot, event.key);
      if (next === null) return;
      this.spot = next;
      const t =
        next.kind === 'lane'
          ? this.index.view.lanes.from[next.stretch]!
          : this.index.view.waiting.from[next.wait]!;
      this.dispatchEvent(new CustomEvent('moment-wanted', { detail: t }));
      this.#scrollTo(next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The row with the keyboard's cursor is on the screen. */
  #scrollTo(spot: Spot): void {
    if (this.index === null || this.#layout === null) return;
    const { y } = boxOf(this.index, this.#layout, spot);
    const at = this.drawing.getBoundingClientRect().top + y;
    if (at < 110 || at > innerHeight - 40) scrollBy({ top: at - innerHeight / 2 });
  }

  #said(spot: Spot): string {
    const index = this.index!;
    const { lanes, waiting, queues } = index.view;
    if (spot.kind === 'wait') {
      const at = spot.wait;
      const [from, length] = [
        clockToSecond(index.view, waiting.from[at]!),
        seconds(waiting.to[at]! - waiting.from[at]!),
      ];
      const [contact, queue] = [waiting.contact[at]!, queues[waiting.queue[at]!] ?? ''];
      return waiting.isCallback[at] === 1
        ? msg(str`Call ${contact}: waits ${length} for its callback in ${queue}, from ${from}`)
        : msg(str`Call ${contact}: waits ${length} in ${queue}, from ${from}`);
    }
    const at = spot.stretch;
    const state = index.stateOf(at);
    const contact = lanes.contact[at]!;
    const agent = index.agents[lanes.agent[at]!] ?? '';
    const [from, length] = [
      clockToSecond(index.view, lanes.from[at]!),
      seconds(lanes.to[at]! - lanes.from[at]!),
    ];
    return contact === 0
      ? `${agent}: ${stateName(state)}, ${from}, ${length}`
      : `${from}, ${length}: ${agentDoes(agent, state, contact)}`;
  }
}

function waitingIn(index: DayIndex | null, { from, to }: TimeWindow): number {
  if (index === null) return 0;
  const { waiting } = index.view;
  const found = new Set<number>();
  waiting.contact.forEach((contact, at) => {
    if (waiting.from[at]! < to && waiting.to[at]! > from) found.add(contact);
  });
  return found.size;
}

function boxOf(index: DayIndex, layout: LanesLayout, spot: Spot): Box {
  const { lanes, waiting } = index.view;
  const edge = (t: number): number => Math.max(layout.left, Math.min(layout.right, xOf(layout, t)));
  if (spot.kind === 'wait') {
    const at = spot.wait;
    const x = edge(waiting.from[at]!);
    return { x, y: waitY(layout, waiting.row[at]!) - 2, width: edge(waiting.to[at]!) - x, height: 4 };
  }
  const at = spot.stretch;
  const row = layout.lanes.find(({ agent }) => agent === lanes.agent[at]);
  const x = edge(lanes.from[at]!);
  return { x, y: (row?.y ?? 0) + 2, width: edge(lanes.to[at]!) - x, height: layout.laneHeight - 4 };
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-lanes': DayLanes;
  }
}
