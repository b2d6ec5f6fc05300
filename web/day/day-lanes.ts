/**
 * The lanes on a canvas: paints what is on the screen of them, and lets a contact be chosen by pointer or keyboard; what the keyboard's
 * cursor stands on is spoken. It sends `contact-chosen` and `moment-chosen` and keeps neither.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { onPalette, palette } from '../charts/palette.ts';
import { controls } from '../styles/controls.ts';
import type { DayIndex } from './day-index.ts';
import { dayLanesStyles } from './day-lanes-styles.ts';
import { clock, clockToSecond, numbers } from './day-words.ts';
import { hitAt, layLanes, timeAt, type Hit, type LanesLayout } from './lanes-layout.ts';
import { firstSpot, spotAfter, type Spot } from './lane-cursor.ts';
import { LanesCanvas } from './lanes-canvas.ts';
import type { LanesPicture, LanesWords } from './paint-lanes.ts';
import { boxOf, spotWords } from './spots.ts';
import type { TimeWindow } from './time-window.ts';

/** Narrower, labels give way. */
const NARROW = 560;
/** What stands above the lanes and below them: the bars, the player, the strip. */
const AROUND = 300;

@localized()
@customElement('tandem-day-lanes')
export class DayLanes extends LitElement {
  static override styles = [controls, dayLanesStyles];

  @property({ attribute: false }) index: DayIndex | null = null;
  @property({ attribute: false }) window: TimeWindow = { from: 0, to: 1 };
  @property({ attribute: false }) chosen: number | null = null;
  @property({ attribute: false }) cursor: number | null = null;
  @property({ type: Boolean }) playing = false;
  @property({ type: Number }) labels = 96;
  @query('.drawing') private drawing!: HTMLElement;
  @query('canvas') private canvas!: HTMLCanvasElement;
  @state() private wide = 0;
  @state() private room = roomHere();
  @state() private spot: Spot | null = null;
  @state() private pointed = '';
  #layout: LanesLayout | null = null;
  readonly #canvas = new LanesCanvas();
  /** How many wait at some time in the window. */
  #waiting = 0;
  #isPrinting = false;
  #frame = 0;
  #watcher: ResizeObserver | null = null;
  #forget: () => void = () => undefined;
  readonly #repaint = (): void => this.#paintSoon();
  readonly #fit = (): void => {
    this.room = roomHere();
    this.#paintSoon();
  };
  readonly #print = ({ type }: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    this.#paint();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    // At once, not in a frame: a page that is about to be printed has no next frame.
    this.#forget = onPalette(() => this.#paint());
    // A frame later: what is drawn changes the size of what is watched.
    this.#watcher = new ResizeObserver(() =>
      requestAnimationFrame(() => (this.wide = this.drawing?.clientWidth ?? 0)),
    );
    void this.updateComplete.then(() => this.#watcher?.observe(this.drawing));
    // Scrolling of whatever scrolls around it.
    addEventListener('scroll', this.#repaint, { passive: true, capture: true });
    addEventListener('resize', this.#fit);
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
    void document.fonts.ready.then(() => {
      this.#canvas.forget();
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
    removeEventListener('resize', this.#fit);
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('index')) this.spot = null;
    if (changed.has('index') || changed.has('window')) this.#waiting = waitingIn(this.index, this.window);
    if (!['index', 'window', 'wide', 'labels', 'room'].some((name) => changed.has(name))) return;
    this.#layout =
      this.index === null || this.wide === 0
        ? null
        : layLanes(this.index, this.window, this.wide, this.labels, this.wide < NARROW ? 0 : this.room);
  }

  override updated(): void {
    this.#paintSoon();
  }

  override render(): unknown {
    const tall = this.#layout?.height ?? 400;
    return html`
      <output aria-live="polite"
        >${this.spot === null || this.index === null ? this.pointed : spotWords(this.index, this.spot)}</output
      >
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
    if (layout === null || this.index === null || this.canvas === null) return;
    const tall = this.#isPrinting ? layout.height : Math.min(layout.height, innerHeight);
    const hidden = this.#isPrinting ? 0 : Math.max(0, -this.drawing.getBoundingClientRect().top);
    const top = Math.min(hidden, layout.height - tall);
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
    this.#canvas.paint(this.canvas, picture, colors, words);
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
    this.pointed = hit === null || this.index === null ? '' : spotWords(this.index, hit);
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
}

/** On a tall screen lanes grow to its end. */
function roomHere(): number {
  return innerHeight - AROUND;
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

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-lanes': DayLanes;
  }
}
